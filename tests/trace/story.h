// Traces made by hand for the tests of the diagram: small ones, record by record, and the
// course's first story, the lost final ACK, as the linux profile tells it.
#pragma once

#include <map>
#include <string_view>

#include "core/trace/query.h"

namespace finwait::test {

using namespace std::chrono_literals;
using tcp::ACK;
using tcp::FIN;
using tcp::SYN;

class Story {
public:
    static constexpr trace::HostId client = 0, server = 1;

    explicit Story(std::vector<std::string> hosts = {"client", "server"})
    {
        trace::Header header;
        header.title = "a story";
        header.profile = "linux";
        header.hosts = std::move(hosts);
        header.statements = {{0, "connect server:80", 1}, {1, "listen 80", 2}};
        trace.begins(header);
    }

    trace::Record record(Time t, trace::HostId host, trace::Kind kind, Rule rule)
    {
        trace::Record made;
        made.t = t;
        made.id = static_cast<trace::RecordId>(trace.size());
        made.cause = last_;
        made.conn = conn;
        made.kind = kind;
        made.host = host;
        made.rule = rule;
        return made;
    }

    trace::RecordId put(const trace::Record& made)
    {
        trace.append(made, {});
        last_ = made.id;
        return made.id;
    }

    trace::RecordId sent(Time t, trace::HostId host, std::uint8_t flags, std::uint32_t seq,
                         std::uint32_t ack, std::uint32_t len = 0, std::uint16_t labels = 0,
                         Rule rule = Rule::data_sent)
    {
        trace::Record made = record(t, host, trace::Kind::sent, rule);
        made.segment.seq = tcp::Seq{base(host) + seq};
        made.segment.ack = tcp::Seq{(flags & ACK) == 0 ? 0 : base(1 - host) + ack};
        made.segment.len = len;
        made.segment.flags = flags;
        made.segment.to = static_cast<trace::HostId>(1 - host);
        made.segment.source_port = host == client ? 49152 : 80;
        made.segment.destination_port = host == client ? 80 : 49152;
        made.segment.labels = labels;
        const Bytes octets(len, std::byte{'x'});
        trace.append(made, octets);
        last_ = made.id;
        return made.id;
    }

    trace::RecordId arrived(Time t, trace::RecordId sent)
    {
        trace::Record made = record(t, trace[sent].segment.to, trace::Kind::arrived, Rule::arrived);
        made.about = made.cause = sent;
        made.conn = trace[sent].conn;
        return put(made);
    }

    trace::RecordId lost(Time t, trace::RecordId sent)
    {
        trace::Record made = record(t, trace[sent].host, trace::Kind::lost, Rule::lost_by_fault);
        made.about = made.cause = sent;
        return put(made);
    }

    void state(Time t, trace::HostId host, tcp::State to, Rule rule = Rule::active_open)
    {
        trace::Record made = record(t, host, trace::Kind::state, rule);
        made.state.from = state_[{host, conn}];
        made.state.to = state_[{host, conn}] = to;
        made.state.port = host == client ? 49152 : 80;
        put(made);
    }

    void listens(Time t, trace::HostId host)
    {
        trace::Record made = record(t, host, trace::Kind::state, Rule::passive_open);
        made.conn = 0;
        made.state.to = tcp::State::listen;
        made.state.listener = 1;
        made.state.port = 80;
        put(made);
        for (trace::ConnectionId id = 1; id < 9; ++id) state_[{host, id}] = tcp::State::listen;
    }

    trace::RecordId timer(Time t, trace::HostId host, tcp::TimerKind kind, Duration length)
    {
        trace::Record made = record(t, host, trace::Kind::timer_set, Rule::rto_timer);
        made.timer.deadline = t + length;
        made.timer.kind = kind;
        return put(made);
    }
    void timer_ends(Time t, trace::RecordId set, trace::Kind how)
    {
        trace::Record made = record(t, trace[set].host, how, Rule::timer_expired);
        made.timer = trace[set].timer;
        made.about = set;
        put(made);
    }
    void fires(Time t, trace::RecordId set) { timer_ends(t, set, trace::Kind::timer_fired); }
    void cancels(Time t, trace::RecordId set) { timer_ends(t, set, trace::Kind::timer_cancelled); }

