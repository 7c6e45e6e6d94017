// finwait check: do runs show what their scenarios say? One line a scenario, what is wrong below
// it.
#include <algorithm>
#include <filesystem>

#include "app/cli/commands.h"
#include "core/base/columns.h"
#include "core/export/text.h"
#include "core/run/expectations.h"
#include "core/run/run.h"

namespace finwait::cli {

namespace {

constexpr Text word_right{"right", "맞음"};
constexpr Text word_wrong{"wrong", "틀림"};
constexpr Text word_bad{"bad file", "잘못된 파일"};
constexpr Text word_no_expectations{"no expectations", "기대 없음"};

std::string expectations_text(const Context& context, std::size_t count)
{
    if (count == 0) return std::string{context.say(word_no_expectations)};
    const std::string number = std::to_string(count);
    if (context.lang == Lang::ko) return "기대 " + number + "개";
    return number + (count == 1 ? " expectation" : " expectations");
}

std::vector<std::string> what_is_wrong(const scenario::Scenario& scenario,
                                       const trace::Trace& trace, Lang lang)
{
    std::vector<std::string> out;
    for (const run::Unmet& unmet : run::unmet_expectations(scenario, trace))
        out.push_back(to_string(Error{unmet.message, scenario.file, unmet.expectation->line}));
    for (const std::string& each : unmatched_faults(trace, lang))
        out.push_back(to_string(Error{each, scenario.file}));
    using Why = trace::Ending::Why;
    const Why why = trace.ending().why;
    if (why == Why::too_many_records || why == Why::too_many_octets || why == Why::too_long)
        out.push_back(to_string(Error{exports::ending_text(trace, lang), scenario.file}));
    return out;
}

int check_one(Context& context, const std::string& file)
{
    const auto verdict = [&](const Text& word, const std::string& more) {
        context.out.write(std::string{context.say(word)} + "  " + harmless(file) + more + "\n");
    };
    const Result<scenario::Scenario> scenario = load(context.library, file);
    if (!scenario) {
        verdict(word_bad, "");
        complain(scenario.error());
        return exit_bad_input;
    }
    const trace::Trace trace = run::run(*scenario);
    const auto wrong = what_is_wrong(*scenario, trace, context.lang);
    verdict(wrong.empty() ? word_right : word_wrong,
            "  (" + expectations_text(context, scenario->expectations.size()) + ")");
    for (const std::string& each : wrong) context.out.write("  " + harmless(each) + "\n");
    return wrong.empty() ? exit_right : exit_unmet;
}

/// A folder stands for all scenarios in it.
std::vector<std::string> files_of(const std::string& given)
{
    std::error_code error;
    if (!std::filesystem::is_directory(given, error)) return {given};
    const Library folder(given);
    std::vector<std::string> out;
    for (const Library::Entry& entry : folder.entries()) out.push_back(entry.path);
    return out;
}

}  // namespace

int check(Context& context, const std::vector<std::string>& files)
{
    int worst = exit_right;
    for (const std::string& given : files) {
        const std::vector<std::string> all = files_of(given);
        if (all.empty()) {
            complain("no scenarios are in '" + given + "'");
            worst = exit_bad_input;
        }
        for (const std::string& file : all) worst = std::max(worst, check_one(context, file));
    }
    return context.out.finish() ? worst : exit_bad_input;
}

}  // namespace finwait::cli
