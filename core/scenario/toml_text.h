// The text of a TOML file as text: where a value stands, and which character of the file a
// character of a string is. Messages point with it, edits cut with it. What the file means is
// core/scenario/document.h's.
#pragma once

#include <cstddef>
#include <string_view>

namespace finwait::scenario {

/// Counts from 1; columns count characters, not bytes.
struct Place {
    int line = 0;
    int column = 0;
};

/// The byte at a place; text.size() when there is none.
std::size_t offset_of(std::string_view text, Place place);
Place place_of(std::string_view text, std::size_t offset);

/// The offset behind the string literal (of any of TOML's four kinds) or bare key at `offset`.
std::size_t end_of_string(std::string_view text, std::size_t offset);

/// Where the nth character (from 1) of a string's value stands in the file, for the literal or
/// bare key at `literal`. The one behind the last is the closing quote.
Place character_place(std::string_view text, Place literal, int nth);

/// The first comment's, blank's and line end's successor from `offset` on.
std::size_t skip_blanks_and_comments(std::string_view text, std::size_t offset);

/// Behind the value of the last key that stands before the first [table].
std::size_t end_of_top_keys(std::string_view text);

/// The most parts that a dotted key of the file has, and all dots of its keys together: what a
/// reader with recursion must know before it starts.
struct KeyDepth {
    std::size_t deepest = 0;
    std::size_t dots = 0;
    std::size_t at = 0;  ///< offset of the deepest
};
KeyDepth key_depth(std::string_view text);

}  // namespace finwait::scenario
