// Files from strangers: whatever the bytes, reading ends with a scenario or with one message
// that has a place. FINWAIT_FUZZ_ROUNDS in the environment asks for more than the usual rounds.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/scenario/parse.h"
#include "tests/scenario/sample.h"

namespace finwait::scenario {
namespace {

int rounds()
{
    const char* asked = std::getenv("FINWAIT_FUZZ_ROUNDS");
    return asked == nullptr ? 3000 : std::atoi(asked);
}

/// One change to a text: a byte, a run of bytes taken out, doubled, or moved, or a word that
/// means something in a scenario.
void mutate(std::string& text, Random& random)
{
    static const std::vector<std::string> words = {
        "[",     "]",    "[[",      "\"",          "'",        "\"\"\"", "'''",   "\\",
        "\n",    "\r\n", "=",       ".",           "#",        ",",      "{",     "}",
        "every", "1st",  "accept",  "accept each", " on ",     "999999999999999999999",
        "-1",    "1e9",  "0x7F",    "1979-05-27",  "true",     "\xEF\xBB\xBF",    "\xFF",
        "\\u00e9", "é",  "faults",  "format",      "host",     std::string(1, '\0'),
        "seed = 1\n", "[host.x]\n", "a.b.c.d.e.f.g.h.i=1\n"};
    const std::size_t at = random.below(text.size() + 1);
    const std::size_t length = std::min<std::size_t>(random.below(40), text.size() - at);
    switch (random.below(6)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(random.below(256));
            break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(at, length)); break;
        case 3: text.insert(random.below(text.size() + 1), text.substr(at, length)); break;
        default: text.insert(at, words[random.below(words.size())]);
    }
}

void expect_answer(const std::string& text)
{
    const auto scenario = parse(text, "x");
    if (scenario.ok()) return;
    EXPECT_FALSE(scenario.error().message.empty());
    EXPECT_GE(scenario.error().line, 1) << scenario.error().message;
    EXPECT_GE(scenario.error().column, 1) << scenario.error().message;
    EXPECT_LE(scenario.error().line, 1 + std::count(text.begin(), text.end(), '\n'));
}

TEST(Strangers, AnyBytesGetAnAnswer)
{
    Random random(1);
    for (int round = 0; round < rounds(); ++round) {
        std::string text(sample);
        for (std::uint64_t i = 0; i <= random.below(8); ++i) mutate(text, random);
        expect_answer(text);
    }
}

TEST(Strangers, AFileCutAnywhereGetsAnAnswer)
{
    for (std::size_t i = 0; i < sample.size(); ++i) expect_answer(std::string(sample.substr(0, i)));
}

TEST(Strangers, RandomBytesGetAnAnswer)
{
    Random random(2);
    for (int round = 0; round < rounds() / 3; ++round) {
        std::string text = round % 2 == 0 ? "format = 1\n" : "";
        for (std::uint64_t i = random.below(200); i > 0; --i)
            text += static_cast<char>(random.below(round % 3 == 0 ? 256 : 128));
        expect_answer(text);
    }
}

TEST(Strangers, WhatIsReadCanBeChangedAndChangedBack)
{
    Random random(3);
    const std::string more = "copy FIN from server after 5s";
    for (int round = 0; round < rounds() / 2; ++round) {
        std::string text(sample);
        for (std::uint64_t i = 0; i <= random.below(3); ++i) mutate(text, random);
        const auto before = parse(text, "x");
        if (!before.ok()) continue;
        const auto added = add_fault(text, more);
        if (!added.ok()) continue;  // a host may have lost its name
        const auto after = parse(*added, "x");
        ASSERT_TRUE(after.ok()) << to_string(after.error()) << "\n" << *added;
        ASSERT_EQ(after->faults.size(), before->faults.size() + 1) << *added;
        const auto back = remove_fault(*added, before->faults.size());
        ASSERT_TRUE(back.ok());
        EXPECT_EQ(*back, text);
        for (std::size_t i = 0; i < after->faults.size(); ++i) {
            const auto less = remove_fault(*added, i);
            ASSERT_TRUE(less.ok());
            const auto rest = parse(*less, "x");
            ASSERT_TRUE(rest.ok()) << to_string(rest.error()) << "\n" << *less;
            ASSERT_EQ(rest->faults.size(), before->faults.size()) << *less;
        }
        const auto profile = set_profile(text, "linux");
        ASSERT_TRUE(profile.ok());
        ASSERT_TRUE(parse(*profile, "x").ok()) << *profile;
    }
}

TEST(Strangers, ManyKeysDoNotTakeLong)
{
    std::string text = "format = 1\n";
    for (int i = 0; i < 9000; ++i) text += "a" + std::to_string(i) + ".b = 1\n";
    for (int i = 0; i < 9000; ++i) text += "a" + std::to_string(i) + ".c = 1\n";
    expect_answer(text);
    std::string long_line = "faults = ['lose ";
    while (long_line.size() < 1'000'000) long_line += "a ";
    expect_answer("format = 1\n" + long_line + "']\n[host.client]\n");
}

}  // namespace
}  // namespace finwait::scenario
