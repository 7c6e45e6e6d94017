// How connections end between two endpoints: half close, simultaneous close, three segments,
// reset, keepalive. The golden vectors V10 to V13, V18 to V20.
#include "tests/tcp/pair.h"

namespace finwait::tcp::test {

namespace {

PairNumbers both(const Profile& profile) { return {.a = profile, .b = profile}; }

/// A asks five octets, B answers five; both have read. From here on the lifelines count.
void exchange_once(Pair& pair)
{
    pair.establishes();
    pair.a.sends(5);
    pair.run_for(milliseconds{15});
    pair.b.reads();
    pair.b.sends(5);
    pair.run();
    pair.a.reads();
    pair.run_for(milliseconds{300});
    pair.starts_lifelines_anew();
}

}  // namespace

class ClosingPair : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(ClosingPair);

TEST_P(ClosingPair, HalfClosedTheOtherDirectionGoesOn)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.closes();
    pair.run();
    EXPECT_TRUE(pair.b.endpoint.at_end());
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(pair.b.sends(100), 100U);
        pair.run();
        EXPECT_EQ(name(pair.a.state()), name(State::fin_wait_2));
        EXPECT_EQ(name(pair.b.state()), name(State::close_wait));
        EXPECT_EQ(pair.a.reads(), 100U);
        pair.run_for(hours{1});
    }
    pair.b.closes();
    pair.run();
    EXPECT_EQ(name(pair.a.state()), name(State::time_wait)) << pair.stage.history();
    EXPECT_EQ(name(pair.b.state()), name(State::closed)) << pair.stage.history();
    EXPECT_TRUE(pair.a.endpoint.at_end());
}

TEST_P(ClosingPair, V19_SimultaneousCloseEndsInTimeWaitOnBothSides)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.releases();
    pair.b.releases();
    const Time start = pair.now();
    pair.run();
    for (const Party* party : {&pair.a, &pair.b}) {
        EXPECT_TRUE(party->moved(State::fin_wait_1, Event::rcv_fin, State::closing));
        EXPECT_TRUE(party->moved(State::closing, Event::rcv_ack_of_fin, State::time_wait));
    }
    EXPECT_EQ(pair.segments_sent(), 4U);
    const Duration crossing = milliseconds{20};
    pair.run_for(start + crossing + profile().time_wait - Duration{1} - pair.now());
    EXPECT_EQ(name(pair.a.state()), name(State::time_wait));
    EXPECT_EQ(name(pair.b.state()), name(State::time_wait));
    pair.run_for(Duration{1});
    EXPECT_EQ(name(pair.a.state()), name(State::closed));
    EXPECT_EQ(name(pair.b.state()), name(State::closed));
}

TEST_P(ClosingPair, ALostLastAckIsRepeatedByTimeWait)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.closes();
    pair.run();
    int acks = 0;
    pair.loses = [&](const Party& from, const Segment& segment) {
        return &from == &pair.a && segment.flags == ACK && acks++ == 0;
    };
    pair.b.closes();
    pair.run();
    EXPECT_EQ(name(pair.b.state()), name(State::last_ack));
    const Time entered = pair.now();
    pair.run_for(seconds{2});
    EXPECT_EQ(name(pair.b.state()), name(State::closed)) << pair.stage.history();
    EXPECT_EQ(pair.b.endpoint.failure(), Failure::none);
    EXPECT_EQ(name(pair.a.state()), name(State::time_wait));
    EXPECT_GT(pair.a.next_deadline(), entered + profile().time_wait) << "2MSL starts again";
}

TEST_P(ClosingPair, OctetsAndFinInOneGoArriveInOrder)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.sends(4000);
    pair.a.closes();
    pair.run();
    EXPECT_EQ(pair.b.reads(), 4000U);
    EXPECT_TRUE(pair.b.endpoint.at_end());
    EXPECT_EQ(name(pair.b.state()), name(State::close_wait));
}

TEST_P(ClosingPair, AnAbortResetsThePeer)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.aborts();
    pair.run();
    EXPECT_EQ(name(pair.b.state()), name(State::closed));
    EXPECT_EQ(pair.b.endpoint.failure(), Failure::reset);
    EXPECT_EQ(pair.segments_sent(), 1U);
}

TEST_P(ClosingPair, V12_UnreadOctetsAtCloseResetThePeerAndLeaveNoTimeWait)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.sends(5);
    pair.run();
    pair.b.releases();
    pair.run();
    EXPECT_EQ(name(pair.b.state()), name(State::closed));
    EXPECT_EQ(name(pair.a.state()), name(State::closed));
    EXPECT_EQ(pair.a.endpoint.failure(), Failure::reset);
}

TEST_P(ClosingPair, V13_OctetsAfterThePeersCloseBringAReset)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.releases();
    pair.run();
    EXPECT_EQ(pair.b.sends(5), 5U) << "the first one is taken";
    pair.run();
    EXPECT_EQ(name(pair.a.state()), name(State::closed));
    EXPECT_EQ(name(pair.b.state()), name(State::closed));
    EXPECT_EQ(pair.b.endpoint.failure(), Failure::broken_pipe) << "it was in CLOSE-WAIT";
    EXPECT_EQ(pair.b.sends(5), 0U);
}

