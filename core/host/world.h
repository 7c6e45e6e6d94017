// What a host asks of the simulation: to record, to carry a segment, to be woken. The simulator
// is the only World; hosts keep no reference to it, they are handed it with every event.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "core/base/bytes.h"
#include "core/trace/record.h"

namespace finwait::host {

using SocketIndex = std::uint32_t;
using ProcessIndex = std::uint32_t;
inline constexpr std::uint32_t nothing = UINT32_MAX;

/// A segment with its addresses; ConnectionId and labels are for people, no host reads them.
struct Packet {
    tcp::Segment segment;
    trace::HostId from = 0;
    trace::HostId to = 0;
    std::uint16_t source_port = 0;
    std::uint16_t destination_port = 0;
    std::uint16_t labels = 0;
    trace::ConnectionId conn = 0;
    Rule rule = Rule::none;
};

class World {
public:
    virtual ~World() = default;

    Time now{0};
    trace::RecordId cause = trace::no_record;  ///< of what is recorded next

    /// A new record with time, id and cause; the caller fills in the rest. It is good until the
    /// next one is made.
    trace::Record& add(trace::Kind kind, trace::HostId host, trace::ConnectionId conn, Rule rule)
    {
        const trace::RecordId id = records_++;
        if (id % batch_size == 0) tell(id);
        trace::Record& record = untold_[id % batch_size];
        record.t = now;
        record.id = id;
        record.cause = cause;
        record.about = trace::no_record;
        record.conn = conn;
        record.rule = rule;
        record.kind = kind;
        record.host = host;
        record.octets_at = 0;
        for (std::uint64_t& word : record.words) word = 0;
        return record;
    }
    /// Records it as sent and lets the network have it.
    virtual void transmit(const Packet& packet, std::span<const std::byte> octets) = 0;
    virtual void wake_socket(trace::HostId host, SocketIndex socket, Time at) = 0;
    virtual void wake_time_wait(trace::HostId host, std::uint32_t index, Time at) = 0;
    virtual void wake_process(trace::HostId host, ProcessIndex process, std::uint32_t turn,
                              Time at) = 0;
    virtual void start_process(trace::HostId host, Time at) = 0;
    /// The number for a connection about to be opened: that of the peer's own SYN if the two
    /// cross (one connection, not two), else a new one.
    virtual trace::ConnectionId number_connection(trace::HostId host, std::uint16_t port,
                                                  trace::HostId peer, std::uint16_t peer_port) = 0;
    virtual std::uint32_t number_process() = 0;

protected:
    static constexpr std::size_t batch_size = 256;

    /// Tells the observers the records before `end` that they have not been told yet.
    virtual void tell(trace::RecordId end) = 0;

    std::array<trace::Record, batch_size> untold_;  ///< a record's place: its id modulo the size
    trace::RecordId records_ = 0;
};

}  // namespace finwait::host
