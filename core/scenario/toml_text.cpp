// Only as much of TOML's grammar as strings, comments and blanks: everything here is asked of
// a text that toml++ has read, except key_depth, which no text can make fail.
#include "core/scenario/toml_text.h"

#include <algorithm>

namespace finwait::scenario {

namespace {

bool continues_character(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool in_bare_key(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_';
}

/// The quotes that open the literal at `offset`: """, ''', " or '; empty for a bare key.
std::string_view opening(std::string_view text, std::size_t offset)
{
    const std::string_view rest = text.substr(std::min(offset, text.size()));
    for (const std::string_view quotes : {"\"\"\"", "'''", "\"", "'"})
        if (rest.starts_with(quotes)) return rest.substr(0, quotes.size());
    return {};
}

/// Bytes of the literal that stand for one character of its value.
std::size_t character_length(std::string_view text, std::size_t offset, bool escapes)
{
    std::size_t end = offset + 1;
    if (escapes && text[offset] == '\\' && end < text.size()) {
        const char kind = text[end];
        end += kind == 'u' ? 5U : kind == 'U' ? 9U : kind == 'x' ? 3U : 1U;
        return std::min(end, text.size()) - offset;
    }
    while (end < text.size() && continues_character(text[end])) ++end;
    return end - offset;
}

/// A backslash at the end of a line in """: it and all blanks behind it stand for nothing.
std::size_t skip_line_ending_backslash(std::string_view text, std::size_t offset)
{
    std::size_t end = offset + 1;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    if (end >= text.size() || (text[end] != '\n' && text[end] != '\r')) return offset;
    return std::min(text.find_first_not_of(" \t\r\n", end), text.size());
}

std::size_t value_start(std::string_view text, std::size_t offset, std::string_view quotes)
{
    std::size_t at = offset + quotes.size();
    if (quotes.size() != 3) return at;
    if (text.substr(at).starts_with("\r\n")) return at + 2;
    return text.substr(at).starts_with('\n') ? at + 1 : at;
}

}  // namespace

std::size_t offset_of(std::string_view text, Place place)
{
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (int line = 1; line < place.line; ++line) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) return text.size();
        at = end + 1;
    }
    for (int column = 1; column < place.column && at < text.size(); ++column)
        at += character_length(text, at, false);
    return std::min(at, text.size());
}

Place place_of(std::string_view text, std::size_t offset)
{
    Place place{1, 1};
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (; at < offset && at < text.size(); ++at) {
        if (text[at] == '\n') {
            ++place.line;
            place.column = 1;
        } else if (!continues_character(text[at])) {
            ++place.column;
        }
    }
    return place;
}

std::size_t end_of_string(std::string_view text, std::size_t offset)
{
    const std::string_view quotes = opening(text, offset);
    if (quotes.empty()) {
        while (offset < text.size() && in_bare_key(text[offset])) ++offset;
        return offset;
    }
    const bool escapes = quotes[0] == '"';
    std::size_t at = offset + quotes.size();
    while (at < text.size() && !text.substr(at).starts_with(quotes))
        at += escapes && text[at] == '\\' ? 2U : 1U;
    at = std::min(at + quotes.size(), text.size());
    // """a"" ends in five quotes: the last three close it.
    if (quotes.size() == 3)
        for (int i = 0; i < 2 && at < text.size() && text[at] == quotes[0]; ++i) ++at;
    return at;
}

Place character_place(std::string_view text, Place literal, int nth)
{
    const std::size_t offset = offset_of(text, literal);
    const std::string_view quotes = opening(text, offset);
    const bool escapes = quotes.starts_with('"');
    const std::size_t end = end_of_string(text, offset) - quotes.size();
    std::size_t at = value_start(text, offset, quotes);
    for (int i = 1; at < end; ++i) {
        if (escapes && quotes.size() == 3 && text[at] == '\\') {
            const std::size_t next = skip_line_ending_backslash(text, at);
            if (next != at) {
                at = next;
                --i;
                continue;
            }
        }
        if (i >= nth) break;
        at += character_length(text, at, escapes);
    }
    return place_of(text, std::min(at, end));
}

std::size_t skip_blanks_and_comments(std::string_view text, std::size_t offset)
{
    while (offset < text.size()) {
        const char c = text[offset];
        if (c == '#') {
            offset = std::min(text.find('\n', offset), text.size());
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            ++offset;
        } else {
            break;
        }
    }
    return offset;
}

std::size_t end_of_top_keys(std::string_view text)
{
    std::size_t end = 0;
    std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (true) {
        at = skip_blanks_and_comments(text, at);
        if (at >= text.size() || text[at] == '[') return end;
        int depth = 0;  // of brackets and braces; a line's end at depth 0 ends the value
        while (at < text.size() && (depth > 0 || (text[at] != '\n' && text[at] != '#'))) {
            const char c = text[at];
            if (c == '"' || c == '\'') {
                at = end_of_string(text, at);
                end = at;
                continue;
            }
            if (c == '#') {
                at = std::min(text.find('\n', at), text.size());
                continue;
            }
            if (c == '[' || c == '{') ++depth;
            if (c == ']' || c == '}') --depth;
            ++at;
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n') end = at;
        }
    }
}

KeyDepth key_depth(std::string_view text)
{
    KeyDepth depth;
    std::size_t dots = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '"' || c == '\'') {
            at = end_of_string(text, at);
            continue;
        }
        if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
            continue;
        }
        if (c == '.') {
            ++depth.dots;
            if (++dots > depth.deepest) {
                depth.deepest = dots;
                depth.at = at;
            }
        } else if (!in_bare_key(c) && c != ' ' && c != '\t') {
            dots = 0;
        }
        ++at;
    }
    return depth;
}

}  // namespace finwait::scenario