TEST(ClosingLinux, V10_TimeWaitStartsAgainWithAFinAndWithABareAck)
{
    const std::pair<const char*, const char*> cases[] = {
        {"<SEQ=301><ACK=102><CTL=FIN,ACK>", "<SEQ=102><ACK=302><CTL=ACK>"},
        {"<SEQ=302><ACK=102><CTL=ACK>", ""}};
    for (const auto& [arrives, answer] : cases) {
        Solo tcp{linux_profile(), State::time_wait};
        tcp.waits(seconds{30});
        tcp.gets(arrives);
        EXPECT_SENT(tcp, answer);
        EXPECT_EQ(tcp.waits_until_closed(), seconds{90});
        EXPECT_SILENCE(tcp);
    }
}

TEST(ClosingLinux, V20_TheAckOfTheFinWaitsForTheAnswerThreeSegments)
{
    Pair pair{both(linux_profile())};
    exchange_once(pair);
    pair.a.closes();
    pair.run_for(milliseconds{30});  // the FIN took 10 ms: 20 ms later
    pair.b.closes();
    pair.run();
    EXPECT_FIGURE(pair, R"(
        ESTABLISHED                                         ESTABLISHED
        FIN-WAIT-1  --> <SEQ=106><ACK=306><CTL=FIN,ACK> --> CLOSE-WAIT
        TIME-WAIT   <-- <SEQ=306><ACK=107><CTL=FIN,ACK> <-- LAST-ACK
        TIME-WAIT   --> <SEQ=107><ACK=307><CTL=ACK>     --> CLOSED
    )");
}

TEST(ClosingLinux, V20_AfterFortyMillisecondsTheAckLeavesAloneFourSegments)
{
    Pair pair{both(linux_profile())};
    exchange_once(pair);
    pair.a.closes();
    const Time fin_arrives = pair.now() + milliseconds{10};
    pair.run_for(milliseconds{110});
    pair.b.closes();
    pair.run();
    EXPECT_FIGURE(pair, R"(
        ESTABLISHED                                         ESTABLISHED
        FIN-WAIT-1  --> <SEQ=106><ACK=306><CTL=FIN,ACK> --> CLOSE-WAIT
        FIN-WAIT-2  <-- <SEQ=306><ACK=107><CTL=ACK>     <-- CLOSE-WAIT
        TIME-WAIT   <-- <SEQ=306><ACK=107><CTL=FIN,ACK> <-- LAST-ACK
        TIME-WAIT   --> <SEQ=107><ACK=307><CTL=ACK>     --> CLOSED
    )");
    const auto& sent = pair.b.all_sent();
    ASSERT_GE(sent.size(), 2U);
    EXPECT_EQ(sent[sent.size() - 2].at, fin_arrives + milliseconds{40});
    EXPECT_EQ(sent.back().at, fin_arrives + milliseconds{100});
}

TEST(ClosingRfc, TheAckOfTheFinLeavesAtOnceAlways)
{
    Pair pair;
    exchange_once(pair);
    pair.a.closes();
    pair.run_for(milliseconds{10});
    EXPECT_EQ(pair.b.all_sent().back().segment.flags, ACK);
    EXPECT_EQ(pair.b.all_sent().back().at, pair.now());
}

// ---- keepalive

TEST(Keepalive, V18_NineProbesSeventyFiveSecondsApartThenAReset)
{
    Solo tcp{linux_profile(), State::established};
    tcp.keepalive();
    EXPECT_EQ(tcp.waits_until_closed(), seconds{7875});
    std::vector<Duration> probes;
    for (const Sent& sent : tcp.all_sent())
        if ((sent.marks & mark_probe) != 0) {
            EXPECT_TRUE(same(written("<SEQ=100><ACK=301><CTL=ACK>"), sent.segment));
            probes.push_back(sent.at);
        }
    ASSERT_EQ(probes.size(), 9U);
    for (int i = 0; i < 9; ++i)
        EXPECT_EQ(probes[static_cast<std::size_t>(i)], seconds{7200 + 75 * i});
    const Segment last = tcp.all_sent().back().segment;
    EXPECT_TRUE(same(written("<SEQ=101><ACK=301><CTL=RST,ACK>"), last)) << with_window(last);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
}

TEST_P(ClosingPair, AnsweredKeepaliveProbesKeepTheConnection)
{
    Pair pair{both(profile())};
    pair.establishes();
    const Time start = pair.now();
    pair.a.keepalive();
    pair.run_for(hours{9});
    EXPECT_EQ(name(pair.a.state()), name(State::established));
    EXPECT_EQ(pair.segments_sent(), 8U) << "a probe and its answer every two hours";
    EXPECT_GE(pair.a.next_deadline(), start + hours{9});
}

TEST_P(ClosingPair, KeepaliveFindsAPeerThatLostItsMemory)
{
    Pair pair{both(profile())};
    pair.establishes();
    pair.a.keepalive();
    pair.b.reboots();
    pair.run_for(hours{3});
    EXPECT_EQ(name(pair.a.state()), name(State::closed));
    EXPECT_EQ(pair.a.endpoint.failure(), Failure::reset);
}

}  // namespace finwait::tcp::test
