// When a sender gives up: after R2 (RFC 9293 section 3.8.3), or by Linux's model, which turns
// tcp_retries2 and tcp_orphan_retries into a time (tcp_timer.c:retransmits_timed_out,
// tcp_model_timeout, tcp_orphan_retries, tcp_write_timeout).
#pragma once

#include "core/base/time.h"
#include "core/tcp/profile.h"

namespace finwait::tcp {

/// What is known when a retransmission timer expires.
struct Attempt {
    enum class What : std::uint8_t { syn, syn_ack, data, orphan } what{};
    std::uint32_t retransmissions = 0;   ///< by timer, in this episode
    Duration since_first_sent{0};        ///< of the oldest unacknowledged segment
    Duration since_first_retransmission{0};
    Duration rto{0};                     ///< the current one
    Duration user_timeout{0};            ///< TCP_USER_TIMEOUT; 0: none
};

bool gives_up(const Profile& profile, const Attempt& attempt);
/// The time of n + 1 back-offs that start at 200 ms and are capped at 120 s: 0.2 s for n = 0,
/// 924.6 s for n = 15.
Duration model_timeout(std::uint32_t n);

}  // namespace finwait::tcp
