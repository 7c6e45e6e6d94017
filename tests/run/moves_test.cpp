// Every move of the table that sockets can reach is made by a run: of the course, or of a short
// scenario here, named after the move. The others have their tests in tests/tcp.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/run/run.h"
#include "core/scenario/parse.h"
#include "tests/run/generated.h"

namespace finwait::run {

namespace {

using Move = std::pair<tcp::State, tcp::Event>;
using enum tcp::State;
using enum tcp::Event;

std::set<Move> moves_of(const scenario::Scenario& scenario)
{
    const trace::Trace trace = run(scenario);
    std::set<Move> moves;
    for (const trace::Record& record : trace.records())
        if (record.kind == trace::Kind::state)
            moves.insert({record.state.from, record.state.event});
    return moves;
}

struct Story {
    const char* name;
    Move move;
    const char* profile;
    const char* faults;
    const char* client;
    const char* server;
    const char* sysctls = "";  ///< of both hosts
};

void PrintTo(const Story& story, std::ostream* out) { *out << story.name; }

std::string text_of(const Story& story)
{
    const std::string sysctls = story.sysctls;
    return std::string("format = 1\nprofile = \"") + story.profile + "\"\nfaults = [" +
           story.faults + "]\n[host.client]\nisn = 100\nprogram = [" + story.client +
           "]\n[host.client.sysctl]\n" + sysctls + "\n[host.server]\nprogram = [" + story.server +
           "]\n[host.server.sysctl]\n" + sysctls + "\n";
}

constexpr const char* listens = R"("listen 80", "accept", "recv until eof", "close")";
constexpr const char* crosses = R"("connect client:7000 from 7000", "close")";

const Story stories[] = {
    {"SynSentCloses", {syn_sent, close_call}, "linux", "",
     R"("connect server:80", "kill at 5ms")", listens},
    {"SynSentAborts", {syn_sent, abort_call}, "linux", "",
     R"("option linger 0s", "connect server:80", "kill at 5ms")", listens},
    {"SynSentGivesUp", {syn_sent, user_timeout}, "linux", R"("lose everything from client")",
     R"("connect server:80")", listens, "tcp_syn_retries = 1"},
    {"SynReceivedCloses", {syn_received, close_call}, "linux", R"("lose every SYN,ACK")",
     R"("connect server:7000 from 7000", "kill at 20ms")", crosses},
    {"SynReceivedAborts", {syn_received, abort_call}, "linux", "", R"("connect server:80")",
     R"("listen 80", "sleep 15ms", "close")"},
    {"SynReceivedGoesBackByReset", {syn_received, rcv_rst}, "linux", "",
     R"("connect server:80", "kill at 5ms")", listens},
    {"SynReceivedIsRefused", {syn_received, rcv_rst_of_open}, "linux", "",
     R"("connect server:7000 from 7000", "kill at 5ms")", crosses},
    {"SynReceivedGoesBackByAnotherSyn", {syn_received, rcv_syn}, "rfc", R"("lose every SYN,ACK")",
     R"("repeat 2 every 3ms", "connect server:80 from 5000", "kill at 1ms")", listens},
    {"SynReceivedGivesUp", {syn_received, user_timeout}, "linux",
     R"("lose everything after SYN from client")", R"("connect server:80", "sleep 9s")", listens,
     "tcp_synack_retries = 1"},
    {"EstablishedGivesUp", {established, user_timeout}, "linux",
     R"("lose everything after SYN,ACK from server")", R"("connect server:80", "send 'x'", "recv")",
     listens, "tcp_retries2 = 1"},
    {"FinWait1GetsFinAndAckTogether", {fin_wait_1, rcv_fin_ack_of_fin}, "rfc",
     R"("lose ACK of FIN from server")", R"("connect server:80", "close")", listens},
    {"FinWait1Aborts", {fin_wait_1, abort_call}, "linux", "",
     R"("connect server:80", "shutdown", "abort")", listens},
    {"FinWait1IsReset", {fin_wait_1, rcv_rst}, "linux", "",
     R"("connect server:80", "sleep 5ms", "close")", R"("listen 80", "accept", "abort")"},
    {"FinWait1GetsDataForNobody", {fin_wait_1, rcv_data_after_close}, "linux", "",
     R"("connect server:80", "sleep 5ms", "close")",
     R"("listen 80", "accept", "send 'x'", "sleep 1s")"},
    {"FinWait2Aborts", {fin_wait_2, abort_call}, "linux", "",
     R"("connect server:80", "shutdown", "sleep 100ms", "abort")",
     R"("listen 80", "accept", "sleep 1s", "close")"},
    {"FinWait2IsReset", {fin_wait_2, rcv_rst}, "linux", "",
     R"("connect server:80", "shutdown", "recv until eof", "close")",
     R"("listen 80", "accept", "sleep 100ms", "abort")"},
    {"FinWait2GetsDataForNobody", {fin_wait_2, rcv_data_after_close}, "linux", "",
     R"("connect server:80", "close")", R"("listen 80", "accept", "sleep 100ms", "send 'x'")"},
    {"FinWait2GivesUp", {fin_wait_2, user_timeout}, "linux",
     R"("lose everything after ACK of FIN from server")",
     R"("option keepalive", "connect server:80", "shutdown", "recv until eof", "close")",
     R"("listen 80", "accept", "recv until eof", "sleep 60s", "close")",
     "tcp_keepalive_time = 2\ntcp_keepalive_intvl = 1\ntcp_keepalive_probes = 2"},
    {"CloseWaitAborts", {close_wait, abort_call}, "linux", "", R"("connect server:80", "close")",
     R"("listen 80", "accept", "sleep 100ms", "abort")"},
    {"CloseWaitIsReset", {close_wait, rcv_rst}, "linux", "", R"("connect server:80", "close")",
     R"("listen 80", "accept", "sleep 100ms", "send 'x'", "sleep 1s")"},
    {"CloseWaitGivesUp", {close_wait, user_timeout}, "linux",
     R"("lose everything after ACK of FIN from server")",
     R"("connect server:80", "shutdown", "recv until eof")",
     R"("listen 80", "accept", "sleep 100ms", "send 'x'", "sleep 1h")", "tcp_retries2 = 1"},
    {"ClosingAborts", {closing, abort_call}, "linux", "",
     R"("connect server:80", "at 50ms", "shutdown", "sleep 12ms", "abort")",
     R"("listen 80", "accept", "at 50ms", "close")"},
    {"ClosingIsReset", {closing, rcv_rst}, "linux", "",
     R"("connect server:80", "at 50ms", "close")",
     R"("listen 80", "accept", "at 50ms", "shutdown", "sleep 5ms", "abort")"},
    {"ClosingGivesUp", {closing, user_timeout}, "linux",
     R"("lose everything after FIN from server")",
     R"("connect server:80", "at 50ms", "close")", R"("listen 80", "accept", "at 50ms", "close")",
     "tcp_orphan_retries = 1"},
    {"LastAckAborts", {last_ack, abort_call}, "linux", "",
     R"("connect server:80", "close")",
     R"("listen 80", "accept", "recv until eof", "shutdown", "abort")"},
    {"LastAckGivesUp", {last_ack, user_timeout}, "linux",
     R"("lose everything after FIN from client")",
     R"("connect server:80", "close")", listens, "tcp_orphan_retries = 1"},
    {"TimeWaitIsReset", {time_wait, rcv_rst}, "linux", R"("copy FIN from server after 1s")",
     R"("connect server:80", "close")", listens},
    {"TimeWaitMakesRoom", {time_wait, rcv_syn}, "linux", "",
     R"("connect server:80 from 5000", "recv until eof", "close", "sleep 1s",
        "connect server:80 from 5000", "close")",
     R"("listen 80", "accept", "close", "accept", "recv until eof", "close")"},
};

std::set<Move> moves_of_text(const std::string& text)
{
    const auto scenario = scenario::parse(text, "story");
    EXPECT_TRUE(scenario.ok()) << to_string(scenario.error()) << "\n" << text;
    return scenario.ok() ? moves_of(*scenario) : std::set<Move>{};
}

std::set<Move> moves_of_course()
{
    std::set<Move> moves;
    const std::filesystem::path folder = std::filesystem::path(FINWAIT_SOURCE_DIR) / "scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".toml") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        moves.merge(moves_of_text({std::istreambuf_iterator<char>(in), {}}));
    }
    return moves;
}

