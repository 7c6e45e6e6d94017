// The table of ESTABLISHED (RFC 9293 section 3.10.7.4), a row a test.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

class Established : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Established);

TEST_P(Established, SendSendsOctets)
{
    Solo tcp{profile(), State::established};
    EXPECT_EQ(tcp.sends(5), 5U);
    EXPECT_STATE(tcp, established);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=PSH,ACK>");
}

TEST_P(Established, CloseSendsAFin)
{
    Solo tcp{profile(), State::established};
    tcp.closes();
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=FIN,ACK>");
}

TEST_P(Established, CloseMovesAtOnceThoughTheFinWaitsBehindOctets)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><WND=0><CTL=ACK>");
    tcp.sends(10);
    tcp.closes();
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=301><ACK=101><WND=1000><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=10><CTL=FIN,PSH,ACK>");
    EXPECT_STATE(tcp, fin_wait_1);
}

TEST(EstablishedRfc, CloseOfTheSocketWithUnreadOctetsResets)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.forget_sent();
    tcp.releases();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
}

TEST(EstablishedLinux, CloseOfTheSocketWithUnreadOctetsResets)
{
    Solo tcp{linux_profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.forget_sent();
    tcp.releases();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=306><CTL=RST,ACK>");
}

TEST_P(Established, ShutdownWithUnreadOctetsIsAnOrdinaryClose)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.forget_sent();
    tcp.closes();
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=306><CTL=FIN,ACK>");
    EXPECT_EQ(tcp.reads(), 5U);
}

TEST(EstablishedRfc, AbortSendsAReset)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
}

TEST(EstablishedLinux, AbortSendsAResetWithAck)
{
    Solo tcp{linux_profile(), State::established};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=RST,ACK>");
}

TEST_P(Established, AnExactResetResets)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::reset);
    EXPECT_SILENCE(tcp);
}

TEST_P(Established, ASynIsChallengedWhateverItsNumber)
{
    for (const char* syn : {"<SEQ=300><CTL=SYN>", "<SEQ=301><CTL=SYN>", "<SEQ=5000><CTL=SYN>",
                            "<SEQ=900000><CTL=SYN>", "<SEQ=300><ACK=101><CTL=SYN,ACK>"}) {
        Solo tcp{profile(), State::established};
        tcp.gets(syn);
        EXPECT_STATE(tcp, established);
        EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>") << syn;
    }
}

TEST_P(Established, AGoodAckAdvances)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.forget_sent();
    tcp.gets("<SEQ=301><ACK=106><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{106});
    EXPECT_FALSE(tcp.endpoint.unacknowledged());
    EXPECT_EQ(tcp.next_deadline(), never);
    EXPECT_SILENCE(tcp);
}

TEST_P(Established, ADuplicateAckIsIgnored)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.forget_sent();
    tcp.gets("<SEQ=301><ACK=101><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{101});
    EXPECT_SILENCE(tcp);
}

TEST_P(Established, AnAckOfOctetsNeverSentIsAnsweredAndDropped)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=102><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.readable(), 0U);
}

TEST_P(Established, AFinInOrderEndsTheReading)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, close_wait);
    EXPECT_TRUE(tcp.endpoint.at_end());
    tcp.waits(milliseconds{50});
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=ACK>");
}

TEST_P(Established, AFinWithOctetsGivesThemFirst)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, close_wait);
    EXPECT_FALSE(tcp.endpoint.at_end());
    EXPECT_EQ(tcp.reads(), 5U);
    EXPECT_TRUE(tcp.endpoint.at_end());
    tcp.waits(milliseconds{50});
    EXPECT_SENT(tcp, "<SEQ=101><ACK=307><CTL=ACK>");
}

TEST_P(Established, AFinOutOfOrderWaitsForTheGap)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=306><ACK=101><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, close_wait);
    tcp.waits(milliseconds{50});
    EXPECT_SENT(tcp, "<SEQ=101><ACK=307><CTL=ACK>");
    EXPECT_EQ(tcp.reads(), 5U);
    EXPECT_TRUE(tcp.endpoint.at_end());
}

TEST_P(Established, OctetsInTheWindowAreAcknowledged)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    tcp.waits(milliseconds{50});
    EXPECT_SENT(tcp, "<SEQ=101><ACK=306><CTL=ACK>");
    EXPECT_EQ(tcp.reads(), 5U);
}

TEST_P(Established, OctetsOutsideTheWindowAreAnsweredAndDropped)
{
    for (const char* outside :
         {"<SEQ=290><ACK=101><DATA=5><CTL=ACK>", "<SEQ=900000><ACK=101><DATA=5><CTL=ACK>"}) {
        Solo tcp{profile(), State::established};
        tcp.gets(outside);
        EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
        EXPECT_EQ(tcp.endpoint.readable(), 0U);
    }
}

TEST_P(Established, TheTimerRetransmitsTheOldestSegment)
{
    Profile without_probe = profile();
    without_probe.loss_probe = false;
    without_probe.collapse_retransmissions = false;
    Solo tcp{without_probe, State::established};
    tcp.nodelay();
    tcp.sends(5);
    tcp.sends(7);
    tcp.forget_sent();
    tcp.waits(tcp.endpoint.tcb().rto);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=ACK>");
    EXPECT_TRUE(tcp.fired(TimerKind::retransmission));
}

TEST(EstablishedRfc, AHundredSecondsOfSilenceEndIt)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.sends(5);
    tcp.forget_sent();
    EXPECT_EQ(tcp.waits_until_closed(), seconds{123}) << "1 3 7 15 31 63, then 60 s more";
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
    EXPECT_TRUE(tcp.times_sent(RST, Time{0}).empty());
    EXPECT_TRUE(tcp.gives_everything_back());
}

TEST_P(Established, TheUserTimeoutEndsItSooner)
{
    Solo tcp{profile(), State::established};
    tcp.endpoint.set_user_timeout(seconds{5});
    tcp.sends(5);
    const Time end = tcp.waits_until_closed();
    EXPECT_GE(end, seconds{5});
    EXPECT_LE(end, seconds{8});
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
}

TEST_P(Established, KeepaliveProbesAnIdleConnectionAfterTwoHours)
{
    Solo tcp{profile(), State::established};
    tcp.keepalive();
    tcp.waits(hours{2} - milliseconds{1});
    EXPECT_SILENCE(tcp);
    tcp.waits(milliseconds{1});
    EXPECT_SENT(tcp, "<SEQ=100><ACK=301><CTL=ACK>");
    EXPECT_STATE(tcp, established);
}

TEST_P(Established, KeepaliveUnansweredEndsIt)
{
    Solo tcp{profile(), State::established};
    tcp.keepalive();
    EXPECT_EQ(tcp.waits_until_closed(), seconds{7875});
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
    EXPECT_EQ(tcp.times_sent(RST, Time{0}).size(), 1U);
}

TEST_P(Established, WithoutKeepaliveItStaysForEver)
{
    Solo tcp{profile(), State::established};
    EXPECT_EQ(tcp.next_deadline(), never);
}

}  // namespace finwait::tcp::test
