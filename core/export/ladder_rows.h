// The rows of a text ladder: which records share a line. Made here, drawn by ladder.cpp.
#pragma once

#include <string>
#include <vector>

#include "core/trace/query.h"

namespace finwait::exports {

/// Two hosts that exchange segments; the opener of their first connection stands left.
struct HostPair {
    trace::HostId left = 0;
    trace::HostId right = 0;
    bool several = false;      ///< more than one connection between them

    bool has(trace::HostId host) const { return host == left || host == right; }
};

/// One line of the ladder.
struct LadderRow {
    enum class Arrow : unsigned char {
        none,
        whole,      ///< the segment leaves now; nothing of interest happens before it arrives
        departure,  ///< another segment crosses it: its arrival is a row of its own
        arrival,
    };
    Time t{0};
    Arrow arrow = Arrow::none;
    trace::RecordId sent = trace::no_record;
    bool to_right = false;     ///< the direction of the arrow
    std::string left, right;   ///< states, calls, timers beside the lifelines
    bool left_is_state = false, right_is_state = false;
};

struct RowChoice {
    bool calls = false;
    bool timers = false;
};

/// The pairs of a run, in the order of their first segment.
std::vector<HostPair> host_pairs(const trace::Index& index);

std::vector<LadderRow> ladder_rows(const trace::Index& index, const HostPair& pair,
                                   const RowChoice& choice);

}  // namespace finwait::exports
