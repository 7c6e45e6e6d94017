// The text ladder: a run as a sequence diagram in characters, for terminals, mails and handouts.
// Two lifelines, a time column, an arrow a segment in the RFC's notation, the states outside.
// Printed by `finwait run` and `finwait export -o x.txt`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/base/lang.h"
#include "core/trace/query.h"

namespace finwait::exports {

struct LadderLook {
    Lang lang = Lang::en;
    std::size_t width = 96;          ///< columns, at least 60
    bool colour = false;             ///< ANSI escape sequences
    bool ascii = false;              ///< no characters beyond ASCII in the drawing
    bool calls = false;              ///< system calls and what they return
    bool timers = false;             ///< timers set and fired
    bool absolute_numbers = false;
    std::size_t most_rows = 0;       ///< 0: all; else the rest is counted in a last line
    std::vector<std::string> host_titles;  ///< over the lifelines; empty: the hosts' names
};

/// One ladder for each pair of hosts that exchange segments, in the order of their first one;
/// with several connections between them, each segment and state says whose it is (#2).
std::string ladder(const trace::Index& index, const LadderLook& look);

}  // namespace finwait::exports
