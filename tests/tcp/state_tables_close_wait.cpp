// The table of CLOSE-WAIT (RFC 9293 section 3.10.7.4), a row a test.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

class CloseWait : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(CloseWait);

TEST_P(CloseWait, SendIsLegal)
{
    Solo tcp{profile(), State::close_wait};
    EXPECT_EQ(tcp.sends(5), 5U);
    EXPECT_STATE(tcp, close_wait);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><DATA=5><CTL=ACK>");
    tcp.gets("<SEQ=302><ACK=106><CTL=ACK>");
    EXPECT_FALSE(tcp.endpoint.unacknowledged());
}

TEST_P(CloseWait, ReceiveTellsTheEnd)
{
    Solo tcp{profile(), State::close_wait};
    EXPECT_TRUE(tcp.endpoint.at_end());
    EXPECT_EQ(tcp.reads(), 0U);
}

TEST_P(CloseWait, CloseSendsAFin)
{
    Solo tcp{profile(), State::close_wait};
    tcp.closes();
    EXPECT_STATE(tcp, last_ack);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=FIN,ACK>");
}

TEST_P(CloseWait, CloseSendsWhatIsQueuedAndThenAFin)
{
    Solo tcp{profile(), State::close_wait};
    tcp.gets("<SEQ=302><ACK=101><WND=0><CTL=ACK>");
    tcp.sends(5);
    tcp.closes();
    EXPECT_STATE(tcp, last_ack);
    EXPECT_SILENCE(tcp);
    tcp.gets("<SEQ=302><ACK=101><WND=1000><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><DATA=5><CTL=FIN,ACK>");
}

TEST_P(CloseWait, CloseOfTheSocketWithUnreadOctetsResets)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=FIN,ACK>");
    tcp.waits(milliseconds{50});
    EXPECT_STATE(tcp, close_wait);
    tcp.forget_sent();
    tcp.releases();
    EXPECT_STATE(tcp, closed);
    const bool with_ack = profile().reset_carries_ack;
    EXPECT_SENT(tcp, with_ack ? "<SEQ=101><ACK=307><CTL=RST,ACK>" : "<SEQ=101><CTL=RST>");
}

TEST_P(CloseWait, AFinAloneIsNotUnreadData)
{
    Solo tcp{profile(), State::close_wait};
    tcp.releases();
    EXPECT_STATE(tcp, last_ack);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=FIN,ACK>");
}

TEST(CloseWaitRfc, AbortSendsAReset)
{
    Solo tcp{rfc_profile(), State::close_wait};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
}

TEST(CloseWaitLinux, AbortSendsAResetWithAck)
{
    Solo tcp{linux_profile(), State::close_wait};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=RST,ACK>");
}

TEST_P(CloseWait, AnExactResetBreaksThePipe)
{
    Solo tcp{profile(), State::close_wait};
    tcp.gets("<SEQ=302><CTL=RST>");
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::broken_pipe);
    EXPECT_TRUE(tcp.endpoint.at_end()) << "reading still tells the end";
    EXPECT_SILENCE(tcp);
}

TEST(CloseWaitLinux, AResetWithTheFinsOwnNumberResetsToo)
{
    for (const State state : {State::close_wait, State::last_ack, State::closing}) {
        Solo tcp{linux_profile(), state};
        tcp.gets("<SEQ=301><CTL=RST>");
        EXPECT_STATE(tcp, closed) << name(state);
        EXPECT_SILENCE(tcp);
    }
}

TEST(CloseWaitRfc, AResetWithTheFinsOwnNumberIsOutsideTheWindow)
{
    Solo tcp{rfc_profile(), State::close_wait};
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_STATE(tcp, close_wait);
    EXPECT_SILENCE(tcp);
}

TEST_P(CloseWait, TheFinAgainIsAcknowledgedAgain)
{
    Solo tcp{profile(), State::close_wait};
    tcp.gets("<SEQ=301><ACK=101><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, close_wait);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=ACK>");
    EXPECT_EQ(tcp.all_sent().back().rule, Rule::fin_again);
}

TEST_P(CloseWait, NewOctetsAreIgnored)
{
    Solo tcp{profile(), State::close_wait};
    tcp.gets("<SEQ=302><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, close_wait);
    EXPECT_EQ(tcp.endpoint.readable(), 0U);
    EXPECT_EQ(tcp.endpoint.tcb().rcv_nxt, Seq{302});
}

TEST_P(CloseWait, ASynIsChallenged)
{
    Solo tcp{profile(), State::close_wait};
    tcp.gets("<SEQ=5000><CTL=SYN>");
    EXPECT_STATE(tcp, close_wait);
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=ACK>");
}

TEST_P(CloseWait, NoTimerEverEndsIt)
{
    Solo tcp{profile(), State::close_wait};
    EXPECT_EQ(tcp.next_deadline(), never);
}

TEST_P(CloseWait, KeepaliveEndsItWhenThePeerIsGone)
{
    Solo tcp{profile(), State::close_wait};
    tcp.keepalive();
    tcp.waits_until_closed();
    EXPECT_EQ(tcp.endpoint.failure(), Failure::timed_out);
    EXPECT_EQ(tcp.times_sent(RST, Time{0}).size(), 1U);
}

}  // namespace finwait::tcp::test
