// Golden traces: the run of every scenario of the course, a line a record, as it was when
// somebody last looked at it. FINWAIT_UPDATE_GOLDEN=1 writes the files anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/export/text.h"
#include "core/run/run.h"
#include "core/scenario/parse.h"

namespace finwait {
namespace {

namespace fs = std::filesystem;

const fs::path scenarios = fs::path(FINWAIT_SOURCE_DIR) / "scenarios";
const fs::path goldens = fs::path(FINWAIT_SOURCE_DIR) / "tests/data/golden";

bool updating() { return std::getenv("FINWAIT_UPDATE_GOLDEN") != nullptr; }

std::string read(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// "closing/four-way", sorted.
std::vector<std::string> names_below(const fs::path& folder, const char* extension)
{
    std::vector<std::string> out;
    if (!fs::exists(folder)) return out;
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
        if (file.path().extension() != extension) continue;
        fs::path name = file.path().lexically_relative(folder);
        out.push_back(name.replace_extension().generic_string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string lines_of(const std::string& name)
{
    const fs::path path = scenarios / (name + ".toml");
    const auto scenario = scenario::parse(read(path), path.string());
    if (!scenario) return to_string(scenario.error());
    const trace::Trace trace = run::run(*scenario);
    return exports::lines(trace::Index(trace));
}

/// The first line in which two texts differ, with both versions.
std::string first_difference(const std::string& before, const std::string& now)
{
    std::istringstream a(before), b(now);
    std::string line_a, line_b;
    for (int line = 1;; ++line) {
        const bool more_a = static_cast<bool>(std::getline(a, line_a));
        const bool more_b = static_cast<bool>(std::getline(b, line_b));
        if (!more_a && !more_b) return "none";
        if (line_a != line_b || more_a != more_b)
            return "line " + std::to_string(line) + "\n  was: " + (more_a ? line_a : "(the end)") +
                   "\n  now: " + (more_b ? line_b : "(the end)");
    }
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, TraceIsAsItWas)
{
    const fs::path path = goldens / (GetParam() + ".txt");
    const std::string now = lines_of(GetParam());
    if (updating()) {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << now;
        return;
    }
    ASSERT_TRUE(fs::exists(path)) << path << " is missing: FINWAIT_UPDATE_GOLDEN=1 writes it";
    EXPECT_TRUE(read(path) == now) << path << ": " << first_difference(read(path), now);
}

INSTANTIATE_TEST_SUITE_P(Of, Golden, testing::ValuesIn(names_below(scenarios, ".toml")),
                         [](const testing::TestParamInfo<std::string>& each) {
                             std::string name = each.param;
                             for (char& c : name)
                                 if (c == '/' || c == '-' || c == '.') c = '_';
                             return name;
                         });

TEST(GoldenFiles, EachHasItsScenario)
{
    const auto all = names_below(scenarios, ".toml");
    for (const std::string& name : names_below(goldens, ".txt"))
        EXPECT_TRUE(std::binary_search(all.begin(), all.end(), name))
            << "tests/data/golden/" << name << ".txt has no scenario any more";
}

}  // namespace
}  // namespace finwait
