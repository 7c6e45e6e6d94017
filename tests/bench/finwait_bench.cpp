// The claims about speed, with Google Benchmark: lifecycles a second, one after the other and
// ten thousand at once, with the trace on; and what a person waits for when a classroom scenario
// is opened or a segment is lost by a click: read, run, index, layout (5 ms at most, in Release).
#include <benchmark/benchmark.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/diagram/layout.h"
#include "core/run/run.h"
#include "core/scenario/parse.h"
#include "core/trace/query.h"
#include "tests/bench/lifecycle.h"

namespace finwait::bench {

namespace {

void run_lifecycles(benchmark::State& state, std::uint32_t count, std::uint32_t at_once)
{
    const auto scenario = scenario::parse(lifecycle_scenario(count, at_once), "lifecycle");
    if (!scenario) {
        state.SkipWithError(to_string(scenario.error()).c_str());
        return;
    }
    std::size_t records = 0;
    for ([[maybe_unused]] const auto turn : state) {
        const trace::Trace trace = run::run(*scenario);
        records = trace.size();
        benchmark::DoNotOptimize(records);
    }
    state.SetItemsProcessed(state.iterations() * std::int64_t{count});
    state.counters["records"] = static_cast<double>(records);
}

void one_after_the_other(benchmark::State& state) { run_lifecycles(state, 1'000, 1); }
void ten_thousand_at_once(benchmark::State& state) { run_lifecycles(state, 10'000, 10'000); }

void classroom_scenario(benchmark::State& state)
{
    std::ifstream in(FINWAIT_SOURCE_DIR "/scenarios/closing/final-ack-lost.toml",
                     std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for ([[maybe_unused]] const auto turn : state) {
        const auto scenario = scenario::parse(text, "final-ack-lost.toml");
        if (!scenario) {
            state.SkipWithError(to_string(scenario.error()).c_str());
            return;
        }
        const trace::Trace trace = run::run(*scenario);
        const trace::Index index(trace);
        const diagram::TimeAxis axis(index, 1.0);
        const diagram::DisplayList list = diagram::layout(index, axis, diagram::Look{});
        benchmark::DoNotOptimize(&list);
    }
}

BENCHMARK(one_after_the_other)->Unit(benchmark::kMillisecond);
BENCHMARK(ten_thousand_at_once)->Unit(benchmark::kMillisecond);
BENCHMARK(classroom_scenario)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace finwait::bench

BENCHMARK_MAIN();
