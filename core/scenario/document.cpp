// The only file that sees toml++.
#include "core/scenario/document.h"

#define TOML_EXCEPTIONS 0
#define TOML_MAX_NESTED_VALUES 16
#define TOML_UNRELEASED_FEATURES 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>

namespace finwait::scenario {

namespace {

constexpr std::size_t largest_file = std::size_t{1024} * 1024;
constexpr std::size_t deepest_key = 8;
constexpr std::size_t most_dots = 20'000;

Place place_of(const toml::source_region& region)
{
    return {static_cast<int>(region.begin.line), static_cast<int>(region.begin.column)};
}

Value value_of(const toml::node& node)
{
    Value value;
    value.place = place_of(node.source());
    if (const auto* text = node.as_string()) {
        value.kind = Value::Kind::text;
        value.text = text->get();
    } else if (const auto* integer = node.as_integer()) {
        value.kind = Value::Kind::integer;
        value.number = integer->get();
    } else if (const auto* boolean = node.as_boolean()) {
        value.kind = Value::Kind::boolean;
        value.number = boolean->get() ? 1 : 0;
    } else if (const auto* array = node.as_array()) {
        value.kind = Value::Kind::array;
        for (const toml::node& item : *array) value.items.push_back(value_of(item));
    } else if (const auto* table = node.as_table()) {
        value.kind = Value::Kind::table;
        for (const auto& [key, member] : *table)
            value.members.push_back(
                {std::string(key.str()), place_of(key.source()), value_of(member)});
        std::ranges::stable_sort(value.members, [](const Member& a, const Member& b) {
            return a.place.line != b.place.line ? a.place.line < b.place.line
                                                : a.place.column < b.place.column;
        });
    }
    return value;
}

Error error_at(std::string message, std::string_view file, Place place)
{
    return {std::move(message), std::string(file), place.line, place.column};
}

}  // namespace

const Member* Value::find(std::string_view key) const
{
    const auto found = std::ranges::find(members, key, &Member::key);
    return found == members.end() ? nullptr : &*found;
}

std::string_view kind_name(const Value& value)
{
    switch (value.kind) {
        case Value::Kind::text: return "a text";
        case Value::Kind::integer: return "a whole number";
        case Value::Kind::boolean: return "true or false";
        case Value::Kind::array: return "a list";
        case Value::Kind::table: return "a table";
        case Value::Kind::other: break;
    }
    return "a fraction or a date";
}

Result<Value> read_document(std::string_view text, std::string_view file)
{
    if (text.size() > largest_file)
        return error_at("the file has " + std::to_string(text.size()) +
                            " bytes; a scenario has at most " + std::to_string(largest_file),
                        file, {1, 1});
    const KeyDepth depth = key_depth(text);
    if (depth.deepest >= deepest_key)
        return error_at("a key of more than " + std::to_string(deepest_key) + " parts", file,
                        place_of(text, depth.at));
    if (depth.dots > most_dots)
        return error_at("more than " + std::to_string(most_dots) + " dotted keys", file,
                        place_of(text, depth.at));
    const toml::parse_result result = toml::parse(text, file);
    if (!result) {
        const toml::parse_error& error = result.error();
        return error_at("this is not TOML: " + std::string(error.description()), file,
                        place_of(error.source()));
    }
    return value_of(result.table());
}

}  // namespace finwait::scenario
