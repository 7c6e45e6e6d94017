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
    bool empty() const { return size_ == 0; }
    /// The first event; the queue must not be empty.
    const Event& next();
    /// Takes the event that next() showed.
    Event pop();

private:
    struct Lane {
        std::vector<Event> events;
        std::size_t head = 0;
        bool empty() const { return head == events.size(); }
    };

    std::array<Lane, lanes> lanes_;
    std::vector<Event> heap_;
    std::uint64_t order_ = 0;
    std::size_t size_ = 0;
    std::size_t first_ = lanes;  ///< the lane of the first event, `lanes` for the heap; by next()
};

}  // namespace finwait::sim
