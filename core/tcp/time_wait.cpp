#include "core/tcp/time_wait.h"

namespace finwait::tcp {

namespace {

TimeWaitAnswer reset_arrives(const TimeWait& tw, const Profile& profile, const Segment& seg)
{
    TimeWaitAnswer answer;
    answer.rule = Rule::reset_ignored;
    if (profile.rfc1337) return answer;
    if (seg.seq == tw.rcv_nxt) {
        answer.gone = true;
        answer.rule = Rule::reset_received;
    } else if (profile.time_wait_challenges_reset && seg.seq > tw.rcv_nxt &&
               seg.seq < tw.rcv_nxt + tw.rcv_wnd) {
        answer.ack = true;
        answer.rule = Rule::reset_challenged;
    }
    return answer;
}

TimeWaitAnswer syn_arrives(const TimeWait& tw, const Segment& seg)
{
    // RFC 9293 3.6.1 MAY-2: a number beyond all that the old connection used.
    TimeWaitAnswer answer;
    if (seg.seq > tw.rcv_nxt) {
        answer.gone = true;
        answer.new_connection = true;
        answer.rule = Rule::time_wait_new_syn;
    } else {
        answer.ack = true;
        answer.rule = Rule::time_wait_old_syn;
    }
    return answer;
}

}  // namespace

TimeWaitAnswer arrives_in_time_wait(const TimeWait& tw, const Profile& profile, const Segment& seg)
{
    if (seg.has(RST)) return reset_arrives(tw, profile, seg);
    if (seg.has(SYN) && !seg.has(ACK)) return syn_arrives(tw, seg);
    TimeWaitAnswer answer;
    if (!seg.has(ACK)) {
        answer.rule = Rule::no_ack_flag;
        return answer;
    }
    if (seg.has(SYN)) {
        answer.ack = true;
        answer.rule = Rule::syn_challenged;
        return answer;
    }
    // A bare ACK that is just in order needs no answer; everything else old gets one.
    const bool in_order_ack = seg.seg_len() == 0 && seg.seq == tw.rcv_nxt;
    answer.ack = !in_order_ack;
    answer.restart = profile.time_wait_restarts_on_ack || (seg.has(FIN) && seg.end() == tw.rcv_nxt);
    if (answer.restart) answer.rule = Rule::time_wait_restarted;
    else answer.rule = answer.ack ? Rule::unacceptable_segment : Rule::arrived;
    return answer;
}

}  // namespace finwait::tcp
