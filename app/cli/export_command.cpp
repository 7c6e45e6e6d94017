// finwait export: a run as a figure, as text or as JSON lines in a file.
#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "app/cli/commands.h"
#include "core/base/spelling.h"
#include "core/diagram/layout.h"
#include "core/export/json.h"
#include "core/export/ladder.h"
#include "core/export/svg.h"
#include "core/export/text.h"
#include "core/run/run.h"

namespace finwait::cli {

namespace {

constexpr std::array<std::string_view, 3> endings = {".svg", ".txt", ".json"};

std::string figure_of(const Context& context, const ExportOptions& options,
                      const scenario::Scenario& scenario, const trace::Index& index)
{
    diagram::Look look;
    look.lang = context.lang;
    look.title = true;
    look.legend = true;
    look.absolute_numbers = options.absolute;
    look.host_titles = host_titles(scenario, context.lang);
    look.title_text = scenario.title.in(context.lang);
    look.question_text = scenario.question.in(context.lang);
    return exports::svg(diagram::figure(index, look), look.title_text, look.question_text);
}

std::string ladder_of(const Context& context, const ExportOptions& options,
                      const scenario::Scenario& scenario, const trace::Index& index)
{
    exports::LadderLook look;
    look.lang = context.lang;
    look.calls = options.calls;
    look.timers = options.timers;
    look.absolute_numbers = options.absolute;
    look.host_titles = host_titles(scenario, context.lang);
    return scenario.title.in(context.lang) + "\n\n" + exports::ladder(index, look) + "\n" +
           exports::ending_text(index.trace(), context.lang) + "\n";
}

}  // namespace

int export_to_file(Context& context, const ExportOptions& options)
{
    std::string ending = std::filesystem::path(options.file).extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (std::find(endings.begin(), endings.end(), ending) == endings.end()) {
        complain("'" + options.file + "': the ending says what is written, expected " +
                 listed(endings) + did_you_mean(ending, endings));
        return exit_bad_input;
    }
    const auto scenario = load_changed(context, options.scenario, options.changes);
    if (!scenario) {
        complain(scenario.error());
        return exit_bad_input;
    }
    const trace::Trace trace = run::run(*scenario);
    const trace::Index index(trace);
    const auto failed = write_file(options.file, [&](const Sink& sink) {
        if (ending == ".svg") sink(figure_of(context, options, *scenario, index));
        else if (ending == ".txt") sink(ladder_of(context, options, *scenario, index));
        else
            for (const trace::Record& record : trace.records())
                sink(exports::json_line(index, record) + "\n");
    });
    if (failed) {
        complain(*failed);
        return exit_bad_input;
    }
    if (trace.ending().why != trace::Ending::Why::nothing_left)
        complain(exports::ending_text(trace, context.lang));
    for (const std::string& each : unmatched_faults(trace, context.lang)) complain(each);
    return exit_right;
}

}  // namespace finwait::cli
