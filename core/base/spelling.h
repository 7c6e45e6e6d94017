// The nearest right spelling of a word that is not one, for messages about a person's input.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace finwait {

/// The candidate that differs from `word` in the fewest letters; empty when none is near.
/// Capitals count as half a difference, so that "syn" finds "SYN".
std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

/// "; did you mean 'FIN'?", or nothing when no candidate is near.
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);

/// 'word' in quotes, shortened when it is long, without control characters.
std::string in_quotes(std::string_view word);

/// "a, b or c".
std::string listed(std::span<const std::string_view> words);

}  // namespace finwait
