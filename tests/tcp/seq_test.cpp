// Sequence numbers: arithmetic modulo 2^32 (RFC 9293 section 3.4).
#include <gtest/gtest.h>

#include "core/tcp/segment.h"
#include "core/tcp/seq.h"

namespace finwait::tcp::test {

namespace {

constexpr Seq last{0xFFFFFFFF};

}  // namespace

TEST(Seq, WrapsAfterTheLastNumber)
{
    EXPECT_EQ(last + 1, Seq{0});
    EXPECT_EQ(Seq{0} - 1, last);
    Seq s{0xFFFFFFF0};
    s += 0x20;
    EXPECT_EQ(s, Seq{0x10});
}

TEST(Seq, ADistanceCrossesTheWrap) { EXPECT_EQ(Seq{5} - Seq{0xFFFFFFFB}, 10U); }

TEST(Seq, OrderCrossesTheWrap)
{
    EXPECT_LT(last, Seq{0});
    EXPECT_GT(Seq{5}, Seq{0xFFFFFFFB});
    EXPECT_LE(last, last);
    EXPECT_GE(Seq{0}, last);
}

TEST(Seq, OrderHoldsUpToHalfTheSpace)
{
    EXPECT_LT(Seq{0}, Seq{0x7FFFFFFF});
    EXPECT_GT(Seq{0}, Seq{0x80000001});
}

TEST(Seq, LaterAndEarlierAgreeWithTheOrder)
{
    EXPECT_EQ(later(last, Seq{3}), Seq{3});
    EXPECT_EQ(earlier(last, Seq{3}), last);
}

TEST(SegmentLength, SynAndFinCountOneEachOctetsOneEach)
{
    Segment segment;
    segment.seq = Seq{0xFFFFFFFE};
    EXPECT_EQ(segment.seg_len(), 0U);
    segment.flags = SYN | FIN | ACK | PSH;
    segment.len = 5;
    EXPECT_EQ(segment.seg_len(), 7U);
    EXPECT_EQ(segment.end(), Seq{5});
    segment.flags = RST | URG;
    segment.len = 0;
    EXPECT_EQ(segment.seg_len(), 0U);
}

TEST(SegmentText, IsTheRfcsNotation)
{
    Segment segment;
    segment.seq = Seq{100};
    segment.ack = Seq{301};
    segment.flags = FIN | ACK;
    EXPECT_EQ(to_string(segment), "<SEQ=100><ACK=301><CTL=FIN,ACK>");
    segment.len = 5;
    EXPECT_EQ(to_string(segment, Seq{100}, Seq{300}), "<SEQ=0><ACK=1><DATA=5><CTL=FIN,ACK>");
    segment.flags = SYN;
    segment.len = 0;
    EXPECT_EQ(to_string(segment), "<SEQ=100><CTL=SYN>");
}

}  // namespace finwait::tcp::test
