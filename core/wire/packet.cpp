// IPv4 and TCP headers to bytes and back. RFC 791 section 3.1, RFC 9293 section 3.1.
#include "core/wire/packet.h"

#include <algorithm>

#include "core/base/ensure.h"
#include "core/wire/checksum.h"

namespace finwait::wire {
namespace {

constexpr std::uint8_t protocol_tcp = 6;
constexpr std::uint8_t option_end = 0;
constexpr std::uint8_t option_nothing = 1;
constexpr std::uint8_t option_mss = 2;
constexpr std::size_t checksum_in_tcp = 16;
constexpr std::size_t checksum_in_ipv4 = 10;

void put8(Bytes& out, unsigned value) { out.push_back(static_cast<std::byte>(value & 0xFFU)); }

void put16(Bytes& out, unsigned value)
{
    put8(out, value >> 8U);
    put8(out, value);
}

void put32(Bytes& out, std::uint32_t value)
{
    put16(out, value >> 16U);
    put16(out, value & 0xFFFFU);
}

void set16(Bytes& out, std::size_t at, unsigned value)
{
    out[at] = static_cast<std::byte>(value >> 8U & 0xFFU);
    out[at + 1] = static_cast<std::byte>(value & 0xFFU);
}

std::uint8_t get8(std::span<const std::byte> in, std::size_t at)
{
    return std::to_integer<std::uint8_t>(in[at]);
}

std::uint16_t get16(std::span<const std::byte> in, std::size_t at)
{
    return static_cast<std::uint16_t>(get8(in, at) << 8U | get8(in, at + 1));
}

std::uint32_t get32(std::span<const std::byte> in, std::size_t at)
{
    return std::uint32_t{get16(in, at)} << 16U | get16(in, at + 2);
}

/// The sum over the pseudo-header: addresses, protocol, length. RFC 9293 section 3.1, Checksum.
std::uint32_t pseudo_header_sum(const Addresses& addresses, std::size_t tcp_length)
{
    Bytes pseudo;
    put32(pseudo, addresses.source);
    put32(pseudo, addresses.destination);
    put16(pseudo, protocol_tcp);
    put16(pseudo, static_cast<unsigned>(tcp_length));
    return add_to_checksum(0, pseudo);
}

/// The value of the MSS option; 0 without one or when the options make no sense.
std::uint16_t read_mss(std::span<const std::byte> options)
{
    while (!options.empty()) {
        const std::uint8_t kind = get8(options, 0);
        if (kind == option_end) return 0;
        if (kind == option_nothing) {
            options = options.subspan(1);
            continue;
        }
        if (options.size() < 2) return 0;
        const std::size_t length = get8(options, 1);
        if (length < 2 || length > options.size()) return 0;
        if (kind == option_mss && length == mss_option_bytes) return get16(options, 2);
        options = options.subspan(length);
    }
    return 0;
}

}  // namespace

Bytes tcp_bytes(const Addresses& addresses, const tcp::Segment& segment,
                std::span<const std::byte> octets)
{
    ENSURE(octets.size() == segment.len);
    const bool with_mss = segment.has(tcp::SYN) && segment.mss != 0;
    const std::size_t header = tcp_header_bytes + (with_mss ? mss_option_bytes : 0);
    Bytes out;
    out.reserve(header + octets.size());
    put16(out, addresses.source_port);
    put16(out, addresses.destination_port);
    put32(out, segment.seq.raw());
    put32(out, segment.has(tcp::ACK) ? segment.ack.raw() : 0);
    put8(out, static_cast<unsigned>(header / 4) << 4U);
    put8(out, segment.flags);
    // Deviation: a window beyond 65535 is written as 65535. There is no window scale option yet.
    put16(out, std::min<std::uint32_t>(segment.window, largest_window));
    put16(out, 0);  // the checksum, below
    put16(out, 0);  // urgent pointer
    if (with_mss) {
        put8(out, option_mss);
        put8(out, mss_option_bytes);
        put16(out, segment.mss);
    }
    out.insert(out.end(), octets.begin(), octets.end());
    const std::uint16_t checksum =
        checksum_of(add_to_checksum(pseudo_header_sum(addresses, out.size()), out));
    set16(out, checksum_in_tcp, segment.corrupted ? checksum ^ 1U : checksum);
    return out;
}

Bytes ipv4_bytes(const Addresses& addresses, const tcp::Segment& segment,
                 std::span<const std::byte> octets, std::uint16_t identification)
{
    const Bytes payload = tcp_bytes(addresses, segment, octets);
    Bytes out;
    out.reserve(ipv4_header_bytes + payload.size());
    put8(out, 0x45);  // version 4, five words
    put8(out, 0);     // type of service
    put16(out, static_cast<unsigned>(ipv4_header_bytes + payload.size()));
    put16(out, identification);
    put16(out, 0x4000);  // don't fragment
    put8(out, 64);       // time to live
    put8(out, protocol_tcp);
    put16(out, 0);  // the checksum, below
    put32(out, addresses.source);
    put32(out, addresses.destination);
    set16(out, checksum_in_ipv4, checksum_of(add_to_checksum(0, out)));
    out.insert(out.end(), payload.begin(), payload.end());
    return out;
}

Result<Incoming> read(std::span<const std::byte> packet)
{
    if (packet.size() < ipv4_header_bytes + tcp_header_bytes)
        return Error{"the packet has " + std::to_string(packet.size()) +
                     " bytes, expected at least 40"};
    if (get8(packet, 0) >> 4U != 4) return Error{"the packet is not IPv4"};
    const std::size_t ip_header = (get8(packet, 0) & 0xFU) * std::size_t{4};
    const std::size_t total = get16(packet, 2);
    if (ip_header < ipv4_header_bytes || total > packet.size() ||
        total < ip_header + tcp_header_bytes)
        return Error{"the lengths in the IPv4 header do not fit the packet"};
    if (checksum_of(add_to_checksum(0, packet.first(ip_header))) != 0)
        return Error{"the checksum of the IPv4 header does not match"};
    if (get8(packet, 9) != protocol_tcp) return Error{"the packet does not carry TCP"};

    const auto tcp = packet.subspan(ip_header, total - ip_header);
    const std::size_t header = (get8(tcp, 12) >> 4U) * std::size_t{4};
    if (header < tcp_header_bytes || header > tcp.size())
        return Error{"the data offset of the TCP header does not fit the packet"};

    Incoming in;
    in.addresses = {get32(packet, 12), get32(packet, 16), get16(tcp, 0), get16(tcp, 2)};
    in.segment.seq = tcp::Seq{get32(tcp, 4)};
    in.segment.ack = tcp::Seq{get32(tcp, 8)};
    in.segment.flags = get8(tcp, 13) & 0x3FU;
    in.segment.window = get16(tcp, 14);
    in.segment.mss = read_mss(tcp.subspan(tcp_header_bytes, header - tcp_header_bytes));
    in.segment.len = static_cast<std::uint32_t>(tcp.size() - header);
    in.segment.corrupted =
        checksum_of(add_to_checksum(pseudo_header_sum(in.addresses, tcp.size()), tcp)) != 0;
    in.octets.assign(tcp.begin() + static_cast<std::ptrdiff_t>(header), tcp.end());
    return in;
}

}  // namespace finwait::wire
