// A small scenario for one test: two hosts, 10 ms apart, and what their programs do.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "core/rules/id.h"

namespace finwait::test {

struct World {
    std::string_view client;             ///< statements, separated by ';'
    std::string_view server;
    std::string_view faults = {};        ///< sentences, separated by ';'
    std::string_view profile = "linux";
    std::string_view until = {};         ///< "500ms"; empty: until nothing is left to happen
    std::string_view client_sysctl = {};  ///< "tcp_fin_timeout = 5"
    std::string_view link = {};          ///< `rate = "100kbit"`; the delay is always 10 ms
};

/// The scenario file that says so.
std::string scenario_text(const World& world);

/// How often a rule fires when the world runs; fails the test if it does not parse.
int firings(const World& world, Rule rule);

/// A run in which a rule fires, and one in which its condition nearly holds.
struct Pair {
    Rule rule;
    std::string_view missing;   ///< what the second world lacks
    World fires;
    World nearly;
};

/// What gtest prints of a pair: the rule's name.
void PrintTo(const Pair& pair, std::ostream* out);

}  // namespace finwait::test
