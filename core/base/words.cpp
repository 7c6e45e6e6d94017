// Cutting a sentence into words, and taking words that a grammar expects.
// Called by the readers of faults (core/net) and of programs and expectations (core/scenario).
#include "core/base/words.h"

#include <algorithm>
#include <array>

#include "core/base/duration.h"
#include "core/base/spelling.h"

namespace finwait {

namespace {

bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool in_atom(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
}

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Cuts a sentence into words, counting characters, not bytes.
class Cutter {
public:
    explicit Cutter(std::string_view sentence) : rest_(sentence) {}

    Word next()
    {
        while (!rest_.empty() && is_blank(rest_.front())) skip(1);
        Word word;
        word.column = column_;
        if (rest_.empty()) return word;
        const char c = rest_.front();
        if (c == '\'') return text(word);
        if (c == ',' || c == ':') {
            word.kind = c == ',' ? Word::Kind::comma : Word::Kind::colon;
            word.written = c;
            skip(1);
            return word;
        }
        std::size_t length = 0;
        while (length < rest_.size() && in_atom(rest_[length])) ++length;
        if (length == 0) return wrong(word, "found " + in_quotes(rest_.substr(0, character())) +
                                                ", which no sentence here contains");
        word.kind = Word::Kind::atom;
        word.written = rest_.substr(0, length);
        skip(length);
        return word;
    }

private:
    std::size_t character() const
    {
        std::size_t length = 1;
        while (length < rest_.size() &&
               (static_cast<unsigned char>(rest_[length]) & 0xC0U) == 0x80U)
            ++length;
        return length;
    }

    void skip(std::size_t bytes)
    {
        for (const char c : rest_.substr(0, bytes))
            if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++column_;
        rest_.remove_prefix(bytes);
    }

    Word wrong(Word word, std::string message)
    {
        word.kind = Word::Kind::wrong;
        word.octets = std::move(message);
        rest_ = {};
        return word;
    }

    Word text(Word word)
    {
        const std::string_view from = rest_;
        skip(1);
        while (!rest_.empty() && rest_.front() != '\'') {
            if (rest_.front() != '\\') {
                word.octets += rest_.front();
                skip(1);
            } else if (!escape(word.octets)) {
                word.column = column_;
                return wrong(word, "found " + in_quotes(rest_.substr(0, 2)) +
                                       ", expected \\n, \\r, \\t, \\0, \\', \\\\ or \\xHH");
            }
        }
        if (rest_.empty()) return wrong(word, "the text in quotes has no end; expected '");
        skip(1);
        word.kind = Word::Kind::text;
        word.written = from.substr(0, from.size() - rest_.size());
        return word;
    }

    bool escape(std::string& onto)
    {
        constexpr std::string_view letters = "nrt0'\\";
        constexpr std::string_view meanings{"\n\r\t\0'\\", 6};
        if (rest_.size() < 2) return false;
        if (rest_[1] == 'x') {
            if (rest_.size() < 4 || hex_value(rest_[2]) < 0 || hex_value(rest_[3]) < 0)
                return false;
            onto += static_cast<char>(hex_value(rest_[2]) * 16 + hex_value(rest_[3]));
            skip(4);
            return true;
        }
        const std::size_t place = letters.find(rest_[1]);
        if (place == std::string_view::npos) return false;
        onto += meanings[place];
        skip(2);
        return true;
    }

