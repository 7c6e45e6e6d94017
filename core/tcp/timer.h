// The timers of an endpoint. At most one of each slot runs at a time, as in the kernel:
// retransmission, probe and persist share one; keepalive, FIN-WAIT-2 and 2MSL share another.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace finwait::tcp {

enum class TimerKind : std::uint8_t {
    retransmission,  ///< RFC 6298
    loss_probe,      ///< RFC 8985 section 7
    persist,         ///< RFC 9293 section 3.8.6.1
    delayed_ack,     ///< RFC 9293 section 3.8.6.3
    keepalive,       ///< RFC 9293 section 3.8.4
    fin_wait_2,      ///< not in the RFC: tcp_fin_timeout
    time_wait,       ///< 2MSL, RFC 9293 section 3.4.2
};

inline constexpr std::array<std::string_view, 7> timer_names = {
    "RTO", "TLP", "persist", "delayed ACK", "keepalive", "FIN-WAIT-2", "2MSL"};

constexpr std::string_view name(TimerKind kind)
{
    return timer_names[static_cast<std::size_t>(kind)];
}

enum class TimerSlot : std::uint8_t { transmission, delayed_ack, connection };
inline constexpr std::size_t timer_slots = 3;

constexpr TimerSlot slot_of(TimerKind kind)
{
    if (kind <= TimerKind::persist) return TimerSlot::transmission;
    return kind == TimerKind::delayed_ack ? TimerSlot::delayed_ack : TimerSlot::connection;
}

}  // namespace finwait::tcp
