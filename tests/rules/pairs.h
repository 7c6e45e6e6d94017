// The pairs of runs by chapter, and the rules that sockets cannot reach. See fires_test.cpp.
#pragma once

#include <span>

#include "tests/rules/world.h"

namespace finwait::test {

std::span<const Pair> opening_pairs();
std::span<const Pair> data_pairs();
std::span<const Pair> closing_pairs();
std::span<const Pair> reset_pairs();
std::span<const Pair> host_pairs();

/// Rules that no program of system calls brings about; endpoint_rules_test.cpp has them.
std::span<const Rule> rules_of_endpoints();

}  // namespace finwait::test
