// The eleven states of a connection, in the RFC's spelling. RFC 9293 section 3.3.2.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace finwait::tcp {

enum class State : std::uint8_t {
    closed,
    listen,
    syn_sent,
    syn_received,
    established,
    fin_wait_1,
    fin_wait_2,
    close_wait,
    closing,
    last_ack,
    time_wait,
};

inline constexpr std::size_t state_count = 11;

inline constexpr std::array<std::string_view, state_count> state_names = {
    "CLOSED",     "LISTEN",     "SYN-SENT",   "SYN-RECEIVED", "ESTABLISHED", "FIN-WAIT-1",
    "FIN-WAIT-2", "CLOSE-WAIT", "CLOSING",    "LAST-ACK",     "TIME-WAIT",
};

constexpr std::string_view name(State state)
{
    return state_names[static_cast<std::size_t>(state)];
}

/// ESTABLISHED and everything after it. RFC 9293 section 3.5.2.
constexpr bool synchronized(State state) { return state >= State::established; }

}  // namespace finwait::tcp
