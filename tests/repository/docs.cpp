// The documents are held against the tree: what they name is there, and what a reader will look
// for is named.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <regex>
#include <set>

#include "core/rules/catalogue.h"
#include "core/tcp/profile.h"
#include "tests/repository/tree.h"

namespace finwait::repository {

namespace {

namespace fs = std::filesystem;

const fs::path root = FINWAIT_SOURCE_DIR;

std::vector<const File*> documents()
{
    std::vector<const File*> found;
    for (const File& file : files())
        if (file.path == "README.md" || (file.under("docs/") && file.is(".md")))
            found.push_back(&file);
    return found;
}

const File& file_at(const std::string& path)
{
    const auto found = std::ranges::find(files(), path, &File::path);
    EXPECT_NE(found, files().end()) << "there is no " << path;
    return *found;
}

std::string text_of(const std::string& path)
{
    std::string text;
    for (const std::string& line : file_at(path).lines) text += line + "\n";
    return text;
}

/// All first groups of the pattern in a file, with the line they stand in.
std::vector<std::pair<std::size_t, std::string>> all(const File& file, const std::string& pattern)
{
    std::vector<std::pair<std::size_t, std::string>> found;
    const std::regex wanted(pattern);
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        for (std::sregex_iterator at(line.begin(), line.end(), wanted), end; at != end; ++at)
            found.emplace_back(i, at->str(1));
    }
    return found;
}

/// The headings of a document as links spell them: "What is not modelled" -> what-is-not-modelled.
std::set<std::string> anchors_of(const File& file)
{
    std::set<std::string> anchors;
    for (const std::string& line : file.lines) {
        if (!line.starts_with("#")) continue;
        std::string anchor;
        for (const char c : line.substr(line.find_first_not_of("# "))) {
            if (c == ' ') anchor += '-';
            else if (std::isalnum(static_cast<unsigned char>(c)) || c == '-')
                anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        }
        anchors.insert(anchor);
    }
    return anchors;
}

}  // namespace

TEST(Readme, NamesTheTwoCommands)
{
    const std::string readme = text_of("README.md");
    EXPECT_NE(readme.find("sh app/start.sh"), std::string::npos);
    EXPECT_NE(readme.find("sh tests/run.sh"), std::string::npos);
}

TEST(Documents, NameEveryPackageThatTheTwoCommandsInstallAndItsReason)
{
    const std::string readme = text_of("README.md");
    const std::string reasons = text_of("docs/dependencies.md");
    const std::regex word(R"([a-z0-9+.-]+)");
    bool inside = false;
    std::size_t packages = 0;
    for (const std::string& line : file_at("app/packages.sh").lines) {
        const std::size_t begin = line.starts_with("packages_") ? line.find('"') + 1 : 0;
        if (begin == 0 && !inside) continue;
        inside = line.find('"', begin) == std::string::npos;
        const std::string names = line.substr(begin, line.find('"', begin) - begin);
        for (std::sregex_iterator i(names.begin(), names.end(), word), end; i != end; ++i) {
            ++packages;
            EXPECT_NE(readme.find(i->str()), std::string::npos)
                << "README.md does not name the package " << i->str();
            EXPECT_NE(reasons.find("`" + i->str() + "`"), std::string::npos)
                << "docs/dependencies.md does not say why " << i->str() << " is needed";
        }
    }
    EXPECT_GT(packages, 20u);
}

TEST(Documents, NameCommandsThatExist)
{
    std::set<std::string> commands;
    const File& command_line = file_at("app/cli/command_line.cpp");
    for (const auto& [line, name] : all(command_line, R"RE(add_command\(app, "(\w+)")RE"))
        commands.insert(name);
    ASSERT_TRUE(commands.contains("run"));
    for (const File* file : documents())
        for (const auto& [line, name] :
             all(*file, R"((?:build/|`| {4})finwait ([a-z]+)\b)"))
            EXPECT_TRUE(commands.contains(name))
                << place(*file, line) << "there is no command 'finwait " << name << "'";
    const std::string readme = text_of("README.md");
    for (const std::string& name : commands)
        EXPECT_NE(readme.find("finwait " + name), std::string::npos)
            << "README.md does not show 'finwait " << name << "'";
}

