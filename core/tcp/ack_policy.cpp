#include "core/tcp/ack_policy.h"

#include <algorithm>

namespace finwait::tcp {

namespace {

constexpr std::uint8_t max_quick_acks = 16;          // TCP_MAX_QUICKACKS
constexpr Duration delay_max = milliseconds{200};    // TCP_DELACK_MAX
constexpr Duration delay_max_reading = milliseconds{500};

bool delays(const Profile& profile) { return profile.ack_policy == AckPolicy::linux_delayed; }

void more_quick_acks(AckState& state, std::uint32_t window, std::uint32_t mss)
{
    const std::uint32_t wanted = std::max(window / (2 * mss), 2U);
    const auto quick = static_cast<std::uint8_t>(std::min<std::uint32_t>(wanted, max_quick_acks));
    state.quick = std::max(state.quick, quick);
}

}  // namespace

void octets_received(AckState& state, const Profile& profile, Time now, Duration rto,
                     std::uint32_t window, std::uint32_t mss)
{
    if (!delays(profile)) return;
    const Duration base = profile.delayed_ack;
    if (state.ato == Duration{0}) {
        more_quick_acks(state, window, mss);
        state.ato = base;
    } else {
        const Duration gap = now - state.last_received;
        if (gap <= base / 2) {
            state.ato = state.ato / 2 + base / 2;
        } else if (gap < state.ato) {
            state.ato = std::min(state.ato / 2 + gap, rto);
        } else if (gap > rto) {
            more_quick_acks(state, window, mss);
        }
    }
    state.last_received = now;
}

void fin_received(AckState& state, const Profile& profile)
{
    if (delays(profile)) state.pingpong = true;
}

void octets_sent(AckState& state, const Profile& profile, Time now)
{
    if (delays(profile) && now - state.last_received < state.ato) state.pingpong = true;
}

void ack_sent(AckState& state, const Profile& profile)
{
    state.owed = false;
    if (!delays(profile) || state.quick == 0) return;
    if (--state.quick == 0) state.ato = profile.delayed_ack;
}

void timer_expired(AckState& state, const Profile& profile, Duration rto)
{
    if (state.pingpong) {
        state.pingpong = false;  // the application did not answer in time
        state.ato = profile.delayed_ack;
    } else {
        state.ato = std::min(2 * state.ato, rto);
    }
}

AckWhen ack_when(const AckState& state, const Profile& profile, Arrival what,
                 std::uint32_t unacknowledged, std::uint32_t mss)
{
    // Deviation: the rfc profile never delays an ACK. RFC 9293 3.8.6.3 says it should; figures do
    // not.
    if (!delays(profile)) return AckWhen::now;
    if (what == Arrival::out_of_order || what == Arrival::gap_filled ||
        what == Arrival::fin_while_closing)
        return AckWhen::now;
    if (unacknowledged > mss) return AckWhen::second_segment;
    if (state.quick > 0 && !state.pingpong) return AckWhen::now;
    return AckWhen::later;
}

Duration ack_delay(const AckState& state, const Profile& profile, Duration srtt)
{
    Duration most = state.pingpong ? delay_max : delay_max_reading;
    if (state.ato > profile.delayed_ack && srtt > Duration{0})
        most = std::min(most, std::max(srtt, profile.delayed_ack));
    return std::min({state.ato, most, delay_max});
}

}  // namespace finwait::tcp
