// One endpoint under test, with its history.
#include "tests/tcp/party.h"

#include <cstdio>

namespace finwait::tcp::test {

namespace {

std::string at(Time now)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.6f s", static_cast<double>(now.count()) / 1e9);
    return text;
}

std::string told(const Effect& effect)
{
    switch (effect.kind) {
        case Effect::Kind::send: return "sends " + with_window(effect.segment);
        case Effect::Kind::moved:
            return "moves " + std::string(name(effect.from)) + " -> " +
                   std::string(name(effect.to));
        case Effect::Kind::timer_set:
            return "sets " + std::string(name(effect.timer)) + " for " + at(effect.deadline);
        case Effect::Kind::timer_fired: return std::string(name(effect.timer)) + " fires";
        case Effect::Kind::timer_cancelled: return "stops " + std::string(name(effect.timer));
    }
    return "?";
}

}  // namespace

void Stage::tell(std::string line) { lines.push_back(at(now) + "  " + std::move(line)); }

std::string Stage::history() const
{
    constexpr std::size_t most = 60;
    std::string out = "what happened:\n";
    const std::size_t first = lines.size() > most ? lines.size() - most : 0;
    if (first > 0) out += "  (" + std::to_string(first) + " lines before)\n";
    for (std::size_t i = first; i < lines.size(); ++i)
        out += "  " + std::to_string(i + 1) + ". " + lines[i] + "\n";
    return out;
}

Party::Party(Stage& stage, std::string named, const Profile& its_profile, std::uint32_t iss)
    : profile(its_profile), name(std::move(named)), stage_(stage), iss_(iss)
{
}

Context Party::context() { return Context{stage_.now, profile, pools, out_}; }

void Party::tells(const std::string& line) { stage_.tell(name + " " + line); }

void Party::take_effects()
{
    const std::vector<Effect> effects = std::move(out_);
    out_.clear();
    bool segment_left = false;
    bool moved = false;
    for (const Effect& effect : effects) {
        tells(told(effect));
        effects_.push_back(effect);
        moved = moved || effect.kind == Effect::Kind::moved;
        if (effect.kind != Effect::Kind::send) continue;
        segment_left = true;
        Sent sent{stage_.now, effect.segment, {}, effect.marks, effect.rule};
        if (effect.segment.len > 0) endpoint.copy_octets(pools, effect.segment, sent.octets);
        EXPECT_EQ(sent.octets.size(), effect.segment.len) << stage_.history();
        sent_.push_back(std::move(sent));
        lifeline_.push_back({Happening::Kind::left, effect.segment, endpoint.state()});
    }
    if (moved && !segment_left) lifeline_.push_back({Happening::Kind::stood, {}, endpoint.state()});
}

void Party::listens()
{
    tells("calls passive OPEN");
    Context ctx = context();
    endpoint.set_iss(Seq{iss_});
    endpoint.open_passive(ctx);
    take_effects();
}

void Party::connects() { connects_with(iss_); }

void Party::connects_with(std::uint32_t iss)
{
    tells("calls active OPEN");
    Context ctx = context();
    endpoint.open_active(ctx, Seq{iss});
    take_effects();
}

std::uint32_t Party::sends(std::uint32_t octets)
{
    tells("calls SEND of " + std::to_string(octets));
    Context ctx = context();
    const std::uint32_t taken = endpoint.send(ctx, octets_at(stream_sent_, octets));
    stream_sent_ += taken;
    take_effects();
    return taken;
}

std::uint32_t Party::reads(std::uint32_t most)
{
    Context ctx = context();
    Bytes read;
    const std::uint32_t count = endpoint.receive(ctx, most, read);
    tells("calls RECEIVE, gets " + std::to_string(count));
    EXPECT_EQ(count, read.size());
    EXPECT_EQ(read, octets_at(stream_read_, count)) << "octets of the stream from "
                                                    << stream_read_ << "\n" << stage_.history();
    stream_read_ += count;
    take_effects();
    return count;
}

void Party::closes()
{
    tells("calls CLOSE");
    Context ctx = context();
    endpoint.close(ctx);
    take_effects();
}

void Party::releases()
{
    tells("calls close(), nobody reads any more");
    Context ctx = context();
    endpoint.release(ctx);
    take_effects();
}

void Party::aborts()
{
    tells("calls ABORT");
    Context ctx = context();
    endpoint.abort(ctx);
    take_effects();
}

void Party::nodelay()
{
    Context ctx = context();
    endpoint.set_nodelay(ctx, true);
    take_effects();
}

void Party::keepalive()
{
    Context ctx = context();
    endpoint.set_keepalive(ctx, true);
    take_effects();
}

void Party::reboots()
{
    tells("loses its memory");
    endpoint.forget(pools);
    endpoint = Endpoint{};
    stream_sent_ = stream_read_ = 0;
    lifeline_.push_back({Happening::Kind::stood, {}, endpoint.state()});
}

void Party::gets(const Segment& segment, std::span<const std::byte> octets)
{
    tells("gets  " + with_window(segment));
    const std::size_t line = lifeline_.size();
    lifeline_.push_back({Happening::Kind::came, segment, State::closed});
    if (endpoint.state() == State::closed) {
        if (const auto answer = answer_of_closed(segment)) out_.push_back(*answer);
    } else {
        Context ctx = context();
        endpoint.segment_arrives(ctx, segment, octets);
    }
    lifeline_[line].state = endpoint.state();
    take_effects();
    if (lifeline_.back().kind == Happening::Kind::stood) lifeline_.pop_back();
}

void Party::timer()
{
    Context ctx = context();
    endpoint.timer(ctx);
    take_effects();
}

bool Party::moved(State from, Event event, State to) const
{
    for (const Effect& effect : effects_)
        if (effect.kind == Effect::Kind::moved && effect.from == from && effect.event == event &&
            effect.to == to)
            return true;
    return false;
}

bool Party::fired(TimerKind kind) const
{
    for (const Effect& effect : effects_)
        if (effect.kind == Effect::Kind::timer_fired && effect.timer == kind) return true;
    return false;
}

testing::AssertionResult Party::gives_everything_back()
{
    endpoint.forget(pools);
    if (pools.chunks.taken() == 0 && pools.in_flight.taken() == 0 && pools.held.taken() == 0)
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << name << " leaks " << pools.chunks.taken() << " chunks, "
           << pools.in_flight.taken() << " segments in flight, " << pools.held.taken()
           << " held segments\n" << stage_.history();
}

}  // namespace finwait::tcp::test