TEST(Documents, NameFilesThatExist)
{
    const std::string pattern = R"(\b((?:core|app|tests|scenarios|docs)/[\w./-]*))";
    for (const File* file : documents())
        for (auto [line, path] : all(*file, pattern)) {
            while (path.ends_with('.')) path.pop_back();
            EXPECT_TRUE(fs::exists(root / path)) << place(*file, line) << "there is no " << path;
        }
}

TEST(Documents, LinkToWhatExists)
{
    for (const File* file : documents())
        for (const auto& [line, target] : all(*file, R"(\]\(([^)\s]+)\))")) {
            if (target.find("://") != std::string::npos) continue;
            const std::string path = target.substr(0, target.find('#'));
            const fs::path full = path.empty() ? root / file->path
                                               : root / fs::path(file->path).parent_path() / path;
            EXPECT_TRUE(fs::exists(full)) << place(*file, line) << "there is no " << target;
            if (target.find('#') == std::string::npos || full.extension() != ".md") continue;
            const std::string anchor = target.substr(target.find('#') + 1);
            const File& linked = file_at(fs::relative(full, root).generic_string());
            EXPECT_TRUE(anchors_of(linked).contains(anchor))
                << place(*file, line) << linked.path << " has no heading #" << anchor;
        }
}

TEST(Documents, NameTestsThatExist)
{
    std::set<std::string> names;
    for (const File& file : files())
        if (file.under("tests/") && file.is(".cpp")) {
            std::string text;
            for (const std::string& line : file.lines) text += line + " ";
            const std::regex test(R"(\bTEST(?:_P|_F)?\(\s*(\w+),\s*(\w+)\s*\))");
            for (std::sregex_iterator i(text.begin(), text.end(), test), end; i != end; ++i)
                names.insert(i->str(1) + "." + i->str(2));
        }
    for (const auto& [line, name] :
         all(file_at("docs/reading-guide.md"), R"(`([A-Z]\w+\.[A-Z]\w+)`)"))
        EXPECT_TRUE(names.contains(name))
            << place(file_at("docs/reading-guide.md"), line) << "there is no test " << name;
}

TEST(ReadingGuide, NamesFunctionsThatStandInTheFileItNames)
{
    const File& guide = file_at("docs/reading-guide.md");
    const std::regex row(R"(^\| [^|]+ \| [^|]*`([^`]+)\(\)` \(`([^`]+)`\))");
    std::size_t rows = 0;
    for (std::size_t i = 0; i < guide.lines.size(); ++i) {
        std::smatch found;
        if (!std::regex_search(guide.lines[i], found, row)) continue;
        ++rows;
        const std::string name = found.str(1).substr(found.str(1).rfind(':') + 1);
        EXPECT_NE(text_of(found.str(2)).find(name + "("), std::string::npos)
            << place(guide, i) << found.str(2) << " has no " << name << "()";
    }
    EXPECT_GT(rows, 20u);
}

TEST(Documents, NameEverySysctl)
{
    const std::string profiles = text_of("docs/profiles.md");
    const std::string format = text_of("docs/scenario-format.md");
    for (const std::string_view name : tcp::sysctl_names()) {
        const std::string quoted = "`" + std::string(name) + "`";
        EXPECT_NE(profiles.find(quoted), std::string::npos) << "docs/profiles.md: " << name;
        EXPECT_NE(format.find(quoted), std::string::npos) << "docs/scenario-format.md: " << name;
    }
}

TEST(Documents, NameEveryFieldOfAProfile)
{
    const std::string profiles = text_of("docs/profiles.md");
    bool inside = false;
    std::size_t fields = 0;
    const std::regex field(R"(^    [\w:]+ (\w+)(?: = |\{)[^;]*;)");
    for (const std::string& line : file_at("core/tcp/profile.h").lines) {
        if (line.starts_with("struct Profile")) inside = true;
        if (line.starts_with("};")) inside = false;
        std::smatch found;
        if (!inside || !std::regex_search(line, found, field)) continue;
        ++fields;
        EXPECT_NE(profiles.find("`" + found.str(1) + "`"), std::string::npos)
            << "docs/profiles.md says nothing of " << found.str(1);
    }
    EXPECT_GT(fields, 40u);
}

TEST(Documents, NameRulesThatExist)
{
    for (const File* file : documents())
        for (const auto& [line, name] : all(*file, R"(finwait explain ([a-z][a-z0-9-]+))"))
            EXPECT_TRUE(rules::find(name).has_value())
                << place(*file, line) << "there is no rule " << name;
}

}  // namespace finwait::repository
