// A scenario as a value: what a file says, checked. run() takes nothing else.
// docs/scenario-format.md is its description for people.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/base/lang.h"
#include "core/base/time.h"
#include "core/host/call.h"
#include "core/net/fault.h"
#include "core/net/link.h"
#include "core/tcp/profile.h"
#include "core/trace/trace.h"

namespace finwait::scenario {

inline constexpr int newest_format = 1;

/// A text in both languages; `ko` falls back to `en` where a file has none.
struct LocalText {
    std::string en;
    std::string ko;
    const std::string& in(Lang lang) const { return lang == Lang::ko && !ko.empty() ? ko : en; }
};

struct Host {
    std::string name;
    LocalText shown;                       ///< on the lifeline; the name where the file has none
    host::Program program;
    net::LinkSettings link;                ///< of the segments that leave it
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> sysctls;  ///< in file order
    bool has_isn = false;
    std::uint32_t isn = 0;                 ///< of its first connection
    std::uint16_t mss = 0;                 ///< 0: the profile's
};

/// What a run must show. Evaluated by core/run/expectations.h.
struct Expectation {
    enum class Kind : std::uint8_t {
        states,   ///< states.HOST = [...]: the connection's states at that host end so
        count,    ///< count."FIN from server" = 2; count."lost" = 1
        calls,    ///< calls.HOST = ["connect ECONNREFUSED", "recv 5"]: so, others between them
        when,     ///< when."client ESTABLISHED" = "20ms"; when."2nd SYN from client" = "1s"
        rules,    ///< rules = ["fin-again"]: each fires at least once
    } kind{};
    std::uint32_t conn = 1;                ///< states, when: of this one; 0: of any
    std::uint8_t host = 0;
    std::vector<std::string> names;        ///< states, calls, rules
    net::Selector what;                    ///< count, when (a segment)
    bool lost_only = false;                ///< count: "lost", "lost FIN from client"
    bool state_moment = false;             ///< when: names[0] is a state of `host`
    std::int64_t number = 0;               ///< count
    Duration time{0};                      ///< when
    std::string text;                      ///< as written, for messages
    int line = 0;
};

/// Files may come from strangers.
struct Limits {
    std::uint64_t records = 4'000'000;
    std::uint64_t octets = 64'000'000;     ///< sent by all hosts: what a trace keeps of them
    Duration time = hours{24 * 7};
};

struct Scenario {
    int format = newest_format;
    std::string file;                      ///< where it came from; empty: from memory
    LocalText title, question, answer;
    std::string profile_name = "linux";
    std::uint64_t seed = 1;
    Duration msl{0};                       ///< 0: the profile's
    Duration until{0};                     ///< stop here; 0: when nothing is left to happen
    std::vector<Host> hosts;
    std::vector<net::Fault> faults;
    std::vector<Expectation> expectations;
    std::vector<trace::Statement> statements;  ///< the texts of all programs
    Limits limits;

    std::vector<std::string> host_names() const;
    /// The profile of one host: the scenario's, with the host's sysctls, msl and mss.
    tcp::Profile profile_of(std::size_t host) const;
};

}  // namespace finwait::scenario
