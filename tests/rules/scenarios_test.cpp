// Claims about the files under scenarios/: they parse, have their texts in both languages, and
// their Korean keeps to the glossary; and their runs show what they expect.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "core/rules/chapters.h"
#include "core/run/expectations.h"
#include "core/run/run.h"
#include "core/scenario/parse.h"
#include "tests/rules/korean.h"

namespace finwait::test {
namespace {

struct File {
    std::string name;      ///< "closing/final-ack-lost.toml"
    std::string chapter;
    std::string text;
};

const std::vector<File>& files()
{
    static const std::vector<File> all = [] {
        const std::filesystem::path root = std::filesystem::path(FINWAIT_SOURCE_DIR) / "scenarios";
        std::map<std::string, File> sorted;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().extension() != ".toml") continue;
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            const std::string name = entry.path().lexically_relative(root).generic_string();
            sorted[name] = {name, entry.path().parent_path().filename().string(), text.str()};
        }
        std::vector<File> list;
        for (auto& [name, file] : sorted) list.push_back(std::move(file));
        return list;
    }();
    return all;
}

TEST(Scenarios, AllOfTheFirstPartAreThere)
{
    std::set<std::string> names;
    for (const File& file : files()) names.insert(file.name);
    EXPECT_GE(names.size(), 21U);
    EXPECT_TRUE(names.contains("closing/final-ack-lost.toml"));
}

TEST(Scenarios, StandInAFolderThatIsAChapter)
{
    for (const File& file : files())
        EXPECT_LT(rules::chapter_order(file.chapter), rules::chapters().size()) << file.name;
}

TEST(Scenarios, HaveTheirPlaceInTheCourse)
{
    for (const File& file : files()) {
        const std::string name = std::filesystem::path(file.name).replace_extension().string();
        EXPECT_LT(rules::scenario_order(name), rules::scenario_order("unknown")) << file.name;
    }
}

TEST(Scenarios, ParseAndExpectSomething)
{
    for (const File& file : files()) {
        const auto scenario = scenario::parse(file.text, file.name);
        ASSERT_TRUE(scenario.ok()) << to_string(scenario.error());
        EXPECT_FALSE(scenario->expectations.empty()) << file.name;
    }
}

TEST(Scenarios, ShowWhatTheyExpect)
{
    for (const File& file : files()) {
        const auto scenario = scenario::parse(file.text, file.name);
        ASSERT_TRUE(scenario.ok()) << to_string(scenario.error());
        const trace::Trace trace = run::run(*scenario);
        for (const run::Unmet& unmet : run::unmet_expectations(*scenario, trace))
            ADD_FAILURE() << file.name << ":" << unmet.expectation->line << ": " << unmet.message;
        EXPECT_TRUE(trace.ending().unmatched_faults.empty())
            << file.name << ": a fault that never matched";
    }
}

TEST(Scenarios, HaveTitleQuestionAndAnswerInBothLanguages)
{
    for (const File& file : files()) {
        const auto scenario = scenario::parse(file.text, file.name);
        ASSERT_TRUE(scenario.ok()) << to_string(scenario.error());
        for (const auto* text : {&scenario->title, &scenario->question, &scenario->answer}) {
            EXPECT_FALSE(text->en.empty()) << file.name;
            EXPECT_FALSE(has_hangul(text->en)) << file.name << ": " << text->en;
            EXPECT_FALSE(text->ko.empty()) << file.name;
        }
        EXPECT_TRUE(has_hangul(scenario->question.ko)) << file.name;
        EXPECT_TRUE(has_hangul(scenario->answer.ko)) << file.name;
        EXPECT_TRUE(scenario->question.en.ends_with('?')) << file.name;
        EXPECT_TRUE(scenario->question.ko.ends_with("가?")) << file.name;
        EXPECT_TRUE(all_sentences_end_in(scenario->answer.ko, "다.")) << scenario->answer.ko;
    }
}

TEST(Scenarios, KoreanKeepsToTheGlossary)
{
    for (const File& file : files()) {
        const auto scenario = scenario::parse(file.text, file.name);
        ASSERT_TRUE(scenario.ok()) << to_string(scenario.error());
        for (const auto* text : {&scenario->title, &scenario->question, &scenario->answer})
            for (const std::string& problem : korean_problems(text->ko))
                ADD_FAILURE() << file.name << ": " << text->ko << "\n  " << problem;
    }
}

TEST(Scenarios, LinesAreShortEnoughToRead)
{
    for (const File& file : files()) {
        std::istringstream lines(file.text);
        int number = 0;
        for (std::string line; std::getline(lines, line);) {
            ++number;
            // Code points, not bytes: Hangul takes three.
            const auto length = std::count_if(line.begin(), line.end(), [](char c) {
                return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
            });
            EXPECT_LE(length, 110) << file.name << ":" << number;
        }
    }
}

}  // namespace
}  // namespace finwait::test
