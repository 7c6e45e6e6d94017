// A party whose peer is the test's own text.
#include "tests/tcp/party.h"

namespace finwait::tcp::test {

namespace {

constexpr std::uint32_t iss = 100;
constexpr std::uint32_t peer_iss = 300;

}  // namespace

Solo::Solo(const Profile& its_profile, State state, Duration rtt)
    : Party(stage, "TCP", its_profile, iss)
{
    reach(state, rtt);
    forget_sent();
}

void Solo::reach(State state, Duration rtt)
{
    using enum State;
    if (state == closed) return;
    if (state == listen || state == syn_received) {
        listens();
        if (state == syn_received) gets("<SEQ=300><MSS=1460><CTL=SYN>");
        return;
    }
    connects();
    if (state == syn_sent) return;
    waits(rtt);
    gets("<SEQ=300><ACK=101><MSS=1460><CTL=SYN,ACK>");
    if (state == close_wait || state == last_ack) {
        gets("<SEQ=301><ACK=101><CTL=FIN,ACK>");
        waits(milliseconds{50});  // a delayed ACK leaves
    }
    if (state == established || state == close_wait) return;
    closes();
    if (state == closing) gets("<SEQ=301><ACK=101><CTL=FIN,ACK>");
    if (state == fin_wait_2 || state == time_wait) gets("<SEQ=301><ACK=102><CTL=ACK>");
    if (state == time_wait) gets("<SEQ=301><ACK=102><CTL=FIN,ACK>");
}

void open_simultaneously(Solo& tcp)
{
    tcp.connects();
    tcp.gets("<SEQ=300><MSS=1460><CTL=SYN>");
    tcp.forget_sent();
}

void Solo::gets(std::string_view text)
{
    const Segment segment = written(text).segment;
    const std::uint32_t first = segment.seq.raw() + (segment.has(SYN) ? 1 : 0);
    gets(segment, octets_at(first - (peer_iss + 1), segment.len));
}

void Solo::waits(Duration span)
{
    const Time until = stage.now + span;
    while (next_deadline() <= until) {
        ASSERT_GE(next_deadline(), stage.now) << stage.history();
        stage.now = next_deadline();
        timer();
    }
    stage.now = until;
}

Time Solo::waits_until_closed(Duration limit)
{
    const Time until = stage.now + limit;
    while (state() != State::closed && next_deadline() <= until) {
        stage.now = next_deadline();
        timer();
    }
    EXPECT_EQ(tcp::name(state()), tcp::name(State::closed)) << stage.history();
    return stage.now;
}

std::vector<Duration> Solo::times_sent(std::uint8_t flags, Time since) const
{
    std::vector<Duration> out;
    for (const Sent& sent : all_sent())
        if (sent.at >= since && sent.segment.has(flags)) out.push_back(sent.at - since);
    return out;
}

testing::AssertionResult Solo::sent(std::string_view expected)
{
    const auto lines = written_lines(expected);
    const auto& sent = all_sent();
    bool right = sent.size() - checked_ == lines.size();
    for (std::size_t i = 0; right && i < lines.size(); ++i)
        right = same(lines[i], sent[checked_ + i].segment);
    if (right) {
        checked_ = sent.size();
        return testing::AssertionSuccess();
    }
    auto failure = testing::AssertionFailure();
    failure << "expected to send:\n";
    for (const Written& line : lines) failure << "  " << to_string(line.segment) << "\n";
    failure << "sent:\n";
    for (; checked_ < sent.size(); ++checked_)
        failure << "  " << with_window(sent[checked_].segment) << "\n";
    return failure << stage.history();
}

testing::AssertionResult Solo::is(State expected) const
{
    if (state() == expected) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "is in " << tcp::name(state()) << ", not in "
                                       << tcp::name(expected) << "\n" << stage.history();
}

}  // namespace finwait::tcp::test
