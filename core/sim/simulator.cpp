#include "core/sim/simulator.h"

#include <algorithm>
#include <cstring>

#include "core/net/label.h"

namespace finwait::sim {

namespace {

constexpr std::size_t lane_time_wait = 2;   // 0 and 1: the links of the first two hosts
constexpr std::size_t lane_long_timers = 3;  // the first RTO, most of them
constexpr std::size_t no_lane = EventQueue::lanes;

std::size_t lane_of_link(trace::HostId host) { return host < 2 ? host : no_lane; }

std::uint32_t octets_on_wire(const tcp::Segment& segment)
{
    return 40U + (segment.mss > 0 ? 4U : 0U) + segment.len;  // IPv4 and TCP headers
}

}  // namespace

Simulator::Simulator(std::vector<host::Settings> hosts, net::Network network, Limits limits)
    : network_(std::move(network)), limits_(limits)
{
    for (host::Settings& settings : hosts) hosts_.emplace_back(std::move(settings));
    swapped_.resize(hosts_.size());
}

trace::Ending Simulator::run(std::span<trace::Observer* const> observers)
{
    observers_ = observers;
    for (host::Host& host : hosts_) host.boot(*this);
    trace::Ending ending;
    const Time last = std::min(limits_.until, limits_.time);
    for (;;) {
        const Time next = queue_.next();
        if (next > last || next == never) {
            if (next == never) break;
            ending.why = next > limits_.until ? trace::Ending::Why::until
                                              : trace::Ending::Why::too_long;
            break;
        }
        if (records_ >= limits_.records) {
            ending.why = trace::Ending::Why::too_many_records;
            break;
        }
        if (octets_sent_ >= limits_.octets) {
            ending.why = trace::Ending::Why::too_many_octets;
            break;
        }
        now = next;
        ensure_time = now;
        handle(queue_.pop());
    }
    tell(records_);
    ending.at = ending.why == trace::Ending::Why::until ? limits_.until : last_record_at_;
    ending.unmatched_faults = network_.unmatched();
    for (const host::Host& host : hosts_)
        for (const std::uint32_t statement : host.blocked_statements())
            ending.blocked.push_back(statement);
    observers_ = {};
    return ending;
}

void Simulator::handle(const Event& event)
{
    host::Host& host = hosts_[event.host];
    switch (event.kind) {
        case Event::Kind::arrival: {
            InTransit& place = transit_[event.index];
            if (place.turn != event.turn) return;  // released earlier by a swap
            ++place.turn;
            const host::Packet packet = place.packet;
            const trace::RecordId sent = place.sent;
            arriving_.swap(place.octets);
            free_transit_.push_back(event.index);
            host.packet_arrives(*this, packet, arriving_, sent);
            return;
        }
        case Event::Kind::copy_leaves: copy_leaves(event); return;
        case Event::Kind::socket_timer: host.socket_timer(*this, event.index); return;
        case Event::Kind::time_wait: host.time_wait_timer(*this, event.index); return;
        case Event::Kind::process_wakes:
            host.process_wakes(*this, event.index, event.turn);
            return;
        case Event::Kind::process_starts: host.process_starts(*this); return;
    }
}

void Simulator::tell(trace::RecordId end)
{
    if (end == told_) return;
    last_record_at_ = untold_[(end - 1) % batch_size].t;
    const auto untold = std::span(untold_).subspan(told_ % batch_size, end - told_);
    for (trace::Observer* observer : observers_) observer->happened({untold, untold_octets_});
    told_ = end;
    untold_octets_.clear();
}

trace::RecordId Simulator::record_sent(const host::Packet& packet,
                                       std::span<const std::byte> octets)
{
    trace::Record& sent = add(trace::Kind::sent, packet.from, packet.conn, packet.rule);
    const tcp::Segment& segment = packet.segment;
    sent.segment = {segment.seq,
                    segment.ack,
                    segment.len,
                    segment.window,
                    packet.source_port,
                    packet.destination_port,
                    packet.labels,
                    segment.mss,
                    packet.to,
                    segment.flags,
                    0};
    sent.octets_at = octets_sent_;
    if (octets.empty()) return sent.id;
    octets_sent_ += static_cast<std::uint32_t>(octets.size());
    untold_octets_.insert(untold_octets_.end(), octets.begin(), octets.end());
    return sent.id;
}

void Simulator::transmit(const host::Packet& packet, std::span<const std::byte> octets)
{
    const trace::RecordId sent = record_sent(packet, octets);
    const net::Passenger passenger{packet.labels, packet.from, packet.conn,
                                   octets_on_wire(packet.segment)};
    const net::Passage passage = network_.enter(passenger, now);
    const trace::RecordId before = cause;
    if (passage.copied)
        put_in_transit(packet, octets, sent, passage.copy_leaves, Event::Kind::copy_leaves);
    if (passage.loss != net::Passage::Loss::none) {
        lose(packet, sent, passage.loss);
    } else {
        const std::uint32_t place =
            put_in_transit(packet, octets, sent, passage.arrives, Event::Kind::arrival);
        transit_[place].packet.segment.corrupted = passage.corrupted;
        if (!swapped_[packet.from].empty()) release_swapped(packet.from, passage.arrives);
        if (passage.swapped) swapped_[packet.from].push_back({place, transit_[place].turn});
    }
    cause = before;
}

std::uint32_t Simulator::put_in_transit(const host::Packet& packet,
                                        std::span<const std::byte> octets, trace::RecordId sent,
                                        Time at, Event::Kind kind)
{
    std::uint32_t index = 0;
    if (free_transit_.empty()) {
        index = static_cast<std::uint32_t>(transit_.size());
        transit_.emplace_back();
    } else {
        index = free_transit_.back();
        free_transit_.pop_back();
    }
    InTransit& place = transit_[index];
    place.packet = packet;
    place.octets.resize(octets.size());
    if (!octets.empty()) std::memcpy(place.octets.data(), octets.data(), octets.size());
    place.sent = sent;
    Event event;
    event.at = at;
    event.kind = kind;
    event.index = index;
    event.turn = place.turn;
    event.host = packet.to;
    queue_.push(event, lane_of_link(packet.from));
    return index;
}

void Simulator::lose(const host::Packet& packet, trace::RecordId sent, net::Passage::Loss loss)
{
    const Rule rule = loss == net::Passage::Loss::by_fault    ? Rule::lost_by_fault
                      : loss == net::Passage::Loss::by_chance ? Rule::lost_by_chance
                                                              : Rule::lost_in_queue;
    cause = sent;
    add(trace::Kind::lost, packet.from, packet.conn, rule).about = sent;
}

void Simulator::copy_leaves(const Event& event)
{
    host::Packet packet = transit_[event.index].packet;
    const Bytes octets = std::move(transit_[event.index].octets);
    const trace::RecordId original = transit_[event.index].sent;
    transit_[event.index].octets.clear();
    ++transit_[event.index].turn;
    free_transit_.push_back(event.index);

    packet.labels |= net::label_copy;
    packet.rule = Rule::copied_by_fault;
    packet.segment.corrupted = false;
    cause = original;
    const trace::RecordId sent = record_sent(packet, octets);
    const net::Passage passage = network_.enter_copy(
        {packet.labels, packet.from, packet.conn, octets_on_wire(packet.segment)}, now);
    if (passage.loss != net::Passage::Loss::none) lose(packet, sent, passage.loss);
    else put_in_transit(packet, octets, sent, passage.arrives, Event::Kind::arrival);
}

void Simulator::release_swapped(trace::HostId from, Time at)
{
    for (const Swapped& waiting : swapped_[from]) {
        if (transit_[waiting.place].turn != waiting.turn) continue;
        Event event;
        event.at = at;
        event.kind = Event::Kind::arrival;
        event.index = waiting.place;
        event.turn = waiting.turn;
        event.host = transit_[waiting.place].packet.to;
        queue_.push(event, lane_of_link(from));
    }
    swapped_[from].clear();
}

void Simulator::wake_socket(trace::HostId host, host::SocketIndex socket, Time at)
{
    Event event;
    event.at = at;
    event.kind = Event::Kind::socket_timer;
    event.host = host;
    event.index = socket;
    queue_.push(event, at - now >= seconds{1} ? lane_long_timers : no_lane);
}

void Simulator::wake_time_wait(trace::HostId host, std::uint32_t index, Time at)
{
    Event event;
    event.at = at;
    event.kind = Event::Kind::time_wait;
    event.host = host;
    event.index = index;
    queue_.push(event, lane_time_wait);
}

void Simulator::wake_process(trace::HostId host, host::ProcessIndex process, std::uint32_t turn,
                             Time at)
{
    Event event;
    event.at = at;
    event.kind = Event::Kind::process_wakes;
    event.host = host;
    event.index = process;
    event.turn = turn;
    queue_.push(event, no_lane);
}

void Simulator::start_process(trace::HostId host, Time at)
{
    Event event;
    event.at = at;
    event.kind = Event::Kind::process_starts;
    event.host = host;
    queue_.push(event, no_lane);
}

trace::ConnectionId Simulator::number_connection(trace::HostId host, std::uint16_t port,
                                                 trace::HostId peer, std::uint16_t peer_port)
{
    const auto crossing = hosts_[peer].opening(peer_port, host, port);
    return crossing ? *crossing : ++connections_;
}

}  // namespace finwait::sim
