// What may leave now: Nagle's rule in both forms, windows, zero-window probes, segment sizes.
// RFC 9293 sections 3.7.4 and 3.8.6.
#include "tests/tcp/pair.h"

namespace finwait::tcp::test {

class Sending : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Sending);

// ---- Nagle

TEST_P(Sending, NagleHoldsASecondSmallSegmentUntilTheFirstIsAcknowledged)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.forget_sent();
    tcp.sends(5);
    tcp.sends(7);
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=301><ACK=106><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=106><ACK=301><DATA=12><CTL=ACK>");
    EXPECT_EQ(tcp.all_sent().back().rule, Rule::nagle_released);
}

TEST_P(Sending, NodelaySwitchesNagleOff)
{
    Solo tcp{profile(), State::established};
    tcp.nodelay();
    tcp.sends(5);
    tcp.sends(7);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=ACK>\n<SEQ=106><ACK=301><DATA=7><CTL=ACK>");
}

TEST_P(Sending, NodelayReleasesWhatNagleHeld)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.sends(7);
    tcp.forget_sent();
    tcp.nodelay();
    EXPECT_SENT(tcp, "<SEQ=106><ACK=301><DATA=7><CTL=ACK>");
}

TEST_P(Sending, AFullSegmentIsNeverHeld)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.forget_sent();
    tcp.sends(1460);
    EXPECT_SENT(tcp, "<SEQ=106><ACK=301><DATA=1460><CTL=ACK>");
}

TEST_P(Sending, CloseReleasesWhatNagleHeldWithTheFinOnIt)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.sends(7);
    tcp.forget_sent();
    tcp.closes();
    EXPECT_SENT(tcp, "<SEQ=106><ACK=301><DATA=7><CTL=FIN,PSH,ACK>");
}

TEST(SendingRfc, AnyOctetUnacknowledgedHoldsASmallSegment)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.sends(1465);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=1460><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=1561><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=1561><ACK=301><DATA=5><CTL=ACK>");
}

TEST(SendingLinux, OnlyASmallSegmentUnacknowledgedHoldsASmallOne)
{
    Solo tcp{linux_profile(), State::established};
    tcp.sends(1465);
    EXPECT_SENT(tcp,
                "<SEQ=101><ACK=301><DATA=1460><CTL=ACK>\n<SEQ=1561><ACK=301><DATA=5><CTL=ACK>");
    tcp.sends(5);
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=301><ACK=1561><CTL=ACK>");
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=301><ACK=1566><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=1566><ACK=301><DATA=5><CTL=ACK>");
}

// ---- sizes

TEST_P(Sending, SegmentsAreAtMostThePeersMss)
{
    Solo tcp{profile()};
    tcp.connects();
    tcp.gets("<SEQ=300><ACK=101><MSS=1000><CTL=SYN,ACK>");
    tcp.nodelay();
    tcp.forget_sent();
    tcp.sends(2500);
    EXPECT_SENT(tcp, R"(
        <SEQ=101><ACK=301><DATA=1000><CTL=ACK>
        <SEQ=1101><ACK=301><DATA=1000><CTL=ACK>
        <SEQ=2101><ACK=301><DATA=500><CTL=PSH,ACK>
    )");
}

TEST_P(Sending, WithoutAnMssOptionSegmentsAreAtMost536)
{
    Solo tcp{profile()};
    tcp.connects();
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    tcp.nodelay();
    tcp.forget_sent();
    tcp.sends(600);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=536><CTL=ACK>\n<SEQ=637><ACK=301><DATA=64><CTL=ACK>");
}

TEST_P(Sending, TheSynTellsOurMssAndNothingElseDoes)
{
    Solo tcp{profile(), State::established};
    EXPECT_EQ(tcp.all_sent()[0].segment.mss, profile().mss);
    EXPECT_EQ(tcp.all_sent()[1].segment.mss, 0);
}

TEST_P(Sending, TheSendBufferTakesOnlyWhatFits)
{
    Solo tcp{profile(), State::established};
    tcp.endpoint.set_buffers(0, 100);
    EXPECT_EQ(tcp.endpoint.send_room(), 100U);
    EXPECT_EQ(tcp.sends(150), 100U);
    EXPECT_EQ(tcp.endpoint.send_room(), 0U);
    EXPECT_EQ(tcp.sends(1), 0U);
    tcp.gets("<SEQ=301><ACK=201><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.send_room(), 100U);
}

// ---- windows

TEST_P(Sending, NothingLeavesBeyondTheWindow)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><WND=2000><CTL=ACK>");
    tcp.nodelay();
    tcp.sends(5000);
    std::uint32_t octets = 0;
    for (const Sent& sent : tcp.all_sent()) octets += sent.segment.len;
    EXPECT_LE(octets, 2000U);
    EXPECT_GE(octets, 1460U);
}

TEST_P(Sending, AZeroWindowIsProbedAfterOneRtoWithBackOff)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><WND=0><CTL=ACK>");
    tcp.forget_sent();
    const Duration rto = tcp.endpoint.tcb().rto;
    tcp.sends(5);
    EXPECT_SILENCE(tcp);
    tcp.waits(15 * rto);
    std::vector<Duration> probes;
    for (const Sent& sent : tcp.all_sent())
        if ((sent.marks & mark_probe) != 0) {
            EXPECT_TRUE(same(written("<SEQ=100><ACK=301><CTL=ACK>"), sent.segment));
            probes.push_back(sent.at);
        }
    EXPECT_EQ(probes, (std::vector<Duration>{rto, 3 * rto, 7 * rto, 15 * rto}));
    tcp.forget_sent();
    tcp.gets("<SEQ=301><ACK=101><WND=1000><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=ACK>");
}

