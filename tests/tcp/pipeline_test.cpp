// The order of the checks in RFC 9293 section 3.10.7.4, with RFC 5961's challenge ACKs and the
// wart of appendix A.2.
#include "tests/tcp/pair.h"

namespace finwait::tcp::test {

namespace {

/// ESTABLISHED with a receive window that five unread octets have closed; 5 octets of ours are
/// unacknowledged.
void close_the_window(Solo& tcp)
{
    tcp.endpoint.set_buffers(5, 0);
    tcp.connects();
    tcp.gets("<SEQ=300><ACK=101><MSS=1460><CTL=SYN,ACK>");
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.sends(5);
    tcp.waits(milliseconds{50});
    EXPECT_EQ(tcp.all_sent().back().segment.window, 0U) << tcp.stage.history();
    tcp.forget_sent();
}

}  // namespace

class Pipeline : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Pipeline);

// ---- first: the sequence number, a line of the table a test

TEST_P(Pipeline, NoOctetsNoWindowOnlyTheExactNumberIsAcceptable)
{
    Solo tcp{profile()};
    close_the_window(tcp);
    tcp.gets("<SEQ=306><ACK=106><CTL=ACK>");
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{106});
    tcp.gets("<SEQ=307><ACK=106><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=106><ACK=306><CTL=ACK>");
}

TEST_P(Pipeline, NoOctetsInAWindowAreAcceptableAnywhereInIt)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.forget_sent();
    tcp.gets("<SEQ=5000><ACK=106><CTL=ACK>");
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{106});
}

TEST_P(Pipeline, OctetsWithoutAWindowAreNotTakenButTheirAckCounts)
{
    Solo tcp{profile()};
    close_the_window(tcp);
    tcp.gets("<SEQ=306><ACK=106><DATA=1><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.readable(), 5U);
    EXPECT_EQ(tcp.endpoint.tcb().rcv_nxt, Seq{306});
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{106});
    EXPECT_SENT(tcp, "<SEQ=106><ACK=306><WND=0><CTL=ACK>");
}

TEST_P(Pipeline, ARstIsHonouredWithoutAWindow)
{
    Solo tcp{profile()};
    close_the_window(tcp);
    tcp.gets("<SEQ=306><CTL=RST>");
    EXPECT_STATE(tcp, closed);
}

TEST_P(Pipeline, OctetsThatBeginBeforeTheWindowAreTrimmed)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.gets("<SEQ=303><ACK=101><DATA=6><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().rcv_nxt, Seq{309});
    EXPECT_EQ(tcp.reads(), 8U);
}

TEST_P(Pipeline, OctetsThatEndBehindTheWindowAreTrimmed)
{
    Solo tcp{profile()};
    tcp.endpoint.set_buffers(10, 0);
    tcp.connects();
    tcp.gets("<SEQ=300><ACK=101><MSS=1460><CTL=SYN,ACK>");
    tcp.gets("<SEQ=301><ACK=101><DATA=20><CTL=FIN,ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().rcv_nxt, Seq{311});
    EXPECT_STATE(tcp, established);
    EXPECT_EQ(tcp.reads(), 10U);
}

TEST(PipelineRfc, AnUnacceptableSegmentIsAnsweredEvenWithoutAck)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.gets("<SEQ=290><DATA=5><CTL=PSH>");  // the first check comes before the fifth
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
}

// ---- second: RST

TEST_P(Pipeline, AResetOutsideTheWindowIsDroppedInSilence)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=300><CTL=RST>");
    tcp.gets("<SEQ=900000><CTL=RST>");
    EXPECT_STATE(tcp, established);
    EXPECT_SILENCE(tcp);
}

TEST_P(Pipeline, AResetInTheWindowThatIsNotExactIsChallenged)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=302><CTL=RST>");
    EXPECT_STATE(tcp, established);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
    EXPECT_EQ(tcp.all_sent().back().rule, Rule::reset_challenged);
}

TEST_P(Pipeline, TheAnswerToAChallengeIsExact)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=302><CTL=RST>");
    Solo nobody{profile()};
    nobody.gets(tcp.all_sent().back().segment, {});
    tcp.gets(nobody.all_sent().back().segment, {});
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::reset);
}

