// Endpoint's receiving side: RFC 9293 section 3.10.7.4, seventh (text, reassembly) and eighth
// (FIN).
#include <algorithm>

#include "core/tcp/endpoint.h"

namespace finwait::tcp {

Endpoint::Step Endpoint::seventh_process_text(Context& ctx, const Segment& seg,
                                              std::span<const std::byte> octets)
{
    const bool reads = state_ == State::established || state_ == State::fin_wait_1 ||
                       state_ == State::fin_wait_2;
    if (!reads || (seg.len == 0 && !seg.has(FIN))) return go_on;
    const Seq begin = seg.has(SYN) ? seg.seq + 1 : seg.seq;
    const Seq end = begin + seg.len;
    if (orphan_ && seg.len > 0 && end > tcb_.rcv_nxt) {
        answer_with_rst(ctx, seg, Rule::data_after_close);
        fail(ctx, Failure::reset, Event::rcv_data_after_close, Rule::data_after_close);
        return done;
    }
    if (begin > tcb_.rcv_nxt) {
        hold(ctx, seg, octets);
        schedule_ack(ctx, Arrival::out_of_order);
        return done;  // a FIN of it is held too
    }
    if (seg.len == 0) return go_on;
    const bool fills_gap = !held_.empty();
    take_octets(ctx, begin, octets);
    tcb_.rcv_mss = std::max(tcb_.rcv_mss, static_cast<std::uint16_t>(std::min(seg.len, 65535U)));
    octets_received(ack_, ctx.profile, ctx.now, tcb_.rto, window(), tcb_.rcv_mss);
    const bool fin = fills_gap && take_held(ctx);
    schedule_ack(ctx, fills_gap ? Arrival::gap_filled : Arrival::octets);
    if (fin) take_fin(ctx);
    return fin ? done : go_on;
}

void Endpoint::take_octets(Context& ctx, Seq seq, std::span<const std::byte> octets)
{
    // What lies before RCV.NXT is known; what lies beyond the window is not for us yet.
    const auto size = static_cast<std::uint32_t>(octets.size());
    const std::uint32_t known = std::min(tcb_.rcv_nxt - seq, size);
    octets = octets.subspan(known);
    const std::uint32_t room = tcb_.rcv_adv > tcb_.rcv_nxt ? tcb_.rcv_adv - tcb_.rcv_nxt : 0;
    octets = octets.first(std::min<std::size_t>(octets.size(), room));
    received_.append(ctx.pools.chunks, octets);
    tcb_.rcv_nxt += static_cast<std::uint32_t>(octets.size());
}

void Endpoint::hold(Context& ctx, const Segment& seg, std::span<const std::byte> octets)
{
    Pool<Held>& pool = ctx.pools.held;
    NodeIndex before = no_node;
    for (NodeIndex at = held_.head; at != no_node && pool[at].seq <= seg.seq; at = pool.next(at)) {
        const Held& other = pool[at];
        if (other.seq == seg.seq && other.octets.size() >= seg.len && other.fin >= seg.has(FIN))
            return;  // the same again
        before = at;
    }
    const std::uint32_t room = tcb_.rcv_adv > seg.seq ? tcb_.rcv_adv - seg.seq : 0;
    const auto kept = octets.first(std::min<std::size_t>(octets.size(), room));
    Held& held = held_.insert_after(pool, before);
    held.seq = seg.seq;
    held.fin = seg.has(FIN) && kept.size() == octets.size();
    held.octets.append(ctx.pools.chunks, kept);
}

bool Endpoint::take_held(Context& ctx)
{
    Pool<Held>& pool = ctx.pools.held;
    while (!held_.empty() && pool[held_.head].seq <= tcb_.rcv_nxt) {
        Held& held = pool[held_.head];
        const Seq end = held.seq + held.octets.size();
        if (end > tcb_.rcv_nxt) {
            Bytes more;
            const std::uint32_t known = tcb_.rcv_nxt - held.seq;
            held.octets.copy(ctx.pools.chunks, known, held.octets.size() - known, more);
            take_octets(ctx, tcb_.rcv_nxt, more);
        }
        const bool fin = held.fin && end == tcb_.rcv_nxt;
        held.octets.clear(ctx.pools.chunks);
        held_.pop_front(pool);
        if (fin) return true;
    }
    return false;
}

bool Endpoint::brings_fin(const Segment& seg) const
{
    return seg.has(FIN) && !fin_received_ && seg.seq <= tcb_.rcv_nxt &&
           seg.seq + seg.len >= tcb_.rcv_nxt;
}

void Endpoint::eighth_check_fin(Context& ctx, const Segment& seg)
{
    if (!seg.has(FIN) || fin_received_ || !synchronized(state_)) return;
    if (seg.end() - 1 == tcb_.rcv_nxt) take_fin(ctx);
}

void Endpoint::take_fin(Context& ctx)
{
    tcb_.rcv_nxt += 1;
    fin_received_ = true;
    while (!held_.empty()) {  // nothing can follow a FIN
        ctx.pools.held[held_.head].octets.clear(ctx.pools.chunks);
        held_.pop_front(ctx.pools.held);
    }
    switch (state_) {
        case State::established:
            enter(ctx, Event::rcv_fin, Rule::fin_received);
            tcp::fin_received(ack_, ctx.profile);
            schedule_ack(ctx, Arrival::fin);
            return;
        case State::fin_wait_1:
            if (fin_acknowledged()) {
                enter_time_wait(ctx, Event::rcv_fin_ack_of_fin, Rule::fin_with_ack_of_fin);
            } else {
                enter(ctx, Event::rcv_fin, Rule::fin_crossed);
                send_ack(ctx, Rule::fin_crossed);
            }
            return;
        case State::fin_wait_2:
            enter_time_wait(ctx, Event::rcv_fin, Rule::fin_in_fin_wait_2);
            return;
        default: return;
    }
}

void Endpoint::enter_time_wait(Context& ctx, Event event, Rule rule)
{
    for (std::size_t slot = 0; slot < timer_slots; ++slot) stop(ctx, TimerSlot(slot));
    const bool answers = state_ != State::closing;  // CLOSING has acknowledged the FIN already
    enter(ctx, event, rule);
    if (answers) send_ack(ctx, rule);
    ack_owed_ = false;
    start(ctx, TimerKind::time_wait, ctx.now + ctx.profile.time_wait, Rule::time_wait_timer);
}

}  // namespace finwait::tcp
