// TIME-WAIT as a small record: all that is left of a connection for 2MSL. Endpoint and host use
// the same rules. RFC 9293 section 3.10.7.4, RFC 1337, RFC 6191;
// Linux tcp_minisocks.c:tcp_timewait_state_process.
#pragma once

#include <cstdint>

#include "core/base/time.h"
#include "core/rules/id.h"
#include "core/tcp/profile.h"
#include "core/tcp/segment.h"

namespace finwait::tcp {

struct TimeWait {
    Seq snd_nxt;
    Seq rcv_nxt;
    std::uint32_t rcv_wnd = 0;
    Time until{0};
};
static_assert(sizeof(TimeWait) <= 24);

/// What a segment does to a connection in TIME-WAIT.
struct TimeWaitAnswer {
    bool ack = false;          ///< send <SEQ=SND.NXT><ACK=RCV.NXT><CTL=ACK>
    bool restart = false;      ///< 2MSL starts again
    bool gone = false;         ///< CLOSED at once
    bool new_connection = false;  ///< gone, and the SYN is for the listener
    Rule rule = Rule::none;
};
TimeWaitAnswer arrives_in_time_wait(const TimeWait& time_wait, const Profile& profile,
                                    const Segment& segment);

}  // namespace finwait::tcp
