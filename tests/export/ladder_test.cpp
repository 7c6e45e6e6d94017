// The text ladder, drawn from hand-made traces.
#include "core/export/ladder.h"

#include <gtest/gtest.h>

#include <sstream>

#include "core/base/columns.h"
#include "tests/export/hand_made.h"

namespace finwait::exports {
namespace {

using namespace std::chrono_literals;
using enum tcp::State;

constexpr std::uint8_t fin_ack = tcp::FIN | tcp::ACK;

std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string each; std::getline(in, each);) out.push_back(each);
    return out;
}

bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

LadderLook of_width(std::size_t width)
{
    LadderLook look;
    look.width = width;
    return look;
}

TEST(Ladder, DrawsTheHandshakeAsTheRfcsFigureSix)
{
    HandMade run;
    run.handshake();
    EXPECT_EQ("\n" + ladder(trace::Index(run.trace), of_width(80)), R"(
time (s)         client                                           server
   0.000     SYN-SENT ├─ <SEQ=0><CTL=SYN> ───────────────────────►│
   0.010              │◄──────────── <SEQ=0><ACK=1><CTL=SYN,ACK> ─┤ SYN-RECEIVED
   0.020  ESTABLISHED ├─ <SEQ=1><ACK=1><CTL=ACK> ────────────────►│
   0.030              │                                           │ ESTABLISHED
)");
}

TEST(Ladder, InAsciiHasNothingElse)
{
    HandMade run;
    run.handshake();
    LadderLook look = of_width(80);
    look.ascii = true;
    for (const char c : ladder(trace::Index(run.trace), look))
        EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~'));
}

TEST(Ladder, EndsALostSegmentInACross)
{
    HandMade run;
    run.lost(100ms, run.sent(100ms, 0, fin_ack, 6, 6, trace::label_fin));
    run.lost(200ms, run.sent(200ms, 1, fin_ack, 6, 6, trace::label_fin));
    EXPECT_EQ("\n" + ladder(trace::Index(run.trace), of_width(80)), R"(
time (s)    client                                                      server
   0.100         ├─ <SEQ=1006><ACK=5006><CTL=FIN,ACK> ──────× lost      │
   0.200         │      lost ×────── <SEQ=5006><ACK=1006><CTL=FIN,ACK> ─┤
)");
}

TEST(Ladder, ShowsBothEndsOfSegmentsThatCross)
{
    HandMade run;
    run.state(100ms, 0, established, tcp::Event::close_call);
    const auto ours = run.sent(100ms, 0, fin_ack, 1, 1, trace::label_fin);
    run.state(100ms, 1, established, tcp::Event::close_call);
    const auto theirs = run.sent(100ms, 1, fin_ack, 1, 1, trace::label_fin);
    run.arrived(110ms, ours);
    run.state(110ms, 1, fin_wait_1, tcp::Event::rcv_fin);
    run.arrived(110ms, theirs);
    run.state(110ms, 0, fin_wait_1, tcp::Event::rcv_fin);
    EXPECT_EQ("\n" + ladder(trace::Index(run.trace), of_width(80)), R"(
time (s)        client                                              server
   0.100  FIN-WAIT-1 ├─ <SEQ=1001><ACK=5001><CTL=FIN,ACK> ╌╌╌╌      │
                     │      ╌╌╌╌ <SEQ=5001><ACK=1001><CTL=FIN,ACK> ─┤ FIN-WAIT-1
   0.110             │                               ╌╌╌╌ FIN,ACK ─►│ CLOSING
             CLOSING │◄─ FIN,ACK ╌╌╌╌                               │
)");
}

TEST(Ladder, MarksWhatIsSentAgainAndWhatComesDamaged)
{
    HandMade run;
    run.sent(1s, 0, fin_ack, 6, 6, trace::label_fin | trace::label_retransmission);
    const auto damaged = run.sent(2s, 1, tcp::ACK, 6, 7, trace::label_ack);
    run.lost(2010ms, damaged, Rule::corrupted);
    EXPECT_EQ("\n" + ladder(trace::Index(run.trace), of_width(80)), R"(
time (s)    client                                                      server
                 ┊                      1 s later                       ┊
   1.000         ├─ <SEQ=1006><ACK=5006><CTL=FIN,ACK> (again) ─────────►│
                 ┊                      1 s later                       ┊
   2.000         │× corrupted ────────── <SEQ=5006><ACK=1007><CTL=ACK> ─┤
)");
}

TEST(Ladder, SaysLongSilenceInItsOwnLine)
{
    HandMade run;
    run.sent(0ms, 0, tcp::SYN, 0, 0, trace::label_syn);
    run.sent(60s, 0, tcp::SYN, 0, 0, trace::label_syn | trace::label_retransmission);
    EXPECT_TRUE(contains(ladder(trace::Index(run.trace), of_width(80)), "60 s later"));
    LadderLook look = of_width(80);
    look.lang = Lang::ko;
    EXPECT_TRUE(contains(ladder(trace::Index(run.trace), look), "60초 뒤"));
}