TEST_P(Pipeline, ARstIsSeenBeforeASynAndBeforeTheAck)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=777><CTL=SYN,RST,ACK>");
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Pipeline, ARstWithOctetsIsARst)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><DATA=5><CTL=RST>");  // RFC 9293 SHLD-2
    EXPECT_STATE(tcp, closed);
}

// ---- fourth: SYN

TEST_P(Pipeline, ASynIsSeenBeforeTheAck)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=777><CTL=SYN,ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
    EXPECT_EQ(tcp.all_sent().back().rule, Rule::syn_challenged);
}

// ---- fifth: ACK

TEST_P(Pipeline, WithoutAckASegmentIsDroppedInSilence)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><DATA=5><CTL=PSH>");
    tcp.gets("<SEQ=301><CTL=FIN>");
    EXPECT_STATE(tcp, established);
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.endpoint.readable(), 0U);
}

TEST_P(Pipeline, AnAckOlderThanTheLargestWindowIsAnsweredAndDropped)
{
    Solo tcp{profile(), State::established};
    Segment old = written("<SEQ=301><ACK=0><DATA=5><CTL=ACK>").segment;
    old.ack = Seq{101} - (peer_window + 1);
    tcp.gets(old, octets_at(0, 5));
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.readable(), 0U);
}

TEST_P(Pipeline, AnOldAckWithinTheLargestWindowKeepsItsOctets)
{
    Solo tcp{profile(), State::established};
    Segment old = written("<SEQ=301><ACK=0><DATA=5><CTL=ACK>").segment;
    old.ack = Seq{101} - peer_window;
    tcp.gets(old, octets_at(0, 5));
    EXPECT_EQ(tcp.reads(), 5U);
}

TEST_P(Pipeline, AnOlderSegmentDoesNotChangeTheWindow)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.gets("<SEQ=301><ACK=106><WND=4000><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=101><WND=9000><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().snd_wnd, 4000U);
    tcp.gets("<SEQ=301><ACK=106><WND=5000><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().snd_wnd, 5000U);
}

// ---- seventh and eighth: text and FIN

TEST(PipelineRfc, ASegmentThatFillsAGapIsAcknowledgedTogetherWithWhatWasHeld)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.gets("<SEQ=306><ACK=101><DATA=5><CTL=ACK>");
    tcp.gets("<SEQ=311><ACK=101><DATA=5><CTL=FIN,ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>\n<SEQ=101><ACK=301><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=317><CTL=ACK>");
    EXPECT_STATE(tcp, close_wait);
}

TEST_P(Pipeline, OneSegmentMayAcknowledgeOurFinBringOctetsAndItsOwnFin)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.gets("<SEQ=301><ACK=102><DATA=5><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_EQ(tcp.reads(), 5U);
    EXPECT_EQ(tcp.endpoint.tcb().rcv_nxt, Seq{307});
    EXPECT_EQ(tcp.all_sent().back().segment.ack, Seq{307});
}

TEST_P(Pipeline, AFinBehindAGapDoesNotEndFinWait1)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.gets("<SEQ=306><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, fin_wait_2);
    tcp.gets("<SEQ=301><ACK=102><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_EQ(tcp.reads(), 5U);
}

// ---- appendix A.2

TEST_P(Pipeline, SimultaneousCloseEndsThoughBothAcksAreLost)
{
    Pair pair{{.a = profile(), .b = profile()}};
    pair.establishes();
    int lost = 0;
    pair.loses = [&lost](const Party&, const Segment& segment) {
        return segment.flags == ACK && lost++ < 2;
    };
    pair.a.closes();
    pair.b.closes();
    pair.run();
    EXPECT_EQ(lost, 2);
    EXPECT_EQ(name(pair.a.state()), name(State::closing));
    pair.run_for(seconds{10});
    EXPECT_EQ(name(pair.a.state()), name(State::time_wait)) << pair.stage.history();
    EXPECT_EQ(name(pair.b.state()), name(State::time_wait)) << pair.stage.history();
}

}  // namespace finwait::tcp::test
