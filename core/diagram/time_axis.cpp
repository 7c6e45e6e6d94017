// The folded time axis: where each moment and each record of a run lies. Built once per run and
// zoom by whoever calls layout().
#include <algorithm>
#include <set>
#include <span>
#include <vector>

#include "core/diagram/plan.h"

#include "core/diagram/layout.h"

namespace finwait::diagram {
namespace {

using trace::Kind;
using trace::Record;
using trace::RecordId;

// In pixels at zoom 1.
constexpr double tail = 44;            // below the last event: room for the last state's name
constexpr double fold_above = 13, fold_box = 18, fold_below = 20;
constexpr double tick_distance = 17;
constexpr double least_gap = 2;        // after a moment that takes room
constexpr int fold_delays = 3;         // idle for longer than so many delays: folded

/// What needs room of its own, per host.
enum Track : std::uint8_t { departure, arrival, move, tracks };

struct Spacing {
    double drop;                       // what a segment falls on its way
    double cross;                      // the same, at least, where another comes against it
    double step;                       // from one to the next of the same track
    double reply;                      // from an arrival to a later departure
};

// Horizontal words need more room above a slope than words that run along it.
constexpr Spacing slanted{30, 56, 21, 18};
constexpr Spacing horizontal{28, 60, 38, 18};

int track_of(const Record& record)
{
    switch (record.kind) {
        case Kind::sent: return departure;
        case Kind::arrived: return arrival;
        // A listener's own moves are not drawn beside its connections.
        case Kind::state: return record.state.listener != 0 ? tracks : move;
        default: return tracks;
    }
}

bool makes_a_moment(const Record& record, const Plan& plan)
{
    switch (record.kind) {
        case Kind::call:
        case Kind::port_taken:
        case Kind::port_freed: return false;
        case Kind::returned: return record.call.error != host::Errno::ok;
        case Kind::state: return record.state.listener == 0 || plan.shows(record);
        default: return true;
    }
}

/// All moments at which there is something to see, in order, each once.
std::vector<Time> times_of(const trace::Index& index, const Plan& plan)
{
    std::vector<Time> times;
    for (const Record& record : index.trace().records())
        if (makes_a_moment(record, plan)) times.push_back(record.t);
    for (const Arrow& arrow : plan.arrows)
        if (arrow.lost) times.push_back(arrow.to);
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    if (times.empty() || times.front() > Time{0}) times.insert(times.begin(), Time{0});
    return times;
}

/// What one host does at one moment: groups below each other, each with at most one departure,
/// one arrival and one move, so that nothing lies on top of another.
class MomentOfHosts {
public:
    MomentOfHosts(std::size_t hosts, double step) : hosts_(hosts), step_(step) {}

    /// The offset of `record`, no higher than that of its cause.
    double place(const Record& record, double cause_offset, bool with_departure)
    {
        Host& host = hosts_[record.host];
        if (host.moment != moment_) host = Host{moment_, 0, {}};
        const int track = track_of(record);
        const bool full = (track != tracks && host.taken[track]) ||
                          (with_departure && host.taken[departure]);
        double offset = full ? host.offset + step_ : host.offset;
        offset = std::max(offset, cause_offset);
        if (offset > host.offset) host = Host{moment_, offset, {}};
        if (track != tracks) host.taken[track] = true;
        extent_ = std::max(extent_, offset);
        return offset;
    }
    void next() { ++moment_; extent_ = 0; }
    double extent() const { return extent_; }

private:
    struct Host {
        std::size_t moment = 0;
        double offset = 0;
        bool taken[tracks] = {};
    };
    std::vector<Host> hosts_;
    double step_;
    std::size_t moment_ = 1;
    double extent_ = 0;
};

/// The records from `begin` to `end`, all of one moment; but a state that begins with a FIN goes
/// to the FIN, also where the same call sends other segments first.
void in_drawing_order(std::span<const Record> records, std::size_t begin, std::size_t end,
                      std::vector<RecordId>& order, std::set<RecordId>& moved)
{
    order.clear();
    moved.clear();
    for (std::size_t i = begin; i < end; ++i) order.push_back(static_cast<RecordId>(i));
    for (std::size_t i = begin; i < end; ++i) {
        const Record& state = records[i];
        if (state.kind != Kind::state || state.state.event != tcp::Event::close_call) continue;
        const auto fin = std::find_if(order.begin(), order.end(), [&](RecordId id) {
            const Record& r = records[id];
            return id > i && r.kind == Kind::sent && r.host == state.host &&
                   r.conn == state.conn && (r.segment.flags & tcp::FIN) != 0;
        });
        if (fin == order.end()) continue;
        const auto own = std::find(order.begin(), order.end(), state.id);
        std::rotate(own, own + 1, fin);
        moved.insert(state.id);
    }
}

/// The lowest place so far of each track of each host.
class Tracks {
public:
    Tracks(std::size_t hosts, Spacing spacing)
        : last_(hosts * tracks, -1e9), spacing_(spacing) {}

