#include "core/diagram/placing.h"

#include <algorithm>
#include <cmath>

namespace finwait::diagram {
namespace {

constexpr double row_height = 64;

double top_at(const Slab& slab, double x)
{
    if (slab.x1 <= slab.x0) return slab.top0;
    return slab.top0 + (slab.top1 - slab.top0) * (x - slab.x0) / (slab.x1 - slab.x0);
}

std::int64_t first_row(const Slab& slab)
{
    return static_cast<std::int64_t>(std::floor(std::min(slab.top0, slab.top1) / row_height));
}

std::int64_t last_row(const Slab& slab)
{
    return static_cast<std::int64_t>(
        std::floor((std::max(slab.top0, slab.top1) + slab.height) / row_height));
}

}  // namespace

bool touch(const Slab& a, const Slab& b)
{
    const double left = std::max(a.x0, b.x0), right = std::min(a.x1, b.x1);
    if (left > right) return false;
    // The distance of the two top edges changes evenly, so its ends say all.
    const double at_left = top_at(b, left) - top_at(a, left);
    const double at_right = top_at(b, right) - top_at(a, right);
    return std::min(at_left, at_right) < a.height && std::max(at_left, at_right) > -b.height;
}

void Places::add(const Slab& slab)
{
    const auto index = static_cast<std::uint32_t>(slabs_.size());
    slabs_.push_back(slab);
    for (std::int64_t row = first_row(slab); row <= last_row(slab); ++row)
        rows_[row].push_back(index);
}

bool Places::is_free(const Slab& slab) const
{
    for (std::int64_t row = first_row(slab); row <= last_row(slab); ++row) {
        const auto found = rows_.find(row);
        if (found == rows_.end()) continue;
        for (const std::uint32_t index : found->second)
            if (touch(slabs_[index], slab)) return false;
    }
    return true;
}

}  // namespace finwait::diagram
