// Figure 5 of RFC 9293 and the moves its prose names, as data. The only source of moves:
// Endpoint::enter() refuses what is not here, the window and the docs draw what is here, and a
// test proves that every row is taken.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/tcp/state.h"

namespace finwait::tcp {

/// What makes a connection move.
enum class Event : std::uint8_t {
    passive_open,
    active_open,
    send_call,           ///< SEND in LISTEN: RFC only
    close_call,          ///< CLOSE, shutdown(SHUT_WR), close()
    abort_call,          ///< ABORT, SO_LINGER 0, unread data at close()
    rcv_syn,
    rcv_syn_ack,
    rcv_ack_of_syn,
    rcv_ack_of_fin,
    rcv_fin,
    rcv_fin_ack_of_fin,  ///< one segment brings the FIN and acknowledges ours
    rcv_rst,
    rcv_rst_of_open,     ///< RST while our own active open is not complete: refused
    rcv_data_after_close,  ///< octets for an orphan
    user_timeout,        ///< R2, tcp_retries2, tcp_orphan_retries, keepalive
    fin_wait_2_timeout,  ///< not in the RFC
    two_msl_timeout,
};

enum class Known : std::uint8_t { to_all, to_linux };

struct Transition {
    State from;
    Event event;
    State to;
    std::string_view label;    ///< as figure 5 prints it: event / action
    std::string_view section;  ///< of RFC 9293, or another source
    bool in_figure_5;          ///< drawn in the state diagram
    Known known = Known::to_all;
    bool by_sockets = true;    ///< false: the sockets API cannot reach it, a unit test does
};

using enum State;
using enum Event;

inline constexpr auto transitions = std::to_array<Transition>({
    {closed, passive_open, listen, "passive OPEN / create TCB", "3.10.1", true},
    {closed, active_open, syn_sent, "active OPEN / snd SYN", "3.10.1", true},
    {listen, active_open, syn_sent, "active OPEN / snd SYN", "3.10.1", false, Known::to_all, false},
    {listen, send_call, syn_sent, "SEND / snd SYN", "3.10.2", true, Known::to_all, false},
    {listen, close_call, closed, "CLOSE / delete TCB", "3.10.4", true},
    {listen, abort_call, closed, "ABORT / delete TCB", "3.10.5", false, Known::to_all, false},
    {listen, rcv_syn, syn_received, "rcv SYN / snd SYN,ACK", "3.10.7.2", true},
    {syn_sent, close_call, closed, "CLOSE / delete TCB", "3.10.4", true},
    {syn_sent, abort_call, closed, "ABORT / delete TCB", "3.10.5", false},
    {syn_sent, rcv_rst_of_open, closed, "rcv RST / refused", "3.10.7.3", false},
    {syn_sent, rcv_syn_ack, established, "rcv SYN,ACK / snd ACK", "3.10.7.3", true},
    {syn_sent, rcv_syn, syn_received, "rcv SYN / snd SYN,ACK", "3.10.7.3", true},
    {syn_sent, user_timeout, closed, "user timeout", "3.10.8", false},
    {syn_received, close_call, fin_wait_1, "CLOSE / snd FIN", "3.10.4", true},
    {syn_received, abort_call, closed, "ABORT / snd RST", "3.10.5", false},
    {syn_received, rcv_rst, listen, "rcv RST", "3.10.7.4 second", true},
    {syn_received, rcv_rst_of_open, closed, "rcv RST / refused", "3.10.7.4 second", false},
    {syn_received, rcv_syn, listen, "rcv SYN", "3.10.7.4 fourth", false},
    {syn_received, rcv_ack_of_syn, established, "rcv ACK of SYN", "3.10.7.4 fifth", true},
    {syn_received, user_timeout, closed, "user timeout", "3.10.8", false},
    {established, close_call, fin_wait_1, "CLOSE / snd FIN", "3.10.4", true},
    {established, rcv_fin, close_wait, "rcv FIN / snd ACK", "3.10.7.4 eighth", true},
    {established, abort_call, closed, "ABORT / snd RST", "3.10.5", false},
    {established, rcv_rst, closed, "rcv RST", "3.10.7.4 second", false},
    {established, user_timeout, closed, "user timeout", "3.10.8", false},
    {fin_wait_1, rcv_ack_of_fin, fin_wait_2, "rcv ACK of FIN", "3.10.7.4 fifth", true},
    {fin_wait_1, rcv_fin, closing, "rcv FIN / snd ACK", "3.10.7.4 eighth", true},
    {fin_wait_1, rcv_fin_ack_of_fin, time_wait, "rcv FIN,ACK of FIN / snd ACK", "3.3.2 note 2",
     true},
    {fin_wait_1, abort_call, closed, "ABORT / snd RST", "3.10.5", false},
    {fin_wait_1, rcv_rst, closed, "rcv RST", "3.10.7.4 second", false},
    {fin_wait_1, rcv_data_after_close, closed, "rcv data after close() / snd RST",
     "3.6.1 SHLD-3", false},
    {fin_wait_1, user_timeout, closed, "user timeout", "3.10.8", false},
    {fin_wait_2, rcv_fin, time_wait, "rcv FIN / snd ACK", "3.10.7.4 eighth", true},
    {fin_wait_2, abort_call, closed, "ABORT / snd RST", "3.10.5", false},
    {fin_wait_2, rcv_rst, closed, "rcv RST", "3.10.7.4 second", false},
    {fin_wait_2, rcv_data_after_close, closed, "rcv data after close() / snd RST",
     "3.6.1 SHLD-3", false},
    {fin_wait_2, user_timeout, closed, "user timeout", "3.10.8", false},
    {fin_wait_2, Event::fin_wait_2_timeout, closed, "FIN-WAIT-2 timeout",
     "Linux tcp_fin_timeout", false, Known::to_linux},
    {close_wait, close_call, last_ack, "CLOSE / snd FIN", "3.10.4", true},
    {close_wait, abort_call, closed, "ABORT / snd RST", "3.10.5", false},
    {close_wait, rcv_rst, closed, "rcv RST", "3.10.7.4 second", false},
    {close_wait, user_timeout, closed, "user timeout", "3.10.8", false},
    {closing, rcv_ack_of_fin, time_wait, "rcv ACK of FIN", "3.10.7.4 fifth", true},
    {closing, abort_call, closed, "ABORT", "3.10.5", false},
    {closing, rcv_rst, closed, "rcv RST", "3.10.7.4 second", false},
    {closing, user_timeout, closed, "user timeout", "3.10.8", false},
    {last_ack, rcv_ack_of_fin, closed, "rcv ACK of FIN", "3.10.7.4 fifth", true},
    {last_ack, abort_call, closed, "ABORT", "3.10.5", false},
    {last_ack, rcv_rst, closed, "rcv RST", "3.10.7.4 second", false},
    {last_ack, user_timeout, closed, "user timeout", "3.10.8", false},
    {time_wait, two_msl_timeout, closed, "2MSL timeout / delete TCB", "3.10.8", true},
    {time_wait, abort_call, closed, "ABORT", "3.10.5", false, Known::to_all, false},
    {time_wait, rcv_rst, closed, "rcv RST", "3.10.7.4 second", false},
    {time_wait, rcv_syn, closed, "rcv new SYN / hand it to LISTEN", "3.6.1 MAY-2", false},
});

inline constexpr std::size_t event_count = static_cast<std::size_t>(two_msl_timeout) + 1;

/// The rows by state and event; 0: no such move, else the row's place, from 1.
inline constexpr auto transition_places = [] {
    std::array<std::array<std::uint8_t, event_count>, state_count> places{};
    for (std::size_t i = 0; i < transitions.size(); ++i) {
        const Transition& row = transitions[i];
        places[static_cast<std::size_t>(row.from)][static_cast<std::size_t>(row.event)] =
            static_cast<std::uint8_t>(i + 1);
    }
    return places;
}();

/// The row for an event in a state; nullptr: no such move.
constexpr const Transition* find(State from, Event event)
{
    const std::uint8_t place =
        transition_places[static_cast<std::size_t>(from)][static_cast<std::size_t>(event)];
    return place == 0 ? nullptr : &transitions[place - 1U];
}

}  // namespace finwait::tcp
