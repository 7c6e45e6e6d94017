// A TCP segment as a value: the header fields that a run depends on. Its octets travel beside
// it; core/wire turns both into the bytes of a packet. RFC 9293 section 3.1.
#pragma once

#include <cstdint>
#include <string>

#include "core/tcp/seq.h"

namespace finwait::tcp {

/// Control bits with their values on the wire.
enum Flag : std::uint8_t { FIN = 1, SYN = 2, RST = 4, PSH = 8, ACK = 16, URG = 32 };

struct Segment {
    Seq seq;
    Seq ack;                    ///< means something only with the ACK flag
    std::uint32_t len = 0;      ///< octets of data, without SYN and FIN
    std::uint32_t window = 0;   ///< octets, already scaled
    std::uint16_t mss = 0;      ///< the MSS option of a SYN; 0: no option
    std::uint8_t flags = 0;
    bool corrupted = false;     ///< the checksum will not match: whoever gets it drops it

    constexpr bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
    /// SEG.LEN: octets of data, and one each for SYN and FIN.
    constexpr std::uint32_t seg_len() const
    {
        return len + (has(SYN) ? 1U : 0U) + (has(FIN) ? 1U : 0U);
    }
    constexpr Seq end() const { return seq + seg_len(); }

    friend constexpr bool operator==(const Segment&, const Segment&) = default;
};

/// "SYN,ACK"; "" for no flag.
std::string control_text(std::uint8_t flags);
/// The flags as letters in the order S F R P A, as the JSON trace writes them.
std::string flag_letters(std::uint8_t flags);
/// `<SEQ=100><ACK=301><CTL=FIN,ACK>`, with `<DATA=5>` before CTL when there are octets
/// (RFC 9293's notation). Numbers are printed less `seq_base` and `ack_base`.
std::string to_string(const Segment& segment, Seq seq_base = Seq{0}, Seq ack_base = Seq{0});

}  // namespace finwait::tcp
