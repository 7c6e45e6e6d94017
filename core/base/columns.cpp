// Columns of text on a terminal. Widths after Unicode's EastAsianWidth.txt, classes W and F.
#include "core/base/columns.h"

#include <array>
#include <cstdint>

namespace finwait {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view replacement_utf8 = "\xEF\xBF\xBD";

struct Range {
    char32_t first;
    char32_t last;
};

constexpr auto wide = std::to_array<Range>({
    {0x1100, 0x115F},  // Hangul jamo, leading consonants
    {0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x2614, 0x2615}, {0x26A1, 0x26A1}, {0x2705, 0x2705},
    {0x274C, 0x274C}, {0x2753, 0x2755},
    {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},
    {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F}, {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD},
});

constexpr auto without_width = std::to_array<Range>({
    {0x0300, 0x036F},  // combining marks
    {0x1160, 0x11FF},  // Hangul jamo that join the syllable before them
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2069}, {0x20D0, 0x20FF}, {0xD7B0, 0xD7FF},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF},
});

template <std::size_t count>
constexpr bool within(const std::array<Range, count>& ranges, char32_t c)
{
    for (const Range& range : ranges)
        if (c >= range.first && c <= range.last) return true;
    return false;
}

constexpr bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

constexpr bool turns_direction(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x2028 || c == 0x2029;
}

std::size_t width_of(char32_t c)
{
    if (is_control(c)) return 0;
    if (c < 0x0300) return 1;
    if (within(without_width, c)) return 0;
    return within(wide, c) ? 2 : 1;
}

}  // namespace

char32_t next_character(std::string_view& rest)
{
    const auto octet = [&rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    const unsigned char first = octet(0);
    std::size_t length = 1;
    char32_t c = first;
    if (first >= 0xF0 && first <= 0xF4) { length = 4; c = first & 0x07U; }
    else if (first >= 0xE0 && first < 0xF0) { length = 3; c = first & 0x0FU; }
    else if (first >= 0xC2 && first < 0xE0) { length = 2; c = first & 0x1FU; }
    else if (first >= 0x80) c = replacement;
    for (std::size_t i = 1; i < length; ++i) {
        if (i >= rest.size() || (octet(i) & 0xC0U) != 0x80U) {
            rest.remove_prefix(1);
            return replacement;
        }
        c = c << 6U | (octet(i) & 0x3FU);
    }
    const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
    if (overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        rest.remove_prefix(1);
        return replacement;
    }
    rest.remove_prefix(length);
    return c;
}

std::size_t columns(std::string_view text)
{
    std::size_t total = 0;
    while (!text.empty()) total += width_of(next_character(text));
    return total;
}

std::string padded(std::string_view text, std::size_t width)
{
    const std::size_t used = columns(text);
    std::string out{text};
    if (used < width) out.append(width - used, ' ');
    return out;
}

std::string padded_left(std::string_view text, std::size_t width)
{
    const std::size_t used = columns(text);
    std::string out(used < width ? width - used : 0, ' ');
    return out.append(text);
}

std::string shortened(std::string_view text, std::size_t width)
{
    if (columns(text) <= width) return std::string{text};
    if (width == 0) return {};
    std::string out;
    std::size_t used = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view before = rest;
        used += width_of(next_character(rest));
        if (used > width - 1) break;
        out.append(before.substr(0, before.size() - rest.size()));
    }
    return out + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width)
{
    std::vector<std::string> lines{""};
    std::size_t used = 0;
    std::size_t blank_at = std::string::npos;  // where the current line can be broken
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t c = next_character(text);
        if (c == U'\n') {
            lines.emplace_back();
            used = 0;
            blank_at = std::string::npos;
            continue;
        }
        const std::size_t step = width_of(c);
        if (used + step > width && c != U' ' && used > 0) {
            std::string rest;
            if (blank_at != std::string::npos) {
                rest = lines.back().substr(blank_at + 1);
                lines.back().resize(blank_at);
            }
            lines.push_back(std::move(rest));
            used = columns(lines.back());
            blank_at = std::string::npos;
        }
        if (c == U' ') blank_at = lines.back().size();
        lines.back().append(before.substr(0, before.size() - text.size()));
        used += step;
    }
    for (std::string& line : lines)
        while (!line.empty() && line.back() == ' ') line.pop_back();
    return lines;
}

std::string harmless(std::string_view text, bool keep_lines)
{
    std::string out;
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t c = next_character(text);
        if (c == U'\n' && keep_lines) out += '\n';
        else if (c == U'\t') out += ' ';
        else if (is_control(c) || turns_direction(c) || c == replacement) out += replacement_utf8;
        else out.append(before.substr(0, before.size() - text.size()));
    }
    return out;
}

}  // namespace finwait
