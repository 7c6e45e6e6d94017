// Party: one endpoint with its profile, its pools and what it did, told as a numbered history.
// Solo: a party alone, whose peer is the test's own text. Pair (pair.h) joins two parties.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/tcp/endpoint.h"
#include "tests/tcp/notation.h"

namespace finwait::tcp::test {

/// The time and the history of one test.
struct Stage {
    Time now{0};
    std::vector<std::string> lines;

    void tell(std::string line);
    std::string history() const;
};

struct Sent {
    Time at;
    Segment segment;
    Bytes octets;
    std::uint8_t marks;
    Rule rule;
};

/// What happened on a party's lifeline, for figures: a segment left or came, or only the state
/// changed (a call, a timer).
struct Happening {
    enum class Kind : std::uint8_t { left, came, stood } kind;
    Segment segment;
    State state;  ///< after it
};

class Party {
public:
    Party(Stage& stage, std::string name, const Profile& profile, std::uint32_t iss);

    // ---- the user ----
    void listens();
    void connects();
    void connects_with(std::uint32_t iss);
    /// The next octets of the party's stream; returns how many were taken.
    std::uint32_t sends(std::uint32_t octets);
    /// Reads at most `most` and checks that they continue the peer's stream.
    std::uint32_t reads(std::uint32_t most = UINT32_MAX);
    void closes();     ///< RFC CLOSE, shutdown(SHUT_WR)
    void releases();   ///< the sockets' close()
    void aborts();
    void nodelay();
    void keepalive();
    /// Loses its memory, as a host that starts again.
    void reboots();

    // ---- the network and the clock ----
    void gets(const Segment& segment, std::span<const std::byte> octets);
    void timer();
    Time next_deadline() const { return endpoint.next_deadline(); }

    // ---- what it did ----
    const std::vector<Sent>& all_sent() const { return sent_; }
    const std::vector<Effect>& effects() const { return effects_; }
    const std::vector<Happening>& lifeline() const { return lifeline_; }
    bool moved(State from, Event event, State to) const;
    bool fired(TimerKind kind) const;
    std::uint32_t stream_read() const { return stream_read_; }
    State state() const { return endpoint.state(); }
    Context context();
    /// Takes what the endpoint just did; the calls above do it themselves.
    void take_effects();
    /// Everything is read, closed or gone: every pooled node must be back.
    testing::AssertionResult gives_everything_back();

    Endpoint endpoint;
    Profile profile;
    Pools pools;
    std::string name;

private:
    void tells(const std::string& line);

    Stage& stage_;
    std::uint32_t iss_;
    std::uint32_t stream_sent_ = 0;
    std::uint32_t stream_read_ = 0;
    std::vector<Effect> out_;
    std::vector<Effect> effects_;
    std::vector<Sent> sent_;
    std::vector<Happening> lifeline_;
};

struct OwnStage {
    Stage stage;
};

/// A party alone: ISS 100, its peer's ISS 300, no distance between them. The constructor brings
/// it to a state by the shortest way, as the active opener where that can be; then nothing is
/// unread, unacknowledged or unchecked, except a FIN where the state says so.
class Solo : public OwnStage, public Party {
public:
    explicit Solo(const Profile& profile, State state = State::closed, Duration rtt = Duration{0});

    using Party::gets;
    /// A segment in the RFC's notation; its octets continue the peer's stream.
    void gets(std::string_view segment);
    /// Time passes; timers fire when they are due.
    void waits(Duration span);
    /// Time passes until CLOSED, at most `limit`; returns when that was.
    Time waits_until_closed(Duration limit = hours{10});

    Time now() const { return stage.now; }
    /// When segments with one of these flags left, from `since` on, relative to it.
    std::vector<Duration> times_sent(std::uint8_t flags, Time since) const;

    /// What it sent since it was last asked is exactly this, one segment a line.
    testing::AssertionResult sent(std::string_view expected);
    testing::AssertionResult is(State expected) const;
    /// What it sent so far is not looked at.
    void forget_sent() { checked_ = all_sent().size(); }

private:
    void reach(State state, Duration rtt);
    std::size_t checked_ = 0;
};

/// Its SYN,ACK's peer opens too: SYN-RECEIVED reached from SYN-SENT.
void open_simultaneously(Solo& tcp);

/// Both profiles, for tests where they must not differ.
class EveryProfile : public testing::TestWithParam<std::string_view> {
protected:
    Profile profile() const { return *profile_by_name(GetParam()); }
};
inline std::string profile_of_test(const testing::TestParamInfo<std::string_view>& test)
{
    return std::string(test.param);
}
#define FINWAIT_IN_EVERY_PROFILE(suite) \
    INSTANTIATE_TEST_SUITE_P(, suite, testing::Values("rfc", "linux"), profile_of_test)

}  // namespace finwait::tcp::test

#define EXPECT_SENT(party, text) EXPECT_TRUE((party).sent(text))
#define EXPECT_SILENCE(party) EXPECT_TRUE((party).sent(""))
#define EXPECT_STATE(party, state) EXPECT_TRUE((party).is(::finwait::tcp::State::state))
