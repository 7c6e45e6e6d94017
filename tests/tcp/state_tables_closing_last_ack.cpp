// The tables of CLOSING and LAST-ACK (RFC 9293 section 3.10.7.4), a row a test: both FINs are
// sent, ours is not acknowledged.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

/// What the two states have in common.
class BothFinsSent : public testing::TestWithParam<std::tuple<std::string_view, State>> {
protected:
    Profile profile() const { return *profile_by_name(std::get<0>(GetParam())); }
    State state() const { return std::get<1>(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(, BothFinsSent,
                         testing::Combine(testing::Values("rfc", "linux"),
                                          testing::Values(State::closing, State::last_ack)),
                         [](const testing::TestParamInfo<BothFinsSent::ParamType>& test) {
                             const bool closing = std::get<1>(test.param) == State::closing;
                             return std::string(std::get<0>(test.param)) +
                                    (closing ? "_CLOSING" : "_LAST_ACK");
                         });

TEST_P(BothFinsSent, SendTakesNothing)
{
    Solo tcp{profile(), state()};
    EXPECT_EQ(tcp.sends(5), 0U);
    EXPECT_EQ(tcp.state(), state());
    EXPECT_SILENCE(tcp);
}

TEST_P(BothFinsSent, ReceiveTellsTheEnd)
{
    Solo tcp{profile(), state()};
    EXPECT_TRUE(tcp.endpoint.at_end());
    EXPECT_EQ(tcp.reads(), 0U);
}

TEST_P(BothFinsSent, CloseAgainSendsNothing)
{
    Solo tcp{profile(), state()};
    tcp.closes();
    tcp.releases();
    EXPECT_EQ(tcp.state(), state());
    EXPECT_SILENCE(tcp);
}

TEST_P(BothFinsSent, AbortSendsNothing)
{
    Solo tcp{profile(), state()};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(BothFinsSent, AnExactResetEndsIt)
{
    Solo tcp{profile(), state()};
    tcp.gets("<SEQ=302><CTL=RST>");
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(BothFinsSent, ASynIsChallenged)
{
    Solo tcp{profile(), state()};
    tcp.gets("<SEQ=5000><CTL=SYN>");
    EXPECT_EQ(tcp.state(), state());
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
}

TEST_P(BothFinsSent, AnAckThatDoesNotCoverTheFinChangesNothing)
{
    Solo tcp{profile(), state()};
    tcp.gets("<SEQ=302><ACK=101><CTL=ACK>");
    EXPECT_EQ(tcp.state(), state());
    EXPECT_SILENCE(tcp);
}

TEST_P(BothFinsSent, TheFinAgainIsAcknowledgedAgain)
{
    Solo tcp{profile(), state()};
    tcp.gets("<SEQ=301><ACK=101><CTL=FIN,ACK>");
    EXPECT_EQ(tcp.state(), state());
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
}

TEST_P(BothFinsSent, TheTimerSendsTheFinAgain)
{
    Solo tcp{profile(), state()};
    tcp.waits(tcp.endpoint.tcb().rto);
    EXPECT_EQ(tcp.state(), state());
    EXPECT_SENT(tcp, "<SEQ=101><ACK=302><CTL=FIN,ACK>");
}

TEST_P(BothFinsSent, SilenceEndsItWithoutAWord)
{
    Solo tcp{profile(), state()};
    tcp.releases();
    tcp.waits_until_closed();
    EXPECT_TRUE(tcp.times_sent(RST, Time{0}).empty());
    EXPECT_TRUE(tcp.gives_everything_back());
}

class Closing : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Closing);

TEST_P(Closing, TheAckOfTheFinLeadsToTimeWait)
{
    Solo tcp{profile(), State::closing};
    tcp.gets("<SEQ=302><ACK=102><CTL=ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.next_deadline(), profile().time_wait);
}

TEST(ClosingRfc, TheFinAgainThatAcknowledgesOursLeadsToTimeWaitAndIsAcknowledged)
{
    Solo tcp{rfc_profile(), State::closing};
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");  // RFC 9293 appendix A.2
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
}

TEST(ClosingLinux, TheFinAgainThatAcknowledgesOursLeadsToTimeWait)
{
    Solo tcp{linux_profile(), State::closing};
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SILENCE(tcp);
}

class LastAck : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(LastAck);

TEST_P(LastAck, TheAckOfTheFinEndsIt)
{
    Solo tcp{profile(), State::last_ack};
    tcp.gets("<SEQ=302><ACK=102><CTL=ACK>");
    EXPECT_STATE(tcp, closed);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::none);
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.next_deadline(), never) << "no TIME-WAIT on this side";
}

TEST_P(LastAck, TheFinAgainThatAcknowledgesOursEndsIt)
{
    Solo tcp{profile(), State::last_ack};
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, closed);
}

}  // namespace finwait::tcp::test
