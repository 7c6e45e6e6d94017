// Endpoint's user calls: RFC 9293 sections 3.10.1 to 3.10.5, and what the sockets' close() adds.
#include <algorithm>

#include "core/tcp/endpoint.h"
#include "core/tcp/rto.h"

namespace finwait::tcp {

void Endpoint::enter(Context& ctx, Event event, Rule rule)
{
    const Transition* move = find(state_, event);
    ENSURE(move != nullptr);  // a move the table does not name is a bug here, never a peer's fault
    Effect& effect = ctx.out.emplace_back();
    effect.kind = Effect::Kind::moved;
    effect.from = state_;
    effect.to = move->to;
    effect.event = event;
    effect.rule = rule;
    state_ = move->to;
}

void Endpoint::set_buffers(std::uint32_t receive, std::uint32_t send)
{
    if (receive > 0) receive_buffer_ = receive;
    if (send > 0) send_buffer_ = send;
}

void Endpoint::open_passive(Context& ctx)
{
    passive_ = true;
    if (receive_buffer_ == 0) receive_buffer_ = ctx.profile.receive_buffer;
    if (send_buffer_ == 0) send_buffer_ = ctx.profile.send_buffer;
    enter(ctx, Event::passive_open, Rule::passive_open);
}

void Endpoint::open_active(Context& ctx, Seq iss)
{
    tcb_.iss = iss;
    send_syn(ctx, Event::active_open);
}

void Endpoint::send_syn(Context& ctx, Event event)
{
    passive_ = false;
    if (receive_buffer_ == 0) receive_buffer_ = ctx.profile.receive_buffer;
    if (send_buffer_ == 0) send_buffer_ = ctx.profile.send_buffer;
    tcb_.snd_una = tcb_.iss;
    tcb_.snd_nxt = tcb_.iss + 1;
    tcb_.rto = ctx.profile.rto_initial;
    enter(ctx, event, Rule::active_open);

    Segment syn;
    syn.seq = tcb_.iss;
    syn.flags = SYN;
    syn.mss = ctx.profile.mss;
    in_flight_.push_back(ctx.pools.in_flight) = {tcb_.iss, 0, SYN, false, ctx.now, ctx.now};
    transmit(ctx, syn, 0, Rule::active_open);
    arm_transmission(ctx);
}

bool Endpoint::send_allowed() const
{
    if (close_queued_) return false;
    return state_ == State::syn_sent || state_ == State::syn_received ||
           state_ == State::established || state_ == State::close_wait;
}

std::uint32_t Endpoint::send_room() const
{
    return send_buffer_ > queue_.size() ? send_buffer_ - queue_.size() : 0;
}

std::uint32_t Endpoint::send(Context& ctx, std::span<const std::byte> octets)
{
    if (state_ == State::listen) send_syn(ctx, Event::send_call);  // 3.10.2; no socket does this
    if (!send_allowed()) return 0;
    const std::size_t count = std::min<std::size_t>(octets.size(), send_room());
    queue_.append(ctx.pools.chunks, octets.first(count));
    output(ctx);
    return static_cast<std::uint32_t>(count);
}

std::uint32_t Endpoint::receive(Context& ctx, std::uint32_t most, Bytes& onto)
{
    const std::uint32_t count = std::min(most, received_.size());
    received_.copy(ctx.pools.chunks, 0, count, onto);
    return discard(ctx, count);
}

std::uint32_t Endpoint::discard(Context& ctx, std::uint32_t most)
{
    const std::uint32_t count = std::min(most, received_.size());
    if (count == 0) return 0;
    received_.drop(ctx.pools.chunks, count);
    // RFC 9293 3.8.6.2.2; as Linux, only when the window at least doubles.
    const bool open = state_ == State::established || state_ == State::fin_wait_1 ||
                      state_ == State::fin_wait_2;
    if (open) {
        const std::uint32_t promised = tcb_.rcv_adv - tcb_.rcv_nxt;
        const std::uint32_t now = window();
        const std::uint32_t worth = std::min<std::uint32_t>(receive_buffer_ / 2, tcb_.rcv_mss);
        if (now >= 2 * promised && now - promised >= worth) send_ack(ctx, Rule::window_reopened);
    }
    return count;
}

void Endpoint::set_nodelay(Context& ctx, bool on)
{
    nodelay_ = on;
    if (on) output(ctx);
}

void Endpoint::set_keepalive(Context& ctx, bool on)
{
    keepalive_ = on;
    if (on) arm_keepalive(ctx, ctx.profile.keepalive_time);
    else if (running(TimerSlot::connection) &&
             kinds_[index(TimerSlot::connection)] == TimerKind::keepalive)
        stop(ctx, TimerSlot::connection);
}

void Endpoint::close(Context& ctx)
{
    switch (state_) {
        case State::listen:
        case State::syn_sent:
            fail(ctx, Failure::none, Event::close_call, Rule::closed_before_open);
            return;
        case State::syn_received:
            close_queued_ = true;
            if (!queue_.empty()) return;  // the FIN follows once ESTABLISHED
            enter(ctx, Event::close_call, Rule::close_sends_fin);
            break;
        case State::established:
            close_queued_ = true;
            enter(ctx, Event::close_call, Rule::close_sends_fin);
            break;
        case State::close_wait:
            // Deviation: LAST-ACK begins at CLOSE, also while octets wait before the FIN. As Linux
            // (tcp.c:__tcp_close) and as ESTABLISHED to FIN-WAIT-1.
            close_queued_ = true;
            enter(ctx, Event::close_call, Rule::close_answers_fin);
            break;
        default: return;  // CLOSED, or a FIN is under way: never a second one
    }
    output(ctx);
}

void Endpoint::release(Context& ctx)
{
    const bool held_open = state_ == State::fin_wait_2;
    if (!received_.empty() && state_ != State::time_wait && state_ != State::closed) {
        abort(ctx, Rule::unread_data_at_close);
        return;
    }
    received_.clear(ctx.pools.chunks);
    orphan_ = true;
    close(ctx);
    if (held_open) {
        stop(ctx, TimerSlot::connection);
        const Duration wait = fin_wait_2_limit(ctx);
        if (wait > Duration{0})
            start(ctx, TimerKind::fin_wait_2, ctx.now + wait, Rule::fin_wait_2_timer);
    }
}

void Endpoint::abort(Context& ctx, Rule rule)
{
    if (state_ == State::closed) return;
    const bool tells = state_ == State::syn_received || state_ == State::established ||
                       state_ == State::fin_wait_1 || state_ == State::fin_wait_2 ||
                       state_ == State::close_wait;
    if (tells) send_rst(ctx, rule);
    // Deviation: whoever sends a RST is CLOSED at once. RFC 9293 3.5.2 and note 3 of figure 5
    // would have it wait in TIME-WAIT; 3.10.5 and every stack do not.
    received_.clear(ctx.pools.chunks);
    fail(ctx, Failure::none, Event::abort_call, rule);
}

void Endpoint::drop_queues(Pools& pools)
{
    queue_.clear(pools.chunks);
    in_flight_.clear(pools.in_flight);
    while (!held_.empty()) {
        pools.held[held_.head].octets.clear(pools.chunks);
        held_.pop_front(pools.held);
    }
}

void Endpoint::forget(Pools& pools)
{
    received_.clear(pools.chunks);
    drop_queues(pools);
}

TimeWait Endpoint::shrink() const
{
    ENSURE(state_ == State::time_wait);
    return {tcb_.snd_nxt, tcb_.rcv_nxt, tcb_.rcv_adv - tcb_.rcv_nxt,
            deadlines_[index(TimerSlot::connection)]};
}

}  // namespace finwait::tcp
