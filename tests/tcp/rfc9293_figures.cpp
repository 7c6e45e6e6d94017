// Figures 6 to 13 of RFC 9293 as runs of two endpoints, in the figures' own numbers. The columns
// are those of the RFC; a line more is said where the figure stops and the connection does not.
#include "tests/tcp/pair.h"

namespace finwait::tcp::test {

namespace {

/// Both sides ESTABLISHED with SND.NXT 100 and 300, as figures 9, 10, 12 and 13 begin.
PairNumbers from_100_and_300() { return {.a_iss = 99, .b_iss = 299}; }

}  // namespace

TEST(Rfc9293, Figure6_BasicThreeWayHandshake)
{
    Pair pair;
    pair.b.listens();
    pair.a.connects();
    pair.run();
    pair.a.sends(5);
    pair.run();
    EXPECT_FIGURE(pair, R"(
        CLOSED                                                   LISTEN
        SYN-SENT    --> <SEQ=100><CTL=SYN>                   --> SYN-RECEIVED
        ESTABLISHED <-- <SEQ=300><ACK=101><CTL=SYN,ACK>      <-- SYN-RECEIVED
        ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK>          --> ESTABLISHED
        ESTABLISHED --> <SEQ=101><ACK=301><CTL=ACK><DATA=5>  --> ESTABLISHED
        ESTABLISHED <-- <SEQ=301><ACK=106><CTL=ACK>          <-- ESTABLISHED
    )");
}

TEST(Rfc9293, Figure7_SimultaneousOpen)
{
    Pair pair{{.a_to_b = milliseconds{20}}};
    pair.a.connects();
    pair.run_for(milliseconds{5});
    pair.b.connects();
    pair.run();
    EXPECT_FIGURE(pair, R"(
        CLOSED                                               CLOSED
        SYN-SENT     --> <SEQ=100><CTL=SYN>              ...
        SYN-RECEIVED <-- <SEQ=300><CTL=SYN>              <-- SYN-SENT
                     ... <SEQ=100><CTL=SYN>              --> SYN-RECEIVED
        SYN-RECEIVED --> <SEQ=100><ACK=301><CTL=SYN,ACK> ...
        ESTABLISHED  <-- <SEQ=300><ACK=101><CTL=SYN,ACK> <-- SYN-RECEIVED
                     ... <SEQ=100><ACK=301><CTL=SYN,ACK> --> ESTABLISHED
    )");
}

TEST(Rfc9293, Figure8_RecoveryFromAnOldDuplicateSyn)
{
    Pair pair;
    pair.b.listens();
    pair.holds_next_of(pair.a);
    pair.a.connects();
    pair.arrives_from_the_past(pair.b, "<SEQ=90><CTL=SYN>");
    pair.run();
    pair.b.endpoint.set_iss(Seq{400});
    pair.let_go();
    pair.run();
    EXPECT_FIGURE(pair, R"(
        CLOSED                                              LISTEN
        SYN-SENT    --> <SEQ=100><CTL=SYN>              ...
                    ... <SEQ=90><CTL=SYN>               --> SYN-RECEIVED
        SYN-SENT    <-- <SEQ=300><ACK=91><CTL=SYN,ACK>  <-- SYN-RECEIVED
        SYN-SENT    --> <SEQ=91><CTL=RST>               --> LISTEN
                    ... <SEQ=100><CTL=SYN>              --> SYN-RECEIVED
        ESTABLISHED <-- <SEQ=400><ACK=101><CTL=SYN,ACK> <-- SYN-RECEIVED
        ESTABLISHED --> <SEQ=101><ACK=401><CTL=ACK>     --> ESTABLISHED
    )");
}

TEST(Rfc9293, Figure9_HalfOpenConnectionIsDiscoveredByASyn)
{
    Pair pair{from_100_and_300()};
    pair.establishes();
    pair.a.reboots();
    pair.a.connects_with(400);
    pair.run();
    EXPECT_FIGURE(pair, R"(
        CLOSED                                           ESTABLISHED
        SYN-SENT --> <SEQ=400><CTL=SYN>              --> ESTABLISHED
        SYN-SENT <-- <SEQ=300><ACK=100><CTL=ACK>     <-- ESTABLISHED
        SYN-SENT --> <SEQ=100><CTL=RST>              --> CLOSED
        SYN-SENT                                         CLOSED
    )");
    EXPECT_EQ(pair.b.endpoint.failure(), Failure::reset);

    pair.starts_lifelines_anew();
    pair.b.reboots();
    pair.b.listens();
    pair.run_for(seconds{2});  // the SYN's timer: what is left is figure 6
    EXPECT_FIGURE(pair, R"(
        SYN-SENT    --> <SEQ=400><CTL=SYN>              --> SYN-RECEIVED
        ESTABLISHED <-- <SEQ=299><ACK=401><CTL=SYN,ACK> <-- SYN-RECEIVED
        ESTABLISHED --> <SEQ=401><ACK=300><CTL=ACK>     --> ESTABLISHED
    )");
}

TEST(Rfc9293, Figure10_HalfOpenConnectionIsDiscoveredByData)
{
    Pair pair{from_100_and_300()};
    pair.establishes();
    pair.a.reboots();
    pair.b.sends(10);
    pair.run();
    EXPECT_FIGURE(pair, R"(
        CLOSED                                               ESTABLISHED
        CLOSED  <-- <SEQ=300><ACK=100><DATA=10><CTL=ACK> <-- ESTABLISHED
        CLOSED  --> <SEQ=100><CTL=RST>                   --> CLOSED
    )");
    EXPECT_EQ(pair.b.endpoint.failure(), Failure::reset);
}

TEST(Rfc9293, Figure11_OldDuplicateSynMeetsTwoPassiveSides)
{
    Pair pair;
    pair.a.listens();
    pair.b.listens();
    pair.arrives_from_the_past(pair.b, "<SEQ=7000><CTL=SYN>");
    pair.run();
    EXPECT_FIGURE(pair, R"(
        LISTEN                                             LISTEN
               ... <SEQ=7000><CTL=SYN>                 --> SYN-RECEIVED
        LISTEN <-- <SEQ=300><ACK=7001><CTL=SYN,ACK>    <-- SYN-RECEIVED
        LISTEN --> <SEQ=7001><CTL=RST>                 --> LISTEN
        LISTEN                                             LISTEN
    )");
}

TEST(Rfc9293, Figure12_NormalClose)
{
    Pair pair{from_100_and_300()};
    pair.establishes();
    pair.a.closes();
    pair.run();
    pair.b.closes();
    pair.run();
    EXPECT_FIGURE(pair, R"(
        ESTABLISHED                                         ESTABLISHED
        FIN-WAIT-1  --> <SEQ=100><ACK=300><CTL=FIN,ACK> --> CLOSE-WAIT
        FIN-WAIT-2  <-- <SEQ=300><ACK=101><CTL=ACK>     <-- CLOSE-WAIT
        TIME-WAIT   <-- <SEQ=300><ACK=101><CTL=FIN,ACK> <-- LAST-ACK
        TIME-WAIT   --> <SEQ=101><ACK=301><CTL=ACK>     --> CLOSED
    )");
    pair.starts_lifelines_anew();
    pair.run_for(minutes{4});  // 2 MSL
    EXPECT_FIGURE(pair, "CLOSED  CLOSED");
}

TEST(Rfc9293, Figure13_SimultaneousClose)
{
    Pair pair{from_100_and_300()};
    pair.establishes();
    pair.a.closes();
    pair.b.closes();
    pair.run();
    EXPECT_FIGURE(pair, R"(
        ESTABLISHED                                         ESTABLISHED
        FIN-WAIT-1  --> <SEQ=100><ACK=300><CTL=FIN,ACK> ... FIN-WAIT-1
                    <-- <SEQ=300><ACK=100><CTL=FIN,ACK> <--
                    ... <SEQ=100><ACK=300><CTL=FIN,ACK> -->
        CLOSING     --> <SEQ=101><ACK=301><CTL=ACK>     ... CLOSING
                    <-- <SEQ=301><ACK=101><CTL=ACK>     <--
                    ... <SEQ=101><ACK=301><CTL=ACK>     -->
        TIME-WAIT                                           TIME-WAIT
    )");
    pair.starts_lifelines_anew();
    pair.run_for(minutes{4});  // 2 MSL
    EXPECT_FIGURE(pair, "CLOSED  CLOSED");
}

}  // namespace finwait::tcp::test
