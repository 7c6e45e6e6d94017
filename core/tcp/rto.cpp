#include "core/tcp/rto.h"

#include <algorithm>

namespace finwait::tcp {

Duration in_jiffies(const Profile& profile, Duration delay)
{
    if (profile.jiffy == Duration{0}) return delay;
    return (delay / profile.jiffy + 1) * profile.jiffy;
}

Duration computed_rto(const Tcb& tcb, const Profile& profile)
{
    if (tcb.srtt == Duration{0}) return profile.rto_initial;
    Duration rto{0};
    switch (profile.rto_policy) {
        case RtoPolicy::rfc6298:
            rto = std::max(tcb.srtt + 4 * tcb.rttvar, profile.rto_min);
            break;
        case RtoPolicy::linux_jiffies:
            rto = in_jiffies(profile, tcb.srtt + std::max(4 * tcb.rttvar, profile.rto_min));
            break;
    }
    return std::min(rto, profile.rto_max);
}

void take_rtt_sample(Tcb& tcb, const Profile& profile, Duration sample)
{
    sample = std::max(sample, Duration{1});  // SRTT 0 means: no sample yet
    if (tcb.srtt == Duration{0}) {
        tcb.srtt = sample;
        tcb.rttvar = sample / 2;
    } else {
        const Duration error = tcb.srtt > sample ? tcb.srtt - sample : sample - tcb.srtt;
        tcb.rttvar = (3 * tcb.rttvar + error) / 4;
        tcb.srtt = std::max((7 * tcb.srtt + sample) / 8, Duration{1});
    }
    tcb.rto = computed_rto(tcb, profile);
    tcb.backoff = 0;
}

void back_off(Tcb& tcb, const Profile& profile)
{
    tcb.rto = std::min(2 * tcb.rto, profile.rto_max);
    ++tcb.backoff;
}

Duration probe_timeout(const Tcb& tcb, const Profile& profile, std::uint32_t in_flight)
{
    if (tcb.srtt == Duration{0}) return std::min<Duration>(seconds{1}, tcb.rto);
    const Duration more = in_flight == 1 ? Duration{profile.rto_min} : Duration{milliseconds{2}};
    return std::min(in_jiffies(profile, 2 * tcb.srtt + more), tcb.rto);
}

}  // namespace finwait::tcp
