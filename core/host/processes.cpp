// Host: processes. A program runs until a call blocks; what its socket does wakes it.
#include <algorithm>

#include "core/host/host.h"

namespace finwait::host {

namespace {
constexpr std::uint32_t killed = UINT32_MAX;  // the turn of a `kill at` wake-up
}

void Host::boot(World& world)
{
    if (settings_.program.size() > first_call_) world.start_process(settings_.id, world.now);
}

void Host::process_starts(World& world)
{
    ++started_;
    if (first_call_ > 0) {
        const Call& repeat = settings_.program[0];
        const bool burst_over = repeat.burst > 0 && started_ % repeat.burst == 0;
        // A burst begins burst_time after the one before it began.
        const Duration spent = repeat.burst > 0 ? (repeat.burst - 1) * repeat.time : Duration{0};
        const Duration pause = burst_over ? repeat.burst_time - spent : repeat.time;
        if (started_ < repeat.count)
            world.start_process(settings_.id, world.now + std::max(pause, Duration{0}));
    }
    const ProcessIndex index = new_process(world);
    const std::uint32_t turn = killed;
    for (const Call& call : settings_.program)
        if (call.kind == CallKind::kill_at)
            world.wake_process(settings_.id, index, turn, std::max(call.time, world.now));
    world.cause = trace::no_record;
    run(world, index);
}

ProcessIndex Host::new_process(World& world)
{
    ProcessIndex index = nothing;
    if (free_processes_.empty()) {
        index = static_cast<ProcessIndex>(processes_.size());
        processes_.emplace_back();
    } else {
        index = free_processes_.back();
        free_processes_.pop_back();
    }
    Process& process = processes_[index];
    process.alive = true;
    process.waits = Process::Waits::nowhere;
    process.number = world.number_process();
    process.next_call = first_call_;
    process.socket = process.latest = process.fresh = nothing;
    std::fill_n(process.named.begin(), variables_, nothing);
    process.done = 0;
    return index;
}

void Host::enters(World& world, ProcessIndex index, const Call& call)
{
    const Process& process = processes_[index];
    const SocketIndex on = socket_of(process, call);
    const bool exits = call.kind == CallKind::exit || call.kind == CallKind::kill_at;
    trace::Record& record =
        world.add(trace::Kind::call, settings_.id, on != nothing ? sockets_[on].conn : 0,
                  exits ? Rule::process_exit : Rule::call);
    record.call = {process.number, call.statement, 0, Errno::ok, 0, 0};
    world.cause = record.id;
    processes_[index].call = record.id;
    processes_[index].conn = record.conn;
}

void Host::run(World& world, ProcessIndex index)
{
    const Program& program = settings_.program;
    while (processes_[index].alive) {
        const std::uint32_t next = processes_[index].next_call;
        ENSURE(next < program.size());  // every program ends with exit
        const Call& call = program[next];
        if (call.kind == CallKind::kill_at) {  // waits for its moment by itself
            ++processes_[index].next_call;
            continue;
        }
        // "connect … from PORT" is a bind and a connect in one statement: one call for people.
        const bool second = next > 0 && program[next - 1].statement == call.statement;
        if (!second && !(call.kind == CallKind::exit && processes_[index].owned.empty()))
            enters(world, index, call);
        if (call.kind == CallKind::exit) {
            die(world, index);
            return;
        }
        if (!this->call(world, index, call)) return;
    }
}

bool Host::block(ProcessIndex index, Process::Waits waits, SocketIndex socket)
{
    Process& process = processes_[index];
    process.waits = waits;
    process.socket = socket;
    if (socket != nothing) sockets_[socket].waiter = index;
    return false;
}

bool Host::returns(World& world, ProcessIndex index, std::int32_t result, Errno error, bool eof,
                   Rule rule)
{
    Process& process = processes_[index];
    if (process.call != trace::no_record) {
        const Call& call = settings_.program[process.next_call];
        trace::Record& record =
            world.add(trace::Kind::returned, settings_.id, process.conn, rule);
        record.about = process.call;
        record.call = {process.number, call.statement, result, error,
                       static_cast<std::uint8_t>(eof ? 1 : 0), 0};
    }
    if (process.socket != nothing) sockets_[process.socket].waiter = nothing;
    process.waits = Process::Waits::nowhere;
    process.socket = nothing;
    process.done = 0;
    ++process.turn;
    ++process.next_call;
    return true;
}

void Host::socket_changed(World& world, SocketIndex index)
{
    const ProcessIndex waiter = sockets_[index].waiter;
    if (waiter == nothing) return;
    const Process::Waits before = processes_[waiter].waits;
    if (before != Process::Waits::nowhere && try_to_finish(world, waiter)) run(world, waiter);
}

bool Host::try_to_finish(World& world, ProcessIndex index)
{
    const Process& process = processes_[index];
    const SocketIndex on = process.socket;
    const Call& call = settings_.program[process.next_call];
    switch (process.waits) {
        case Process::Waits::nowhere:
        case Process::Waits::time: return false;
        case Process::Waits::connect: {
            const Socket& socket = sockets_[on];
            const tcp::State state = socket.endpoint.state();
            if (state == tcp::State::closed) {
                sockets_[on].error_told = true;
                return fails(world, index, failure_of(socket));
            }
            return tcp::synchronized(state) && returns(world, index, 0);
        }
        case Process::Waits::accept:
            if (sockets_[on].queue_length == 0) return false;
            accept_one(world, index, call);
            return true;
        case Process::Waits::send: return continue_send(world, index, call);
        case Process::Waits::recv:
        case Process::Waits::recv_until_eof: return continue_recv(world, index, call);
        case Process::Waits::linger: {
            const tcp::Endpoint& endpoint = sockets_[on].endpoint;
            const bool over = endpoint.state() == tcp::State::closed ||
                              endpoint.state() == tcp::State::time_wait ||
                              endpoint.fin_acknowledged();
            return over && returns(world, index, 0);
        }
    }
    return false;
}

void Host::process_wakes(World& world, ProcessIndex index, std::uint32_t turn)
{
    const Process& process = processes_[index];
    if (!process.alive) return;
    if (turn == killed) {
        for (const Call& call : settings_.program)
            if (call.kind == CallKind::kill_at && call.time <= world.now) {
                world.cause = trace::no_record;
                enters(world, index, call);
                break;
            }
        die(world, index);
        return;
    }
    if (turn != process.turn) return;
    world.cause = process.call;
    const SocketIndex on = process.socket;
    const bool lingered = process.waits == Process::Waits::linger;
    returns(world, index, 0);
    if (lingered) settle(world, on);
    run(world, index);
}

void Host::die(World& world, ProcessIndex index)
{
    Process& process = processes_[index];
    process.alive = false;
    ++process.turn;
    if (process.socket != nothing) sockets_[process.socket].waiter = nothing;
    process.socket = nothing;
    process.waits = Process::Waits::nowhere;
    while (!processes_[index].owned.empty()) close_socket(world, processes_[index].owned.front());
    // A `kill at` still to come may not meet another process in this place.
    const bool waits_for_kill =
        std::any_of(settings_.program.begin(), settings_.program.end(), [&](const Call& call) {
            return call.kind == CallKind::kill_at && call.time > world.now;
        });
    if (!waits_for_kill) free_processes_.push_back(index);
}

void Host::accept_one(World& world, ProcessIndex index, const Call& call)
{
    const SocketIndex listener = socket_of(processes_[index], call);
    Socket& queue = sockets_[listener];
    const SocketIndex child = queue.first_queued;
    queue.first_queued = sockets_[child].next;
    if (queue.first_queued == nothing) queue.last_queued = nothing;
    --queue.queue_length;
    sockets_[child].queued = false;
    sockets_[child].listener = nothing;
    sockets_[child].held = true;

    sockets_[listener].waiter = nothing;
    processes_[index].socket = nothing;
    processes_[index].conn = sockets_[child].conn;
    if (call.kind != CallKind::accept_each) {
        own(index, child, call.as);
        returns(world, index, 0);
        return;
    }
    // The parent goes back to accept(), a child process runs what follows.
    const ProcessIndex forked = new_process(world);
    processes_[forked].next_call = processes_[index].next_call + 1;
    own(forked, child, call.as);
    returns(world, index, 0);
    --processes_[index].next_call;
    run(world, forked);
}

std::vector<std::uint32_t> Host::blocked_statements() const
{
    std::vector<std::uint32_t> out;
    for (const Process& process : processes_)
        if (process.alive && process.waits != Process::Waits::nowhere)
            out.push_back(settings_.program[process.next_call].statement);
    return out;
}

}  // namespace finwait::host
