// A link: what carries a host's segments to the other hosts.
#pragma once

#include <cstdint>

#include "core/base/time.h"

namespace finwait::net {

struct LinkSettings {
    Duration delay = milliseconds{10};  ///< one way
    std::uint64_t rate = 0;             ///< bits a second; 0: no limit
    std::uint32_t queue = 0;            ///< packets waiting at most; 0: no limit (with a rate)
};

}  // namespace finwait::net
