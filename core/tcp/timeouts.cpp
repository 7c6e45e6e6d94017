// Endpoint's timers: RFC 9293 section 3.10.8, RFC 6298 section 5, RFC 8985 section 7.
#include <algorithm>

#include "core/tcp/endpoint.h"
#include "core/tcp/give_up.h"
#include "core/tcp/rto.h"

namespace finwait::tcp {

Time Endpoint::next_deadline() const
{
    return std::min({deadlines_[0], deadlines_[1], deadlines_[2]});
}

void Endpoint::start(Context& ctx, TimerKind kind, Time deadline, Rule rule)
{
    const TimerSlot slot = slot_of(kind);
    if (running(slot)) stop(ctx, slot);
    deadlines_[index(slot)] = deadline;
    kinds_[index(slot)] = kind;
    Effect& effect = ctx.out.emplace_back();
    effect.kind = Effect::Kind::timer_set;
    effect.timer = kind;
    effect.deadline = deadline;
    effect.backoff = kind == TimerKind::retransmission ? tcb_.backoff : std::uint8_t{0};
    effect.rule = rule;
}

void Endpoint::stop(Context& ctx, TimerSlot slot, Rule rule)
{
    if (!running(slot)) return;
    Effect& effect = ctx.out.emplace_back();
    effect.kind = Effect::Kind::timer_cancelled;
    effect.timer = kinds_[index(slot)];
    effect.deadline = deadlines_[index(slot)];
    effect.rule = rule;
    deadlines_[index(slot)] = never;
}

void Endpoint::arm_transmission(Context& ctx)
{
    if (in_flight_.empty()) {
        stop(ctx, TimerSlot::transmission);
        return;
    }
    const bool probe =
        ctx.profile.loss_probe && synchronized(state_) && !recovering_ && !probe_out_;
    if (probe) {
        const Duration timeout = probe_timeout(tcb_, ctx.profile, in_flight_.count);
        start(ctx, TimerKind::loss_probe, ctx.now + timeout, Rule::loss_probe_timer);
    } else {
        start(ctx, TimerKind::retransmission, ctx.now + tcb_.rto, Rule::rto_timer);
    }
}

void Endpoint::arm_keepalive(Context& ctx, Duration in)
{
    if (keepalive_ && synchronized(state_) && state_ != State::time_wait)
        start(ctx, TimerKind::keepalive, ctx.now + in, Rule::keepalive_timer);
}

void Endpoint::timer(Context& ctx)
{
    for (std::size_t slot = 0; slot < timer_slots; ++slot) {
        if (deadlines_[slot] > ctx.now) continue;
        const TimerKind kind = kinds_[slot];
        deadlines_[slot] = never;
        Effect& fired = ctx.out.emplace_back();
        fired.kind = Effect::Kind::timer_fired;
        fired.timer = kind;
        fired.rule = Rule::timer_expired;
        switch (kind) {
            case TimerKind::retransmission: retransmission_timeout(ctx); break;
            case TimerKind::loss_probe: loss_probe_timeout(ctx); break;
            case TimerKind::persist: persist_timeout(ctx); break;
            case TimerKind::delayed_ack: delayed_ack_timeout(ctx); break;
            case TimerKind::keepalive: keepalive_timeout(ctx); break;
            case TimerKind::fin_wait_2:
                fail(ctx, Failure::none, Event::fin_wait_2_timeout, Rule::fin_wait_2_timeout);
                break;
            case TimerKind::time_wait:
                fail(ctx, Failure::none, Event::two_msl_timeout, Rule::time_wait_over);
                break;
        }
        return;  // one at a time: what it did may have moved the others
    }
}

bool Endpoint::gives_up(const Context& ctx) const
{
    const InFlight& oldest = ctx.pools.in_flight[in_flight_.head];
    Attempt attempt;
    attempt.what = state_ == State::syn_sent       ? Attempt::What::syn
                   : state_ == State::syn_received ? Attempt::What::syn_ack
                   : orphan_                       ? Attempt::What::orphan
                                                   : Attempt::What::data;
    attempt.retransmissions = retransmissions_;
    attempt.since_first_sent = ctx.now - oldest.first_sent;
    attempt.since_first_retransmission = ctx.now - retransmitting_since_;
    attempt.rto = tcb_.rto;
    attempt.user_timeout = user_timeout_;
    return tcp::gives_up(ctx.profile, attempt);
}

void Endpoint::retransmission_timeout(Context& ctx)
{
    if (gives_up(ctx)) {
        const Rule rule = state_ == State::syn_sent       ? Rule::open_given_up
                          : state_ == State::syn_received ? Rule::syn_received_given_up
                          : orphan_                       ? Rule::orphan_given_up
                                                          : Rule::retries_exhausted;
        fail(ctx, Failure::timed_out, Event::user_timeout, rule);
        return;
    }
    if (retransmissions_ == 0) retransmitting_since_ = ctx.now;
    ++retransmissions_;
    const bool opening = !synchronized(state_);
    if (opening) syn_was_lost_ = true;
    recovering_ = !opening;
    recover_ = tcb_.snd_nxt;
    const bool linear = state_ == State::syn_sent &&
                        ctx.profile.give_up_policy == GiveUpPolicy::linux_model &&
                        retransmissions_ <= ctx.profile.syn_linear_timeouts;
    if (!linear) back_off(tcb_, ctx.profile);
    retransmit_first(ctx, opening ? Rule::syn_retransmitted : Rule::retransmission);
    start(ctx, TimerKind::retransmission, ctx.now + tcb_.rto, Rule::rto_timer);
}

void Endpoint::loss_probe_timeout(Context& ctx)
{
    // Deviation: a loss probe needs no SACK. RFC 8985 asks for it; no option is on the wire yet.
    probe_out_ = true;
    if (const std::uint32_t len = sendable(); len > 0) {
        nagle_held_ = false;
        transmit_new(ctx, len, false, Rule::tail_loss_probe);
        if (running(TimerSlot::transmission)) return;
    } else {
        retransmit(ctx, ctx.pools.in_flight[in_flight_.tail], Rule::tail_loss_probe);
    }
    // RFC 8985 7.3: the RTO follows the probe, not doubled by it.
    start(ctx, TimerKind::retransmission, ctx.now + tcb_.rto, Rule::rto_timer);
}

void Endpoint::persist_timeout(Context& ctx)
{
    // Answered probes keep the connection for ever; silence counts as for any retransmission.
    Attempt attempt;
    attempt.what = orphan_ ? Attempt::What::orphan : Attempt::What::data;
    attempt.retransmissions = tcb_.backoff;
    attempt.since_first_sent = ctx.now - last_arrival_;
    attempt.since_first_retransmission = attempt.since_first_sent;
    attempt.rto = tcb_.rto;
    attempt.user_timeout = user_timeout_;
    if (tcp::gives_up(ctx.profile, attempt)) {
        fail(ctx, Failure::timed_out, Event::user_timeout,
             orphan_ ? Rule::orphan_given_up : Rule::retries_exhausted);
        return;
    }
    // RFC 9293 3.8.6.2.1: the override timeout sends what a small window takes.
    if (const std::uint32_t len = sendable(); len > 0) {
        transmit_new(ctx, len, false, Rule::data_sent);
        return;
    }
    back_off(tcb_, ctx.profile);
    send_probe(ctx, Rule::window_probe);
    start(ctx, TimerKind::persist, ctx.now + tcb_.rto, Rule::persist_timer);
}

void Endpoint::delayed_ack_timeout(Context& ctx)
{
    timer_expired(ack_, ctx.profile, tcb_.rto);
    send_ack(ctx, Rule::ack_delayed);
}

void Endpoint::keepalive_timeout(Context& ctx)
{
    const Duration idle = ctx.now - last_arrival_;
    if (keepalive_probes_ == 0 && idle < ctx.profile.keepalive_time) {
        arm_keepalive(ctx, ctx.profile.keepalive_time - idle);
        return;
    }
    if (unacknowledged()) {  // the retransmission timer finds a dead peer sooner
        arm_keepalive(ctx, ctx.profile.keepalive_time);
        return;
    }
    if (keepalive_probes_ >= ctx.profile.keepalive_probes) {
        send_rst(ctx, Rule::keepalive_given_up);
        fail(ctx, Failure::timed_out, Event::user_timeout, Rule::keepalive_given_up);
        return;
    }
    ++keepalive_probes_;
    send_probe(ctx, Rule::keepalive_probe);
    arm_keepalive(ctx, ctx.profile.keepalive_interval);
}

void Endpoint::fail(Context& ctx, Failure failure, Event event, Rule rule)
{
    failure_ = failure;
    // Octets that leave in this same instant are copied from the queue after this; whoever
    // lets the endpoint go drops it then.
    const bool octets_leave = std::ranges::any_of(ctx.out, [](const Effect& effect) {
        return effect.kind == Effect::Kind::send && effect.segment.len > 0;
    });
    if (!octets_leave) drop_queues(ctx.pools);
    for (std::size_t slot = 0; slot < timer_slots; ++slot) stop(ctx, TimerSlot(slot));
    enter(ctx, event, rule);
}

}  // namespace finwait::tcp
