// Two endpoints joined by a link each way, and the figure that their run draws. Segments arrive
// in the order of (time, departure); a test may lose, hold or inject any of them.
#pragma once

#include <functional>
#include <vector>

#include "tests/tcp/party.h"

namespace finwait::tcp::test {

struct PairNumbers {
    std::uint32_t a_iss = 100;
    std::uint32_t b_iss = 300;
    Duration a_to_b = milliseconds{10};
    Duration b_to_a = milliseconds{10};
    Profile a = rfc_profile();
    Profile b = rfc_profile();
};

class Pair : public OwnStage {
public:
    explicit Pair(const PairNumbers& numbers = {});

    /// B listens, A connects, all is quiet. Both lifelines then start anew.
    void establishes();
    /// Until no segment is under way and no timer is due within 100 ms (a delayed ACK's would be).
    void run();
    void run_for(Duration span);
    /// A segment that neither side sent, to a side's door.
    void arrives_from_the_past(Party& at, std::string_view segment);
    /// The next segment of a party waits in the network until let_go().
    void holds_next_of(Party& party) { hold_ = &party; }
    void let_go();
    /// Asked for every segment that leaves; true loses it.
    std::function<bool(const Party& from, const Segment&)> loses;

    Time now() const { return stage.now; }
    /// The octets that each side read continue what the other sent, and all arrived.
    testing::AssertionResult draws(std::string_view figure) const;
    /// Every segment sent, by either side, since the lifelines started: "A <SEQ=…" a line.
    std::size_t segments_sent() const;
    void starts_lifelines_anew();

    Party a;
    Party b;

private:
    struct UnderWay {
        Time at;
        Party* to;
        Segment segment;
        Bytes octets;
    };
    void takes_off(Party& from, Party& to, std::size_t& seen, Duration delay);
    void collect();
    bool step(Time until);

    PairNumbers numbers_;
    std::vector<UnderWay> under_way_;
    std::vector<UnderWay> held_;
    std::size_t seen_of_a_ = 0;
    std::size_t seen_of_b_ = 0;
    std::size_t line_of_a_ = 0;
    std::size_t line_of_b_ = 0;
    const Party* hold_ = nullptr;
};

}  // namespace finwait::tcp::test

/// The run is the figure: `STATE --> segment --> STATE` a line, states after the departure or the
/// arrival, `...` while a segment is in the network, `STATE  STATE` where nothing is sent. What
/// counts is the order on each lifeline. A blank state is not compared.
#define EXPECT_FIGURE(pair, figure) EXPECT_TRUE((pair).draws(figure))
