#include "core/base/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace finwait {

void ensure_failed(const char* condition, const char* file, int line)
{
    const auto t = static_cast<long long>(ensure_time.count());
    std::fprintf(stderr, "finwait: bug: %s does not hold at %s:%d, simulated time %lld.%09lld s\n",
                 condition, file, line, t / 1'000'000'000, t % 1'000'000'000);
    std::abort();
}

}  // namespace finwait
