// A run as lines of text: one record a line in the RFC's notation (golden traces,
// docs/trace-format.md), and the sentences about a run's beginning and end that the ladder and
// the command line print.
#pragma once

#include <string>

#include "core/base/lang.h"
#include "core/trace/query.h"

namespace finwait::exports {

/// Seconds with as many decimals as the time has, in groups of three: "0.010", "0.010000500".
std::string seconds_text(Time t, int least_decimals = 3);

/// One record: time in seconds, host, kind, what happened, rule. No line break at the end.
///   "    0.010  server  sent  <SEQ=0><ACK=1><CTL=SYN,ACK>  [syn-answered]"
std::string line(const trace::Index& index, const trace::Record& record);

/// The whole run: "#" lines with what was run, a line a record, a "#" line with the ending.
std::string lines(const trace::Index& index);

/// How the run ended: "At 60.254 s nothing is left to happen." In Korean without the noun
/// phrases of labels: it is narration.
std::string ending_text(const trace::Trace& trace, Lang lang);

/// "client still waits in: recv", a line for each process that never ended; empty without one.
/// At most ten lines, the rest counted.
std::string blocked_text(const trace::Trace& trace, Lang lang);

}  // namespace finwait::exports
