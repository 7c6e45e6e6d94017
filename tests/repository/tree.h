// The files of the repository, as the tests of this folder read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace finwait::repository {

struct File {
    std::string path;                ///< from the project root: "core/tcp/seq.h"
    std::vector<std::string> lines;  ///< without their line ends

    bool under(std::string_view folder) const { return path.starts_with(folder); }
    bool is(std::string_view ending) const { return path.ends_with(ending); }
    bool is_code() const { return is(".h") || is(".cpp"); }
};

struct Include {
    std::string file;    ///< the file that includes
    int line;            ///< counted from 1
    std::string target;  ///< what stands between the quotes or brackets
    bool quoted;         ///< "ours" or <theirs>
};

/// All text files of core, app, tests, scenarios, docs and the top level, in order of path.
const std::vector<File>& files();

/// The names that stand at the top level, without what builds leave there (.gitignore names it).
std::vector<std::string> top_level();

std::vector<Include> includes_of(const File& file);

/// The lines with comments, strings and characters blanked out: what is left is code.
std::vector<std::string> code_of(const File& file);

/// "core/tcp/seq.h:12: " for a message.
std::string place(const File& file, std::size_t index);

/// The number of characters (not octets) of a line of UTF-8.
std::size_t characters(std::string_view line);

}  // namespace finwait::repository
