// [expect] against traces written by hand: each kind met, and each kind missed with its message.
#include "core/run/expectations.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/scenario/parse.h"

namespace finwait::run {
namespace {

using namespace finwait::trace;

constexpr std::string_view file_start =
    "format = 1\n"
    "[host.client]\n"
    "program = [\"connect server:80\", \"recv\", \"close\"]\n"
    "[host.server]\n"
    "program = [\"listen 80\"]\n"
    "[expect]\n";

class Expectations : public testing::Test {
protected:
    Expectations()
    {
        Header header;
        header.hosts = {"client", "server"};
        header.statements = {
            {0, "connect server:80", 3}, {0, "recv", 3}, {0, "close", 3}, {1, "listen 80", 5}};
        trace_.begins(header);
    }

    Record& next(Kind kind, HostId host, ConnectionId conn = 1)
    {
        record_ = Record{};
        record_.t = now_;
        record_.kind = kind;
        record_.host = host;
        record_.conn = conn;
        record_.id = static_cast<RecordId>(trace_.size());
        return record_;
    }
    RecordId add()
    {
        trace_.append(record_, {});
        return record_.id;
    }

    RecordId sent(HostId host, int labels, ConnectionId conn = 1)
    {
        next(Kind::sent, host, conn).segment.labels = static_cast<std::uint16_t>(labels);
        return add();
    }
    void lost(RecordId about)
    {
        next(Kind::lost, trace_[about].host, trace_[about].conn).about = about;
        add();
    }
    void moves(HostId host, tcp::State from, tcp::State to, ConnectionId conn = 1,
               bool listener = false)
    {
        Record& record = next(Kind::state, host, conn);
        record.state.from = from;
        record.state.to = to;
        record.state.listener = listener ? 1 : 0;
        add();
    }
    void returns(std::uint32_t statement, std::int32_t result, host::Errno error = host::Errno::ok,
                 bool eof = false)
    {
        Record& record = next(Kind::returned, 0);
        record.call.statement = statement;
        record.call.result = result;
        record.call.error = error;
        record.call.eof = eof ? 1 : 0;
        add();
    }

    /// What is not met, one line each.
    std::string unmet(std::string_view expect) const
    {
        const auto scenario = scenario::parse(std::string(file_start) + std::string(expect), "x");
        if (!scenario.ok()) return to_string(scenario.error());
        std::string lines;
        for (const Unmet& one : unmet_expectations(*scenario, trace_)) lines += one.message + "\n";
        return lines;
    }

