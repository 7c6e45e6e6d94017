// build/lifecycles N [AT_ONCE=1] [--trace off|on]: N lifecycles through the same run() as
// everything else. Prints what it ran and a digest over all records, which is the same with the
// trace on and off. For counting instructions: take the difference of two N.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "core/run/run.h"
#include "core/scenario/parse.h"
#include "tests/bench/lifecycle.h"

namespace {

constexpr unsigned long most = 1'000'000;

int usage(const char* why)
{
    std::fprintf(stderr,
                 "lifecycles: %s; expected: lifecycles N [AT_ONCE=1] [--trace off|on], "
                 "N and AT_ONCE from 1 to %lu\n",
                 why, most);
    return 2;
}

bool number(const char* text, unsigned long& out)
{
    char* end = nullptr;
    out = std::strtoul(text, &end, 10);
    return *text >= '0' && *text <= '9' && *end == '\0' && out >= 1 && out <= most;
}

}  // namespace

int main(int argc, char** argv)
{
    using namespace finwait;
    unsigned long count = 0;
    unsigned long at_once = 1;
    bool keep_trace = true;
    int place = 0;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--trace") == 0) {
            if (i + 1 == argc) return usage("--trace needs a value");
            const std::string value = argv[++i];
            if (value != "on" && value != "off") return usage("--trace takes off or on");
            keep_trace = value == "on";
        } else if (place < 2 && number(argv[i], place == 0 ? count : at_once)) {
            ++place;
        } else {
            return usage(("'" + std::string(argv[i]) + "' is not a count").c_str());
        }
    }
    if (place == 0) return usage("no N given");

    Result<scenario::Scenario> scenario =
        scenario::parse(bench::lifecycle_scenario(static_cast<std::uint32_t>(count),
                                                  static_cast<std::uint32_t>(at_once)),
                        "lifecycle");
    if (!scenario) {
        std::fprintf(stderr, "lifecycles: %s\n", to_string(scenario.error()).c_str());
        return 2;
    }
    scenario->limits.records = UINT32_MAX - 1;
    scenario->limits.octets = UINT32_MAX;
    scenario->limits.time = Time::max() / 2;

    trace::Trace trace;
    trace::Digest digest;
    std::vector<trace::Observer*> observers{&digest};
    if (keep_trace) observers.push_back(&trace);
    run::run(*scenario, observers);
    std::printf("lifecycles=%lu segments=%llu events=%llu digest=%016llx\n", count,
                static_cast<unsigned long long>(digest.segments()),
                static_cast<unsigned long long>(digest.records()),
                static_cast<unsigned long long>(digest.value()));
    return 0;
}
