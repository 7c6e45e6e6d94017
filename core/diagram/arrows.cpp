// Segments as slanted arrows: colours, heads, the cross of a lost one. Called by layout().
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/diagram/scene.h"
#include "core/rules/catalogue.h"

namespace finwait::diagram {
namespace {

constexpr double lost_after = 0.58;      // of the way, where the cross stands
constexpr double corrupted_after = 0.92; // a damaged segment arrives and is dropped
constexpr double head_length = 11, head_width = 9;

struct Style {
    Colour colour;
    double width = 1.8;
    Dash dash = Dash::solid;
};

Style style_of(const trace::Record& sent, bool lost)
{
    Style style{palette::segment};
    if ((sent.segment.flags & tcp::FIN) != 0) style = {palette::fin, 2.4};
    if ((sent.segment.flags & tcp::RST) != 0) style = {palette::ink, 2.4};
    // The SYN,ACK of a simultaneous open carries its SYN's number once more, but is an answer.
    if ((sent.segment.labels & trace::label_retransmission) != 0 &&
        sent.rule != Rule::simultaneous_open)
        style.colour = palette::again;
    if (lost) {
        style.colour = palette::lost;
        style.dash = Dash::dashed;
    }
    return style;
}

std::string title_of(const Scene& scene, const Arrow& arrow)
{
    const trace::Record& sent = scene.record(arrow.sent);
    const std::string who = scene.host_name(sent.host);
    const std::string what = trace::segment_text(scene.index, sent, scene.look.absolute_numbers);
    const std::string when = time_text(sent.t, scene.look.lang);
    const std::string why{rules::entry(sent.rule).title.in(scene.look.lang)};
    std::string fate;
    if (arrow.end != trace::no_record && !(scene.look.hide_future && !scene.happened(arrow.end))) {
        const std::string at = time_text(scene.record(arrow.end).t, scene.look.lang);
        if (scene.look.lang == Lang::ko) fate = arrow.lost ? ", 손실" : ", " + at + "에 도착";
        else fate = arrow.lost ? ", lost" : ", arrives at " + at;
    }
    if (scene.look.lang == Lang::ko)
        return who + ", " + when + ": " + what + " 송신" + fate + " (" + why + ")";
    return who + " sends " + what + " at " + when + fate + ": " + why;
}

void draw_head(Canvas& canvas, Point from, Point tip, Colour colour)
{
    const double length = std::hypot(tip.x - from.x, tip.y - from.y);
    if (length < head_length) return;
    const double dx = (tip.x - from.x) / length, dy = (tip.y - from.y) / length;
    const Point back{tip.x - dx * head_length, tip.y - dy * head_length};
    const double wide = head_width / 2;
    canvas.polygon({{tip, {back.x - dy * wide, back.y + dx * wide},
                     {back.x + dy * wide, back.y - dx * wide}},
                    colour, no_colour, 0});
}

void draw_cross(Canvas& canvas, Point at)
{
    constexpr double arm = 6;
    for (const double side : {1.0, -1.0})
        canvas.line({{at.x - arm, at.y - side * arm}, {at.x + arm, at.y + side * arm},
                     palette::lost, 3});
}

void draw_pill(Scene& scene, Point middle, const std::string& word, bool future)
{
    if (future && scene.canvas.hides_future()) return;
    const double width = pill_width(word);
    Box pill{middle.x - width / 2, middle.y - pill_height / 2, width, pill_height, pill_height / 2,
             palette::lost, no_colour, 0, Dash::solid};
    if (future) pill.fill = palette::faded(pill.fill);
    scene.canvas.whole(pill);
    scene.write(text_at({middle.x, middle.y + 4}, Anchor::middle, palette::white, word, 12, true),
                false);
}

/// A segment that has left and whose end is still hidden: the first part of its way.
void draw_departing(Scene& scene, const Geometry& way, const Style& style)
{
    const double full = way.to.y - way.from.y;
    const double gone = full > 0 ? (scene.canvas.now() - way.from.y) / full : 0;
    const double part = std::clamp(gone, 0.2, 1.0);
    const Point end{way.from.x + part * (way.to.x - way.from.x), way.from.y + part * full};
    scene.canvas.whole({way.from, end, style.colour, style.width, Dash::solid});
}

/// A loss shows as soon as it has happened, though its cross lies below the line "now": a lost
/// segment is not on its way any more.
bool loss_is_known(const Scene& scene, const Arrow& arrow)
{
    return arrow.lost && scene.happened(arrow.end);
}

void draw_line(Scene& scene, const Arrow& arrow, const Geometry& way, const Style& style)
{
    Canvas& canvas = scene.canvas;
    if (scene.look.selected == arrow.sent)
        canvas.line({way.from, way.end, {style.colour.rgb, 46}, 12});
    if (canvas.hides(way.end.y) && !loss_is_known(scene, arrow))
        return draw_departing(scene, way, style_of(scene.record(arrow.sent), false));
    if (arrow.lost) {
        canvas.line({way.from, way.end, style.colour, style.width, style.dash});
        return draw_cross(canvas, way.end);
    }
    if (arrow.end == trace::no_record) {
        canvas.line({way.from, way.end, style.colour, style.width});
        return;
    }
    const double length = std::max(1.0, std::hypot(way.end.x - way.from.x, way.end.y - way.from.y));
    const double part = std::max(0.0, 1 - (head_length - 3) / length);
    const Point neck{way.from.x + part * (way.end.x - way.from.x),
                     way.from.y + part * (way.end.y - way.from.y)};
    canvas.line({way.from, neck, style.colour, style.width, style.dash});
    draw_head(canvas, way.from, way.end, style.colour);
}

void draw_arrow(Scene& scene, const Arrow& arrow, const LabelPlace& place)
{
    const trace::Record& sent = scene.record(arrow.sent);
    if (scene.look.hide_future && !scene.happened(arrow.sent)) return;
    const Geometry way = geometry_of(scene, arrow);
    if (!scene.visible(way.from.y - 30, std::max(way.end.y, way.from.y) + 30)) return;
    Item& item = scene.canvas.begin(Item::Kind::segment, "s" + std::to_string(arrow.sent),
                                    title_of(scene, arrow));
    item.record = arrow.sent;
    item.from = way.from;
    item.to = way.end;
    item.begins_ns = sent.t.count();
    const Style style = style_of(sent, arrow.lost);
    const bool known_loss = loss_is_known(scene, arrow);
    if (known_loss) scene.canvas.treat_as(Canvas::Happened::yes);
    if (!scene.happened(arrow.sent)) scene.canvas.treat_as(Canvas::Happened::no);
    draw_line(scene, arrow, way, style);
    scene.canvas.treat_as(Canvas::Happened::by_place);
    const bool unknown_end = scene.canvas.hides(way.end.y) && !known_loss;
    if (place.drawn) {
        Colour colour = arrow.lost ? palette::lost_text : style.colour;
        if (unknown_end) colour = style_of(sent, false).colour;
        Label label = text_at(place.at, Anchor::middle, colour, place.text, place.size);
        label.angle = place.angle;
        scene.write(std::move(label), !scene.happened(arrow.sent));
    }
    if (place.pill)
        draw_pill(scene, *place.pill, loss_of(scene, arrow),
                  !known_loss && way.end.y > scene.canvas.now());
}

}  // namespace

Geometry geometry_of(const Scene& scene, const Arrow& arrow)
{
    const trace::Record& sent = scene.record(arrow.sent);
    const trace::HostId to = sent.segment.to;
    const double from_x =
        scene.frame.column_x(sent.host, scene.plan.column_of(sent.host, sent.conn));
    const double to_x = scene.frame.column_x(to, scene.plan.column_of(to, sent.conn));
    const double edge = to_x >= from_x ? band_width / 2 : -band_width / 2;
    Geometry way;
    way.from = {from_x + edge, scene.y_of(arrow.sent)};
    way.to.x = to_x - edge;
    if (sent.segment.to == sent.host) way.to.x = from_x + edge + 70;
    if (arrow.end != trace::no_record && !arrow.lost) way.to.y = scene.y_of(arrow.end);
    else way.to.y = way.from.y + scene.y(arrow.to) - scene.y(arrow.from);
    double part = 1;
    if (arrow.lost)
        part = scene.record(arrow.end).rule == Rule::corrupted ? corrupted_after : lost_after;
    if (arrow.end == trace::no_record) part = lost_after;
    way.end = {way.from.x + part * (way.to.x - way.from.x),
               way.from.y + part * (way.to.y - way.from.y)};
    return way;
}

namespace {

/// The arrows to lay out: beginning well above what is visible, at a fixed place, so that
/// scrolling does not move their words.
std::pair<std::size_t, std::size_t> arrows_in_sight(const Scene& scene)
{
    constexpr double lead = 500;
    constexpr std::size_t grain = 32;
    const auto& arrows = scene.plan.arrows;
    const auto index_at = [&](double y) {
        const auto place = std::partition_point(
            arrows.begin(), arrows.end(), [&](const Arrow& a) { return scene.y_of(a.sent) < y; });
        return static_cast<std::size_t>(place - arrows.begin());
    };
    return {index_at(scene.y0 - lead) / grain * grain,
            std::min(arrows.size(), index_at(scene.y1 + 60) + 1)};
}

}  // namespace

void keep_clear_of_arrows(Scene& scene)
{
    if (scene.plan.hosts < 3) return;
    const auto [first, last] = arrows_in_sight(scene);
    for (std::size_t i = first; i < last; ++i) {
        const Geometry way = geometry_of(scene, scene.plan.arrows[i]);
        const bool right = way.end.x >= way.from.x;
        const Point a = right ? way.from : way.end, b = right ? way.end : way.from;
        scene.beside.add({a.x, b.x, a.y - 1, b.y - 1, 2});
    }
}

void draw_arrows(Scene& scene)
{
    const auto [first, last] = arrows_in_sight(scene);
    if (first >= last) return;
    const auto places = place_labels(scene, first, last);
    for (std::size_t i = first; i < last; ++i)
        draw_arrow(scene, scene.plan.arrows[i], places[i - first]);
}

}  // namespace finwait::diagram
