// SEGMENT ARRIVES: RFC 9293 section 3.10.7, the checks in its order, one function each.
// RFC 5961's challenge ACKs are part of them.
#include <algorithm>

#include "core/tcp/endpoint.h"
#include "core/tcp/rto.h"

namespace finwait::tcp {

// 3.10.7.1: no connection. A RST is never answered.
std::optional<Effect> answer_of_closed(const Segment& segment)
{
    if (segment.has(RST)) return std::nullopt;
    Effect effect;
    effect.kind = Effect::Kind::send;
    if (segment.has(ACK)) {
        effect.segment.seq = segment.ack;
        effect.segment.flags = RST;
        effect.rule = Rule::no_such_connection;
    } else {
        effect.segment.ack = segment.end();
        effect.segment.flags = RST | ACK;
        effect.rule = Rule::no_listener;
    }
    return effect;
}

void Endpoint::segment_arrives(Context& ctx, const Segment& segment,
                               std::span<const std::byte> octets)
{
    ENSURE(octets.size() == segment.len);
    switch (state_) {
        case State::closed:
            if (const auto answer = answer_of_closed(segment)) ctx.out.push_back(*answer);
            else ctx.verdict = Rule::reset_ignored;
            return;
        case State::listen: arrives_in_listen(ctx, segment); return;
        case State::syn_sent: arrives_in_syn_sent(ctx, segment, octets); break;
        case State::time_wait: arrives_in_time_wait(ctx, segment); return;
        default: arrives_in_other_states(ctx, segment, octets); break;
    }
    if (state_ == State::closed || state_ == State::listen) return;
    last_arrival_ = ctx.now;
    keepalive_probes_ = 0;
    output(ctx);
    if (ack_owed_) send_ack(ctx, ack_rule_);
}

void Endpoint::answer_with_rst(Context& ctx, const Segment& seg, Rule rule)
{
    // Not by transmit(): it acknowledges nothing and moves nothing of this connection.
    Effect effect = *answer_of_closed(seg);
    effect.rule = rule;
    ctx.out.push_back(effect);
}

// 3.10.7.2
void Endpoint::arrives_in_listen(Context& ctx, const Segment& seg)
{
    if (seg.has(RST)) {
        ctx.verdict = Rule::reset_ignored;
        return;
    }
    if (seg.has(ACK)) {
        answer_with_rst(ctx, seg, Rule::wrong_ack_in_handshake);
        return;
    }
    if (!seg.has(SYN) || (seg.has(FIN) && ctx.profile.request_sockets)) {
        ctx.verdict = Rule::no_ack_flag;
        return;
    }
    // Deviation: octets and a FIN that ride on a SYN are not queued. The peer sends them again.
    const Seq iss = tcb_.iss;
    tcb_ = {};  // nothing is left of an earlier SYN that a RST took back
    retransmissions_ = 0;
    syn_was_lost_ = false;
    close_queued_ = false;
    tcb_.iss = iss;
    tcb_.irs = seg.seq;
    tcb_.rcv_nxt = seg.seq + 1;
    tcb_.rcv_wup = tcb_.rcv_nxt;
    tcb_.rcv_adv = tcb_.rcv_nxt;
    tcb_.snd_una = tcb_.iss;
    tcb_.snd_nxt = tcb_.iss + 1;
    tcb_.snd_mss = std::min<std::uint16_t>(seg.mss > 0 ? seg.mss : 536, ctx.profile.mss);
    tcb_.rto = ctx.profile.rto_initial;
    peer_syn_acked_ = false;
    ack_ = {};
    take_window(seg);
    enter(ctx, Event::rcv_syn, Rule::syn_answered);
    in_flight_.push_back(ctx.pools.in_flight) = {tcb_.iss, 0, SYN, false, ctx.now, ctx.now};
    Segment answer;
    answer.seq = tcb_.iss;
    answer.flags = SYN | ACK;
    answer.mss = ctx.profile.mss;
    transmit(ctx, answer, 0, Rule::syn_answered);
    arm_transmission(ctx);
}

// 3.10.7.3: ACK, RST, SYN, in this order.
void Endpoint::arrives_in_syn_sent(Context& ctx, const Segment& seg,
                                   std::span<const std::byte> octets)
{
    const bool acceptable_ack =
        seg.has(ACK) && seg.ack > tcb_.iss && seg.ack <= tcb_.snd_nxt;
    if (seg.has(ACK) && !acceptable_ack) {
        if (seg.has(RST)) ctx.verdict = Rule::reset_ignored;
        else answer_with_rst(ctx, seg, Rule::wrong_ack_in_handshake);
        return;
    }
    if (seg.has(RST)) {
        if (acceptable_ack) reset(ctx, Event::rcv_rst_of_open, Rule::refused);
        else ctx.verdict = Rule::reset_ignored;
        return;
    }
    if (!seg.has(SYN)) {
        ctx.verdict = Rule::no_ack_flag;
        return;
    }
    tcb_.irs = seg.seq;
    tcb_.rcv_nxt = seg.seq + 1;
    tcb_.rcv_wup = tcb_.rcv_nxt;
    tcb_.rcv_adv = tcb_.rcv_nxt;
    tcb_.snd_mss = std::min<std::uint16_t>(seg.mss > 0 ? seg.mss : 536, ctx.profile.mss);
    take_window(seg);
    if (acceptable_ack) {
        our_syn_is_acknowledged(ctx, seg, Event::rcv_syn_ack, Rule::syn_ack_accepted);
        send_ack(ctx, Rule::syn_ack_accepted);
        if (seg.len > 0 && seventh_process_text(ctx, seg, octets) == done) return;
        eighth_check_fin(ctx, seg);
        return;
    }
    enter(ctx, Event::rcv_syn, Rule::simultaneous_open);
    retransmissions_ = 0;
    retransmit_first(ctx, Rule::simultaneous_open);
    arm_transmission(ctx);
}

void Endpoint::our_syn_is_acknowledged(Context& ctx, const Segment& seg, Event event, Rule rule)
{
    enter(ctx, event, rule);
    ack_.last_received = ctx.now;
    take_ack(ctx, seg);
    take_window(seg);
    // RFC 6298 5.7: a lost SYN and no sample make the first RTO for data 3 s.
    if (syn_was_lost_ && tcb_.srtt == Duration{0}) tcb_.rto = ctx.profile.rto_after_syn_loss;
    arm_keepalive(ctx, ctx.profile.keepalive_time);
    if (close_queued_) enter(ctx, Event::close_call, Rule::close_sends_fin);
}

// 3.10.7.4
void Endpoint::arrives_in_other_states(Context& ctx, const Segment& seg,
                                       std::span<const std::byte> octets)
{
    if (first_check_sequence_number(ctx, seg) == done) return;
    if (second_check_rst(ctx, seg) == done) return;
    // Deviation: the third check, of security, is left out. IP options are not modelled.
    if (fourth_check_syn(ctx, seg) == done) return;
    if (fifth_check_ack(ctx, seg) == done) return;
    // Deviation: the sixth check, of URG, is left out. Urgent data is not modelled.
    if (seventh_process_text(ctx, seg, octets) == done) return;
    eighth_check_fin(ctx, seg);
}

bool Endpoint::acceptable(const Segment& seg) const
{
    const std::uint32_t wnd = tcb_.rcv_adv > tcb_.rcv_nxt ? tcb_.rcv_adv - tcb_.rcv_nxt : 0;
    const auto in_window = [&](Seq s) { return tcb_.rcv_nxt <= s && s < tcb_.rcv_nxt + wnd; };
    if (seg.seg_len() == 0) return wnd == 0 ? seg.seq == tcb_.rcv_nxt : in_window(seg.seq);
    return wnd > 0 && (in_window(seg.seq) || in_window(seg.end() - 1));
}

bool Endpoint::resets(const Context& ctx, const Segment& seg) const
{
    // Linux tcp_input.c:tcp_reset_check: some peers reset with the number of their FIN.
    const bool at_fin = ctx.profile.resets_at_fin && fin_received_ && seg.seq + 1 == tcb_.rcv_nxt;
    return seg.seq == tcb_.rcv_nxt || at_fin;
}

Endpoint::Step Endpoint::first_check_sequence_number(Context& ctx, const Segment& seg)
{
    if (acceptable(seg) || (seg.has(RST) && resets(ctx, seg))) return go_on;
    if (seg.has(RST)) ctx.verdict = Rule::reset_ignored;
    else answer_unacceptable(ctx, seg);
    return done;
}

void Endpoint::answer_unacceptable(Context& ctx, const Segment& seg)
{
    const bool same_syn = seg.has(SYN) && seg.seq == tcb_.irs;
    if (state_ == State::syn_received && same_syn) {
        if (seg.has(ACK) && seg.ack == tcb_.snd_nxt) {
            // Deviation: the SYN,ACK that crosses ours acknowledges our SYN. RFC 9293 figure 7
            // wants it; the first check, taken literally, would drop it.
            our_syn_is_acknowledged(ctx, seg, Event::rcv_ack_of_syn, Rule::handshake_completed);
            if (ctx.profile.answers_crossing_syn_ack) send_ack(ctx, Rule::handshake_completed);
            return;
        }
        if (ctx.profile.repeats_syn_ack && !seg.has(ACK)) {
            retransmit_first(ctx, Rule::syn_ack_repeated);
            return;
        }
    }
    // Deviation: an old segment's ACK field counts. RFC 9293 A.2 tells how a strict first check
    // lets two ends ignore each other's ACKs; every stack does this.
    if (seg.has(ACK) && seg.seq <= tcb_.rcv_nxt && !seg.has(SYN)) {
        const bool advances = seg.ack > tcb_.snd_una && seg.ack <= tcb_.snd_nxt;
        const bool is_done = advances && fifth_check_ack(ctx, seg) == done;
        if (is_done && (state_ != State::time_wait || !ctx.profile.acks_fin_in_closing)) return;
    }
    if (state_ == State::closed) return;
    const bool again = seg.has(FIN) && fin_received_;
    const bool syn = seg.has(SYN) && state_ != State::syn_received;  // RFC 5961 4.2: any SEQ
    send_ack(ctx, again ? Rule::fin_again
                  : syn ? Rule::syn_challenged
                        : Rule::unacceptable_segment);
}

Endpoint::Step Endpoint::second_check_rst(Context& ctx, const Segment& seg)
{
    if (!seg.has(RST)) return go_on;
    if (!resets(ctx, seg)) {
        // Deviation: challenge ACKs are not limited in number. RFC 5961 section 7, Linux's 500 ms.
        send_ack(ctx, Rule::reset_challenged);  // RFC 5961 3.2
        return done;
    }
    if (state_ != State::syn_received) reset(ctx, Event::rcv_rst, Rule::reset_received);
    else if (passive_) reset(ctx, Event::rcv_rst, Rule::back_to_listen);
    else reset(ctx, Event::rcv_rst_of_open, Rule::refused);
    return done;
}

void Endpoint::reset(Context& ctx, Event event, Rule rule)
{
    const bool opening = !synchronized(state_);
    const Failure failure = opening                              ? Failure::refused
                            : state_ == State::close_wait        ? Failure::broken_pipe
                                                                 : Failure::reset;
    if (!ctx.profile.keeps_octets_after_reset) received_.clear(ctx.pools.chunks);
    fail(ctx, passive_ && opening ? Failure::none : failure, event, rule);
}

Endpoint::Step Endpoint::fourth_check_syn(Context& ctx, const Segment& seg)
{
    if (!seg.has(SYN)) return go_on;
    if (state_ == State::syn_received && passive_) {
        if (ctx.profile.request_sockets) answer_with_rst(ctx, seg, Rule::back_to_listen);
        fail(ctx, Failure::none, Event::rcv_syn, Rule::back_to_listen);
        return done;
    }
    send_ack(ctx, Rule::syn_challenged);  // RFC 5961 4.2
    return done;
}

Endpoint::Step Endpoint::fifth_check_ack(Context& ctx, const Segment& seg)
{
    if (!seg.has(ACK)) {
        ctx.verdict = Rule::no_ack_flag;
        return done;
    }
    if (state_ == State::syn_received) {
        if (!(seg.ack > tcb_.snd_una && seg.ack <= tcb_.snd_nxt)) {
            answer_with_rst(ctx, seg, Rule::wrong_ack_in_handshake);
            return done;
        }
        our_syn_is_acknowledged(ctx, seg, Event::rcv_ack_of_syn, Rule::handshake_completed);
        return go_on;
    }
    if (seg.ack > tcb_.snd_nxt || seg.ack < tcb_.snd_una - tcb_.max_snd_wnd) {
        send_ack(ctx, Rule::ack_of_unsent);  // RFC 5961 5.2
        return done;
    }
    if (seg.ack > tcb_.snd_una) take_ack(ctx, seg);
    if (seg.ack >= tcb_.snd_una) take_window(seg);
    if (!fin_acknowledged()) return state_ == State::closing ? done : go_on;

    switch (state_) {
        case State::fin_wait_1:
            if (!ctx.profile.passes_fin_wait_2 && brings_fin(seg)) return go_on;
            enter(ctx, Event::rcv_ack_of_fin, Rule::fin_acknowledged);
            if (const Duration wait = fin_wait_2_limit(ctx); orphan_ && wait > Duration{0}) {
                start(ctx, TimerKind::fin_wait_2, ctx.now + wait, Rule::fin_wait_2_timer);
            }
            return go_on;
        case State::closing:
            enter_time_wait(ctx, Event::rcv_ack_of_fin, Rule::closing_acknowledged);
            return done;
        case State::last_ack:
            fail(ctx, Failure::none, Event::rcv_ack_of_fin, Rule::last_ack_received);
            return done;
        default: return go_on;
    }
}

void Endpoint::take_ack(Context& ctx, const Segment& seg)
{
    Pool<InFlight>& pool = ctx.pools.in_flight;
    Duration sample{-1};
    bool ambiguous = false;
    while (!in_flight_.empty() && pool[in_flight_.head].end() <= seg.ack) {
        const InFlight& sent = pool[in_flight_.head];
        // Karn: a segment sent twice gives no sample, unless timestamps tell which one it was.
        ambiguous = ambiguous || (sent.retransmitted && !ctx.profile.timestamps);
        // Deviation: that one is taken to be the last sent. Timestamps are not on the wire yet.
        sample = ctx.now - sent.last_sent;
        in_flight_.pop_front(pool);
    }
    std::uint32_t octets = seg.ack - tcb_.snd_una;
    if (!syn_acked_) {
        syn_acked_ = true;
        --octets;
    }
    if (fin_sent_ && seg.ack == tcb_.snd_nxt) --octets;
    queue_.drop(ctx.pools.chunks, octets);
    tcb_.snd_una = seg.ack;
    if (!in_flight_.empty() && pool[in_flight_.head].seq < seg.ack) {
        InFlight& part = pool[in_flight_.head];
        part.len -= seg.ack - part.seq;
        part.seq = seg.ack;
    }
    if (sample >= Duration{0} && !ambiguous) take_rtt_sample(tcb_, ctx.profile, sample);
    retransmissions_ = 0;
    probe_out_ = false;
    if (recovering_ && tcb_.snd_una >= recover_) recovering_ = false;
    // Deviation: after an RTO every ACK brings the next segment. RFC 6298 sends one and says no
    // more; this is RFC 5681's slow start with a window of one.
    if (recovering_) retransmit_first(ctx, Rule::retransmission);
    if (!in_flight_.empty() || running(TimerSlot::transmission))
        arm_transmission(ctx);  // RFC 6298 5.2, 5.3
}

void Endpoint::take_window(const Segment& seg)
{
    const bool newer = tcb_.snd_wl1 < seg.seq ||
                       (tcb_.snd_wl1 == seg.seq && tcb_.snd_wl2 <= seg.ack) || seg.has(SYN);
    if (!newer) return;
    tcb_.snd_wnd = seg.window;
    tcb_.max_snd_wnd = std::max(tcb_.max_snd_wnd, seg.window);
    tcb_.snd_wl1 = seg.seq;
    tcb_.snd_wl2 = seg.ack;
}

// TIME-WAIT: the same rules as the small record's (time_wait.h).
void Endpoint::arrives_in_time_wait(Context& ctx, const Segment& seg)
{
    const TimeWaitAnswer answer = tcp::arrives_in_time_wait(shrink(), ctx.profile, seg);
    if (!answer.ack) ctx.verdict = answer.rule;
    if (answer.ack) send_ack(ctx, answer.rule);
    if (answer.restart)
        start(ctx, TimerKind::time_wait, ctx.now + ctx.profile.time_wait,
              Rule::time_wait_restarted);
    if (answer.gone)
        fail(ctx, Failure::none, answer.new_connection ? Event::rcv_syn : Event::rcv_rst,
             answer.rule);
}

}  // namespace finwait::tcp
