#include "core/tcp/profile.h"

#include <array>

namespace finwait::tcp {

namespace {

constexpr std::array<std::string_view, 2> names = {"rfc", "linux"};


/// A sysctl, the numbers it may take, and where it goes.
struct Sysctl {
    std::string_view name;
    std::string_view expects;
    std::int64_t least;
    std::int64_t most;
    void (*set)(Profile&, std::span<const std::int64_t>);
};

std::uint32_t number(std::span<const std::int64_t> values)
{
    return static_cast<std::uint32_t>(values[0]);
}

constexpr auto sysctls = std::to_array<Sysctl>({
    {"tcp_syn_retries", "a count, 1 to 127", 1, 127,
     [](Profile& p, std::span<const std::int64_t> v) { p.syn_retries = number(v); }},
    {"tcp_syn_linear_timeouts", "a count, 0 to 127", 0, 127,
     [](Profile& p, std::span<const std::int64_t> v) { p.syn_linear_timeouts = number(v); }},
    {"tcp_synack_retries", "a count, 0 to 255", 0, 255,
     [](Profile& p, std::span<const std::int64_t> v) { p.synack_retries = number(v); }},
    {"tcp_retries2", "a count, 0 to 255", 0, 255,
     [](Profile& p, std::span<const std::int64_t> v) { p.retries2 = number(v); }},
    {"tcp_orphan_retries", "a count, 0 to 255 (0 means 8)", 0, 255,
     [](Profile& p, std::span<const std::int64_t> v) { p.orphan_retries = number(v); }},
    // Above 60 s Linux waits twice the excess instead, a quirk that is not modelled.
    {"tcp_fin_timeout", "seconds, 1 to 60", 1, 60,
     [](Profile& p, std::span<const std::int64_t> v) { p.fin_wait_2_timeout = seconds{v[0]}; }},
    {"tcp_rfc1337", "0 or 1", 0, 1,
     [](Profile& p, std::span<const std::int64_t> v) { p.rfc1337 = v[0] != 0; }},
    {"tcp_keepalive_time", "seconds, 1 to 32767", 1, 32767,
     [](Profile& p, std::span<const std::int64_t> v) { p.keepalive_time = seconds{v[0]}; }},
    {"tcp_keepalive_intvl", "seconds, 1 to 32767", 1, 32767,
     [](Profile& p, std::span<const std::int64_t> v) { p.keepalive_interval = seconds{v[0]}; }},
    {"tcp_keepalive_probes", "a count, 1 to 127", 1, 127,
     [](Profile& p, std::span<const std::int64_t> v) { p.keepalive_probes = number(v); }},
    {"tcp_early_retrans", "0 (no tail loss probe), 3 or 4", 0, 4,
     [](Profile& p, std::span<const std::int64_t> v) { p.loss_probe = v[0] >= 3; }},
    {"tcp_abort_on_overflow", "0 or 1", 0, 1,
     [](Profile& p, std::span<const std::int64_t> v) { p.abort_on_overflow = v[0] != 0; }},
    {"somaxconn", "a count, 1 to 65535", 1, 65535,
     [](Profile& p, std::span<const std::int64_t> v) { p.somaxconn = number(v); }},
    {"ip_local_port_range", "two ports, the first not above the last", 1, 65535,
     [](Profile& p, std::span<const std::int64_t> v) {
         p.first_port = static_cast<std::uint16_t>(v[0]);
         p.last_port = static_cast<std::uint16_t>(v[1]);
     }},
});

constexpr auto sysctl_list = [] {
    std::array<std::string_view, sysctls.size()> list{};
    for (std::size_t i = 0; i < sysctls.size(); ++i) list[i] = sysctls[i].name;
    return list;
}();

const Sysctl* find_sysctl(std::string_view name)
{
    for (const Sysctl& sysctl : sysctls)
        if (sysctl.name == name) return &sysctl;
    return nullptr;
}

}  // namespace

Profile rfc_profile() { return {}; }

Profile linux_profile()
{
    Profile p;
    p.name = "linux";
    p.exact = false;
    p.rto_policy = RtoPolicy::linux_jiffies;
    p.rto_min = milliseconds{200};
    p.rto_max = seconds{120};
    p.jiffy = milliseconds{4};
    p.ack_policy = AckPolicy::linux_delayed;
    p.nagle_policy = NaglePolicy::minshall;
    p.loss_probe = true;
    p.collapse_retransmissions = true;
    p.repeats_syn_ack = true;
    p.request_sockets = true;
    p.reset_carries_ack = true;
    p.timestamps = true;
    p.answers_crossing_syn_ack = true;
    p.passes_fin_wait_2 = true;
    p.acks_fin_in_closing = false;
    p.resets_at_fin = true;
    p.keeps_octets_after_reset = true;
    p.give_up_policy = GiveUpPolicy::linux_model;
    p.time_wait = seconds{60};
    p.time_wait_from_msl = false;
    p.time_wait_restarts_on_ack = true;
    p.time_wait_challenges_reset = false;
    p.fin_wait_2_timeout = seconds{60};
    p.first_port = 32768;
    p.last_port = 60999;
    p.even_ports_first = true;
    return p;
}

std::optional<Profile> profile_by_name(std::string_view name)
{
    if (name == "rfc") return rfc_profile();
    if (name == "linux") return linux_profile();
    return std::nullopt;
}

std::span<const std::string_view> profile_names() { return names; }

std::span<const std::string_view> sysctl_names() { return sysctl_list; }

std::string_view sysctl_expects(std::string_view name)
{
    const Sysctl* sysctl = find_sysctl(name);
    return sysctl != nullptr ? sysctl->expects : std::string_view{};
}

bool set_sysctl(Profile& profile, std::string_view name, std::span<const std::int64_t> values)
{
    const Sysctl* sysctl = find_sysctl(name);
    if (sysctl == nullptr) return false;
    const bool range = name == "ip_local_port_range";
    if (values.size() != (range ? 2U : 1U)) return false;
    for (const std::int64_t value : values)
        if (value < sysctl->least || value > sysctl->most) return false;
    if (range && values[0] > values[1]) return false;
    if (name == "tcp_early_retrans" && values[0] != 0 && values[0] < 3) return false;
    sysctl->set(profile, values);
    return true;
}

}  // namespace finwait::tcp
