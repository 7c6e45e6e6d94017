// Where text goes: standard output that survives a reader who leaves, and files that are either
// whole or as they were before.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace finwait::cli {

using Sink = std::function<void(std::string_view)>;

/// Standard output, in large pieces.
class Output {
public:
    void write(std::string_view text);
    /// Writes what is left. False when the text could not be written: a message has been printed
    /// then, unless the reader simply went away.
    bool finish();
    /// The reader went away: nothing more is wanted.
    bool closed() const { return reader_left_; }

private:
    void flush();

    std::string waiting_;
    bool reader_left_ = false;
    int error_ = 0;
};

/// Writes a file: to a temporary one beside it, which takes its place at the end. What is no
/// regular file (a pipe, /dev/stdout) is written to directly. Nothing, or what went wrong.
std::optional<Error> write_file(const std::string& path,
                                const std::function<void(const Sink&)>& produce);

/// A whole file, or standard input for "-"; refuses what is larger than `most` bytes.
Result<std::string> read_file(const std::string& path, std::size_t most);

/// "finwait: MESSAGE" on standard error, harmless to a terminal.
void complain(std::string_view message);
void complain(const Error& error);

}  // namespace finwait::cli
