// The tables about hosts and links. Names first, then programs: a program names other hosts.
// Called by parse.cpp.
#include "core/scenario/hosts.h"

#include <algorithm>
#include <array>

#include "core/base/spelling.h"
#include "core/base/words.h"
#include "core/scenario/limits.h"
#include "core/scenario/program.h"

namespace finwait::scenario {

namespace {

using namespace std::string_view_literals;

constexpr std::array host_keys = {"program"sv, "isn"sv, "mss"sv, "title"sv, "sysctl"sv};
constexpr std::array link_keys = {"delay"sv, "rate"sv, "queue"sv};

bool good_name(std::string_view name)
{
    return !name.empty() && name.size() <= longest_host_name &&
           std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

LocalText usual_title(std::string_view name)
{
    if (name == "client") return {"Client", "클라이언트"};
    if (name == "server") return {"Server", "서버"};
    return {std::string(name), std::string(name)};
}

bool read_program(Reading& reading, const Member& member, std::size_t self,
                  std::span<const std::string> hosts, Scenario& scenario)
{
    if (!reading.texts(member, most_statements)) return false;
    ProgramReader program(hosts, self);
    for (const Value& item : member.value.items) {
        const auto number = static_cast<std::uint32_t>(scenario.statements.size());
        if (!program.statement(item.text, number))
            return reading.fail_within(item.place, program.error());
        scenario.statements.push_back(
            {static_cast<trace::HostId>(self), item.text, item.place.line});
    }
    scenario.hosts[self].program = program.program();
    return true;
}

bool numbers_of(const Value& value, std::vector<std::int64_t>& out)
{
    if (value.kind == Value::Kind::integer) out.push_back(value.number);
    for (const Value& item : value.items)
        if (item.kind == Value::Kind::integer) out.push_back(item.number);
    if (value.kind == Value::Kind::array) return out.size() == value.items.size();
    if (value.kind != Value::Kind::text) return value.kind == Value::Kind::integer;
    // "32768 60999", as /proc/sys prints a range.
    Words words(value.text);
    while (!words.at_end()) {
        const auto number = parse_number(words.take().written);
        if (!number || *number > INT64_MAX || out.size() > 2) return false;
        out.push_back(static_cast<std::int64_t>(*number));
    }
    return true;
}

bool read_sysctls(Reading& reading, const Member& table, Host& host)
{
    if (!reading.table(table)) return false;
    for (const Member& member : table.value.members) {
        const std::string_view expects = tcp::sysctl_expects(member.key);
        if (expects.empty())
            return reading.unknown(member, "sysctl " + in_quotes(member.key), tcp::sysctl_names());
        std::vector<std::int64_t> values;
        tcp::Profile profile = tcp::linux_profile();
        if (!numbers_of(member.value, values) || !tcp::set_sysctl(profile, member.key, values))
            return reading.fail(member.value.place,
                                in_quotes(member.key) + " expects " + std::string(expects));
        host.sysctls.emplace_back(member.key, std::move(values));
    }
    return true;
}

bool read_host(Reading& reading, const Member& table, std::size_t self,
               std::span<const std::string> hosts, Scenario& scenario)
{
    if (!reading.only(table.value, " in [host." + table.key + "]", host_keys)) return false;
    Host& host = scenario.hosts[self];
    for (const Member& member : table.value.members) {
        std::int64_t number = 0;
        bool good = true;
        if (member.key == "program") {
            good = read_program(reading, member, self, hosts, scenario);
        } else if (member.key == "isn") {
            good = reading.integer(member, 0, UINT32_MAX, number);
            host.has_isn = true;
            host.isn = static_cast<std::uint32_t>(number);
        } else if (member.key == "mss") {
            good = reading.integer(member, 1, 65'495, number);
            host.mss = static_cast<std::uint16_t>(number);
        } else if (member.key == "title") {
            good = reading.text(member, host.shown.en);
            host.shown.ko.clear();
        } else {
            good = read_sysctls(reading, member, host);
        }
        if (!good) return false;
    }
    return true;
}

bool read_link(Reading& reading, const Member& member, net::LinkSettings& link)
{
    if (member.key == "delay")
        return reading.duration(member, Duration{0}, longest_link_delay, link.delay);
    if (member.key == "queue") {
        std::int64_t packets = 0;
        if (!reading.integer(member, 1, longest_queue, packets)) return false;
        link.queue = static_cast<std::uint32_t>(packets);
        return true;
    }
    std::string text;
    if (!reading.text(member, text)) return false;
    const auto rate = parse_rate(text);
    if (!rate)
        return reading.fail(member.value.place,
                            in_quotes(member.key) + " is " + in_quotes(text) +
                                "; expected a rate such as 1Mbit/s (units: bit/s, kbit/s, "
                                "Mbit/s, Gbit/s; from 1bit/s to 1000Gbit/s)");
    link.rate = *rate;
    return true;
}

}  // namespace

bool read_hosts(Reading& reading, const Member& table, Scenario& scenario)
{
    if (!reading.table(table)) return false;
    if (table.value.members.size() > most_hosts)
        return reading.fail(table.value.members[most_hosts].place,
                            "more than " + std::to_string(most_hosts) + " hosts");
    for (const Member& member : table.value.members) {
        if (!good_name(member.key))
            return reading.fail(member.place, "the host name " + in_quotes(member.key) +
                                                  " is not 1 to 32 letters, digits, '-' or '_'");
        if (!reading.table(member)) return false;
        Host host;
        host.name = member.key;
        host.shown = usual_title(member.key);
        scenario.hosts.push_back(std::move(host));
    }
    const std::vector<std::string> names = scenario.host_names();
    for (std::size_t i = 0; i < table.value.members.size(); ++i)
        if (!read_host(reading, table.value.members[i], i, names, scenario)) return false;
    return true;
}

bool read_links(Reading& reading, const Member& table, Scenario& scenario)
{
    if (!reading.table(table)) return false;
    const std::vector<std::string> names = scenario.host_names();
    std::vector<std::string_view> known(link_keys.begin(), link_keys.end());
    known.insert(known.end(), names.begin(), names.end());
    if (!reading.only(table.value, " in [link]", known)) return false;
    const auto is_setting = [](const Member& member) {
        return std::ranges::find(link_keys, member.key) != link_keys.end() &&
               member.value.kind != Value::Kind::table;
    };
    net::LinkSettings all;
    for (const Member& member : table.value.members)
        if (is_setting(member) && !read_link(reading, member, all)) return false;
    for (Host& host : scenario.hosts) {
        host.link = all;
        const Member* own = table.value.find(host.name);
        if (own == nullptr || is_setting(*own)) continue;
        if (!reading.table(*own) ||
            !reading.only(own->value, " in [link." + host.name + "]", link_keys))
            return false;
        for (const Member& member : own->value.members)
            if (!read_link(reading, member, host.link)) return false;
    }
    return true;
}

bool read_korean_names(Reading& reading, const Member& table, Scenario& scenario)
{
    if (!reading.table(table)) return false;
    const std::vector<std::string> names = scenario.host_names();
    const std::vector<std::string_view> known(names.begin(), names.end());
    if (!reading.only(table.value, " in [ko.host]", known)) return false;
    for (Host& host : scenario.hosts)
        if (const Member* name = table.value.find(host.name))
            if (!reading.text(*name, host.shown.ko)) return false;
    return true;
}

std::optional<std::uint64_t> parse_rate(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::uint64_t>, 4> units = {
        {{"bit/s", 1}, {"kbit/s", 1000}, {"Mbit/s", 1'000'000}, {"Gbit/s", 1'000'000'000}}};
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto count = parse_number(text.substr(0, digits));
    std::string_view unit = text.substr(digits);
    std::uint64_t tenths = 0;
    if (unit.size() > 2 && unit[0] == '.' && unit[1] >= '0' && unit[1] <= '9') {
        tenths = static_cast<std::uint64_t>(unit[1] - '0');  // "1.5Mbit/s": one decimal is enough
        unit.remove_prefix(2);
    }
    while (unit.starts_with(' ')) unit.remove_prefix(1);
    for (const auto& [name, bits] : units) {
        if (unit != name || !count || *count > fastest_link / bits) continue;
        if (tenths != 0 && bits == 1) continue;
        const std::uint64_t rate = *count * bits + tenths * bits / 10;
        if (rate == 0 || rate > fastest_link) continue;
        return rate;
    }
    return std::nullopt;
}

}  // namespace finwait::scenario
