// What --profile, --fault and --until do to a scenario. See app/cli/commands.h.
#include <array>

#include "app/cli/commands.h"
#include "core/base/duration.h"
#include "core/base/spelling.h"
#include "core/scenario/parse.h"

namespace finwait::cli {

Result<scenario::Scenario> load_changed(const Context& context, const std::string& file_or_name,
                                        const Changes& changes)
{
    Result<scenario::Scenario> loaded = load(context.library, file_or_name);
    if (!loaded) return loaded;
    scenario::Scenario scenario = *loaded;
    if (changes.profile) {
        const auto names = tcp::profile_names();
        if (!tcp::profile_by_name(*changes.profile))
            return Error{"--profile: there is no profile " + in_quotes(*changes.profile) +
                         ", expected " + listed(names) + did_you_mean(*changes.profile, names)};
        scenario.profile_name = *changes.profile;
    }
    for (const std::string& sentence : changes.faults) {
        const Result<scenario::Scenario> more = scenario::with_fault(scenario, sentence);
        if (!more)
            return Error{"--fault " + in_quotes(sentence) + ", column " +
                         std::to_string(more.error().column) + ": " + more.error().message};
        scenario = *more;
    }
    if (changes.until) {
        const auto until = parse_duration(*changes.until);
        if (!until || *until <= Duration{0})
            return Error{"--until: found " + in_quotes(*changes.until) +
                         ", expected a time above 0 such as 250ms or 2.5s"};
        scenario.until = *until;
    }
    return scenario;
}

std::vector<std::string> host_titles(const scenario::Scenario& scenario, Lang lang)
{
    std::vector<std::string> titles;
    for (const scenario::Host& host : scenario.hosts) {
        const std::string& shown = host.shown.in(lang);
        titles.push_back(shown.empty() ? host.name : shown);
    }
    return titles;
}

std::vector<std::string> unmatched_faults(const trace::Trace& trace, Lang lang)
{
    std::vector<std::string> out;
    for (const std::uint32_t fault : trace.ending().unmatched_faults) {
        const std::string number = std::to_string(fault + 1);
        const std::string& sentence = trace.header().faults[fault];
        out.push_back(lang == Lang::ko ? "장애 " + number + "에 맞는 세그먼트가 없었습니다: " + sentence
                                       : "fault " + number + " never matched a segment: " +
                                             sentence);
    }
    return out;
}

}  // namespace finwait::cli