class Moves : public testing::TestWithParam<Story> {};

}  // namespace

TEST_P(Moves, IsMade)
{
    const Story& story = GetParam();
    EXPECT_NE(tcp::find(story.move.first, story.move.second), nullptr);
    EXPECT_TRUE(moves_of_text(text_of(story)).contains(story.move)) << text_of(story);
}

INSTANTIATE_TEST_SUITE_P(Stories, Moves, testing::ValuesIn(stories),
                         [](const auto& story) { return std::string(story.param.name); });

TEST(MovesOfTheTable, EachThatSocketsReachIsMadeByTheCourseOrAStoryHere)
{
    std::set<Move> made = moves_of_course();
    for (const Story& story : stories) made.insert(story.move);
    for (const tcp::Transition& row : tcp::transitions)
        EXPECT_TRUE(!row.by_sockets || made.contains({row.from, row.event}))
            << name(row.from) << ": " << row.label;
}

TEST(MovesOfTheTable, WhatSocketsCannotReachNoGeneratedRunReaches)
{
    std::set<Move> made = moves_of_course();
    for (std::uint64_t seed = 1; seed <= test::generated_count; ++seed)
        made.merge(moves_of(test::generated(seed)));
    for (const tcp::Transition& row : tcp::transitions)
        EXPECT_TRUE(row.by_sockets || !made.contains({row.from, row.event}))
            << name(row.from) << ": " << row.label;
}

}  // namespace finwait::run
