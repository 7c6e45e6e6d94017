// Scenarios that nobody would write: a seed gives the text of a file with random hosts, programs,
// links, settings and faults. For the tests that must hold for every run (determinism.cpp,
// conservation_test.cpp). The text goes through scenario::parse as an author's does.
#pragma once

#include <cstdint>
#include <string>

#include "core/scenario/scenario.h"

namespace finwait::test {

inline constexpr std::uint64_t generated_count = 10'000;  ///< the seeds are 1 to this

std::string generated_text(std::uint64_t seed);

/// The text, read. The program stops when it is not a right file: that is the generator's bug.
scenario::Scenario generated(std::uint64_t seed);

}  // namespace finwait::test
