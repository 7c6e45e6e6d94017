// GrowingArray: an append-only array of plain values for what a run leaves behind by the million.
// It grows by realloc(), which moves pages of memory instead of copying what is in them.
#pragma once

#include <cstdlib>
#include <cstring>
#include <span>
#include <type_traits>
#include <utility>

#include "core/base/ensure.h"

namespace finwait {

template <class T>
class GrowingArray {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    GrowingArray() = default;
    GrowingArray(const GrowingArray& other) { append(other.all()); }
    GrowingArray(GrowingArray&& other) noexcept { swap(other); }
    GrowingArray& operator=(GrowingArray other) noexcept
    {
        swap(other);
        return *this;
    }
    ~GrowingArray() { std::free(items_); }

    std::size_t size() const { return size_; }
    std::span<const T> all() const { return {items_, size_}; }
    const T& operator[](std::size_t index) const { return items_[index]; }

    void append(std::span<const T> more)
    {
        if (size_ + more.size() > room_) grow(size_ + more.size());
        T* onto = items_ + size_;
        for (const T& item : more) std::memcpy(static_cast<void*>(onto++), &item, sizeof item);
        size_ += more.size();
    }

private:
    void swap(GrowingArray& other) noexcept
    {
        std::swap(items_, other.items_);
        std::swap(size_, other.size_);
        std::swap(room_, other.room_);
    }

    void grow(std::size_t wanted)
    {
        room_ = wanted > 2 * room_ ? wanted : 2 * room_;
        void* moved = std::realloc(static_cast<void*>(items_), room_ * sizeof(T));
        ENSURE(moved != nullptr);  // out of memory
        items_ = static_cast<T*>(moved);
    }

    T* items_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

}  // namespace finwait
