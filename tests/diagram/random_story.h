// Conversations nobody would write: bursts at one moment, crossing segments, losses, slow ones,
// several connections. What the layout promises must hold for them too.
#pragma once

#include <algorithm>
#include <vector>

#include "core/base/random.h"
#include "tests/trace/story.h"

namespace finwait::test {

inline trace::Trace random_story(std::uint64_t seed)
{
    Random random(seed);
    Story story;
    story.opens();
    struct Arrival { Time t; trace::RecordId sent; };
    std::vector<Arrival> on_the_way;
    Time now{50ms};
    const auto deliver_until = [&](Time until) {
        while (true) {
            const auto next = std::min_element(
                on_the_way.begin(), on_the_way.end(),
                [](const Arrival& a, const Arrival& b) { return a.t < b.t; });
            if (next == on_the_way.end() || next->t > until) return;
            const Arrival arrival = *next;
            on_the_way.erase(next);
            story.arrived(arrival.t, arrival.sent);
            if (random.below(3) == 0) {
                const auto host = story.trace[arrival.sent].segment.to;
                const auto ack = story.sent(arrival.t, host, ACK, 7, 9, 0, trace::label_ack);
                on_the_way.push_back({arrival.t + 10ms, ack});
            }
        }
    };
    for (int i = 0; i < 30; ++i) {
        story.conn = static_cast<trace::ConnectionId>(1 + random.below(3));
        const auto host = static_cast<trace::HostId>(random.below(2));
        const std::uint8_t flags = random.below(6) == 0 ? FIN | ACK : ACK | tcp::PSH;
        const auto labels = static_cast<std::uint16_t>(random.below(4) == 0 ? 512 : 0);
        const auto below = [&](std::uint64_t bound) {
            return static_cast<std::uint32_t>(random.below(bound));
        };
        const std::uint32_t seq = below(9999), ack = below(9999), len = below(1400);
        const auto sent = story.sent(now, host, flags, seq, ack, len, labels);
        if (random.below(6) == 0) story.lost(now, sent);
        else on_the_way.push_back({now + 10ms + Duration{random.below(5) == 0 ? 90ms : 0ms}, sent});
        if (random.below(4) == 0)
            story.state(now, host, static_cast<tcp::State>(4 + random.below(7)));
        const Duration steps[] = {0ms, 0ms, 1ms, 4ms, 10ms, 25ms, 700ms};
        now += steps[random.below(7)];
        deliver_until(now);
    }
    deliver_until(1h);
    return std::move(story.trace);
}

}  // namespace finwait::test
