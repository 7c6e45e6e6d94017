// The table of SYN-SENT (RFC 9293 section 3.10.7.3: ACK, RST, SYN in this order), a row a test.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

class SynSent : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(SynSent);

TEST_P(SynSent, SendIsQueuedUntilEstablished)
{
    Solo tcp{profile(), State::syn_sent};
    EXPECT_EQ(tcp.sends(5), 5U);
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    ASSERT_FALSE(tcp.all_sent().empty());
    EXPECT_TRUE(same(written("<SEQ=101><ACK=301><DATA=5><CTL=ACK>"), tcp.all_sent().back().segment))
        << tcp.stage.history();
}

TEST_P(SynSent, CloseSendsNothing)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.closes();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");  // late: there is no connection
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
}

TEST_P(SynSent, AbortSendsNothing)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynSent, AnAckOfSomethingNeverSentGetsAReset)
{
    for (const char* ack : {"<SEQ=300><ACK=100><CTL=SYN,ACK>", "<SEQ=300><ACK=102><CTL=SYN,ACK>",
                            "<SEQ=300><ACK=102><CTL=ACK>"}) {
        Solo tcp{profile(), State::syn_sent};
        tcp.gets(ack);
        EXPECT_STATE(tcp, syn_sent);
        ASSERT_EQ(tcp.all_sent().size(), 2U) << tcp.stage.history();
        EXPECT_EQ(tcp.all_sent().back().segment.flags, RST);
        EXPECT_EQ(tcp.all_sent().back().segment.seq, written(ack).segment.ack);
    }
}

TEST_P(SynSent, AResetWithAWrongAckIsDropped)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=0><ACK=102><CTL=RST,ACK>");
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynSent, AResetThatAcknowledgesTheSynRefuses)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=0><ACK=101><CTL=RST,ACK>");
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::refused);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynSent, ABareResetCannotRefuse)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=0><CTL=RST>");
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynSent, ASynAckEstablishes)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    EXPECT_STATE(tcp, established);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>");
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{101});
    EXPECT_EQ(tcp.endpoint.tcb().irs, Seq{300});
    EXPECT_EQ(tcp.next_deadline(), never) << "an idle connection has no timer";
}

TEST_P(SynSent, ASynIsASimultaneousOpen)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=300><CTL=SYN>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=100><ACK=301><CTL=SYN,ACK>");
}

TEST_P(SynSent, AnAcceptableAckWithoutSynIsDropped)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=300><ACK=101><CTL=ACK>");
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynSent, AFinIsDropped)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=300><CTL=FIN>");
    tcp.gets("<SEQ=300><ACK=101><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynSent, OctetsWithoutASynAreDropped)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.gets("<SEQ=301><DATA=5><CTL=PSH>");
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SILENCE(tcp);
}

TEST_P(SynSent, TheTimerSendsTheSameSynAgain)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.waits(seconds{1});
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SENT(tcp, "<SEQ=100><CTL=SYN>");
    EXPECT_EQ(tcp.all_sent().back().marks & mark_retransmission, mark_retransmission);
}

TEST(SynSentRfc, TheSynBacksOffAndGivesUpAfterThreeMinutes)
{
    Solo tcp{rfc_profile()};
    tcp.connects();
    EXPECT_EQ(tcp.waits_until_closed(), seconds{183});
    EXPECT_EQ(tcp.times_sent(SYN, Time{0}),
              (std::vector<Duration>{seconds{0}, seconds{1}, seconds{3}, seconds{7}, seconds{15},
                                     seconds{31}, seconds{63}, seconds{123}}));
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
    EXPECT_TRUE(tcp.times_sent(RST, Time{0}).empty());
}

TEST_P(SynSent, SilenceEndsInTimedOut)
{
    Solo tcp{profile(), State::syn_sent};
    tcp.waits_until_closed();
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
    EXPECT_TRUE(tcp.gives_everything_back());
}

}  // namespace finwait::tcp::test
