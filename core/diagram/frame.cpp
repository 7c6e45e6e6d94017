// Where everything stands across the page, and what one layout() knows. Used by all its parts.
#include <algorithm>
#include <cmath>

#include "core/diagram/scene.h"

namespace finwait::diagram {
namespace {

constexpr double ticks_width = 54;       // "60.544 s"; more in runs of many minutes
constexpr double timer_names = 70;       // "RTO 224 ms"; longer ones take two lines
constexpr double state_names = 104;      // "SYN-RECEIVED", bold
constexpr double connection_names = 20;  // "#2 " before it
constexpr double lane_width = 9;
constexpr double column_pitch = band_width + 5;
constexpr double least_span = 240;       // between the bands of two hosts

}  // namespace

Frame::Frame(const Plan& plan, const Look& look)
{
    const std::size_t count = std::max<std::size_t>(1, plan.hosts);
    const double names = state_names + (plan.many() ? connection_names : 0);
    const auto further = [&](std::size_t host) { return (plan.columns[host] - 1) * column_pitch; };
    // From the middle of the first band outwards: half the band, names, lanes, timers.
    const auto reach = [&](std::size_t host) {
        return band_width / 2 + 10 + names + 8 + lane_width * plan.lanes[host] + 5 + timer_names;
    };
    std::int64_t shown = 10;
    double wide = text_width("8.888 s", 12) + 6;
    for (; plan.end / shown >= seconds{1}; shown *= 10) wide += text_width("8", 12);
    ticks_right = std::max(ticks_width, wide);
    grid_left = ticks_right + 6;
    const double first_x = grid_left + (plan.hosts > 0 ? reach(0) : 0);
    const double right_reach = plan.hosts > 1 ? reach(plan.hosts - 1) + 6 : 20;
    double least = first_x + right_reach;
    for (std::size_t host = 1; host < count; ++host)
        least += least_span + further(host - 1) + further(host) +
                 (host + 1 < count ? reach(host) : 0);
    width = std::max(look.width, least);
    grid_right = width - 4;
    const double last_x = width - right_reach;
    const double pitch = count > 1 ? (last_x - first_x) / static_cast<double>(count - 1) : 0;
    for (std::size_t host = 0; host < plan.hosts; ++host) {
        Place place;
        place.x = first_x + pitch * static_cast<double>(host);
        const bool left = host == 0;
        const bool middle = !left && host + 1 < count;
        place.outward = left ? -1 : 1;
        // A host in the middle has its names on its right, beyond all its columns.
        place.inward = left ? 1 : -1;
        if (middle) place.inward = -1;
        place.names = left ? Anchor::end : Anchor::start;
        place.names_x = place.x + place.outward * (band_width / 2 + 10);
        place.bracket_x = place.names_x + place.outward * (names + 8);
        place.timers_x = place.bracket_x +
                         place.outward * (lane_width * (plan.lanes[host] - 1) + 6);
        hosts.push_back(place);
    }
    fold_left = hosts.empty() ? grid_left : hosts.front().x - band_width / 2 - 5;
    fold_right = hosts.empty() ? grid_right : hosts.back().x + band_width / 2 + 5;
}

double Frame::column_x(trace::HostId host, int column) const
{
    const Place& place = hosts[host];
    return place.x + place.inward * column_pitch * column;
}

Scene::Scene(const trace::Index& the_index, const TimeAxis& the_axis, const Look& the_look,
             double from, double to)
    : index(the_index), axis(the_axis), plan(the_axis.plan()), look(the_look),
      frame(plan, look), canvas(frame.width, full_height(axis, look)), y0(from), y1(to),
      bottom(full_height(axis, look) - 8)
{
    y1 = std::min(y1, bottom + 8);
    if (!look.now && !look.now_record) return;
    const double now = look.now_record ? y_of(*look.now_record) : y(*look.now);
    canvas.future_below(now, look.hide_future ? Canvas::Future::hidden : Canvas::Future::faded);
}

bool Scene::happened(trace::RecordId id) const
{
    if (look.now_record) return id <= *look.now_record;
    return !look.now || record(id).t <= *look.now;
}

void Scene::write(Label label, bool future)
{
    const Bounds bounds = bounds_of(label);
    const double now = canvas.now();
    if (bounds.top < now + 2 && bounds.bottom > now - 2) {
        // Of words on a slope, only those that the line would strike.
        const double slope = std::tan(label.angle * 3.14159265358979 / 180);
        double left = bounds.left, right = bounds.right;
        if (slope != 0) {
            const double a = label.at.x + (now - 2 - label.size * 0.25 - label.at.y) / slope;
            const double b = label.at.x + (now + 2 + label.size * 0.8 - label.at.y) / slope;
            left = std::max(left, std::min(a, b));
            right = std::min(right, std::max(a, b));
        }
        if (left < right) gaps.push_back({left - 3, right + 3});
    }
    canvas.label(std::move(label), future);
}

std::string Scene::host_name(trace::HostId host) const
{
    if (host < look.host_titles.size()) return look.host_titles[host];
    const auto& names = index.trace().header().hosts;
    return host < names.size() ? names[host] : "host " + std::to_string(host + 1);
}

}  // namespace finwait::diagram
