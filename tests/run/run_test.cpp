// run() and snapshot(): who watches changes nothing, limits end a run and say so, a population's
// first member is the one that runs alone, a snapshot is the moment's.
#include "core/trace/query.h"
#include "core/run/run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/scenario/parse.h"
#include "tests/bench/lifecycle.h"

namespace finwait::run {

namespace {

using trace::Ending;
using trace::Kind;
using trace::Record;
using trace::RecordId;
using trace::Trace;

scenario::Scenario parsed(const std::string& text)
{
    const auto scenario = scenario::parse(text, "test");
    EXPECT_TRUE(scenario.ok()) << to_string(scenario.error());
    return scenario.ok() ? *scenario : scenario::Scenario{};
}

scenario::Scenario lifecycles(std::uint32_t count, std::uint32_t at_once)
{
    return parsed(bench::lifecycle_scenario(count, at_once));
}

/// A record of one connection as it would read if the connection were alone: times from its first
/// record on, other records by their place among its own, numbers from its first ones.
struct Alone {
    Duration after;
    Kind kind;
    trace::HostId host;
    Rule rule;
    std::int64_t cause, about;
    std::uint64_t facts[4];

    friend bool operator==(const Alone&, const Alone&) = default;
};

std::vector<Alone> alone(const Trace& trace, trace::ConnectionId conn)
{
    std::vector<Alone> out;
    std::map<RecordId, std::int64_t> place;
    const auto place_of = [&](RecordId id) {
        const auto at = place.find(id);
        return at == place.end() ? -1 : at->second;
    };
    Time begin{-1};
    for (const Record& record : trace.records()) {
        if (record.conn != conn) continue;
        if (begin < Time{0}) begin = record.t;
        Alone one{record.t - begin, record.kind,         record.host, record.rule,
                  place_of(record.cause), place_of(record.about), {}};
        switch (record.kind) {
            case Kind::sent:
                one.facts[0] = record.segment.len;
                one.facts[1] = record.segment.flags;
                one.facts[2] = record.segment.labels;
                one.facts[3] = record.segment.window;
                break;
            case Kind::state: one.facts[0] = static_cast<std::uint64_t>(record.state.event); break;
            case Kind::timer_set:
                one.facts[0] = static_cast<std::uint64_t>(record.timer.kind);
                one.facts[1] = static_cast<std::uint64_t>((record.timer.deadline - begin).count());
                break;
            case Kind::returned:
                one.facts[0] = static_cast<std::uint64_t>(record.call.result);
                break;
            default: break;
        }
        place[record.id] = static_cast<std::int64_t>(out.size());
        out.push_back(one);
    }
    return out;
}

/// The records of one connection as they stand in the trace.
std::vector<Record> records_of(const Trace& trace, trace::ConnectionId conn)
{
    std::vector<Record> out;
    for (const Record& record : trace.records())
        if (record.conn == conn) out.push_back(record);
    return out;
}

std::uint64_t digest_with(const scenario::Scenario& scenario, trace::Observer* other)
{
    trace::Digest digest;
    std::vector<trace::Observer*> observers{&digest};
    if (other != nullptr) observers.insert(observers.begin(), other);
    run(scenario, observers);
    return digest.value();
}

/// Watches and keeps nothing but what it was told about the run as a whole.
struct Watcher final : trace::Observer {
    int begun = 0, over = 0;
    std::size_t records = 0, octets = 0;
    void begins(const trace::Header&) override { ++begun; }
    void happened(const trace::Batch& batch) override
    {
        records += batch.records.size();
        octets += batch.octets.size();
    }
    void ended(const Ending&) override { ++over; }
};

constexpr const char* talk = R"(format = 1
[host.client]
isn = 100
program = ["connect server:80", "send 5 B", "recv", "close"]
[host.server]
isn = 300
program = ["listen 80", "accept", "recv", "send 7 B", "recv until eof", "close"]
)";

/// The first record of a run for which `wanted` holds.
template <class Wanted>
RecordId first(const Trace& trace, Wanted wanted)
{
    const auto at = std::ranges::find_if(trace.records(), wanted);
    EXPECT_NE(at, trace.records().end());
    return at->id;
}

const SocketSnapshot* socket_at(const std::vector<SocketSnapshot>& sockets, trace::HostId host)
{
    const auto at = std::ranges::find_if(sockets, [host](const SocketSnapshot& socket) {
        return socket.host == host && socket.state != tcp::State::listen;
    });
    return at == sockets.end() ? nullptr : &*at;
}

}  // namespace

