// The table of SYN-RECEIVED (RFC 9293 section 3.10.7.4), a row a test. Passive: from LISTEN;
// active: from SYN-SENT, by a simultaneous open.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

class SynReceived : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(SynReceived);

TEST_P(SynReceived, SendIsQueuedUntilEstablished)
{
    Solo tcp{profile(), State::syn_received};
    EXPECT_EQ(tcp.sends(5), 5U);
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=301><ACK=101><CTL=ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=ACK>");
}

TEST_P(SynReceived, CloseSendsTheFinBeforeOurSynIsAcknowledged)
{
    Solo tcp{profile()};
    open_simultaneously(tcp);
    tcp.closes();
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=FIN,ACK>");
    tcp.gets("<SEQ=301><ACK=102><CTL=ACK>");  // the SYN and the FIN at once
    EXPECT_STATE(tcp, fin_wait_2);
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
}

TEST_P(SynReceived, CloseWithOctetsQueuedSendsThemFirst)
{
    Solo tcp{profile(), State::syn_received};
    tcp.sends(5);
    tcp.closes();
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=301><ACK=101><CTL=ACK>");
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=FIN,ACK>");
}

TEST(SynReceivedRfc, AbortSendsAReset)
{
    Solo tcp{rfc_profile(), State::syn_received};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
}

TEST(SynReceivedLinux, AbortSendsAResetWithAck)
{
    Solo tcp{linux_profile(), State::syn_received};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=RST,ACK>");
}

TEST_P(SynReceived, AResetSendsThePassiveSideBackToListen)
{
    Solo tcp{profile(), State::syn_received};
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_STATE(tcp, listen);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::none);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynReceived, AResetRefusesTheActiveSide)
{
    Solo tcp{profile()};
    open_simultaneously(tcp);
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::refused);
    EXPECT_SILENCE(tcp);
}

TEST(SynReceivedRfc, AnotherSynSendsThePassiveSideBackToListen)
{
    Solo tcp{rfc_profile(), State::syn_received};
    tcp.gets("<SEQ=310><CTL=SYN>");
    EXPECT_STATE(tcp, listen);
    EXPECT_SILENCE(tcp);
}

TEST(SynReceivedLinux, AnotherSynIsResetAndTheRequestGoes)
{
    Solo tcp{linux_profile(), State::syn_received};
    tcp.gets("<SEQ=310><CTL=SYN>");
    EXPECT_STATE(tcp, listen);
    EXPECT_SENT(tcp, "<SEQ=0><ACK=311><CTL=RST,ACK>");
}

TEST_P(SynReceived, AnotherSynIsChallengedOnTheActiveSide)
{
    Solo tcp{profile()};
    open_simultaneously(tcp);
    tcp.gets("<SEQ=310><CTL=SYN>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
}

TEST(SynReceivedRfc, TheSameSynAgainIsAcknowledged)
{
    Solo tcp{rfc_profile(), State::syn_received};
    tcp.gets("<SEQ=300><CTL=SYN>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
}

TEST(SynReceivedLinux, TheSameSynAgainGetsTheSynAckAgain)
{
    Solo tcp{linux_profile(), State::syn_received};
    tcp.gets("<SEQ=300><CTL=SYN>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=100><ACK=301><CTL=SYN,ACK>");
}

TEST(SynReceivedRfc, TheCrossingSynAckEstablishesInSilence)
{
    Solo tcp{rfc_profile()};
    open_simultaneously(tcp);
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_SILENCE(tcp);
}

TEST(SynReceivedLinux, TheCrossingSynAckEstablishesWithAnAck)
{
    Solo tcp{linux_profile()};
    open_simultaneously(tcp);
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
}

TEST_P(SynReceived, TheAckOfOurSynEstablishes)
{
    Solo tcp{profile(), State::syn_received};
    tcp.gets("<SEQ=301><ACK=101><CTL=ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{101});
    EXPECT_EQ(tcp.next_deadline(), never);
}

TEST_P(SynReceived, OctetsMayRideOnTheAckOfOurSyn)
{
    Solo tcp{profile(), State::syn_received};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_EQ(tcp.reads(), 5U);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=306><CTL=ACK>");
}

TEST_P(SynReceived, AnAckOfSomethingNeverSentGetsAReset)
{
    for (const char* ack : {"<SEQ=301><ACK=100><CTL=ACK>", "<SEQ=301><ACK=102><CTL=ACK>"}) {
        Solo tcp{profile(), State::syn_received};
        tcp.gets(ack);
        EXPECT_STATE(tcp, syn_received);
        ASSERT_EQ(tcp.all_sent().size(), 2U) << tcp.stage.history();
        EXPECT_EQ(tcp.all_sent().back().segment.flags, RST);
        EXPECT_EQ(tcp.all_sent().back().segment.seq, written(ack).segment.ack);
    }
}

TEST_P(SynReceived, AnAckWithAFinPassesThroughEstablished)
{
    Solo tcp{profile(), State::syn_received};
    tcp.gets("<SEQ=301><ACK=101><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, close_wait);
    EXPECT_TRUE(tcp.moved(State::syn_received, Event::rcv_ack_of_syn, State::established));
    EXPECT_TRUE(tcp.endpoint.at_end());
    tcp.waits(milliseconds{50});
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=ACK>");
}

TEST_P(SynReceived, OctetsWithoutAckAreDropped)
{
    Solo tcp{profile(), State::syn_received};
    tcp.gets("<SEQ=301><DATA=5><CTL=PSH>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.endpoint.readable(), 0U);
}

TEST_P(SynReceived, TheTimerSendsTheSynAckAgain)
{
    Solo tcp{profile(), State::syn_received};
    tcp.waits(seconds{1});
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=100><ACK=301><CTL=SYN,ACK>");
}

TEST_P(SynReceived, SilenceEndsWithoutAWord)
{
    Solo tcp{profile(), State::syn_received};
    tcp.waits_until_closed();
    EXPECT_TRUE(tcp.times_sent(RST, Time{0}).empty());
    EXPECT_TRUE(tcp.gives_everything_back());
}

}  // namespace finwait::tcp::test
