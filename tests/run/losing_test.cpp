// A click loses the segment that was clicked, in every scenario of the course: the sentence for
// a sent record, added to the scenario, loses that very record of the run and changes nothing
// before it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/run/run.h"
#include "core/scenario/parse.h"

namespace finwait::run {
namespace {

scenario::Scenario read(const std::filesystem::path& path)
{
    std::ifstream in(path);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto scenario = scenario::parse(text, path.string());
    EXPECT_TRUE(scenario.ok()) << (scenario.ok() ? "" : to_string(scenario.error()));
    return scenario.ok() ? *scenario : scenario::Scenario{};
}

/// Was this sent record of the first run lost already?
bool is_lost(const trace::Trace& trace, trace::RecordId sent)
{
    return std::ranges::any_of(trace.records(), [&](const trace::Record& record) {
        return record.kind == trace::Kind::lost && record.about == sent;
    });
}

void lose_each_segment(const scenario::Scenario& scenario)
{
    constexpr int enough = 60;  // of a long run; the rest are retransmissions like these
    const trace::Trace before = run(scenario);
    int tried = 0;
    for (const trace::Record& sent : before.records()) {
        if (sent.kind != trace::Kind::sent || tried == enough) continue;
        const std::string sentence = scenario::sentence_to_lose(before, sent.id);
        if (sentence.empty()) continue;
        ++tried;
        const auto changed = scenario::with_fault(scenario, sentence);
        ASSERT_TRUE(changed.ok()) << sentence;
        const trace::Trace after = run(*changed);
        ASSERT_GT(after.size(), sent.id);
        for (trace::RecordId id = 0; id <= sent.id; ++id) {
            ASSERT_EQ(after[id].t, before[id].t) << sentence;
            ASSERT_EQ(after[id].kind, before[id].kind) << sentence;
        }
        EXPECT_TRUE(is_lost(after, sent.id)) << sentence;
        const auto unmatched = after.ending().unmatched_faults;
        EXPECT_EQ(std::ranges::count(unmatched, scenario.faults.size()), 0) << sentence;
    }
    EXPECT_GT(tried, 0);
}

TEST(Losing, AClickLosesTheSegmentThatWasClicked)
{
    const std::filesystem::path folder = std::filesystem::path(FINWAIT_SOURCE_DIR) / "scenarios";
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".toml") continue;
        SCOPED_TRACE(entry.path().string());
        lose_each_segment(read(entry.path()));
        ++files;
    }
    EXPECT_GT(files, 0);
}

}  // namespace
}  // namespace finwait::run
