// The eleven states explained: what each means, what it waits for, which timer ends it, and what
// people get wrong. Printed by `finwait explain TIME-WAIT` and by the state view.
#pragma once

#include <span>
#include <string_view>

#include "core/base/lang.h"

namespace finwait::rules {

struct StateEntry {
    std::string_view name;      ///< as in RFC 9293: "TIME-WAIT"
    std::string_view ss;        ///< as `ss` prints it: "SYN-RECV", "ESTAB"
    std::string_view netstat;   ///< as `netstat` prints it: "TIME_WAIT"; empty: never printed
    Text meaning;
    Text waits_for;
    Text timer;                 ///< which timer ends it, or that none does
    Text mistake;               ///< what is often said of it, and what is true
    std::string_view source;
};

/// In the order of tcp::State.
std::span<const StateEntry> states();
/// By any usual spelling: TIME-WAIT, time_wait, TIME_WAIT, FIN-WAIT1, SYN-RECV, SYN_RCVD, ESTAB…
/// nullptr if it names no state.
const StateEntry* state_entry(std::string_view name);

}  // namespace finwait::rules