    /// The three-way handshake over 10 ms each way, and five octets up.
    void opens()
    {
        using enum tcp::State;
        listens(0ms, server);
        const auto syn = sent(0ms, client, SYN, 0, 0, 0, trace::label_syn);
        state(0ms, client, syn_sent);
        const auto rto = timer(0ms, client, tcp::TimerKind::retransmission, 1s);
        arrived(10ms, syn);
        const auto both = sent(10ms, server, SYN | ACK, 0, 1, 0, trace::label_syn_ack);
        state(10ms, server, syn_received);
        arrived(20ms, both);
        cancels(20ms, rto);
        const auto third = sent(20ms, client, ACK, 1, 1, 0, trace::label_ack);
        state(20ms, client, established);
        const auto hello = sent(20ms, client, ACK | tcp::PSH, 1, 1, 5, trace::label_data);
        const auto tlp = timer(20ms, client, tcp::TimerKind::loss_probe, 224ms);
        arrived(30ms, third);
        state(30ms, server, established);
        arrived(30ms, hello);
        const auto ack = sent(30ms, server, ACK, 1, 6, 0, trace::label_ack);
        arrived(40ms, ack);
        cancels(40ms, tlp);
    }

    void final_ack_lost()
    {
        using enum tcp::State;
        opens();
        const auto fin = sent(60ms, client, FIN | ACK, 6, 1, 0, trace::label_fin,
                              Rule::close_sends_fin);
        state(60ms, client, fin_wait_1);
        const auto tlp = timer(60ms, client, tcp::TimerKind::loss_probe, 224ms);
        arrived(70ms, fin);
        state(70ms, server, close_wait);
        const auto ack = sent(70ms, server, ACK, 1, 7, 0, trace::label_ack);
        arrived(80ms, ack);
        cancels(80ms, tlp);
        state(80ms, client, fin_wait_2);
        const auto fin2 = sent(570ms, server, FIN | ACK, 1, 7, 0, trace::label_fin);
        state(570ms, server, last_ack);
        const auto probe = timer(570ms, server, tcp::TimerKind::loss_probe, 224ms);
        arrived(580ms, fin2);
        state(580ms, client, time_wait);
        const auto final_ack = sent(580ms, client, ACK, 7, 2, 0, trace::label_ack);
        lost(580ms, final_ack);
        const auto msl = timer(580ms, client, tcp::TimerKind::time_wait, 60s);
        fires(794ms, probe);
        const auto again = sent(794ms, server, FIN | ACK, 1, 7, 0,
                                trace::label_fin | trace::label_retransmission,
                                Rule::tail_loss_probe);
        const auto rto = timer(794ms, server, tcp::TimerKind::retransmission, 224ms);
        arrived(804ms, again);
        cancels(804ms, msl);
        const auto msl2 = timer(804ms, client, tcp::TimerKind::time_wait, 60s);
        const auto ack2 = sent(804ms, client, ACK, 7, 2, 0, trace::label_ack, Rule::fin_again);
        arrived(814ms, ack2);
        cancels(814ms, rto);
        state(814ms, server, closed);
        fires(60804ms, msl2);
        state(60804ms, client, closed);
    }

    trace::Trace trace;
    trace::ConnectionId conn = 1;

private:
    static std::uint32_t base(int host) { return host == 0 ? 5000 : 9000; }
    trace::RecordId last_ = trace::no_record;
    std::map<std::pair<trace::HostId, trace::ConnectionId>, tcp::State> state_;
};

}  // namespace finwait::test
