// Prints a digest for every scenario of the course and for every hundred generated ones, and a
// total. tests/repository runs it as two compilers built it at two levels and compares what it
// prints, byte for byte. It prints no time and no place of the tree.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/run/run.h"
#include "core/scenario/parse.h"
#include "tests/run/generated.h"

namespace {

using namespace finwait;

/// Everything that a run tells: records, the octets that segments carried, how it ended.
class Everything final : public trace::Observer {
public:
    void happened(const trace::Batch& batch) override
    {
        records_.happened(batch);
        for (const std::byte octet : batch.octets) add(static_cast<std::uint64_t>(octet));
    }
    void ended(const trace::Ending& ending) override
    {
        add(static_cast<std::uint64_t>(ending.why));
        add(static_cast<std::uint64_t>(ending.at.count()));
        for (const std::uint32_t fault : ending.unmatched_faults) add(fault);
        for (const std::uint32_t statement : ending.blocked) add(statement);
        add(records_.value());
    }
    void add(std::uint64_t word) { value_ = (value_ ^ word) * 0x100000001B3U; }
    std::uint64_t value() const { return value_; }
    std::uint64_t records() const { return records_.records(); }

private:
    trace::Digest records_;
    std::uint64_t value_ = 0xCBF29CE484222325U;
};

Everything everything_of(const scenario::Scenario& scenario)
{
    Everything everything;
    trace::Observer* const observers[] = {&everything};
    run::run(scenario, observers);
    return everything;
}

/// Scenarios and hundreds go through here, one line each.
class Report {
public:
    void line(const std::string& name, std::uint64_t records, std::uint64_t digest)
    {
        std::printf("%-40s %8llu records  %016llx\n", name.c_str(),
                    static_cast<unsigned long long>(records),
                    static_cast<unsigned long long>(digest));
        total_.add(digest);
        records_ += records;
    }
    void total() { line("total", records_, total_.value()); }

private:
    Everything total_;
    std::uint64_t records_ = 0;
};

bool run_scenarios(const std::filesystem::path& folder, Report& report)
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".toml")
            names.push_back(entry.path().lexically_relative(folder).generic_string());
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        std::ifstream in(folder / name, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto scenario = scenario::parse(text, name);
        if (!scenario) {
            std::fprintf(stderr, "%s\n", to_string(scenario.error()).c_str());
            return false;
        }
        const Everything everything = everything_of(*scenario);
        report.line(name, everything.records(), everything.value());
    }
    return !names.empty();
}

void run_generated(Report& report)
{
    constexpr std::uint64_t a_line = 100;
    Everything hundred;
    std::uint64_t records = 0;
    for (std::uint64_t seed = 1; seed <= test::generated_count; ++seed) {
        const Everything everything = everything_of(test::generated(seed));
        hundred.add(everything.value());
        records += everything.records();
        if (seed % a_line != 0) continue;
        report.line("generated to " + std::to_string(seed), records, hundred.value());
        hundred = {};
        records = 0;
    }
}

}  // namespace

int main()
{
    Report report;
    if (!run_scenarios(std::filesystem::path(FINWAIT_SOURCE_DIR) / "scenarios", report)) return 1;
    run_generated(report);
    report.total();
    return 0;
}
