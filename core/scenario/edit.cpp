// Changes to a scenario's text: cuts and insertions that leave every other byte as its author
// wrote it. What is added with add_fault and taken back with remove_fault leaves no trace.
#include <optional>
#include <vector>

#include "core/base/spelling.h"
#include "core/scenario/document.h"
#include "core/scenario/parse.h"
#include "core/scenario/toml_text.h"

namespace finwait::scenario {

namespace {

/// Bytes [from, to) of the text.
struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// A list of strings as it lies in the text.
struct List {
    Span brackets;               ///< from '[' to behind ']'
    std::vector<Span> items;     ///< the literals
    bool ends_in_comma = false;
};

List list_at(std::string_view text, std::size_t bracket)
{
    List list;
    std::size_t at = skip_blanks_and_comments(text, bracket + 1);
    while (at < text.size() && text[at] != ']') {
        if (text[at] == ',') {
            list.ends_in_comma = true;
            ++at;
        } else {
            const std::size_t end = end_of_string(text, at);
            if (end == at) break;  // no literal: parse() would have refused it
            list.items.push_back({at, end});
            list.ends_in_comma = false;
            at = end;
        }
        at = skip_blanks_and_comments(text, at);
    }
    list.brackets = {bracket, std::min(at + 1, text.size())};
    return list;
}

std::string literal(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        // Blanks of any kind separate words; a sentence has no other control characters.
        out += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
    }
    return out + "\"";
}

std::string spliced(std::string_view text, Span cut, std::string_view with)
{
    std::string out(text.substr(0, cut.from));
    out += with;
    out += text.substr(cut.to);
    return out;
}

std::size_t line_start(std::string_view text, std::size_t offset)
{
    const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    return before == std::string_view::npos ? 0 : before + 1;
}

/// Behind the line's last byte, its end (LF or CRLF) not included.
std::size_t line_end(std::string_view text, std::size_t offset)
{
    const std::size_t lf = text.find('\n', offset);
    if (lf == std::string_view::npos) return text.size();
    return lf > offset && text[lf - 1] == '\r' ? lf - 1 : lf;
}

std::string_view new_line(std::string_view text)
{
    const std::size_t lf = text.find('\n');
    return lf != std::string_view::npos && lf > 0 && text[lf - 1] == '\r' ? "\r\n" : "\n";
}

bool only_blanks(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

/// The comma behind `offset`, blanks and comments between them.
std::size_t comma_after(std::string_view text, std::size_t offset)
{
    return skip_blanks_and_comments(text, offset);
}

/// A new line `KEY = VALUE` behind the last top-level key.
std::string with_new_key(std::string_view text, const std::string& line)
{
    const std::size_t end = line_end(text, end_of_top_keys(text));
    return spliced(text, {end, end}, std::string(new_line(text)) + line);
}

std::string with_first_item(std::string_view text, const List& list, const std::string& item)
{
    // The comma tells this list from one that add_fault made whole: remove_fault leaves "[]".
    const std::size_t at = list.brackets.from + 1;
    return spliced(text, {at, at}, item + ",");
}

std::string with_last_item(std::string_view text, const List& list, const std::string& item)
{
    const Span last = list.items.back();
    const std::size_t start = line_start(text, last.from);
    const std::string_view indent = text.substr(start, last.from - start);
    const bool shares_line = !only_blanks(indent) || line_end(text, last.to) >= list.brackets.to;
    if (shares_line) {  // with another item or a bracket
        const std::size_t at =
            list.ends_in_comma ? comma_after(text, last.to) + 1 : last.to;
        return list.ends_in_comma ? spliced(text, {at, at}, " " + item + ",")
                                  : spliced(text, {at, at}, ", " + item);
    }
    std::string line = std::string(new_line(text)) + std::string(indent) + item;
    if (list.ends_in_comma) {
        const std::size_t comma = comma_after(text, last.to);
        const std::size_t end = line_end(text, comma);
        return spliced(text, {end, end}, line + ",");
    }
    const std::size_t end = line_end(text, last.to);
    line = "," + std::string(text.substr(last.to, end - last.to)) + line;
    return spliced(text, {last.to, end}, line);
}

/// `faults = ["…"]` alone on its line, as add_fault writes it: the line with its line end.
std::optional<Span> whole_line(std::string_view text, const Member& faults, const List& list)
{
    const std::size_t key = offset_of(text, faults.place);
    const std::size_t start = line_start(text, key);
    const std::size_t end = line_end(text, list.brackets.to);
    const Span only = list.items.front();
    const std::string item(text.substr(only.from, only.to - only.from));
    const std::string exact = "faults = [" + item + "]";
    if (start == 0 || text.substr(start, end - start) != exact) return std::nullopt;
    const std::size_t before = line_end(text, line_start(text, start - 1));
    return Span{before, end};
}

std::string without_item(std::string_view text, const List& list, std::size_t index)
{
    const Span item = list.items[index];
    const bool has_comma = index + 1 < list.items.size() || list.ends_in_comma;
    const std::size_t after = has_comma ? comma_after(text, item.to) + 1 : item.to;
    if (index == 0 && list.items.size() == 1)
        return spliced(text, {item.from, after}, "");

    const std::size_t start = line_start(text, item.from);
    const bool own_line = only_blanks(text.substr(start, item.from - start)) &&
                          start > list.brackets.from;
    if (!has_comma) {  // the last one: the comma of the one before goes too
        const std::size_t before = list.items[index - 1].to;
        const std::size_t comma = comma_after(text, before);
        if (!own_line) return spliced(text, {comma, item.to}, "");
        const std::size_t cut = line_end(text, line_start(text, start - 1));
        return spliced(spliced(text, {cut, item.to}, ""), {comma, comma + 1}, "");
    }
    if (own_line) {
        const std::size_t end = line_end(text, after);
        if (only_blanks(text.substr(after, end - after))) {
            const std::size_t cut = line_end(text, line_start(text, start - 1));
            return spliced(text, {cut, end}, "");
        }
    }
    if (index + 1 == list.items.size()) {  // a comma behind it: blanks before it go
        std::size_t from = item.from;
        while (from > 0 && (text[from - 1] == ' ' || text[from - 1] == '\t') && !own_line) --from;
        return spliced(text, {from, after}, "");
    }
    std::size_t to = after;
    while (to < text.size() && (text[to] == ' ' || text[to] == '\t')) ++to;
    return spliced(text, {item.from, to}, "");
}

}  // namespace

Result<std::string> add_fault(std::string_view text, std::string_view sentence)
{
    const Result<Scenario> scenario = parse(text, "");
    if (!scenario) return scenario.error();
    const Result<Scenario> changed = with_fault(*scenario, sentence);
    if (!changed) return changed.error();
    const Result<Value> top = read_document(text, "");
    const Member* faults = top->find("faults");
    const std::string item = literal(sentence);
    if (faults == nullptr) return with_new_key(text, "faults = [" + item + "]");
    const List list = list_at(text, offset_of(text, faults->value.place));
    return list.items.empty() ? with_first_item(text, list, item)
                              : with_last_item(text, list, item);
}

Result<std::string> remove_fault(std::string_view text, std::size_t index)
{
    const Result<Scenario> scenario = parse(text, "");
    if (!scenario) return scenario.error();
    if (index >= scenario->faults.size())
        return Error{"there is no fault " + std::to_string(index + 1) + "; the scenario has " +
                     std::to_string(scenario->faults.size())};
    const Result<Value> top = read_document(text, "");
    const Member* faults = top->find("faults");
    const List list = list_at(text, offset_of(text, faults->value.place));
    if (list.items.size() == 1)
        if (const auto line = whole_line(text, *faults, list)) return spliced(text, *line, "");
    return without_item(text, list, index);
}

Result<std::string> set_profile(std::string_view text, std::string_view profile)
{
    const Result<Scenario> scenario = parse(text, "");
    if (!scenario) return scenario.error();
    if (!tcp::profile_by_name(profile))
        return Error{"unknown profile " + in_quotes(profile) +
                     did_you_mean(profile, tcp::profile_names()) + "; expected " +
                     listed(tcp::profile_names())};
    const Result<Value> top = read_document(text, "");
    const Member* old = top->find("profile");
    if (old == nullptr) return with_new_key(text, "profile = " + literal(profile));
    const std::size_t from = offset_of(text, old->value.place);
    return spliced(text, {from, end_of_string(text, from)}, literal(profile));
}

}  // namespace finwait::scenario
