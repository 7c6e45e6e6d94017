// Finds the place of each arrow's words, so that nothing touches anything else. Called by
// draw_arrows().
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/diagram/scene.h"

namespace finwait::diagram {
namespace {

/// One line of an arrow as it lies on the page, from left to right.
struct Run {
    Point left, right;
    bool sender_left;
    double y(double x) const
    {
        if (right.x <= left.x) return left.y;
        return left.y + (right.y - left.y) * (x - left.x) / (right.x - left.x);
    }
};

Run run_of(const Geometry& way)
{
    const bool sender_left = way.from.x <= way.end.x;
    return sender_left ? Run{way.from, way.end, true} : Run{way.end, way.from, false};
}

struct Candidate {
    double part;    ///< 0: at the sender's end, 1: at the other
    bool above;
};

// Words stand above their line, in its middle if that is free. Where lines cross, they stand near
// the sender: there the lines are still apart. Below where another arrow ends at this one's start.
constexpr Candidate above[] = {{0.5, true}, {0.35, true}, {0.65, true}, {0.8, true},
                               {0.2, true}, {1.0, true},  {0.0, true}};
constexpr Candidate above_crossing[] = {{0.0, true}, {0.1, true}, {0.2, true}};
constexpr Candidate below[] = {
    {0.5, false}, {0.3, false}, {0.0, false}, {0.7, false}, {1.0, false}};
constexpr Candidate below_crossing[] = {{0.0, false}, {0.1, false}, {1.0, true}, {1.0, false}};
using Candidates = std::span<const Candidate>;

struct Fit {
    Slab slab;
    Point at;
    double angle = 0;
};

constexpr double from_sender = 10, from_head = 16;

/// Where the words would stand at a candidate; a slab of no width if the line is too short.
Fit fit(const Run& run, const Candidate& candidate, double width, int size, bool slanted)
{
    const double slope = (run.right.y - run.left.y) / std::max(1.0, run.right.x - run.left.x);
    const double turn = slanted ? std::atan(slope) : 0;
    const double across = width * std::cos(turn);
    const double at_left = run.sender_left ? from_sender : from_head;
    const double at_right = run.sender_left ? from_head : from_sender;
    const double room_left = run.left.x + at_left + across / 2;
    const double room_right = run.right.x - at_right - across / 2;
    if (room_right < room_left) return {};
    const double part = run.sender_left ? candidate.part : 1 - candidate.part;
    const double x = room_left + part * (room_right - room_left);
    const double x0 = x - across / 2, x1 = x + across / 2;
    const double ascent = size * 0.8, descent = size * 0.22;
    const double stretch = 1 / std::cos(turn);
    double base0 = 0, base1 = 0;
    if (slanted) {
        const double gap = (candidate.above ? -(descent + 2) : ascent + 3) * stretch;
        base0 = run.y(x0) + gap;
        base1 = run.y(x1) + gap;
    } else {
        const double y = candidate.above ? std::min(run.y(x0), run.y(x1)) - descent - 2
                                         : std::max(run.y(x0), run.y(x1)) + ascent + 3;
        base0 = base1 = y;
    }
    Fit out;
    out.slab = {x0, x1, base0 - ascent * stretch, base1 - ascent * stretch,
                (ascent + descent) * stretch};
    out.at = {x, (base0 + base1) / 2};
    out.angle = turn * 180 / 3.14159265358979;
    return out;
}

Slab slab_of(const Run& run)
{
    return {run.left.x, run.right.x, run.left.y - 1, run.right.y - 1, 2};
}

Slab around(Point middle, double width, double height)
{
    return {middle.x - width / 2, middle.x + width / 2, middle.y - height / 2,
            middle.y - height / 2, height};
}

/// The word beside the cross: onward in the arrow's direction, else near it. Nothing where there
/// is no room: the cross says it too.
std::optional<Point> place_pill(const Places& places, const std::string& word, const Geometry& way)
{
    const double width = pill_width(word);
    const double onward = way.to.x > way.from.x ? 1 : -1;
    const double beside = way.end.x + onward * (13 + width / 2);
    const Point choices[] = {{beside, way.end.y},
                             {beside, way.end.y + 12},
                             {beside, way.end.y - 12},
                             {way.end.x, way.end.y + 21},
                             {way.end.x, way.end.y - 21},
                             {beside, way.end.y + 24},
                             {beside, way.end.y - 24},
                             {beside + onward * 40, way.end.y},
                             {way.end.x - onward * (13 + width / 2), way.end.y + 24}};
    for (const Point& choice : choices)
        if (places.is_free(around(choice, width, pill_height))) return choice;
    return std::nullopt;
}

/// Everything that words must not touch.
void add_obstacles(const Scene& scene, Places& places, double from, double to)
{
    const Frame& frame = scene.frame;
    for (const TimeAxis::Fold& fold : scene.axis.folds()) {
        const double y = fold.y + top_margin;
        if (y + fold.height < from || y > to) continue;
        places.add({frame.fold_left, frame.fold_right, y, y, fold.height});
    }
    for (std::size_t host = 0; host < frame.hosts.size(); ++host) {
        const auto id = static_cast<trace::HostId>(host);
        const double a = frame.column_x(id, 0);
        const double b = frame.column_x(id, scene.plan.columns[host] - 1);
        places.add({std::min(a, b) - band_width / 2 - 2, std::max(a, b) + band_width / 2 + 2, from,
                    from, to - from});
    }
}

bool choose(const Scene& scene, const Places& places, const Run& run, Candidates candidates,
            bool slanted, LabelPlace& place)
{
    const double width = text_width(place.text, place.size) + 4;
    for (const Candidate& candidate : candidates) {
        const Fit found = fit(run, candidate, width, place.size, slanted);
        if (found.slab.x1 <= found.slab.x0) continue;
        if (!places.is_free(found.slab) || !scene.beside.is_free(found.slab)) continue;
        place.drawn = true;
        place.at = found.at;
        place.angle = found.angle;
        return true;
    }
    return false;
}

/// Full words, then smaller, then few. Horizontal words that find no room above their line go
/// along it before they go below it, where they could be taken for another line's.
bool find_room(const Scene& scene, const Places& places, const Run& run, bool crosses,
               const std::string& few_words, LabelPlace& place)
{
    const bool slanted = scene.look.slanted_labels;
    const Candidates first = crosses ? Candidates(above_crossing) : Candidates(above);
    const Candidates second = crosses ? Candidates(below_crossing) : Candidates(below);
    const auto try_all = [&](Candidates up, Candidates down) {
        for (const int size : {13, 11}) {
            place.size = size;
            if (choose(scene, places, run, up, slanted, place)) return true;
            if (!slanted && choose(scene, places, run, up, true, place)) return true;
            if (choose(scene, places, run, down, slanted, place)) return true;
        }
        return false;
    };
    if (try_all(first, second)) return true;
    if (crosses && try_all(above, below)) return true;
    place.text = few_words;
    return try_all(first, second) || (crosses && try_all(above, below));
}

/// As drawn: segments of one moment stand below each other, and may cross because of that.
bool crosses_another(const std::vector<Geometry>& ways, std::size_t i)
{
    constexpr std::size_t reach = 12;
    const Geometry& a = ways[i];
    const std::size_t from = i < reach ? 0 : i - reach, to = std::min(ways.size(), i + reach);
    for (std::size_t j = from; j < to; ++j) {
        const Geometry& b = ways[j];
        if (j == i || a.from.x != b.to.x || a.to.x != b.from.x) continue;
        if (a.from.y < b.to.y - 1 && b.from.y < a.to.y - 1) return true;
    }
    return false;
}

}  // namespace

std::vector<LabelPlace> place_labels(const Scene& scene, std::size_t first, std::size_t last)
{
    std::vector<LabelPlace> out(last - first);
    std::vector<Geometry> ways;
    Places places;
    double from = 1e18, to = -1e18;
    for (std::size_t i = first; i < last; ++i) {
        ways.push_back(geometry_of(scene, scene.plan.arrows[i]));
        const Run run = run_of(ways.back());
        places.add(slab_of(run));
        from = std::min({from, run.left.y, run.right.y});
        to = std::max({to, run.left.y, run.right.y});
        if (scene.plan.arrows[i].lost) places.add(around(ways.back().end, 16, 16));
    }
    if (ways.empty()) return out;
    add_obstacles(scene, places, from - 40, to + 40);
    for (std::size_t i = first; i < last; ++i) {
        const Arrow& arrow = scene.plan.arrows[i];
        if (!arrow.lost) continue;
        const std::string word = loss_of(scene, arrow);
        out[i - first].pill = place_pill(places, word, ways[i - first]);
        if (out[i - first].pill)
            places.add(around(*out[i - first].pill, pill_width(word), pill_height));
    }
    for (std::size_t i = first; i < last; ++i) {
        LabelPlace& place = out[i - first];
        const trace::Record& sent = scene.record(scene.plan.arrows[i].sent);
        const Run run = run_of(ways[i - first]);
        place.text = label_of(scene.index, sent, scene.look);
        const bool crosses = scene.plan.arrows[i].crosses || crosses_another(ways, i - first);
        if (!find_room(scene, places, run, crosses, trace::short_label(sent), place)) continue;
        const double width = text_width(place.text, place.size) + 4;
        const double turn = place.angle * 3.14159265358979 / 180;
        const double half = width * std::cos(turn) / 2, rise = half * std::tan(turn);
        const double stretch = 1 / std::cos(turn);
        const double top = place.at.y - place.size * 0.8 * stretch;
        places.add({place.at.x - half, place.at.x + half, top - rise, top + rise,
                    place.size * 1.02 * stretch});
    }
    return out;
}

std::string label_of(const trace::Index& index, const trace::Record& sent, const Look& look)
{
    const trace::SentSegment& segment = sent.segment;
    const auto number = [&](std::optional<std::int64_t> relative, tcp::Seq raw) {
        return std::to_string(look.absolute_numbers || !relative ? std::int64_t{raw.raw()}
                                                                 : *relative);
    };
    std::string text = tcp::control_text(segment.flags) + "  seq=" +
                       number(index.relative_seq(sent), segment.seq);
    if ((segment.flags & tcp::ACK) != 0)
        text += " ack=" + number(index.relative_ack(sent), segment.ack);
    if (segment.len > 0) text += " len=" + std::to_string(segment.len);
    if (sent.rule == Rule::copied_by_fault) text += look.lang == Lang::ko ? " (사본)" : " (copy)";
    return text;
}

std::string loss_of(const Scene& scene, const Arrow& arrow)
{
    switch (scene.record(arrow.end).rule) {
        case Rule::corrupted: return scene.in("corrupted", "손상");
        case Rule::lost_in_queue: return scene.in("queue full", "큐 가득 참");
        default: return scene.in("lost", "손실");
    }
}

}  // namespace finwait::diagram
