// The table of LISTEN (RFC 9293 section 3.10.7.2), a row a test. With sockets the listener stays
// and a child takes the SYN; the endpoint is the child, waiting.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

class Listen : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Listen);

TEST_P(Listen, ActiveOpenTurnsAPassiveOneActive)
{
    Solo tcp{profile(), State::listen};
    tcp.connects();
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SENT(tcp, "<SEQ=100><CTL=SYN>");
}

TEST(ListenRfc, SendTurnsAPassiveOpenActive)
{
    Solo tcp{rfc_profile(), State::listen};
    EXPECT_EQ(tcp.sends(5), 5U);
    EXPECT_STATE(tcp, syn_sent);
    EXPECT_SENT(tcp, "<SEQ=100><CTL=SYN>");
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>\n<SEQ=101><ACK=301><DATA=5><CTL=ACK>");
}

TEST_P(Listen, CloseDeletesIt)
{
    Solo tcp{profile(), State::listen};
    tcp.closes();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Listen, AbortDeletesIt)
{
    Solo tcp{profile(), State::listen};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(Listen, AResetIsIgnored)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><CTL=RST>");
    EXPECT_STATE(tcp, listen);
    EXPECT_SILENCE(tcp);
}

TEST_P(Listen, AnyAckGetsAReset)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><ACK=101><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
    EXPECT_STATE(tcp, listen);
}

TEST_P(Listen, ASynAckGetsAReset)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><ACK=101><CTL=SYN,ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><CTL=RST>");
    EXPECT_STATE(tcp, listen);
}

TEST_P(Listen, ASynIsAnsweredWithSynAck)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><CTL=SYN>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=100><ACK=301><CTL=SYN,ACK>");
}

TEST_P(Listen, OctetsOnTheSynArriveInTheEnd)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><DATA=5><CTL=SYN>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=100><ACK=301><CTL=SYN,ACK>");
    EXPECT_EQ(tcp.endpoint.readable(), 0U) << "not before ESTABLISHED";
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");  // again, for only the SYN was acknowledged
    EXPECT_STATE(tcp, established);
    EXPECT_EQ(tcp.reads(), 5U);
}

TEST_P(Listen, AFinWithoutAckIsDropped)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><CTL=FIN>");
    EXPECT_STATE(tcp, listen);
    EXPECT_SILENCE(tcp);
}

TEST_P(Listen, OctetsWithoutAckAreDropped)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><DATA=5><CTL=PSH>");
    EXPECT_STATE(tcp, listen);
    EXPECT_SILENCE(tcp);
}

TEST(ListenLinux, ASynWithFinIsDropped)
{
    Solo tcp{linux_profile(), State::listen};
    tcp.gets("<SEQ=300><CTL=SYN,FIN>");
    EXPECT_STATE(tcp, listen);
    EXPECT_SILENCE(tcp);
}

TEST(ListenRfc, ASynWithFinIsASynFirst)
{
    Solo tcp{rfc_profile(), State::listen};
    tcp.gets("<SEQ=300><CTL=SYN,FIN>");
    EXPECT_STATE(tcp, syn_received);
    EXPECT_SENT(tcp, "<SEQ=100><ACK=301><CTL=SYN,ACK>");
}

TEST_P(Listen, TheNextSynAfterAResetStartsAfresh)
{
    Solo tcp{profile(), State::listen};
    tcp.gets("<SEQ=300><CTL=SYN>");
    tcp.waits(seconds{8});  // 0, 1, 3 and 7 s
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_STATE(tcp, listen);
    EXPECT_EQ(tcp.next_deadline(), never);

    const Time again = tcp.now();
    tcp.gets("<SEQ=9000><CTL=SYN>");
    tcp.waits(seconds{8});
    EXPECT_EQ(tcp.times_sent(SYN, again),
              (std::vector<Duration>{seconds{0}, seconds{1}, seconds{3}, seconds{7}}));
    tcp.gets("<SEQ=9001><ACK=101><CTL=ACK>");
    EXPECT_STATE(tcp, established);
}

}  // namespace finwait::tcp::test
