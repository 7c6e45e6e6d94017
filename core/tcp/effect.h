// What an endpoint does, as values in the caller's buffer: segments to send, moves of the state,
// timers. The host turns them into records and packets, in this order.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/bytes.h"
#include "core/rules/id.h"
#include "core/tcp/profile.h"
#include "core/tcp/segment.h"
#include "core/tcp/state.h"
#include "core/tcp/timer.h"
#include "core/tcp/transitions.h"

namespace finwait::tcp {

/// What the sender knows of its segment and its header does not tell.
enum Mark : std::uint8_t {
    mark_retransmission = 1,  ///< sequence space sent before
    mark_acks_syn = 2,        ///< the first ACK that covers the peer's SYN
    mark_acks_data = 4,       ///< acknowledges octets not acknowledged before
    mark_acks_fin = 8,        ///< covers the peer's FIN
    mark_probe = 16,          ///< keepalive or window probe
};

struct Effect {
    enum class Kind : std::uint8_t { send, moved, timer_set, timer_fired, timer_cancelled } kind{};
    std::uint8_t marks = 0;             ///< send
    State from{}, to{};                 ///< moved
    Event event{};                      ///< moved
    TimerKind timer{};                  ///< timer_*
    std::uint8_t backoff = 0;           ///< timer_set
    Rule rule = Rule::none;
    Segment segment;                    ///< send
    Time deadline{0};                   ///< timer_set
};

/// A segment that is sent and not yet acknowledged.
struct InFlight {
    Seq seq;
    std::uint32_t len = 0;              ///< octets of data
    std::uint8_t flags = 0;             ///< SYN, FIN, PSH
    bool retransmitted = false;
    Time first_sent{0};
    Time last_sent{0};

    std::uint32_t seg_len() const
    {
        return len + ((flags & SYN) != 0 ? 1U : 0U) + ((flags & FIN) != 0 ? 1U : 0U);
    }
    Seq end() const { return seq + seg_len(); }
};

/// A segment received beyond a gap.
struct Held {
    Seq seq;
    ByteQueue octets;
    bool fin = false;
};

/// Where endpoints keep their queues; one for all endpoints of a host.
struct Pools {
    Pool<Chunk> chunks;
    Pool<InFlight> in_flight;
    Pool<Held> held;
};

/// What every input of an endpoint takes: the time, the rules of its system, and where its
/// effects go. The caller empties `out`.
struct Context {
    Time now;
    const Profile& profile;
    Pools& pools;
    std::vector<Effect>& out;
    /// What became of the segment that arrived: the rule by which it was dropped, if it was.
    Rule verdict = Rule::arrived;
};

}  // namespace finwait::tcp
