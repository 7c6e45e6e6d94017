// A segment to the bytes of an IPv4 packet and back: a 20-byte IPv4 header (RFC 791), the TCP
// header with the MSS option on a SYN (RFC 9293 section 3.1), both checksums (RFC 1071). Called
// by core/export for the inspector's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/tcp/segment.h"

namespace finwait::wire {

inline constexpr std::size_t ipv4_header_bytes = 20;
inline constexpr std::size_t tcp_header_bytes = 20;  ///< without options
inline constexpr std::size_t mss_option_bytes = 4;
inline constexpr std::uint16_t largest_window = 65535;  ///< no window scale option is written

/// Where a segment comes from and goes to. Addresses in host byte order: 10.0.0.1 is 0x0A000001.
struct Addresses {
    std::uint32_t source = 0;
    std::uint32_t destination = 0;
    std::uint16_t source_port = 0;
    std::uint16_t destination_port = 0;

    friend bool operator==(const Addresses&, const Addresses&) = default;
};

/// What read() finds in a packet.
struct Incoming {
    Addresses addresses;
    tcp::Segment segment;   ///< `corrupted` when the TCP checksum does not match
    Bytes octets;
};

/// TCP header and octets. `octets` has segment.len of them. A window above `largest_window` is
/// written as that; a corrupted segment gets a checksum that is wrong in one bit.
Bytes tcp_bytes(const Addresses& addresses, const tcp::Segment& segment,
                std::span<const std::byte> octets);

/// The same with the IPv4 header before it: TTL 64, "don't fragment".
Bytes ipv4_bytes(const Addresses& addresses, const tcp::Segment& segment,
                 std::span<const std::byte> octets, std::uint16_t identification = 0);

/// Reads a whole IPv4 packet. An Error says what is wrong with a packet that is not one
/// (too short, another version or protocol, a header checksum that does not match).
Result<Incoming> read(std::span<const std::byte> packet);

}  // namespace finwait::wire
