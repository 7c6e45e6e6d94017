// Where the code departs from a standard, a comment says so and docs/deviations.md has a row:
// each comment its row, each row its comment. The first sentence of the comment is the key.
#include <gtest/gtest.h>

#include <set>

#include "tests/repository/tree.h"

namespace finwait::repository {

namespace {

constexpr std::string_view mark = "// Deviation:";

/// Files, and in each the first sentences of its deviations.
using Deviations = std::set<std::pair<std::string, std::string>>;

std::string trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

/// Up to the full stop that ends a sentence; one inside "3.10.5" does not.
std::string first_sentence(const std::string& text)
{
    const std::size_t end = text.find(". ");
    std::string sentence = text.substr(0, end);
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

Deviations in_the_code()
{
    Deviations found;
    for (const File& file : files()) {
        if (!file.is_code() || !(file.under("core/") || file.under("app/"))) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const std::size_t at = file.lines[i].find(mark);
            if (at == std::string::npos) continue;
            std::string text = trimmed(file.lines[i].substr(at + mark.size()));
            for (std::size_t next = i + 1; next < file.lines.size(); ++next) {
                const std::string line = trimmed(file.lines[next]);
                if (!line.starts_with("// ") || line.starts_with(mark)) break;
                text += line.substr(2);
            }
            found.emplace(file.path, first_sentence(text));
        }
    }
    return found;
}

Deviations in_the_document()
{
    Deviations found;
    for (const File& file : files()) {
        if (file.path != "docs/deviations.md") continue;
        for (const std::string& line : file.lines) {
            if (!line.starts_with("| `")) continue;
            const std::size_t end_of_path = line.find('`', 3);
            const std::size_t begin = line.find('|', end_of_path) + 1;
            const std::size_t end = line.find('|', begin);
            found.emplace(line.substr(3, end_of_path - 3),
                          trimmed(line.substr(begin, end - begin)));
        }
    }
    return found;
}

}  // namespace

TEST(Deviations, AreFound)
{
    EXPECT_FALSE(in_the_code().empty());
    EXPECT_FALSE(in_the_document().empty());
}

TEST(Deviations, EachCommentHasItsRow)
{
    const Deviations rows = in_the_document();
    for (const auto& [file, sentence] : in_the_code())
        EXPECT_TRUE(rows.contains({file, sentence}))
            << file << ": docs/deviations.md has no row '" << sentence << "'";
}

TEST(Deviations, EachRowHasItsComment)
{
    const Deviations comments = in_the_code();
    for (const auto& [file, sentence] : in_the_document())
        EXPECT_TRUE(comments.contains({file, sentence}))
            << "docs/deviations.md: " << file << " has no comment '// Deviation: " << sentence
            << ".'";
}

}  // namespace finwait::repository
