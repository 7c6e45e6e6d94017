// finwait run: a scenario as a text ladder or as JSON lines. Never touches a display.
#include "app/cli/commands.h"
#include "core/base/columns.h"
#include "core/export/json.h"
#include "core/export/ladder.h"
#include "core/export/text.h"
#include "core/run/expectations.h"
#include "core/run/run.h"

namespace finwait::cli {

namespace {

constexpr std::size_t most_rows = 1000;  // of a ladder; --json has them all

constexpr Text word_profile{"profile", "동작 프로필"};
constexpr Text word_not_exact{"not yet exact", "아직 정확하지 않음"};
constexpr Text word_fault{"fault", "장애"};
constexpr Text word_answer{"Answer", "답"};

std::string strong(const Context& context, const std::string& text)
{
    return context.colour ? "\x1b[1m" + text + "\x1b[0m" : text;
}

void write_paragraph(Context& context, std::string_view text)
{
    std::string flat = harmless(text, true);
    while (!flat.empty() && flat.back() == '\n') flat.pop_back();
    for (const std::string& each : wrapped(flat, context.width)) context.out.write(each + "\n");
}

void write_head(Context& context, const scenario::Scenario& scenario, const trace::Trace& trace)
{
    const std::string title = harmless(scenario.title.in(context.lang));
    if (!title.empty()) context.out.write(strong(context, title) + "\n");
    if (!scenario.question.in(context.lang).empty())
        write_paragraph(context, scenario.question.in(context.lang));
    std::string profile = std::string{context.say(word_profile)} + " " + trace.header().profile;
    if (!trace.header().exact_profile)
        profile += " (" + std::string{context.say(word_not_exact)} + ")";
    context.out.write(profile + "\n");
    for (const std::string& fault : trace.header().faults)
        context.out.write(std::string{context.say(word_fault)} + ": " + harmless(fault) + "\n");
    context.out.write("\n");
}

void write_ladder(Context& context, const scenario::Scenario& scenario,
                  const trace::Index& index, const RunOptions& options)
{
    const trace::Trace& trace = index.trace();
    write_head(context, scenario, trace);
    exports::LadderLook look;
    look.lang = context.lang;
    look.width = context.width;
    look.colour = context.colour;
    look.ascii = context.ascii;
    look.calls = options.calls;
    look.timers = options.timers;
    look.absolute_numbers = options.absolute;
    look.most_rows = most_rows;
    look.host_titles = host_titles(scenario, context.lang);
    context.out.write(exports::ladder(index, look) + "\n");
    context.out.write(exports::ending_text(trace, context.lang) + "\n");
    const std::string blocked = exports::blocked_text(trace, context.lang);
    if (!blocked.empty()) context.out.write(blocked + "\n");
    if (!options.answer) return;
    context.out.write("\n" + strong(context, std::string{context.say(word_answer)}) + "\n");
    write_paragraph(context, scenario.answer.in(context.lang));
}

void write_json(Context& context, const trace::Index& index)
{
    for (const trace::Record& record : index.trace().records()) {
        if (context.out.closed()) return;
        context.out.write(exports::json_line(index, record) + "\n");
    }
    // The lines are records only; what stopped the run early is said beside them.
    if (index.trace().ending().why != trace::Ending::Why::nothing_left)
        complain(exports::ending_text(index.trace(), context.lang));
}

/// The expectations of the file, where nothing on the command line changed the run.
int judge(Context& context, const scenario::Scenario& scenario, const trace::Trace& trace,
          const RunOptions& options)
{
    if (options.changes.any() || scenario.expectations.empty()) return exit_right;
    const auto unmet = run::unmet_expectations(scenario, trace);
    for (const run::Unmet& each : unmet)
        complain(Error{each.message, scenario.file, each.expectation->line});
    if (!unmet.empty()) return exit_unmet;
    if (options.json) return exit_right;
    const std::string count = std::to_string(scenario.expectations.size());
    context.out.write(context.lang == Lang::ko ? "기대 " + count + "개가 모두 맞다.\n"
                                               : "All " + count + " expectations hold.\n");
    return exit_right;
}

}  // namespace

int run(Context& context, const RunOptions& options)
{
    const auto scenario = load_changed(context, options.scenario, options.changes);
    if (!scenario) {
        complain(scenario.error());
        return exit_bad_input;
    }
    const trace::Trace trace = run::run(*scenario);
    const trace::Index index(trace);
    if (options.json) write_json(context, index);
    else write_ladder(context, *scenario, index, options);
    const int code = judge(context, *scenario, trace, options);
    const bool written = context.out.finish();
    for (const std::string& each : unmatched_faults(trace, context.lang)) complain(each);
    return written ? code : exit_bad_input;
}

}  // namespace finwait::cli
