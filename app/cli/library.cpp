#include "app/cli/library.h"

#include <algorithm>
#include <system_error>
#include <tuple>

#include "app/cli/output.h"
#include "app/cli/platform.h"
#include "core/base/spelling.h"
#include "core/rules/chapters.h"
#include "core/scenario/parse.h"

namespace finwait::cli {
namespace fs = std::filesystem;

namespace {

/// "four-way" of "closing/four-way".
std::string_view short_name(std::string_view name)
{
    return name.substr(name.rfind('/') + 1);  // npos + 1 is 0
}

}  // namespace

Library::Library(const fs::path& folder) : folder_(folder.string())
{
    std::error_code error;
    fs::recursive_directory_iterator files(folder, error);
    for (; !error && files != fs::recursive_directory_iterator(); files.increment(error)) {
        const fs::path path = files->path();
        if (path.extension() != ".toml") continue;
        const fs::path relative = path.lexically_relative(folder);
        entries_.push_back({fs::path(relative).replace_extension().generic_string(),
                            relative.parent_path().generic_string(), path.string()});
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        const auto place = [](const auto& entry) {
            return std::tuple(rules::chapter_order(entry.chapter), std::string_view(entry.chapter),
                              rules::scenario_order(entry.name), std::string_view(entry.name));
        };
        return place(a) < place(b);
    });
}

Result<std::string> Library::path_of(const std::string& file_or_name) const
{
    std::error_code error;
    const fs::file_status status = fs::status(file_or_name, error);
    if (file_or_name == "-" || (fs::exists(status) && !fs::is_directory(status)))
        return file_or_name;
    std::string name = file_or_name;
    if (name.ends_with(".toml")) name.resize(name.size() - 5);
    std::vector<const Entry*> same;
    for (const Entry& entry : entries_) {
        if (entry.name == name) return entry.path;
        if (short_name(entry.name) == name) same.push_back(&entry);
    }
    if (same.size() == 1) return same.front()->path;
    if (same.empty()) return unknown(file_or_name);
    std::vector<std::string_view> names;
    for (const Entry* entry : same) names.push_back(entry->name);
    return Error{"several scenarios are named " + in_quotes(name) + ": " + listed(names)};
}

Error Library::unknown(const std::string& name) const
{
    if (entries_.empty())
        return Error{"there is no file " + in_quotes(name) +
                     ", and no scenarios are in '" + folder_ +
                     "' (FINWAIT_SCENARIOS names another folder)"};
    std::vector<std::string_view> names;
    const bool with_chapter = name.find('/') != std::string::npos;
    for (const Entry& entry : entries_)
        names.push_back(with_chapter ? std::string_view(entry.name) : short_name(entry.name));
    std::string bare = name;
    if (bare.ends_with(".toml")) bare.resize(bare.size() - 5);
    return Error{"there is no file and no scenario " + in_quotes(name) +
                 did_you_mean(bare, names) + " ('finwait list' shows all)"};
}

fs::path scenarios_folder(const char* argv0)
{
    const std::string chosen = environment("FINWAIT_SCENARIOS");
    if (!chosen.empty()) return chosen;
    std::error_code error;
    const fs::path program = program_folder(argv0);
    if (!program.empty()) {
        const fs::path installed = program / FINWAIT_INSTALLED_SCENARIOS;
        if (fs::is_directory(installed, error)) return installed.lexically_normal();
    }
    return FINWAIT_SOURCE_SCENARIOS;
}

Result<scenario::Scenario> load(const Library& library, const std::string& file_or_name)
{
    const Result<std::string> path = library.path_of(file_or_name);
    if (!path) return path.error();
    const Result<std::string> text = read_file(*path, largest_scenario_file);
    if (!text) return text.error();
    return scenario::parse(*text, *path == "-" ? std::string{"standard input"} : *path);
}

}  // namespace finwait::cli
