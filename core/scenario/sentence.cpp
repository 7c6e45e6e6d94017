// From a sent record to the sentence that loses it: what a click writes. The label is the one
// that tells most, the ordinal its place among the sender's segments that carry that label.
#include <algorithm>
#include <array>
#include <string_view>

#include "core/net/fault.h"
#include "core/scenario/parse.h"
#include "core/trace/trace.h"

namespace finwait::scenario {

namespace {

struct Told {
    std::uint16_t labels;
    std::string_view words;
};

// The first that fits is used.
constexpr auto telling = std::to_array<Told>({
    {trace::label_syn, "SYN"},
    {trace::label_syn_ack, "SYN,ACK"},
    {trace::label_rst, "RST"},
    {trace::label_fin, "FIN"},
    {trace::label_probe, "probe"},
    {trace::label_data, "data"},
    {trace::label_ack_of_fin, "ACK of FIN"},
    {trace::label_ack_of_syn, "ACK of SYN"},
    {trace::label_ack_of_data, "ACK of data"},
    {trace::label_ack, "ACK"},
    {0, "segment"},
});

}  // namespace

std::string sentence_to_lose(const trace::Trace& trace, trace::RecordId sent)
{
    const trace::Record& record = trace[sent];
    const std::uint16_t labels = record.segment.labels;
    if (record.kind != trace::Kind::sent || (labels & trace::label_copy) != 0) return {};
    const auto told = std::ranges::find_if(
        telling, [&](const Told& t) { return (labels & t.labels) == t.labels; });

    net::Selector same;
    same.labels = told->labels;
    same.host = record.host;
    trace::ConnectionId connections = 0;
    for (const trace::Record& other : trace.records())
        connections = std::max(connections, other.conn);
    if (connections > 1) same.connection = record.conn;  // 0, a RST for nobody: counts in all

    std::uint64_t ordinal = 0;
    for (const trace::Record& other : trace.records().first(std::size_t{sent} + 1))
        if (other.kind == trace::Kind::sent &&
            (other.segment.labels & trace::label_copy) == 0 &&
            same.matches(other.segment.labels, other.host, other.conn))
            ++ordinal;

    std::string sentence = "lose ";
    if (ordinal > 1) sentence += net::ordinal_text(ordinal) + " ";
    sentence += told->words;
    sentence += " from " + trace.header().hosts[record.host];
    if (same.connection != 0) sentence += " on connection " + std::to_string(same.connection);
    return sentence;
}

}  // namespace finwait::scenario
