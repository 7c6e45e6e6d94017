// The network: decides what becomes of each segment that a host sends. Faults first, in the
// order of their sentences, then the link: queue, rate, delay. It knows no time of its own.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/random.h"
#include "core/base/time.h"
#include "core/net/fault.h"
#include "core/net/link.h"

namespace finwait::net {

/// What the network is told of a segment.
struct Passenger {
    std::uint16_t labels = 0;       ///< net::Label
    std::uint8_t from = 0;          ///< host
    std::uint32_t connection = 0;
    std::uint32_t octets = 0;       ///< on the wire: headers and data
};

/// What becomes of it.
struct Passage {
    enum class Loss : std::uint8_t { none, by_fault, by_chance, in_queue } loss = Loss::none;
    bool corrupted = false;
    bool swapped = false;           ///< waits for the next segment of that host
    bool copied = false;
    Time arrives{0};
    Time copy_leaves{0};
};

/// A swapped segment goes on by itself after this time if nothing follows it.
inline constexpr Duration swap_patience = seconds{1};

class Network {
public:
    Network() = default;
    Network(std::vector<LinkSettings> links, std::vector<Fault> faults);

    Passage enter(const Passenger& passenger, Time now)
    {
        if (faults_.empty() && links_[passenger.from].settings.rate == 0)
            return passing_freely(passenger, now);
        return enter_with_faults(passenger, now);
    }
    /// A copy made by the network: passes no fault.
    Passage enter_copy(const Passenger& passenger, Time now);
    const LinkSettings& link(std::uint8_t host) const { return links_[host].settings; }
    /// Indices of the faults that have not matched any segment yet.
    std::vector<std::uint32_t> unmatched() const;

private:
    struct Link {
        LinkSettings settings;
        Time free_at{0};            ///< when the last octet entered so far has left
        std::vector<Time> leaves;   ///< of the packets that wait or are being sent, in order
    };
    struct Armed {
        Fault fault;
        std::uint32_t seen = 0;     ///< segments its selector has matched
        bool acted = false;
        bool latched = false;       ///< lose_all_after: its segment has passed
        Random random{1};
    };

    Passage passing_freely(const Passenger& passenger, Time now) const
    {
        Passage passage;
        passage.arrives = now + links_[passenger.from].settings.delay;
        return passage;
    }
    Passage enter_with_faults(const Passenger& passenger, Time now);
    bool applies(Armed& armed, const Passenger& passenger);
    void cross_link(const Passenger& passenger, Time now, Passage& passage);

    std::vector<Link> links_;
    std::vector<Armed> faults_;
};

}  // namespace finwait::net
