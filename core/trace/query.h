// Questions that views ask of a trace: connections and their first numbers, where a segment
// arrived, what came of a record, the states of one side.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/trace/trace.h"

namespace finwait::trace {

/// One side of a connection.
struct Side {
    HostId host = 0;
    std::uint16_t port = 0;
    tcp::Seq isn;               ///< meaningless while it has sent no SYN
    bool has_isn = false;
};

struct Connection {
    ConnectionId id = 0;
    Side opener;                ///< who sent the first SYN
    Side other;
    const Side& side(HostId host) const { return host == opener.host ? opener : other; }
    const Side& peer(HostId host) const { return host == opener.host ? other : opener; }
};

/// What came of a sent segment.
struct Fate {
    RecordId sent = no_record;
    RecordId lost = no_record;
    RecordId arrived = no_record;   ///< neither: still on its way when the run stopped
};

/// A connection's state at one host from a moment on.
struct StateSpan {
    Time from;
    Time to;                    ///< never: until the end of the run
    tcp::State state;
    RecordId record;            ///< the state record that began it
};

/// An index over a trace, built once. The trace must outlive it.
class Index {
public:
    explicit Index(const Trace& trace);

    const Trace& trace() const { return *trace_; }
    /// In the order of their ids; connection(1) is the first.
    const std::vector<Connection>& connections() const { return connections_; }
    const Connection& connection(ConnectionId id) const;
    Fate fate(RecordId sent) const;
    /// Records that name `id` as their cause, in order.
    std::vector<RecordId> consequences(RecordId id) const;
    /// seq and ack relative to the first numbers of the two sides; ack only with the ACK flag,
    /// and nothing where the base is not known (the RST,ACK of a closed port).
    std::optional<std::int64_t> relative_seq(const Record& sent) const;
    std::optional<std::int64_t> relative_ack(const Record& sent) const;
    /// The states that a connection goes through at a host, the listener's LISTEN before them.
    std::vector<StateSpan> states(HostId host, ConnectionId conn) const;
    /// The sent record that a sent, lost or arrived record is about.
    const Record& sent_of(const Record& record) const;

private:
    const Trace* trace_;
    std::vector<Connection> connections_;
    std::vector<RecordId> lost_or_arrived_;  ///< by sent record; no_record elsewhere
    std::vector<RecordId> first_consequence_, next_consequence_;
    std::vector<RecordId> moves_;            ///< state records by connection, then in order
};

/// "<SEQ=1><ACK=1><CTL=FIN,ACK>" with relative numbers (absolute on request).
std::string segment_text(const Index& index, const Record& sent, bool absolute = false);
/// "FIN,ACK", "ACK", "data 5 B": the few words a label has room for.
std::string short_label(const Record& sent);

}  // namespace finwait::trace
