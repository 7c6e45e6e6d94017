// The retransmission timeout: RFC 6298 and Linux's variant, as arithmetic and through endpoints.
#include "core/tcp/rto.h"

#include "tests/tcp/party.h"

namespace finwait::tcp::test {

namespace {

Duration rto_after(const Profile& profile, Duration sample)
{
    Tcb tcb;
    take_rtt_sample(tcb, profile, sample);
    return tcb.rto;
}

}  // namespace

TEST(Rto, BeforeAnySampleIsOneSecond)
{
    EXPECT_EQ(computed_rto(Tcb{}, rfc_profile()), seconds{1});
    EXPECT_EQ(computed_rto(Tcb{}, linux_profile()), seconds{1});
}

TEST(Rto, TheFirstSampleSetsSrttAndHalfOfItAsVariation)
{
    Tcb tcb;
    take_rtt_sample(tcb, rfc_profile(), milliseconds{500});
    EXPECT_EQ(tcb.srtt, milliseconds{500});
    EXPECT_EQ(tcb.rttvar, milliseconds{250});
    EXPECT_EQ(tcb.rto, milliseconds{1500});
}

TEST(Rto, OfASteadyHundredMillisecondsStaysAtTheFloorOfOneSecond)
{
    Tcb tcb;
    for (const int microseconds_of_variation : {50'000, 37'500, 28'125}) {
        take_rtt_sample(tcb, rfc_profile(), milliseconds{100});
        EXPECT_EQ(tcb.srtt, milliseconds{100});
        EXPECT_EQ(tcb.rttvar, microseconds{microseconds_of_variation});
        EXPECT_EQ(tcb.rto, seconds{1});
    }
}

TEST(Rto, OfASteadyHundredMillisecondsWithoutAFloorIs300Then250Then212)
{
    Profile profile = rfc_profile();
    profile.rto_min = Duration{0};
    Tcb tcb;
    for (const int microseconds_of_rto : {300'000, 250'000, 212'500}) {
        take_rtt_sample(tcb, profile, milliseconds{100});
        EXPECT_EQ(tcb.rto, microseconds{microseconds_of_rto});
    }
}

TEST(Rto, ASecondSampleMovesSrttByAnEighthAndVariationByAQuarter)
{
    Tcb tcb;
    take_rtt_sample(tcb, rfc_profile(), milliseconds{800});
    take_rtt_sample(tcb, rfc_profile(), milliseconds{1600});
    EXPECT_EQ(tcb.rttvar, milliseconds{500}) << "3/4 of 400 and 1/4 of |800 - 1600|";
    EXPECT_EQ(tcb.srtt, milliseconds{900});
    EXPECT_EQ(tcb.rto, milliseconds{2900});
}

TEST(Rto, OfLinuxIsInWholeJiffiesAboveTwoHundredMilliseconds)
{
    const std::pair<int, int> measured[] = {{0, 204},   {20, 224},  {30, 232},  {40, 244},
                                            {50, 252},  {100, 304}, {200, 604}, {300, 904}};
    for (const auto& [rtt, rto] : measured)
        EXPECT_EQ(rto_after(linux_profile(), milliseconds{rtt}), milliseconds{rto}) << rtt;
}

TEST(Rto, BackingOffDoublesUpToTheMaximum)
{
    for (const Profile& profile : {rfc_profile(), linux_profile()}) {
        Tcb tcb;
        tcb.rto = seconds{1};
        back_off(tcb, profile);
        EXPECT_EQ(tcb.rto, seconds{2});
        EXPECT_EQ(tcb.backoff, 1);
        for (int i = 0; i < 10; ++i) back_off(tcb, profile);
        EXPECT_EQ(tcb.rto, profile.rto_max);
    }
    EXPECT_GE(rfc_profile().rto_max, seconds{60});
    EXPECT_EQ(linux_profile().rto_max, seconds{120});
}

TEST(Rto, ASampleTakesTheBackOffAway)
{
    Tcb tcb;
    take_rtt_sample(tcb, rfc_profile(), milliseconds{100});
    back_off(tcb, rfc_profile());
    take_rtt_sample(tcb, rfc_profile(), milliseconds{100});
    EXPECT_EQ(tcb.rto, seconds{1});
    EXPECT_EQ(tcb.backoff, 0);
}

TEST(LossProbe, ComesTwoRoundTripsAndTwoHundredMillisecondsAfterALoneSegment)
{
    Tcb tcb;
    take_rtt_sample(tcb, linux_profile(), milliseconds{200});
    tcb.rto = seconds{1};
    EXPECT_EQ(probe_timeout(tcb, linux_profile(), 1), milliseconds{604});
}

TEST(LossProbe, NeverComesAfterTheRto)
{
    Tcb tcb;
    take_rtt_sample(tcb, linux_profile(), milliseconds{100});
    EXPECT_EQ(probe_timeout(tcb, linux_profile(), 1), milliseconds{304});
}

TEST(LossProbe, ComesSoonWhenSeveralSegmentsAreInFlight)
{
    Tcb tcb;
    take_rtt_sample(tcb, linux_profile(), milliseconds{100});
    EXPECT_GE(probe_timeout(tcb, linux_profile(), 2), milliseconds{200});
    EXPECT_LE(probe_timeout(tcb, linux_profile(), 2), milliseconds{208});
}

TEST(LossProbe, OneAnEpisodeThenTheRtoNotDoubledByIt)
{
    Solo tcp{linux_profile(), State::established};
    tcp.sends(5);
    tcp.waits(seconds{2});
    EXPECT_EQ(tcp.times_sent(PSH, Time{0}),
              (std::vector<Duration>{milliseconds{0}, milliseconds{204}, milliseconds{408},
                                     milliseconds{816}, milliseconds{1632}}));
    EXPECT_EQ(tcp.all_sent()[3].rule, Rule::tail_loss_probe) << tcp.stage.history();
    EXPECT_EQ(tcp.all_sent()[4].rule, Rule::retransmission) << tcp.stage.history();
}

TEST(LossProbe, TheRfcProfileHasNone)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.sends(5);
    tcp.waits(seconds{60});
    EXPECT_FALSE(tcp.fired(TimerKind::loss_probe));
}

TEST(Timer, RetransmitsAtOneTwoAndFourSecondsInTheRfcProfile)
{
    Solo tcp{rfc_profile(), State::established, milliseconds{100}};
    const Time start = tcp.now();
    tcp.sends(5);
    tcp.waits(seconds{16});
    EXPECT_EQ(tcp.times_sent(PSH, start),
              (std::vector<Duration>{seconds{0}, seconds{1}, seconds{3}, seconds{7}, seconds{15}}));
}

TEST(Timer, ALostSynMakesTheFirstDataTimeoutThreeSeconds)
{
    Solo tcp{rfc_profile(), State::syn_sent};  // RFC 6298 section 5.7
    tcp.waits(seconds{1} + milliseconds{10});
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().srtt, Duration{0}) << "Karn: the SYN was sent twice";
    const Time start = tcp.now();
    tcp.sends(5);
    tcp.waits(seconds{4});
    EXPECT_EQ(tcp.times_sent(PSH, start), (std::vector<Duration>{seconds{0}, seconds{3}}));
}

TEST(Timer, KarnARetransmittedSegmentGivesNoSampleAndTheBackOffStays)
{
    Solo tcp{rfc_profile(), State::established, milliseconds{100}};
    const Duration srtt = tcp.endpoint.tcb().srtt;
    tcp.sends(5);
    tcp.waits(seconds{1} + milliseconds{500});
    tcp.gets("<SEQ=301><ACK=106><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().srtt, srtt);
    EXPECT_EQ(tcp.endpoint.tcb().rto, seconds{2});
    const Time start = tcp.now();
    tcp.sends(5);
    tcp.waits(seconds{3});
    EXPECT_EQ(tcp.times_sent(PSH, start), (std::vector<Duration>{seconds{0}, seconds{2}}));
    tcp.gets("<SEQ=301><ACK=111><CTL=ACK>");
    tcp.sends(5);
    tcp.waits(milliseconds{100});
    tcp.gets("<SEQ=301><ACK=116><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().rto, seconds{1}) << "a valid sample takes it away";
}

TEST(Timer, StartsAgainWithEveryAckOfNewOctets)
{
    Profile without_probe = linux_profile();
    without_probe.loss_probe = false;
    Solo tcp{without_probe, State::established};
    tcp.nodelay();
    tcp.sends(5);
    tcp.sends(5);
    tcp.waits(milliseconds{100});
    tcp.gets("<SEQ=301><ACK=106><CTL=ACK>");
    EXPECT_EQ(tcp.next_deadline(), tcp.now() + tcp.endpoint.tcb().rto);
    tcp.gets("<SEQ=301><ACK=111><CTL=ACK>");
    EXPECT_EQ(tcp.next_deadline(), never) << "everything is acknowledged";
}

TEST(Timer, AfterATimeoutEveryAckBringsTheNextLostSegment)
{
    Profile profile = rfc_profile();
    profile.nagle_policy = NaglePolicy::minshall;
    Solo tcp{profile, State::established};
    tcp.sends(3 * 1460);
    EXPECT_EQ(tcp.all_sent().size(), 5U) << tcp.stage.history();
    tcp.waits(seconds{1});
    tcp.forget_sent();
    tcp.gets("<SEQ=301><ACK=1561><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=1561><ACK=301><DATA=1460><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=3021><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=3021><ACK=301><DATA=1460><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=4481><CTL=ACK>");
    EXPECT_SILENCE(tcp);
    EXPECT_FALSE(tcp.endpoint.unacknowledged());
}

}  // namespace finwait::tcp::test