TEST(Lifecycles, TheFirstOfManyIsTheOneThatRunsAlone)
{
    const std::vector<Alone> one = alone(run(lifecycles(1, 1)), 1);
    const Trace many = run(lifecycles(5, 5));
    ASSERT_GT(one.size(), 60U);
    EXPECT_EQ(alone(many, 1), one);
    const std::vector<Record> in_one = records_of(run(lifecycles(1, 1)), 1);
    const std::vector<Record> in_many = records_of(many, 1);
    ASSERT_EQ(in_one.size(), in_many.size());
    for (std::size_t i = 0; i < in_one.size(); ++i) {
        EXPECT_EQ(in_one[i].t, in_many[i].t);
        if (in_one[i].kind != Kind::sent) continue;
        EXPECT_EQ(in_one[i].segment.seq, in_many[i].segment.seq);
        EXPECT_EQ(in_one[i].segment.ack, in_many[i].segment.ack);
        EXPECT_EQ(in_one[i].segment.source_port, in_many[i].segment.source_port);
    }
}

TEST(Lifecycles, EachOfManyIsLikeTheFirst)
{
    for (const std::uint32_t at_once : {1U, 2U, 5U}) {
        const Trace many = run(lifecycles(5, at_once));
        for (trace::ConnectionId conn = 2; conn <= 5; ++conn)
            EXPECT_EQ(alone(many, conn), alone(many, 1)) << conn << " of 5, " << at_once;
    }
}

TEST(Observers, ChangeNothing)
{
    for (const scenario::Scenario& scenario : {parsed(talk), lifecycles(5, 5)}) {
        const std::uint64_t without = digest_with(scenario, nullptr);
        Trace trace;
        EXPECT_EQ(digest_with(scenario, &trace), without);
        Watcher watcher;
        EXPECT_EQ(digest_with(scenario, &watcher), without);
        EXPECT_EQ(watcher.records, trace.size());
        EXPECT_EQ(watcher.begun, 1);
        EXPECT_EQ(watcher.over, 1);
        std::size_t octets = 0;
        for (const Record& record : trace.records())
            if (record.kind == Kind::sent) octets += record.segment.len;
        EXPECT_EQ(watcher.octets, octets);
    }
}

TEST(Observers, ARunGivesTheSameTwice)
{
    EXPECT_EQ(digest_with(parsed(talk), nullptr), digest_with(parsed(talk), nullptr));
}

TEST(Observers, ADigestSeesEveryChange)
{
    scenario::Scenario other = parsed(talk);
    other.hosts[0].isn = 101;
    EXPECT_NE(digest_with(parsed(talk), nullptr), digest_with(other, nullptr));
}

TEST(Endings, NothingIsLeftAfterTheLastTimeWait)
{
    const Trace trace = run(parsed(talk));
    EXPECT_EQ(trace.ending().why, Ending::Why::nothing_left);
    EXPECT_EQ(trace.ending().at, trace.records().back().t);
    EXPECT_TRUE(trace.ending().blocked.empty());
}

TEST(Endings, UntilEndsARun)
{
    scenario::Scenario scenario = parsed(talk);
    scenario.until = milliseconds{35};
    const Trace trace = run(scenario);
    EXPECT_EQ(trace.ending().why, Ending::Why::until);
    EXPECT_EQ(trace.ending().at, milliseconds{35});
    EXPECT_LE(trace.records().back().t, milliseconds{35});
    const Trace whole = run(parsed(talk));
    ASSERT_LT(trace.size(), whole.size());
    EXPECT_GT(whole[static_cast<RecordId>(trace.size())].t, milliseconds{35});
}

TEST(Endings, TheLimitOfTimeEndsARun)
{
    scenario::Scenario scenario = parsed(talk);
    scenario.limits.time = seconds{10};
    const Trace trace = run(scenario);
    EXPECT_EQ(trace.ending().why, Ending::Why::too_long);
    EXPECT_LE(trace.ending().at, seconds{10});
}

TEST(Endings, TheLimitOfRecordsEndsARun)
{
    scenario::Scenario scenario = parsed(talk);
    scenario.limits.records = 20;
    const Trace trace = run(scenario);
    EXPECT_EQ(trace.ending().why, Ending::Why::too_many_records);
    EXPECT_GE(trace.size(), 20U);
    EXPECT_LT(trace.size(), 40U);  // what happens at once is told to its end
}

TEST(Endings, TheLimitOfOctetsEndsARun)
{
    scenario::Scenario scenario = parsed(talk);
    scenario.limits.octets = 1;
    EXPECT_EQ(run(scenario).ending().why, Ending::Why::too_many_octets);
}

