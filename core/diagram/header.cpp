// The host boxes above a diagram and the legend below it. Called by the window, which keeps them
// in sight, and by figure().
#include <algorithm>

#include "core/diagram/scene.h"

namespace finwait::diagram {
namespace {

constexpr double header_height = 44;
constexpr double legend_height = 36;

void arrow_sample(Canvas& canvas, double x, double y, Colour colour, double width)
{
    canvas.line({{x, y}, {x + 22, y}, colour, width});
    canvas.polygon({{{x + 30, y}, {x + 19, y - 4.5}, {x + 19, y + 4.5}}, colour, no_colour, 0});
}

void lost_sample(Canvas& canvas, double x, double y)
{
    canvas.line({{x, y}, {x + 18, y}, palette::lost, 1.8, Dash::dashed});
    for (const double side : {5.0, -5.0})
        canvas.line({{x + 19, y - side}, {x + 29, y + side}, palette::lost, 3});
}

void timer_sample(Canvas& canvas, double x, double y, Dash dash)
{
    canvas.line({{x, y - 7}, {x + 7, y - 7}, palette::timer, 1.8, dash});
    canvas.line({{x + 7, y - 7}, {x + 7, y + 7}, palette::timer, 1.8, dash});
    canvas.line({{x, y + 7}, {x + 7, y + 7}, palette::timer, 1.8, dash});
}

}  // namespace

DisplayList layout_header(const trace::Index& index, const Look& look)
{
    const Plan plan(index);
    const Frame frame(plan, look);
    Canvas canvas(frame.width, header_height);
    canvas.begin(Item::Kind::ground, "time", look.lang == Lang::ko ? "시간" : "time");
    canvas.label(text_at({frame.ticks_right, 27}, Anchor::end, palette::grey, "t", 13, true));
    for (std::size_t host = 0; host < frame.hosts.size(); ++host) {
        const auto id = static_cast<trace::HostId>(host);
        const auto& names = index.trace().header().hosts;
        std::string name = host < names.size() ? names[host] : "host " + std::to_string(host + 1);
        if (host < look.host_titles.size()) name = look.host_titles[host];
        const double x = (frame.column_x(id, 0) + frame.column_x(id, plan.columns[host] - 1)) / 2;
        const double width = std::max(120.0, text_width(name, 14, true) + 36);
        const double left = std::clamp(x - width / 2, 2.0, std::max(2.0, frame.width - width - 2));
        canvas.begin(Item::Kind::host, "h" + std::to_string(host), name);
        canvas.box({left, 8, width, 28, 5, palette::slate, no_colour, 0, Dash::solid});
        const Point middle{left + width / 2, 27};
        canvas.label(text_at(middle, Anchor::middle, palette::white, name, 14, true));
    }
    return canvas.take();
}

DisplayList layout_legend(const Look& look)
{
    const bool ko = look.lang == Lang::ko;
    struct Entry { const char* id; const char* text; double sample; };
    const Entry entries[] = {
        {"legend-fin", "FIN", 30},
        {"legend-segment", ko ? "ACK / 데이터" : "ACK / data", 30},
        {"legend-again", ko ? "재전송" : "sent again", 30},
        {"legend-lost", ko ? "손실" : "lost", 30},
        {"legend-fired", ko ? "타이머 만료" : "timer fires", 8},
        {"legend-cancelled", ko ? "타이머 취소" : "timer cancelled", 8},
    };
    Canvas canvas(look.width, legend_height);
    double needed = 0;
    for (const Entry& entry : entries) needed += entry.sample + 8 + text_width(entry.text, 12);
    const double gap = std::clamp((look.width - 40 - needed) / 5, 10.0, 34.0);
    constexpr double y = legend_height / 2;
    double x = 20;
    int i = 0;
    for (const Entry& entry : entries) {
        canvas.begin(Item::Kind::legend, entry.id, entry.text);
        switch (i++) {
            case 0: arrow_sample(canvas, x, y, palette::fin, 2.4); break;
            case 1: arrow_sample(canvas, x, y, palette::segment, 1.8); break;
            case 2: arrow_sample(canvas, x, y, palette::again, 1.8); break;
            case 3: lost_sample(canvas, x, y); break;
            case 4: timer_sample(canvas, x, y, Dash::solid); break;
            default: timer_sample(canvas, x, y, Dash::dotted); break;
        }
        x += entry.sample + 8;
        canvas.label(text_at({x, y + 4}, Anchor::start, palette::ink, entry.text, 12));
        x += text_width(entry.text, 12) + gap;
    }
    return canvas.take();
}

}  // namespace finwait::diagram