    std::string_view rest_;
    int column_ = 1;
};

struct Unit {
    std::string_view name;
    std::uint64_t octets;
};
constexpr std::array<Unit, 3> units = {{{"B", 1}, {"KB", 1000}, {"MB", 1'000'000}}};
constexpr std::array<std::string_view, 3> unit_names = {"B", "KB", "MB"};

}  // namespace

Words::Words(std::string_view sentence)
{
    Cutter cutter(sentence);
    do {
        words_.push_back(cutter.next());
    } while (words_.back().kind != Word::Kind::end && words_.back().kind != Word::Kind::wrong);
}

const Word& Words::peek(std::size_t ahead) const
{
    return words_[std::min(next_ + ahead, words_.size() - 1)];
}

bool Words::next_is(std::string_view atom, std::size_t ahead) const
{
    const Word& word = peek(ahead);
    return word.kind != Word::Kind::text && word.kind != Word::Kind::wrong &&
           word.written == atom && !atom.empty();
}

Word Words::take()
{
    const Word& word = peek();
    if (next_ + 1 < words_.size()) ++next_;
    return word;
}

bool Words::take_if(std::string_view atom)
{
    if (failed() || !next_is(atom)) return false;
    ++next_;
    return true;
}

bool Words::require(std::string_view atom, std::span<const std::string_view> instead)
{
    if (failed()) return false;
    return take_if(atom) || expected(in_quotes(atom), instead);
}

bool Words::number(std::string_view what, std::uint64_t least, std::uint64_t most,
                   std::uint64_t& out)
{
    if (failed()) return false;
    const auto read = parse_number(peek().written);
    if (peek().kind != Word::Kind::atom || !read || *read < least || *read > most)
        return expected(std::string(what) + " from " + std::to_string(least) + " to " +
                        std::to_string(most));
    out = *read;
    take();
    return true;
}

bool Words::duration(std::string_view what, Duration least, Duration most, Duration& out)
{
    if (failed()) return false;
    std::string text = peek().written;
    const bool apart =
        text.find_first_not_of("0123456789.") == std::string::npos &&
        peek(1).kind == Word::Kind::atom;
    if (apart) text += peek(1).written;
    const auto read = peek().kind == Word::Kind::atom ? parse_duration(text) : std::nullopt;
    if (!read) return expected(std::string(what) + " such as 10ms, 1.5s or 2m");
    if (*read < least || *read > most)
        return expected(std::string(what) + " from " + duration_text(least) + " to " +
                        duration_text(most));
    out = *read;
    take();
    if (apart) take();
    return true;
}

bool Words::size(std::string_view what, std::uint64_t least, std::uint64_t most,
                 std::uint64_t& out)
{
    if (failed()) return false;
    const std::string_view text = peek().written;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto count = parse_number(text.substr(0, digits));
    if (peek().kind != Word::Kind::atom || !count)
        return expected(std::string(what) + " such as 5 B, 64 KB or 1 MB");
    const bool apart = digits == text.size();
    const std::string_view unit = apart ? peek(1).written : text.substr(digits);
    const auto found = std::ranges::find(units, unit, &Unit::name);
    if (found == units.end()) {
        if (!apart) return expected(std::string(what) + " such as 5 B, 64 KB or 1 MB");
        take();
        return expected("B, KB or MB after the number", unit_names);
    }
    if (*count > most / found->octets || *count * found->octets < least)
        return expected(std::string(what) + " from " + std::to_string(least) + " B to " +
                        std::to_string(most) + " B");
    out = *count * found->octets;
    take();
    if (apart) take();
    return true;
}

bool Words::choice(std::string_view what, std::span<const std::string_view> choices,
                   std::size_t& out)
{
    if (failed()) return false;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (!next_is(choices[i])) continue;
        out = i;
        take();
        return true;
    }
    return expected(std::string(what) + " (" + listed(choices) + ")", choices);
}

bool Words::finish(std::span<const std::string_view> instead)
{
    if (failed()) return false;
    return at_end() || expected("the end", instead);
}

bool Words::expected(std::string_view what, std::span<const std::string_view> candidates)
{
    const Word& found = peek();
    if (found.kind == Word::Kind::wrong) return fail(found.octets, found.column);
    if (found.kind == Word::Kind::end)
        return fail("the sentence ends too early; expected " + std::string(what), found.column);
    const std::string shown =
        found.kind == Word::Kind::text ? "a text in quotes" : in_quotes(found.written);
    return fail("found " + shown + ", expected " + std::string(what) +
                    did_you_mean(found.written, candidates),
                found.column);
}

bool Words::fail(std::string message, int column)
{
    if (!error_) error_ = Error{std::move(message), {}, 0, column};
    return false;
}

std::optional<std::uint64_t> parse_number(std::string_view text)
{
    if (text.empty()) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || value > (UINT64_MAX - 9) / 10) return std::nullopt;
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

}  // namespace finwait
