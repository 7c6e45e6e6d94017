// The catalogue's chapters, one file each, in the order of core/rules/id.h.
// Only core/rules/catalogue.cpp includes this; everybody else asks catalogue.h.
#pragma once

#include <span>

#include "core/rules/catalogue.h"

namespace finwait::rules {

std::span<const Entry> opening_entries();
std::span<const Entry> data_entries();
std::span<const Entry> closing_entries();
std::span<const Entry> reset_entries();      ///< reset and keepalive
std::span<const Entry> host_entries();       ///< network, hosts and timers

}  // namespace finwait::rules
