// Octets arrive in any order, twice, overlapping: the stream is the same. Seeds make the orders.
#include "core/base/random.h"
#include "tests/tcp/pair.h"

namespace finwait::tcp::test {

namespace {

struct Piece {
    std::uint32_t offset;
    std::uint32_t len;
    bool fin;
};

void shuffle(std::vector<Piece>& pieces, Random& random)
{
    for (std::size_t i = pieces.size(); i > 1; --i)
        std::swap(pieces[i - 1], pieces[random.below(i)]);
}

/// The stream of `total` octets and a FIN, cut, with copies and overlaps, in a random order.
std::vector<Piece> cut(std::uint32_t total, Random& random)
{
    std::vector<Piece> pieces;
    for (std::uint32_t at = 0; at < total;) {
        const auto len = static_cast<std::uint32_t>(1 + random.below(400));
        const std::uint32_t end = std::min(total, at + len);
        const bool overlaps = random.below(3) == 0;
        const auto back = static_cast<std::uint32_t>(overlaps ? random.below(at + 1) : 0);
        const std::uint32_t from = at - std::min(back, 100U);
        pieces.push_back({from, end - from, end == total});
        if (random.below(4) == 0) pieces.push_back(pieces.back());
        at = end;
    }
    shuffle(pieces, random);
    return pieces;
}

void arrives(Solo& tcp, const Piece& piece)
{
    Segment segment = written("<SEQ=301><ACK=101><CTL=ACK>").segment;
    segment.seq = Seq{301 + piece.offset};
    segment.len = piece.len;
    if (piece.fin) segment.flags |= FIN;
    tcp.gets(segment, octets_at(piece.offset, piece.len));
}

}  // namespace

class Reassembly : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Reassembly);

TEST_P(Reassembly, AnyOrderGivesTheSameStream)
{
    constexpr std::uint32_t total = 4000;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random{seed};
        Solo tcp{profile(), State::established};
        for (const Piece& piece : cut(total, random)) {
            arrives(tcp, piece);
            if (random.below(3) == 0) tcp.reads(static_cast<std::uint32_t>(random.below(500)));
        }
        tcp.reads();
        EXPECT_EQ(tcp.stream_read(), total) << tcp.stage.history();
        EXPECT_STATE(tcp, close_wait);
        EXPECT_TRUE(tcp.endpoint.at_end());
        EXPECT_EQ(tcp.pools.held.taken(), 0U);
        tcp.waits(milliseconds{300});
        EXPECT_EQ(tcp.all_sent().back().segment.ack, Seq{301 + total + 1});
        if (HasFailure()) return;
    }
}

TEST_P(Reassembly, AcrossTheWrapOfSequenceNumbers)
{
    Pair pair{{.a_iss = 0xFFFFFF00, .b_iss = 0xFFFFFFFE, .a = profile(), .b = profile()}};
    pair.establishes();
    pair.a.sends(5000);
    pair.b.sends(3000);
    pair.run();
    EXPECT_EQ(pair.b.reads(), 5000U);
    EXPECT_EQ(pair.a.reads(), 3000U);
    pair.a.closes();
    pair.run();
    pair.b.closes();
    pair.run();
    EXPECT_EQ(name(pair.a.state()), name(State::time_wait)) << pair.stage.history();
    EXPECT_EQ(name(pair.b.state()), name(State::closed)) << pair.stage.history();
}

TEST_P(Reassembly, EverySegmentBehindAGapIsAnsweredAtOnce)
{
    Solo tcp{profile(), State::established};
    tcp.gets("<SEQ=306><ACK=101><DATA=5><CTL=ACK>");
    tcp.gets("<SEQ=311><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=301><CTL=ACK>\n<SEQ=101><ACK=301><CTL=ACK>");
    EXPECT_EQ(tcp.all_sent().back().rule, Rule::ack_out_of_order);
    tcp.gets("<SEQ=301><ACK=101><DATA=5><CTL=ACK>");
    EXPECT_SENT(tcp, "<SEQ=101><ACK=316><CTL=ACK>");
    EXPECT_EQ(tcp.all_sent().back().rule, Rule::ack_gap_filled);
    EXPECT_EQ(tcp.reads(), 15U);
}

TEST_P(Reassembly, NoLossPatternCorruptsAStreamOrHangsAConnection)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random{seed};
        Pair pair{{.a = profile(), .b = profile()}};
        pair.loses = [&random](const Party&, const Segment&) { return random.below(6) == 0; };
        pair.b.listens();
        pair.a.connects();
        pair.run_for(seconds{30});
        pair.a.sends(6000);
        pair.b.sends(2000);
        for (int i = 0; i < 200 && !(pair.a.stream_read() == 2000 && pair.b.stream_read() == 6000);
             ++i) {
            pair.run_for(seconds{5});
            pair.a.reads();
            pair.b.reads();
        }
        EXPECT_EQ(pair.b.stream_read(), 6000U) << pair.stage.history();
        EXPECT_EQ(pair.a.stream_read(), 2000U) << pair.stage.history();
        pair.a.closes();
        pair.b.closes();
        pair.run_for(minutes{20});
        EXPECT_EQ(name(pair.a.state()), name(State::closed)) << pair.stage.history();
        EXPECT_EQ(name(pair.b.state()), name(State::closed)) << pair.stage.history();
        EXPECT_TRUE(pair.a.gives_everything_back());
        EXPECT_TRUE(pair.b.gives_everything_back());
        if (HasFailure()) return;
    }
}

}  // namespace finwait::tcp::test
