// The bytes and header fields that the inspector shows.
#include "core/export/packet.h"

#include <gtest/gtest.h>

#include "tests/export/hand_made.h"

namespace finwait::exports {
namespace {

using namespace std::chrono_literals;

const Field& field(const Packet& packet, std::string_view key)
{
    for (const Field& each : packet.fields)
        if (each.key == key) return each;
    static const Field none;
    ADD_FAILURE() << "no field " << key;
    return none;
}

TEST(PacketOf, ShowsAbsoluteNumbersPortsAndFlags)
{
    HandMade run;
    run.handshake();
    const Packet packet = packet_of(trace::Index(run.trace), 4);
    EXPECT_EQ(field(packet, "src port").value, "80");
    EXPECT_EQ(field(packet, "dst port").value, "49152");
    EXPECT_EQ(field(packet, "seq").value, "5000");
    EXPECT_EQ(field(packet, "ack").value, "1001");
    EXPECT_EQ(field(packet, "off").value, "6");
    EXPECT_EQ(field(packet, "win").value, "64240");
    EXPECT_EQ(field(packet, "SYN").value, "1");
    EXPECT_EQ(field(packet, "ACK").value, "1");
    EXPECT_EQ(field(packet, "FIN").value, "0");
    EXPECT_EQ(field(packet, "options").value, "MSS 1460");
    EXPECT_EQ(packet.header_bytes, 24U);
}

TEST(PacketOf, FieldsCoverTheHeaderWithoutAGap)
{
    HandMade run;
    run.handshake();
    for (const trace::Record& record : run.trace.records()) {
        if (record.kind != trace::Kind::sent) continue;
        const Packet packet = packet_of(trace::Index(run.trace), record.id);
        int bit = 0;
        for (const Field& each : packet.fields) {
            EXPECT_EQ(each.first_bit, bit) << each.key;
            EXPECT_FALSE(each.name.en.empty() || each.name.ko.empty()) << each.key;
            bit += each.bits;
        }
        EXPECT_EQ(static_cast<std::size_t>(bit), packet.header_bytes * 8);
    }
}

TEST(PacketOf, CarriesTheOctetsBehindTheHeader)
{
    HandMade run;
    const auto id = run.sent(0ms, 0, tcp::ACK | tcp::PSH, 1, 1, trace::label_data, "hello");
    const Packet packet = packet_of(trace::Index(run.trace), id);
    ASSERT_EQ(packet.bytes.size(), 25U);
    EXPECT_EQ(packet.header_bytes, 20U);
    EXPECT_EQ(std::to_integer<char>(packet.bytes[20]), 'h');
    EXPECT_EQ(std::to_integer<char>(packet.bytes[24]), 'o');
    EXPECT_EQ(field(packet, "checksum").value.substr(0, 2), "0x");
}

TEST(PacketOf, HostsHaveTheAddressesOfOnePrivateNet)
{
    EXPECT_EQ(address_text(0), "10.0.0.1");
    EXPECT_EQ(address_text(1), "10.0.0.2");
    EXPECT_EQ(address_text(254), "10.0.0.255");
}

}  // namespace
}  // namespace finwait::exports