TEST(Ladder, InKoreanKeepsItsLifelinesInOneColumn)
{
    HandMade run;
    run.handshake();
    run.lost(1s, run.sent(1s, 0, fin_ack, 6, 6, trace::label_fin));
    run.sent(2s, 0, fin_ack, 6, 6, trace::label_fin | trace::label_retransmission);
    LadderLook look = of_width(80);
    look.lang = Lang::ko;
    look.host_titles = {"클라이언트", "서버"};
    const auto lines = lines_of(ladder(trace::Index(run.trace), look));
    ASSERT_GT(lines.size(), 4U);
    std::size_t rail = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        std::size_t at = std::string::npos;
        for (const std::string_view glyph : {"│", "├", "┊"})
            at = std::min(at, lines[i].find(glyph));
        ASSERT_NE(at, std::string::npos) << lines[i];
        const std::size_t column = columns(lines[i].substr(0, at));
        if (rail == 0) rail = column;
        EXPECT_EQ(column, rail) << lines[i];
    }
}

TEST(Ladder, NeverIsWiderThanItMayBe)
{
    HandMade run;
    run.handshake();
    const auto again = static_cast<std::uint16_t>(trace::label_data | trace::label_retransmission);
    run.sent(40ms, 0, tcp::ACK | tcp::PSH, 1'000'001, 1'000'001, again, std::string(1460, 'x'));
    run.lost(41ms, run.sent(41ms, 1, tcp::ACK | tcp::PSH, 1'000'001, 1'000'001, again, "y"));
    for (const std::size_t width : {60U, 72U, 80U, 96U, 140U})
        for (const Lang lang : {Lang::en, Lang::ko}) {
            LadderLook look = of_width(width);
            look.lang = lang;
            for (const std::string& each : lines_of(ladder(trace::Index(run.trace), look)))
                EXPECT_LE(columns(each), width) << each;
        }
}

TEST(Ladder, ColoursChangeNoColumn)
{
    HandMade run;
    run.handshake();
    run.lost(1s, run.sent(1s, 0, fin_ack, 6, 6, trace::label_fin));
    LadderLook look = of_width(80);
    const std::string without = ladder(trace::Index(run.trace), look);
    look.colour = true;
    const std::string with = ladder(trace::Index(run.trace), look);
    std::string stripped;
    for (std::size_t i = 0; i < with.size(); ++i) {
        if (with[i] == '\x1b') i = with.find('m', i);
        else stripped += with[i];
    }
    EXPECT_NE(with, without);
    EXPECT_EQ(stripped, without);
}

TEST(Ladder, ShowsCallsAndTimersWhenAsked)
{
    HandMade run;
    trace::Record call = run.next(0ms, 0, trace::Kind::call, Rule::call);
    call.call = call_fact(0, 0, 0, host::Errno::ok);
    run.add(call);
    call.t = 20ms;
    call.kind = trace::Kind::returned;
    call.call = call_fact(0, 0, -1, host::Errno::connection_refused);
    run.add(call);
    trace::Record timer = run.next(20ms, 1, trace::Kind::timer_set, Rule::rto_timer);
    timer.timer = timer_fact(221ms, tcp::TimerKind::retransmission, 0);
    run.add(timer);
    run.sent(30ms, 0, tcp::SYN, 0, 0, trace::label_syn);

    LadderLook look = of_width(96);
    EXPECT_FALSE(contains(ladder(trace::Index(run.trace), look), "connect"));
    look.calls = look.timers = true;
    const std::string text = ladder(trace::Index(run.trace), look);
    EXPECT_TRUE(contains(text, "connect server:80"));
    EXPECT_TRUE(contains(text, "connect = ECONNREFUSED"));
    EXPECT_TRUE(contains(text, "RTO 201ms"));
}

TEST(Ladder, SaysWhoseSegmentItIsWhenThereAreSeveralConnections)
{
    HandMade run;
    run.handshake();
    trace::Record second = run.trace[1];
    second.t = 1s;
    second.conn = 2;
    run.add(second);
    const std::string text = ladder(trace::Index(run.trace), of_width(80));
    EXPECT_TRUE(contains(text, "#1 <SEQ=0><CTL=SYN>"));
    EXPECT_TRUE(contains(text, "#2 <SEQ=0><CTL=SYN>"));
    EXPECT_TRUE(contains(text, "SYN-SENT #1"));
}

TEST(Ladder, SaysHowManyLinesItLeftOut)
{
    HandMade run;
    run.handshake();
    LadderLook look = of_width(80);
    look.most_rows = 1;
    const auto lines = lines_of(ladder(trace::Index(run.trace), look));
    ASSERT_EQ(lines.size(), 3U);
    EXPECT_EQ(lines.back(), "… 3 more lines are left out");
}

TEST(Ladder, OfARunWithoutSegmentsSaysSo)
{
    HandMade run;
    EXPECT_EQ(ladder(trace::Index(run.trace), {}), "(no segment was sent)\n");
}

TEST(Ladder, LetsNoTextCommandTheTerminal)
{
    HandMade run;
    run.header().hosts = {"cli\x1b[2Jent", "ser\nver"};
    run.end({});
    run.handshake();
    const std::string text = ladder(trace::Index(run.trace), of_width(80));
    EXPECT_FALSE(contains(text, "\x1b"));
    EXPECT_EQ(lines_of(text).size(), 5U);
}

}  // namespace
}  // namespace finwait::exports
