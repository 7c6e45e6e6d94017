// ENSURE: a condition that only a bug in FinWait can break. It stops the program with the
// condition, the place and the simulated time, in every build. A peer's misbehaviour or a bad
// file never ends here: those are data (a record) and values (an Error).
#pragma once

#include "core/base/time.h"

namespace finwait {

/// The simulated time that a failing ENSURE prints. The simulator moves it; nothing reads it back.
inline thread_local Time ensure_time{0};

[[noreturn]] void ensure_failed(const char* condition, const char* file, int line);

}  // namespace finwait

#define ENSURE(condition) \
    ((condition) ? void(0) : ::finwait::ensure_failed(#condition, __FILE__, __LINE__))
