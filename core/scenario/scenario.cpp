// What a scenario's value knows about itself, and the one change that is made to the value and
// not to the text: one more fault.
#include "core/scenario/scenario.h"

#include "core/scenario/limits.h"
#include "core/scenario/parse.h"

namespace finwait::scenario {

std::vector<std::string> Scenario::host_names() const
{
    std::vector<std::string> names;
    for (const Host& host : hosts) names.push_back(host.name);
    return names;
}

tcp::Profile Scenario::profile_of(std::size_t host) const
{
    tcp::Profile profile = tcp::profile_by_name(profile_name).value_or(tcp::linux_profile());
    if (msl > Duration{0} && profile.time_wait_from_msl) profile.time_wait = 2 * msl;
    for (const auto& [name, values] : hosts[host].sysctls)
        ENSURE(tcp::set_sysctl(profile, name, values));
    if (hosts[host].mss != 0) profile.mss = hosts[host].mss;
    return profile;
}

Result<Scenario> with_fault(const Scenario& scenario, std::string_view sentence)
{
    if (scenario.faults.size() >= most_faults)
        return Error{"the scenario has " + std::to_string(most_faults) +
                     " faults already; no more are allowed"};
    const std::vector<std::string> hosts = scenario.host_names();
    auto fault = net::parse_fault(sentence, hosts);
    if (!fault) return fault.error();
    Scenario changed = scenario;
    changed.faults.push_back(std::move(*fault));
    return changed;
}

}  // namespace finwait::scenario
