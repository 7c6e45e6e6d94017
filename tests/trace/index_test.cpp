// What views ask of a trace: connections, fates, consequences, states, relative numbers.
#include <gtest/gtest.h>

#include "tests/trace/story.h"

namespace finwait::test {
namespace {

using trace::Index;
using trace::Kind;
using trace::Record;

class LostFinalAck : public testing::Test {
protected:
    LostFinalAck() { story_.final_ack_lost(); }

    /// The nth (from 0) sent record of a host.
    const Record& sent(trace::HostId host, int nth) const
    {
        for (const Record& record : story_.trace.records())
            if (record.kind == Kind::sent && record.host == host && nth-- == 0) return record;
        ADD_FAILURE() << "no such segment";
        return story_.trace[0];
    }

    Story story_;
};

TEST_F(LostFinalAck, HasOneConnectionWithBothFirstNumbers)
{
    const Index index(story_.trace);
    ASSERT_EQ(index.connections().size(), 1U);
    const trace::Connection& connection = index.connection(1);
    EXPECT_EQ(connection.opener.host, Story::client);
    EXPECT_EQ(connection.opener.port, 49152);
    EXPECT_EQ(connection.opener.isn.raw(), 5000U);
    EXPECT_EQ(connection.other.port, 80);
    EXPECT_EQ(connection.other.isn.raw(), 9000U);
    EXPECT_EQ(connection.peer(Story::client).port, 80);
}

TEST_F(LostFinalAck, KnowsWhatCameOfEverySegment)
{
    const Index index(story_.trace);
    const Record& final_ack = sent(Story::client, 4);
    EXPECT_NE(index.fate(final_ack.id).lost, trace::no_record);
    EXPECT_EQ(index.fate(final_ack.id).arrived, trace::no_record);
    const Record& syn = sent(Story::client, 0);
    const trace::Fate fate = index.fate(syn.id);
    ASSERT_NE(fate.arrived, trace::no_record);
    EXPECT_EQ(story_.trace[fate.arrived].t, Time{10ms});
    EXPECT_EQ(index.sent_of(story_.trace[fate.arrived]).id, syn.id);
    EXPECT_EQ(index.sent_of(syn).id, syn.id);
}

TEST_F(LostFinalAck, ConsequencesComeInTheOrderOfTheRecords)
{
    const Index index(story_.trace);
    for (const Record& record : story_.trace.records()) {
        trace::RecordId before = 0;
        for (const trace::RecordId id : index.consequences(record.id)) {
            EXPECT_EQ(story_.trace[id].cause, record.id);
            EXPECT_GE(id, before);
            before = id;
        }
    }
    EXPECT_FALSE(index.consequences(sent(Story::client, 0).id).empty());
}

TEST_F(LostFinalAck, StatesOfTheServerBeginWithItsListener)
{
    const Index index(story_.trace);
    std::vector<tcp::State> states;
    const auto spans = index.states(Story::server, 1);
    for (const trace::StateSpan& span : spans) states.push_back(span.state);
    using enum tcp::State;
    EXPECT_EQ(states, (std::vector{listen, syn_received, established, close_wait, last_ack,
                                   closed}));
    for (std::size_t i = 1; i < spans.size(); ++i) EXPECT_EQ(spans[i - 1].to, spans[i].from);
    EXPECT_EQ(spans.back().to, never);
    EXPECT_EQ(index.states(Story::client, 1).front().state, syn_sent);
    EXPECT_TRUE(index.states(Story::client, 7).empty());
}

TEST_F(LostFinalAck, SegmentsAreWrittenWithRelativeNumbersUnlessAsked)
{
    const Index index(story_.trace);
    const Record& fin = sent(Story::client, 3);
    EXPECT_EQ(trace::segment_text(index, fin), "<SEQ=6><ACK=1><CTL=FIN,ACK>");
    EXPECT_EQ(trace::segment_text(index, fin, true), "<SEQ=5006><ACK=9001><CTL=FIN,ACK>");
    const Record& data = sent(Story::client, 2);
    EXPECT_EQ(trace::segment_text(index, data), "<SEQ=1><ACK=1><DATA=5><CTL=PSH,ACK>");
    EXPECT_EQ(trace::short_label(data), "data 5 B");
    EXPECT_EQ(trace::short_label(fin), "FIN,ACK");
    EXPECT_EQ(index.relative_ack(sent(Story::client, 0)), std::nullopt);
}

TEST(Index, TheResetOfAClosedPortHasNoFirstNumber)
{
    Story story;
    const auto syn = story.sent(0ms, Story::client, SYN, 0, 0);
    story.arrived(10ms, syn);
    Record reset = story.record(10ms, Story::server, Kind::sent, Rule::no_listener);
    reset.segment.flags = tcp::RST | tcp::ACK;
    reset.segment.ack = tcp::Seq{5001};
    story.put(reset);
    const Index index(story.trace);
    const Record& sent = story.trace[reset.id];
    EXPECT_EQ(index.relative_seq(sent), std::nullopt);
    EXPECT_EQ(index.relative_ack(sent), 1);
    EXPECT_EQ(trace::segment_text(index, sent), "<SEQ=0><ACK=1><CTL=RST,ACK>");
}

TEST(Index, AnEmptyTraceHasNothing)
{
    const trace::Trace empty;
    const Index index(empty);
    EXPECT_TRUE(index.connections().empty());
    EXPECT_TRUE(index.states(0, 1).empty());
}

}  // namespace
}  // namespace finwait::test
