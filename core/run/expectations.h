// Does a run show what its scenario's [expect] says? Asked by `finwait check`, `finwait run`
// and the tests.
#pragma once

#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/trace/trace.h"

namespace finwait::run {

struct Unmet {
    const scenario::Expectation* expectation;
    std::string message;   ///< what was expected and what the run shows
};

/// The expectations that the run does not meet, in file order; empty: all are met.
std::vector<Unmet> unmet_expectations(const scenario::Scenario& scenario,
                                      const trace::Trace& trace);

}  // namespace finwait::run
