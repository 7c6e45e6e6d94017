// One end of a connection: RFC 9293 section 3.10 without any input or output. Calls, segments
// and the time go in; effects come out (core/tcp/effect.h). Whoever holds it (core/host) calls
// timer() when next_deadline() has come and forgets it once it is CLOSED.
//   user_calls.cpp      3.10.1 to 3.10.6      segment_arrives.cpp   3.10.7
//   timeouts.cpp        3.10.8                output.cpp            sending
//   receive.cpp         reassembly, FIN
//   closed.cpp          3.10.7.1              time_wait.cpp         TIME-WAIT as a small record
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "core/tcp/ack_policy.h"
#include "core/tcp/effect.h"
#include "core/tcp/tcb.h"
#include "core/tcp/time_wait.h"

namespace finwait::tcp {

/// Why a connection ended against its user's will.
enum class Failure : std::uint8_t { none, refused, reset, timed_out, broken_pipe };

class Endpoint {
public:
    // ---- user calls, 3.10.1 to 3.10.5 ----
    void open_passive(Context& ctx);
    void open_active(Context& ctx, Seq iss);
    /// Takes what fits into the send buffer; returns how many octets. 0 unless
    /// send_allowed(), or in LISTEN, which SEND turns into an active open.
    std::uint32_t send(Context& ctx, std::span<const std::byte> octets);
    /// Moves at most `most` received octets onto `onto`; returns how many.
    std::uint32_t receive(Context& ctx, std::uint32_t most, Bytes& onto);
    /// The same for a reader that does not look at them.
    std::uint32_t discard(Context& ctx, std::uint32_t most);
    /// RFC CLOSE, shutdown(SHUT_WR): a FIN behind all that is queued. The user may still read.
    void close(Context& ctx);
    /// The sockets' close(): CLOSE, and nobody reads any more. Unread octets make it an abort
    /// (RFC 9293 3.6.1, SHLD-3).
    void release(Context& ctx);
    /// RFC ABORT, SO_LINGER 0.
    void abort(Context& ctx, Rule rule = Rule::abort_sends_rst);
    void set_nodelay(Context& ctx, bool on);
    void set_keepalive(Context& ctx, bool on);
    void set_user_timeout(Duration limit) { user_timeout_ = limit; }
    void set_linger2(Duration limit) { linger2_ = limit; }
    void set_buffers(std::uint32_t receive, std::uint32_t send);
    void set_iss(Seq iss) { tcb_.iss = iss; }       ///< a passive open's, before its SYN comes

    // ---- segment and time, 3.10.7 and 3.10.8 ----
    /// `octets` has segment.len octets.
    void segment_arrives(Context& ctx, const Segment& segment, std::span<const std::byte> octets);
    /// Fires what is due at ctx.now.
    void timer(Context& ctx);
    Time next_deadline() const;

    // ---- what a user or a holder may know ----
    State state() const { return state_; }
    const Tcb& tcb() const { return tcb_; }
    Failure failure() const { return failure_; }
    std::uint32_t readable() const { return received_.size(); }
    bool at_end() const { return fin_received_ && received_.empty(); }
    bool send_allowed() const;
    std::uint32_t send_room() const;
    bool orphan() const { return orphan_; }
    bool passive() const { return passive_; }
    bool fin_acknowledged() const { return fin_sent_ && tcb_.snd_una == tcb_.snd_nxt; }
    bool unacknowledged() const { return tcb_.snd_una != tcb_.snd_nxt || !queue_.empty(); }
    /// The octets of a sent segment, while they are not acknowledged.
    void copy_octets(const Pools& pools, const Segment& sent, Bytes& onto) const;
    /// TIME-WAIT as a small record; only in TIME-WAIT. The endpoint may then be forgotten.
    TimeWait shrink() const;
    /// Gives every pooled node back.
    void forget(Pools& pools);

private:
    enum Step : bool { go_on = false, done = true };

    // segment_arrives.cpp: section 3.10.7, in its order
    void arrives_in_listen(Context& ctx, const Segment& seg);
    void arrives_in_syn_sent(Context& ctx, const Segment& seg, std::span<const std::byte> octets);
    void arrives_in_other_states(Context& ctx, const Segment& seg,
                                 std::span<const std::byte> octets);
    void arrives_in_time_wait(Context& ctx, const Segment& seg);
    Step first_check_sequence_number(Context& ctx, const Segment& seg);
    Step second_check_rst(Context& ctx, const Segment& seg);
    Step fourth_check_syn(Context& ctx, const Segment& seg);
    Step fifth_check_ack(Context& ctx, const Segment& seg);
    Step seventh_process_text(Context& ctx, const Segment& seg, std::span<const std::byte> octets);
    void eighth_check_fin(Context& ctx, const Segment& seg);
    bool acceptable(const Segment& seg) const;
    bool resets(const Context& ctx, const Segment& seg) const;
    void answer_unacceptable(Context& ctx, const Segment& seg);
    void old_segment_acknowledges(Context& ctx, const Segment& seg);
    void take_ack(Context& ctx, const Segment& seg);
    void take_window(const Segment& seg);
    void take_sample(Context& ctx, Duration sample);
    void take_octets(Context& ctx, Seq seq, std::span<const std::byte> octets);
    void hold(Context& ctx, const Segment& seg, std::span<const std::byte> octets);
    bool take_held(Context& ctx);           ///< true: a FIN among them is now in order
    void take_fin(Context& ctx);
    void our_syn_is_acknowledged(Context& ctx, const Segment& seg, Event event, Rule rule);
    void enter_time_wait(Context& ctx, Event event, Rule rule);

