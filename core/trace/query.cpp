#include "core/trace/query.h"

#include <algorithm>

namespace finwait::trace {
namespace {

/// The first SYN of a side gives its first number; a connection's first segment its ports.
void learn_from(const Record& record, std::vector<Connection>& connections)
{
    if (record.conn == 0) return;
    if (record.conn > connections.size()) connections.resize(record.conn);
    Connection& connection = connections[record.conn - 1];
    const SentSegment& segment = record.segment;
    if (connection.id == 0) {
        connection.id = record.conn;
        connection.opener.host = record.host;
        connection.opener.port = segment.source_port;
        connection.other.host = segment.to;
        connection.other.port = segment.destination_port;
    }
    if ((segment.flags & tcp::SYN) == 0) return;
    Side& side = record.host == connection.opener.host ? connection.opener : connection.other;
    if (side.has_isn) return;
    side.has_isn = true;
    side.isn = segment.seq;
}

/// Numbers before the first one are negative: an old duplicate may carry them.
std::int64_t difference(tcp::Seq number, tcp::Seq base)
{
    return static_cast<std::int32_t>(number.raw() - base.raw());
}

std::int64_t shown(std::optional<std::int64_t> relative, tcp::Seq number, bool absolute)
{
    return absolute || !relative ? std::int64_t{number.raw()} : *relative;
}

}  // namespace

Index::Index(const Trace& trace) : trace_(&trace)
{
    const auto records = trace.records();
    lost_or_arrived_.assign(records.size(), no_record);
    first_consequence_.assign(records.size(), no_record);
    next_consequence_.assign(records.size(), no_record);
    for (const Record& record : records) {
        switch (record.kind) {
            case Kind::sent: learn_from(record, connections_); break;
            case Kind::lost:
            case Kind::arrived: lost_or_arrived_[record.about] = record.id; break;
            case Kind::state: moves_.push_back(record.id); break;
            default: break;
        }
    }
    // Backwards, so that each list comes out in the order of the records.
    for (std::size_t i = records.size(); i-- > 0;) {
        const RecordId cause = records[i].cause;
        if (cause >= records.size()) continue;
        next_consequence_[i] = first_consequence_[cause];
        first_consequence_[cause] = static_cast<RecordId>(i);
    }
    for (std::size_t i = 0; i < connections_.size(); ++i)
        connections_[i].id = static_cast<ConnectionId>(i + 1);
    std::stable_sort(moves_.begin(), moves_.end(), [&](RecordId a, RecordId b) {
        return records[a].conn < records[b].conn;
    });
}

const Connection& Index::connection(ConnectionId id) const
{
    ENSURE(id > 0 && id <= connections_.size());
    return connections_[id - 1];
}

Fate Index::fate(RecordId sent) const
{
    Fate fate;
    fate.sent = sent;
    const RecordId end = lost_or_arrived_[sent];
    if (end == no_record) return fate;
    ((*trace_)[end].kind == Kind::lost ? fate.lost : fate.arrived) = end;
    return fate;
}

std::vector<RecordId> Index::consequences(RecordId id) const
{
    std::vector<RecordId> out;
    for (RecordId next = first_consequence_[id]; next != no_record; next = next_consequence_[next])
        out.push_back(next);
    return out;
}

std::optional<std::int64_t> Index::relative_seq(const Record& sent) const
{
    if (sent.conn == 0 || sent.conn > connections_.size()) return std::nullopt;
    const Side& side = connection(sent.conn).side(sent.host);
    if (!side.has_isn) return std::nullopt;
    return difference(sent.segment.seq, side.isn);
}

std::optional<std::int64_t> Index::relative_ack(const Record& sent) const
{
    if ((sent.segment.flags & tcp::ACK) == 0) return std::nullopt;
    if (sent.conn == 0 || sent.conn > connections_.size()) return std::nullopt;
    const Side& peer = connection(sent.conn).peer(sent.host);
    if (!peer.has_isn) return std::nullopt;
    return difference(sent.segment.ack, peer.isn);
}

std::vector<StateSpan> Index::states(HostId host, ConnectionId conn) const
{
    const auto records = trace_->records();
    const auto moves_of = [&](ConnectionId id) {
        const auto first = std::partition_point(
            moves_.begin(), moves_.end(), [&](RecordId r) { return records[r].conn < id; });
        const auto last = std::partition_point(
            first, moves_.end(), [&](RecordId r) { return records[r].conn == id; });
        return std::span(first, last);
    };
    std::vector<StateSpan> spans;
    for (const RecordId id : moves_of(conn)) {
        const Record& move = records[id];
        if (move.host != host) continue;
        if (spans.empty() && move.state.from == tcp::State::listen) {
            // The connection grew out of a listening socket: the last one of that port.
            for (const RecordId other : moves_of(0)) {
                const Record& listener = records[other];
                if (other >= id) break;
                if (listener.host != host || listener.state.port != move.state.port) continue;
                if (listener.state.to != tcp::State::listen) continue;
                spans.assign(1, {listener.t, move.t, tcp::State::listen, other});
            }
        }
        if (!spans.empty()) spans.back().to = move.t;
        spans.push_back({move.t, never, move.state.to, id});
    }
    return spans;
}

const Record& Index::sent_of(const Record& record) const
{
    if (record.kind == Kind::sent) return record;
    ENSURE(record.kind == Kind::lost || record.kind == Kind::arrived);
    return (*trace_)[record.about];
}

std::string segment_text(const Index& index, const Record& sent, bool absolute)
{
    const SentSegment& segment = sent.segment;
    std::string out =
        "<SEQ=" + std::to_string(shown(index.relative_seq(sent), segment.seq, absolute)) + ">";
    if ((segment.flags & tcp::ACK) != 0)
        out += "<ACK=" + std::to_string(shown(index.relative_ack(sent), segment.ack, absolute)) +
               ">";
    if (segment.len > 0) out += "<DATA=" + std::to_string(segment.len) + ">";
    return out + "<CTL=" + tcp::control_text(segment.flags) + ">";
}

std::string short_label(const Record& sent)
{
    const SentSegment& segment = sent.segment;
    if (segment.len == 0) return tcp::control_text(segment.flags);
    const std::string data = "data " + std::to_string(segment.len) + " B";
    const auto others = static_cast<std::uint8_t>(segment.flags & ~(tcp::ACK | tcp::PSH));
    return others == 0 ? data : tcp::control_text(others) + ", " + data;
}

}  // namespace finwait::trace
