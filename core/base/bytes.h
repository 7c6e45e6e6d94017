// ByteQueue: a first-in first-out run of bytes in pooled chunks, for send and receive queues.
// It owns no heap memory itself; the chunks are its host's.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/pool.h"

namespace finwait {

using Bytes = std::vector<std::byte>;

struct Chunk {
    static constexpr std::size_t room = 240;
    std::array<std::byte, room> bytes;
};

class ByteQueue {
public:
    std::uint32_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    void append(Pool<Chunk>& pool, std::span<const std::byte> more);
    /// Copies `count` bytes from `offset` on; both must lie within the queue.
    void copy(const Pool<Chunk>& pool, std::uint32_t offset, std::uint32_t count,
              Bytes& onto) const;
    /// Drops `count` bytes from the front.
    void drop(Pool<Chunk>& pool, std::uint32_t count);
    void clear(Pool<Chunk>& pool) { drop(pool, size_); }

private:
    PoolList chunks_;
    std::uint32_t size_ = 0;
    std::uint32_t front_ = 0;  ///< bytes of the first chunk already dropped
};

}  // namespace finwait
