#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/cli/platform.h"
#include "core/base/columns.h"
#include "core/base/spelling.h"

namespace finwait::cli {

namespace {

constexpr std::array<std::string_view, 6> commands = {"open",  "list",   "run",
                                                      "check", "export", "explain"};

constexpr Text hint{"'finwait --help' shows how", "'finwait --help'에 사용법이 있습니다"};
constexpr Text no_window{
    "this build has no window (it was made with FINWAIT_GUI=OFF); 'finwait run NAME' prints a "
    "scenario as text",
    "이 빌드에는 창이 없습니다(FINWAIT_GUI=OFF). 'finwait run 이름'은 시나리오를 글자로 보여 줍니다"};
constexpr Text no_display{
    "there is no display here (DISPLAY and WAYLAND_DISPLAY are empty); 'finwait run NAME' prints "
    "a scenario as text",
    "화면을 찾을 수 없습니다(DISPLAY와 WAYLAND_DISPLAY가 비어 있음). 'finwait run 이름'은 시나리오를 "
    "글자로 보여 줍니다"};

/// Everything that can be said on the command line.
struct Arguments {
    std::string lang, colour = "auto", open;
    bool ascii = false;
    RunOptions run;
    ExportOptions save;
    std::vector<std::string> check, explain;
};

/// Our own help texts in place of CLI11's tables.
class HelpTexts : public CLI::FormatterBase {
public:
    HelpTexts(std::string command, Lang lang) : command_(std::move(command)), lang_(lang) {}
    std::string make_help(const CLI::App*, std::string, CLI::AppFormatMode) const override
    {
        return std::string{help_text(command_, lang_)};
    }

private:
    std::string command_;
    Lang lang_;
};

Lang lang_of_locale()
{
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string value = environment(name);
        if (!value.empty()) return value.starts_with("ko") ? Lang::ko : Lang::en;
    }
    return Lang::en;
}

/// True where the terminal's locale says that it does not understand UTF-8.
bool locale_is_not_utf8()
{
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        std::string value = environment(name);
        if (value.empty()) continue;
        for (char& c : value) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return value.find("utf-8") == std::string::npos && value.find("utf8") == std::string::npos;
    }
    return false;
}

/// Help and messages need the language before the arguments are read.
Lang early_lang(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        std::string_view value;
        if (word == "--lang" && i + 1 < argc) value = argv[i + 1];
        else if (word.starts_with("--lang=")) value = word.substr(7);
        if (value == "ko") return Lang::ko;
        if (value == "en") return Lang::en;
    }
    return lang_of_locale();
}

void add_changes(CLI::App* command, Changes& changes)
{
    command->add_option("--fault", changes.faults)->allow_extra_args(false);
    command->add_option("--profile", changes.profile);
    command->add_option("--until", changes.until);
}

CLI::App* add_command(CLI::App& app, std::string_view name, Lang lang)
{
    CLI::App* const command = app.add_subcommand(std::string{name});
    command->formatter(std::make_shared<HelpTexts>(std::string{name}, lang));
    command->fallthrough();  // --lang may stand anywhere
    return command;
}

void describe(CLI::App& app, Arguments& args, Lang lang)
{
    app.formatter(std::make_shared<HelpTexts>("", lang));
    app.set_version_flag("--version", "finwait " FINWAIT_VERSION);
    app.require_subcommand(0, 1);
    app.add_option("--lang", args.lang)->check(CLI::IsMember({"ko", "en"}));
    app.add_option("--colour,--color", args.colour)
        ->check(CLI::IsMember({"auto", "always", "never"}));
    app.add_flag("--ascii", args.ascii);

    add_command(app, "open", lang)->add_option("scenario", args.open);
    add_command(app, "list", lang);

    CLI::App* const run = add_command(app, "run", lang);
    run->add_option("scenario", args.run.scenario)->required();
    add_changes(run, args.run.changes);
    run->add_flag("--json", args.run.json);
    run->add_flag("--answer", args.run.answer);
    run->add_flag("--calls", args.run.calls);
    run->add_flag("--timers", args.run.timers);
    run->add_flag("--absolute", args.run.absolute);

    add_command(app, "check", lang)->add_option("scenario", args.check)->required();

    CLI::App* const save = add_command(app, "export", lang);
    save->add_option("scenario", args.save.scenario)->required();
    save->add_option("-o,--output", args.save.file)->required();
    add_changes(save, args.save.changes);
    save->add_flag("--calls", args.save.calls);
    save->add_flag("--timers", args.save.timers);
    save->add_flag("--absolute", args.save.absolute);

    add_command(app, "explain", lang)->add_option("word", args.explain);
}

