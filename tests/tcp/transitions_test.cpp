// The table of moves: no row twice, every row that sockets cannot reach is taken here by name,
// every other one by an endpoint too; a move that is not in it stops the program.
#include <set>

#include "tests/tcp/party.h"

namespace finwait::tcp::test {

namespace {

using Row = std::pair<State, Event>;

bool takes(const Solo& tcp, State from, Event event)
{
    const Transition* row = find(from, event);
    return row != nullptr && tcp.moved(from, event, row->to);
}

}  // namespace

TEST(Transitions, NoStateMovesTwoWaysForOneEvent)
{
    std::set<Row> seen;
    for (const Transition& row : transitions)
        EXPECT_TRUE(seen.insert({row.from, row.event}).second)
            << name(row.from) << " " << row.label << " stands there twice";
}

TEST(Transitions, EveryRowSaysWhatItIs)
{
    for (const Transition& row : transitions) {
        EXPECT_FALSE(row.label.empty());
        EXPECT_FALSE(row.section.empty());
        EXPECT_NE(row.from, row.to);
    }
}

TEST(Transitions, FindKnowsOnlyTheRows)
{
    std::size_t found = 0;
    for (std::size_t state = 0; state < state_count; ++state)
        for (int event = 0; event <= static_cast<int>(Event::two_msl_timeout); ++event)
            if (find(static_cast<State>(state), static_cast<Event>(event)) != nullptr) ++found;
    EXPECT_EQ(found, transitions.size());
}

TEST(TransitionsDeathTest, AMoveThatIsNotInTheTableStopsTheProgram)
{
    Solo tcp{rfc_profile(), State::established};
    EXPECT_DEATH(tcp.connects(), "move");
    EXPECT_DEATH(tcp.listens(), "move");
}

// ---- rows that the sockets API cannot reach

TEST(UnreachableBySockets, ListenTurnsActiveByOpen)
{
    Solo tcp{rfc_profile(), State::listen};
    tcp.connects();
    EXPECT_TRUE(takes(tcp, State::listen, Event::active_open));
}

TEST(UnreachableBySockets, ListenTurnsActiveBySend)
{
    Solo tcp{rfc_profile(), State::listen};
    tcp.sends(1);
    EXPECT_TRUE(takes(tcp, State::listen, Event::send_call));
}

TEST(UnreachableBySockets, ListenIsAborted)
{
    Solo tcp{rfc_profile(), State::listen};
    tcp.aborts();
    EXPECT_TRUE(takes(tcp, State::listen, Event::abort_call));
}

TEST(UnreachableBySockets, SynReceivedIsClosed)
{
    Solo tcp{rfc_profile(), State::syn_received};
    tcp.closes();
    EXPECT_TRUE(takes(tcp, State::syn_received, Event::close_call));
}

TEST(UnreachableBySockets, SynReceivedIsAborted)
{
    Solo tcp{rfc_profile(), State::syn_received};
    tcp.aborts();
    EXPECT_TRUE(takes(tcp, State::syn_received, Event::abort_call));
}

TEST(UnreachableBySockets, AnotherSynSendsSynReceivedBackToListen)
{
    Solo tcp{rfc_profile(), State::syn_received};
    tcp.gets("<SEQ=310><CTL=SYN>");
    EXPECT_TRUE(takes(tcp, State::syn_received, Event::rcv_syn));
}

TEST(UnreachableBySockets, AResetRefusesASimultaneousOpen)
{
    Solo tcp{rfc_profile()};
    open_simultaneously(tcp);
    tcp.gets("<SEQ=301><CTL=RST>");
    EXPECT_TRUE(takes(tcp, State::syn_received, Event::rcv_rst_of_open));
}

TEST(UnreachableBySockets, ClosingIsAborted)
{
    Solo tcp{rfc_profile(), State::closing};
    tcp.aborts();
    EXPECT_TRUE(takes(tcp, State::closing, Event::abort_call));
}

TEST(UnreachableBySockets, LastAckIsAborted)
{
    Solo tcp{rfc_profile(), State::last_ack};
    tcp.aborts();
    EXPECT_TRUE(takes(tcp, State::last_ack, Event::abort_call));
}

TEST(UnreachableBySockets, TimeWaitIsAborted)
{
    Solo tcp{rfc_profile(), State::time_wait};
    tcp.aborts();
    EXPECT_TRUE(takes(tcp, State::time_wait, Event::abort_call));
}

TEST(Transitions, EveryRowThatSocketsCannotReachHasItsTestHere)
{
    const std::set<Row> taken_here = {
        {State::listen, Event::active_open},      {State::listen, Event::send_call},
        {State::listen, Event::abort_call},       {State::syn_received, Event::close_call},
        {State::syn_received, Event::abort_call}, {State::syn_received, Event::rcv_syn},
        {State::syn_received, Event::rcv_rst_of_open},
        {State::closing, Event::abort_call},      {State::last_ack, Event::abort_call},
        {State::time_wait, Event::abort_call},
    };
    for (const Transition& row : transitions) {
        if (row.by_sockets) continue;
        EXPECT_TRUE(taken_here.contains({row.from, row.event}))
            << name(row.from) << " " << row.label;
    }
}

// ---- every row, by whatever an endpoint can be told

namespace {

void try_calls(State from, const Profile& profile, std::set<Row>& taken)
{
    using Act = void (*)(Solo&);
    constexpr auto get = [](Solo& tcp, const char* text) { tcp.gets(text); };
    static constexpr auto acts = std::to_array<Act>({
        [](Solo& tcp) { if (tcp.state() == State::closed) tcp.listens(); },
        [](Solo& tcp) { if (tcp.state() <= State::listen) tcp.connects(); },
        [](Solo& tcp) { tcp.sends(1); },
        [](Solo& tcp) { tcp.closes(); },
        [](Solo& tcp) { tcp.releases(); tcp.waits(hours{1}); },
        [](Solo& tcp) { tcp.aborts(); },
        [](Solo& tcp) { tcp.keepalive(); tcp.waits(hours{9}); },
        [](Solo& tcp) { tcp.sends(1); tcp.waits(hours{1}); },
    });
    static constexpr const char* segments[] = {
        "<SEQ=300><CTL=SYN>",          "<SEQ=310><CTL=SYN>",
        "<SEQ=300><ACK=101><CTL=SYN,ACK>",
        "<SEQ=301><ACK=101><CTL=ACK>", "<SEQ=301><ACK=102><CTL=ACK>",
        "<SEQ=302><ACK=102><CTL=ACK>", "<SEQ=301><ACK=101><CTL=FIN,ACK>",
        "<SEQ=301><ACK=102><CTL=FIN,ACK>", "<SEQ=301><CTL=RST>", "<SEQ=302><CTL=RST>",
        "<SEQ=301><ACK=101><CTL=RST,ACK>", "<SEQ=301><ACK=101><DATA=1><CTL=ACK>",
        "<SEQ=301><ACK=102><DATA=1><CTL=ACK>"};
    const auto note = [&taken](const Solo& tcp) {
        for (const Effect& effect : tcp.effects())
            if (effect.kind == Effect::Kind::moved) {
                const Transition* row = find(effect.from, effect.event);
                ASSERT_NE(row, nullptr);
                EXPECT_EQ(row->to, effect.to);
                taken.insert({effect.from, effect.event});
            }
    };
    for (const Act act : acts) {
        Solo tcp{profile, from};
        act(tcp);
        note(tcp);
    }
    for (const char* segment : segments) {
        Solo tcp{profile, from};
        get(tcp, segment);
        tcp.releases();
        note(tcp);
        if (from == State::syn_sent) continue;
        Solo orphan{profile, from};
        orphan.releases();
        get(orphan, segment);
        orphan.waits(hours{1});
        note(orphan);
    }
}

}  // namespace

TEST(Transitions, EveryRowIsTakenByAnEndpoint)
{
    std::set<Row> taken;
    for (const Profile& profile : {rfc_profile(), linux_profile()})
        for (std::size_t state = 0; state < state_count; ++state)
            try_calls(static_cast<State>(state), profile, taken);
    for (const Profile& profile : {rfc_profile(), linux_profile()}) {
        Solo tcp{profile};
        open_simultaneously(tcp);
        tcp.gets("<SEQ=301><CTL=RST>");
        if (takes(tcp, State::syn_received, Event::rcv_rst_of_open))
            taken.insert({State::syn_received, Event::rcv_rst_of_open});
    }
    for (const Transition& row : transitions)
        EXPECT_TRUE(taken.contains({row.from, row.event}))
            << name(row.from) << " by " << row.label << " to " << name(row.to);
}

}  // namespace finwait::tcp::test
