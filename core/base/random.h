// Our own generator, so that a seed gives the same run with every compiler and library:
// SplitMix64 (Steele, Lea, Flood 2014). The standard distributions differ between libraries.
#pragma once

#include <cstdint>

namespace finwait {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next()
    {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }

    /// A number in [0, bound); bound > 0. The modulo's bias is below 2^-32 for bounds below 2^32.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }

private:
    std::uint64_t state_;
};

}  // namespace finwait
