// Host: sockets, and what happens to a packet that arrives.
#include "core/host/host.h"

#include "core/base/random.h"
#include "core/net/label.h"

namespace finwait::host {

Host::Host(Settings settings) : settings_(std::move(settings))
{
    const Program& program = settings_.program;
    first_call_ = !program.empty() && program[0].kind == CallKind::repeat ? 1 : 0;
    for (const Call& call : program)
        for (const Variable name : {call.on, call.as})
            if (name != latest) variables_ = std::max<std::uint8_t>(variables_, name + 1);
    ENSURE(variables_ <= most_sockets);
}

tcp::Context Host::context(const World& world)
{
    return {world.now, settings_.profile, pools_, effects_};
}

SocketIndex Host::new_socket(Socket::Role role)
{
    SocketIndex index = nothing;
    if (free_sockets_.empty()) {
        index = static_cast<SocketIndex>(sockets_.size());
        sockets_.emplace_back();
    } else {
        index = free_sockets_.back();
        free_sockets_.pop_back();
        sockets_[index] = Socket{};
    }
    sockets_[index].role = role;
    return index;
}

void Host::free_socket(SocketIndex index)
{
    Socket& socket = sockets_[index];
    ENSURE(socket.role != Socket::Role::unused);
    socket.endpoint.forget(pools_);
    socket.role = Socket::Role::unused;
    socket.wakes_at.fill(never);
    free_sockets_.push_back(index);
}

tcp::Seq Host::next_isn(const World& world, trace::HostId peer, std::uint16_t peer_port,
                        std::uint16_t port)
{
    // RFC 9293 3.4.1: a clock of 4 us and a number that depends on the four addresses.
    // Deviation: a scenario's isn is the first connection's, without the clock. Later ones lie
    // 64000 apart and follow the clock.
    const auto clock = static_cast<std::uint32_t>(world.now.count() / 4000);
    const std::uint32_t opened = connections_opened_++;
    if (settings_.has_isn)
        return tcp::Seq{settings_.isn + opened * 64000 + (opened > 0 ? clock : 0)};
    Random random{settings_.seed ^ connection_key(peer, peer_port, port) ^
                  std::uint64_t{settings_.id} << 56U};
    return tcp::Seq{static_cast<std::uint32_t>(random.next()) + clock};
}

void Host::record_arrival(World& world, const Packet& packet, trace::RecordId sent, Rule verdict)
{
    if (sent == trace::no_record) return;
    world.cause = sent;
    trace::Record& record =
        world.add(trace::Kind::arrived, settings_.id, packet.conn, verdict);
    record.about = sent;
    world.cause = record.id;
}

void Host::packet_arrives(World& world, const Packet& packet, std::span<const std::byte> octets,
                          trace::RecordId sent)
{
    if (packet.segment.corrupted) {
        record_arrival(world, packet, sent, Rule::corrupted);
        return;
    }
    const std::uint32_t found = connections_.find(
        connection_key(packet.from, packet.source_port, packet.destination_port));
    if (found != FlatMap::absent && (found & time_wait_bit) != 0) {
        if (!arrives_at_time_wait(world, found & ~time_wait_bit, packet, sent)) return;
        sent = trace::no_record;  // recorded; the SYN goes on to the listener
    } else if (found != FlatMap::absent) {
        arrives_at_connection(world, found, packet, octets, sent);
        return;
    }
    const std::uint32_t listener = listeners_.find(packet.destination_port);
    if (listener != FlatMap::absent)
        arrives_at_listener(world, listener, packet, octets, sent);
    else
        arrives_nowhere(world, packet, sent);
}

void Host::reply(World& world, const Packet& to, const tcp::Effect& effect)
{
    Packet packet;
    packet.segment = effect.segment;
    packet.from = settings_.id;
    packet.to = to.from;
    packet.source_port = to.destination_port;
    packet.destination_port = to.source_port;
    packet.labels = net::label_rst;
    packet.conn = to.conn;
    packet.rule = effect.rule;
    world.transmit(packet, {});
}

void Host::arrives_nowhere(World& world, const Packet& packet, trace::RecordId sent)
{
    const auto answer = tcp::answer_of_closed(packet.segment);
    record_arrival(world, packet, sent, answer ? Rule::arrived : Rule::reset_ignored);
    if (answer) reply(world, packet, *answer);
}

bool Host::accept_queue_full(SocketIndex listener) const
{
    // Linux sk_acceptq_is_full: more than the backlog, so one more than it fits.
    return sockets_[listener].queue_length > sockets_[listener].backlog;
}

void Host::arrives_at_listener(World& world, SocketIndex listener, const Packet& packet,
                               std::span<const std::byte> octets, trace::RecordId sent)
{
    tcp::Context ctx = context(world);
    const tcp::Segment& segment = packet.segment;
    const bool opens = segment.has(tcp::SYN) && !segment.has(tcp::ACK | tcp::RST);
    if (!opens) {
        tcp::Endpoint listening = sockets_[listener].endpoint;
        listening.segment_arrives(ctx, segment, octets);
        record_arrival(world, packet, sent, ctx.verdict);
        for (const tcp::Effect& effect : effects_) reply(world, packet, effect);
        effects_.clear();
        return;
    }
    if (accept_queue_full(listener)) {
        record_arrival(world, packet, sent, Rule::backlog_full);
        return;
    }
    const SocketIndex index = new_socket(Socket::Role::connection);
    Socket& child = sockets_[index];
    child.endpoint = sockets_[listener].endpoint;
    child.endpoint.set_iss(
        next_isn(world, packet.from, packet.source_port, packet.destination_port));
    child.conn = packet.conn;
    child.peer = packet.from;
    child.port = packet.destination_port;
    child.peer_port = packet.source_port;
    child.listener = listener;
    child.nodelay = sockets_[listener].nodelay;
    child.keepalive = sockets_[listener].keepalive;
    child.lingers = sockets_[listener].lingers;
    child.linger = sockets_[listener].linger;
    child.user_timeout = sockets_[listener].user_timeout;
    child.linger2 = sockets_[listener].linger2;
    connections_.set(connection_key(child.peer, child.peer_port, child.port), index);
    ports_.connection_begins(child.port);

    apply_options(world, child);
    child.endpoint.segment_arrives(ctx, segment, octets);
    record_arrival(world, packet, sent, ctx.verdict);
    apply(world, index);
}

void Host::arrives_at_connection(World& world, SocketIndex index, const Packet& packet,
                                 std::span<const std::byte> octets, trace::RecordId sent)
{
    tcp::Context ctx = context(world);
    const tcp::Segment& segment = packet.segment;
    Socket& socket = sockets_[index];
    const bool completes = socket.listener != nothing && !socket.queued &&
                           socket.endpoint.state() == tcp::State::syn_received &&
                           segment.has(tcp::ACK) && !segment.has(tcp::RST);
    if (completes && accept_queue_full(socket.listener)) {
        record_arrival(world, packet, sent, Rule::backlog_full);
        if (!settings_.profile.abort_on_overflow) return;
        socket.endpoint.abort(ctx, Rule::backlog_full);
        apply(world, index);
        return;
    }
    const bool was_time_wait = socket.endpoint.state() == tcp::State::time_wait;
    socket.endpoint.segment_arrives(ctx, segment, octets);
    record_arrival(world, packet, sent, ctx.verdict);
    apply(world, index);
    // A new SYN that ended TIME-WAIT is for the listener.
    if (!was_time_wait || ctx.verdict != Rule::time_wait_new_syn) return;
    const std::uint32_t listener = listeners_.find(packet.destination_port);
    if (listener != FlatMap::absent)
        arrives_at_listener(world, listener, packet, octets, trace::no_record);
    else
        arrives_nowhere(world, packet, trace::no_record);
}

bool Host::arrives_at_time_wait(World& world, std::uint32_t index, const Packet& packet,
                                trace::RecordId sent)
{
    TimeWaitSocket& socket = time_waits_[index];
    const tcp::TimeWaitAnswer answer =
        tcp::arrives_in_time_wait(socket.rest, settings_.profile, packet.segment);
    record_arrival(world, packet, sent, answer.ack ? Rule::arrived : answer.rule);
    if (answer.ack) {
        Packet ack;
        ack.segment.seq = socket.rest.snd_nxt;
        ack.segment.ack = socket.rest.rcv_nxt;
        ack.segment.flags = tcp::ACK;
        ack.segment.window = socket.rest.rcv_wnd;
        ack.from = settings_.id;
        ack.to = socket.peer;
        ack.source_port = socket.port;
        ack.destination_port = socket.peer_port;
        ack.labels = net::label_ack | net::label_ack_of_fin;
        ack.conn = socket.conn;
        ack.rule = answer.rule;
        world.transmit(ack, {});
    }
    if (answer.restart) {
        time_wait_timer_stops(world, socket);
        socket.rest.until = world.now + settings_.profile.time_wait;
        trace::Record& set = world.add(trace::Kind::timer_set, settings_.id, socket.conn,
                                       Rule::time_wait_restarted);
        set.timer = {socket.rest.until, tcp::TimerKind::time_wait, 0, 0, 0};
        socket.timer = set.id;
    }
    if (answer.gone)
        remove_time_wait(world, index,
                         answer.new_connection ? tcp::Event::rcv_syn : tcp::Event::rcv_rst,
                         answer.rule);
    return answer.new_connection;
}

std::optional<trace::ConnectionId> Host::opening(std::uint16_t port, trace::HostId peer,
                                                 std::uint16_t peer_port) const
{
    const std::uint32_t found = connections_.find(connection_key(peer, peer_port, port));
    if (found == FlatMap::absent || (found & time_wait_bit) != 0) return std::nullopt;
    const Socket& socket = sockets_[found];
    if (socket.endpoint.state() != tcp::State::syn_sent) return std::nullopt;
    return socket.conn;
}

}  // namespace finwait::host
