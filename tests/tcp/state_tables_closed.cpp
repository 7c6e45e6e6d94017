// The table of CLOSED (RFC 9293 sections 3.10.1 to 3.10.5 and 3.10.7.1), a row a test.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

class Closed : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Closed);

TEST_P(Closed, PassiveOpenWaitsInListen)
{
    Solo tcp{profile()};
    tcp.listens();
    EXPECT_STATE(tcp, listen);
    EXPECT_SILENCE(tcp);
}

TEST_P(Closed, ActiveOpenSendsASynAndStartsATimerOfOneSecond)
{
    Solo tcp{profile()};
    tcp.connects();
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SENT(tcp, "<SEQ=100><CTL=SYN>");
    EXPECT_EQ(tcp.endpoint.tcb().snd_una, Seq{100});
    EXPECT_EQ(tcp.endpoint.tcb().snd_nxt, Seq{101});
    EXPECT_EQ(tcp.next_deadline(), seconds{1});
}

TEST_P(Closed, SendTakesNothing)
{
    Solo tcp{profile()};
    EXPECT_EQ(tcp.sends(5), 0U);
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Closed, ReceiveGivesNothing)
{
    Solo tcp{profile()};
    EXPECT_EQ(tcp.reads(), 0U);
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Closed, CloseChangesNothing)
{
    Solo tcp{profile()};
    tcp.closes();
    tcp.releases();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Closed, AbortChangesNothing)
{
    Solo tcp{profile()};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Closed, AResetIsNeverAnswered)
{
    Solo tcp{profile()};
    tcp.gets("<SEQ=300><CTL=RST>");
    tcp.gets("<SEQ=300><ACK=101><CTL=RST,ACK>");
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Closed, ASegmentWithAckGetsAResetWithItsAckNumber)
{
    Solo tcp{profile()};
    tcp.gets("<SEQ=300><ACK=101><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
    tcp.gets("<SEQ=300><ACK=777><CTL=SYN,ACK>");
    EXPECT_SENT(tcp, "<SEQ=777><CTL=RST>");
    EXPECT_STATE(tcp, closed);
}

TEST_P(Closed, ASynIsRefused)
{
    Solo tcp{profile()};
    tcp.gets("<SEQ=300><CTL=SYN>");
    EXPECT_SENT(tcp, "<SEQ=0><ACK=301><CTL=RST,ACK>");
    EXPECT_STATE(tcp, closed);
}

TEST_P(Closed, AFinWithoutAckIsRefusedByItsLength)
{
    Solo tcp{profile()};
    tcp.gets("<SEQ=300><CTL=FIN>");
    EXPECT_SENT(tcp, "<SEQ=0><ACK=301><CTL=RST,ACK>");
}

TEST_P(Closed, OctetsWithoutAckAreRefusedByTheirLength)
{
    Solo tcp{profile()};
    tcp.gets("<SEQ=301><DATA=5><CTL=PSH>");
    EXPECT_SENT(tcp, "<SEQ=0><ACK=306><CTL=RST,ACK>");
}

}  // namespace finwait::tcp::test
