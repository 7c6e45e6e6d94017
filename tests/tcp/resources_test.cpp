// What an endpoint costs: its size, its pooled nodes, and no heap allocation on the steady path.
// This program counts every operator new.
#include <cstdlib>
#include <new>

#include "tests/tcp/pair.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc{};
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace finwait::tcp::test {

TEST(Sizes, ATimeWaitIsASmallRecord) { EXPECT_LE(sizeof(TimeWait), 24U); }

TEST(Sizes, AnEndpointFitsInSixCacheLines) { EXPECT_LE(sizeof(Endpoint), 384U); }

class Resources : public EveryProfile {};
FINWAIT_IN_EVERY_PROFILE(Resources);

TEST_P(Resources, AnIdleConnectionHoldsNoNode)
{
    Solo tcp{profile(), State::established};
    EXPECT_EQ(tcp.pools.chunks.taken(), 0U);
    EXPECT_EQ(tcp.pools.in_flight.taken(), 0U);
    EXPECT_EQ(tcp.pools.held.taken(), 0U);
}

TEST_P(Resources, AnExchangeThatIsReadAndAcknowledgedHoldsNoNode)
{
    Pair pair{{.a = profile(), .b = profile()}};
    pair.establishes();
    pair.a.sends(3000);
    pair.b.sends(700);
    pair.run();
    pair.a.reads();
    pair.b.reads();
    pair.run();
    for (const Party* party : {&pair.a, &pair.b}) {
        EXPECT_EQ(party->pools.chunks.taken(), 0U);
        EXPECT_EQ(party->pools.in_flight.taken(), 0U);
        EXPECT_EQ(party->pools.held.taken(), 0U);
    }
}

TEST_P(Resources, EveryEndGivesEveryNodeBack)
{
    using End = void (*)(Pair&);
    constexpr End ends[] = {
        [](Pair& pair) { pair.a.closes(); pair.b.closes(); },
        [](Pair& pair) { pair.a.releases(); },
        [](Pair& pair) { pair.a.aborts(); },
        [](Pair& pair) { pair.b.aborts(); },
        [](Pair& pair) { pair.loses = [](const Party&, const Segment&) { return true; }; },
    };
    for (const End end : ends) {
        Pair pair{{.a = profile(), .b = profile()}};
        pair.establishes();
        pair.a.sends(10000);
        pair.b.sends(10);
        end(pair);
        pair.run_for(hours{2});
        EXPECT_TRUE(pair.a.gives_everything_back());
        EXPECT_TRUE(pair.b.gives_everything_back());
    }
}

namespace {

/// Two endpoints joined without any memory of their own: what leaves one arrives at the other.
class BarePair {
public:
    explicit BarePair(const Profile& profile) : profile_(profile)
    {
        effects_.reserve(64);
        arriving_.reserve(64);
        octets_.reserve(4096);
        read_.reserve(4096);
        Context ctx = context(0);
        ends_[1].endpoint.set_iss(Seq{300});
        ends_[1].endpoint.open_passive(ctx);
        ends_[0].endpoint.open_active(ctx, Seq{100});
        deliver(0);
    }

    /// 0 asks, 1 answers, both read; then time passes, so that late ACKs leave.
    void round()
    {
        say(0, 200);
        hear(1);
        say(1, 150);
        hear(0);
        now_ += milliseconds{300};
        for (std::size_t i = 0; i < 2; ++i)
            while (ends_[i].endpoint.next_deadline() <= now_) {
                Context ctx = context(i);
                ends_[i].endpoint.timer(ctx);
                deliver(i);
            }
    }

    std::size_t read() const { return total_read_; }

private:
    struct One {
        Endpoint endpoint;
        Pools pools;
    };

    Context context(std::size_t i) { return {now_, profile_, ends_[i].pools, effects_}; }

    void say(std::size_t i, std::size_t count)
    {
        Context ctx = context(i);
        ends_[i].endpoint.send(ctx, std::span{said_}.first(count));
        deliver(i);
    }

    void hear(std::size_t i)
    {
        read_.clear();
        Context ctx = context(i);
        total_read_ += ends_[i].endpoint.receive(ctx, UINT32_MAX, read_);
        deliver(i);
    }

    /// Hands over what `from` sent, and the answers, until there are none.
    void deliver(std::size_t from)
    {
        while (!effects_.empty()) {
            arriving_ = effects_;
            effects_.clear();
            for (const Effect& effect : arriving_) {
                if (effect.kind != Effect::Kind::send) continue;
                octets_.clear();
                One& sender = ends_[from];
                if (effect.segment.len > 0)
                    sender.endpoint.copy_octets(sender.pools, effect.segment, octets_);
                Context ctx = context(1 - from);
                ends_[1 - from].endpoint.segment_arrives(ctx, effect.segment, octets_);
            }
            from = 1 - from;
        }
    }

    const Profile& profile_;
    std::array<One, 2> ends_;
    std::array<std::byte, 256> said_{};
    std::vector<Effect> effects_, arriving_;
    Bytes octets_, read_;
    Time now_{0};
    std::size_t total_read_ = 0;
};

}  // namespace

TEST_P(Resources, AThousandRoundsOfRequestAndResponseAllocateNothing)
{
    const Profile its_profile = profile();
    BarePair pair{its_profile};
    for (int i = 0; i < 10; ++i) pair.round();
    const std::size_t before = allocations;
    const std::size_t read_before = pair.read();
    for (int i = 0; i < 1000; ++i) pair.round();
    EXPECT_EQ(allocations - before, 0U);
    EXPECT_EQ(pair.read() - read_before, 350'000U);
}

}  // namespace finwait::tcp::test