    double needed(const Record& record, double offset) const
    {
        const int track = track_of(record);
        if (track == tracks) return 0;
        double y = last(record.host, track) + spacing_.step;
        if (track == departure) y = std::max(y, last(record.host, arrival) + spacing_.reply);
        return y - offset;
    }
    void note(const Record& record, double y)
    {
        if (const int track = track_of(record); track != tracks)
            last_[record.host * std::size_t{tracks} + static_cast<std::size_t>(track)] = y;
    }

private:
    double last(trace::HostId host, int track) const
    {
        return last_[host * std::size_t{tracks} + static_cast<std::size_t>(track)];
    }
    std::vector<double> last_;
    Spacing spacing_;
};

}  // namespace

TimeAxis::TimeAxis(const trace::Index& index, double zoom, bool slanted_labels)
    : index_(&index), plan_(std::make_shared<Plan>(index))
{
    const auto records = index.trace().records();
    const Spacing base = slanted_labels ? slanted : horizontal;
    const Spacing spacing{base.drop * zoom, base.cross * zoom, base.step * zoom,
                          base.reply * zoom};
    pixels_per_ns_ = spacing.drop / static_cast<double>(plan_->delay.count());
    offsets_.assign(records.size(), 0.0F);
    MomentOfHosts moment(plan_->hosts, spacing.step);
    Tracks tracks(plan_->hosts, spacing);
    double y = 0, last_tick = -1e9;
    std::size_t next = 0;
    std::vector<RecordId> order;
    std::set<RecordId> moved;
    for (const Time t : times_of(index, *plan_)) {
        if (!moments_.empty()) y = y_after_gap(t, zoom);
        while (next < records.size() && records[next].t < t) ++next;
        std::size_t end = next;
        while (end < records.size() && records[end].t == t) ++end;
        moment.next();
        in_drawing_order(records, next, end, order, moved);
        for (const RecordId id : order) {
            const Record& record = records[id];
            double after = 0;
            if (record.cause < id && records[record.cause].t == t)
                after = static_cast<double>(offsets_[record.cause]);
            const bool with_fin = record.kind == Kind::state && moved.contains(id);
            const double offset = moment.place(record, after, with_fin);
            offsets_[id] = static_cast<float>(offset);
            y = std::max(y, tracks.needed(record, offset));
            // A segment that left below the beginning of its moment keeps its slope.
            if (record.kind == Kind::arrived && records[record.about].t < t) {
                const auto way = static_cast<double>((t - records[record.about].t).count());
                double fall = std::min(spacing.drop, way * pixels_per_ns_);
                if (plan_->arrow_of(record.about).crosses) fall = spacing.cross;
                y = std::max(y, y_of(record.about) + fall - offset);
            }
        }
        const bool happens = next < end;
        for (; next < end; ++next)
            tracks.note(records[next], y + static_cast<double>(offsets_[next]));
        // Nothing happens when a lost segment would have arrived.
        const bool tick = y - last_tick >= tick_distance && (happens || moments_.empty());
        if (tick) last_tick = y;
        moments_.push_back({t, y, moment.extent(), tick});
    }
    height_ = y + moments_.back().extent + tail;
}

/// Where `t`, the moment after the last one so far, begins if nothing needs more room.
double TimeAxis::y_after_gap(Time t, double zoom)
{
    const Moment& last = moments_.back();
    const Duration gap = t - last.t;
    const double below = last.y + last.extent;
    if (gap > plan_->delay * fold_delays) {
        folds_.push_back({last.t, t, below + fold_above, fold_box});
        return below + fold_above + fold_box + fold_below;
    }
    // From the beginning of the last moment, so that the room which that one takes does not make
    // its segments look slower.
    const double even = static_cast<double>(gap.count()) * pixels_per_ns_;
    return std::max(last.y + even, below + std::min(even, least_gap * zoom));
}

/// The last moment at or before `t`; the first one for times before it.
std::size_t TimeAxis::before(Time t) const
{
    const auto after = std::upper_bound(moments_.begin(), moments_.end(), t,
                                        [](Time at, const Moment& m) { return at < m.t; });
    return after == moments_.begin() ? 0 : static_cast<std::size_t>(after - moments_.begin()) - 1;
}

double TimeAxis::y(Time t) const
{
    const std::size_t i = before(t);
    const Moment& moment = moments_[i];
    const double below = moment.y + moment.extent;
    if (t <= moment.t) return below;
    const auto since = static_cast<double>((t - moment.t).count());
    if (i + 1 == moments_.size()) return std::min(below + since * pixels_per_ns_, height_);
    const Moment& next = moments_[i + 1];
    return below + (next.y - below) * since / static_cast<double>((next.t - moment.t).count());
}

double TimeAxis::y_of(trace::RecordId record) const
{
    const Time t = index_->trace()[record].t;
    const Moment& moment = moments_[before(t)];
    if (moment.t != t) return y(t);
    return moment.y + static_cast<double>(offsets_[record]);
}

Time TimeAxis::time_at(double y) const
{
    const auto after = std::upper_bound(moments_.begin(), moments_.end(), y,
                                        [](double at, const Moment& m) { return at < m.y; });
    if (after == moments_.begin()) return moments_.front().t;
    const Moment& moment = *(after - 1);
    const double beyond = y - moment.y - moment.extent;
    if (beyond <= 0) return moment.t;
    if (after == moments_.end())
        return moment.t + Duration{static_cast<std::int64_t>(std::min(beyond, tail) /
                                                             pixels_per_ns_)};
    const double part = beyond / (after->y - moment.y - moment.extent);
    const auto gap = static_cast<double>((after->t - moment.t).count());
    return std::min(moment.t + Duration{static_cast<std::int64_t>(part * gap)}, after->t);
}

double TimeAxis::height() const { return height_; }

}  // namespace finwait::diagram
