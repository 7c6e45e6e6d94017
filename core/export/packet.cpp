// A sent record as bytes and header fields. RFC 9293 section 3.1.
#include "core/export/packet.h"

#include <algorithm>
#include <array>

#include "core/base/ensure.h"
#include "core/wire/packet.h"

namespace finwait::exports {
namespace {

constexpr std::uint32_t first_address = 0x0A000001;  // 10.0.0.1

struct Place {
    std::string_view key;
    Text name;
    int bits;
};

/// The fixed part of the header, in wire order.
constexpr auto layout = std::to_array<Place>({
    {"src port", {"source port", "발신지 포트"}, 16},
    {"dst port", {"destination port", "목적지 포트"}, 16},
    {"seq", {"sequence number", "순서 번호"}, 32},
    {"ack", {"acknowledgment number", "확인응답 번호"}, 32},
    {"off", {"data offset, in 32-bit words", "데이터 오프셋(32비트 단위)"}, 4},
    {"rsvd", {"reserved, always 0", "예약(항상 0)"}, 4},
    {"CWR", {"congestion window reduced", "혼잡 윈도 감소"}, 1},
    {"ECE", {"ECN-Echo", "ECN 에코"}, 1},
    {"URG", {"urgent pointer is valid", "긴급 포인터 유효"}, 1},
    {"ACK", {"acknowledgment number is valid", "확인응답 번호 유효"}, 1},
    {"PSH", {"push: give the data to the program at once", "푸시: 데이터를 곧바로 프로그램에 전달"}, 1},
    {"RST", {"reset the connection", "연결 재설정"}, 1},
    {"SYN", {"synchronize sequence numbers", "순서 번호 동기화"}, 1},
    {"FIN", {"no more data from the sender", "보낼 데이터 없음"}, 1},
    {"win", {"window", "윈도"}, 16},
    {"checksum", {"checksum", "체크섬"}, 16},
    {"urg", {"urgent pointer", "긴급 포인터"}, 16},
});

/// `bits` bits from `first_bit` on, as a number; at most 32 of them.
std::uint32_t bits_at(const Bytes& bytes, int first_bit, int bits)
{
    std::uint32_t value = 0;
    for (int bit = first_bit; bit < first_bit + bits; ++bit) {
        const auto octet = std::to_integer<unsigned>(bytes[static_cast<std::size_t>(bit) / 8]);
        value = value << 1U | (octet >> (7U - static_cast<unsigned>(bit) % 8U) & 1U);
    }
    return value;
}

std::string hexadecimal(std::uint32_t value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "0x";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[value >> static_cast<unsigned>(shift) & 0xFU];
    return out;
}

tcp::Segment segment_of(const trace::SentSegment& sent)
{
    tcp::Segment segment;
    segment.seq = sent.seq;
    segment.ack = sent.ack;
    segment.len = sent.len;
    segment.window = sent.window;
    segment.mss = sent.mss;
    segment.flags = sent.flags;
    return segment;
}

}  // namespace

Packet packet_of(const trace::Index& index, trace::RecordId sent)
{
    const trace::Record& record = index.trace()[sent];
    ENSURE(record.kind == trace::Kind::sent);
    const auto kept = index.trace().octets(sent);
    Bytes octets(kept.begin(), kept.end());
    octets.resize(record.segment.len);

    const wire::Addresses addresses{first_address + record.host, first_address + record.segment.to,
                                    record.segment.source_port, record.segment.destination_port};
    Packet packet;
    packet.bytes = wire::tcp_bytes(addresses, segment_of(record.segment), octets);
    packet.header_bytes = packet.bytes.size() - octets.size();

    int bit = 0;
    for (const Place& place : layout) {
        const std::uint32_t value = bits_at(packet.bytes, bit, place.bits);
        packet.fields.push_back({place.key, place.name, bit, place.bits,
                                 place.key == "checksum" ? hexadecimal(value)
                                                         : std::to_string(value)});
        bit += place.bits;
    }
    if (packet.header_bytes > wire::tcp_header_bytes)
        packet.fields.push_back({"options", {"option: maximum segment size", "옵션: 최대 세그먼트 크기"},
                                 bit, 32, "MSS " + std::to_string(record.segment.mss)});
    return packet;
}

std::string address_text(trace::HostId host)
{
    const std::uint32_t address = first_address + host;
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (!out.empty()) out += '.';
        out += std::to_string(address >> static_cast<unsigned>(shift) & 0xFFU);
    }
    return out;
}

}  // namespace finwait::exports
