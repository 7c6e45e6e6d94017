// Rules that a forged or broken segment fires; two of them no program of system calls brings
// about (pairs_reset.cpp names them). Each with a segment that fires it and one that nearly does.
#include <gtest/gtest.h>

#include "tests/tcp/party.h"

namespace finwait::tcp::test {
namespace {

/// The rule by which the segment was dropped or answered.
Rule rule_of(Solo& tcp, std::string_view text)
{
    const std::size_t sent_before = tcp.all_sent().size();
    const Written segment = written(text);
    Context ctx = tcp.context();
    tcp.endpoint.segment_arrives(ctx, segment.segment, {});
    const Rule verdict = ctx.verdict;
    tcp.take_effects();
    if (tcp.all_sent().size() > sent_before) return tcp.all_sent().back().rule;
    return verdict;
}

TEST(EndpointRules, WrongAckInHandshakeFiresForAnAckOfWhatWasNeverSent)
{
    Solo tcp(rfc_profile(), State::syn_sent);
    EXPECT_EQ(rule_of(tcp, "<SEQ=300><ACK=999><CTL=SYN,ACK>"), Rule::wrong_ack_in_handshake);
    EXPECT_STATE(tcp, syn_sent);
}

TEST(EndpointRules, WrongAckInHandshakeDoesNotFireForTheAckOfOurSyn)
{
    Solo tcp(rfc_profile(), State::syn_sent);
    EXPECT_EQ(rule_of(tcp, "<SEQ=300><ACK=101><CTL=SYN,ACK>"), Rule::syn_ack_accepted);
    EXPECT_STATE(tcp, established);
}

TEST(EndpointRules, AckOfUnsentFiresBeyondWhatWasSent)
{
    Solo tcp(rfc_profile(), State::established);
    EXPECT_EQ(rule_of(tcp, "<SEQ=301><ACK=102><CTL=ACK>"), Rule::ack_of_unsent);
}

TEST(EndpointRules, AckOfUnsentDoesNotFireForTheLastOctetSent)
{
    Solo tcp(rfc_profile(), State::established);
    tcp.sends(1);
    EXPECT_NE(rule_of(tcp, "<SEQ=301><ACK=102><CTL=ACK>"), Rule::ack_of_unsent);
    EXPECT_TRUE(tcp.all_sent().back().rule == Rule::data_sent) << "nothing was answered";
}

TEST(EndpointRules, NoAckFlagFiresForAFinWithoutAck)
{
    Solo tcp(rfc_profile(), State::established);
    EXPECT_EQ(rule_of(tcp, "<SEQ=301><CTL=FIN>"), Rule::no_ack_flag);
    EXPECT_STATE(tcp, established);
}

TEST(EndpointRules, NoAckFlagDoesNotFireForAFinWithAck)
{
    Solo tcp(rfc_profile(), State::established);
    EXPECT_NE(rule_of(tcp, "<SEQ=301><ACK=101><CTL=FIN,ACK>"), Rule::no_ack_flag);
    EXPECT_STATE(tcp, close_wait);
}

}  // namespace
}  // namespace finwait::tcp::test
