// Levenshtein's distance with swaps, on words of at most 48 letters: what is longer is no slip
// of the pen.
#include "core/base/spelling.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace finwait {

namespace {

constexpr std::size_t longest = 48;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// In half letters; two neighbours in the wrong order count as one letter.
std::size_t distance(std::string_view a, std::string_view b)
{
    using Row = std::array<std::size_t, longest + 1>;
    Row older{};
    Row old{};
    Row row{};
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = 2 * j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        older = old;
        old = row;
        row[0] = 2 * i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t same_letter = a[i - 1] == b[j - 1] ? 0U : 1U;
            const std::size_t differs = lower(a[i - 1]) == lower(b[j - 1]) ? same_letter : 2U;
            row[j] = std::min({old[j - 1] + differs, old[j] + 2, row[j - 1] + 2});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], older[j - 2] + 2);
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates)
{
    if (word.empty() || word.size() > longest) return {};
    std::string_view best;
    std::size_t best_distance = std::max<std::size_t>(2, 2 * (word.size() / 3)) + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate.size() > longest) continue;
        const std::size_t d = distance(word, candidate);
        if (std::ranges::equal(word, candidate, {}, lower, lower)) return candidate;
        if (d < best_distance && d < 2 * word.size()) {
            best = candidate;
            best_distance = d;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates)
{
    const std::string_view best = nearest(word, candidates);
    return best.empty() || best == word ? "" : "; did you mean " + in_quotes(best) + "?";
}

std::string in_quotes(std::string_view word)
{
    constexpr std::size_t room = 60;
    std::size_t end = std::min(word.size(), room);
    while (end < word.size() && end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U)
        --end;  // not within a character
    std::string out = "'";
    for (const char c : word.substr(0, end))
        out += static_cast<unsigned char>(c) < 0x20U || c == 0x7F ? '?' : c;
    return out + (end < word.size() ? "…'" : "'");
}

std::string listed(std::span<const std::string_view> words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
        out += words[i];
    }
    return out;
}

}  // namespace finwait
