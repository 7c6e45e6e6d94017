// A scenario file's top level; the order in which its parts are read (hosts first, since links,
// faults and expectations name them).
#include "core/scenario/parse.h"

#include <algorithm>
#include <array>

#include "core/base/spelling.h"
#include "core/scenario/expect.h"
#include "core/scenario/hosts.h"
#include "core/scenario/limits.h"

namespace finwait::scenario {

namespace {

using namespace std::string_view_literals;

constexpr std::array top_keys = {"format"sv, "title"sv, "question"sv, "answer"sv, "profile"sv,
                                 "faults"sv, "seed"sv,  "msl"sv,      "until"sv,  "ko"sv,
                                 "link"sv,   "host"sv,  "limits"sv,   "expect"sv};
constexpr std::array ko_keys = {"title"sv, "question"sv, "answer"sv, "host"sv};
constexpr std::array limit_keys = {"records"sv, "time"sv};

bool read_format(Reading& reading, const Value& top)
{
    const Member* format = top.find("format");
    if (format == nullptr)
        return reading.fail({1, 1}, "'format' is missing; expected 'format = 1' at the top");
    std::int64_t number = 0;
    if (!reading.integer(*format, 1, INT64_MAX, number)) return false;
    if (number > newest_format)
        return reading.fail(format->value.place,
                            "format " + std::to_string(number) +
                                " is newer than this FinWait, which reads format " +
                                std::to_string(newest_format) + "; a newer FinWait is needed");
    return true;
}

bool read_profile(Reading& reading, const Member& member, Scenario& scenario)
{
    if (!reading.text(member, scenario.profile_name)) return false;
    const auto names = tcp::profile_names();
    if (std::ranges::find(names, scenario.profile_name) != names.end()) return true;
    return reading.fail(member.value.place,
                        "unknown profile " + in_quotes(scenario.profile_name) +
                            did_you_mean(scenario.profile_name, names) + "; expected " +
                            listed(names));
}

/// Everything at the top that is one value.
bool read_top_values(Reading& reading, const Value& top, Scenario& scenario)
{
    for (const Member& member : top.members) {
        std::int64_t number = 0;
        bool good = true;
        if (member.key == "title") good = reading.text(member, scenario.title.en);
        if (member.key == "question") good = reading.text(member, scenario.question.en);
        if (member.key == "answer") good = reading.text(member, scenario.answer.en);
        if (member.key == "profile") good = read_profile(reading, member, scenario);
        if (member.key == "seed") {
            good = reading.integer(member, 0, INT64_MAX, number);
            scenario.seed = static_cast<std::uint64_t>(number);
        }
        if (member.key == "msl")
            good = reading.duration(member, milliseconds{1}, longest_msl, scenario.msl);
        if (member.key == "until")
            good = reading.duration(member, nanoseconds{1}, Limits{}.time, scenario.until);
        if (!good) return false;
    }
    return true;
}

bool read_korean(Reading& reading, const Member& table, Scenario& scenario)
{
    if (!reading.table(table) || !reading.only(table.value, " in [ko]", ko_keys)) return false;
    for (const Member& member : table.value.members) {
        bool good = true;
        if (member.key == "title") good = reading.text(member, scenario.title.ko);
        if (member.key == "question") good = reading.text(member, scenario.question.ko);
        if (member.key == "answer") good = reading.text(member, scenario.answer.ko);
        if (member.key == "host") good = read_korean_names(reading, member, scenario);
        if (!good) return false;
    }
    return true;
}

bool read_limits(Reading& reading, const Member& table, Scenario& scenario)
{
    if (!reading.table(table) || !reading.only(table.value, " in [limits]", limit_keys))
        return false;
    const Limits built_in;
    for (const Member& member : table.value.members) {
        std::int64_t records = 0;
        if (member.key == "time") {
            if (!reading.duration(member, nanoseconds{1}, built_in.time, scenario.limits.time))
                return false;
            continue;
        }
        if (!reading.integer(member, 1, static_cast<std::int64_t>(built_in.records), records))
            return false;
        scenario.limits.records = static_cast<std::uint64_t>(records);
    }
    return true;
}

bool read_faults(Reading& reading, const Member& list, Scenario& scenario)
{
    if (!reading.texts(list, most_faults)) return false;
    const std::vector<std::string> hosts = scenario.host_names();
    for (const Value& item : list.value.items) {
        if (item.text.size() > longest_fault)
            return reading.fail(item.place, "a fault of " + std::to_string(item.text.size()) +
                                                " bytes; at most " +
                                                std::to_string(longest_fault) + " are allowed");
        auto fault = net::parse_fault(item.text, hosts);
        if (!fault) return reading.fail_within(item.place, fault.error());
        scenario.faults.push_back(std::move(*fault));
    }
    return true;
}

bool read_all(Reading& reading, const Value& top, Scenario& scenario)
{
    if (!read_format(reading, top) || !reading.only(top, "", top_keys) ||
        !read_top_values(reading, top, scenario))
        return false;
    const Member* hosts = top.find("host");
    if (hosts == nullptr || hosts->value.members.empty())
        return reading.fail(hosts == nullptr ? Place{1, 1} : hosts->place,
                            "there is no host; expected [host.NAME] with a program");
    if (!read_hosts(reading, *hosts, scenario)) return false;
    for (const Member& member : top.members) {
        bool good = true;
        if (member.key == "ko") good = read_korean(reading, member, scenario);
        if (member.key == "link") good = read_links(reading, member, scenario);
        if (member.key == "limits") good = read_limits(reading, member, scenario);
        if (member.key == "faults") good = read_faults(reading, member, scenario);
        if (member.key == "expect")
            good = reading.table(member) && read_expectations(reading, member.value, scenario);
        if (!good) return false;
    }
    return true;
}

}  // namespace

Result<Scenario> parse(std::string_view text, std::string_view file)
{
    const Result<Value> document = read_document(text, file);
    if (!document) return document.error();
    Scenario scenario;
    scenario.file = file;
    Reading reading(text, file);
    if (!read_all(reading, *document, scenario)) return reading.error();
    return scenario;
}

}  // namespace finwait::scenario
