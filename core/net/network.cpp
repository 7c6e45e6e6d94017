#include "core/net/network.h"

#include <algorithm>

#include "core/net/label.h"

namespace finwait::net {

Network::Network(std::vector<LinkSettings> links, std::vector<Fault> faults)
{
    for (const LinkSettings& settings : links) links_.push_back({settings, Time{0}, {}});
    for (Fault& fault : faults) {
        Armed armed;
        armed.random = Random{fault.seed};
        armed.fault = std::move(fault);
        faults_.push_back(std::move(armed));
    }
}

bool Network::applies(Armed& armed, const Passenger& passenger)
{
    const Fault& fault = armed.fault;
    if (armed.latched) {
        const Selector& what = fault.what;
        return (what.host == Selector::any_host || what.host == passenger.from) &&
               (what.connection == 0 || what.connection == passenger.connection);
    }
    if (!fault.what.matches(passenger.labels, passenger.from, passenger.connection)) return false;
    ++armed.seen;
    if (fault.action == Action::lose_by_chance) {
        armed.acted = true;
        return armed.random.below(fault.one_in) == 0;
    }
    const bool selected = armed.seen >= fault.what.first && armed.seen <= fault.what.last;
    if (!selected) return false;
    armed.acted = true;
    if (fault.action != Action::lose_all_after) return true;
    armed.latched = true;  // from the next one on; this one passes
    return false;
}

Passage Network::enter_with_faults(const Passenger& passenger, Time now)
{
    Passage passage;
    Duration later{0};
    // Every fault sees every segment, also one that another fault has lost: so ordinals count
    // what the host sent.
    for (Armed& armed : faults_) {
        if (!applies(armed, passenger)) continue;
        switch (armed.fault.action) {
            case Action::lose:
            case Action::lose_all_after: passage.loss = Passage::Loss::by_fault; break;
            case Action::lose_by_chance:
                if (passage.loss == Passage::Loss::none) passage.loss = Passage::Loss::by_chance;
                break;
            case Action::delay: later += armed.fault.time; break;
            case Action::copy:
                passage.copied = true;
                passage.copy_leaves = now + armed.fault.time;
                break;
            case Action::swap: passage.swapped = true; break;
            case Action::corrupt: passage.corrupted = true; break;
        }
    }
    if (passage.loss != Passage::Loss::none) return passage;
    cross_link(passenger, now, passage);
    passage.arrives += later;
    if (passage.swapped) passage.arrives += swap_patience;
    return passage;
}

Passage Network::enter_copy(const Passenger& passenger, Time now)
{
    Passage passage;
    cross_link(passenger, now, passage);
    return passage;
}

void Network::cross_link(const Passenger& passenger, Time now, Passage& passage)
{
    Link& link = links_[passenger.from];
    const LinkSettings& settings = link.settings;
    Time leaves = now;
    if (settings.rate > 0) {
        std::erase_if(link.leaves, [now](Time t) { return t <= now; });
        // One packet is on its way out; the others wait.
        if (settings.queue > 0 && link.leaves.size() > settings.queue) {
            passage.loss = Passage::Loss::in_queue;
            return;
        }
        const std::uint64_t bits = std::uint64_t{passenger.octets} * 8;
        const Duration serialization{static_cast<std::int64_t>(
            (bits * 1'000'000'000 + settings.rate - 1) / settings.rate)};
        leaves = std::max(now, link.free_at) + serialization;
        link.free_at = leaves;
        link.leaves.push_back(leaves);
    }
    passage.arrives = leaves + settings.delay;
}

std::vector<std::uint32_t> Network::unmatched() const
{
    std::vector<std::uint32_t> out;
    for (std::size_t i = 0; i < faults_.size(); ++i)
        if (!faults_[i].acted) out.push_back(static_cast<std::uint32_t>(i));
    return out;
}

}  // namespace finwait::net
