// The table of TIME-WAIT (RFC 9293 section 3.10.7.4, RFC 1337, Linux's small record), a row a
// test, and the small record itself.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

class TimeWaitState : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(TimeWaitState);

TEST_P(TimeWaitState, SendTakesNothing)
{
    Solo tcp{profile(), State::time_wait};
    EXPECT_EQ(tcp.sends(5), 0U);
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SILENCE(tcp);
}

TEST_P(TimeWaitState, CloseChangesNothing)
{
    Solo tcp{profile(), State::time_wait};
    tcp.closes();
    tcp.releases();
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.next_deadline(), profile().time_wait);
}

TEST_P(TimeWaitState, AbortEndsItInSilence)
{
    Solo tcp{profile(), State::time_wait};
    tcp.aborts();
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(TimeWaitState, EndsAfterTwoMsl)
{
    Solo tcp{profile(), State::time_wait};
    EXPECT_EQ(tcp.waits_until_closed(), profile().time_wait);
    EXPECT_TRUE(tcp.moved(State::time_wait, Event::two_msl_timeout, State::closed));
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.endpoint.failure(), Failure::none);
}

TEST_P(TimeWaitState, TheFinAgainIsAcknowledgedAndStartsTheTimeAgain)
{
    Solo tcp{profile(), State::time_wait};
    tcp.waits(seconds{30});
    tcp.gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
    EXPECT_EQ(tcp.waits_until_closed(), seconds{30} + profile().time_wait);
}

TEST_P(TimeWaitState, OldOctetsAreAcknowledged)
{
    Solo tcp{profile(), State::time_wait};
    tcp.gets("<SEQ=290><ACK=102><DATA=11><CTL=ACK>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
}

TEST(TimeWaitLinux, ABareAckInOrderStartsTheTimeAgainInSilence)
{
    Solo tcp{linux_profile(), State::time_wait};
    tcp.waits(seconds{30});
    tcp.gets("<SEQ=302><ACK=102><CTL=ACK>");
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.waits_until_closed(), seconds{90});
}

TEST(TimeWaitLinux, NewOctetsAreAcknowledgedAndStartTheTimeAgain)
{
    Solo tcp{linux_profile(), State::time_wait};
    tcp.waits(seconds{30});
    tcp.gets("<SEQ=302><ACK=102><DATA=5><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
    EXPECT_EQ(tcp.waits_until_closed(), seconds{90});
}

TEST_P(TimeWaitState, AnExactResetAssassinatesIt)
{
    Solo tcp{profile(), State::time_wait};
    tcp.gets("<SEQ=302><CTL=RST>");
    EXPECT_STATE(tcp, closed);
    EXPECT_SILENCE(tcp);
}

TEST_P(TimeWaitState, AResetIsIgnoredUnderRfc1337)
{
    Profile protecting = profile();
    protecting.rfc1337 = true;
    Solo tcp{protecting, State::time_wait};
    tcp.waits(seconds{30});
    tcp.gets("<SEQ=302><CTL=RST>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SILENCE(tcp);
    EXPECT_EQ(tcp.waits_until_closed(), protecting.time_wait) << "the time does not start again";
}

TEST(TimeWaitLinux, AResetWithAnyOtherNumberIsIgnored)
{
    Solo tcp{linux_profile(), State::time_wait};
    tcp.gets("<SEQ=301><CTL=RST>");
    tcp.gets("<SEQ=307><CTL=RST>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SILENCE(tcp);
}

TEST(TimeWaitRfc, AResetInTheWindowThatIsNotExactIsChallenged)
{
    Solo tcp{rfc_profile(), State::time_wait};
    tcp.gets("<SEQ=307><CTL=RST>");  // RFC 5961 section 3.2
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_SILENCE(tcp);
}

TEST_P(TimeWaitState, ANewSynBeyondTheOldNumbersIsForTheListener)
{
    Solo tcp{profile(), State::time_wait};
    tcp.gets("<SEQ=1000><CTL=SYN>");
    EXPECT_STATE(tcp, closed);
    EXPECT_TRUE(tcp.moved(State::time_wait, Event::rcv_syn, State::closed));
    EXPECT_SILENCE(tcp);
}

TEST_P(TimeWaitState, AnOldSynIsAcknowledgedAndTheTimeGoesOn)
{
    Solo tcp{profile(), State::time_wait};
    tcp.waits(seconds{30});
    tcp.gets("<SEQ=250><CTL=SYN>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SENT(tcp, "<SEQ=102><ACK=302><CTL=ACK>");
    EXPECT_EQ(tcp.next_deadline(), profile().time_wait);
}

TEST_P(TimeWaitState, TheAnswerToAnOldSynMakesThePeerResetIt)
{
    // V16: the peer in SYN-SENT answers our ACK with a RST of our number, and may try again.
    Solo tcp{profile(), State::time_wait};
    tcp.gets("<SEQ=250><CTL=SYN>");
    const Segment ack = tcp.all_sent().back().segment;
    Solo peer{profile()};
    peer.connects_with(250);
    peer.gets(ack, {});
    ASSERT_EQ(peer.all_sent().size(), 2U) << peer.stage.history();
    EXPECT_STATE(peer, syn_sent);
    tcp.gets(peer.all_sent().back().segment, {});
    EXPECT_STATE(tcp, closed);
    peer.waits(seconds{1});
    EXPECT_EQ(peer.all_sent().back().segment.flags, SYN);
}

TEST_P(TimeWaitState, ASegmentWithoutAckIsDropped)
{
    Solo tcp{profile(), State::time_wait};
    tcp.gets("<SEQ=302><DATA=5><CTL=PSH>");
    EXPECT_STATE(tcp, time_wait);
    EXPECT_SILENCE(tcp);
}

TEST_P(TimeWaitState, TheSmallRecordHoldsWhatTheAnswersNeed)
{
    Solo tcp{profile(), State::time_wait};
    const TimeWait record = tcp.endpoint.shrink();
    EXPECT_EQ(record.snd_nxt, Seq{102});
    EXPECT_EQ(record.rcv_nxt, Seq{302});
    EXPECT_EQ(record.until, profile().time_wait);
    EXPECT_LE(sizeof record, 24U);
}

TEST_P(TimeWaitState, TheSmallRecordAnswersAsTheEndpointDoes)
{
    for (const char* text :
         {"<SEQ=301><ACK=102><CTL=FIN,ACK>", "<SEQ=302><ACK=102><CTL=ACK>", "<SEQ=302><CTL=RST>",
          "<SEQ=303><CTL=RST>", "<SEQ=301><CTL=RST>", "<SEQ=250><CTL=SYN>", "<SEQ=1000><CTL=SYN>",
          "<SEQ=302><ACK=102><DATA=5><CTL=ACK>", "<SEQ=302><DATA=5><CTL=PSH>",
          "<SEQ=302><ACK=102><CTL=SYN,ACK>"}) {
        Solo tcp{profile(), State::time_wait};
        tcp.waits(seconds{1});
        const TimeWaitAnswer answer =
            arrives_in_time_wait(tcp.endpoint.shrink(), tcp.profile, written(text).segment);
        tcp.gets(text);
        EXPECT_EQ(answer.gone, tcp.state() == State::closed) << text;
        EXPECT_TRUE(tcp.sent(answer.ack ? "<SEQ=102><ACK=302><CTL=ACK>" : "")) << text;
        if (answer.gone) continue;
        const Time end = profile().time_wait + (answer.restart ? seconds{1} : seconds{0});
        EXPECT_EQ(tcp.next_deadline(), end) << text;
    }
}

}  // namespace finwait::tcp::test
