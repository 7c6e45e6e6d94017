// The event queue: events in the order of their time, and of their insertion within one time.
// Events that come in order (a link's arrivals, 2MSL timers) wait in first-in first-out lanes,
// which cost nothing to sort; the rest waits in a heap.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/base/time.h"

namespace finwait::sim {

struct Event {
    enum class Kind : std::uint8_t {
        arrival,        ///< index: the packet in transit
        copy_leaves,    ///< index: the packet in transit
        socket_timer,   ///< index: the socket of `host`
        time_wait,      ///< index: the TIME-WAIT record of `host`
        process_wakes,  ///< index: the process, turn
        process_starts,
    };
    Time at{0};
    std::uint64_t order = 0;
    std::uint32_t index = 0;
    std::uint32_t turn = 0;     ///< of a process, or of a place among the packets in transit
    Kind kind{};
    std::uint8_t host = 0;

    bool before(const Event& other) const
    {
        return at != other.at ? at < other.at : order < other.order;
    }
};

class EventQueue {
public:
    static constexpr std::size_t lanes = 4;

    /// `lane` is a hint: used when the event is not earlier than the lane's last one.
    void push(Event event, std::size_t lane);
    /// The time of the first event; never when there is none.
    Time next();
    /// Takes the event whose time next() gave.
    Event pop();

private:
    /// A ring: `count` events from `head` on; the room is a power of two.
    struct Lane {
        std::vector<Event> events;
        std::size_t head = 0;
        std::size_t count = 0;
        Time last{0};
        std::size_t room = 0;   ///< events.size()
        void grow();
    };
    /// Of the first event of a lane; the heap's comes last.
    struct Head {
        Time at = never;
        std::uint64_t order = UINT64_MAX;
        bool before(const Head& other) const
        {
            return at != other.at ? at < other.at : order < other.order;
        }
    };

    std::array<Lane, lanes> lanes_;
    std::array<Head, lanes + 1> heads_;
    std::vector<Event> heap_;
    std::uint64_t order_ = 0;
    std::size_t first_ = lanes;  ///< the lane of the first event, `lanes` for the heap; by next()
};

}  // namespace finwait::sim
