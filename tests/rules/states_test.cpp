// Claims about the states' explanations and the table of chapters.
#include "core/rules/states.h"

#include <gtest/gtest.h>

#include <string>

#include "core/rules/chapters.h"
#include "core/tcp/state.h"
#include "tests/rules/korean.h"

namespace finwait::rules {
namespace {

TEST(States, EveryStateIsExplainedInItsOrder)
{
    ASSERT_EQ(states().size(), tcp::state_count);
    for (std::size_t i = 0; i < tcp::state_count; ++i)
        EXPECT_EQ(states()[i].name, tcp::state_names[i]);
}

TEST(States, EveryTextStandsInBothLanguagesAndItsKoreanKeepsToTheGlossary)
{
    for (const StateEntry& each : states())
        for (const Text& text : {each.meaning, each.waits_for, each.timer, each.mistake}) {
            EXPECT_TRUE(text.en.ends_with('.')) << each.name << ": " << text.en;
            EXPECT_TRUE(test::has_hangul(text.ko)) << each.name;
            EXPECT_TRUE(test::all_sentences_end_in(text.ko, "다.")) << text.ko;
            for (const std::string& problem : test::korean_problems(text.ko))
                ADD_FAILURE() << each.name << ": " << text.ko << "\n  " << problem;
        }
}

TEST(States, AreFoundByEverySpellingThatPeopleMeet)
{
    const auto name_of = [](std::string_view spelling) {
        const StateEntry* found = state_entry(spelling);
        return std::string(found != nullptr ? found->name : "nothing");
    };
    EXPECT_EQ(name_of("TIME-WAIT"), "TIME-WAIT");
    EXPECT_EQ(name_of("TIME_WAIT"), "TIME-WAIT");
    EXPECT_EQ(name_of("time-wait"), "TIME-WAIT");
    EXPECT_EQ(name_of("TCP_TIME_WAIT"), "TIME-WAIT");
    EXPECT_EQ(name_of("FIN-WAIT1"), "FIN-WAIT-1");
    EXPECT_EQ(name_of("FIN_WAIT1"), "FIN-WAIT-1");
    EXPECT_EQ(name_of("FIN_WAIT_2"), "FIN-WAIT-2");
    EXPECT_EQ(name_of("SYN-RECV"), "SYN-RECEIVED");
    EXPECT_EQ(name_of("SYN_RECV"), "SYN-RECEIVED");
    EXPECT_EQ(name_of("SYN-RCVD"), "SYN-RECEIVED");
    EXPECT_EQ(name_of("SYN_RECEIVED"), "SYN-RECEIVED");
    EXPECT_EQ(name_of("ESTAB"), "ESTABLISHED");
    EXPECT_EQ(name_of("LISTENING"), "LISTEN");
    EXPECT_EQ(name_of("UNCONN"), "CLOSED");
    EXPECT_EQ(name_of("CLOSE"), "CLOSED");
    EXPECT_EQ(name_of("CLOSE_WAIT"), "CLOSE-WAIT");
    EXPECT_EQ(name_of("LAST_ACK"), "LAST-ACK");
    EXPECT_EQ(name_of("FIN-WAIT"), "nothing");
    EXPECT_EQ(name_of(""), "nothing");
}

TEST(Chapters, AreFourteenInTheOrderOfTheCourse)
{
    EXPECT_EQ(chapters().size(), 14U);
    EXPECT_EQ(chapter_order("opening"), 0U);
    EXPECT_LT(chapter_order("data"), chapter_order("closing"));
    EXPECT_LT(chapter_order("closing"), chapter_order("reset"));
    EXPECT_EQ(chapter_order("myths"), 13U);
    EXPECT_EQ(chapter_order("my-own"), 14U) << "an unknown folder sorts last";
}

TEST(Chapters, ScenariosComeInTeachingOrder)
{
    EXPECT_EQ(scenario_order("opening/three-way-handshake"), 0U);
    EXPECT_LT(scenario_order("four-way"), scenario_order("closing/final-ack-lost"));
    EXPECT_EQ(scenario_order("closing/final-ack-lost"), scenario_order("final-ack-lost"));
    EXPECT_EQ(scenario_order("myths/time-wait-waits-for-no-data"), 79U);
    EXPECT_EQ(scenario_order("my-own"), 80U) << "an unknown one sorts last";
}

TEST(Chapters, HaveATitleInBothLanguages)
{
    for (const Chapter& each : chapters()) {
        EXPECT_FALSE(each.title.en.empty());
        EXPECT_FALSE(each.title.ko.empty());
        EXPECT_TRUE(test::korean_problems(each.title.ko).empty()) << each.title.ko;
        EXPECT_EQ(chapter_title(each.folder).ko, each.title.ko);
    }
    EXPECT_TRUE(chapter_title("my-own").en.empty());
}

}  // namespace
}  // namespace finwait::rules
