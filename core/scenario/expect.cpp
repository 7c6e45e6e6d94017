// One function a key of [expect]; core/run/expectations.cpp evaluates what they read.
// Called by parse.cpp.
#include "core/scenario/expect.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/duration.h"
#include "core/base/spelling.h"
#include "core/base/words.h"
#include "core/rules/catalogue.h"
#include "core/scenario/limits.h"
#include "core/tcp/state.h"

namespace finwait::scenario {

namespace {

using namespace std::string_view_literals;
using Kind = Expectation::Kind;

constexpr std::array keys = {"states"sv, "count"sv, "calls"sv, "when"sv, "rules"sv};
constexpr std::array calls = {"bind"sv, "option"sv, "listen"sv,   "accept"sv, "connect"sv,
                              "send"sv, "recv"sv,   "shutdown"sv, "close"sv,  "abort"sv,
                              "sleep"sv, "at"sv};

class Expectations {
public:
    Expectations(Reading& reading, Scenario& scenario)
        : reading_(reading), scenario_(scenario), names_(scenario.host_names())
    {
        for (const std::string& name : names_) hosts_.push_back(name);
        for (std::uint16_t i = 1; i < rule_count; ++i)
            rules_.push_back(rules::entry(static_cast<Rule>(i)).name);
    }

    bool read(const Value& table)
    {
        if (!reading_.only(table, " in [expect]", keys)) return false;
        for (const Member& member : table.members)
            if (!one_key(member)) return false;
        return true;
    }

private:
    bool one_key(const Member& member)
    {
        if (member.key == "rules") return rules(member);
        if (!reading_.table(member)) return false;
        for (const Member& entry : member.value.members) {
            const bool good = member.key == "states"  ? states(entry)
                              : member.key == "count" ? count(entry)
                              : member.key == "calls" ? call_results(entry)
                                                      : when(entry);
            if (!good) return false;
        }
        return true;
    }

    Expectation begin(Kind kind, const Member& member, std::string text) const
    {
        Expectation made;
        made.kind = kind;
        made.text = std::move(text);
        made.line = member.place.line;
        return made;
    }

    bool keep(const Member& member, Expectation made)
    {
        if (scenario_.expectations.size() == most_expectations)
            return reading_.fail(member.place, "more than " + std::to_string(most_expectations) +
                                                   " expectations");
        scenario_.expectations.push_back(std::move(made));
        return true;
    }

    bool host(const Member& member, std::string_view name, std::uint8_t& out)
    {
        const auto found = std::ranges::find(hosts_, name);
        if (found == hosts_.end())
            return reading_.fail(member.place, "unknown host " + in_quotes(name) +
                                                   did_you_mean(name, hosts_) + "; the hosts are " +
                                                   listed(hosts_));
        out = static_cast<std::uint8_t>(found - hosts_.begin());
        return true;
    }

    bool connection(const Member& member, std::string_view number, std::uint32_t& out)
    {
        const auto read = parse_number(number);
        if (!read || *read == 0 || *read > 1'000'000)
            return reading_.fail(member.place, "found " + in_quotes(number) +
                                                   ", expected the number of a connection, from 1");
        out = static_cast<std::uint32_t>(*read);
        return true;
    }

    /// states.client = […], states.client.2 = […], states."client.2" = […]
    bool states(const Member& member)
    {
        if (member.value.kind == Value::Kind::table) {
            for (const Member& entry : member.value.members)
                if (!states_of(entry, member.key, entry.key)) return false;
            return true;
        }
        const std::size_t dot = member.key.find('.');
        if (dot == std::string::npos) return states_of(member, member.key, "1");
        return states_of(member, std::string_view(member.key).substr(0, dot),
                         std::string_view(member.key).substr(dot + 1));
    }

    bool states_of(const Member& member, std::string_view name, std::string_view number)
    {
        Expectation made = begin(Kind::states, member, "states." + std::string(name));
        if (!host(member, name, made.host) || !connection(member, number, made.conn) ||
            !reading_.texts(member, 100))
            return false;
        if (made.conn != 1) made.text += "." + std::to_string(made.conn);
        if (member.value.items.empty())
            return reading_.fail(member.value.place, "the list of states is empty");
        for (const Value& item : member.value.items) {
            if (std::ranges::find(tcp::state_names, item.text) == tcp::state_names.end())
                return reading_.fail(item.place, "unknown state " + in_quotes(item.text) +
                                                     did_you_mean(item.text, tcp::state_names));
            made.names.push_back(item.text);
        }
        return keep(member, std::move(made));
    }