TEST(Calls, AConnectFromABusyPortFailsAndTakesNoOther)
{
    const Trace trace = run(parsed(R"(format = 1
[host.client]
program = ["connect server:80 from 5000 as a", "connect server:80 from 5000 as b", "close on a"]
[host.server]
program = ["listen 80", "accept each", "recv until eof", "close"]
)"));
    int failed = 0;
    for (const trace::Record& record : trace.records())
        if (record.kind == trace::Kind::returned &&
            record.call.error == host::Errno::address_in_use)
            ++failed;
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(trace::Index{trace}.connections().size(), 1U);
}

TEST(Endings, BlockedCallsAndIdleFaultsAreNamed)
{
    scenario::Scenario scenario = parsed(R"(format = 1
faults = ["lose SYN from client", "lose 9th data from server"]
[host.client]
program = ["connect server:80", "recv"]
[host.server]
program = ["listen 80", "accept", "recv"]
)");
    const Trace trace = run(scenario);
    EXPECT_EQ(trace.ending().why, Ending::Why::nothing_left);
    EXPECT_EQ(trace.ending().unmatched_faults, std::vector<std::uint32_t>{1});
    std::vector<std::string> blocked;
    for (const std::uint32_t statement : trace.ending().blocked)
        blocked.push_back(trace.header().statements[statement].text);
    EXPECT_EQ(blocked, (std::vector<std::string>{"recv", "recv"}));
}

TEST(Endings, OctetsThatLeaveAsTheConnectionEndsAreStillThere)
{
    // A partial ACK brings data to an orphan: its next segment leaves again, and then the RST.
    const Trace trace = run(parsed(R"(format = 1
faults = ["lose every ACK of data from client", "lose everything after 2nd data from server"]
[host.client]
program = ["connect server:80", "at 900ms", "send 'x'"]
[host.server]
program = ["listen 80", "accept", "send 6000 B", "close"]
)"));
    const RecordId reset = first(trace, [](const Record& record) {
        return record.kind == Kind::sent && record.rule == Rule::data_after_close;
    });
    const auto again = std::ranges::find_if(trace.records(), [&](const Record& record) {
        return record.kind == Kind::sent && record.host == 1 && record.t == trace[reset].t &&
               record.segment.len > 0;
    });
    ASSERT_NE(again, trace.records().end());
    EXPECT_EQ(trace.octets(again->id).size(), again->segment.len);
    EXPECT_EQ(trace.octets(again->id)[0], std::byte{'a' + 2920 % 26});
}

TEST(Snapshot, IsTheTcbOfTheMoment)
{
    const scenario::Scenario scenario = parsed(talk);
    const Trace trace = run(scenario);
    const auto enters = [&](trace::HostId host, tcp::State state) {
        return first(trace, [=](const Record& record) {
            return record.kind == Kind::state && record.host == host && record.state.to == state;
        });
    };

    const auto opening = snapshot(scenario, enters(0, tcp::State::syn_sent));
    const SocketSnapshot* client = socket_at(opening, 0);
    ASSERT_NE(client, nullptr);
    EXPECT_EQ(client->state, tcp::State::syn_sent);
    EXPECT_EQ(client->tcb.iss, tcp::Seq{100});
    EXPECT_EQ(client->tcb.snd_una, tcp::Seq{100});
    EXPECT_EQ(client->tcb.snd_nxt, tcp::Seq{101});
    EXPECT_EQ(client->peer_port, 80);
    EXPECT_EQ(socket_at(opening, 1), nullptr);

    const auto closing = snapshot(scenario, enters(0, tcp::State::fin_wait_1));
    client = socket_at(closing, 0);
    ASSERT_NE(client, nullptr);
    EXPECT_EQ(client->state, tcp::State::fin_wait_1);
    EXPECT_EQ(client->tcb.snd_nxt, tcp::Seq{107});  // SYN, five octets, FIN
    EXPECT_EQ(client->tcb.rcv_nxt, tcp::Seq{308});  // SYN, seven octets
    const SocketSnapshot* server = socket_at(closing, 1);
    ASSERT_NE(server, nullptr);
    EXPECT_EQ(server->state, tcp::State::established);
    EXPECT_EQ(server->tcb.rcv_nxt, tcp::Seq{106});
}

TEST(Snapshot, KnowsTimeWaitAndTheEnd)
{
    const scenario::Scenario scenario = parsed(talk);
    const Trace trace = run(scenario);
    const RecordId waits = first(trace, [](const Record& record) {
        return record.kind == Kind::state && record.state.to == tcp::State::time_wait;
    });
    const auto sockets = snapshot(scenario, waits);
    const SocketSnapshot* client = socket_at(sockets, 0);
    ASSERT_NE(client, nullptr);
    EXPECT_EQ(client->state, tcp::State::time_wait);
    EXPECT_EQ(client->tcb.rcv_nxt, tcp::Seq{309});
    EXPECT_TRUE(snapshot(scenario, static_cast<RecordId>(trace.size())).empty());
}

}  // namespace finwait::run
