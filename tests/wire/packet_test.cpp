// Packets: RFC 1071's example, a capture's bytes, and the way there and back.
#include "core/wire/packet.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

#include "core/wire/checksum.h"

namespace finwait::wire {
namespace {

Bytes bytes(std::initializer_list<int> values)
{
    Bytes out;
    for (const int value : values) out.push_back(static_cast<std::byte>(value));
    return out;
}

Bytes text(std::string_view characters)
{
    Bytes out;
    for (const char c : characters) out.push_back(static_cast<std::byte>(c));
    return out;
}

const Addresses there{0x0A000001, 0x0A000002, 49152, 80};

TEST(Checksum, SumsTheExampleOfRfc1071)
{
    const Bytes example = bytes({0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7});
    EXPECT_EQ(checksum_of(add_to_checksum(0, example)), static_cast<std::uint16_t>(~0xddf2));
}

TEST(Checksum, TakesAnOddLastOctetAsTheHighHalf)
{
    EXPECT_EQ(checksum_of(add_to_checksum(0, bytes({0x12}))), static_cast<std::uint16_t>(~0x1200));
}

TEST(Checksum, BringsEveryCarryBack)
{
    EXPECT_EQ(checksum_of(add_to_checksum(0, bytes({0xff, 0xff, 0xff, 0xff, 0x00, 0x01}))),
              static_cast<std::uint16_t>(~1));
}

TEST(Packet, OfASynIsTheBytesOfACapture)
{
    tcp::Segment syn;
    syn.seq = tcp::Seq{0x01020304};
    syn.flags = tcp::SYN;
    syn.window = 64240;
    syn.mss = 1460;
    const Bytes packet = ipv4_bytes(there, syn, {});
    // Both checksums were computed apart from this code.
    EXPECT_EQ(packet,
              bytes({0x45, 0x00, 0x00, 0x2c, 0x00, 0x00, 0x40, 0x00, 0x40, 0x06, 0x26, 0xca,
                     0x0a, 0x00, 0x00, 0x01, 0x0a, 0x00, 0x00, 0x02,
                     0xc0, 0x00, 0x00, 0x50, 0x01, 0x02, 0x03, 0x04, 0x00, 0x00, 0x00, 0x00,
                     0x60, 0x02, 0xfa, 0xf0, 0xc4, 0xdc, 0x00, 0x00,
                     0x02, 0x04, 0x05, 0xb4}));
}

TEST(Packet, ComesBackAsItWent)
{
    tcp::Segment segment;
    segment.seq = tcp::Seq{0xfffffffe};
    segment.ack = tcp::Seq{7};
    segment.flags = tcp::ACK | tcp::PSH | tcp::FIN;
    segment.window = 1000;
    segment.len = 5;
    const Result<Incoming> in = read(ipv4_bytes(there, segment, text("hello"), 9));
    ASSERT_TRUE(in.ok());
    EXPECT_EQ(in->segment, segment);
    EXPECT_EQ(in->addresses, there);
    EXPECT_EQ(in->octets, text("hello"));
}

TEST(Packet, WritesTheMssOnlyOnASyn)
{
    tcp::Segment segment;
    segment.mss = 1460;
    segment.flags = tcp::ACK;
    EXPECT_EQ(tcp_bytes(there, segment, {}).size(), tcp_header_bytes);
    segment.flags = tcp::SYN | tcp::ACK;
    EXPECT_EQ(tcp_bytes(there, segment, {}).size(), tcp_header_bytes + mss_option_bytes);
}

TEST(Packet, WritesAWindowThatDoesNotFitAsTheLargest)
{
    tcp::Segment segment;
    segment.flags = tcp::ACK;
    segment.window = 70000;
    EXPECT_EQ(read(ipv4_bytes(there, segment, {}))->segment.window, largest_window);
}

TEST(Packet, OfACorruptedSegmentHasAChecksumThatDoesNotMatch)
{
    tcp::Segment segment;
    segment.flags = tcp::ACK;
    EXPECT_FALSE(read(ipv4_bytes(there, segment, {}))->segment.corrupted);
    segment.corrupted = true;
    EXPECT_TRUE(read(ipv4_bytes(there, segment, {}))->segment.corrupted);
}

TEST(Packet, AnyFlippedBitIsNoticed)
{
    tcp::Segment segment;
    segment.flags = tcp::ACK;
    segment.len = 3;
    const Bytes good = ipv4_bytes(there, segment, text("abc"));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Bytes bad = good;
        bad[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
        const Result<Incoming> in = read(bad);
        EXPECT_TRUE(!in.ok() || in->segment.corrupted) << "bit " << bit;
    }
}

TEST(Packet, CutShortIsRefusedAtEveryLength)
{
    tcp::Segment segment;
    segment.flags = tcp::SYN;
    segment.mss = 1460;
    const Bytes good = ipv4_bytes(there, segment, {});
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_FALSE(read(std::span(good).first(length)).ok()) << length;
}

TEST(Packet, OptionsThatMakeNoSenseAreNoMss)
{
    tcp::Segment segment;
    segment.flags = tcp::SYN;
    segment.mss = 1460;
    Bytes packet = ipv4_bytes(there, segment, {});
    packet[41] = std::byte{0};  // an option of length 0 must not loop
    EXPECT_EQ(read(packet)->segment.mss, 0);
    packet[41] = std::byte{200};
    EXPECT_EQ(read(packet)->segment.mss, 0);
    packet[40] = packet[41] = packet[42] = std::byte{1};  // three no-operations, one cut off
    EXPECT_EQ(read(packet)->segment.mss, 0);
}

}  // namespace
}  // namespace finwait::wire
