// The core calls no operating system, includes no Qt, and simulates with integers: what a run
// gives is the same on every machine, and one day in a browser.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/repository/rooms.h"
#include "tests/repository/tree.h"

namespace finwait::repository {

namespace {

/// Standard headers behind which an operating system, a clock or a chance stands.
const std::vector<std::string> not_in_core = {
    "thread", "mutex",  "shared_mutex", "condition_variable", "future", "stop_token", "semaphore",
    "barrier", "latch", "fstream",      "filesystem",         "iostream", "istream",  "ostream",
    "ctime",  "random", "csignal",      "clocale",            "locale", "syncstream"};

bool portable(const std::string& header)
{
    if (header.starts_with("fmt/") || header.starts_with("toml++/")) return true;
    return header.find('/') == std::string::npos && !header.ends_with(".h") &&
           !header.starts_with("Q") && std::ranges::count(not_in_core, header) == 0;
}

void expect_nowhere(const std::vector<std::string>& folders, const std::string& pattern,
                    const std::string& why)
{
    const std::regex wanted(pattern);
    for (const File& file : files()) {
        const bool in_a_room = std::ranges::any_of(
            folders, [&](const std::string& folder) { return file.under(folder); });
        if (!file.is_code() || !in_a_room) continue;
        const std::vector<std::string> code = code_of(file);
        for (std::size_t i = 0; i < code.size(); ++i) {
            std::smatch found;
            EXPECT_FALSE(std::regex_search(code[i], found, wanted))
                << place(file, i) << found.str() << ": " << why;
        }
    }
}

}  // namespace

TEST(Core, IncludesOnlyPortableHeaders)
{
    for (const File& file : files()) {
        if (!file.is_code() || !file.under("core/")) continue;
        for (const Include& include : includes_of(file))
            EXPECT_TRUE(include.quoted || portable(include.target))
                << file.path << ":" << include.line << ": core may not include <"
                << include.target << ">";
    }
}

TEST(Core, NamesNoQt)
{
    expect_nowhere({"core/"}, R"(\b(Q[A-Z][A-Za-z]+|Q_OBJECT|qreal)\b)", "the core knows no Qt");
}

TEST(Core, AsksNoClockNoEnvironmentAndNoChance)
{
    expect_nowhere({"core/"},
                   R"(\b(steady_clock|system_clock|high_resolution_clock|random_device|getenv|)"
                   R"(fopen|std::rand|srand|std::time|gettimeofday|setlocale)\b)",
                   "the core calls no operating system");
}

TEST(Core, SimulatesWithIntegers)
{
    expect_nowhere(simulation, R"(\b(float|double)\b)",
                   "floating point differs between compilers and machines");
    for (const File& file : files())
        for (const std::string& room : simulation)
            for (const Include& include : includes_of(file))
                EXPECT_FALSE(file.under(room) && include.target == "cmath")
                    << file.path << ":" << include.line << ": <cmath>";
}

TEST(Core, OrdersNothingByAHash)
{
    expect_nowhere({"core/"}, R"(\b(unordered_(multi)?(map|set)|std::hash)\b)",
                   "the order of a hash differs between libraries; use std::map");
}

TEST(Tree, BlanksCommentsAndStringsButKeepsCode)
{
    const File file{"x.cpp",
                    {R"(int a = 1'000; // double)", R"(auto s = "double \" double"; int b;)",
                     "/* double", "double */ int c;", R"x(auto r = R"(double "double")"; int d;)x",
                     R"(char q = '"'; int e;)"}};
    const std::vector<std::string> code = code_of(file);
    for (const std::string& line : code) EXPECT_EQ(line.find("double"), std::string::npos) << line;
    EXPECT_NE(code[0].find("1'000"), std::string::npos);
    EXPECT_NE(code[1].find("int b"), std::string::npos);
    EXPECT_NE(code[3].find("int c"), std::string::npos);
    EXPECT_NE(code[4].find("int d"), std::string::npos);
    EXPECT_NE(code[5].find("int e"), std::string::npos);
}

}  // namespace finwait::repository
