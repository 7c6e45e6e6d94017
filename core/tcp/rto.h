// The retransmission timeout: RFC 6298, and Linux's variant of it in whole jiffies
// (tcp_input.c:tcp_rtt_estimator, tcp_set_rto).
#pragma once

#include "core/base/time.h"
#include "core/tcp/profile.h"
#include "core/tcp/tcb.h"

namespace finwait::tcp {

/// Takes a round-trip sample into SRTT and RTTVAR and sets RTO anew, without back-off.
void take_rtt_sample(Tcb& tcb, const Profile& profile, Duration sample);
/// RTO from SRTT and RTTVAR; the initial one while there is no sample.
Duration computed_rto(const Tcb& tcb, const Profile& profile);
/// Doubles RTO, up to the profile's maximum (RFC 6298 5.5).
void back_off(Tcb& tcb, const Profile& profile);
/// A delay as the system's timer takes it: whole jiffies, one more (linux); unchanged (rfc).
Duration in_jiffies(const Profile& profile, Duration delay);
/// PTO, RFC 8985 7.2: 2 SRTT, with 200 ms more if one segment is in flight, never beyond RTO.
Duration probe_timeout(const Tcb& tcb, const Profile& profile, std::uint32_t in_flight);

}  // namespace finwait::tcp
