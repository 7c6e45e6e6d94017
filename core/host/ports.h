// The local ports of a host: which are bound, which connections use them, and which one a
// connect() gets. Linux: inet_hashtables.c:__inet_hash_connect, inet_csk_get_port.
#pragma once

#include <cstdint>
#include <optional>

#include "core/base/flat_map.h"
#include "core/tcp/profile.h"
#include "core/trace/record.h"

namespace finwait::host {

/// Remote address and both ports in one number; 0 is no connection's.
constexpr std::uint64_t connection_key(trace::HostId peer, std::uint16_t peer_port,
                                       std::uint16_t port)
{
    return std::uint64_t{1} << 48U | std::uint64_t{peer} << 32U | std::uint64_t{peer_port} << 16U |
           port;
}

class Ports {
public:
    bool bound(std::uint16_t port) const { return bound_.find(port) != FlatMap::absent; }
    /// Connections (TIME-WAIT included) with this local port.
    std::uint32_t connections(std::uint16_t port) const;

    void bind(std::uint16_t port) { bound_.set(port, 1); }
    void unbind(std::uint16_t port)
    {
        bound_.erase(port);
        exhausted_ = 0;
    }
    void connection_begins(std::uint16_t port) { in_use_.set(port, connections(port) + 1); }
    void connection_ends(std::uint16_t port);

    /// A port for a connect() to that address, whose 4-tuple is not in `taken`; nothing: none
    /// is left, EADDRNOTAVAIL. Linux takes one parity first, then the other.
    std::optional<std::uint16_t> choose(const tcp::Profile& profile, const FlatMap& taken,
                                        trace::HostId peer, std::uint16_t peer_port);

private:
    FlatMap bound_;
    FlatMap in_use_;
    std::uint32_t after_ = 0;    ///< where the last search ended
    std::uint64_t exhausted_ = 0;  ///< the address for which none was left, while none came back
};

}  // namespace finwait::host
