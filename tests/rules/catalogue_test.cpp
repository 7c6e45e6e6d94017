// Claims about the catalogue: every rule has its entry, in both languages, with a source.
#include "core/rules/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "tests/rules/korean.h"

namespace finwait::rules {
namespace {

std::vector<const Entry*> all_entries()
{
    std::vector<const Entry*> entries;
    for (std::uint16_t id = 0; id < rule_count; ++id) entries.push_back(&entry(Rule{id}));
    return entries;
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines) text += "\n  " + line;
    return text;
}

bool kebab(std::string_view name)
{
    return !name.empty() && name.front() != '-' && name.back() != '-' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

TEST(Catalogue, EveryRuleHasItsOwnEntry)
{
    for (std::uint16_t id = 0; id < rule_count; ++id) EXPECT_EQ(entry(Rule{id}).id, Rule{id});
}

TEST(Catalogue, NamesAreUniqueKebabCase)
{
    std::set<std::string_view> names;
    for (const Entry* each : all_entries()) {
        EXPECT_TRUE(kebab(each->name)) << each->name;
        EXPECT_TRUE(names.insert(each->name).second) << each->name << " stands twice";
    }
}

TEST(Catalogue, FindGivesTheRuleOfEachNameAndNothingElse)
{
    for (const Entry* each : all_entries()) EXPECT_EQ(find(each->name), each->id) << each->name;
    EXPECT_EQ(find("fin-acknowledged"), Rule::fin_acknowledged);
    EXPECT_EQ(find("fin_acknowledged"), std::nullopt);
    EXPECT_EQ(find(""), std::nullopt);
}

TEST(Catalogue, EveryTextStandsInBothLanguages)
{
    for (const Entry* each : all_entries())
        for (const Text& text : {each->title, each->condition, each->sentence}) {
            EXPECT_FALSE(text.en.empty()) << each->name;
            EXPECT_FALSE(test::has_hangul(text.en)) << each->name << ": " << text.en;
            EXPECT_TRUE(test::has_hangul(text.ko)) << each->name << ": " << text.ko;
        }
}

TEST(Catalogue, TitlesAreShortPhrasesAndTheRestAreSentences)
{
    for (const Entry* each : all_entries()) {
        EXPECT_LE(each->title.en.size(), 34U) << each->name;
        EXPECT_FALSE(each->title.en.ends_with('.')) << each->name;
        EXPECT_FALSE(each->title.ko.ends_with("다")) << each->name;
        EXPECT_TRUE(each->condition.en.ends_with('.')) << each->name;
        EXPECT_TRUE(each->sentence.en.ends_with('.')) << each->name;
        EXPECT_TRUE(test::all_sentences_end_in(each->condition.ko, "다.")) << each->condition.ko;
        EXPECT_TRUE(test::all_sentences_end_in(each->sentence.ko, "다.")) << each->sentence.ko;
    }
}

TEST(Catalogue, KoreanKeepsToTheGlossary)
{
    for (const Entry* each : all_entries())
        for (const Text& text : {each->title, each->condition, each->sentence}) {
            const auto problems = test::korean_problems(text.ko);
            EXPECT_TRUE(problems.empty()) << each->name << ": " << text.ko << joined(problems);
        }
}

TEST(KoreanCheck, FindsWrongParticlesWordsAndUnits)
{
    using test::korean_problems;
    EXPECT_TRUE(korean_problems("서버가 FIN을 보내고 RST를 받아 TIME-WAIT로 간다.").empty());
    EXPECT_TRUE(korean_problems("FIN-WAIT-1에서 FIN-WAIT-2로, 2MSL로, 101로 간다.").empty());
    EXPECT_EQ(korean_problems("FIN를 보낸다.").size(), 1U);
    EXPECT_EQ(korean_problems("TIME-WAIT은 오류가 아니다.").size(), 1U);
    EXPECT_EQ(korean_problems("2MSL으로 정한다.").size(), 1U);
    EXPECT_EQ(korean_problems("XYZ를 보낸다.").size(), 1U) << "a word without a reading";
    EXPECT_EQ(korean_problems("패킷이 유실된다.").size(), 1U);
    EXPECT_EQ(korean_problems("60 초, 200ms 뒤다.").size(), 2U);
    EXPECT_TRUE(test::all_sentences_end_in("간다(또는 온다). RFC 9293 3.5절이다.", "다."));
    EXPECT_FALSE(test::all_sentences_end_in("간다. 갑니까.", "다."));
}

TEST(Catalogue, EverySourceNamesASection)
{
    for (const Entry* each : all_entries()) {
        EXPECT_NE(each->source.find("section"), std::string_view::npos) << each->name;
        EXPECT_FALSE(each->source.ends_with('.')) << each->name;
    }
}

}  // namespace
}  // namespace finwait::rules
