// The ids of the rules that can fire. Every record of a trace cites one; the catalogue
// (core/rules/catalogue.h) says each one's condition, sentence and source.
#pragma once

#include <cstdint>

namespace finwait {

enum class Rule : std::uint16_t {
    none,
    // opening
    active_open,             ///< connect(): SYN, SYN-SENT
    passive_open,            ///< listen(): LISTEN
    syn_answered,            ///< LISTEN gets a SYN: SYN,ACK, SYN-RECEIVED
    syn_ack_accepted,        ///< SYN-SENT gets an acceptable SYN,ACK: ACK, ESTABLISHED
    simultaneous_open,       ///< SYN-SENT gets a SYN without ACK: SYN,ACK, SYN-RECEIVED
    handshake_completed,     ///< SYN-RECEIVED gets the ACK of its SYN: ESTABLISHED
    syn_retransmitted,       ///< the timer of a SYN or SYN,ACK expired
    syn_ack_repeated,        ///< SYN-RECEIVED sees the same SYN again (linux: SYN,ACK at once)
    open_given_up,           ///< SYN never answered: ETIMEDOUT
    syn_received_given_up,   ///< SYN,ACK never acknowledged: the half-open connection goes
    no_listener,             ///< segment without ACK for nobody: RST,ACK with SEQ 0
    no_such_connection,      ///< segment with ACK for nobody: RST with SEQ = SEG.ACK
    refused,                 ///< SYN-SENT gets an acceptable RST: ECONNREFUSED
    wrong_ack_in_handshake,  ///< ACK of something never sent, before ESTABLISHED: RST
    back_to_listen,          ///< SYN-RECEIVED (passive) gets a RST or a new SYN
    closed_before_open,      ///< close() in LISTEN or SYN-SENT: no segment
    backlog_full,            ///< the accept queue is full: the SYN or the last ACK is ignored
    // data
    data_sent,               ///< new octets leave
    nagle_released,          ///< octets that Nagle's rule had held leave now
    ack_at_once,             ///< the receiver acknowledges without delay
    ack_delayed,             ///< the delayed-ACK timer expired
    ack_second_segment,      ///< two full segments are unacknowledged
    ack_out_of_order,        ///< a gap before this segment: duplicate ACK
    ack_gap_filled,          ///< the gap is filled: ACK at once
    window_reopened,         ///< the reader made room: window update
    retransmission,          ///< RTO: the oldest unacknowledged segment again
    tail_loss_probe,         ///< the last segment again, before the RTO
    window_probe,            ///< zero window: a segment that must be answered
    retries_exhausted,       ///< R2 or tcp_retries2: ETIMEDOUT
    unacceptable_segment,    ///< outside the window: ACK and drop
    ack_of_unsent,           ///< SEG.ACK beyond SND.NXT: ACK and drop
    no_ack_flag,             ///< no ACK flag after the handshake: dropped
    // closing
    close_sends_fin,         ///< close() or shutdown() in ESTABLISHED: FIN, FIN-WAIT-1
    close_answers_fin,       ///< close() in CLOSE-WAIT: FIN, LAST-ACK
    fin_received,            ///< the peer's FIN in order: CLOSE-WAIT
    fin_acknowledged,        ///< FIN-WAIT-1: our FIN is acknowledged: FIN-WAIT-2
    fin_crossed,             ///< FIN-WAIT-1: the peer's FIN, ours not acknowledged: CLOSING
    fin_with_ack_of_fin,     ///< FIN-WAIT-1: FIN that acknowledges ours: TIME-WAIT
    fin_in_fin_wait_2,       ///< FIN-WAIT-2 gets the FIN: TIME-WAIT
    closing_acknowledged,    ///< CLOSING: our FIN is acknowledged: TIME-WAIT
    last_ack_received,       ///< LAST-ACK: our FIN is acknowledged: CLOSED
    fin_again,               ///< a FIN already received comes again: ACK
    time_wait_over,          ///< 2MSL passed: CLOSED
    time_wait_restarted,     ///< TIME-WAIT answers an old segment and starts 2MSL again
    time_wait_new_syn,       ///< TIME-WAIT gives way to an acceptable new SYN
    time_wait_old_syn,       ///< TIME-WAIT answers an unacceptable SYN with an ACK
    fin_wait_2_timeout,      ///< an orphan's FIN-WAIT-2 ends by tcp_fin_timeout
    orphan_given_up,         ///< an orphan's FIN is never acknowledged: gone without RST
    // reset
    abort_sends_rst,         ///< ABORT, SO_LINGER 0: RST, CLOSED
    unread_data_at_close,    ///< close() with unread octets: RST, CLOSED
    data_after_close,        ///< octets for a connection nobody reads any more: RST
    reset_received,          ///< RST with SEQ = RCV.NXT: CLOSED
    reset_challenged,        ///< RST in the window, not exact: challenge ACK
    reset_ignored,           ///< RST outside the window, or in TIME-WAIT under RFC 1337
    syn_challenged,          ///< SYN on an open connection: challenge ACK
    // keepalive
    keepalive_probe,
    keepalive_given_up,
    // network
    arrived,                 ///< the segment crossed the link
    lost_by_fault,
    lost_by_chance,          ///< `lose 1 in N`
    lost_in_queue,           ///< the queue of the link is full
    corrupted,               ///< the checksum does not match: dropped on arrival
    copied_by_fault,         ///< a second copy leaves
    // host
    call,                    ///< a system call was made
    call_returned,
    process_exit,            ///< exit, kill, or the end of the program: every socket is closed
    port_bound,              ///< by bind() or listen()
    port_chosen,             ///< by connect()
    ports_exhausted,         ///< EADDRNOTAVAIL
    port_freed,
    // timers
    rto_timer,
    loss_probe_timer,
    persist_timer,
    delayed_ack_timer,
    keepalive_timer,
    fin_wait_2_timer,
    time_wait_timer,
    timer_stopped,           ///< what it waited for has happened
    timer_expired,
    count_                   ///< number of rules, `none` included
};

inline constexpr std::uint16_t rule_count = static_cast<std::uint16_t>(Rule::count_);

}  // namespace finwait
