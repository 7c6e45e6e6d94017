// Values taken out of a document, each with its check and its message.
// Called by parse.cpp, hosts.cpp and expect.cpp.
#include "core/scenario/reading.h"

#include <algorithm>

#include "core/base/duration.h"
#include "core/base/spelling.h"

namespace finwait::scenario {

bool Reading::fail(Place place, std::string message)
{
    if (!error_) error_ = Error{std::move(message), file_, place.line, place.column};
    return false;
}

bool Reading::fail_within(Place literal, const Error& error, std::string_view before)
{
    return fail(character_place(text_, literal, error.column),
                std::string(before) + error.message);
}

bool Reading::text(const Member& member, std::string& out)
{
    if (member.value.kind != Value::Kind::text)
        return fail(member.value.place, in_quotes(member.key) + " is " +
                                            std::string(kind_name(member.value)) +
                                            "; expected a text in quotes");
    out = member.value.text;
    return true;
}

bool Reading::integer(const Member& member, std::int64_t least, std::int64_t most,
                      std::int64_t& out)
{
    const Value& value = member.value;
    if (value.kind == Value::Kind::integer && value.number >= least && value.number <= most) {
        out = value.number;
        return true;
    }
    const std::string found = value.kind == Value::Kind::integer
                                  ? std::to_string(value.number)
                                  : std::string(kind_name(value));
    return fail(value.place, in_quotes(member.key) + " is " + found +
                                 "; expected a whole number from " + std::to_string(least) +
                                 " to " + std::to_string(most));
}

bool Reading::duration(const Member& member, Duration least, Duration most, Duration& out)
{
    const Value& value = member.value;
    if (value.kind != Value::Kind::text)
        return fail(value.place, in_quotes(member.key) + " is " + std::string(kind_name(value)) +
                                     "; expected a time in quotes, such as \"10ms\" or \"1.5s\"");
    const auto read = parse_duration(value.text);
    if (!read)
        return fail(value.place, in_quotes(member.key) + " is " + in_quotes(value.text) +
                                     "; expected a time such as 10ms, 1.5s or 2m (units: ns, us, "
                                     "ms, s, m, h)");
    if (*read < least || *read > most)
        return fail(value.place, in_quotes(member.key) + " is " + duration_text(*read) +
                                     "; expected a time from " + duration_text(least) + " to " +
                                     duration_text(most));
    out = *read;
    return true;
}

bool Reading::table(const Member& member)
{
    if (member.value.kind == Value::Kind::table) return true;
    return fail(member.value.place, in_quotes(member.key) + " is " +
                                        std::string(kind_name(member.value)) +
                                        "; expected a table");
}

bool Reading::texts(const Member& member, std::size_t most)
{
    const Value& value = member.value;
    if (value.kind != Value::Kind::array)
        return fail(value.place, in_quotes(member.key) + " is " + std::string(kind_name(value)) +
                                     "; expected a list of texts in quotes: [\"…\", \"…\"]");
    if (value.items.size() > most)
        return fail(value.items[most].place, in_quotes(member.key) + " has " +
                                                 std::to_string(value.items.size()) +
                                                 " entries; at most " + std::to_string(most) +
                                                 " are allowed");
    for (const Value& item : value.items)
        if (item.kind != Value::Kind::text)
            return fail(item.place, "an entry of " + in_quotes(member.key) + " is " +
                                        std::string(kind_name(item)) +
                                        "; expected a text in quotes");
    return true;
}

bool Reading::only(const Value& table, std::string_view where,
                   std::span<const std::string_view> keys)
{
    for (const Member& member : table.members)
        if (std::ranges::find(keys, member.key) == keys.end())
            return unknown(member, "key " + in_quotes(member.key) + std::string(where), keys);
    return true;
}

bool Reading::unknown(const Member& member, std::string_view what,
                      std::span<const std::string_view> known)
{
    return fail(member.place,
                "unknown " + std::string(what) + did_you_mean(member.key, known) +
                    (nearest(member.key, known).empty() ? "; known here: " + listed(known) : ""));
}

}  // namespace finwait::scenario
