// The tables of FIN-WAIT-1 and FIN-WAIT-2 (RFC 9293 section 3.10.7.4), a row a test. An orphan is
// a connection whose socket was closed: nobody reads any more.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

namespace {

/// FIN-WAIT-1 or FIN-WAIT-2, reached by close() instead of CLOSE.
void close_as_a_socket(Solo& tcp, State state)
{
    tcp.releases();
    if (state == State::fin_wait_2) tcp.gets("<SEQ=301><ACK=102><CTL=ACK>");
    tcp.forget_sent();
}

}  // namespace

class FinWait1 : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(FinWait1);

TEST_P(FinWait1, SendTakesNothing)
{
    Solo tcp{profile(), State::fin_wait_1};
    EXPECT_EQ(tcp.sends(5), 0U);
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SILENCE(tcp);
}

TEST_P(FinWait1, CloseAgainSendsNoSecondFin)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.closes();
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SILENCE(tcp);
}

TEST(FinWait1Rfc, AbortSendsAReset)
{
    Solo tcp{rfc_profile(), State::fin_wait_1};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=102><CTL=RST>");
}

TEST(FinWait1Linux, AbortSendsAResetWithAck)
{
    Solo tcp{linux_profile(), State::fin_wait_1};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=301><CTL=RST,ACK>");
}

TEST_P(FinWait1, AnExactResetResets)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::reset);
    EXPECT_SILENCE(tcp);
}

TEST_P(FinWait1, ASynIsChallenged)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.gets("<SEQ=5000><CTL=SYN>");
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=301><CTL=ACK>");
}

TEST_P(FinWait1, AnAckThatDoesNotCoverTheFinChangesNothing)
{
    Solo tcp{profile(), State::established};
    tcp.sends(5);
    tcp.closes();
    tcp.forget_sent();
    tcp.gets("<SEQ=301><ACK=106><CTL=ACK>");
    EXPECT_STATE(tcp, fin_wait_1);
    EXPECT_FALSE(tcp.endpoint.fin_acknowledged());
    EXPECT_SILENCE(tcp);
}

TEST_P(FinWait1, TheAckOfTheFinLeadsToFinWait2)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.gets("<SEQ=301><ACK=102><CTL=ACK>");
    EXPECT_STATE(tcp, fin_wait_2);
    EXPECT_TRUE(tcp.endpoint.fin_acknowledged());
    EXPECT_SILENCE(tcp);
}

TEST_P(FinWait1, AFinThatDoesNotAcknowledgeOursLeadsToClosing)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.gets("<SEQ=301><ACK=101><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, closing);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
}

TEST(FinWait1Rfc, AFinThatAcknowledgesOursLeadsStraightToTimeWait)
{
    Solo tcp{rfc_profile(), State::fin_wait_1};
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
    EXPECT_TRUE(tcp.moved(State::fin_wait_1, Event::rcv_fin_ack_of_fin, State::time_wait));
    EXPECT_EQ(tcp.next_deadline(), minutes{4});
}

TEST(FinWait1Linux, AFinThatAcknowledgesOursPassesFinWait2)
{
    Solo tcp{linux_profile(), State::fin_wait_1};
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
    EXPECT_TRUE(tcp.moved(State::fin_wait_1, Event::rcv_ack_of_fin, State::fin_wait_2));
    EXPECT_TRUE(tcp.moved(State::fin_wait_2, Event::rcv_fin, State::time_wait));
    EXPECT_EQ(tcp.next_deadline(), seconds{60});
}

TEST_P(FinWait1, OctetsAreStillReadAndAcknowledged)
{
    Solo tcp{profile(), State::fin_wait_1};
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, fin_wait_1);
    tcp.waits(milliseconds{50});
    EXPECT_SENT(tcp, "<SEQ=102><ACK=306><CTL=ACK>");
    EXPECT_EQ(tcp.reads(), 5U);
}

TEST_P(FinWait1, OctetsForAnOrphanGetAReset)
{
    Solo tcp{profile(), State::established};
    close_as_a_socket(tcp, State::fin_wait_1);
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
}

TEST_P(FinWait1, OctetsThatAcknowledgeAnOrphansFinGetAResetToo)
{
    Solo tcp{profile(), State::established};
    close_as_a_socket(tcp, State::fin_wait_1);
    tcp.gets("<SEQ=301><ACK=102><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=102><CTL=RST>");
}

TEST(FinWait1Rfc, TheTimerSendsOctetsAndFinAgain)
{
    Solo tcp{rfc_profile(), State::established};
    tcp.sends(5);
    tcp.closes();
    tcp.forget_sent();
    tcp.waits(seconds{1});
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=ACK>");
    tcp.gets("<SEQ=301><ACK=106><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=106><ACK=301><CTL=FIN,ACK>") << "the rest of what the timer found";
}

TEST(FinWait1Linux, TheTimerSendsOctetsAndFinAsOneSegment)
{
    Profile profile = linux_profile();
    profile.loss_probe = false;
    Solo tcp{profile, State::established};
    tcp.sends(5);
    tcp.closes();
    tcp.forget_sent();
    tcp.waits(milliseconds{204});
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><DATA=5><CTL=FIN,PSH,ACK>");
}

