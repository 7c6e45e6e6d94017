// Sentences taken apart, durations, and nearest spellings.
#include "core/base/words.h"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "core/base/duration.h"
#include "core/base/spelling.h"

namespace finwait {
namespace {

using namespace std::string_view_literals;

TEST(Words, HaveKindsAndColumns)
{
    Words words("send 'é\\n' , x:80");
    EXPECT_EQ(words.peek().column, 1);
    EXPECT_EQ(words.peek(1).kind, Word::Kind::text);
    EXPECT_EQ(words.peek(1).octets, "é\n");
    EXPECT_EQ(words.peek(1).column, 6);
    EXPECT_EQ(words.peek(2).kind, Word::Kind::comma);
    EXPECT_EQ(words.peek(2).column, 12);
    EXPECT_EQ(words.peek(3).written, "x");
    EXPECT_EQ(words.peek(4).kind, Word::Kind::colon);
    EXPECT_EQ(words.peek(6).kind, Word::Kind::end);
    EXPECT_EQ(words.peek(60).kind, Word::Kind::end);
}

TEST(Words, TheFirstErrorStays)
{
    Words words("a b");
    EXPECT_FALSE(words.require("x"));
    EXPECT_FALSE(words.take_if("a"));
    EXPECT_FALSE(words.finish());
    EXPECT_EQ(words.error().message, "found 'a', expected 'x'");
    EXPECT_EQ(words.error().column, 1);
}

TEST(Words, SizesHaveUnits)
{
    std::uint64_t octets = 0;
    EXPECT_TRUE(Words("5 B").size("a size", 1, 100, octets));
    EXPECT_EQ(octets, 5U);
    EXPECT_TRUE(Words("2KB").size("a size", 1, 10'000, octets));
    EXPECT_EQ(octets, 2000U);
    EXPECT_FALSE(Words("18446744073709551615 MB").size("a size", 1, 10'000, octets));
    EXPECT_FALSE(Words("5 GB").size("a size", 1, 10'000, octets));
}

TEST(Duration, IsExact)
{
    EXPECT_EQ(parse_duration("10ms"), milliseconds{10});
    EXPECT_EQ(parse_duration("1.5s"), milliseconds{1500});
    EXPECT_EQ(parse_duration("0.1s"), milliseconds{100});
    EXPECT_EQ(parse_duration("200us"), microseconds{200});
    EXPECT_EQ(parse_duration("2m"), minutes{2});
    EXPECT_EQ(parse_duration("1.5h"), minutes{90});
    EXPECT_EQ(parse_duration("5 ns"), nanoseconds{5});
    EXPECT_EQ(parse_duration("1.000000001s"), nanoseconds{1'000'000'001});
    EXPECT_EQ(parse_duration("1.500000000000s"), milliseconds{1500});
    EXPECT_EQ(parse_duration("8760h"), hours{8760});
}

TEST(Duration, OrNothing)
{
    for (const std::string_view text :
         {"", "5", "s", "5 sec", "-5s", "+5s", "5S", "1e3s", ".5s", "5.s", "0.5ns", "8761h",
          "0.0000000001s", "99999999999999999999999s", "1.5.5s", "5s ", " 5s"})
        EXPECT_FALSE(parse_duration(text).has_value()) << text;
}

TEST(Duration, TextIsReadBack)
{
    EXPECT_EQ(duration_text(milliseconds{1500}), "1.5s");
    EXPECT_EQ(duration_text(milliseconds{200}), "200ms");
    EXPECT_EQ(duration_text(microseconds{1250}), "1.25ms");
    EXPECT_EQ(duration_text(nanoseconds{7}), "7ns");
    EXPECT_EQ(duration_text(minutes{1}), "60s");
    EXPECT_EQ(duration_text(Duration{0}), "0s");
    for (std::int64_t ns = 1; ns < 8'000'000'000'000'000; ns = ns * 7 + 3)
        EXPECT_EQ(parse_duration(duration_text(nanoseconds{ns})), nanoseconds{ns});
}

TEST(Spelling, TheNearestWord)
{
    constexpr std::array words = {"FIN"sv, "SYN"sv, "retransmission"sv, "server"sv, "client"sv};
    EXPECT_EQ(nearest("fin", words), "FIN");
    EXPECT_EQ(nearest("FNI", words), "FIN");
    EXPECT_EQ(nearest("sever", words), "server");
    EXPECT_EQ(nearest("retransmision", words), "retransmission");
    EXPECT_EQ(nearest("clinet", words), "client");
    EXPECT_EQ(nearest("x", words), "");
    EXPECT_EQ(nearest("", words), "");
    EXPECT_EQ(nearest("proxy", words), "");
    EXPECT_EQ(nearest(std::string(1000, 'x'), words), "");
    EXPECT_EQ(did_you_mean("fin", words), "; did you mean 'FIN'?");
    EXPECT_EQ(did_you_mean("FIN", words), "");
}

TEST(Spelling, QuotedIsShortAndPrintable)
{
    EXPECT_EQ(in_quotes("a\nb\x7F"), "'a?b?'");
    EXPECT_EQ(in_quotes(std::string(100, 'x')), "'" + std::string(60, 'x') + "…'");
    EXPECT_EQ(in_quotes(std::string(59, 'x') + "é"), "'" + std::string(59, 'x') + "…'");
    EXPECT_EQ(listed(std::array{"a"sv, "b"sv, "c"sv}), "a, b or c");
}

}  // namespace
}  // namespace finwait
