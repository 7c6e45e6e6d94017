// [expect] against a trace. Each kind has one function that returns what the run shows instead,
// or nothing when the expectation is met.
#include "core/run/expectations.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/duration.h"
#include "core/base/words.h"
#include "core/rules/catalogue.h"

namespace finwait::run {

namespace {

using scenario::Expectation;
using trace::Kind;
using trace::Record;
using Found = std::optional<std::string>;

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out.empty() ? "nothing" : out;
}

class Run {
public:
    explicit Run(const trace::Trace& trace) : trace_(trace) {}

    Found shows_instead(const Expectation& expected) const
    {
        switch (expected.kind) {
            case Expectation::Kind::states: return states(expected);
            case Expectation::Kind::count: return count(expected);
            case Expectation::Kind::calls: return calls(expected);
            case Expectation::Kind::when: return when(expected);
            case Expectation::Kind::rules: return rules(expected);
        }
        return std::nullopt;
    }

private:
    Found states(const Expectation& expected) const
    {
        std::vector<std::string> seen;
        for (const Record& record : trace_.records()) {
            if (record.kind != Kind::state || record.host != expected.host ||
                record.conn != expected.conn || record.state.listener != 0)
                continue;
            if (seen.empty()) seen.emplace_back(tcp::name(record.state.from));
            seen.emplace_back(tcp::name(record.state.to));
        }
        const std::size_t wanted = expected.names.size();
        if (seen.size() >= wanted &&
            std::equal(expected.names.begin(), expected.names.end(),
                       seen.end() - static_cast<std::ptrdiff_t>(wanted)))
            return std::nullopt;
        return "expected to end with " + joined(expected.names) + "; the run shows " +
               (seen.empty() ? "no connection " + std::to_string(expected.conn) + " there"
                             : joined(seen));
    }

    /// The sent record that a lost or arrived one is about; the record itself otherwise.
    const Record& sent_of(const Record& record) const
    {
        return record.kind == Kind::sent || record.about >= trace_.size() ? record
                                                                          : trace_[record.about];
    }

    static bool is_copy(const Record& sent)
    {
        return (sent.segment.labels & trace::label_copy) != 0;
    }

    Found count(const Expectation& expected) const
    {
        const bool everything = expected.lost_only && expected.what.labels == 0 &&
                                expected.what.host == net::Selector::any_host &&
                                expected.what.connection == 0 && expected.what.first == 1 &&
                                expected.what.last == UINT32_MAX;
        std::vector<bool> chosen(trace_.size());
        std::uint64_t ordinal = 0;
        std::int64_t sent = 0;
        std::int64_t lost = 0;
        for (const Record& record : trace_.records()) {
            if (record.kind == Kind::sent && !is_copy(record) &&
                expected.what.matches(record.segment.labels, record.host, record.conn)) {
                ++ordinal;
                if (ordinal < expected.what.first || ordinal > expected.what.last) continue;
                ++sent;
                chosen[record.id] = true;
            } else if (record.kind == Kind::lost &&
                       (everything || chosen[sent_of(record).id])) {
                ++lost;
            }
        }
        const std::int64_t shown = expected.lost_only ? lost : sent;
        if (shown == expected.number) return std::nullopt;
        return "expected " + std::to_string(expected.number) + "; the run shows " +
               std::to_string(shown);
    }

    std::string call_name(const Record& record) const
    {
        const auto& statements = trace_.header().statements;
        if (record.call.statement >= statements.size()) return {};
        return Words(statements[record.call.statement].text).take().written;
    }

    std::string call_text(const Record& record) const
    {
        std::string text = call_name(record);
        if (record.call.error != host::Errno::ok) {
            text += " ";
            text += host::name(record.call.error);
        } else if (text == "recv" || text == "send") {
            text += " " + std::to_string(record.call.result);
        }
        return text;
    }

    bool is_result(const Record& record, std::string_view wanted) const
    {
        const std::size_t blank = wanted.find(' ');
        if (call_name(record) != wanted.substr(0, blank)) return false;
        if (blank == std::string_view::npos) return true;
        const std::string_view result = wanted.substr(blank + 1);
        if (record.call.error != host::Errno::ok) return result == host::name(record.call.error);
        if (result == "ok") return true;
        if (result == "eof") return record.call.eof != 0;
        return result == std::to_string(record.call.result);
    }

    Found calls(const Expectation& expected) const
    {
        std::vector<std::string> seen;
        std::size_t met = 0;
        for (const Record& record : trace_.records()) {
            if (record.kind != Kind::returned || record.host != expected.host) continue;
            if (seen.size() < 20) seen.push_back(call_text(record));
            else if (seen.size() == 20) seen.emplace_back("…");
            if (met < expected.names.size() && is_result(record, expected.names[met])) ++met;
        }
        if (met == expected.names.size()) return std::nullopt;
        return "expected '" + expected.names[met] + "'" +
               (met == 0 ? "" : " behind '" + expected.names[met - 1] + "'") +
               "; the run shows " + joined(seen);
    }

    std::optional<Time> state_moment(const Expectation& expected) const
    {
        for (const Record& record : trace_.records())
            if (record.kind == Kind::state && record.host == expected.host &&
                (record.state.listener == 0 || record.state.to == tcp::State::listen) &&
                (expected.conn == 0 || record.conn == expected.conn) &&
                tcp::name(record.state.to) == expected.names.front())
                return record.t;
        return std::nullopt;
    }

    std::optional<Time> segment_moment(const net::Selector& what) const
    {
        std::uint64_t ordinal = 0;
        for (const Record& record : trace_.records())
            if (record.kind == Kind::sent && !is_copy(record) &&
                what.matches(record.segment.labels, record.host, record.conn) &&
                ++ordinal == what.first)
                return record.t;
        return std::nullopt;
    }

    Found when(const Expectation& expected) const
    {
        const std::optional<Time> moment =
            expected.state_moment ? state_moment(expected) : segment_moment(expected.what);
        if (moment == expected.time) return std::nullopt;
        return "expected at " + duration_text(expected.time) +
               (moment ? "; the run shows it at " + duration_text(*moment)
                       : std::string("; the run never shows it"));
    }

    Found rules(const Expectation& expected) const
    {
        std::vector<bool> fired(rule_count);
        for (const Record& record : trace_.records())
            fired[static_cast<std::size_t>(record.rule)] = true;
        std::vector<std::string> missing;
        for (const std::string& name : expected.names) {
            const std::optional<Rule> rule = finwait::rules::find(name);
            if (!rule || !fired[static_cast<std::size_t>(*rule)]) missing.push_back(name);
        }
        if (missing.empty()) return std::nullopt;
        return "expected the rules " + joined(expected.names) + "; the run never shows " +
               joined(missing);
    }

    const trace::Trace& trace_;
};

}  // namespace

std::vector<Unmet> unmet_expectations(const scenario::Scenario& scenario,
                                      const trace::Trace& trace)
{
    const Run run(trace);
    std::vector<Unmet> unmet;
    for (const Expectation& expectation : scenario.expectations)
        if (Found found = run.shows_instead(expectation))
            unmet.push_back({&expectation, expectation.text + ": " + *found});
    return unmet;
}

}  // namespace finwait::run