    Trace trace_;
    Record record_;
    Time now_{0};
};

TEST_F(Expectations, StatesAreTheLastOnes)
{
    moves(0, tcp::State::closed, tcp::State::syn_sent);
    moves(1, tcp::State::closed, tcp::State::listen, 0, true);
    moves(1, tcp::State::listen, tcp::State::syn_received);
    moves(0, tcp::State::syn_sent, tcp::State::established);
    moves(0, tcp::State::closed, tcp::State::syn_sent, 2);
    EXPECT_EQ(unmet("states.client = ['SYN-SENT', 'ESTABLISHED']"), "");
    EXPECT_EQ(unmet("states.client = ['CLOSED', 'SYN-SENT', 'ESTABLISHED']"), "");
    EXPECT_EQ(unmet("states.server = ['LISTEN', 'SYN-RECEIVED']"), "");
    EXPECT_EQ(unmet("states.client.2 = ['SYN-SENT']"), "");
    EXPECT_EQ(unmet("states.client = ['TIME-WAIT', 'CLOSED']"),
              "states.client: expected to end with TIME-WAIT, CLOSED; the run shows CLOSED, "
              "SYN-SENT, ESTABLISHED\n");
    EXPECT_EQ(
        unmet("states.\"client.3\" = ['CLOSED']"),
        "states.client.3: expected to end with CLOSED; the run shows no connection 3 there\n");
}

TEST_F(Expectations, CountsSentAndLost)
{
    const RecordId first = sent(1, label_fin);
    lost(first);
    sent(1, label_fin | label_retransmission);
    const RecordId copy = sent(1, label_fin | label_copy);
    lost(copy);
    sent(0, label_ack | label_ack_of_fin);
    EXPECT_EQ(unmet("count = { \"FIN from server\" = 2, \"FIN\" = 2, \"FIN from client\" = 0 }"),
              "");
    EXPECT_EQ(unmet("count = { lost = 2, \"lost FIN from server\" = 1, \"lost 2nd FIN\" = 0 }"),
              "");
    EXPECT_EQ(unmet("count.\"2nd FIN from server\" = 1"), "");
    EXPECT_EQ(unmet("count.\"retransmission from server\" = 1"), "");
    EXPECT_EQ(unmet("count.segment = 3"), "");
    EXPECT_EQ(unmet("count.\"FIN from server\" = 3"),
              "count.'FIN from server': expected 3; the run shows 2\n");
    EXPECT_EQ(unmet("count.lost = 0"), "count.'lost': expected 0; the run shows 2\n");
}

TEST_F(Expectations, CallsInThisOrderOthersBetween)
{
    returns(0, 0);
    returns(1, 5);
    returns(1, 0, host::Errno::ok, true);
    returns(1, -1, host::Errno::connection_reset);
    returns(2, 0);
    EXPECT_EQ(
        unmet("calls.client = ['connect', 'recv 5', 'recv eof', 'recv ECONNRESET', 'close ok']"),
        "");
    EXPECT_EQ(unmet("calls.client = ['recv', 'recv ECONNRESET']"), "");
    EXPECT_EQ(unmet("calls.server = []"), "");
    EXPECT_EQ(unmet("calls.client = ['connect ECONNREFUSED']"),
              "calls.client: expected 'connect ECONNREFUSED'; the run shows connect, recv 5, recv "
              "0, recv ECONNRESET, close\n");
    EXPECT_EQ(unmet("calls.client = ['recv eof', 'recv 5']"),
              "calls.client: expected 'recv 5' behind 'recv eof'; the run shows connect, recv 5, "
              "recv 0, recv ECONNRESET, close\n");
    EXPECT_EQ(unmet("calls.server = ['listen']"),
              "calls.server: expected 'listen'; the run shows nothing\n");
}

TEST_F(Expectations, MomentsOfStatesAndSegments)
{
    moves(0, tcp::State::closed, tcp::State::syn_sent);
    sent(0, label_syn);
    now_ = seconds{1};
    sent(0, label_syn | label_retransmission);
    now_ = milliseconds{1020};
    moves(0, tcp::State::syn_sent, tcp::State::established, 2);
    EXPECT_EQ(unmet("when.\"client SYN-SENT\" = '0s'"), "");
    EXPECT_EQ(unmet("when.\"client ESTABLISHED\" = '1.02s'"), "");
    EXPECT_EQ(unmet("when.\"client ESTABLISHED on connection 2\" = '1020ms'"), "");
    EXPECT_EQ(unmet("when.\"2nd SYN from client\" = '1s'"), "");
    EXPECT_EQ(unmet("when.\"SYN from client\" = '0s'"), "");
    EXPECT_EQ(unmet("when.\"client ESTABLISHED\" = '20ms'"),
              "when.'client ESTABLISHED': expected at 20ms; the run shows it at 1.02s\n");
    EXPECT_EQ(unmet("when.\"client ESTABLISHED on connection 1\" = '20ms'"),
              "when.'client ESTABLISHED on connection 1': expected at 20ms; the run never shows "
              "it\n");
    EXPECT_EQ(unmet("when.\"3rd SYN\" = '3s'"),
              "when.'3rd SYN': expected at 3s; the run never shows it\n");
}

TEST_F(Expectations, RulesFireAtLeastOnce)
{
    next(Kind::sent, 0).rule = Rule::fin_again;
    add();
    EXPECT_EQ(unmet("rules = ['fin-again']"), "");
    EXPECT_EQ(unmet("rules = ['fin-again', 'refused']"),
              "rules: expected the rules fin-again, refused; the run never shows refused\n");
}

TEST_F(Expectations, UnmetOnesAreInTheOrderOfTheFile)
{
    EXPECT_EQ(unmet("rules = ['refused']\ncount.FIN = 1\ncount.SYN = 1"),
              "rules: expected the rules refused; the run never shows refused\n"
              "count.'FIN': expected 1; the run shows 0\n"
              "count.'SYN': expected 1; the run shows 0\n");
}

}  // namespace
}  // namespace finwait::run
