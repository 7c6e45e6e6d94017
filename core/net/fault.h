// Faults: what the network does to which segment, as one sentence ("lose 2nd FIN from client").
// One parser for files, the command line, the window and `expect`. Grammar (EBNF):
// docs/scenario-format.md.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace finwait::net {

/// Which segments are meant: those of a host (or any) that carry all of `labels`.
struct Selector {
    static constexpr std::uint8_t any_host = 255;

    std::string words;               ///< as written: "ACK of FIN"
    std::uint16_t labels = 0;        ///< trace::Label bits, all needed; 0: every segment
    std::uint8_t host = any_host;    ///< the sender's place in the scenario
    std::uint32_t connection = 0;    ///< 0: any; else counts in that connection only
    std::uint32_t first = 1;         ///< ordinals that match, from 1
    std::uint32_t last = 1;          ///< UINT32_MAX: every one from `first` on

    bool matches(std::uint16_t segment_labels, std::uint8_t from, std::uint32_t conn) const
    {
        return (segment_labels & labels) == labels && (host == any_host || host == from) &&
               (connection == 0 || connection == conn);
    }
};

enum class Action : std::uint8_t {
    lose,
    lose_all_after,   ///< from the selected segment on, itself included? No: after it
    lose_by_chance,   ///< 1 in `one_in`
    delay,
    copy,             ///< a second copy leaves `time` later
    swap,             ///< arrives just after the next segment of that host
    corrupt,          ///< arrives, and its checksum does not match
};

struct Fault {
    Action action{};
    Selector what;
    Duration time{0};            ///< delay, copy
    std::uint32_t one_in = 0;    ///< lose_by_chance
    std::uint64_t seed = 1;      ///< lose_by_chance
    std::string sentence;        ///< as written

    // "lose everything from client": lose, labels 0, first 1, last UINT32_MAX.
};

/// Parses one sentence. `hosts` are the scenario's host names in order. An Error's column
/// counts from 1 within the sentence; its message says what was expected and the nearest
/// spelling.
Result<Fault> parse_fault(std::string_view sentence, std::span<const std::string> hosts);

/// A selector alone, as `expect` uses it: "2nd FIN from server", "FIN from server", "RST",
/// "retransmission from client". "every" is implied where no ordinal stands: `last` is
/// UINT32_MAX then.
Result<Selector> parse_selector(std::string_view words, std::span<const std::string> hosts);

/// "1st" "2nd" "3rd" "4th" "11th" "21st": as the grammar spells them.
std::string ordinal_text(std::uint64_t n);

}  // namespace finwait::net
