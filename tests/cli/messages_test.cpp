// Exit codes and messages: every way to be wrong gets one message and code 2.
#include <gtest/gtest.h>

#include "tests/cli/program.h"

namespace finwait::cli {
namespace {

/// Wrong input or usage: code 2, nothing printed, one line that says all of `parts`.
void refuses(const std::string& arguments, const std::vector<std::string>& parts,
             const std::string& setting = "")
{
    const Said said = finwait(arguments, setting);
    EXPECT_EQ(said.code, 2) << arguments;
    EXPECT_TRUE(said.out.empty()) << arguments;
    EXPECT_EQ(lines_of(said.err).size(), 1U) << arguments << "\n" << said.err;
    EXPECT_TRUE(said.err.starts_with("finwait: ")) << said.err;
    for (const std::string& part : parts) EXPECT_TRUE(contains(said.err, part)) << said.err;
}

TEST(Usage, UnknownCommandsAndOptionsAreNamed)
{
    refuses("rnu four-way", {"no command 'rnu'", "did you mean 'run'?"});
    refuses("run four-way --bogus", {"--bogus"});
    refuses("run", {"scenario is required"});
    refuses("check", {"required"});
    refuses("export four-way", {"--output is required"});
    refuses("--lang fr list", {"--lang", "fr"});
    refuses("run four-way --colour sometimes", {"sometimes"});
    refuses("closing/four-way", {"finwait run closing/four-way", "finwait open closing/four-way"});
    refuses("--lang ko rnu", {"'rnu' 명령은 없습니다"});
}

TEST(Usage, NearestScenarioIsNamed)
{
    refuses("run four-wy", {"'four-wy'", "did you mean 'four-way'?"});
    refuses("run closing/four-wey", {"did you mean 'closing/four-way'?"});
    refuses("export four-wy -o x.svg", {"'four-wy'"});
    refuses("run /", {"'/'"});
}

TEST(Usage, ChangesAreChecked)
{
    refuses("run four-way --profile rcf", {"'rcf'", "rfc or linux", "did you mean 'rfc'?"});
    refuses("run four-way --fault 'lose FIN frm client'", {"column 10", "'frm'", "'from'"});
    refuses("run four-way --fault ''", {"--fault"});
    for (const char* wrong : {"5", "-1s", "0s", "soon", ""})
        refuses(std::string("run four-way --until '") + wrong + "'", {"--until"});
}

TEST(Usage, NothingToExplainIsNamedWithTheNearest)
{
    refuses("explain TIME-WEIT", {"did you mean 'TIME-WAIT'?"});
    refuses("explain fin-acknowleged", {"did you mean 'fin-acknowledged'?"});
}

TEST(Usage, AnEmptyCourseSaysWhereItLooked)
{
    const Folder folder;
    const std::string setting = "FINWAIT_SCENARIOS=" + folder.file("");
    refuses("list", {folder.file(""), "FINWAIT_SCENARIOS"}, setting);
    refuses("run four-way", {folder.file(""), "FINWAIT_SCENARIOS"}, setting);
}

TEST(BadFiles, SayFileLineAndColumn)
{
    const Folder folder;
    const std::string file = folder.write("bad.toml", scenario_text("titel = \"x\"\n"));
    refuses("run " + file, {file + ":4:1:", "titel"});
    refuses("run " + folder.write("not.toml", "this is = not [ toml"), {"not.toml:1:"});
    refuses("run " + folder.write("empty.toml", ""), {"empty.toml"});
    refuses("run " + folder.write("new.toml", "format = 99\n"), {"new.toml:1:", "99"});
    refuses("run " + folder.write("big.toml", std::string(3 << 20, '#')), {"larger than 1 MiB"});
    refuses("run " + folder.write("zero.toml", std::string(100, '\0')), {"zero.toml"});
}

TEST(BadFiles, TextOfAStrangerCannotCommandTheTerminal)
{
    const Folder folder;
    const Said wrong = finwait("run " + folder.write("a.toml", "ti\x1b[2Jtle = 1\n"));
    EXPECT_EQ(wrong.code, 2);
    EXPECT_FALSE(contains(wrong.err, "\x1b")) << wrong.err;
    std::string text = scenario_text();
    text.replace(text.find("Small"), 5, "Sm\\u001b[2Jall\\u0007");
    const Said said = finwait("run " + folder.write("b.toml", text));
    EXPECT_EQ(said.code, 0);
    EXPECT_FALSE(contains(said.out, "\x1b"));
    EXPECT_FALSE(contains(said.out, "\a"));
}

TEST(Expectations, ThatFailGiveOneWithFileAndLine)
{
    const Folder folder;
    const std::string file = folder.write(
        "wrong.toml", scenario_text("", "[expect]\ncount.\"FIN from client\" = 7\n"));
    const Said run = finwait("run " + file);
    EXPECT_EQ(run.code, 1);
    EXPECT_TRUE(contains(run.err, file + ":14:")) << run.err;
    const Said check = finwait("check " + file);
    EXPECT_EQ(check.code, 1);
    EXPECT_TRUE(contains(check.out, "wrong  " + file)) << check.out;
    EXPECT_TRUE(contains(check.out, file + ":14:")) << check.out;
}

TEST(Expectations, AreOffWhenTheCommandLineChangesTheRun)
{
    const Folder folder;
    const std::string file = folder.write(
        "wrong.toml", scenario_text("", "[expect]\ncount.\"FIN from client\" = 7\n"));
    EXPECT_EQ(finwait("run " + file + " --profile linux").code, 0);
    EXPECT_EQ(finwait("run " + file + " --fault 'lose SYN'").code, 0);
    EXPECT_EQ(finwait("run " + file + " --until 1s").code, 0);
}

TEST(Faults, ThatNeverMatchAreReported)
{
    const Folder folder;
    const std::string never = "fault 1 never matched a segment: lose RST";
    const Said given = finwait("run four-way --fault 'lose RST'");
    EXPECT_EQ(given.code, 0);
    EXPECT_TRUE(contains(given.err, never)) << given.err;

    const std::string file = folder.write("never.toml", scenario_text("faults = [\"lose RST\"]"));
    const Said run = finwait("run " + file);
    EXPECT_EQ(run.code, 0);
    EXPECT_TRUE(contains(run.err, never)) << run.err;
    const Said check = finwait("check " + file);
    EXPECT_EQ(check.code, 1);
    EXPECT_TRUE(contains(check.out, never)) << check.out;
}

TEST(Check, TellsTheWorstOfAllFiles)
{
    const Folder folder;
    const std::string right = folder.write("right.toml", scenario_text());
    const std::string bad = folder.write("bad.toml", "format = 1\n");
    EXPECT_EQ(finwait("check " + right).code, 0);
    const Said said = finwait("check " + bad + " " + right);
    EXPECT_EQ(said.code, 2);
    EXPECT_TRUE(contains(said.out, "right  " + right)) << said.out;
    EXPECT_EQ(finwait("check " + folder.file("") + " --lang ko").code, 2);
}

TEST(Limits, AreSaidInTheOutput)
{
    const Said until = finwait("run four-way --until 100ms");
    EXPECT_EQ(until.code, 0);
    EXPECT_TRUE(contains(until.out, "stopped at 0.1 s")) << until.out;
    const Said json = finwait("run four-way --until 100ms --json");
    EXPECT_TRUE(contains(json.err, "stopped at 0.1 s")) << json.err;
}

}  // namespace
}  // namespace finwait::cli
