// The bytes of a sent segment as they would stand in a packet capture, and the header's fields
// with their places among the bits. RFC 9293 section 3.1. Shown by the inspector.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/lang.h"
#include "core/trace/query.h"

namespace finwait::exports {

/// One field of the TCP header.
struct Field {
    std::string_view key;  ///< as the header's picture prints it: "src port", "seq", "FIN"
    Text name;             ///< the long name: "source port"
    int first_bit = 0;     ///< from the start of the TCP header
    int bits = 0;
    std::string value;     ///< numbers in decimal, the checksum in hexadecimal
};

/// A TCP header with the octets it carries; the IPv4 header is not in it.
struct Packet {
    Bytes bytes;
    std::vector<Field> fields;  ///< in wire order; together they cover the header without a gap
    std::size_t header_bytes = 0;
};

/// The packet of a sent record. Numbers are absolute; host i has the address 10.0.0.(i+1).
Packet packet_of(const trace::Index& index, trace::RecordId sent);

/// "10.0.0.1": the address that the host has in packets.
std::string address_text(trace::HostId host);

}  // namespace finwait::exports
