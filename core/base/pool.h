// Pool<T>: nodes handed out by index from one vector, and lists of them. Endpoints keep their
// queues in pools that the host owns, so that an idle endpoint owns no heap memory, nothing is
// allocated per event once the pools have grown, and a simulation can be copied as a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/ensure.h"

namespace finwait {

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = UINT32_MAX;

template <class T>
class Pool {
public:
    NodeIndex take()
    {
        if (free_ == no_node) {
            nodes_.push_back({});
            return static_cast<NodeIndex>(nodes_.size() - 1);
        }
        const NodeIndex taken = free_;
        free_ = nodes_[taken].next;
        nodes_[taken].next = no_node;
        return taken;
    }

    void give_back(NodeIndex index)
    {
        nodes_[index].next = free_;
        free_ = index;
    }

    T& operator[](NodeIndex index) { return nodes_[index].item; }
    const T& operator[](NodeIndex index) const { return nodes_[index].item; }
    NodeIndex next(NodeIndex index) const { return nodes_[index].next; }
    void link(NodeIndex index, NodeIndex next) { nodes_[index].next = next; }

    /// Nodes handed out and not given back. Walks the free ones: for tests.
    std::size_t taken() const
    {
        std::size_t count = nodes_.size();
        for (NodeIndex node = free_; node != no_node; node = nodes_[node].next) --count;
        return count;
    }

private:
    struct Node {
        NodeIndex next = no_node;
        T item{};
    };
    std::vector<Node> nodes_;
    NodeIndex free_ = no_node;
};

/// A singly linked list of a pool's nodes: twelve bytes, no heap of its own.
struct PoolList {
    NodeIndex head = no_node;
    NodeIndex tail = no_node;
    std::uint32_t count = 0;

    bool empty() const { return head == no_node; }

    template <class T>
    T& push_back(Pool<T>& pool)
    {
        const NodeIndex node = pool.take();
        if (empty()) head = node;
        else pool.link(tail, node);
        tail = node;
        ++count;
        return pool[node];
    }

    template <class T>
    void pop_front(Pool<T>& pool)
    {
        ENSURE(!empty());
        const NodeIndex node = head;
        head = pool.next(node);
        if (head == no_node) tail = no_node;
        --count;
        pool.give_back(node);
    }

    /// Puts a new node behind `before` (no_node: at the front).
    template <class T>
    T& insert_after(Pool<T>& pool, NodeIndex before)
    {
        if (before == tail) return push_back(pool);
        const NodeIndex node = pool.take();
        NodeIndex& slot = head;
        if (before == no_node) {
            pool.link(node, slot);
            slot = node;
        } else {
            pool.link(node, pool.next(before));
            pool.link(before, node);
        }
        ++count;
        return pool[node];
    }

    template <class T>
    void clear(Pool<T>& pool)
    {
        while (!empty()) pop_front(pool);
    }
};

}  // namespace finwait
