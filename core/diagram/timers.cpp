// Timers as brackets outside the state names: solid ones fired, dotted ones were cancelled. Called
// by layout().
#include <algorithm>

#include "core/diagram/scene.h"

namespace finwait::diagram {
namespace {

constexpr double lane_width = 9;
constexpr double serif = 8;
constexpr double line_height = 15;

std::string name_of(const Scene& scene, const Bracket& bracket)
{
    const trace::Record& record = scene.record(bracket.set);
    const bool ko = scene.look.lang == Lang::ko;
    switch (record.timer.kind) {
        case tcp::TimerKind::persist: return ko ? "윈도 탐침" : "persist";
        case tcp::TimerKind::delayed_ack: return ko ? "지연 ACK" : "delayed ACK";
        case tcp::TimerKind::keepalive: return ko ? "킵얼라이브" : "keepalive";
        default: return std::string(tcp::name(record.timer.kind));
    }
}

std::string title_of(const Scene& scene, const Bracket& bracket, const std::string& name,
                     const std::string& length)
{
    const bool running = bracket.end == trace::no_record;
    const std::string who = scene.host_name(bracket.host);
    const std::string end = time_text(bracket.to, scene.look.lang);
    if (scene.look.lang == Lang::ko) {
        const std::string what = who + ": " + name + " 타이머 " + length;
        if (running) return what + ", 실행이 끝날 때까지 동작";
        return what + (bracket.fired ? ", " + end + "에 만료" : ", " + end + "에 취소");
    }
    const std::string what = who + ": timer " + name + ", " + length;
    if (running) return what + ", still running when the run ends";
    return what + (bracket.fired ? ", fires at " : ", cancelled at ") + end;
}

/// The name beside the bracket, in two lines if it is long; nearest to the middle that is free.
void draw_name(Scene& scene, const Bracket& bracket, double from, double to,
               const std::string& name, const std::string& length)
{
    const Place& place = scene.frame.hosts[bracket.host];
    constexpr double room = 70;
    std::vector<std::string> lines{name + " " + length};
    if (text_width(lines[0], 12) > room) lines = {name, length};
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, text_width(line, 12));
    const double left = place.outward < 0 ? place.timers_x - width : place.timers_x;
    const double height = line_height * static_cast<double>(lines.size());
    const double middle = to - from > 600 ? from + 60 : (from + to) / 2;
    const double reach = std::max(0.0, (std::min(to, from + 600) - from - height) / 2);
    for (double step = 0; step <= reach; step += 4) {
        for (const double side : {1.0, -1.0}) {
            const double top = middle - height / 2 + side * step;
            const Slab slab{left, left + width, top, top, height};
            if (!scene.beside.is_free(slab)) continue;
            scene.beside.add(slab);
            double baseline = top + 11.5;
            const bool future = baseline - 4 > scene.canvas.now();
            for (const std::string& line : lines) {
                scene.write(text_at({place.timers_x, baseline}, place.names, palette::timer,
                                           line, 12),
                                   future && !scene.canvas.hides_future());
                baseline += line_height;
            }
            return;
        }
    }
}

void draw_bracket(Scene& scene, const Bracket& bracket)
{
    const double from = scene.y_of(bracket.set);
    double to = bracket.end == trace::no_record ? scene.y(bracket.to) : scene.y_of(bracket.end);
    bool open = bracket.end == trace::no_record, dotted = !open && !bracket.fired;
    if (scene.canvas.hides_future()) {
        if (!scene.happened(bracket.set)) return;
        if (to > scene.canvas.now()) {
            // How it will end is the future.
            to = std::max(from, scene.canvas.now());
            open = true;
            dotted = false;
        }
    }
    if (!scene.visible(from, to)) return;
    const Place& place = scene.frame.hosts[bracket.host];
    const std::string name = name_of(scene, bracket);
    const trace::Record& set = scene.record(bracket.set);
    const std::string length = length_text(set.timer.deadline - set.t, scene.look.lang);
    Item& item = scene.canvas.begin(Item::Kind::timer, "t" + std::to_string(bracket.set),
                                    title_of(scene, bracket, name, length));
    item.record = bracket.set;
    item.begins_ns = set.t.count();
    const double x = place.bracket_x + place.outward * lane_width * bracket.lane;
    const double inner = x - place.outward * serif;
    const Dash dash = dotted ? Dash::dotted : Dash::solid;
    const double top = std::max(from, scene.y0 - 100), bottom = std::min(to, scene.y1 + 100);
    scene.canvas.line({{x, top}, {x, bottom}, palette::timer, 1.8, dash});
    // The brackets of a host in the middle stand where other hosts' segments have their words.
    if (bracket.host > 0 && bracket.host + std::size_t{1} < scene.plan.hosts)
        scene.beside.add({std::min(x, inner) - 2, std::max(x, inner) + 2, top, top, bottom - top});
    if (from >= scene.y0 - 10)
        scene.canvas.line({{inner, from}, {x, from}, palette::timer, 1.8, dash});
    if (!open && to <= scene.y1 + 10)
        scene.canvas.line({{inner, to}, {x, to}, palette::timer, 1.8, dash});
    if (to - from >= line_height - 2) draw_name(scene, bracket, from, to, name, length);
}

}  // namespace

// Brackets are sorted by their beginning; a long one may begin far above what is visible.
void draw_timers(Scene& scene)
{
    const auto& brackets = scene.plan.brackets;
    const auto& ends = scene.plan.latest_end;
    const auto last = std::partition_point(brackets.begin(), brackets.end(), [&](const Bracket& b) {
        return scene.y_of(b.set) <= scene.y1 + 40;
    });
    const auto count = static_cast<std::size_t>(last - brackets.begin());
    const Time first_time = scene.axis.time_at(std::max(0.0, scene.y0 - 40 - top_margin));
    for (std::size_t i = 0; i < count; i += bracket_block) {
        if (ends[i / bracket_block] < first_time) continue;
        for (std::size_t j = i; j < std::min(count, i + bracket_block); ++j)
            if (brackets[j].to >= first_time) draw_bracket(scene, brackets[j]);
    }
}

}  // namespace finwait::diagram
