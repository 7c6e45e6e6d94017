// The hosts of a scenario: [host.NAME] with program and sysctls, [link] and [link.HOST], and
// their Korean names. Called by parse().
#pragma once

#include "core/scenario/reading.h"
#include "core/scenario/scenario.h"

namespace finwait::scenario {

/// Reads [host.NAME] in the order of the file, programs included.
bool read_hosts(Reading& reading, const Member& table, Scenario& scenario);
/// Reads [link] and [link.HOST]. The hosts must be read already.
bool read_links(Reading& reading, const Member& table, Scenario& scenario);
/// Reads [ko.host]. The hosts must be read already.
bool read_korean_names(Reading& reading, const Member& table, Scenario& scenario);

/// "1Mbit/s" in bits a second; nothing when it is something else.
std::optional<std::uint64_t> parse_rate(std::string_view text);

}  // namespace finwait::scenario
