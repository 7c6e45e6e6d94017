// Host: what an endpoint did, turned into records and packets, and what follows for the socket.
#include "core/host/host.h"
#include "core/net/label.h"

namespace finwait::host {

namespace {

std::uint16_t labels_of(const tcp::Effect& effect)
{
    const tcp::Segment& segment = effect.segment;
    unsigned labels = 0;
    if (segment.has(tcp::SYN))
        labels |= segment.has(tcp::ACK) ? net::label_syn_ack : net::label_syn;
    if (segment.has(tcp::FIN)) labels |= net::label_fin;
    if (segment.has(tcp::RST)) labels |= net::label_rst;
    if (segment.len > 0) labels |= net::label_data;
    if ((effect.marks & tcp::mark_retransmission) != 0) labels |= net::label_retransmission;
    if ((effect.marks & tcp::mark_probe) != 0) {
        labels |= net::label_probe;
    } else if (segment.flags == tcp::ACK && segment.len == 0) {
        labels |= net::label_ack;
        if ((effect.marks & tcp::mark_acks_fin) != 0) labels |= net::label_ack_of_fin;
        if ((effect.marks & tcp::mark_acks_syn) != 0) labels |= net::label_ack_of_syn;
        if ((effect.marks & tcp::mark_acks_data) != 0) labels |= net::label_ack_of_data;
    }
    return static_cast<std::uint16_t>(labels);
}

}  // namespace

void Host::apply(World& world, SocketIndex index)
{
    // Nothing in this loop comes back here: a segment that leaves is only scheduled.
    for (const tcp::Effect& effect : effects_) {
        Socket& socket = sockets_[index];
        switch (effect.kind) {
            case tcp::Effect::Kind::send: send(world, socket, effect); break;
            case tcp::Effect::Kind::moved: moved(world, socket, effect); break;
            default: timer_effect(world, socket, effect); break;
        }
    }
    effects_.clear();
    settle(world, index);
}

void Host::send(World& world, const Socket& socket, const tcp::Effect& effect)
{
    Packet packet;
    packet.segment = effect.segment;
    packet.from = settings_.id;
    packet.to = socket.peer;
    packet.source_port = socket.port;
    packet.destination_port = socket.peer_port;
    packet.labels = labels_of(effect);
    packet.conn = socket.conn;
    packet.rule = effect.rule;
    scratch_.clear();
    if (effect.segment.len > 0) socket.endpoint.copy_octets(pools_, effect.segment, scratch_);
    world.transmit(packet, scratch_);
}

void Host::moved(World& world, Socket& socket, const tcp::Effect& effect)
{
    trace::Record& record =
        world.add(trace::Kind::state, settings_.id, socket.conn, effect.rule);
    record.state = {effect.from, effect.to, effect.event,
                    static_cast<std::uint8_t>(socket.role == Socket::Role::listener ? 1 : 0),
                    socket.port, socket.peer_port};
}

void Host::timer_effect(World& world, Socket& socket, const tcp::Effect& effect)
{
    trace::RecordId& running = socket.timers[static_cast<std::size_t>(tcp::slot_of(effect.timer))];
    const bool fired = effect.kind == tcp::Effect::Kind::timer_fired;
    const bool set = effect.kind == tcp::Effect::Kind::timer_set;
    const trace::Kind kind = set     ? trace::Kind::timer_set
                             : fired ? trace::Kind::timer_fired
                                     : trace::Kind::timer_cancelled;
    if (fired) world.cause = running;
    trace::Record& record = world.add(kind, settings_.id, socket.conn, effect.rule);
    record.timer = {fired ? world.now : effect.deadline, effect.timer, effect.backoff, 0, 0};
    if (set) {
        running = record.id;
        return;
    }
    record.about = running;
    if (fired) world.cause = record.id;
    running = trace::no_record;
}

void Host::settle(World& world, SocketIndex index)
{
    Socket& socket = sockets_[index];
    const tcp::State state = socket.endpoint.state();
    const Time deadline = socket.endpoint.next_deadline();
    if (deadline < socket.wakes_at[0]) {
        socket.wakes_at = {deadline, socket.wakes_at[0], socket.wakes_at[1]};
        world.wake_socket(settings_.id, index, deadline);
    }
    if (socket.role != Socket::Role::connection) return;
    const bool child = socket.listener != nothing;
    if (child && !socket.queued && tcp::synchronized(state)) enqueue_for_accept(world, index);
    const bool over = state == tcp::State::closed || state == tcp::State::listen;
    if (over && !sockets_[index].over) connection_over(world, index);
    socket_changed(world, index);
    // Whoever was told may have closed it: look at the socket anew.
    Socket& after = sockets_[index];
    const bool wanted = after.held || after.queued || after.waiter != nothing;
    if (after.role != Socket::Role::connection || wanted) return;
    if (after.over) free_socket(index);
    else if (after.endpoint.state() == tcp::State::time_wait) into_time_wait(world, index);
}

void Host::enqueue_for_accept(World& world, SocketIndex child)
{
    const SocketIndex listener = sockets_[child].listener;
    Socket& queue = sockets_[listener];
    sockets_[child].queued = true;
    sockets_[child].next = nothing;
    if (queue.first_queued == nothing) queue.first_queued = child;
    else sockets_[queue.last_queued].next = child;
    queue.last_queued = child;
    ++queue.queue_length;
    socket_changed(world, listener);
}

void Host::connection_over(World& world, SocketIndex index)
{
    Socket& socket = sockets_[index];
    socket.over = true;
    connections_.erase(connection_key(socket.peer, socket.peer_port, socket.port));
    const trace::RecordId taken = socket.port_record;
    socket.port_record = trace::no_record;
    if (socket.bound) ports_.unbind(socket.port);
    socket.bound = false;
    release_port(world, socket.port, taken, socket.conn, true);
}

void Host::release_port(World& world, std::uint16_t port, trace::RecordId taken,
                        trace::ConnectionId conn, bool of_connection)
{
    if (of_connection) ports_.connection_ends(port);
    if (taken == trace::no_record) return;
    trace::Record& record =
        world.add(trace::Kind::port_freed, settings_.id, conn, Rule::port_freed);
    record.about = taken;
    record.port = {port};
}

void Host::into_time_wait(World& world, SocketIndex index)
{
    std::uint32_t small = 0;
    if (free_time_waits_.empty()) {
        small = static_cast<std::uint32_t>(time_waits_.size());
        time_waits_.emplace_back();
    } else {
        small = free_time_waits_.back();
        free_time_waits_.pop_back();
    }
    const Socket& socket = sockets_[index];
    TimeWaitSocket& rest = time_waits_[small];
    rest.rest = socket.endpoint.shrink();
    rest.conn = socket.conn;
    rest.timer = socket.timers[static_cast<std::size_t>(tcp::TimerSlot::connection)];
    rest.port_record = socket.port_record;
    rest.port = socket.port;
    rest.peer_port = socket.peer_port;
    rest.peer = socket.peer;
    rest.used = true;
    rest.wakes_at = rest.rest.until;
    if (socket.bound) ports_.unbind(socket.port);
    connections_.set(connection_key(rest.peer, rest.peer_port, rest.port), time_wait_bit | small);
    world.wake_time_wait(settings_.id, small, rest.wakes_at);
    free_socket(index);
}

void Host::time_wait_timer(World& world, std::uint32_t index)
{
    TimeWaitSocket& socket = time_waits_[index];
    if (!socket.used || socket.wakes_at != world.now) return;  // an old wake-up
    if (socket.rest.until > world.now) {
        socket.wakes_at = socket.rest.until;
        world.wake_time_wait(settings_.id, index, socket.wakes_at);
        return;
    }
    world.cause = socket.timer;
    trace::Record& fired =
        world.add(trace::Kind::timer_fired, settings_.id, socket.conn, Rule::timer_expired);
    fired.about = socket.timer;
    fired.timer = {world.now, tcp::TimerKind::time_wait, 0, 0, 0};
    world.cause = fired.id;
    socket.timer = trace::no_record;
    remove_time_wait(world, index, tcp::Event::two_msl_timeout, Rule::time_wait_over);
}

void Host::time_wait_timer_stops(World& world, const TimeWaitSocket& socket)
{
    trace::Record& stopped =
        world.add(trace::Kind::timer_cancelled, settings_.id, socket.conn, Rule::timer_stopped);
    stopped.about = socket.timer;
    stopped.timer = {socket.rest.until, tcp::TimerKind::time_wait, 0, 0, 0};
}

void Host::remove_time_wait(World& world, std::uint32_t index, tcp::Event event, Rule rule)
{
    TimeWaitSocket& socket = time_waits_[index];
    if (socket.timer != trace::no_record) time_wait_timer_stops(world, socket);
    const tcp::Transition* move = tcp::find(tcp::State::time_wait, event);
    ENSURE(move != nullptr);
    world.add(trace::Kind::state, settings_.id, socket.conn, rule).state = {
        move->from, move->to, event, 0, socket.port, socket.peer_port};
    connections_.erase(connection_key(socket.peer, socket.peer_port, socket.port));
    release_port(world, socket.port, socket.port_record, socket.conn, true);
    socket = TimeWaitSocket{};
    free_time_waits_.push_back(index);
}

void Host::socket_timer(World& world, SocketIndex index)
{
    auto& wakes_at = sockets_[index].wakes_at;
    if (wakes_at[0] != world.now) return;  // an old wake-up
    wakes_at = {wakes_at[1], wakes_at[2], never};
    if (sockets_[index].role == Socket::Role::unused) return;
    const Time deadline = sockets_[index].endpoint.next_deadline();
    if (deadline > world.now) {
        if (deadline < wakes_at[0]) settle(world, index);
        return;
    }
    tcp::Context ctx = context(world);
    sockets_[index].endpoint.timer(ctx);
    apply(world, index);  // a second timer due now wakes it again
}

}  // namespace finwait::host
