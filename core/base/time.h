// Simulated time: integer nanoseconds since the start of the run. There is no clock in the core.
// Used by every room.
#pragma once

#include <chrono>
#include <cstdint>

namespace finwait {

using Duration = std::chrono::nanoseconds;
using Time = std::chrono::nanoseconds;  ///< since the start of the run

inline constexpr Time never = Time::max();

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::nanoseconds;
using std::chrono::seconds;

}  // namespace finwait
