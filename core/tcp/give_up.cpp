#include "core/tcp/give_up.h"

#include <algorithm>

namespace finwait::tcp {

namespace {

constexpr Duration model_first = milliseconds{200};  // TCP_RTO_MIN, whatever the real RTO is
constexpr Duration model_max = seconds{120};         // TCP_RTO_MAX
constexpr std::uint32_t model_doublings = 9;         // ilog2(120 s / 200 ms)

constexpr std::uint32_t orphan_default = 8;          // what tcp_orphan_retries 0 means

bool linux_gives_up(const Profile& profile, const Attempt& attempt)
{
    switch (attempt.what) {
        case Attempt::What::syn: {
            const Duration limit =
                (std::int64_t{2} << std::min(profile.syn_retries, 30U)) * Duration{seconds{1}} -
                seconds{1};
            return attempt.retransmissions >= profile.syn_retries + profile.syn_linear_timeouts ||
                   attempt.since_first_sent >= limit;
        }
        case Attempt::What::syn_ack: return attempt.retransmissions >= profile.synack_retries;
        case Attempt::What::data:
        case Attempt::What::orphan: break;
    }
    if (attempt.retransmissions == 0) return false;
    std::uint32_t retries = profile.retries2;
    if (attempt.what == Attempt::What::orphan) {
        retries = profile.orphan_retries;
        if (retries == 0 && attempt.rto < profile.rto_max) retries = orphan_default;
    }
    Duration limit = model_timeout(retries);
    if (attempt.user_timeout > Duration{0} && attempt.what == Attempt::What::data)
        limit = attempt.user_timeout;
    return attempt.since_first_retransmission >= limit;
}

}  // namespace

Duration model_timeout(std::uint32_t n)
{
    if (n <= model_doublings) return ((std::int64_t{2} << n) - 1) * model_first;
    return ((std::int64_t{2} << model_doublings) - 1) * model_first +
           (n - model_doublings) * model_max;
}

// Deviation: R1 is not modelled. There is no IP layer to be told (RFC 9293 3.8.3).
bool gives_up(const Profile& profile, const Attempt& attempt)
{
    if (profile.give_up_policy == GiveUpPolicy::linux_model)
        return linux_gives_up(profile, attempt);
    const bool opening =
        attempt.what == Attempt::What::syn || attempt.what == Attempt::What::syn_ack;
    Duration limit = opening ? profile.syn_r2 : profile.r2;
    if (attempt.user_timeout > Duration{0}) limit = attempt.user_timeout;
    return attempt.since_first_sent >= limit;
}

}  // namespace finwait::tcp
