// The Internet checksum, RFC 1071 section 4.1.
#include "core/wire/checksum.h"

namespace finwait::wire {

std::uint32_t add_to_checksum(std::uint32_t sum, std::span<const std::byte> octets)
{
    std::size_t i = 0;
    for (; i + 1 < octets.size(); i += 2) {
        sum += std::to_integer<std::uint32_t>(octets[i]) << 8U |
               std::to_integer<std::uint32_t>(octets[i + 1]);
        sum = (sum & 0xFFFFU) + (sum >> 16U);  // the carry comes back in at once: no overflow
    }
    if (i < octets.size()) sum += std::to_integer<std::uint32_t>(octets[i]) << 8U;
    return (sum & 0xFFFFU) + (sum >> 16U);
}

std::uint16_t checksum_of(std::uint32_t sum)
{
    while (sum > 0xFFFFU) sum = (sum & 0xFFFFU) + (sum >> 16U);
    return static_cast<std::uint16_t>(~sum);
}

}  // namespace finwait::wire