    void reset(Context& ctx, Event event, Rule rule);
    void answer_with_rst(Context& ctx, const Segment& seg, Rule rule);

    // user_calls.cpp
    void send_syn(Context& ctx, Event event);

    // output.cpp
    void output(Context& ctx);
    std::uint32_t sendable() const;      ///< octets of the next segment that the window takes
    bool nagle_holds(const Context& ctx, std::uint32_t len) const;
    void transmit_new(Context& ctx, std::uint32_t len, bool fin, Rule rule);
    void transmit(Context& ctx, Segment seg, std::uint8_t marks, Rule rule);
    void retransmit_first(Context& ctx, Rule rule);
    void retransmit(Context& ctx, InFlight& sent, Rule rule);
    void collapse_into_first(Context& ctx);
    void send_ack(Context& ctx, Rule rule, std::uint8_t marks = 0);
    void send_rst(Context& ctx, Rule rule);
    void send_probe(Context& ctx, Rule rule);
    void schedule_ack(Context& ctx, Arrival what);
    std::uint32_t window() const;

    // timeouts.cpp
    void start(Context& ctx, TimerKind kind, Time deadline, Rule rule);
    void stop(Context& ctx, TimerSlot slot, Rule rule = Rule::timer_stopped);
    bool running(TimerSlot slot) const { return deadlines_[index(slot)] != never; }
    static std::size_t index(TimerSlot slot) { return static_cast<std::size_t>(slot); }
    void arm_transmission(Context& ctx);
    Duration fin_wait_2_limit(const Context& ctx) const
    {
        return linger2_ > Duration{0} ? linger2_ : ctx.profile.fin_wait_2_timeout;
    }
    void arm_keepalive(Context& ctx, Duration in);
    void retransmission_timeout(Context& ctx);
    void loss_probe_timeout(Context& ctx);
    void persist_timeout(Context& ctx);
    void delayed_ack_timeout(Context& ctx);
    void keepalive_timeout(Context& ctx);
    bool gives_up(const Context& ctx) const;
    void fail(Context& ctx, Failure failure, Event event, Rule rule);

    void enter(Context& ctx, Event event, Rule rule);
    void drop_queues(Pools& pools);
    Seq queue_begin() const { return syn_acked_ ? tcb_.snd_una : tcb_.iss + 1; }
    Seq queue_end() const { return queue_begin() + queue_.size(); }
    bool brings_fin(const Segment& seg) const;

    Tcb tcb_;
    ByteQueue queue_;                    ///< octets from SND.UNA on: not acknowledged, unsent
    ByteQueue received_;                 ///< in order, not yet read
    PoolList in_flight_;
    PoolList held_;
    std::array<Time, timer_slots> deadlines_{never, never, never};
    std::array<TimerKind, timer_slots> kinds_{};
    AckState ack_;
    Time retransmitting_since_{0};       ///< the first RTO retransmission of this episode
    Time last_arrival_{0};               ///< keepalive
    Seq recover_;                        ///< SND.NXT at the last RTO
    std::uint32_t retransmissions_ = 0;  ///< by RTO, in this episode
    std::uint32_t receive_buffer_ = 0;   ///< 0: the profile's
    std::uint32_t send_buffer_ = 0;
    Duration user_timeout_{0};           ///< 0: none
    Duration linger2_{0};                ///< TCP_LINGER2; 0: the profile's
    Seq last_small_end_;                 ///< Minshall: the end of the last small segment sent
    State state_ = State::closed;
    Failure failure_ = Failure::none;
    std::uint8_t keepalive_probes_ = 0;
    bool passive_ = false;
    bool orphan_ = false;
    bool nodelay_ = false;
    bool keepalive_ = false;
    bool close_queued_ = false;          ///< a FIN follows the octets of queue_
    bool fin_sent_ = false;
    bool fin_received_ = false;
    bool recovering_ = false;            ///< between an RTO and the ACK of recover_
    bool probe_out_ = false;             ///< one tail loss probe an episode
    bool syn_was_lost_ = false;
    bool syn_acked_ = false;             ///< ours, by the peer
    bool peer_syn_acked_ = false;
    bool peer_fin_acked_ = false;
    bool small_sent_ = false;
    bool nagle_held_ = false;
    bool ack_owed_ = false;              ///< an ACK leaves before this input ends
    Rule ack_rule_ = Rule::none;
};

/// A segment for a port where there is no connection: 3.10.7.1. Nothing where it has RST.
std::optional<Effect> answer_of_closed(const Segment& segment);

}  // namespace finwait::tcp
