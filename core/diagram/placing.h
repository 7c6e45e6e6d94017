// Where labels may stand: a set of slabs (labels, arrows, boxes, each between two verticals and
// two parallel edges) that answers whether one more would touch any. Used by the arrows' labels
// and by what stands beside a lifeline.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

namespace finwait::diagram {

/// From x0 to x1; its top edge runs from top0 to top1; `height` pixels below that edge it ends.
struct Slab {
    double x0 = 0, x1 = 0;
    double top0 = 0, top1 = 0;
    double height = 0;
};

bool touch(const Slab& a, const Slab& b);

class Places {
public:
    void add(const Slab& slab);
    bool is_free(const Slab& slab) const;

private:
    std::vector<Slab> slabs_;
    std::map<std::int64_t, std::vector<std::uint32_t>> rows_;  ///< by 64 pixels of height
};

}  // namespace finwait::diagram
