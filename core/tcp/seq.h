// A sequence number: 32 bits, arithmetic modulo 2^32 (RFC 9293 section 3.4). Comparisons are
// the modular ones, right while the two numbers are less than 2^31 apart.
#pragma once

#include <cstdint>

namespace finwait::tcp {

class Seq {
public:
    constexpr Seq() = default;
    constexpr explicit Seq(std::uint32_t raw) : raw_(raw) {}

    constexpr std::uint32_t raw() const { return raw_; }

    friend constexpr Seq operator+(Seq s, std::uint32_t octets) { return Seq{s.raw_ + octets}; }
    friend constexpr Seq operator-(Seq s, std::uint32_t octets) { return Seq{s.raw_ - octets}; }
    /// Octets from b up to a; a must not lie before b.
    friend constexpr std::uint32_t operator-(Seq a, Seq b) { return a.raw_ - b.raw_; }
    constexpr Seq& operator+=(std::uint32_t octets) { raw_ += octets; return *this; }

    friend constexpr bool operator==(Seq, Seq) = default;
    friend constexpr bool operator<(Seq a, Seq b)
    {
        return static_cast<std::int32_t>(a.raw_ - b.raw_) < 0;
    }
    friend constexpr bool operator>(Seq a, Seq b) { return b < a; }
    friend constexpr bool operator<=(Seq a, Seq b) { return !(b < a); }
    friend constexpr bool operator>=(Seq a, Seq b) { return !(a < b); }

private:
    std::uint32_t raw_ = 0;
};

constexpr Seq later(Seq a, Seq b) { return a < b ? b : a; }
constexpr Seq earlier(Seq a, Seq b) { return a < b ? a : b; }

}  // namespace finwait::tcp
