// Reading and changing scenario files. toml++ reads; changes are splices of the author's text,
// so that comments and layout stay.
#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace finwait::scenario {

/// Reads a whole file's text. `file` is only for messages. Every Error has line and column.
Result<Scenario> parse(std::string_view text, std::string_view file);

/// The same text with one more sentence at the end of `faults` (made where there is none), or
/// without the sentence at `index`. Comments and layout stay.
Result<std::string> add_fault(std::string_view text, std::string_view sentence);
Result<std::string> remove_fault(std::string_view text, std::size_t index);
/// The same text with the value of a top-level key replaced or added ("profile", "rfc").
Result<std::string> set_profile(std::string_view text, std::string_view profile);

/// Adds a fault to the value (not to a text): what a click and --fault do.
Result<Scenario> with_fault(const Scenario& scenario, std::string_view sentence);

/// The sentence that loses exactly this sent record of the run, and no other segment:
/// "lose 2nd FIN from client". (The window's click.) Empty for what no sentence can name: a
/// record that is no sent segment, or a copy that the network made.
std::string sentence_to_lose(const trace::Trace& trace, trace::RecordId sent);

}  // namespace finwait::scenario
