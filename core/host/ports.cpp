#include "core/host/ports.h"

namespace finwait::host {

std::uint32_t Ports::connections(std::uint16_t port) const
{
    const std::uint32_t count = in_use_.find(port);
    return count == FlatMap::absent ? 0 : count;
}

void Ports::connection_ends(std::uint16_t port)
{
    const std::uint32_t count = connections(port);
    ENSURE(count > 0);
    exhausted_ = 0;
    if (count == 1) in_use_.erase(port);
    else in_use_.set(port, count - 1);
}

std::optional<std::uint16_t> Ports::choose(const tcp::Profile& profile, const FlatMap& taken,
                                           trace::HostId peer, std::uint16_t peer_port)
{
    if (exhausted_ == connection_key(peer, peer_port, 0)) return std::nullopt;
    const std::uint32_t low = profile.first_port;
    const std::uint32_t size = std::uint32_t{profile.last_port} - low + 1;
    const auto free = [&](std::uint32_t offset) {
        const auto port = static_cast<std::uint16_t>(low + offset);
        return !bound(port) &&
               taken.find(connection_key(peer, peer_port, port)) == FlatMap::absent;
    };
    const auto search = [&](std::uint32_t parity,
                            std::uint32_t step) -> std::optional<std::uint16_t> {
        if (size <= parity) return std::nullopt;
        const std::uint32_t places = (size - parity + step - 1) / step;
        const std::uint32_t begin = after_ / step % places;
        for (std::uint32_t i = 0; i < places; ++i) {
            const std::uint32_t offset = parity + (begin + i) % places * step;
            if (!free(offset)) continue;
            after_ = offset - parity + step;
            return static_cast<std::uint16_t>(low + offset);
        }
        return std::nullopt;
    };
    auto found = profile.even_ports_first ? search(0, 2) : search(0, 1);
    if (!found && profile.even_ports_first) found = search(1, 2);
    if (!found) exhausted_ = connection_key(peer, peer_port, 0);
    return found;
}

}  // namespace finwait::host
