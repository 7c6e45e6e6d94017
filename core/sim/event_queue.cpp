#include "core/sim/event_queue.h"

#include <algorithm>

#include "core/base/ensure.h"

namespace finwait::sim {

namespace {
constexpr auto later = [](const Event& a, const Event& b) { return b.before(a); };
}

void EventQueue::push(Event event, std::size_t lane)
{
    event.order = order_++;
    ++size_;
    if (lane < lanes) {
        Lane& into = lanes_[lane];
        if (into.empty()) {
            into.events.clear();
            into.head = 0;
        }
        if (into.events.empty() || into.events.back().at <= event.at) {
            // Room at the front is taken back when it is more than half.
            if (into.head > 1024 && into.head * 2 > into.events.size()) {
                into.events.erase(into.events.begin(),
                                  into.events.begin() + static_cast<std::ptrdiff_t>(into.head));
                into.head = 0;
            }
            into.events.push_back(event);
            return;
        }
    }
    heap_.push_back(event);
    std::push_heap(heap_.begin(), heap_.end(), later);
}

const Event& EventQueue::next()
{
    ENSURE(size_ > 0);
    first_ = lanes;
    const Event* earliest = heap_.empty() ? nullptr : heap_.data();
    for (std::size_t lane = 0; lane < lanes; ++lane) {
        const Lane& from = lanes_[lane];
        if (from.empty()) continue;
        const Event& head = from.events[from.head];
        if (earliest != nullptr && !head.before(*earliest)) continue;
        earliest = &head;
        first_ = lane;
    }
    return *earliest;
}

Event EventQueue::pop()
{
    --size_;
    if (first_ < lanes) return lanes_[first_].events[lanes_[first_].head++];
    std::pop_heap(heap_.begin(), heap_.end(), later);
    const Event event = heap_.back();
    heap_.pop_back();
    return event;
}

}  // namespace finwait::sim
