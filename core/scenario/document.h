// A TOML document as plain values, in the order of the file, each with its place. This keeps
// toml++ in one source file (it is slow to compile) and its order of keys (by name) out of ours.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/toml_text.h"

namespace finwait::scenario {

struct Member;

struct Value {
    enum class Kind : std::uint8_t { text, integer, boolean, other, array, table } kind =
        Kind::other;
    Place place;                   ///< of its first character
    std::string text;              ///< text: what it says
    std::int64_t number = 0;       ///< integer; boolean: 0 or 1
    std::vector<Value> items;      ///< array
    std::vector<Member> members;   ///< table, in the order of the file

    const Member* find(std::string_view key) const;
};

struct Member {
    std::string key;
    Place place;  ///< of the key
    Value value;
};

/// "a text", "a number": for messages.
std::string_view kind_name(const Value& value);

/// Files larger than 1 MiB, keys of more than 8 parts and values nested more than 16 deep are
/// refused.
Result<Value> read_document(std::string_view text, std::string_view file);

}  // namespace finwait::scenario
