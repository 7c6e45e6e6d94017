// What keeps the tree readable: names at the top level, a first comment, short lines and files,
// every source built, no marks of unfinished work. clang-format and clang-tidy do the rest.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <regex>
#include <set>

#include "tests/repository/tree.h"

namespace finwait::repository {

namespace {

const File* find(const std::string& path)
{
    const auto found = std::ranges::find(files(), path, &File::path);
    return found == files().end() ? nullptr : &*found;
}

bool is_recorded_data(const File& file)
{
    return file.under("tests/data/") || file.under("tests/golden") || file.is(".ts") ||
           file.path.find("/goldens/") != std::string::npos;
}

void expect_no_line_with(const std::string& pattern, const std::string& why)
{
    const std::regex wanted(pattern);
    for (const File& file : files()) {
        if (is_recorded_data(file) || file.path == "tests/repository/style.cpp") continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch found;
            EXPECT_FALSE(std::regex_search(file.lines[i], found, wanted))
                << place(file, i) << found.str() << ": " << why;
        }
    }
}

}  // namespace

TEST(TopLevel, HasTheAgreedNamesAndNoOther)
{
    const std::set<std::string> agreed = {"app",       "core",           "scenarios",
                                          "tests",     "docs",           "CMakeLists.txt",
                                          "README.md", "CMakePresets.json", "LICENSE"};
    std::set<std::string> found;
    for (const std::string& name : top_level())
        if (!name.starts_with(".")) found.insert(name);
    EXPECT_EQ(found, agreed);
}

TEST(Packages, EveryOneThatCMakeAsksForIsInstalledByTheTwoCommands)
{
    const File* cmake = find("CMakeLists.txt");
    const File* list = find("app/packages.sh");
    ASSERT_NE(cmake, nullptr);
    ASSERT_NE(list, nullptr);
    std::string installed;
    for (const std::string& line : list->lines) installed += " " + line + " ";
    const std::regex package(R"([a-z0-9+-]+-dev\b)");
    for (const std::string& line : cmake->lines)
        for (std::sregex_iterator i(line.begin(), line.end(), package), end; i != end; ++i)
            EXPECT_NE(installed.find(i->str()), std::string::npos)
                << i->str() << " is not in app/packages.sh";
}

TEST(Style, AFileOfCodeBeginsBySayingWhatItIs)
{
    for (const File& file : files()) {
        if (!file.is_code()) continue;
        ASSERT_FALSE(file.lines.empty()) << file.path << " is empty";
        // A source that only implements its header of the same name need not repeat it.
        const std::string own = "#include \"" + file.path.substr(0, file.path.rfind('.')) + ".h\"";
        EXPECT_TRUE(file.lines[0].starts_with("// ") || file.lines[0] == own)
            << file.path << ":1: begin with what this is and who calls it, or with " << own;
    }
}

TEST(Style, AHeaderIsReadOnce)
{
    for (const File& file : files())
        if (file.is(".h")) {
            EXPECT_EQ(std::ranges::count(file.lines, "#pragma once"), 1) << file.path;
        }
}

TEST(Style, LinesOfCodeHaveAtMost100Characters)
{
    for (const File& file : files()) {
        if (!file.is_code() || is_recorded_data(file)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_LE(characters(file.lines[i]), 100u) << place(file, i) << file.lines[i];
    }
}

TEST(Style, NoTabsAndNothingAfterTheLastWord)
{
    for (const File& file : files()) {
        if (!file.is_code() || is_recorded_data(file)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            EXPECT_EQ(file.lines[i].find('\t'), std::string::npos) << place(file, i) << "a tab";
            EXPECT_FALSE(file.lines[i].ends_with(' ') || file.lines[i].ends_with('\r'))
                << place(file, i) << "a blank at the end";
        }
    }
}

TEST(Style, AFileIsReadInOneSitting)
{
    for (const File& file : files()) {
        if (!file.is_code()) continue;
        const std::size_t aim = file.is(".h") ? 150 : 400;
        if (file.lines.size() > aim)
            std::cout << "note: " << file.path << " has " << file.lines.size()
                      << " lines; the aim is " << aim << "\n";
        EXPECT_LE(file.lines.size(), aim * 3 / 2) << file.path << ": split it";
    }
}

TEST(Style, EverySourceIsNamedInItsCMakeLists)
{
    for (const File& file : files()) {
        if (!file.is(".cpp")) continue;
        const std::size_t top = file.path.find('/');
        const std::size_t depth = file.under("core/") ? top : file.path.find('/', top + 1);
        const File* list = find(file.path.substr(0, depth) + "/CMakeLists.txt");
        ASSERT_NE(list, nullptr) << file.path << ": no CMakeLists.txt for it";
        const std::string name = file.path.substr(depth + 1);
        const std::regex word("(^|[ (])" + name + "($|[ )])");
        const bool named = std::ranges::any_of(list->lines, [&](const std::string& line) {
            return std::regex_search(line, word);
        });
        EXPECT_TRUE(named) << file.path << " is not named in " << list->path;
    }
}

TEST(Style, NoUmbrellaHeaderOfQt)
{
    expect_no_line_with(
        R"(# *include <(\w+/)?Qt(Core|Gui|Widgets|Charts|Svg\w*|PrintSupport|Test|Network)>)",
        "costs seconds a file; include the class's own header");
}

TEST(Style, NoMarksOfUnfinishedWork)
{
    expect_no_line_with(R"(\b(TODO|FIXME|XXX|HACK)\b)", "do it, or say in docs what is not there");
}

TEST(Style, NothingPointsOutOfTheRepository)
{
    expect_no_line_with(R"((^|[^\w.])(\.\./)+shared\b|(^|[\s"'(=])/(work|tmp|home)/)",
                        "a clone has no such place");
}

}  // namespace finwait::repository
