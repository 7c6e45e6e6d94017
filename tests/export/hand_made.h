// A trace made by hand, record by record, for tests of what is drawn from traces.
#pragma once

#include <string>

#include "core/trace/query.h"

namespace finwait {

inline trace::CallFact call_fact(std::uint32_t process, std::uint32_t statement,
                                 std::int32_t result = 0, host::Errno error = host::Errno::ok,
                                 bool eof = false)
{
    trace::CallFact call{};
    call.process = process;
    call.statement = statement;
    call.result = result;
    call.error = error;
    call.eof = eof ? 1 : 0;
    return call;
}

inline trace::Timer timer_fact(Time deadline, tcp::TimerKind kind, std::uint8_t backoff = 0)
{
    trace::Timer timer{};
    timer.deadline = deadline;
    timer.kind = kind;
    timer.backoff = backoff;
    return timer;
}

class HandMade {
public:
    HandMade()
    {
        header_.title = "A hand-made run";
        header_.profile = "linux";
        header_.exact_profile = false;
        header_.hosts = {"client", "server"};
        header_.statements = {{0, "connect server:80", 3}, {1, "listen 80", 7}};
        trace.begins(header_);
    }

    trace::RecordId sent(Time t, trace::HostId from, std::uint8_t flags, std::uint32_t seq,
                         std::uint32_t ack, std::uint16_t labels, std::string_view octets = {})
    {
        trace::Record record = next(t, from, trace::Kind::sent, Rule::data_sent);
        record.segment.flags = flags;
        record.segment.seq = tcp::Seq{(from == 0 ? 1000U : 5000U) + seq};
        record.segment.ack = tcp::Seq{(flags & tcp::ACK) == 0 ? 0U
                                                              : (from == 0 ? 5000U : 1000U) + ack};
        record.segment.len = static_cast<std::uint32_t>(octets.size());
        record.segment.window = 64240;
        record.segment.source_port = from == 0 ? 49152 : 80;
        record.segment.destination_port = from == 0 ? 80 : 49152;
        record.segment.labels = labels;
        record.segment.mss = (flags & tcp::SYN) != 0 ? 1460 : 0;
        record.segment.to = from == 0 ? 1 : 0;
        Bytes bytes;
        for (const char c : octets) bytes.push_back(static_cast<std::byte>(c));
        trace.append(record, bytes);
        return record.id;
    }

    trace::RecordId arrived(Time t, trace::RecordId sent)
    {
        return about(t, sent, trace::Kind::arrived, trace[sent].segment.to, Rule::arrived);
    }
    trace::RecordId lost(Time t, trace::RecordId sent, Rule rule = Rule::lost_by_fault)
    {
        return about(t, sent, trace::Kind::lost, trace[sent].host, rule);
    }

    void state(Time t, trace::HostId host, tcp::State from, tcp::Event event)
    {
        trace::Record record = next(t, host, trace::Kind::state, Rule::active_open);
        record.state.from = from;
        record.state.to = tcp::find(from, event)->to;
        record.state.event = event;
        record.state.port = 80;
        record.state.peer_port = 49152;
        trace.append(record, {});
    }

    trace::RecordId add(trace::Record record)
    {
        record.id = static_cast<trace::RecordId>(trace.size());
        trace.append(record, {});
        return record.id;
    }

    trace::Record next(Time t, trace::HostId host, trace::Kind kind, Rule rule)
    {
        trace::Record record;
        record.t = t;
        record.id = static_cast<trace::RecordId>(trace.size());
        record.conn = 1;
        record.host = host;
        record.kind = kind;
        record.rule = rule;
        return record;
    }

    /// The three-way handshake of a 10 ms link.
    void handshake()
    {
        using namespace std::chrono_literals;
        using enum tcp::State;
        state(0ms, 0, closed, tcp::Event::active_open);
        const auto syn = sent(0ms, 0, tcp::SYN, 0, 0, trace::label_syn);
        arrived(10ms, syn);
        state(10ms, 1, listen, tcp::Event::rcv_syn);
        const auto both = sent(10ms, 1, tcp::SYN | tcp::ACK, 0, 1, trace::label_syn_ack);
        arrived(20ms, both);
        state(20ms, 0, syn_sent, tcp::Event::rcv_syn_ack);
        const auto ack =
            sent(20ms, 0, tcp::ACK, 1, 1, trace::label_ack | trace::label_ack_of_syn);
        arrived(30ms, ack);
        state(30ms, 1, syn_received, tcp::Event::rcv_ack_of_syn);
    }

    trace::Header& header() { return header_; }
    void end(trace::Ending ending)
    {
        trace.begins(header_);
        trace.ended(ending);
    }

    trace::Trace trace;

private:
    trace::RecordId about(Time t, trace::RecordId sent, trace::Kind kind, trace::HostId host,
                          Rule rule)
    {
        trace::Record record = next(t, host, kind, rule);
        record.about = record.cause = sent;
        trace.append(record, {});
        return record.id;
    }

    trace::Header header_;
};

}  // namespace finwait
