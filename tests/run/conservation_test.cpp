// What holds for every run, asked of the course and of ten thousand generated scenarios: what is
// sent is lost or arrives, a connection moves by the table and ends in one way, timers, calls and
// ports are paired, ids and times only grow. A failure prints the seed and its scenario.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "core/run/run.h"
#include "core/scenario/parse.h"
#include "tests/run/generated.h"

namespace finwait::test {

namespace {

using trace::Kind;
using trace::no_record;
using trace::Record;
using trace::RecordId;
using trace::Trace;

/// Reads a trace once and collects what is wrong with it.
class Audit {
public:
    explicit Audit(const Trace& trace, const scenario::Scenario& scenario)
        : trace_(trace), scenario_(scenario),
          cut_(trace.ending().why != trace::Ending::Why::nothing_left),
          followed_(trace.size(), 0)
    {
        for (const std::uint32_t statement : trace.ending().blocked)
            blocked_.insert(trace.header().statements[statement].host);
        for (RecordId id = 0; id < trace.size(); ++id) read(id);
        if (!cut_) nothing_is_left();
    }
    const std::string& complaints() const { return complaints_; }

private:
    void expect(bool holds, const Record& record, const char* claim)
    {
        if (holds) return;
        std::ostringstream out;
        out << "record " << record.id << " (" << name(record.kind) << " at "
            << record.t.count() << " ns, host " << int{record.host} << ", connection "
            << record.conn << "): " << claim << "\n";
        complaints_ += out.str();
    }

    void read(RecordId id)
    {
        const Record& record = trace_[id];
        expect(record.id == id, record, "ids are consecutive");
        expect(record.cause == no_record || record.cause < id, record, "a cause comes before");
        expect(id == 0 || trace_[id - 1].t <= record.t, record, "time never decreases");
        expect(record.rule != Rule::none, record, "a record cites a rule");
        switch (record.kind) {
            case Kind::sent:
                expect(record.segment.to != record.host, record, "no host talks to itself");
                return;
            case Kind::lost: pair(record, Kind::sent); return;
            case Kind::arrived:
                if (pair(record, Kind::sent))
                    expect(trace_[record.about].segment.to == record.host, record,
                           "a segment arrives where it was sent to");
                return;
            case Kind::state: move(record); return;
            case Kind::timer_set:
                expect(record.timer.deadline >= record.t, record, "a timer is for later");
                return;
            case Kind::timer_fired:
                if (pair(record, Kind::timer_set))
                    expect(trace_[record.about].timer.deadline == record.t, record,
                           "a timer fires at its time");
                same_timer(record);
                return;
            case Kind::timer_cancelled:
                pair(record, Kind::timer_set);
                same_timer(record);
                return;
            case Kind::call: return;
            case Kind::returned:
                if (pair(record, Kind::call))
                    expect(trace_[record.about].call.process == record.call.process &&
                               trace_[record.about].call.statement == record.call.statement,
                           record, "what returns is the call that was made");
                return;
            case Kind::port_taken: return;
            case Kind::port_freed:
                if (pair(record, Kind::port_taken))
                    expect(trace_[record.about].port.port == record.port.port, record,
                           "the port freed is the port taken");
                return;
        }
    }

    /// This record is the end of the one it is about, which has no other end.
    bool pair(const Record& record, Kind begun_as)
    {
        if (record.about >= record.id || trace_[record.about].kind != begun_as) {
            expect(false, record, "it is about an earlier record of the right kind");
            return false;
        }
        expect(++followed_[record.about] == 1, record, "nothing ends twice");
        return true;
    }

    void same_timer(const Record& record)
    {
        if (record.about >= record.id) return;
        const Record& set = trace_[record.about];
        expect(set.host == record.host && set.conn == record.conn &&
                   set.timer.kind == record.timer.kind,
               record, "the timer that ends is the one that was set");
    }

    void move(const Record& record)
    {
        const trace::StateMove& state = record.state;
        const tcp::Transition* row = tcp::find(state.from, state.event);
        expect(row != nullptr && row->to == state.to, record, "no state moves but by the table");
        if (row == nullptr) return;
        expect(row->known == tcp::Known::to_all || limits_fin_wait_2(record.host), record,
               "the profile knows the move");
        // A listener is known by its port; it has no connection.
        const std::uint32_t which = state.listener != 0 ? state.port : record.conn;
        expect(state.listener != 0 || record.conn != 0, record, "a connection has its number");
        const auto [at, first] =
            last_move_.try_emplace({record.host, state.listener, which}, record.id);
        const bool begins = state.from == tcp::State::closed || state.from == tcp::State::listen;
        if (first) {
            expect(begins, record, "a life begins in CLOSED or LISTEN");
            return;
        }
        // A SYN that comes again after the end (a late copy) finds the listener: a new life.
        const tcp::State before = trace_[at->second].state.to;
        const bool anew = before == tcp::State::closed && begins;
        expect(state.from == before || anew, record, "a state is left as it was entered");
        at->second = record.id;
    }

