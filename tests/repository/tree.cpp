#include "tests/repository/tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

namespace finwait::repository {

namespace fs = std::filesystem;

namespace {

const fs::path root = FINWAIT_SOURCE_DIR;

bool is_text(const fs::path& path)
{
    static const std::set<std::string> endings = {".h",    ".cpp",  ".txt", ".md",  ".toml", ".sh",
                                                  ".json", ".cmake", ".1",  ".in",  ".desktop",
                                                  ".ts",   ".qrc",  ".supp"};
    return endings.contains(path.extension().string());
}

File read(const fs::path& path)
{
    File file{fs::relative(path, root).generic_string(), {}};
    std::ifstream in(path, std::ios::binary);
    for (std::string line; std::getline(in, line);) file.lines.push_back(line);
    return file;
}

bool left_by_a_build(const std::string& name)
{
    return name == "build" || name.starts_with("build-") || name == "out" ||
           name == "compile_commands.json" || name == "CMakeUserPresets.json";
}

std::vector<File> read_all()
{
    std::vector<File> found;
    for (const std::string& name : top_level()) {
        const fs::path path = root / name;
        if (fs::is_regular_file(path) && is_text(path)) found.push_back(read(path));
        if (!fs::is_directory(path) || name.starts_with(".")) continue;
        for (const auto& entry : fs::recursive_directory_iterator(path))
            if (entry.is_regular_file() && is_text(entry.path()))
                found.push_back(read(entry.path()));
    }
    std::ranges::sort(found, {}, &File::path);
    return found;
}

/// Blanks out one file; remembers from line to line what it is inside of.
class Blanker {
public:
    std::string line(std::string_view text)
    {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool skipped = in_code(text, i) ? false : inside(text, i);
            out += in_ == code && !skipped ? text[i] : ' ';
            if (in_ == line_comment) break;
        }
        if (in_ != block_comment && in_ != raw) in_ = code;
        return out;
    }

private:
    enum In { code, string, character, line_comment, block_comment, raw };

    /// In code at text[i]: perhaps something begins here. True if this character is code.
    bool in_code(std::string_view text, std::size_t i)
    {
        if (in_ != code) return false;
        const bool digit_before = i > 0 && std::isalnum(static_cast<unsigned char>(text[i - 1]));
        if (text.substr(i).starts_with("//")) in_ = line_comment;
        else if (text.substr(i).starts_with("/*")) in_ = block_comment;
        else if (text.substr(i).starts_with("R\"")) begin_raw(text.substr(i + 2));
        else if (text[i] == '"') in_ = string;
        else if (text[i] == '\'' && !digit_before) in_ = character;
        return true;
    }

    void begin_raw(std::string_view after_quote)
    {
        in_ = raw;
        raw_end_ = ")" + std::string(after_quote.substr(0, after_quote.find('('))) + "\"";
    }

    /// Not in code at text[i]: perhaps it ends here. True: the character is not code.
    bool inside(std::string_view text, std::size_t& i)
    {
        if ((in_ == string || in_ == character) && text[i] == '\\') {
            ++i;
            return true;
        }
        const bool ends = (in_ == string && text[i] == '"') ||
                          (in_ == character && text[i] == '\'') ||
                          (in_ == block_comment && text[i] == '/' && i > 0 && text[i - 1] == '*');
        if (ends) in_ = code;
        if (in_ == raw && text.substr(i).starts_with(raw_end_)) {
            i += raw_end_.size() - 1;
            in_ = code;
        }
        return true;
    }

    In in_ = code;
    std::string raw_end_;
};

}  // namespace

const std::vector<File>& files()
{
    static const std::vector<File> all = read_all();
    return all;
}

std::vector<std::string> top_level()
{
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(root)) {
        const std::string name = entry.path().filename().string();
        if (!left_by_a_build(name)) names.push_back(name);
    }
    std::ranges::sort(names);
    return names;
}

std::vector<Include> includes_of(const File& file)
{
    std::vector<Include> found;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        if (!line.starts_with("#") || line.find("include") == std::string::npos) continue;
        const std::size_t open = line.find_first_of("\"<");
        if (open == std::string::npos) continue;
        const bool quoted = line[open] == '"';
        const std::size_t close = line.find(quoted ? '"' : '>', open + 1);
        if (close == std::string::npos) continue;
        found.push_back(Include{file.path, static_cast<int>(i + 1),
                                line.substr(open + 1, close - open - 1), quoted});
    }
    return found;
}

std::vector<std::string> code_of(const File& file)
{
    Blanker blanker;
    std::vector<std::string> out;
    for (const std::string& line : file.lines) out.push_back(blanker.line(line));
    return out;
}

std::string place(const File& file, std::size_t index)
{
    return file.path + ":" + std::to_string(index + 1) + ": ";
}

std::size_t characters(std::string_view line)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(line, [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace finwait::repository
