// The catalogue of rules: what each one says, in which case it fires, and where it stands.
// Read by the inspector, `finwait explain`, the text ladder and the docs.
#pragma once

#include <optional>
#include <string_view>

#include "core/base/lang.h"
#include "core/rules/id.h"

namespace finwait::rules {

struct Entry {
    Rule id;
    std::string_view name;  ///< as it is written in traces: "fin-acknowledged"
    Text title;             ///< a short noun phrase, for labels
    Text condition;         ///< fires when all of this holds
    Text sentence;          ///< what then happens and why, for a student
    std::string_view source;  ///< "RFC 9293 section 3.10.4; Linux tcp.c:tcp_close_state"
};

/// The entry of a rule; Rule::none has one too (name "none").
const Entry& entry(Rule rule);
/// By the name in traces; nothing if there is none such.
std::optional<Rule> find(std::string_view name);

}  // namespace finwait::rules
