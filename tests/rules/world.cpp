// See world.h.
#include "tests/rules/world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "core/rules/catalogue.h"
#include "core/run/run.h"
#include "core/scenario/parse.h"

namespace finwait::test {
namespace {

/// "a; b" as a TOML list of texts.
std::string list_of(std::string_view parts)
{
    std::string list = "[";
    while (!parts.empty()) {
        const std::size_t end = std::min(parts.find(';'), parts.size());
        std::string_view part = parts.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        list += "\"" + std::string(part) + "\", ";
        parts.remove_prefix(std::min(end + 1, parts.size()));
    }
    return list + "]\n";
}

}  // namespace

std::string scenario_text(const World& world)
{
    std::string text = "format = 1\ntitle = \"a test\"\n";
    text += "profile = \"" + std::string(world.profile) + "\"\n";
    if (!world.until.empty()) text += "until = \"" + std::string(world.until) + "\"\n";
    text += "faults = " + list_of(world.faults);
    text += "[link]\ndelay = \"10ms\"\n" + std::string(world.link) + "\n";
    text += "[host.client]\nprogram = " + list_of(world.client);
    if (!world.client_sysctl.empty())
        text += "[host.client.sysctl]\n" + std::string(world.client_sysctl) + "\n";
    text += "[host.server]\nprogram = " + list_of(world.server);
    return text;
}

void PrintTo(const Pair& pair, std::ostream* out) { *out << rules::entry(pair.rule).name; }

int firings(const World& world, Rule rule)
{
    const std::string text = scenario_text(world);
    const auto scenario = scenario::parse(text, "test.toml");
    if (!scenario) {
        ADD_FAILURE() << to_string(scenario.error()) << "\n" << text;
        return -1;
    }
    const trace::Trace trace = run::run(*scenario);
    int count = 0;
    for (const trace::Record& record : trace.records()) count += record.rule == rule ? 1 : 0;
    return count;
}

}  // namespace finwait::test
