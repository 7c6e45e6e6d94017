// The commands of the command line. Each returns the exit code of the program: 0 all is right,
// 1 an expectation failed, 2 bad input or usage. Called by command_line.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/library.h"
#include "app/cli/output.h"
#include "core/base/lang.h"
#include "core/trace/trace.h"

namespace finwait::cli {

inline constexpr int exit_right = 0;
inline constexpr int exit_unmet = 1;
inline constexpr int exit_bad_input = 2;

/// What every command knows about its surroundings.
struct Context {
    Lang lang = Lang::en;
    bool colour = false;
    bool ascii = false;           ///< the ladder without box characters
    std::size_t width = 96;       ///< columns of a ladder and of paragraphs
    bool to_terminal = false;
    Library library;
    Output out;

    std::string_view say(const Text& text) const { return text.in(lang); }
};

/// How a scenario is changed before it runs.
struct Changes {
    std::optional<std::string> profile;  ///< none: the scenario's
    std::vector<std::string> faults;     ///< sentences
    std::optional<std::string> until;    ///< none: the scenario's

    bool any() const { return profile || until || !faults.empty(); }
};

struct RunOptions {
    std::string scenario;
    Changes changes;
    bool json = false;
    bool answer = false, calls = false, timers = false, absolute = false;
};

struct ExportOptions {
    std::string scenario;
    std::string file;
    Changes changes;
    bool calls = false, timers = false, absolute = false;
};

int list(Context& context);
int run(Context& context, const RunOptions& options);
int check(Context& context, const std::vector<std::string>& files);
int export_to_file(Context& context, const ExportOptions& options);
int explain(Context& context, const std::vector<std::string>& words);

/// Loads a scenario and applies the changes.
Result<scenario::Scenario> load_changed(const Context& context, const std::string& file_or_name,
                                        const Changes& changes);

/// The names over the lifelines.
std::vector<std::string> host_titles(const scenario::Scenario& scenario, Lang lang);

/// "fault 2 never matched a segment: lose RST", a line each.
std::vector<std::string> unmatched_faults(const trace::Trace& trace, Lang lang);

}  // namespace finwait::cli
