// How much one file may ask for. Files may come from strangers; each limit has its message.
#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace finwait::scenario {

inline constexpr std::size_t most_hosts = 16;
inline constexpr std::size_t most_faults = 1000;
inline constexpr std::size_t longest_fault = 500;        ///< bytes of a sentence
inline constexpr std::size_t most_expectations = 1000;
inline constexpr std::size_t longest_host_name = 32;
inline constexpr Duration longest_link_delay = hours{1};
inline constexpr Duration longest_msl = hours{1};
inline constexpr std::uint64_t fastest_link = 1'000'000'000'000;  ///< bits a second
inline constexpr std::int64_t longest_queue = 1'000'000;          ///< packets

}  // namespace finwait::scenario
