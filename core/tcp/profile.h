// A profile: what RFC 9293 leaves open, as numbers and named policies. Endpoint asks it; no
// step of segment_arrives asks which system it is. Numbers and their sources: docs/profiles.md.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/time.h"

namespace finwait::tcp {

enum class RtoPolicy : std::uint8_t {
    rfc6298,  ///< srtt + max(G, 4 rttvar), at least 1 s
    linux_jiffies,  ///< srtt + max(4 rttvar, 200 ms), in whole jiffies, one more
};

enum class AckPolicy : std::uint8_t {
    at_once,        ///< every segment
    linux_delayed,  ///< quick ACKs, pingpong mode, 40 ms
};

enum class GiveUpPolicy : std::uint8_t {
    rfc_r2,       ///< R2: elapsed time since the first transmission
    linux_model,  ///< tcp_retries2 and tcp_orphan_retries turned into a time
};

enum class NaglePolicy : std::uint8_t {
    rfc896,    ///< any octet unacknowledged holds a small segment back
    minshall,  ///< only a small segment unacknowledged does
};

struct Profile {
    std::string_view name = "rfc";
    bool exact = true;                 ///< false: shown as "not yet exact"

    RtoPolicy rto_policy = RtoPolicy::rfc6298;
    Duration rto_initial = seconds{1};
    Duration rto_min = seconds{1};     ///< rfc6298: of the RTO; linux_jiffies: of 4 rttvar
    Duration rto_max = seconds{60};
    Duration rto_after_syn_loss = seconds{3};  ///< RFC 6298 5.7; TCP_TIMEOUT_FALLBACK
    Duration jiffy{0};                 ///< 0: no rounding

    AckPolicy ack_policy = AckPolicy::at_once;
    Duration delayed_ack = milliseconds{40};
    NaglePolicy nagle_policy = NaglePolicy::rfc896;
    bool loss_probe = false;           ///< tcp_early_retrans 3
    bool collapse_retransmissions = false;  ///< small neighbours are resent as one segment
    bool repeats_syn_ack = false;      ///< a retransmitted SYN gets the SYN,ACK again, not an ACK
    bool request_sockets = false;      ///< SYN,FIN is dropped; SYN-RECEIVED resets another SYN
    bool reset_carries_ack = false;    ///< ABORT sends RST,ACK
    bool push_on_last = true;          ///< PSH on the last segment of what was sent
    bool timestamps = false;           ///< RFC 7323: a retransmission gives a sample too
    bool answers_crossing_syn_ack = false;  ///< simultaneous open ends with two more ACKs
    bool passes_fin_wait_2 = false;    ///< FIN with the ACK of ours: FIN-WAIT-2 in the same instant
    bool acks_fin_in_closing = true;   ///< a FIN again that acknowledges ours gets its ACK
    bool resets_at_fin = false;        ///< a RST with the number of the peer's own FIN counts
    bool keeps_octets_after_reset = false;  ///< what was received before a RST can still be read

    GiveUpPolicy give_up_policy = GiveUpPolicy::rfc_r2;
    Duration r2 = seconds{100};        ///< rfc_r2
    Duration syn_r2 = minutes{3};      ///< rfc_r2, SYN and SYN,ACK
    std::uint32_t syn_retries = 6;     ///< linux_model
    std::uint32_t syn_linear_timeouts = 4;
    std::uint32_t synack_retries = 5;
    std::uint32_t retries2 = 15;
    std::uint32_t orphan_retries = 0;  ///< 0 means 8

    Duration time_wait = minutes{4};   ///< 2 MSL
    bool time_wait_from_msl = true;    ///< false: a scenario's msl does not change it
    Duration fin_wait_2_timeout{0};    ///< of orphans; 0: none
    bool rfc1337 = false;              ///< RST is ignored in TIME-WAIT
    bool time_wait_challenges_reset = true;  ///< RST in the window, not exact: RFC 5961; or ignored
    bool time_wait_restarts_on_ack = false;  ///< by any segment with ACK, not only by a FIN

    Duration keepalive_time = hours{2};
    Duration keepalive_interval = seconds{75};
    std::uint32_t keepalive_probes = 9;

    std::uint32_t receive_buffer = 65535;  ///< octets
    std::uint32_t send_buffer = 65536;     ///< octets
    std::uint16_t mss = 1460;

    std::uint16_t first_port = 49152;  ///< ephemeral range
    std::uint16_t last_port = 65535;
    bool even_ports_first = false;
    std::uint32_t somaxconn = 4096;
    bool abort_on_overflow = false;
};

Profile rfc_profile();
Profile linux_profile();

/// The profile of that name; nothing if there is none.
std::optional<Profile> profile_by_name(std::string_view name);
std::span<const std::string_view> profile_names();

/// The sysctls that this version models, in Linux's spelling.
std::span<const std::string_view> sysctl_names();
/// What a value of a sysctl may be: "0 or 1", "seconds, 1 to 2147483". Empty: no such sysctl.
std::string_view sysctl_expects(std::string_view name);
/// Sets it; false when the value is not one sysctl_expects allows. ip_local_port_range takes two
/// numbers, every other one.
bool set_sysctl(Profile& profile, std::string_view name, std::span<const std::int64_t> values);

}  // namespace finwait::tcp
