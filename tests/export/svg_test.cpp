// SVG: text is text, every item has its id and title, nothing breaks the XML, and the bytes are
// the same every time.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>

#include "core/diagram/layout.h"
#include "core/export/svg.h"
#include "tests/trace/story.h"

namespace finwait::test {
namespace {

std::string final_ack(Lang lang)
{
    Story story;
    story.final_ack_lost();
    const trace::Index index(story.trace);
    diagram::Look look;
    look.lang = lang;
    look.title = look.legend = true;
    look.title_text = "Lost & <found>";
    look.question_text = "Who \"notices\"?";
    return exports::svg(diagram::figure(index, look), look.title_text, look.question_text);
}

TEST(Svg, TextIsTextAndItemsHaveIdsAndTitles)
{
    const std::string svg = final_ack(Lang::en);
    EXPECT_NE(svg.find(">FIN,ACK  seq=6 ack=1</text>"), std::string::npos);
    EXPECT_NE(svg.find("xml:space=\"preserve\""), std::string::npos);
    EXPECT_NE(svg.find("Noto Sans CJK KR"), std::string::npos);
    EXPECT_NE(svg.find("<title>client sends &lt;SEQ=6&gt;&lt;ACK=1&gt;&lt;CTL=FIN,ACK&gt; at 60"),
              std::string::npos);
    EXPECT_NE(svg.find("<g id=\"s"), std::string::npos);
    EXPECT_NE(final_ack(Lang::ko).find(">2MSL 60초</text>"), std::string::npos);
}

TEST(Svg, WhatAPersonWroteIsEscaped)
{
    const std::string svg = final_ack(Lang::en);
    EXPECT_NE(svg.find("<title>Lost &amp; &lt;found&gt;</title>"), std::string::npos);
    EXPECT_NE(svg.find("<desc>Who &quot;notices&quot;?</desc>"), std::string::npos);
    EXPECT_EQ(exports::escaped(std::string("a\x01\x1b[b\n") + '\0'), "a[b ");
}

TEST(Svg, GroupsBalanceAndIdsAreUnique)
{
    const std::string svg = final_ack(Lang::ko);
    const std::regex open("<g[ >]"), close("</g>"), id(" id=\"([^\"]*)\"");
    const auto count = [&](const std::regex& what) {
        return std::distance(std::sregex_iterator(svg.begin(), svg.end(), what), {});
    };
    EXPECT_EQ(count(open), count(close));
    std::set<std::string> ids;
    const std::sregex_iterator end;
    for (std::sregex_iterator it(svg.begin(), svg.end(), id); it != end; ++it)
        EXPECT_TRUE(ids.insert((*it)[1]).second) << (*it)[1];
    EXPECT_GT(ids.size(), 30U);
}

TEST(Svg, NumbersHaveAtMostTwoDecimalsAndTypeSizesNone)
{
    const std::string svg = final_ack(Lang::en);
    EXPECT_FALSE(std::regex_search(svg, std::regex("\"-?[0-9]+\\.[0-9]{3,}")));
    EXPECT_FALSE(std::regex_search(svg, std::regex("font-size=\"[0-9]*\\.")));
}

TEST(Svg, TheSameRunGivesTheSameBytes)
{
    EXPECT_EQ(final_ack(Lang::en), final_ack(Lang::en));
}

}  // namespace
}  // namespace finwait::test
