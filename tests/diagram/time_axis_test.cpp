// The folded time axis, and times as people read them.
#include <gtest/gtest.h>

#include "core/diagram/layout.h"
#include "tests/diagram/random_story.h"
#include "tests/trace/story.h"

namespace finwait::test {
namespace {

using diagram::TimeAxis;
using trace::Kind;

TEST(TimeText, IsShortAndUsesTheUnitsOfTheGlossary)
{
    const auto en = [](Time t) { return diagram::time_text(t, Lang::en); };
    const auto ko = [](Time t) { return diagram::time_text(t, Lang::ko); };
    EXPECT_EQ(en(0ms), "0 ms");
    EXPECT_EQ(en(231ms), "231 ms");
    EXPECT_EQ(en(20500us), "20.5 ms");
    EXPECT_EQ(en(40us), "40 µs");
    EXPECT_EQ(en(12ns), "12 ns");
    EXPECT_EQ(en(1s), "1 s");
    EXPECT_EQ(en(1020ms), "1.020 s");
    EXPECT_EQ(en(60400ms), "60.4 s");
    EXPECT_EQ(en(60544ms), "60.544 s");
    EXPECT_EQ(en(120s), "120 s");
    EXPECT_EQ(en(15min), "15 min");
    EXPECT_EQ(en(2h), "2 h");
    EXPECT_EQ(ko(231ms), "231 ms");
    EXPECT_EQ(ko(60400ms), "60.4초");
    EXPECT_EQ(ko(15min), "15분");
    EXPECT_EQ(ko(2h), "2시간");
}

TEST(TimeAxis, FortyMillisecondsAndAMinuteFitOneScreen)
{
    Story story;
    story.final_ack_lost();
    const trace::Index index(story.trace);
    EXPECT_LT(TimeAxis(index, 1).height(), 800);
}

TEST(TimeAxis, FoldsIdleTimeWhateverTheZoom)
{
    Story story;
    story.final_ack_lost();
    const trace::Index index(story.trace);
    for (const double zoom : {0.5, 1.0, 3.0}) {
        const TimeAxis axis(index, zoom);
        ASSERT_EQ(axis.folds().size(), 3U);
        EXPECT_EQ(axis.folds().back().from, Time{814ms});
        EXPECT_EQ(axis.folds().back().to, Time{60804ms});
        for (const auto& fold : axis.folds()) {
            EXPECT_GE(fold.y, axis.y(fold.from));
            EXPECT_LE(fold.y + fold.height, axis.y(fold.to));
        }
    }
}

TEST(TimeAxis, AZoomMultipliesWhatIsNotFolded)
{
    Story story;
    story.opens();
    const trace::Index index(story.trace);
    const TimeAxis one(index, 1), three(index, 3);
    EXPECT_NEAR(three.y(40ms), 3 * one.y(40ms), 1);
}

TEST(TimeAxis, RunsForwardAndBack)
{
    Story story;
    story.final_ack_lost();
    const trace::Index index(story.trace);
    const TimeAxis axis(index, 1);
    double above = -1;
    for (Time t{0}; t <= 60804ms; t += 1ms) {
        const double y = axis.y(t);
        EXPECT_GE(y, above) << t.count();
        above = y;
        const Time back = axis.time_at(y);
        EXPECT_NEAR(static_cast<double>(back.count()), static_cast<double>(t.count()), 1e4);
    }
}

/// What one host sends, hears and becomes must not lie on top of each other.
void expect_room(const trace::Trace& trace, const TimeAxis& axis, double step)
{
    for (const Kind kind : {Kind::sent, Kind::arrived, Kind::state}) {
        std::map<trace::HostId, double> last;
        for (const trace::Record& record : trace.records()) {
            if (record.kind != kind) continue;
            if (kind == Kind::state && record.state.listener != 0) continue;
            const double y = axis.y_of(record.id);
            if (const auto found = last.find(record.host); found != last.end()) {
                EXPECT_GE(y, found->second + step - 0.01) << record.id;
            }
            last[record.host] = y;
        }
    }
}

TEST(TimeAxis, WhatHappensAtOneMomentStandsBelowEachOther)
{
    Story story;
    story.final_ack_lost();
    const trace::Index index(story.trace);
    expect_room(story.trace, TimeAxis(index, 1), 21);
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const trace::Trace random = random_story(seed);
        const trace::Index random_index(random);
        expect_room(random, TimeAxis(random_index, 1), 21);
        expect_room(random, TimeAxis(random_index, 1, false), 21);
    }
}

TEST(TimeAxis, ASegmentNeverArrivesAboveWhereItLeft)
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        const trace::Trace trace = random_story(seed);
        const trace::Index index(trace);
        const TimeAxis axis(index, 1);
        for (const trace::Record& record : trace.records()) {
            if (record.kind != Kind::arrived) continue;
            EXPECT_GE(axis.y_of(record.id), axis.y_of(record.about));
        }
    }
}

TEST(TimeAxis, AStateThatBeginsWithAFinStandsAtTheFin)
{
    Story story;
    const auto data = story.sent(20ms, Story::client, ACK, 1, 1, 5);
    story.state(20ms, Story::client, tcp::State::established);
    trace::Record state = story.record(20ms, Story::client, Kind::state, Rule::close_sends_fin);
    state.state.event = tcp::Event::close_call;
    state.state.from = tcp::State::established;
    state.state.to = tcp::State::fin_wait_1;
    story.put(state);
    const auto more = story.sent(20ms, Story::client, ACK, 6, 1, 5);
    const auto fin = story.sent(20ms, Story::client, FIN | ACK, 11, 1);
    const trace::Index index(story.trace);
    const TimeAxis axis(index, 1);
    EXPECT_LT(axis.y_of(data), axis.y_of(more));
    EXPECT_LT(axis.y_of(more), axis.y_of(fin));
    EXPECT_DOUBLE_EQ(axis.y_of(state.id), axis.y_of(fin));
}

TEST(TimeAxis, ALinkWithoutDelayHasLevelArrows)
{
    Story story;
    const auto syn = story.sent(0ms, Story::client, SYN, 0, 0);
    story.arrived(0ms, syn);
    const auto both = story.sent(0ms, Story::server, SYN | ACK, 0, 1);
    const auto heard = story.arrived(0ms, both);
    const trace::Index index(story.trace);
    const TimeAxis axis(index, 1);
    EXPECT_DOUBLE_EQ(axis.y_of(syn), axis.y_of(both));
    EXPECT_DOUBLE_EQ(axis.y_of(heard), axis.y_of(both));
    EXPECT_GT(diagram::layout(index, axis, {}).items.size(), 2U);
}

TEST(TimeAxis, AnEmptyRunHasAnAxisToo)
{
    const trace::Trace empty;
    const trace::Index index(empty);
    const TimeAxis axis(index, 1);
    EXPECT_GT(axis.height(), 0);
    EXPECT_EQ(axis.time_at(0), Time{0});
    EXPECT_GE(axis.y(5s), 0);
    EXPECT_TRUE(diagram::layout(index, axis, {}).width > 0);
    EXPECT_TRUE(diagram::figure(index, {}).width > 0);
}

}  // namespace
}  // namespace finwait::test
