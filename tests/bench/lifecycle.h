// The lifecycle that speed claims are about: handshake, 200 B up, 150 B down, two 20 B messages
// each way, close, TIME-WAIT waited out; 10 ms link, linux profile. One scenario for the
// benchmark, for build/lifecycles and for the test that both run what `finwait run` runs.
#pragma once

#include <cstdint>
#include <string>

namespace finwait::bench {

/// The scenario's text: `count` lifecycles, `at_once` of them opened 1 us apart, the next ones
/// after the last TIME-WAIT is over.
inline std::string lifecycle_scenario(std::uint32_t count, std::uint32_t at_once)
{
    std::string repeat;
    if (count > 1) {
        const std::string rest = at_once < count
                                     ? " in bursts of " + std::to_string(at_once) + " every 70s"
                                     : std::string{};
        repeat = "\"repeat " + std::to_string(count) + " every 1us" + rest + "\", ";
    }
    return R"(format  = 1
title   = "One lifecycle"
profile = "linux"

[link]
delay = "10ms"

[host.client]
program = [)" + repeat + R"("connect server:80", "send 200 B", "recv", "send 20 B", "recv",
           "send 20 B", "recv", "close"]

[host.server]
program = ["listen 80", "accept each", "recv", "send 150 B", "recv", "send 20 B", "recv",
           "send 20 B", "recv until eof", "close"]
)";
}

}  // namespace finwait::bench