    /// By its profile, a sysctl or the option: whatever the profile is, an author can ask for it.
    bool limits_fin_wait_2(trace::HostId host) const
    {
        const auto asks = [](const host::Call& call) {
            return call.kind == host::CallKind::option && call.option == host::Option::linger2;
        };
        return scenario_.profile_of(host).fin_wait_2_timeout > Duration{0} ||
               std::ranges::any_of(scenario_.hosts[host].program, asks);
    }

    void nothing_is_left()
    {
        for (const Record& record : trace_.records()) {
            const bool followed = followed_[record.id] > 0;
            if (record.kind == Kind::sent)
                expect(followed, record, "a segment is lost or arrives");
            if (record.kind == Kind::timer_set)
                expect(followed, record, "a timer fires or is cancelled");
            if (record.kind == Kind::port_taken)
                expect(followed || lives_on(record), record, "a port taken is freed");
        }
        for (const auto& [side, id] : last_move_) over(trace_[id]);
    }

    /// Who holds the port has not ended: a process that bound it, a connection, a listener.
    bool lives_on(const Record& taken) const
    {
        const bool bound = taken.conn == 0;
        return (bound && blocked_.contains(taken.host)) ||
               std::ranges::any_of(last_move_, [&](const auto& side) {
                   const Record& last = trace_[side.second];
                   return last.host == taken.host && (bound || last.conn == taken.conn) &&
                          last.state.port == taken.port.port &&
                          last.state.to != tcp::State::closed;
               });
    }

    /// A side's last move, when nothing more can happen.
    void over(const Record& last)
    {
        const tcp::State state = last.state.to;
        if (state == tcp::State::closed) return;
        const bool held = blocked_.contains(last.host);
        if (state == tcp::State::listen) {  // a request that was taken back, or a listener
            expect(last.state.listener == 0 || held, last, "a listener is closed with its process");
            return;
        }
        const bool waits_for_peer = state == tcp::State::established ||
                                    state == tcp::State::close_wait ||
                                    state == tcp::State::fin_wait_2;
        expect(waits_for_peer, last, "no connection stays in a state that has a timer");
        // Without a limit FIN-WAIT-2 waits for ever, whoever holds it: figure 5 has no way out.
        const bool for_ever = state == tcp::State::fin_wait_2 &&
                              scenario_.profile_of(last.host).fin_wait_2_timeout == Duration{0};
        expect(held || for_ever, last, "what nobody holds ends in CLOSED");
    }

    const Trace& trace_;
    const scenario::Scenario& scenario_;
    bool cut_;
    std::vector<int> followed_;  ///< by record: how many records end it
    std::set<trace::HostId> blocked_;
    std::map<std::tuple<trace::HostId, std::uint8_t, std::uint32_t>, RecordId> last_move_;
    std::string complaints_;
};

constexpr std::uint64_t shards = 20;

class Conservation : public testing::TestWithParam<std::uint64_t> {};

}  // namespace

TEST_P(Conservation, HoldsInGeneratedScenarios)
{
    constexpr std::uint64_t a_shard = generated_count / shards;
    int shown = 0;
    for (std::uint64_t i = 1; i <= a_shard && shown < 3; ++i) {
        const std::uint64_t seed = GetParam() * a_shard + i;
        const scenario::Scenario scenario = generated(seed);
        const Trace trace = run::run(scenario);
        const Audit audit(trace, scenario);
        if (audit.complaints().empty()) continue;
        ADD_FAILURE() << "seed " << seed << "\n" << audit.complaints() << generated_text(seed);
        ++shown;
    }
}

INSTANTIATE_TEST_SUITE_P(Shards, Conservation, testing::Range(std::uint64_t{0}, shards));

TEST(ConservationInTheCourse, HoldsInEveryScenario)
{
    const std::filesystem::path folder = std::filesystem::path(FINWAIT_SOURCE_DIR) / "scenarios";
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".toml") continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto scenario = scenario::parse(text, entry.path().string());
        ASSERT_TRUE(scenario.ok()) << to_string(scenario.error());
        const Trace trace = run::run(*scenario);
        EXPECT_EQ(Audit(trace, *scenario).complaints(), "") << entry.path();
    }
}

}  // namespace finwait::test
