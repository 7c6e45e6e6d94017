// layout(): the sequence diagram of a range, from its ground to the line "now". Called by the
// window for what is visible and by figure() for everything.
#include <algorithm>

#include "core/diagram/scene.h"

namespace finwait::diagram {
namespace {

constexpr double lifeline_above = 10;   // the lifeline begins above the first event

/// 59.98 s is "60 s" to a reader: three digits.
Duration rounded(Duration t)
{
    std::int64_t ns = t.count(), unit = 1;
    while (ns / unit >= 1000) unit *= 10;
    return Duration{(ns + unit / 2) / unit * unit};
}

void draw_tick(Scene& scene, const TimeAxis::Moment& moment, double y)
{
    const bool future = y > scene.canvas.now() + 0.5;
    if (future && scene.canvas.hides_future()) return;
    const std::string time = time_text(moment.t, scene.look.lang);
    Item& item = scene.canvas.begin(Item::Kind::tick, "k" + std::to_string(moment.t.count()), time);
    item.begins_ns = moment.t.count();
    scene.canvas.line({{scene.frame.grid_left, y}, {scene.frame.grid_right, y}, palette::grid});
    // The chip with the present time takes the tick's place.
    if (scene.canvas.now() < 1e17 && std::abs(y - scene.canvas.now()) < 17) return;
    const Point at{scene.frame.ticks_right, y + 4};
    scene.canvas.label(text_at(at, Anchor::end, palette::grey, time, 12), future);
}

}  // namespace

void draw_ground(Scene& scene)
{
    const auto& moments = scene.axis.moments();
    auto moment = std::partition_point(moments.begin(), moments.end(), [&](const auto& m) {
        return m.y + top_margin < scene.y0 - 20;
    });
    for (; moment != moments.end() && moment->y + top_margin <= scene.y1 + 20; ++moment)
        if (moment->tick) draw_tick(scene, *moment, moment->y + top_margin);
}

void draw_lifelines(Scene& scene)
{
    scene.canvas.begin(Item::Kind::ground, "lifelines", "");
    const double from = std::max(scene.y0 - 50, top_margin - lifeline_above);
    const double to = std::min(scene.y1 + 50, scene.bottom);
    if (from >= to) return;
    std::vector<std::vector<bool>> used(scene.plan.hosts);
    for (auto& columns : used) columns.assign(std::size_t{most_columns}, false);
    for (auto& columns : used) columns[0] = true;
    for (const Band& band : scene.plan.bands)
        used[band.host][static_cast<std::size_t>(band.column)] = true;
    for (std::size_t host = 0; host < used.size(); ++host) {
        for (int column = 0; column < most_columns; ++column) {
            if (!used[host][static_cast<std::size_t>(column)]) continue;
            const double x = scene.frame.column_x(static_cast<trace::HostId>(host), column);
            scene.canvas.line({{x, from}, {x, to}, palette::slate, 1.2});
        }
    }
}

void draw_folds(Scene& scene)
{
    const auto& folds = scene.axis.folds();
    auto fold = std::partition_point(folds.begin(), folds.end(), [&](const TimeAxis::Fold& f) {
        return f.y + f.height + top_margin < scene.y0;
    });
    for (; fold != folds.end() && fold->y + top_margin <= scene.y1; ++fold) {
        const double y = fold->y + top_margin;
        const bool future = y + fold->height / 2 > scene.canvas.now();
        // A fold that now lies in would tell how long the wait will be.
        if (scene.canvas.hides(y + fold->height)) continue;
        const std::string length = length_text(rounded(fold->to - fold->from), scene.look.lang);
        Item& item = scene.canvas.begin(
            Item::Kind::fold,
            "f" + std::to_string(fold - folds.begin()),
            scene.look.lang == Lang::ko
                ? length + " 동안 아무 일도 없다 (접은 시간)"
                : "nothing happens for " + length + " (folded)");
        item.begins_ns = fold->from.count();
        Box box{scene.frame.fold_left, y, scene.frame.fold_right - scene.frame.fold_left,
                fold->height, 4, {palette::fold_fill.rgb, 225}, palette::fold_edge, 1,
                Dash::dashed};
        if (future) {
            box.fill = {palette::faded(palette::fold_fill).rgb, 225};
            box.edge = palette::faded(box.edge);
        }
        // One box, faded as a whole: the sheet must not cut its dashes in two.
        scene.canvas.whole(box);
        scene.write(text_at({(scene.frame.fold_left + scene.frame.fold_right) / 2,
                                    y + fold->height / 2 + 4},
                                   Anchor::middle, palette::grey, "… " + length + " …", 12, true),
                           future);
    }
}

void draw_now(Scene& scene)
{
    const double y = scene.canvas.now();
    if (y > 1e17 || !scene.visible(y - 10, y + 10)) return;
    const Time now = scene.look.now ? *scene.look.now : scene.record(*scene.look.now_record).t;
    const std::string time = time_text(now, scene.look.lang);
    Item& item = scene.canvas.begin(Item::Kind::ground, "now",
                                    scene.in("now: ", "지금: ") + time);
    item.begins_ns = now.count();
    // In pieces: words that cross it stay readable.
    std::sort(scene.gaps.begin(), scene.gaps.end(),
              [](const Point& a, const Point& b) { return a.x < b.x; });
    double x = scene.frame.grid_left;
    for (const Point& gap : scene.gaps) {
        if (gap.x > x) scene.canvas.line({{x, y}, {gap.x, y}, palette::lost, 1.8});
        x = std::max(x, gap.y);
    }
    if (x < scene.frame.grid_right)
        scene.canvas.line({{x, y}, {scene.frame.grid_right, y}, palette::lost, 1.8});
    const double width = std::max(54.0, text_width(time, 12, true) + 14);
    const double right = scene.frame.ticks_right + 6;
    const double left = std::max(2.0, right - width);
    scene.canvas.whole({left, y - 10, width, 20, 4, palette::lost, no_colour, 0, Dash::solid});
    scene.canvas.label(text_at({left + width / 2, y + 4}, Anchor::middle, palette::white, time, 12,
                               true));
}

DisplayList layout(const trace::Index& index, const TimeAxis& axis, const Look& look, double y0,
                   double y1)
{
    Scene scene(index, axis, look, y0, y1);
    keep_clear_of_arrows(scene);
    draw_ground(scene);
    draw_bands(scene);
    draw_lifelines(scene);
    draw_folds(scene);
    draw_timers(scene);
    draw_notes(scene);
    draw_arrows(scene);
    draw_now(scene);
    return scene.canvas.take();
}

double full_height(const TimeAxis& axis, const Look&)
{
    return axis.height() + top_margin + 8;
}

}  // namespace finwait::diagram
