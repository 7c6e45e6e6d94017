// Durations as a person writes them: "10ms", "1.5s", "2m". Exact integers of nanoseconds.
// Used by scenario files, faults, expectations and the command line.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/time.h"

namespace finwait {

/// A number and a unit (ns, us, ms, s, m, h), blanks between them allowed. Nothing when it is
/// something else, is finer than a nanosecond or longer than a year.
std::optional<Duration> parse_duration(std::string_view text);

/// In the largest of s, ms, us, ns that it fills: "1.5s", "200ms", "60s", "0s". parse_duration
/// reads it back.
std::string duration_text(Duration duration);

}  // namespace finwait
