// A host's program: statements as texts into system calls. The grammar stands in
// docs/scenario-format.md. Called by parse().
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/words.h"
#include "core/host/call.h"

namespace finwait::scenario {

inline constexpr std::size_t most_statements = 1000;       ///< of one program
inline constexpr std::size_t longest_statement = 65'536;   ///< bytes
inline constexpr std::size_t most_variables = 32;          ///< of one program

/// Reads one program, statement by statement, and notices what no process could do: accept()
/// without listen(), a socket that nobody made, a statement behind `exit`.
class ProgramReader {
public:
    /// `self`: the host the program runs on.
    ProgramReader(std::span<const std::string> hosts, std::size_t self)
        : hosts_(hosts), self_(self)
    {
    }

    /// False when the statement is wrong; error() has its column. `number` is its index in
    /// trace::Header::statements.
    bool statement(std::string_view text, std::uint32_t number);
    const Error& error() const { return error_; }

    const host::Program& program() const { return program_; }

private:
    enum class Made : std::uint8_t { listener, connection };
    struct Variable {
        std::string name;
        Made made;
    };

    bool verb(Words& words, host::Call& call);
    bool repeat(Words& words, host::Call& call);
    bool bind(Words& words, host::Call& call);
    bool option(Words& words, host::Call& call);
    bool option_value(Words& words, host::Call& call);
    bool listen(Words& words, host::Call& call);
    bool accept(Words& words, host::Call& call);
    bool connect(Words& words, host::Call& call);
    bool send(Words& words, host::Call& call);
    bool recv(Words& words, host::Call& call);
    bool shutdown(Words& words, host::Call& call);
    bool kill(Words& words, host::Call& call);

    bool needs_connection(Words& words, std::string_view what);
    bool port(Words& words, std::uint16_t& out);
    bool on(Words& words, host::Call& call, bool connection_only);
    bool as(Words& words, host::Call& call, Made made);

    std::span<const std::string> hosts_;
    std::size_t self_;
    host::Program program_;
    std::vector<Variable> variables_;
    Error error_;
    std::size_t statements_ = 0;
    int start_ = 1;  ///< column of the statement's first word
    bool listening_ = false;
    bool connection_made_ = false;
    bool socket_made_ = false;
    bool each_ = false;
    std::string ended_by_;
};

}  // namespace finwait::scenario
