#include "core/diagram/plan.h"

#include <algorithm>
#include <map>
#include <utility>

namespace finwait::diagram {
namespace {

using trace::Kind;
using trace::Record;
using trace::RecordId;

constexpr Duration default_delay = milliseconds{10};  // when nothing ever arrives

using Link = std::pair<trace::HostId, trace::HostId>;

/// The shortest time on the way of each direction: what the link takes when nothing is in the way.
std::map<Link, Duration> delays(const trace::Index& index)
{
    std::map<Link, Duration> shortest;
    for (const Record& record : index.trace().records()) {
        if (record.kind != Kind::arrived) continue;
        const Record& sent = index.sent_of(record);
        const Duration took = record.t - sent.t;
        const auto [place, fresh] = shortest.try_emplace({sent.host, sent.segment.to}, took);
        if (!fresh) place->second = std::min(place->second, took);
    }
    return shortest;
}

/// When a lost segment would have arrived: its cross stands on the way there.
Duration guess(const std::map<Link, Duration>& delays, Link link, Duration usual)
{
    if (const auto found = delays.find(link); found != delays.end()) return found->second;
    const auto back = delays.find({link.second, link.first});
    return back != delays.end() ? back->second : usual;
}

std::vector<Arrow> find_arrows(const trace::Index& index, Duration usual,
                               const std::map<Link, Duration>& delays)
{
    std::vector<Arrow> arrows;
    for (const Record& record : index.trace().records()) {
        if (record.kind != Kind::sent) continue;
        const trace::Fate fate = index.fate(record.id);
        Arrow arrow{record.id, fate.arrived, record.t, record.t, false};
        if (fate.arrived != trace::no_record) {
            arrow.to = index.trace()[fate.arrived].t;
        } else {
            arrow.lost = fate.lost != trace::no_record;
            arrow.end = fate.lost;
            arrow.to = record.t + guess(delays, {record.host, record.segment.to}, usual);
            if (arrow.lost) arrow.to = std::max(arrow.to, index.trace()[fate.lost].t);
        }
        arrows.push_back(arrow);
    }
    return arrows;
}

void mark_crossings(const trace::Index& index, std::vector<Arrow>& arrows)
{
    constexpr std::size_t look_ahead = 64;
    for (std::size_t i = 0; i < arrows.size(); ++i) {
        const Record& first = index.trace()[arrows[i].sent];
        const std::size_t end = std::min(arrows.size(), i + look_ahead);
        for (std::size_t j = i + 1; j < end && arrows[j].from < arrows[i].to; ++j) {
            const Record& second = index.trace()[arrows[j].sent];
            if (second.host != first.segment.to || second.segment.to != first.host) continue;
            arrows[i].crosses = arrows[j].crosses = true;
        }
    }
}

/// The lowest number that is free at `from`; the one that has been free longest if none is.
int first_free(std::vector<Time>& busy_until, Time from, Time to)
{
    for (std::size_t i = 0; i < busy_until.size(); ++i) {
        if (busy_until[i] > from) continue;
        busy_until[i] = to;
        return static_cast<int>(i);
    }
    if (busy_until.size() < std::size_t{most_columns}) {
        busy_until.push_back(to);
        return static_cast<int>(busy_until.size() - 1);
    }
    const auto oldest = std::min_element(busy_until.begin(), busy_until.end());
    *oldest = std::max(*oldest, to);
    return static_cast<int>(oldest - busy_until.begin());
}

/// Bands of all connections; a listener that no connection grew out of has a band of its own.
std::vector<Band> find_bands(const trace::Index& index, std::size_t hosts)
{
    std::vector<Band> bands;
    std::vector<RecordId> listeners_shown;
    for (const trace::Connection& connection : index.connections()) {
        for (std::size_t host = 0; host < hosts; ++host) {
            const auto id = static_cast<trace::HostId>(host);
            Band band{id, connection.id, 0, index.states(id, connection.id)};
            if (band.spans.empty()) continue;
            const RecordId first = band.spans.front().record;
            if (band.spans.front().state == tcp::State::listen &&
                index.trace()[first].state.listener != 0) {
                // One LISTEN may have many children; the first one's band shows it.
                const bool shown = std::find(listeners_shown.begin(), listeners_shown.end(),
                                             first) != listeners_shown.end();
                if (shown) band.spans.erase(band.spans.begin());
                else listeners_shown.push_back(first);
            }
            bands.push_back(std::move(band));
        }
    }
    for (const Record& record : index.trace().records()) {
        if (record.kind != Kind::state || record.state.listener == 0) continue;
        if (record.state.to != tcp::State::listen) continue;
        if (std::find(listeners_shown.begin(), listeners_shown.end(), record.id) !=
            listeners_shown.end())
            continue;
        Band band{record.host, 0, 0, {{record.t, never, tcp::State::listen, record.id}}};
        for (const Record& later : index.trace().records().subspan(record.id + 1)) {
            if (later.kind != Kind::state || later.state.listener == 0) continue;
            if (later.host != record.host || later.state.port != record.state.port) continue;
            band.spans.back().to = later.t;
            band.spans.push_back({later.t, never, later.state.to, later.id});
            break;
        }
        bands.push_back(std::move(band));
    }
    std::stable_sort(bands.begin(), bands.end(), [](const Band& a, const Band& b) {
        return a.spans.front().from < b.spans.front().from;
    });
    return bands;
}

Time end_of(const Band& band)
{
    const trace::StateSpan& last = band.spans.back();
    return last.state == tcp::State::closed ? last.from : never;
}

/// A connection has a column at each of its two hosts. Where a band is younger than the end of
/// another connection's band in its column, the older one's CLOSED gives way to it.
void choose_columns(Plan& plan, const std::vector<trace::Connection>& connections)
{
    struct Life { Time from = never, to{0}; };
    std::vector<Life> lives(connections.size() + 1);
    std::vector<std::vector<Time>> busy(plan.hosts);
    for (const Band& band : plan.bands) {
        // LISTEN waits for everybody; a connection begins with its own first state.
        const bool listens = band.conn != 0 && band.spans.size() > 1 &&
                             band.spans.front().state == tcp::State::listen;
        Life& life = lives[band.conn];
        life.from = std::min(life.from, band.spans[listens ? 1 : 0].from);
        life.to = std::max(life.to, end_of(band));
    }
    plan.column_table.assign((connections.size() + 1) * plan.hosts, 0);
    for (const trace::Connection& connection : connections) {
        const Life& life = lives[connection.id];
        if (life.from == never) continue;
        for (const trace::HostId host : {connection.opener.host, connection.other.host})
            plan.column_table[connection.id * plan.hosts + host] =
                first_free(busy[host], life.from, life.to);
    }
    for (Band& band : plan.bands) band.column = plan.column_of(band.host, band.conn);
    for (const auto& columns : busy)
        plan.columns.push_back(std::max(1, static_cast<int>(columns.size())));
    std::map<std::pair<trace::HostId, int>, Band*> latest;
    for (Band& band : plan.bands) {
        Band*& older = latest[{band.host, band.column}];
        if (older != nullptr && older->spans.back().state == tcp::State::closed)
            older->spans.back().to = std::max(older->spans.back().from, band.spans.front().from);
        older = &band;
    }
}

std::vector<Bracket> find_brackets(const trace::Index& index)
{
    std::vector<Bracket> brackets;
    std::vector<std::size_t> bracket_of(index.trace().size(), SIZE_MAX);
    const Time end = index.trace().records().empty() ? Time{0}
                                                     : index.trace().records().back().t;
    for (const Record& record : index.trace().records()) {
        if (record.kind == Kind::timer_set) {
            bracket_of[record.id] = brackets.size();
            brackets.push_back({record.id, trace::no_record, record.t,
                                std::max(record.t, std::min(record.timer.deadline, end)),
                                record.host, false, 0});
        } else if (record.kind == Kind::timer_fired || record.kind == Kind::timer_cancelled) {
            if (record.about >= bracket_of.size() || bracket_of[record.about] == SIZE_MAX) continue;
            Bracket& bracket = brackets[bracket_of[record.about]];
            bracket.end = record.id;
            bracket.to = record.t;
            bracket.fired = record.kind == Kind::timer_fired;
        }
    }
    std::erase_if(brackets, [](const Bracket& b) { return b.to <= b.from; });
    return brackets;
}

std::vector<Note> find_notes(const trace::Index& index)
{
    std::vector<Note> notes;
    for (const Record& record : index.trace().records()) {
        if (record.kind != Kind::returned || record.call.error == host::Errno::ok) continue;
        notes.push_back({record.id, record.host, std::string(name(record.call.error))});
    }
    return notes;
}

}  // namespace

const Arrow& Plan::arrow_of(trace::RecordId sent) const
{
    const auto found = std::partition_point(arrows.begin(), arrows.end(),
                                            [&](const Arrow& a) { return a.sent < sent; });
    ENSURE(found != arrows.end() && found->sent == sent);
    return *found;
}

int Plan::column_of(trace::HostId host, trace::ConnectionId conn) const
{
    const std::size_t place = conn * hosts + host;
    return place < column_table.size() ? column_table[place] : 0;
}

bool Plan::many() const
{
    return std::any_of(columns.begin(), columns.end(), [](int count) { return count > 1; });
}

bool Plan::shows(const trace::Record& move) const
{
    if (move.state.to == tcp::State::listen) return true;
    return std::any_of(bands.begin(), bands.end(), [&](const Band& band) {
        return band.conn == 0 && band.host == move.host && band.spans.back().record == move.id;
    });
}

Plan::Plan(const trace::Index& index)
{
    const auto shortest = delays(index);
    delay = Duration{0};
    for (const auto& [link, took] : shortest) delay = std::max(delay, took);
    if (delay == Duration{0}) delay = default_delay;
    arrows = find_arrows(index, delay, shortest);
    mark_crossings(index, arrows);
    hosts = index.trace().header().hosts.size();
    for (const Record& record : index.trace().records())
        hosts = std::max<std::size_t>(hosts, record.host + std::size_t{1});
    if (index.trace().size() > 0) end = index.trace().records().back().t;
    bands = find_bands(index, hosts);
    choose_columns(*this, index.connections());
    brackets = find_brackets(index);
    lanes.assign(hosts, 1);
    std::vector<std::vector<Time>> busy(hosts);
    for (Bracket& bracket : brackets) {
        bracket.lane = first_free(busy[bracket.host], bracket.from, bracket.to);
        lanes[bracket.host] = std::max(lanes[bracket.host], bracket.lane + 1);
    }
    latest_end.assign(brackets.size() / bracket_block + 1, Time{0});
    for (std::size_t i = 0; i < brackets.size(); ++i)
        latest_end[i / bracket_block] = std::max(latest_end[i / bracket_block], brackets[i].to);
    notes = find_notes(index);
}

}  // namespace finwait::diagram
