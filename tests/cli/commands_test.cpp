// What the commands print when all is right.
#include <gtest/gtest.h>

#include "core/base/columns.h"
#include "core/rules/catalogue.h"
#include "core/rules/states.h"
#include "tests/cli/program.h"

namespace finwait::cli {
namespace {

TEST(List, NamesEveryScenarioInTheOrderOfTheCourse)
{
    const Said said = finwait("list");
    EXPECT_EQ(said.code, 0);
    EXPECT_TRUE(contains(said.out, "closing/final-ack-lost"));
    EXPECT_LT(said.out.find("opening/"), said.out.find("closing/"));
    EXPECT_LT(said.out.find("closing/"), said.out.find("reset/"));
    EXPECT_EQ(said.err, "");
}

TEST(List, NamesWorkAsTheyStand)
{
    for (const std::string& line : lines_of(finwait("list").out)) {
        if (!line.starts_with("  ")) continue;
        const std::string name = line.substr(2, line.find(' ', 2) - 2);
        EXPECT_EQ(finwait("run " + name + " --json").code, 0) << name;
    }
}

TEST(Run, FindsAScenarioByNameShortNameAndFile)
{
    const std::string whole = finwait("run closing/four-way").out;
    EXPECT_TRUE(contains(whole, "<CTL=FIN,ACK>"));
    EXPECT_EQ(finwait("run four-way").out, whole);
    EXPECT_EQ(finwait("run closing/four-way.toml").out, whole);
    EXPECT_EQ(finwait("run '" FINWAIT_SOURCE_DIR "/scenarios/closing/four-way.toml'").out, whole);
}

TEST(Run, ReadsStandardInput)
{
    const Folder folder;
    const std::string file = folder.write("a.toml", scenario_text());
    EXPECT_TRUE(contains(finwait("run - <" + file).out, "<SEQ=0><CTL=SYN>"));
}

TEST(Run, IsPlainWhenPipedAndColouredWhenAsked)
{
    EXPECT_FALSE(contains(finwait("run four-way").out, "\x1b"));
    EXPECT_TRUE(contains(finwait("run four-way --colour always").out, "\x1b["));
    EXPECT_TRUE(contains(finwait("run four-way --color=always").out, "\x1b["));
}

TEST(Run, ShowsTheAnswerOnlyWhenAsked)
{
    EXPECT_FALSE(contains(finwait("run final-ack-lost").out, "Answer"));
    EXPECT_TRUE(contains(finwait("run final-ack-lost --answer").out, "Answer"));
}

TEST(Run, FaultsAndProfilesChangeIt)
{
    const Said lost = finwait("run four-way --fault 'lose FIN from client'");
    EXPECT_TRUE(contains(lost.out, "× lost"));
    EXPECT_TRUE(contains(lost.out, "(again)"));
    const Said two = finwait("run four-way --fault 'lose SYN' --fault 'lose FIN from client'");
    EXPECT_TRUE(contains(two.out, "fault: lose SYN\nfault: lose FIN from client\n"));
    EXPECT_TRUE(contains(finwait("run four-way --profile rfc").out, "profile rfc\n"));
}

TEST(Run, IsTheSameEveryTime)
{
    EXPECT_EQ(finwait("run final-ack-lost --json").out, finwait("run final-ack-lost --json").out);
}

TEST(Run, SurvivesAReaderWhoLeaves)
{
    const std::string program = "'" FINWAIT_BUILD_DIR "/finwait' run four-way --json";
    const std::string command =
        "bash -c \"set -o pipefail; " + program + " | head -c 1 >/dev/null\"";
    EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Run, SaysWhenItsOutputCannotBeWritten)
{
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
    const int status =
        std::system("'" FINWAIT_BUILD_DIR "/finwait' list >/dev/full 2>/dev/null");
    EXPECT_EQ(WEXITSTATUS(status), 2);
}

TEST(Korean, IsTheLocalesOrAsked)
{
    const std::string korean = finwait("run four-way --lang ko").out;
    EXPECT_TRUE(contains(korean, "시간(초)"));
    EXPECT_EQ(finwait("--lang ko run four-way").out, korean);
    EXPECT_EQ(finwait("run four-way", "LANG=ko_KR.UTF-8").out, korean);
    EXPECT_EQ(finwait("run four-way", "LC_MESSAGES=ko_KR.UTF-8").out, korean);
    EXPECT_EQ(finwait("run four-way", "LC_ALL=ko_KR.UTF-8").out, korean);
    EXPECT_FALSE(contains(finwait("run four-way --lang en", "LANG=ko_KR.UTF-8").out, "시간"));
    EXPECT_FALSE(contains(finwait("run four-way", "LC_ALL=C LANG=ko_KR.UTF-8").out, "시간"));
}

TEST(Korean, LifelinesStandInOneColumn)
{
    for (const char* name : {"four-way", "final-ack-lost", "simultaneous", "syn-lost"}) {
        std::size_t left = 0, right = 0;
        const Said said = finwait(std::string("run --lang ko ") + name);
        for (const std::string& line : lines_of(said.out)) {
            std::vector<std::size_t> rails;
            for (std::size_t i = 0; i < line.size(); ++i)
                for (const std::string_view glyph : {"│", "├", "┤", "┊"})
                    if (line.compare(i, glyph.size(), glyph) == 0)
                        rails.push_back(columns(line.substr(0, i)));
            if (rails.empty()) continue;
            if (left == 0) { left = rails.front(); right = rails.back(); }
            ASSERT_EQ(rails.size(), 2U) << line;
            EXPECT_EQ(rails.front(), left) << line;
            EXPECT_EQ(rails.back(), right) << line;
            EXPECT_LE(columns(line), 96U) << line;
        }
        EXPECT_GT(left, 0U) << name;
    }
}

TEST(Export, WritesWhatTheEndingSays)
{
    const Folder folder;
    for (const char* name : {"a.svg", "a.txt", "a.json", "b.SVG"}) {
        const Said said = finwait("export final-ack-lost -o " + folder.file(name));
        EXPECT_EQ(said.code, 0) << said.err;
        EXPECT_EQ(said.out + said.err, "");
    }
    EXPECT_TRUE(contains(read(folder.file("a.svg")), "<svg"));
    EXPECT_EQ(read(folder.file("a.svg")), read(folder.file("b.SVG")));
    EXPECT_TRUE(contains(read(folder.file("a.txt")), "<SEQ=0><CTL=SYN>"));
    EXPECT_EQ(read(folder.file("a.json")), finwait("run final-ack-lost --json").out);
    EXPECT_EQ(folder.files(), 4U) << "a temporary file is left";
}

TEST(Export, LeavesThePresentFileWhenItFails)
{
    const Folder folder;
    const std::string file = folder.write("a.svg", "mine");
    EXPECT_EQ(finwait("export nothing-of-that-name -o " + file).code, 2);
    EXPECT_EQ(read(file), "mine");
    EXPECT_EQ(finwait("export four-way -o " + folder.file("no/such/folder.svg")).code, 2);
    EXPECT_EQ(finwait("export four-way -o " + folder.file("a.pdf")).code, 2);
    EXPECT_EQ(folder.files(), 1U);
    EXPECT_EQ(finwait("export four-way -o " + file).code, 0);
    EXPECT_TRUE(contains(read(file), "<svg"));
}

TEST(Export, WritesThroughALink)
{
    const Folder folder;
    const std::string file = folder.write("real.txt", "old");
    std::filesystem::create_symlink(file, folder.file("link.txt"));
    EXPECT_EQ(finwait("export four-way -o " + folder.file("link.txt")).code, 0);
    EXPECT_TRUE(std::filesystem::is_symlink(folder.file("link.txt")));
    EXPECT_TRUE(contains(read(file), "<CTL=SYN>"));
}

TEST(Explain, KnowsEveryStateInBothLanguages)
{
    for (const rules::StateEntry& state : rules::states()) {
        const std::string name{state.name};
        const Said english = finwait("explain " + name);
        EXPECT_EQ(english.code, 0) << name;
        EXPECT_TRUE(english.out.starts_with(name + "\n")) << name;
        EXPECT_TRUE(contains(english.out, "Ways out"));
        EXPECT_TRUE(contains(finwait("explain --lang ko " + name).out, "나가는 길")) << name;
    }
    EXPECT_EQ(finwait("explain time_wait").out, finwait("explain TIME-WAIT").out);
    EXPECT_EQ(finwait("explain TIME WAIT").out, finwait("explain TIME-WAIT").out);
}

TEST(Explain, KnowsEveryRuleInBothLanguages)
{
    for (std::uint16_t i = 0; i < rule_count; ++i) {
        const rules::Entry& rule = rules::entry(static_cast<Rule>(i));
        const std::string name{rule.name};
        const Said english = finwait("explain " + name);
        EXPECT_EQ(english.code, 0) << name;
        // A rule may be named as a state is ("closed"): the state wins then.
        EXPECT_TRUE(contains(english.out, "Source")) << name;
        EXPECT_TRUE(english.out.starts_with(name + ": " + std::string{rule.title.en})) << name;
        EXPECT_TRUE(contains(finwait("explain --lang ko " + name).out, rule.title.ko)) << name;
    }
}

TEST(Explain, AloneListsAll)
{
    const Said said = finwait("explain");
    EXPECT_EQ(said.code, 0);
    EXPECT_TRUE(contains(said.out, "FIN-WAIT-2"));
    EXPECT_TRUE(contains(said.out, "fin-acknowledged"));
}

TEST(Help, TeachesInBothLanguages)
{
    for (const char* command : {"", "open ", "list ", "run ", "check ", "export ", "explain "}) {
        const Said english = finwait(std::string(command) + "--help");
        EXPECT_EQ(english.code, 0) << command;
        EXPECT_TRUE(contains(english.out, "finwait ")) << command;
        const Said korean = finwait(std::string(command) + "--help --lang ko");
        EXPECT_EQ(korean.code, 0) << command;
        EXPECT_TRUE(contains(korean.out, "언어")) << command;
        for (const std::string& text : {english.out, korean.out})
            for (const std::string& line : lines_of(text))
                EXPECT_LE(columns(line), 100U) << line;
    }
}

TEST(Help, NamesEveryOptionOfItsCommand)
{
    for (const char* option : {"--json", "--fault", "--profile", "--until", "--calls", "--timers",
                               "--absolute", "--answer", "--colour", "--ascii", "--lang"})
        EXPECT_TRUE(contains(finwait("run --help").out, option)) << option;
    for (const char* option : {"--output", "--fault", "--profile", "--until", "--calls",
                               "--timers", "--absolute", "--lang"})
        EXPECT_TRUE(contains(finwait("export --help").out, option)) << option;
}

TEST(Help, IsTheAnswerToNoArgumentsWhereNoWindowCanOpen)
{
    const Said said = finwait("");
    EXPECT_EQ(said.code, 0);
    EXPECT_TRUE(contains(said.out, "finwait run closing/final-ack-lost"));
    EXPECT_TRUE(contains(said.err, "finwait run NAME"));
    EXPECT_EQ(finwait("open four-way").code, 2);
}

TEST(Version, IsPrinted)
{
    const Said said = finwait("--version");
    EXPECT_EQ(said.code, 0);
    EXPECT_TRUE(said.out.starts_with("finwait 0.")) << said.out;
}

}  // namespace
}  // namespace finwait::cli
