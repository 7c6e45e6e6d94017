// What the readers of a scenario's parts share: the file's text, the first error with its
// place, and values taken out of a document with a check. Used by parse, hosts and expect.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/scenario/document.h"

namespace finwait::scenario {

class Reading {
public:
    Reading(std::string_view text, std::string_view file) : text_(text), file_(file) {}

    bool failed() const { return error_.has_value(); }
    const Error& error() const { return *error_; }

    /// Keeps the first error; always false.
    bool fail(Place place, std::string message);
    /// An error in the sentence that is the string value (or key) at `literal`: its column is
    /// turned into the file's line and column. `before` opens the message.
    bool fail_within(Place literal, const Error& error, std::string_view before = {});

    /// Each of these checks a value's kind and limits and says what `key` should be.
    bool text(const Member& member, std::string& out);
    bool integer(const Member& member, std::int64_t least, std::int64_t most, std::int64_t& out);
    bool duration(const Member& member, Duration least, Duration most, Duration& out);
    bool table(const Member& member);
    /// A list of texts, or fails at what is none.
    bool texts(const Member& member, std::size_t most);
    /// "unknown key 'sead' …" for every member that is not in `keys`.
    bool only(const Value& table, std::string_view where, std::span<const std::string_view> keys);
    bool unknown(const Member& member, std::string_view what,
                 std::span<const std::string_view> known);

private:
    std::string_view text_;
    std::string file_;
    std::optional<Error> error_;
};

}  // namespace finwait::scenario
