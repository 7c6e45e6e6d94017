// Who may include whom: the one table. docs/architecture.md says why.
#pragma once

#include <string>
#include <vector>

namespace finwait::repository {

struct Room {
    std::string folder;
    std::vector<std::string> may_include;  ///< folders ("core/net/") and single headers
};

/// Open to every room.
inline const std::vector<std::string> open_to_all = {"core/base/", "core/rules/id.h"};

/// What a record of the trace is made of. Who may read records may name these.
inline const std::vector<std::string> values_in_records = {
    "core/tcp/segment.h", "core/tcp/seq.h",   "core/tcp/state.h", "core/tcp/timer.h",
    "core/tcp/transitions.h", "core/host/errno.h", "core/net/label.h"};

/// A room may include itself, what is open to all, and this.
inline const std::vector<Room> rooms = {
    {"core/base/", {}},
    {"core/rules/", {}},
    {"core/tcp/", {}},
    {"core/wire/", {"core/tcp/segment.h"}},
    {"core/net/", {"core/tcp/segment.h"}},
    // A host says what happens in records: one value, not one of its own turned into another.
    {"core/host/", {"core/tcp/", "core/net/", "core/trace/record.h"}},
    {"core/trace/", values_in_records},
    {"core/sim/", {"core/host/", "core/net/", "core/trace/", "core/tcp/segment.h"}},
    {"core/scenario/",
     {"core/net/fault.h", "core/net/label.h", "core/net/link.h", "core/host/call.h",
      "core/host/errno.h", "core/tcp/profile.h", "core/tcp/segment.h", "core/tcp/state.h",
      "core/trace/record.h", "core/trace/trace.h",
      "core/rules/catalogue.h"}},  // `expect` names rules
    {"core/run/",
     {"core/scenario/", "core/sim/", "core/trace/", "core/tcp/tcb.h", "core/rules/catalogue.h"}},
    {"core/diagram/", {"core/trace/", "core/rules/"}},
    {"core/export/",
     {"core/diagram/", "core/trace/", "core/wire/", "core/scenario/", "core/rules/"}},
    {"app/paint/", {"core/diagram/"}},
    {"app/cli/",
     {"core/run/", "core/scenario/", "core/trace/", "core/diagram/", "core/export/", "core/rules/",
      "app/paint/", "app/gui/"}},
    {"app/gui/",
     {"core/run/", "core/scenario/", "core/trace/", "core/diagram/", "core/export/", "core/rules/",
      "app/paint/"}},
    {"tests/", {"core/", "app/"}},
};

/// The rooms in which time moves: integers only, nothing ordered by a hash.
inline const std::vector<std::string> simulation = {"core/base/", "core/tcp/",   "core/net/",
                                                    "core/host/", "core/trace/", "core/sim/",
                                                    "core/run/"};

/// Rooms that work with records, and so may name what these are made of.
inline bool reads_records(const Room& room)
{
    for (const std::string& target : room.may_include)
        if (target == "core/trace/") return true;
    return false;
}

}  // namespace finwait::repository
