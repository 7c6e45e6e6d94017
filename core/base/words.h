// A sentence taken apart: the words of a fault, a program's statement or an expectation, each
// with its column, so that a message points at the word it is about. Blanks only separate.
//   atom   letters, digits, '-', '_', '.':  lose 2nd SYN 1.5s server
//   text   'in quotes', with \n \r \t \0 \' \\ \xHH
//   comma, colon
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/time.h"

namespace finwait {

struct Word {
    enum class Kind : std::uint8_t { end, atom, text, comma, colon, wrong } kind = Kind::end;
    std::string written;  ///< as it stands in the sentence
    std::string octets;   ///< text: what the quotes mean; wrong: the message
    int column = 1;       ///< counts characters, from 1
};

/// Reads word by word. The first thing that is wrong is kept as error(); from then on every
/// method returns false and takes nothing.
class Words {
public:
    explicit Words(std::string_view sentence);

    const Word& peek(std::size_t ahead = 0) const;
    bool at_end() const { return peek().kind == Word::Kind::end; }
    bool next_is(std::string_view atom, std::size_t ahead = 0) const;
    Word take();
    /// Takes the next word if it is this atom (or comma, colon).
    bool take_if(std::string_view atom);

    /// Takes this atom or fails; `instead` are words that could stand here too.
    bool require(std::string_view atom, std::span<const std::string_view> instead = {});
    /// A whole number from `least` to `most`; `what` is for the message: "a port".
    bool number(std::string_view what, std::uint64_t least, std::uint64_t most,
                std::uint64_t& out);
    bool duration(std::string_view what, Duration least, Duration most, Duration& out);
    /// "5 B", "64 KB", "1 MB", as octets.
    bool size(std::string_view what, std::uint64_t least, std::uint64_t most, std::uint64_t& out);
    /// One of `choices`; its place in them.
    bool choice(std::string_view what, std::span<const std::string_view> choices,
                std::size_t& out);
    /// Fails unless the sentence is over.
    bool finish(std::span<const std::string_view> instead = {});

    /// "found 'x', expected WHAT", with the nearest of `candidates`.
    bool expected(std::string_view what, std::span<const std::string_view> candidates = {});
    bool fail(std::string message, int column);
    bool failed() const { return error_.has_value(); }
    const Error& error() const { return *error_; }

private:
    std::vector<Word> words_;
    std::size_t next_ = 0;
    std::optional<Error> error_;
};

/// Digits only, no sign; nothing when it does not fit.
std::optional<std::uint64_t> parse_number(std::string_view text);

}  // namespace finwait
