// Changes to a file's text: every layout an author may have chosen, with one more fault, and
// back to the same bytes.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/scenario/parse.h"
#include "tests/scenario/sample.h"

namespace finwait::scenario {
namespace {

const std::string hosts = "\n[host.client]\n[host.server]\n";
const std::string more = "copy FIN from server after 5s";

std::string value(const Result<std::string>& text)
{
    EXPECT_TRUE(text.ok()) << (text.ok() ? "" : to_string(text.error()));
    return text.ok() ? *text : "";
}

std::vector<std::string> faults_of(const std::string& text)
{
    const auto scenario = parse(text, "");
    EXPECT_TRUE(scenario.ok()) << (scenario.ok() ? "" : to_string(scenario.error())) << "\n"
                               << text;
    std::vector<std::string> sentences;
    if (scenario.ok())
        for (const net::Fault& fault : scenario->faults) sentences.push_back(fault.sentence);
    return sentences;
}

/// Every layout of the list that the edits must keep.
const std::vector<std::string> layouts = {
    "format = 1",
    "format = 1\n\n# about the hosts",
    "format = 1  # newest\ntitle = \"\"\"\n[host.x]\n\"\"\"  # text",
    "format = 1\nlink = { delay = '1ms' }",
    "format = 1\nlink.delay = '1ms' # dotted",
    "format = 1\nfaults = []",
    "format = 1\nfaults = [ ]  # none yet",
    "format = 1\nfaults = [\n]",
    "format = 1\nfaults = [\n    # none yet\n]",
    "format = 1\nfaults = [\"lose FIN from client\"]",
    "format = 1\nfaults=[ 'lose FIN from client' ] # one",
    "format = 1\nfaults = [\"lose FIN from client\",]",
    "format = 1\nfaults = [\"lose FIN from client\" , ]",
    "format = 1\nfaults = ['lose FIN from client', \"lose RST\"]",
    "format = 1\nfaults = ['lose FIN from client', \"lose RST\" , ] # two",
    "format = 1\nfaults = ['lose FIN from client',\n          'lose RST']\nseed = 3",
    "format = 1\nfaults = ['lose FIN from client',\n          'lose RST',]\nseed = 3",
    "format = 1\nfaults = ['lose FIN from client',\n          'lose RST', ]",
    "format = 1\nfaults = [\n    'lose FIN from client',\n    'lose RST'\n]",
    "format = 1\nfaults = [\n    'lose FIN from client',\n    'lose RST',\n]",
    "format = 1\nfaults = [\n    'lose FIN from client', # a ] here\n    'lose RST' # \"and\" "
    "here\n    "
    "# and there\n]",
    "format = 1\nfaults = [\n\t'lose FIN from client', # a\n\t'lose RST', # b\n\t# c\n]",
    "format = 1\nfaults = [\n  'lose FIN from client'\n  , 'lose RST'\n  ,\n]",
    "format = 1\nfaults = [\n  'lose FIN from client']",
    "format = 1\nfaults = [\n  '''lose FIN from client''', \"\"\"\nlose \\\n   RST\"\"\"\n]",
    "format = 1\r\nfaults = [\r\n    'lose FIN from client',\r\n    'lose RST'\r\n]\r\n",
    "format = 1\r\ntitle = 'x'\r\n",
    "\xEF\xBB\xBF"
    "format = 1\nfaults = ['lose RST']",
};

TEST(Edit, AFaultIsAddedAtTheEndAndTakenBackToTheByte)
{
    for (const std::string& layout : layouts) {
        const std::string text = layout + hosts;
        std::vector<std::string> expected = faults_of(text);
        const std::string added = value(add_fault(text, more));
        expected.push_back(more);
        EXPECT_EQ(faults_of(added), expected) << added;
        EXPECT_EQ(value(remove_fault(added, expected.size() - 1)), text) << added;
    }
}

TEST(Edit, SeveralFaultsAreTakenBackInTurn)
{
    for (const std::string& layout : layouts) {
        std::vector<std::string> texts = {layout + hosts};
        for (int i = 0; i < 3; ++i) texts.push_back(value(add_fault(texts.back(), more)));
        std::string text = texts.back();
        for (std::size_t i = 3; i-- > 0;) {
            text = value(remove_fault(text, faults_of(text).size() - 1));
            EXPECT_EQ(text, texts[i]);
        }
    }
}

TEST(Edit, AnyFaultCanBeRemoved)
{
    for (const std::string& layout : layouts) {
        const std::string text = value(add_fault(layout + hosts, more));
        const std::vector<std::string> before = faults_of(text);
        for (std::size_t i = 0; i < before.size(); ++i) {
            std::vector<std::string> expected = before;
            expected.erase(expected.begin() + static_cast<std::ptrdiff_t>(i));
            EXPECT_EQ(faults_of(value(remove_fault(text, i))), expected) << text;
        }
    }
}

TEST(Edit, CommentsStay)
{
    const std::string text = value(remove_fault(sample, 0));
    EXPECT_NE(text.find("# the last one"), std::string::npos);
    EXPECT_NE(text.find("# A file from the course."), std::string::npos);
    EXPECT_EQ(faults_of(text), (std::vector<std::string>{"delay 2nd data from server by 300ms"}));
}

TEST(Edit, ANewLineLooksAsItsNeighbours)
{
    EXPECT_EQ(value(add_fault("format = 1" + hosts, more)),
              "format = 1\nfaults = [\"copy FIN from server after 5s\"]" + hosts);
    EXPECT_EQ(value(add_fault("format = 1\nfaults = [\n  'lose RST' # why\n]" + hosts, more)),
              "format = 1\nfaults = [\n  'lose RST', # why\n  \"" + more + "\"\n]" + hosts);
    EXPECT_EQ(value(add_fault("format = 1\nfaults = [\n  'lose RST', # why\n]" + hosts, more)),
              "format = 1\nfaults = [\n  'lose RST', # why\n  \"" + more + "\",\n]" + hosts);
}

TEST(Edit, AWrongSentenceOrPlaceIsRefused)
{
    EXPECT_EQ(to_string(add_fault("format = 1" + hosts, "lose FIN from me").error()),
              "found 'me', expected a host (client or server)");
    EXPECT_EQ(add_fault("format = 1" + hosts, "lose FIN from me").error().column, 15);
    EXPECT_EQ(remove_fault("format = 1" + hosts, 0).error().message,
              "there is no fault 1; the scenario has 0");
    EXPECT_FALSE(add_fault("format =", more).ok());
    EXPECT_FALSE(remove_fault("format =", 0).ok());
    EXPECT_FALSE(set_profile("format =", "rfc").ok());
    EXPECT_EQ(set_profile("format = 1" + hosts, "rcf").error().message,
              "unknown profile 'rcf'; did you mean 'rfc'?; expected rfc or linux");
}

TEST(Edit, TheProfileIsReplacedOrAdded)
{
    EXPECT_EQ(value(set_profile("format = 1\nprofile = 'linux' # real\n" + hosts, "rfc")),
              "format = 1\nprofile = \"rfc\" # real\n" + hosts);
    EXPECT_EQ(value(set_profile("format = 1" + hosts, "rfc")),
              "format = 1\nprofile = \"rfc\"" + hosts);
}

}  // namespace
}  // namespace finwait::scenario
