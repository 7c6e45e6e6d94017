// The [expect] table: what a run must show. Called by parse().
#pragma once

#include "core/scenario/reading.h"
#include "core/scenario/scenario.h"

namespace finwait::scenario {

/// Reads the table into scenario.expectations. The hosts must be read already.
bool read_expectations(Reading& reading, const Value& table, Scenario& scenario);

}  // namespace finwait::scenario
