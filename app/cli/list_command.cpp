// finwait list: the course, chapter by chapter.
#include <algorithm>

#include "app/cli/commands.h"
#include "core/base/columns.h"
#include "core/rules/chapters.h"

namespace finwait::cli {

namespace {

std::string chapter_line(const Context& context, const std::string& folder)
{
    const std::string_view title = rules::chapter_title(folder).in(context.lang);
    const std::string text = title.empty() ? folder : std::string{title};
    return context.colour ? "\x1b[1m" + text + "\x1b[0m\n" : text + "\n";
}

}  // namespace

int list(Context& context)
{
    const auto& entries = context.library.entries();
    if (entries.empty()) {
        complain("no scenarios are in '" + context.library.folder() +
                 "' (FINWAIT_SCENARIOS names another folder)");
        return exit_bad_input;
    }
    std::size_t width = 0;
    for (const Library::Entry& entry : entries) width = std::max(width, columns(entry.name));
    const std::string* chapter = nullptr;
    for (const Library::Entry& entry : entries) {
        if (chapter == nullptr || *chapter != entry.chapter) {
            if (chapter != nullptr) context.out.write("\n");
            context.out.write(chapter_line(context, entry.chapter));
        }
        chapter = &entry.chapter;
        const Result<scenario::Scenario> scenario = load(context.library, entry.path);
        std::string title = scenario ? harmless(scenario->title.in(context.lang)) : "?";
        context.out.write("  " + padded(harmless(entry.name), width) + "  " + title + "\n");
        if (!scenario) complain(scenario.error());
    }
    return context.out.finish() ? exit_right : exit_bad_input;
}

}  // namespace finwait::cli
