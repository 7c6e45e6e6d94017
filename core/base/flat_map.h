// FlatMap: 64-bit keys to 32-bit values in one vector, open addressing. Nothing ever depends on
// the order of its slots, so that no run depends on a hash.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/ensure.h"

namespace finwait {

class FlatMap {
public:
    static constexpr std::uint32_t absent = UINT32_MAX;

    std::uint32_t find(std::uint64_t key) const
    {
        if (count_ == 0) return absent;
        for (std::size_t at = home(key);; at = (at + 1) & mask()) {
            if (slots_[at].value == absent) return absent;
            if (slots_[at].key == key) return slots_[at].value;
        }
    }

    /// Sets the value of a key, new or not; `absent` is no value.
    void set(std::uint64_t key, std::uint32_t value)
    {
        ENSURE(value != absent);
        if ((count_ + 1) * 2 > mask_ + 1 || slots_.empty()) grow();
        std::size_t at = home(key);
        while (slots_[at].value != absent && slots_[at].key != key) at = (at + 1) & mask();
        if (slots_[at].value == absent) ++count_;
        slots_[at] = {key, value};
    }

    void erase(std::uint64_t key)
    {
        if (slots_.empty()) return;
        std::size_t hole = home(key);
        while (slots_[hole].key != key || slots_[hole].value == absent) {
            if (slots_[hole].value == absent) return;
            hole = (hole + 1) & mask();
        }
        slots_[hole].value = absent;
        --count_;
        // Move back what was pushed beyond the hole, so that no search stops too early.
        for (std::size_t at = (hole + 1) & mask(); slots_[at].value != absent;
             at = (at + 1) & mask()) {
            const std::size_t want = home(slots_[at].key);
            if (((at - want) & mask()) < ((at - hole) & mask())) continue;
            slots_[hole] = slots_[at];
            slots_[at].value = absent;
            hole = at;
        }
    }

    std::size_t size() const { return count_; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t value = absent;
    };

    std::size_t mask() const { return mask_; }
    std::size_t home(std::uint64_t key) const
    {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> 32U) & mask();
    }
    void grow()
    {
        std::vector<Slot> old(slots_.empty() ? 16 : slots_.size() * 2);
        old.swap(slots_);
        mask_ = slots_.size() - 1;
        for (const Slot& slot : old) {
            if (slot.value == absent) continue;
            std::size_t at = home(slot.key);
            while (slots_[at].value != absent) at = (at + 1) & mask();
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t mask_ = 0;
    std::size_t count_ = 0;
};

}  // namespace finwait