TEST_P(FinWait1, SilenceEndsInClosedWithoutAWord)
{
    Solo tcp{profile(), State::established};
    close_as_a_socket(tcp, State::fin_wait_1);
    tcp.waits_until_closed();
    EXPECT_TRUE(tcp.times_sent(RST, Time{0}).empty());
    EXPECT_TRUE(tcp.gives_everything_back());
}

class FinWait2 : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(FinWait2);

TEST_P(FinWait2, SendTakesNothing)
{
    Solo tcp{profile(), State::fin_wait_2};
    EXPECT_EQ(tcp.sends(5), 0U);
    EXPECT_SILENCE(tcp);
}

TEST_P(FinWait2, CloseAgainSendsNothing)
{
    Solo tcp{profile(), State::fin_wait_2};
    tcp.closes();
    EXPECT_STATE(tcp, fin_wait_2);
    EXPECT_SILENCE(tcp);
}

TEST(FinWait2Rfc, AbortSendsAReset)
{
    Solo tcp{rfc_profile(), State::fin_wait_2};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=102><CTL=RST>");
}

TEST(FinWait2Linux, AbortSendsAResetWithAck)
{
    Solo tcp{linux_profile(), State::fin_wait_2};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=301><CTL=RST,ACK>");
}

TEST_P(FinWait2, AnExactResetResets)
{
    Solo tcp{profile(), State::fin_wait_2};
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::reset);
}

TEST_P(FinWait2, ASynIsChallenged)
{
    Solo tcp{profile(), State::fin_wait_2};
    tcp.gets("<SEQ=301><CTL=SYN>");
    EXPECT_STATE(tcp, fin_wait_2);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=301><CTL=ACK>");
}

TEST_P(FinWait2, TheFinLeadsToTimeWait)
{
    Solo tcp{profile(), State::fin_wait_2};
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
}

TEST_P(FinWait2, OctetsAreStillReadAndAcknowledged)
{
    Solo tcp{profile(), State::fin_wait_2};
    tcp.gets("<SEQ=301><ACK=102><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, fin_wait_2);
    tcp.waits(milliseconds{50});
    EXPECT_SENT(tcp, "<SEQ=102><ACK=306><CTL=ACK>");
    EXPECT_EQ(tcp.reads(), 5U);
}

TEST_P(FinWait2, OctetsForAnOrphanGetAReset)
{
    Solo tcp{profile(), State::established};
    close_as_a_socket(tcp, State::fin_wait_2);
    tcp.gets("<SEQ=301><ACK=102><DATA=5><CTL=ACK>");
    EXPECT_STATE(tcp, closed);
    EXPECT_SENT(tcp, "<SEQ=102><CTL=RST>");
}

TEST_P(FinWait2, NothingIsOutstandingSoNoTimerRuns)
{
    Solo tcp{profile(), State::fin_wait_2};
    EXPECT_EQ(tcp.next_deadline(), never);
}

TEST(FinWait2Rfc, AnOrphanMayWaitForEver)
{
    Solo tcp{rfc_profile(), State::established};
    close_as_a_socket(tcp, State::fin_wait_2);
    EXPECT_STATE(tcp, fin_wait_2);
    EXPECT_EQ(tcp.next_deadline(), never);
}

TEST(FinWait2Linux, AnOrphanWaitsSixtySeconds)
{
    Solo tcp{linux_profile(), State::established};
    close_as_a_socket(tcp, State::fin_wait_2);
    EXPECT_EQ(tcp.waits_until_closed(), seconds{60});
    EXPECT_TRUE(tcp.moved(State::fin_wait_2, Event::fin_wait_2_timeout, State::closed));
    EXPECT_SILENCE(tcp);
    tcp.waits(seconds{1});
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");  // V11: too late
    EXPECT_SENT(tcp, "<SEQ=102><CTL=RST>");
}

TEST(FinWait2Linux, CloseOfTheSocketLaterStartsTheSixtySeconds)
{
    Solo tcp{linux_profile(), State::fin_wait_2};
    tcp.waits(seconds{150});
    tcp.gets("<SEQ=301><ACK=102><DATA=5><CTL=ACK>");
    EXPECT_EQ(tcp.reads(), 5U);
    tcp.releases();
    EXPECT_STATE(tcp, fin_wait_2);
    EXPECT_EQ(tcp.waits_until_closed(), seconds{210});
}

TEST(FinWait2Linux, AnOrphansFinStillLeadsToTimeWait)
{
    Solo tcp{linux_profile(), State::established};
    close_as_a_socket(tcp, State::fin_wait_2);
    tcp.waits(seconds{30});
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
    EXPECT_EQ(tcp.waits_until_closed(), seconds{90});
}

TEST(FinWait2Linux, Linger2SetsTheTimeOfAnOrphan)
{
    Solo tcp{linux_profile(), State::established};
    tcp.endpoint.set_linger2(seconds{3});
    close_as_a_socket(tcp, State::fin_wait_2);
    EXPECT_EQ(tcp.waits_until_closed(), seconds{3});
}

}  // namespace finwait::tcp::test
