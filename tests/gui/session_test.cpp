// The model behind the window, without the window.
#include <QSignalSpy>
#include <gtest/gtest.h>

#include "app/gui/library.h"
#include "app/gui/session.h"

namespace finwait::gui {

namespace {

const std::string file = FINWAIT_SOURCE_DIR "/scenarios/closing/final-ack-lost.toml";

class SessionTest : public testing::Test {
protected:
    SessionTest() { EXPECT_FALSE(session.open(*read_file(file), file)); }

    trace::RecordId first_segment() const
    {
        for (const trace::Record& record : session.trace().records())
            if (record.kind == trace::Kind::sent) return record.id;
        return trace::no_record;
    }

    Session session;
};

}  // namespace

TEST_F(SessionTest, StepsThroughEveryMomentOnceInBothDirections)
{
    std::size_t steps = 0;
    while (session.now() < session.end() && steps < 1000) {
        session.step_forward();
        ++steps;
    }
    EXPECT_EQ(session.moments_passed(), session.moments());
    for (std::size_t back = 0; back < steps; ++back) session.step_back();
    EXPECT_EQ(session.now(), Time{0});
}

TEST_F(SessionTest, TheSelectionFollowsTheMomentUntilAPersonPoints)
{
    session.to_end();
    const trace::RecordId newest = session.selected();
    EXPECT_NE(newest, first_segment());
    session.select(first_segment());
    EXPECT_EQ(session.selected(), first_segment());
    session.step_back();
    EXPECT_NE(session.selected(), first_segment()) << "a step lets it follow again";
}

TEST_F(SessionTest, ALostOrArrivedRecordSelectsItsSegment)
{
    for (const trace::Record& record : session.trace().records()) {
        if (record.kind != trace::Kind::arrived) continue;
        session.select(record.id);
        EXPECT_EQ(session.selected(), record.about);
        return;
    }
    FAIL() << "nothing arrived";
}

TEST_F(SessionTest, LosingASegmentAddsOneSentenceAndKeepsTheRest)
{
    const std::string before = session.text();
    QSignalSpy changes(&session, &Session::run_changed);
    ASSERT_FALSE(session.lose(first_segment()));
    EXPECT_EQ(changes.size(), 1);
    EXPECT_EQ(session.scenario().faults.size(), 2U);
    EXPECT_NE(session.index().fate(first_segment()).lost, trace::no_record);
    EXPECT_EQ(session.selected(), first_segment());
    EXPECT_TRUE(session.is_changed());
    session.undo();
    EXPECT_EQ(session.text(), before);
    EXPECT_FALSE(session.can_undo());
}

TEST_F(SessionTest, KnowsWhichFaultLostASegment)
{
    EXPECT_FALSE(session.fault_of(first_segment()));
    ASSERT_FALSE(session.lose(first_segment()));
    EXPECT_EQ(session.fault_of(first_segment()), 1U);
}

TEST_F(SessionTest, EverySegmentOfTheRunCanBeLostAndTakenBack)
{
    const std::string before = session.text();
    std::vector<trace::RecordId> sent;
    for (const trace::Record& record : session.trace().records())
        if (record.kind == trace::Kind::sent &&
            session.index().fate(record.id).lost == trace::no_record)
            sent.push_back(record.id);
    for (const trace::RecordId id : sent) {
        ASSERT_FALSE(session.lose(id));
        EXPECT_NE(session.index().fate(id).lost, trace::no_record) << "record " << id;
        const auto fault = session.fault_of(id);
        ASSERT_TRUE(fault);
        ASSERT_FALSE(session.take_back(*fault));
        EXPECT_EQ(session.scenario().faults.size(), 1U);
    }
    EXPECT_TRUE(session.can_undo());
    while (session.can_undo()) session.undo();
    EXPECT_EQ(session.text(), before);
}

TEST_F(SessionTest, AWrongTextChangesNothing)
{
    const std::string before = session.text();
    const auto error = session.open("format = 1\nnonsense = 3\n", "wrong.toml");
    ASSERT_TRUE(error);
    EXPECT_EQ(error->line, 2);
    EXPECT_EQ(session.text(), before);
}

TEST(LibraryTest, KnowsChaptersInTheOrderOfTheCourse)
{
    const Library library(FINWAIT_SOURCE_DIR "/scenarios");
    ASSERT_FALSE(library.entries().empty());
    EXPECT_EQ(library.entries().front().chapter, "opening");
    ASSERT_NE(library.find("final-ack-lost"), nullptr);
    EXPECT_EQ(library.find("closing/final-ack-lost"), library.find("final-ack-lost"));
    EXPECT_EQ(library.find("final-ack-lost")->title.ko, "마지막 ACK 손실");
    EXPECT_EQ(library.find("no-such"), nullptr);
    EXPECT_EQ(library.first()->name, "final-ack-lost");
}

}  // namespace finwait::gui
