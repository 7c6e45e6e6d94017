// What the sending host says its segment is: the words that faults and `expect` match.
// core/host sets them on every segment, core/net matches them, records keep them.
#pragma once

#include <cstdint>

namespace finwait::net {

enum Label : std::uint16_t {
    label_syn = 1,              ///< SYN without ACK
    label_syn_ack = 2,
    label_fin = 4,              ///< any segment with FIN
    label_rst = 8,
    label_data = 16,            ///< carries octets
    label_ack = 32,             ///< ACK and nothing else: no SYN, FIN, RST, octets
    label_ack_of_fin = 64,      ///< label_ack, and it covers the peer's FIN
    label_ack_of_syn = 128,     ///< label_ack, the first to cover the peer's SYN: the third segment
    label_ack_of_data = 256,    ///< label_ack, and it acknowledges new octets of the peer
    label_retransmission = 512, ///< sequence space sent before
    label_copy = 1024,          ///< made by the network, not by a host: no fault matches it
    label_probe = 2048,         ///< keepalive or window probe
};

}  // namespace finwait::net
