// What FinWait's Korean must keep to: one word a concept, plain -다 sentences, units, and
// particles that fit the Latin word before them. Used by the tests of the catalogue and of the
// scenarios' texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace finwait::test {

/// What is wrong with a text, one line each; empty: nothing.
std::vector<std::string> korean_problems(std::string_view text);

/// Does it contain a Hangul syllable?
bool has_hangul(std::string_view text);

/// Do all its sentences end in -다 (or, for questions, in -가?)
bool all_sentences_end_in(std::string_view text, std::string_view ending);

}  // namespace finwait::test
