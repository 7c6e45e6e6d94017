// Durations from text and back, in integers only: no decimal is ever rounded.
// Called by scenario files, faults, expectations and the command line.
#include "core/base/duration.h"

#include <array>
#include <cstdint>
#include <utility>

namespace finwait {

namespace {

constexpr std::int64_t longest = hours{24 * 365} / nanoseconds{1};

constexpr std::array<std::pair<std::string_view, std::int64_t>, 6> units = {{
    {"h", 3'600'000'000'000},
    {"m", 60'000'000'000},
    {"s", 1'000'000'000},
    {"ms", 1'000'000},
    {"us", 1'000},
    {"ns", 1},
}};

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// The digits at the front of `text`, taken off it; nothing without digits or when too many.
std::optional<std::int64_t> take_digits(std::string_view& text, std::size_t& count)
{
    std::int64_t value = 0;
    for (count = 0; count < text.size() && is_digit(text[count]); ++count) {
        if (value > longest) return std::nullopt;
        value = value * 10 + (text[count] - '0');
    }
    text.remove_prefix(count);
    if (count == 0) return std::nullopt;
    return value;
}

}  // namespace

std::optional<Duration> parse_duration(std::string_view text)
{
    std::size_t digits = 0;
    const auto whole = take_digits(text, digits);
    if (!whole) return std::nullopt;
    std::int64_t fraction = 0;
    std::int64_t parts = 1;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        const auto read = take_digits(text, digits);
        if (!read || digits > 15) return std::nullopt;
        fraction = *read;
        for (std::size_t i = 0; i < digits; ++i) parts *= 10;
    }
    while (parts > 1 && fraction % 10 == 0) {
        fraction /= 10;
        parts /= 10;
    }
    while (text.starts_with(' ')) text.remove_prefix(1);
    for (const auto& [name, size] : units) {
        if (text != name) continue;
        if (*whole > longest / size || size % parts != 0) return std::nullopt;
        const std::int64_t total = *whole * size + fraction * (size / parts);
        if (total > longest) return std::nullopt;
        return Duration{total};
    }
    return std::nullopt;
}

std::string duration_text(Duration duration)
{
    if (duration < Duration{0}) return "-" + duration_text(-duration);
    const std::int64_t ns = duration.count();
    for (const auto& [name, size] : units) {
        if (ns < size || name == "h" || name == "m") continue;
        std::string rest = std::to_string(size + ns % size).substr(1);
        while (rest.ends_with('0')) rest.pop_back();
        return std::to_string(ns / size) + (rest.empty() ? "" : "." + rest) + std::string(name);
    }
    return "0s";
}

}  // namespace finwait