/// The first word that is no option, when it is no command: the commonest slip.
bool complain_of_unknown_command(int argc, char** argv, Lang lang)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--lang" || word == "--colour" || word == "--color") ++i;
        if (word.starts_with("-")) continue;
        if (std::find(commands.begin(), commands.end(), word) != commands.end()) return false;
        const std::string shown = in_quotes(word);
        const bool scenario = word.find('/') != std::string_view::npos || word.ends_with(".toml");
        if (scenario) {
            const std::string name = harmless(word);
            complain(lang == Lang::ko ? "시나리오 앞에 명령이 필요합니다: finwait run " + name +
                                            " 또는 finwait open " + name
                                      : "a command goes before the scenario: finwait run " + name +
                                            " or finwait open " + name);
            return true;
        }
        complain((lang == Lang::ko ? shown + " 명령은 없습니다" : "there is no command " + shown) +
                 did_you_mean(word, commands) + " (" + std::string{hint.in(lang)} + ")");
        return true;
    }
    return false;
}

Context context_of(const Arguments& args, Lang lang, const char* argv0)
{
    Context context;
    context.lang = lang;
    context.to_terminal = output_is_terminal();
    context.colour = args.colour == "always" ||
                     (args.colour == "auto" && context.to_terminal &&
                      environment("NO_COLOR").empty() && environment("TERM") != "dumb");
    context.ascii = args.ascii || (context.to_terminal && locale_is_not_utf8());
    const std::size_t width = context.to_terminal ? terminal_width() : 0;
    if (width != 0) context.width = std::clamp<std::size_t>(width, 60, 120);
    context.library = Library(scenarios_folder(argv0));
    return context;
}

int open(const std::string& scenario, int argc, char** argv, Context& context,
         const OpenWindow& open_window)
{
    if (!open_window || !display_exists()) {
        // Without arguments nobody asked for a window by name: help is the better answer.
        const bool asked = argc > 1;
        if (!asked) context.out.write(std::string{help_text("", context.lang)} + "\n");
        if (!context.out.finish()) return exit_bad_input;
        complain(context.say(open_window ? no_display : no_window));
        return asked ? exit_bad_input : exit_right;
    }
    std::string path;
    if (!scenario.empty()) {
        const Result<std::string> found = context.library.path_of(scenario);
        if (!found) {
            complain(found.error());
            return exit_bad_input;
        }
        path = *found;
    }
    int none = 1;  // Qt reads options of its own: it is to see the program's name only
    return open_window(none, argv, path, context.library.folder(), context.lang);
}

int dispatch(const CLI::App& app, const Arguments& args, Context& context, int argc, char** argv,
             const OpenWindow& open_window)
{
    if (app.got_subcommand("list")) return list(context);
    if (app.got_subcommand("run")) return run(context, args.run);
    if (app.got_subcommand("check")) return check(context, args.check);
    if (app.got_subcommand("export")) return export_to_file(context, args.save);
    if (app.got_subcommand("explain")) return explain(context, args.explain);
    return open(args.open, argc, argv, context, open_window);
}

}  // namespace

int command_line(int argc, char** argv, const OpenWindow& open_window)
{
    prepare_output();
    const Lang lang = early_lang(argc, argv);
    if (complain_of_unknown_command(argc, argv, lang)) return exit_bad_input;
    CLI::App app;
    Arguments args;
    describe(app, args, lang);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::Success)) {
            complain(std::string{error.what()} + " (" + std::string{hint.in(lang)} + ")");
            return exit_bad_input;
        }
        Output out;
        if (dynamic_cast<const CLI::CallForVersion*>(&error) != nullptr)
            out.write(std::string{error.what()} + "\n");
        else out.write(app.help());
        return out.finish() ? exit_right : exit_bad_input;
    }
    Context context = context_of(args, lang, argv[0]);
    return dispatch(app, args, context, argc, argv, open_window);
}

}  // namespace finwait::cli
