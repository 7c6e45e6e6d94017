// The Internet checksum: the ones' complement of the ones' complement sum of 16-bit words.
// RFC 1071. Used by both headers of a packet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace finwait::wire {

/// Adds octets to a running sum; an odd last octet counts as the high half of a word, so only
/// the last piece of a packet may have an odd length.
std::uint32_t add_to_checksum(std::uint32_t sum, std::span<const std::byte> octets);

/// Folds the carries and complements: the value of the header's field.
std::uint16_t checksum_of(std::uint32_t sum);

}  // namespace finwait::wire
