// When the receiver acknowledges: at once (the textbook), or as Linux does, with quick ACKs at
// the start, pingpong mode once the application answers, and 40 ms otherwise.
// RFC 9293 section 3.8.6.3; Linux tcp_input.c:__tcp_ack_snd_check, tcp_event_data_recv;
// tcp_output.c:tcp_send_delayed_ack, tcp_event_data_sent.
#pragma once

#include <cstdint>

#include "core/base/time.h"
#include "core/tcp/profile.h"

namespace finwait::tcp {

/// What an arriving segment was, seen by the receiver's ACK.
enum class Arrival : std::uint8_t { octets, out_of_order, gap_filled, fin, fin_while_closing };

/// The receiver's memory of how the connection is used.
struct AckState {
    Duration ato{0};           ///< acknowledgment timeout; 0: no octets received yet
    Time last_received{0};
    std::uint8_t quick = 0;    ///< ACKs still sent at once
    bool pingpong = false;     ///< the application answers: wait for its answer
    bool owed = false;         ///< something received is not acknowledged yet
};

enum class AckWhen : std::uint8_t { now, second_segment, later };

/// Octets arrived: updates ato and the quick-ACK budget.
void octets_received(AckState& state, const Profile& profile, Time now, Duration rto,
                     std::uint32_t window, std::uint32_t mss);
/// A FIN arrived while we have not closed: wait for the application's own FIN.
void fin_received(AckState& state, const Profile& profile);
/// The application sent octets.
void octets_sent(AckState& state, const Profile& profile, Time now);
/// Any segment with ACK left.
void ack_sent(AckState& state, const Profile& profile);
/// The delayed-ACK timer expired.
void timer_expired(AckState& state, const Profile& profile, Duration rto);

/// Now, or later by delay(). `unacknowledged`: octets received since the last ACK.
AckWhen ack_when(const AckState& state, const Profile& profile, Arrival what,
                 std::uint32_t unacknowledged, std::uint32_t mss);
/// How long a delayed ACK waits.
Duration ack_delay(const AckState& state, const Profile& profile, Duration srtt);

}  // namespace finwait::tcp
