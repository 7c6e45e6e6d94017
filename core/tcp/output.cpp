// Endpoint's sending side: what may leave now (RFC 9293 3.8.6, Nagle 3.7.4), how it looks, and
// how it is sent again. Called at the end of every input.
#include <algorithm>

#include "core/tcp/endpoint.h"
#include "core/tcp/rto.h"

namespace finwait::tcp {

std::uint32_t Endpoint::window() const
{
    const std::uint32_t used = received_.size();
    const std::uint32_t room = receive_buffer_ > used ? receive_buffer_ - used : 0;
    const std::uint32_t promised = tcb_.rcv_adv > tcb_.rcv_nxt ? tcb_.rcv_adv - tcb_.rcv_nxt : 0;
    // RFC 9293 3.8.6.2.2: no silly small window, and never less than was promised.
    const bool silly = room < std::min<std::uint32_t>(receive_buffer_ / 4, tcb_.rcv_mss);
    return std::max(silly ? 0 : room, promised);
}

void Endpoint::transmit(Context& ctx, Segment seg, std::uint8_t marks, Rule rule)
{
    seg.window = window();
    if (seg.has(ACK)) {
        seg.ack = tcb_.rcv_nxt;
        std::uint32_t newly = tcb_.rcv_nxt - tcb_.rcv_wup;
        if (!peer_syn_acked_) {
            marks |= mark_acks_syn;
            peer_syn_acked_ = true;
        }
        if (fin_received_) marks |= mark_acks_fin;
        if (fin_received_ && !peer_fin_acked_ && newly > 0) {
            --newly;
            peer_fin_acked_ = true;
        }
        if (newly > 0 && synchronized(state_)) marks |= mark_acks_data;
        tcb_.rcv_wup = tcb_.rcv_nxt;
        tcb_.rcv_adv = tcb_.rcv_nxt + seg.window;
        ack_sent(ack_, ctx.profile);
        ack_owed_ = false;
        if (running(TimerSlot::delayed_ack)) stop(ctx, TimerSlot::delayed_ack);
    }
    Effect& effect = ctx.out.emplace_back();
    effect.kind = Effect::Kind::send;
    effect.rule = rule;
    effect.marks = marks;
    effect.segment = seg;
}

bool Endpoint::nagle_holds(const Context& ctx, std::uint32_t len) const
{
    if (nodelay_ || close_queued_ || len >= tcb_.snd_mss) return false;
    switch (ctx.profile.nagle_policy) {
        case NaglePolicy::rfc896: return tcb_.snd_una != tcb_.snd_nxt;
        case NaglePolicy::minshall: return small_sent_ && last_small_end_ > tcb_.snd_una;
    }
    return false;
}

std::uint32_t Endpoint::sendable() const
{
    const std::uint32_t unsent = fin_sent_ ? 0 : queue_end() - tcb_.snd_nxt;
    const Seq limit = tcb_.snd_una + tcb_.snd_wnd;
    const std::uint32_t usable = limit > tcb_.snd_nxt ? limit - tcb_.snd_nxt : 0;
    return std::min({unsent, usable, std::uint32_t{tcb_.snd_mss}});
}

// Deviation: there is no congestion control. The peer's window alone limits what is in flight,
// and duplicate ACKs bring no fast retransmit (RFC 5681).
void Endpoint::output(Context& ctx)
{
    if (!synchronized(state_) || fin_sent_ || state_ == State::time_wait) return;
    if (queue_end() == tcb_.snd_nxt && !close_queued_) return;  // nothing to say
    bool waits_for_window = false;
    for (;;) {
        const std::uint32_t unsent = queue_end() - tcb_.snd_nxt;
        const Seq limit = tcb_.snd_una + tcb_.snd_wnd;
        const std::uint32_t usable = limit > tcb_.snd_nxt ? limit - tcb_.snd_nxt : 0;
        const std::uint32_t len = std::min({unsent, usable, std::uint32_t{tcb_.snd_mss}});
        const bool fin = close_queued_ && len == unsent && len < usable;
        if (len == 0 && !fin) {
            waits_for_window = unsent > 0 || close_queued_;
            break;
        }
        // RFC 9293 3.8.6.2.1: a small piece of a small window is not worth sending yet.
        if (len < unsent && len < tcb_.snd_mss && len < tcb_.max_snd_wnd / 2) {
            waits_for_window = true;
            break;
        }
        if (len == unsent && nagle_holds(ctx, len)) {
            nagle_held_ = true;
            break;
        }
        Rule rule = nagle_held_ ? Rule::nagle_released : Rule::data_sent;
        if (fin && len == 0)
            rule = state_ == State::last_ack ? Rule::close_answers_fin : Rule::close_sends_fin;
        nagle_held_ = false;
        transmit_new(ctx, len, fin, rule);
        if (fin) break;
    }
    if (waits_for_window && in_flight_.empty() && !running(TimerSlot::transmission))
        start(ctx, TimerKind::persist, ctx.now + tcb_.rto, Rule::persist_timer);
}

void Endpoint::transmit_new(Context& ctx, std::uint32_t len, bool fin, Rule rule)
{
    const bool last = tcb_.snd_nxt + len == queue_end();
    Segment seg;
    seg.seq = tcb_.snd_nxt;
    seg.len = len;
    seg.flags = ACK;
    if (len > 0 && last && ctx.profile.push_on_last) seg.flags |= PSH;
    if (fin) seg.flags |= FIN;

    InFlight& sent = in_flight_.push_back(ctx.pools.in_flight);
    sent = {seg.seq, len, static_cast<std::uint8_t>(seg.flags & (FIN | PSH)), false, ctx.now,
            ctx.now};
    tcb_.snd_nxt = seg.end();
    fin_sent_ = fin_sent_ || fin;
    if (len > 0) {
        octets_sent(ack_, ctx.profile, ctx.now);
        if (len < tcb_.snd_mss) {
            small_sent_ = true;
            last_small_end_ = tcb_.snd_nxt;
        }
    }
    transmit(ctx, seg, 0, rule);
    const bool waits = running(TimerSlot::transmission) &&
                       kinds_[index(TimerSlot::transmission)] == TimerKind::retransmission;
    if (!waits) arm_transmission(ctx);
}

void Endpoint::collapse_into_first(Context& ctx)
{
    // Linux tcp_output.c:tcp_retrans_try_collapse: small neighbours are resent as one segment.
    Pool<InFlight>& pool = ctx.pools.in_flight;
    InFlight first = pool[in_flight_.head];
    if ((first.flags & SYN) != 0) return;
    while (in_flight_.count > 1) {
        const InFlight& second = pool[pool.next(in_flight_.head)];
        if (first.len + second.len > tcb_.snd_mss) break;
        first.len += second.len;
        first.flags = static_cast<std::uint8_t>(first.flags | second.flags);
        in_flight_.pop_front(pool);
    }
    pool[in_flight_.head] = first;
}

void Endpoint::retransmit_first(Context& ctx, Rule rule)
{
    if (in_flight_.empty()) return;
    if (ctx.profile.collapse_retransmissions) collapse_into_first(ctx);
    retransmit(ctx, ctx.pools.in_flight[in_flight_.head], rule);
}

void Endpoint::retransmit(Context& ctx, InFlight& sent, Rule rule)
{
    sent.retransmitted = true;
    sent.last_sent = ctx.now;
    Segment seg;
    seg.seq = sent.seq;
    seg.len = sent.len;
    seg.flags = sent.flags;
    if (state_ != State::syn_sent) seg.flags |= ACK;
    if (seg.has(SYN)) seg.mss = ctx.profile.mss;
    transmit(ctx, seg, mark_retransmission, rule);
}

void Endpoint::send_ack(Context& ctx, Rule rule, std::uint8_t marks)
{
    Segment seg;
    seg.seq = tcb_.snd_nxt;
    seg.flags = ACK;
    transmit(ctx, seg, marks, rule);
}

void Endpoint::send_rst(Context& ctx, Rule rule)
{
    Segment seg;
    seg.seq = tcb_.snd_nxt;
    seg.flags = RST;
    if (ctx.profile.reset_carries_ack) seg.flags |= ACK;
    transmit(ctx, seg, 0, rule);
}

void Endpoint::send_probe(Context& ctx, Rule rule)
{
    // One below what the peer expects: it must answer with an ACK. RFC 9293 3.8.4.
    // Deviation: a zero-window probe carries no octet. So does Linux (tcp_xmit_probe_skb).
    Segment seg;
    seg.seq = tcb_.snd_una - 1;
    seg.flags = ACK;
    transmit(ctx, seg, mark_probe, rule);
}

void Endpoint::schedule_ack(Context& ctx, Arrival what)
{
    const std::uint32_t unacknowledged = tcb_.rcv_nxt - tcb_.rcv_wup;
    switch (ack_when(ack_, ctx.profile, what, unacknowledged, tcb_.rcv_mss)) {
        case AckWhen::now:
            ack_rule_ = what == Arrival::out_of_order ? Rule::ack_out_of_order
                        : what == Arrival::gap_filled ? Rule::ack_gap_filled
                                                      : Rule::ack_at_once;
            ack_owed_ = true;
            return;
        case AckWhen::second_segment:
            ack_rule_ = Rule::ack_second_segment;
            ack_owed_ = true;
            return;
        case AckWhen::later: break;
    }
    ack_.owed = true;
    const Time due = ctx.now + ack_delay(ack_, ctx.profile, tcb_.srtt);
    if (due < deadlines_[index(TimerSlot::delayed_ack)])
        start(ctx, TimerKind::delayed_ack, due, Rule::delayed_ack_timer);
}

void Endpoint::copy_octets(const Pools& pools, const Segment& sent, Bytes& onto) const
{
    const Seq begin = queue_begin();
    const Seq from = sent.has(SYN) ? sent.seq + 1 : sent.seq;
    ENSURE(from >= begin);
    queue_.copy(pools.chunks, from - begin, sent.len, onto);
}

}  // namespace finwait::tcp
