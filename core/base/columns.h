// Text as a terminal shows it: how many columns it takes (a Hangul syllable takes two), cutting
// and filling to a width, and making text from strangers harmless. Used by the text ladder and
// the command line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace finwait {

/// Takes the first character off `rest`. Bytes that are not UTF-8 come as U+FFFD, one each.
char32_t next_character(std::string_view& rest);

/// Columns that the text takes: two for Hangul, Han, Kana and full-width forms, none for
/// combining marks and control characters, one for everything else.
std::size_t columns(std::string_view text);

/// The text filled with blanks at the end (at the front) to `width`; longer text stays as it is.
std::string padded(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

/// As much of the text as fits into `width`, with "…" where something is left out.
std::string shortened(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at blanks where there are any. A line break in the
/// text stays one.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The same text without power over a terminal: control characters (C0, DEL, C1), direction
/// overrides and bytes that are not UTF-8 become U+FFFD; line breaks stay when `keep_lines`.
std::string harmless(std::string_view text, bool keep_lines = false);

}  // namespace finwait
