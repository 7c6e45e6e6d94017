// A run as JSON: one object a record and a line, every line with the same first seven fields.
// docs/trace-format.md and docs/trace.schema.json describe it.
#pragma once

#include <string>
#include <string_view>

#include "core/trace/query.h"

namespace finwait::exports {

/// One record as a JSON object, without a line break.
std::string json_line(const trace::Index& index, const trace::Record& record);

/// All records, a line each.
std::string json_lines(const trace::Index& index);

/// The text as a JSON string in quotes. Bytes that are not UTF-8 become U+FFFD.
std::string json_string(std::string_view text);

}  // namespace finwait::exports
