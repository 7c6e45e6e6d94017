// Giving up: Linux's retry limits as times, and the golden vectors V1 to V9 through endpoints
// whose every segment is lost. RFC's R2 stands in the state tables.
#include "core/tcp/give_up.h"

#include "tests/tcp/party.h"

namespace finwait::tcp::test {

namespace {

std::vector<Duration> in_ms(std::initializer_list<int> values)
{
    std::vector<Duration> out;
    for (const int value : values) out.push_back(milliseconds{value});
    return out;
}

std::vector<Duration> in_s(std::initializer_list<int> values)
{
    std::vector<Duration> out;
    for (const int value : values) out.push_back(seconds{value});
    return out;
}

/// A FIN that is never acknowledged: when it left, and when its sender was gone, from the first.
struct Orphan {
    std::vector<Duration> fins;
    Duration gone{0};
    std::size_t resets = 0;
};

Orphan orphan(Duration rtt, std::uint32_t orphan_retries, bool loss_probe,
              State from = State::established)
{
    Profile profile = linux_profile();
    profile.orphan_retries = orphan_retries;
    profile.loss_probe = loss_probe;
    Solo tcp{profile, from, rtt};
    const Time start = tcp.now();
    tcp.releases();
    const Time end = tcp.waits_until_closed();
    return {tcp.times_sent(FIN, start), end - start, tcp.times_sent(RST, start).size()};
}

struct Death {
    int retransmissions;
    Duration at;
};

/// The k-th timer fires at (2^k - 1) R; what the table of linux-profile.md, section 5, predicts.
Death dies(std::uint32_t n, Duration first_rto)
{
    Profile profile = linux_profile();
    profile.orphan_retries = n;
    Duration rto = first_rto;
    Time now = rto;
    for (int k = 0;; ++k) {
        Attempt attempt;
        attempt.what = Attempt::What::orphan;
        attempt.retransmissions = static_cast<std::uint32_t>(k);
        attempt.since_first_sent = now;
        attempt.since_first_retransmission = now - first_rto;
        attempt.rto = rto;
        if (gives_up(profile, attempt)) return {k, now};
        rto = std::min<Duration>(2 * rto, seconds{120});
        now += rto;
    }
}

}  // namespace

TEST(GiveUp, TheModelTurnsALimitIntoATime)
{
    const int tenths[] = {2,    6,    14,   30,   62,   126,  254,  510,
                          1022, 2046, 3246, 4446, 5646, 6846, 8046, 9246};
    for (std::uint32_t n = 0; n < 16; ++n)
        EXPECT_EQ(model_timeout(n), milliseconds{100} * tenths[n]) << n;
}

TEST(GiveUp, TheFirstTimeoutNeverEndsAConnection)
{
    Attempt attempt;
    attempt.what = Attempt::What::data;
    attempt.since_first_sent = attempt.since_first_retransmission = hours{1};
    attempt.rto = seconds{1};
    EXPECT_FALSE(gives_up(linux_profile(), attempt));
}

TEST(GiveUp, AnOrphansDeathFollowsFromTheLimitAndTheRto)
{
    struct Row {
        std::uint32_t n;
        Death by_rto[6];
    };
    constexpr auto tenths = [](int t) { return Duration{milliseconds{100} * t}; };
    const Duration rtos[] = {milliseconds{201}, milliseconds{230}, milliseconds{300},
                             milliseconds{500}, seconds{1},        seconds{3}};
    const Row rows[] = {
        {0, {{8, tenths(1027)}, {8, tenths(1175)}, {8, tenths(1533)}, {7, tenths(1275)},
             {6, tenths(1270)}, {5, tenths(1890)}}},
        {1, {{2, tenths(14)}, {2, tenths(16)}, {1, tenths(9)}, {1, tenths(15)}, {1, tenths(30)},
             {1, tenths(90)}}},
        {2, {{3, tenths(30)}, {3, tenths(35)}, {2, tenths(21)}, {2, tenths(35)}, {1, tenths(30)},
             {1, tenths(90)}}},
        {3, {{4, tenths(62)}, {3, tenths(35)}, {3, tenths(45)}, {2, tenths(35)}, {2, tenths(70)},
             {1, tenths(90)}}},
        {7, {{7, tenths(513)}, {7, tenths(587)}, {7, tenths(765)}, {6, tenths(635)},
             {5, tenths(630)}, {4, tenths(930)}}},
        {8, {{8, tenths(1027)}, {8, tenths(1175)}, {8, tenths(1533)}, {7, tenths(1275)},
             {6, tenths(1270)}, {5, tenths(1890)}}},
        {15, {{15, tenths(9256)}, {15, tenths(9553)}, {15, tenths(9933)}, {14, tenths(9675)},
              {13, tenths(9670)}, {12, tenths(10290)}}},
    };
    for (const Row& row : rows)
        for (std::size_t i = 0; i < 6; ++i) {
            const Death death = dies(row.n, rtos[i]);
            EXPECT_EQ(death.retransmissions, row.by_rto[i].retransmissions)
                << "N=" << row.n << " RTO=" << rtos[i].count();
            EXPECT_LE(std::chrono::abs(death.at - row.by_rto[i].at), milliseconds{75})
                << "N=" << row.n << " RTO=" << rtos[i].count();
        }
}

TEST(GoldenVector, V1_OrphansFinAt100MillisecondsWithoutLossProbe)
{
    const Orphan run = orphan(milliseconds{100}, 0, false);
    EXPECT_EQ(run.fins, in_ms({0, 304, 912, 2128, 4560, 9424, 19152, 38608, 77520}));
    EXPECT_EQ(run.gone, milliseconds{155344});
    EXPECT_EQ(run.resets, 0U);
}

TEST(GoldenVector, V2_OrphansFinAt100MillisecondsWithLossProbe)
{
    const Orphan run = orphan(milliseconds{100}, 0, true);
    EXPECT_EQ(run.fins, in_ms({0, 304, 608, 1216, 2432, 4864, 9728, 19456, 38912, 77824}));
    EXPECT_EQ(run.gone, milliseconds{155648});
    EXPECT_EQ(run.resets, 0U);
}

TEST(GoldenVector, V3_SevenOrphanRetriesAtNoDistance)
{
    const Orphan run = orphan(Duration{0}, 7, true);
    EXPECT_EQ(run.fins, in_ms({0, 204, 408, 816, 1632, 3264, 6528, 13056, 26112}));
    EXPECT_EQ(run.gone, milliseconds{52224});
}

TEST(GoldenVector, V4_DefaultOrphanRetriesAtNoDistance)
{
    const Orphan run = orphan(Duration{0}, 0, true);
    EXPECT_EQ(run.fins.back(), milliseconds{52224});
    EXPECT_EQ(run.fins.size(), 10U);
    EXPECT_EQ(run.gone, milliseconds{104448});
}

TEST(GoldenVector, V4_LastAckGivesUpAsFinWait1Does)
{
    const Orphan run = orphan(Duration{0}, 0, true, State::close_wait);
    EXPECT_EQ(run.fins.back(), milliseconds{52224});
    EXPECT_EQ(run.gone, milliseconds{104448});
}

TEST(GoldenVector, V5_OneOrphanRetryAt50Milliseconds)
{
    const Orphan run = orphan(milliseconds{50}, 1, true);
    EXPECT_EQ(run.fins, in_ms({0, 252, 504, 1008}));
    EXPECT_EQ(run.gone, milliseconds{2016});
}

namespace {

Solo& unanswered_syn(Solo& tcp)
{
    tcp.connects();
    tcp.waits_until_closed();
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
    return tcp;
}

}  // namespace

TEST(GoldenVector, V6_UnansweredSyn)
{
    Solo tcp{linux_profile()};
    unanswered_syn(tcp);
    EXPECT_EQ(tcp.times_sent(SYN, Time{0}), in_s({0, 1, 2, 3, 4, 5, 7, 11, 19, 35, 67}));
    EXPECT_EQ(tcp.now(), seconds{131});
}

TEST(GoldenVector, V7_UnansweredSynWithoutLinearTimeouts)
{
    Profile profile = linux_profile();
    profile.syn_linear_timeouts = 0;
    Solo tcp{profile};
    unanswered_syn(tcp);
    EXPECT_EQ(tcp.times_sent(SYN, Time{0}), in_s({0, 1, 3, 7, 15, 31, 63}));
    EXPECT_EQ(tcp.now(), seconds{127});
}

TEST(GoldenVector, V8_UnansweredSynWithTwoRetries)
{
    Profile profile = linux_profile();
    profile.syn_retries = 2;
    Solo tcp{profile};
    unanswered_syn(tcp);
    EXPECT_EQ(tcp.times_sent(SYN, Time{0}), in_s({0, 1, 2, 3, 4, 5}));
    EXPECT_EQ(tcp.now(), seconds{7}) << "the elapsed time decides";
}

TEST(GoldenVector, V9_UnansweredSynAck)
{
    Solo tcp{linux_profile(), State::syn_received};
    tcp.waits_until_closed();
    EXPECT_EQ(tcp.times_sent(SYN, Time{0}), in_s({0, 1, 3, 7, 15, 31}));
    EXPECT_EQ(tcp.now(), seconds{63});
    EXPECT_TRUE(tcp.times_sent(RST, Time{0}).empty());
}

TEST(GoldenVector, Retries2OfFiveEndsAnEstablishedConnectionAfterThirteenSeconds)
{
    Profile profile = linux_profile();
    profile.retries2 = 5;
    Solo tcp{profile, State::established};
    tcp.sends(1);
    EXPECT_EQ(tcp.waits_until_closed(), milliseconds{13056});
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
}

TEST(GoldenVector, ShutdownAloneFollowsRetries2NotTheOrphans)
{
    Profile profile = linux_profile();
    profile.orphan_retries = 1;
    profile.retries2 = 5;
    Solo tcp{profile, State::established};
    tcp.closes();
    EXPECT_EQ(tcp.waits_until_closed(), milliseconds{13056});
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
}

}  // namespace finwait::tcp::test
