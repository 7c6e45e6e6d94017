// Playing: how far a stretch of real time moves the moment.
#include <gtest/gtest.h>

#include "app/gui/library.h"
#include "app/gui/player.h"
#include "app/gui/session.h"

namespace finwait::gui {

namespace {

class PlayerTest : public testing::Test {
protected:
    PlayerTest()
    {
        const std::string file = FINWAIT_SOURCE_DIR "/scenarios/opening/three-way-handshake.toml";
        EXPECT_FALSE(session.open(*read_file(file), file));
    }
    Session session;
    Player player{session};
};

}  // namespace

TEST_F(PlayerTest, AtATenthOfTheSpeedTenMillisecondsTakeATenthOfASecond)
{
    player.set_speed(0.1);
    player.advance(milliseconds{100});
    EXPECT_LT(std::chrono::abs(session.now() - milliseconds{10}), microseconds{1});
}

TEST_F(PlayerTest, AtAnEvenPaceEveryMomentTakesTheSame)
{
    player.set_speed(0);
    std::size_t passed = session.moments_passed();
    while (session.now() < session.end()) {
        player.advance(milliseconds{900});
        EXPECT_LE(session.moments_passed(), passed + 1);
        passed = session.moments_passed();
    }
    EXPECT_EQ(passed, session.moments());
}

TEST_F(PlayerTest, AnIdleMinuteDoesNotTakeAMinute)
{
    player.set_speed(0.01);
    for (int i = 0; i < 100 && session.now() < session.end(); ++i) player.advance(seconds{2});
    EXPECT_EQ(session.now(), session.end());
}

TEST_F(PlayerTest, PlayingAtTheEndBeginsAgain)
{
    session.to_end();
    player.play();
    EXPECT_EQ(session.now(), Time{0});
    EXPECT_TRUE(player.is_playing());
    player.pause();
}

}  // namespace finwait::gui
