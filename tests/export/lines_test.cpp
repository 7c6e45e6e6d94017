// Lines of a run: the notation of golden traces, and the sentences about a run's end.
#include "core/export/text.h"

#include <gtest/gtest.h>

#include "tests/export/hand_made.h"

namespace finwait::exports {
namespace {

using namespace std::chrono_literals;

std::string only_line(const HandMade& run)
{
    return line(trace::Index(run.trace), run.trace.records().back());
}

TEST(Seconds, HaveAsManyDecimalsAsTheTime)
{
    EXPECT_EQ(seconds_text(0ns), "0.000");
    EXPECT_EQ(seconds_text(10ms), "0.010");
    EXPECT_EQ(seconds_text(10ms + 500ns), "0.010000500");
    EXPECT_EQ(seconds_text(10ms + 5us), "0.010005");
    EXPECT_EQ(seconds_text(10ms, 6), "0.010000");
    EXPECT_EQ(seconds_text(60s, 0), "60");
    EXPECT_EQ(seconds_text(60254ms, 0), "60.254");
}

TEST(Lines, WriteSegmentsInTheRfcsNotation)
{
    HandMade run;
    run.handshake();
    EXPECT_EQ(line(trace::Index(run.trace), run.trace[4]),
              "     0.010  server  sent             <SEQ=0><ACK=1><CTL=SYN,ACK>  [data-sent]");
    EXPECT_EQ(line(trace::Index(run.trace), run.trace[5]),
              "     0.020  client  arrived          <SEQ=0><ACK=1><CTL=SYN,ACK>  [arrived]");
    EXPECT_EQ(line(trace::Index(run.trace), run.trace[0]),
              "     0.000  client  state            CLOSED -> SYN-SENT  [active-open]");
}

TEST(Lines, SayWhatIsSentAgain)
{
    HandMade run;
    run.handshake();
    run.sent(1s, 0, tcp::SYN, 0, 0, trace::label_syn | trace::label_retransmission);
    EXPECT_NE(only_line(run).find("<SEQ=0><CTL=SYN> again"), std::string::npos);
    run.sent(1s, 0, tcp::SYN, 0, 0, trace::label_syn | trace::label_copy);
    EXPECT_NE(only_line(run).find("<SEQ=0><CTL=SYN> copy"), std::string::npos);
}

TEST(Lines, NameTheCallAndWhatItReturned)
{
    HandMade run;
    trace::Record call = run.next(1s, 0, trace::Kind::returned, Rule::call_returned);
    call.call = call_fact(0, 0, -1, host::Errno::connection_refused);
    run.add(call);
    EXPECT_NE(only_line(run).find("connect server:80 = -1 ECONNREFUSED"), std::string::npos);
    call.call = call_fact(0, 99, 0, host::Errno::ok, true);  // a statement that is not there
    run.add(call);
    EXPECT_NE(only_line(run).find("? = 0 end of stream"), std::string::npos);
}

TEST(Lines, NameTimersAndPorts)
{
    HandMade run;
    trace::Record timer = run.next(20ms, 1, trace::Kind::timer_set, Rule::rto_timer);
    timer.timer = timer_fact(221ms, tcp::TimerKind::retransmission, 2);
    run.add(timer);
    EXPECT_NE(only_line(run).find("RTO in 201ms, backed off 2"), std::string::npos);
    trace::Record port = run.next(20ms, 0, trace::Kind::port_taken, Rule::port_chosen);
    port.port.port = 49152;
    run.add(port);
    EXPECT_NE(only_line(run).find("port 49152"), std::string::npos);
}

TEST(Lines, SayWhoseRecordItIsWithSeveralConnections)
{
    HandMade run;
    run.handshake();
    trace::Record second = run.trace[1];
    second.conn = 2;
    run.add(second);
    EXPECT_NE(only_line(run).find("#2 <SEQ=0><CTL=SYN>"), std::string::npos);
}

TEST(Lines, BeginWithTheRunAndEndWithItsEnding)
{
    HandMade run;
    run.handshake();
    run.header().faults = {"lose RST"};
    run.end({trace::Ending::Why::nothing_left, 30ms, {0}, {1}});
    const std::string text = lines(trace::Index(run.trace));
    EXPECT_TRUE(text.starts_with("# A hand-made run\n# profile linux, not yet exact\n"
                                 "# fault: lose RST\n"));
    EXPECT_TRUE(text.ends_with("# The run ends at 0.03 s: nothing is left to happen.\n"
                               "# never matched: lose RST\n"
                               "# server still waits in: listen 80\n"));
}

TEST(Ending, SaysWhichLimitStoppedTheRun)
{
    HandMade run;
    using Why = trace::Ending::Why;
    run.end({Why::until, 5s, {}, {}});
    EXPECT_NE(ending_text(run.trace, Lang::en).find("stopped at 5 s, as it was told"),
              std::string::npos);
    EXPECT_NE(ending_text(run.trace, Lang::ko).find("5초에 멈췄다"), std::string::npos);
    run.end({Why::too_many_records, 5s, {}, {}});
    EXPECT_NE(ending_text(run.trace, Lang::en).find("limit of records"), std::string::npos);
    run.end({Why::too_long, 5s, {}, {}});
    EXPECT_NE(ending_text(run.trace, Lang::en).find("limit of simulated time"), std::string::npos);
}

TEST(Ending, NamesAtMostTenThatStillWait)
{
    HandMade run;
    run.end({trace::Ending::Why::nothing_left, 1s, {}, std::vector<std::uint32_t>(12, 1)});
    const std::string text = blocked_text(run.trace, Lang::en);
    EXPECT_TRUE(text.ends_with("server still waits in: listen 80\nand 2 more"));
    EXPECT_TRUE(blocked_text(run.trace, Lang::ko).starts_with("server는 아직 기다린다: listen 80"));
}

}  // namespace
}  // namespace finwait::exports
