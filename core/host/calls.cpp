// Host: the system calls. Each records nothing itself; Host::enters and Host::returns do.
// Linux net/ipv4/tcp.c, af_inet.c; errors as a program sees them.
#include <algorithm>
#include <array>

#include "core/host/host.h"

namespace finwait::host {

namespace {

Errno errno_of(tcp::Failure failure)
{
    switch (failure) {
        case tcp::Failure::none: return Errno::ok;
        case tcp::Failure::refused: return Errno::connection_refused;
        case tcp::Failure::reset: return Errno::connection_reset;
        case tcp::Failure::timed_out: return Errno::timed_out;
        case tcp::Failure::broken_pipe: return Errno::broken_pipe;
    }
    return Errno::ok;
}

/// "send N B": octet i of a call is 'a' + i mod 26, so that a reader sees where it is.
constexpr std::size_t alphabet = 26;
constexpr auto pattern = [] {
    std::array<std::byte, alphabet * 64> octets{};
    for (std::size_t i = 0; i < octets.size(); ++i)
        octets[i] = static_cast<std::byte>('a' + i % alphabet);
    return octets;
}();

void fill_pattern(Bytes& octets, std::size_t from, std::size_t count)
{
    while (count > 0) {
        const std::size_t begin = from % alphabet;
        const std::size_t some = std::min(count, pattern.size() - begin);
        octets.insert(octets.end(), pattern.data() + begin, pattern.data() + begin + some);
        from += some;
        count -= some;
    }
}

}  // namespace

SocketIndex Host::socket_of(const Process& process, const Call& call) const
{
    switch (call.kind) {
        case CallKind::bind:
        case CallKind::connect:
        case CallKind::listen: return process.fresh;
        case CallKind::accept:
        case CallKind::accept_each:
            if (call.on != latest) return process.named[call.on];
            for (const SocketIndex owned : process.owned)
                if (sockets_[owned].role == Socket::Role::listener) return owned;
            return nothing;
        case CallKind::option:
            if (call.on == latest && process.fresh != nothing) return process.fresh;
            break;
        default: break;
    }
    return call.on == latest ? process.latest : process.named[call.on];
}

void Host::own(ProcessIndex index, SocketIndex socket, Variable name)
{
    Process& process = processes_[index];
    sockets_[socket].owner = index;
    sockets_[socket].held = true;
    const auto known = std::find(process.owned.begin(), process.owned.end(), socket);
    if (known == process.owned.end()) process.owned.push_back(socket);
    if (process.fresh == socket) process.fresh = nothing;
    if (name != latest) process.named[name] = socket;
    // A listener is what accept() takes; send and recv mean a connection.
    if (sockets_[socket].role == Socket::Role::connection) process.latest = socket;
}

void Host::disown(SocketIndex socket)
{
    const ProcessIndex owner = sockets_[socket].owner;
    sockets_[socket].held = false;
    sockets_[socket].owner = nothing;
    if (owner == nothing) return;
    Process& process = processes_[owner];
    std::erase(process.owned, socket);
    if (process.latest == socket) process.latest = nothing;
    if (process.fresh == socket) process.fresh = nothing;
    std::replace(process.named.begin(), process.named.begin() + variables_, socket, nothing);
}

SocketIndex Host::fresh_socket(ProcessIndex index)
{
    if (processes_[index].fresh != nothing) return processes_[index].fresh;
    const SocketIndex socket = new_socket(Socket::Role::fresh);
    own(index, socket, latest);
    processes_[index].fresh = socket;
    return socket;
}

Errno Host::failure_of(const Socket& socket) const
{
    return errno_of(socket.endpoint.failure());
}

bool Host::call(World& world, ProcessIndex index, const Call& call)
{
    switch (call.kind) {
        case CallKind::repeat:
        case CallKind::kill_at:
        case CallKind::exit: break;  // run() has seen to them
        case CallKind::bind: return call_bind(world, index, call);
        case CallKind::option: return call_option(world, index, call);
        case CallKind::listen: return call_listen(world, index, call);
        case CallKind::accept:
        case CallKind::accept_each: return call_accept(world, index, call);
        case CallKind::connect: return call_connect(world, index, call);
        case CallKind::send: return call_send(world, index, call);
        case CallKind::recv:
        case CallKind::recv_until_eof: return call_recv(world, index, call);
        case CallKind::sleep: return wait_until(world, index, world.now + call.time);
        case CallKind::at: return wait_until(world, index, call.time);
        case CallKind::shutdown: return call_shutdown(world, index, call);
        case CallKind::close:
        case CallKind::abort: return call_close(world, index, call);
    }
    return returns(world, index, 0);
}

bool Host::wait_until(World& world, ProcessIndex index, Time moment)
{
    if (moment <= world.now) return returns(world, index, 0);
    world.wake_process(settings_.id, index, processes_[index].turn, moment);
    return block(index, Process::Waits::time, nothing);
}

Errno Host::bind(World& world, SocketIndex index, std::uint16_t port)
{
    Socket& socket = sockets_[index];
    if (socket.bound) return Errno::invalid_argument;
    if (ports_.bound(port)) return Errno::address_in_use;
    // SO_REUSEADDR lets bind() pass connections (TIME-WAIT too) that still have the port.
    if (ports_.connections(port) > 0 && !socket.reuseaddr) return Errno::address_in_use;
    ports_.bind(port);
    socket.port = port;
    socket.bound = true;
    trace::Record& record =
        world.add(trace::Kind::port_taken, settings_.id, 0, Rule::port_bound);
    record.port = {port};
    socket.port_record = record.id;
    return Errno::ok;
}

bool Host::call_bind(World& world, ProcessIndex index, const Call& call)
{
    const Errno error = bind(world, fresh_socket(index), call.port);
    const std::uint32_t next = processes_[index].next_call + 1;
    const bool connect_follows = next < settings_.program.size() &&
                                 settings_.program[next].statement == call.statement;
    if (connect_follows && error == Errno::ok) {
        processes_[index].next_call = next;  // the same call goes on
        return true;
    }
    returns(world, index, error == Errno::ok ? 0 : -1, error);
    if (connect_follows) ++processes_[index].next_call;  // it has failed as a whole
    return true;
}

void Host::set_option(World& world, Socket& socket, const Call& call)
{
    switch (call.option) {
        case Option::nodelay: socket.nodelay = call.value != 0; break;
        case Option::reuseaddr: socket.reuseaddr = call.value != 0; break;
        case Option::keepalive: socket.keepalive = call.value != 0; break;
        case Option::rcvbuf: socket.rcvbuf = static_cast<std::uint32_t>(call.value); break;
        case Option::sndbuf: socket.sndbuf = static_cast<std::uint32_t>(call.value); break;
        case Option::linger:
            socket.lingers = call.value >= 0;
            socket.linger = call.time;
            break;
        case Option::linger2: socket.linger2 = call.time; break;
        case Option::user_timeout: socket.user_timeout = call.time; break;
    }
    if (socket.role == Socket::Role::connection && !socket.over) apply_options(world, socket);
}

void Host::apply_options(World& world, Socket& socket)
{
    tcp::Context ctx = context(world);
    socket.endpoint.set_buffers(socket.rcvbuf, socket.sndbuf);
    socket.endpoint.set_user_timeout(socket.user_timeout);
    if (socket.linger2 >= Duration{0}) socket.endpoint.set_linger2(socket.linger2);
    if (socket.nodelay) socket.endpoint.set_nodelay(ctx, true);
    socket.endpoint.set_keepalive(ctx, socket.keepalive);
}

bool Host::call_option(World& world, ProcessIndex index, const Call& call)
{
    SocketIndex on = socket_of(processes_[index], call);
    if (on == nothing && call.on == latest) on = fresh_socket(index);
    if (on == nothing) return fails(world, index, Errno::bad_descriptor);
    set_option(world, sockets_[on], call);
    if (sockets_[on].role == Socket::Role::connection) apply(world, on);
    return returns(world, index, 0);
}

bool Host::call_listen(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex on = fresh_socket(index);
    if (!sockets_[on].bound) {
        const Errno error = bind(world, on, call.port);
        if (error != Errno::ok) {
            processes_[index].fresh = nothing;
            close_socket(world, on);
            return fails(world, index, error);
        }
    } else if (sockets_[on].port != call.port) {
        return fails(world, index, Errno::invalid_argument);
    }
    Socket& socket = sockets_[on];
    socket.role = Socket::Role::listener;
    socket.backlog = std::min(call.count, settings_.profile.somaxconn);
    listeners_.set(socket.port, on);
    apply_options(world, socket);
    tcp::Context ctx = context(world);
    socket.endpoint.open_passive(ctx);
    own(index, on, call.as);
    apply(world, on);
    return returns(world, index, 0);
}

bool Host::call_accept(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex listener = socket_of(processes_[index], call);
    if (listener == nothing) return fails(world, index, Errno::bad_descriptor);
    if (sockets_[listener].queue_length == 0)
        return block(index, Process::Waits::accept, listener);
    accept_one(world, index, call);
    return true;
}

bool Host::call_connect(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex on = fresh_socket(index);
    Socket& socket = sockets_[on];
    if (!socket.bound) {
        const auto port = ports_.choose(settings_.profile, connections_, call.peer, call.port);
        if (!port)
            return fails(world, index, Errno::address_not_available, Rule::ports_exhausted);
        socket.port = *port;
    } else if (connections_.find(connection_key(call.peer, call.port, socket.port)) !=
               FlatMap::absent) {
        return fails(world, index, Errno::address_not_available);
    }
    socket.role = Socket::Role::connection;
    socket.peer = call.peer;
    socket.peer_port = call.port;
    socket.conn = world.number_connection(settings_.id, socket.port, call.peer, call.port);
    if (!socket.bound) {
        trace::Record& record =
            world.add(trace::Kind::port_taken, settings_.id, socket.conn, Rule::port_chosen);
        record.port = {socket.port};
        socket.port_record = record.id;
    }
    connections_.set(connection_key(call.peer, call.port, socket.port), on);
    ports_.connection_begins(socket.port);
    own(index, on, call.as);
    processes_[index].conn = socket.conn;
    apply_options(world, socket);
    tcp::Context ctx = context(world);
    socket.endpoint.open_active(ctx, next_isn(world, call.peer, call.port, socket.port));
    block(index, Process::Waits::connect, on);
    apply(world, on);
    return false;
}

bool Host::call_send(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex on = socket_of(processes_[index], call);
    if (on == nothing) return fails(world, index, Errno::bad_descriptor);
    processes_[index].done = 0;
    block(index, Process::Waits::send, on);
    return continue_send(world, index, call);
}

bool Host::continue_send(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex on = processes_[index].socket;
    Socket& socket = sockets_[on];
    const std::uint32_t done = processes_[index].done;
    const Errno failure = failure_of(socket);
    if (failure != Errno::ok && !socket.error_told) {
        socket.error_told = true;
        return fails(world, index, failure);
    }
    if (!socket.endpoint.send_allowed()) {
        if (done > 0) return returns(world, index, static_cast<std::int32_t>(done));
        return fails(world, index, Errno::broken_pipe);
    }
    const std::uint32_t some = std::min(call.count - done, socket.endpoint.send_room());
    if (some == 0) return false;
    std::span<const std::byte> from;
    if (!call.octets.empty()) {
        from = std::span(call.octets).subspan(done, some);
    } else if (const std::size_t begin = done % alphabet; begin + some <= pattern.size()) {
        from = std::span(pattern).subspan(begin, some);
    } else {
        scratch_.clear();
        fill_pattern(scratch_, done, some);
        from = scratch_;
    }
    tcp::Context ctx = context(world);
    processes_[index].done += socket.endpoint.send(ctx, from);
    const bool finished = processes_[index].done == call.count;
    // The call returns when the kernel has the octets; what leaves is told first.
    if (finished) processes_[index].waits = Process::Waits::nowhere;
    apply(world, on);
    return finished && returns(world, index, static_cast<std::int32_t>(call.count));
}

bool Host::call_recv(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex on = socket_of(processes_[index], call);
    if (on == nothing) return fails(world, index, Errno::bad_descriptor);
    if (sockets_[on].role != Socket::Role::connection)
        return fails(world, index, Errno::not_connected);
    processes_[index].done = 0;
    const bool all = call.kind == CallKind::recv_until_eof;
    block(index, all ? Process::Waits::recv_until_eof : Process::Waits::recv, on);
    return continue_recv(world, index, call);
}

bool Host::continue_recv(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex on = processes_[index].socket;
    const bool all = call.kind == CallKind::recv_until_eof;
    Socket& socket = sockets_[on];
    const std::uint32_t ready = socket.endpoint.readable();
    if (ready > 0) {
        const std::uint32_t most = call.count == 0 ? ready : std::min(ready, call.count);
        tcp::Context ctx = context(world);
        processes_[index].done += socket.endpoint.discard(ctx, most);
        const Process::Waits waits = processes_[index].waits;
        processes_[index].waits = Process::Waits::nowhere;
        if (!effects_.empty()) apply(world, on);  // a window update
        processes_[index].waits = waits;
        if (!all) return returns(world, index, static_cast<std::int32_t>(processes_[index].done));
    }
    const auto done = static_cast<std::int32_t>(processes_[index].done);
    const Errno failure = failure_of(sockets_[on]);
    const bool told = sockets_[on].error_told || failure == Errno::broken_pipe;
    if (failure != Errno::ok && !told) {
        sockets_[on].error_told = true;
        return fails(world, index, failure);
    }
    const tcp::State state = sockets_[on].endpoint.state();
    if (sockets_[on].endpoint.at_end() || state == tcp::State::closed)
        return returns(world, index, done, Errno::ok, true);
    return false;
}

bool Host::call_shutdown(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex on = socket_of(processes_[index], call);
    if (on == nothing) return fails(world, index, Errno::bad_descriptor);
    Socket& socket = sockets_[on];
    const tcp::State state = socket.endpoint.state();
    if (socket.role != Socket::Role::connection || state == tcp::State::closed)
        return fails(world, index, Errno::not_connected);
    if (!call.shut_read) {  // SHUT_RD has no effect on the wire
        tcp::Context ctx = context(world);
        socket.endpoint.close(ctx);
        apply(world, on);
    }
    return returns(world, index, 0);
}

bool Host::call_close(World& world, ProcessIndex index, const Call& call)
{
    SocketIndex on = socket_of(processes_[index], call);
    if (on == nothing && call.on == latest) on = processes_[index].fresh;
    if (on == nothing && call.on == latest && !processes_[index].owned.empty())
        on = processes_[index].owned.back();  // only a listener is left
    if (on == nothing) return fails(world, index, Errno::bad_descriptor);
    Socket& socket = sockets_[on];
    if (call.kind == CallKind::abort) {
        socket.lingers = true;
        socket.linger = Duration{0};
    }
    const bool waits = socket.lingers && socket.linger > Duration{0} &&
                       socket.role == Socket::Role::connection &&
                       socket.endpoint.readable() == 0 && socket.endpoint.send_allowed();
    const Duration linger = socket.linger;
    const trace::ConnectionId conn = socket.conn;
    close_socket(world, on);
    const bool still_there = sockets_[on].role == Socket::Role::connection &&
                             sockets_[on].conn == conn && !sockets_[on].over;
    if (!waits || !still_there) return returns(world, index, 0);
    world.wake_process(settings_.id, index, processes_[index].turn, world.now + linger);
    return block(index, Process::Waits::linger, on);
}

void Host::close_socket(World& world, SocketIndex index)
{
    disown(index);
    Socket& socket = sockets_[index];
    if (socket.role == Socket::Role::listener) {
        close_listener(world, index);
        return;
    }
    if (socket.role == Socket::Role::fresh) {
        if (socket.bound) ports_.unbind(socket.port);
        if (socket.bound) release_port(world, socket.port, socket.port_record, 0, false);
        free_socket(index);
        return;
    }
    tcp::Context ctx = context(world);
    // Unread octets count before SO_LINGER (Linux __tcp_close).
    // A TIME-WAIT is no longer the socket's: what the process does leaves it alone, as in Linux.
    const bool aborts = socket.lingers && socket.linger == Duration{0} &&
                        socket.endpoint.state() != tcp::State::time_wait;
    if (aborts && socket.endpoint.readable() == 0) socket.endpoint.abort(ctx);
    else socket.endpoint.release(ctx);
    apply(world, index);
}

void Host::close_listener(World& world, SocketIndex index)
{
    // Whoever is connected and was never accepted is reset.
    // Deviation: half-open children of a closed listener are reset. Linux forgets them silently.
    listeners_.erase(sockets_[index].port);
    for (SocketIndex child = 0; child < sockets_.size(); ++child) {
        if (sockets_[child].role != Socket::Role::connection || sockets_[child].listener != index)
            continue;
        tcp::Context ctx = context(world);
        sockets_[child].listener = nothing;
        sockets_[child].queued = false;
        if (!sockets_[child].over) sockets_[child].endpoint.abort(ctx);
        apply(world, child);
    }
    tcp::Context ctx = context(world);
    sockets_[index].endpoint.close(ctx);
    apply(world, index);
    ports_.unbind(sockets_[index].port);
    release_port(world, sockets_[index].port, sockets_[index].port_record, 0, false);
    free_socket(index);
}

}  // namespace finwait::host
