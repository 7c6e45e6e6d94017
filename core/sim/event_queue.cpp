#include "core/sim/event_queue.h"

#include <algorithm>

#include "core/base/ensure.h"

namespace finwait::sim {

namespace {
constexpr auto later = [](const Event& a, const Event& b) { return b.before(a); };
}

void EventQueue::Lane::grow()
{
    std::vector<Event> more(room == 0 ? 16 : room * 2);
    for (std::size_t i = 0; i < count; ++i) more[i] = events[(head + i) & (room - 1)];
    events.swap(more);
    room = events.size();
    head = 0;
}

void EventQueue::push(Event event, std::size_t lane)
{
    event.order = order_++;
    if (lane < lanes) {
        Lane& into = lanes_[lane];
        if (into.count == 0) heads_[lane] = {event.at, event.order};
        if (into.count == 0 || into.last <= event.at) {
            if (into.count == into.room) into.grow();
            into.events[(into.head + into.count) & (into.room - 1)] = event;
            ++into.count;
            into.last = event.at;
            return;
        }
    }
    heap_.push_back(event);
    std::push_heap(heap_.begin(), heap_.end(), later);
    heads_[lanes] = {heap_.front().at, heap_.front().order};
}

Time EventQueue::next()
{
    first_ = 0;
    for (std::size_t lane = 1; lane <= lanes; ++lane)
        if (heads_[lane].before(heads_[first_])) first_ = lane;
    return heads_[first_].at;
}

Event EventQueue::pop()
{
    ENSURE(heads_[first_].at != never);
    if (first_ < lanes) {
        Lane& from = lanes_[first_];
        const Event event = from.events[from.head];
        from.head = (from.head + 1) & (from.room - 1);
        --from.count;
        const Event& next = from.events[from.head];
        heads_[first_] = from.count == 0 ? Head{} : Head{next.at, next.order};
        return event;
    }
    std::pop_heap(heap_.begin(), heap_.end(), later);
    const Event event = heap_.back();
    heap_.pop_back();
    heads_[lanes] = heap_.empty() ? Head{} : Head{heap_.front().at, heap_.front().order};
    return event;
}

}  // namespace finwait::sim