TEST_P(Sending, AnsweredProbesKeepAZeroWindowOpenForEver)
{
    Pair pair{{.a = profile(), .b = profile()}};
    pair.b.endpoint.set_buffers(1000, 0);
    pair.establishes();
    pair.a.sends(3000);
    pair.run_for(hours{2});
    EXPECT_EQ(name(pair.a.state()), name(State::established)) << pair.stage.history();
    EXPECT_EQ(pair.b.endpoint.readable(), 1000U);
    std::uint32_t read = 0;
    for (int i = 0; i < 10; ++i) {
        read += pair.b.reads();
        pair.run_for(minutes{3});
    }
    EXPECT_EQ(read, 3000U) << pair.stage.history();
}

TEST_P(Sending, ALateWindowUpdateThatIsLostIsFoundByAProbe)
{
    Pair pair{{.a = profile(), .b = profile()}};
    pair.b.endpoint.set_buffers(1000, 0);
    pair.establishes();
    pair.a.sends(2000);
    pair.run();
    pair.loses = [&](const Party& from, const Segment&) { return &from == &pair.b; };
    EXPECT_EQ(pair.b.reads(), 1000U);
    pair.run_for(milliseconds{1});
    pair.loses = nullptr;
    pair.run_for(seconds{10});
    EXPECT_EQ(pair.b.reads(), 1000U) << pair.stage.history();
}

TEST_P(Sending, ASmallWindowIsUsedWhenThePersistTimerFires)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><WND=5><CTL=ACK>");
    tcp.forget_sent();
    tcp.sends(10);
    EXPECT_SILENCE(tcp) << "not worth a segment yet";
    tcp.waits(tcp.endpoint.tcb().rto);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=106><WND=5><CTL=ACK>");
    tcp.waits(milliseconds{500});
    tcp.waits(tcp.endpoint.tcb().rto);
    EXPECT_EQ(tcp.endpoint.tcb().snd_nxt, Seq{111}) << tcp.stage.history();
}

TEST_P(Sending, AFinWaitsForAZeroWindowToo)
{
    Pair pair{{.a = profile(), .b = profile()}};
    pair.b.endpoint.set_buffers(1000, 0);
    pair.establishes();
    pair.a.sends(1000);
    pair.a.closes();
    pair.run_for(seconds{5});
    EXPECT_EQ(name(pair.a.state()), name(State::fin_wait_1));
    EXPECT_EQ(pair.b.reads(), 1000U);
    pair.run_for(minutes{2});
    EXPECT_TRUE(pair.b.endpoint.at_end()) << pair.stage.history();
}

// ---- the receiver's window

TEST_P(Sending, TheReaderReopensAClosedWindow)
{
    Solo tcp{profile()};
    tcp.endpoint.set_buffers(1000, 0);
    tcp.connects();
    tcp.gets("<SEQ=300><ACK=101><MSS=1460><CTL=SYN,ACK>");
    tcp.gets("<SEQ=301><ACK=101><DATA=1000><CTL=ACK>");
    tcp.waits(milliseconds{50});
    EXPECT_EQ(tcp.all_sent().back().segment.window, 0U);
    tcp.forget_sent();
    tcp.reads(100);
    EXPECT_SILENCE(tcp) << "a silly small window is not told";
    tcp.reads();
    EXPECT_SENT(tcp, "<SEQ=101><ACK=1301><WND=1000><CTL=ACK>");
    EXPECT_EQ(tcp.all_sent().back().rule, Rule::window_reopened);
}

TEST_P(Sending, TheRightEdgeOfTheWindowNeverMovesBack)
{
    Solo tcp{profile()};
    tcp.endpoint.set_buffers(4000, 0);
    tcp.connects();
    tcp.gets("<SEQ=300><ACK=101><MSS=1460><CTL=SYN,ACK>");
    Seq edge{301};
    for (std::uint32_t i = 0; i < 40; ++i) {
        Segment segment = written("<SEQ=301><ACK=101><DATA=90><CTL=ACK>").segment;
        segment.seq = Seq{301 + 90 * i};
        tcp.gets(segment, octets_at(90 * i, 90));
        const Sent& last = tcp.all_sent().back();
        EXPECT_GE(last.segment.ack + last.segment.window, edge) << tcp.stage.history();
        edge = last.segment.ack + last.segment.window;
        if (i % 3 == 0) tcp.reads(50);
    }
}

// ---- delayed ACKs

TEST(SendingRfc, EverySegmentIsAcknowledgedAtOnce)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=306><CTL=ACK>");
    tcp.gets("<SEQ=306><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=311><CTL=ACK>");
}

TEST(SendingLinux, AnAnswerWithinFortyMillisecondsCarriesTheAck)
{
    Solo tcp{linux_profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.sends(5);  // the application answers: from now on ACKs wait for it
    tcp.gets("<SEQ=306><ACK=106><DATA=5><CTL=ACK>");
    tcp.forget_sent();
    tcp.waits(milliseconds{39});
    EXPECT_SILENCE(tcp);
    tcp.sends(5);
    EXPECT_SENT(tcp, "<SEQ=106><ACK=311><DATA=5><CTL=ACK>");
}

TEST(SendingLinux, WithoutAnAnswerTheAckLeavesAfterFortyMilliseconds)
{
    Solo tcp{linux_profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.sends(5);
    tcp.gets("<SEQ=306><ACK=106><DATA=5><CTL=ACK>");
    tcp.forget_sent();
    tcp.waits(milliseconds{40});
    EXPECT_SENT(tcp, "<SEQ=106><ACK=311><CTL=ACK>");
    EXPECT_TRUE(tcp.fired(TimerKind::delayed_ack));
}

}  // namespace finwait::tcp::test
