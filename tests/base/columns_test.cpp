// Widths, cutting and harmless text.
#include "core/base/columns.h"

#include <gtest/gtest.h>

namespace finwait {
namespace {

TEST(Columns, HangulCountsTwo)
{
    EXPECT_EQ(columns("FIN"), 3U);
    EXPECT_EQ(columns("마지막 ACK 손실"), 15U);
    EXPECT_EQ(columns("漢字かな"), 8U);
    EXPECT_EQ(columns("├─▶│…"), 5U);
}

TEST(Columns, MarksAndControlsCountNothing)
{
    EXPECT_EQ(columns("e\xCC\x81"), 1U);
    EXPECT_EQ(columns("\x1b\n"), 0U);
    EXPECT_EQ(columns("각"), 2U);  // jamo that join into one syllable
}

TEST(Columns, BytesThatAreNotUtf8CountOneEach)
{
    EXPECT_EQ(columns("\xff\xfe"), 2U);
    EXPECT_EQ(columns("\xEA\xB0"), 2U);          // cut off
    EXPECT_EQ(columns("\xC0\xAF"), 2U);          // overlong
    EXPECT_EQ(columns("\xED\xA0\x80"), 3U);      // a surrogate
    EXPECT_EQ(columns("\xF4\x90\x80\x80"), 4U);  // beyond the last character
}

TEST(Columns, PaddingFillsColumnsNotBytes)
{
    EXPECT_EQ(padded("서버", 6), "서버  ");
    EXPECT_EQ(padded_left("서버", 6), "  서버");
    EXPECT_EQ(padded("server", 3), "server");
}

TEST(Columns, ShorteningNeverSplitsACharacter)
{
    EXPECT_EQ(shortened("클라이언트", 10), "클라이언트");
    EXPECT_EQ(shortened("클라이언트", 9), "클라이언…");
    EXPECT_EQ(shortened("클라이언트", 8), "클라이…");
    EXPECT_EQ(shortened("server", 1), "…");
    EXPECT_EQ(shortened("server", 0), "");
}

TEST(Columns, WrappingBreaksAtBlanks)
{
    EXPECT_EQ(wrapped("the server hears nothing", 11),
              (std::vector<std::string>{"the server", "hears", "nothing"}));
    EXPECT_EQ(wrapped("마지막 ACK 손실", 10), (std::vector<std::string>{"마지막 ACK", "손실"}));
    EXPECT_EQ(wrapped("ab\n\ncd", 10), (std::vector<std::string>{"ab", "", "cd"}));
    EXPECT_EQ(wrapped("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
    EXPECT_EQ(wrapped("", 3), (std::vector<std::string>{""}));
}

TEST(Columns, HarmlessTextHasNoPowerOverATerminal)
{
    EXPECT_EQ(harmless("a\x1b[31mb"), "a\xEF\xBF\xBD[31mb");
    EXPECT_EQ(harmless("a\xC2\x9B" "b"), "a\xEF\xBF\xBD" "b");  // C1's CSI
    EXPECT_EQ(harmless("a\xE2\x80\xAE" "b"), "a\xEF\xBF\xBD" "b");
    EXPECT_EQ(harmless("a\nb\tc"), "a\xEF\xBF\xBD" "b c");
    EXPECT_EQ(harmless("a\nb", true), "a\nb");
    EXPECT_EQ(harmless("한글 ✓"), "한글 ✓");
}

}  // namespace
}  // namespace finwait
