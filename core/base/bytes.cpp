#include "core/base/bytes.h"

namespace finwait {

void ByteQueue::append(Pool<Chunk>& pool, std::span<const std::byte> more)
{
    while (!more.empty()) {
        const std::size_t used = (front_ + size_) % Chunk::room;
        const bool full = used == 0 && front_ + size_ == chunks_.count * Chunk::room;
        if (full) chunks_.push_back(pool);
        const std::size_t count = std::min(more.size(), Chunk::room - used);
        std::byte* const onto = pool[chunks_.tail].bytes.data() + used;
        std::copy_n(more.data(), count, onto);
        more = more.subspan(count);
        size_ += static_cast<std::uint32_t>(count);
    }
}

void ByteQueue::copy(const Pool<Chunk>& pool, std::uint32_t offset, std::uint32_t count,
                     Bytes& onto) const
{
    ENSURE(offset <= size_ && count <= size_ - offset);
    if (count == 0) return;
    NodeIndex node = chunks_.head;
    std::size_t at = front_ + offset;
    for (; at >= Chunk::room; at -= Chunk::room) node = pool.next(node);
    while (count > 0) {
        const std::size_t some = std::min<std::size_t>(count, Chunk::room - at);
        const auto* from = pool[node].bytes.data() + at;
        onto.insert(onto.end(), from, from + some);
        count -= static_cast<std::uint32_t>(some);
        at = 0;
        node = pool.next(node);
    }
}

void ByteQueue::drop(Pool<Chunk>& pool, std::uint32_t count)
{
    ENSURE(count <= size_);
    if (count == 0) return;
    size_ -= count;
    if (size_ == 0) {
        chunks_.clear(pool);
        front_ = 0;
        return;
    }
    front_ += count;
    constexpr auto room = static_cast<std::uint32_t>(Chunk::room);
    for (; front_ >= room; front_ -= room) chunks_.pop_front(pool);
}

}  // namespace finwait