    bool selector(const Member& member, std::string_view words, int skipped, net::Selector& out)
    {
        auto read = net::parse_selector(words, names_);
        if (read) {
            out = std::move(*read);
            return true;
        }
        Error error = read.error();
        error.column += skipped;
        return reading_.fail_within(member.place, error, "in " + in_quotes(member.key) + ": ");
    }

    /// count."FIN from server" = 2, count.lost = 1, count."lost FIN from client" = 1
    bool count(const Member& member)
    {
        constexpr std::string_view lost = "lost";
        Expectation made = begin(Kind::count, member, "count." + in_quotes(member.key));
        std::string_view words = member.key;
        int skipped = 0;
        if (words == lost || words.starts_with("lost ")) {
            made.lost_only = true;
            skipped = words == lost ? 4 : 5;
            words.remove_prefix(static_cast<std::size_t>(skipped));
        }
        if (words.empty() && made.lost_only) {
            made.what.words = "everything";
            made.what.last = UINT32_MAX;
        } else if (!selector(member, words, skipped, made.what)) {
            return false;
        }
        return reading_.integer(member, 0, INT64_MAX, made.number) && keep(member, std::move(made));
    }

    /// calls.client = ["connect ECONNREFUSED", "recv 5", "recv eof", "send ok", "close"]
    bool call_results(const Member& member)
    {
        Expectation made = begin(Kind::calls, member, "calls." + member.key);
        if (!host(member, member.key, made.host) || !reading_.texts(member, 1000)) return false;
        for (const Value& item : member.value.items) {
            Words words(item.text);
            std::size_t which = 0;
            std::string name;
            if (words.choice("a system call", calls, which)) {
                name = calls[which];
                if (!words.at_end() && result(words)) name += " " + words.take().written;
                words.finish();
            }
            if (words.failed()) return reading_.fail_within(item.place, words.error());
            made.names.push_back(name);
        }
        return keep(member, std::move(made));
    }

    static bool result(Words& words)
    {
        std::vector<std::string_view> known = {"ok", "eof"};
        for (const std::string_view name : host::errno_names)
            if (!name.empty()) known.push_back(name);
        const std::string& word = words.peek().written;
        if (words.peek().kind == Word::Kind::atom &&
            (parse_number(word) || std::ranges::find(known, word) != known.end()))
            return true;
        return words.expected("a number of octets, ok, eof or an error such as ECONNRESET", known);
    }

    /// when."client ESTABLISHED" = "20ms", when."2nd SYN from client" = "1s"
    bool when(const Member& member)
    {
        Expectation made = begin(Kind::when, member, "when." + in_quotes(member.key));
        Words words(member.key);
        const bool state = std::ranges::find(hosts_, words.peek().written) != hosts_.end() &&
                           words.peek(1).kind == Word::Kind::atom && !words.next_is("from", 1) &&
                           !words.next_is("of", 1) && !words.next_is("on", 1);
        if (!state) {
            if (!selector(member, member.key, 0, made.what)) return false;
        } else if (!state_moment(words, made)) {
            return reading_.fail_within(member.place, words.error(),
                                        "in " + in_quotes(member.key) + ": ");
        }
        return reading_.duration(member, Duration{0}, Limits{}.time, made.time) &&
               keep(member, std::move(made));
    }

    bool state_moment(Words& words, Expectation& made) const
    {
        std::size_t place = 0;
        std::size_t state = 0;
        std::uint64_t conn = 0;  // 0: any
        if (!words.choice("a host", hosts_, place) ||
            !words.choice("a state", tcp::state_names, state))
            return false;
        if (words.take_if("on") && (!words.require("connection") ||
                                    !words.number("a connection", 1, 1'000'000, conn)))
            return false;
        made.state_moment = true;
        made.host = static_cast<std::uint8_t>(place);
        made.conn = static_cast<std::uint32_t>(conn);
        made.names.emplace_back(tcp::state_names[state]);
        return words.finish();
    }

    bool rules(const Member& member)
    {
        Expectation made = begin(Kind::rules, member, "rules");
        if (!reading_.texts(member, 1000)) return false;
        for (const Value& item : member.value.items) {
            if (std::ranges::find(rules_, item.text) == rules_.end())
                return reading_.fail(item.place, "unknown rule " + in_quotes(item.text) +
                                                     did_you_mean(item.text, rules_));
            made.names.push_back(item.text);
        }
        return keep(member, std::move(made));
    }

    Reading& reading_;
    Scenario& scenario_;
    std::vector<std::string> names_;
    std::vector<std::string_view> hosts_;
    std::vector<std::string_view> rules_;
};

}  // namespace

bool read_expectations(Reading& reading, const Value& table, Scenario& scenario)
{
    return Expectations(reading, scenario).read(table);
}

}  // namespace finwait::scenario
