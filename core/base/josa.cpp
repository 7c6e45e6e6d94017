// How a word is read decides its particle: by the last Hangul syllable, the last digit as it is
// said, a table of this field's words, the name of an acronym's last letter, or the usual
// transliteration of an English ending.
#include "core/base/josa.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/columns.h"

namespace finwait {
namespace {

enum class Ending { vowel, consonant, rieul };

struct Reading {
    std::string_view word;
    Ending ending;
};

// Read as words, not letter by letter, or against the rules below. Lower case, sorted.
constexpr auto readings = std::to_array<Reading>({
    {"abnormal", Ending::rieul},       // 노멀
    {"abort", Ending::vowel},          // 어보트
    {"ack", Ending::vowel},            // 애크
    {"backlog", Ending::vowel},        // 백로그
    {"closing", Ending::consonant},    // 클로징
    {"connect", Ending::vowel},        // 커넥트
    {"eaddrinuse", Ending::vowel},     // 인유즈
    {"ebadf", Ending::vowel},          // 에프
    {"econnreset", Ending::consonant}, // 리셋
    {"eof", Ending::vowel},            // 이오에프
    {"etimedout", Ending::consonant},  // 아웃
    {"exit", Ending::vowel},           // 엑시트
    {"frame", Ending::consonant},      // 프레임
    {"header", Ending::vowel},         // 헤더
    {"http", Ending::vowel},
    {"kernel", Ending::rieul},         // 커널
    {"kill", Ending::rieul},           // 킬
    {"linger", Ending::vowel},         // 링거
    {"listen", Ending::consonant},     // 리슨
    {"ms", Ending::vowel},             // 밀리초
    {"ns", Ending::vowel},             // 나노초
    {"profile", Ending::rieul},        // 프로파일
    {"recv", Ending::vowel},           // 리시브
    {"reset", Ending::consonant},      // 리셋
    {"s", Ending::vowel},              // 초
    {"shutdown", Ending::consonant},   // 셧다운
    {"sleep", Ending::consonant},      // 슬립
    {"socket", Ending::consonant},     // 소켓
    {"timeout", Ending::consonant},    // 타임아웃
    {"us", Ending::vowel},             // 마이크로초
    {"wait", Ending::vowel},           // 웨이트
});

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
constexpr char lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Drops quotes and marks at the end, and a pair of brackets, which is not read.
std::string_view read_part(std::string_view word)
{
    constexpr std::string_view marks = "'\"`>]}.,;:!?*_ ";
    for (;;) {
        if (word.empty()) return word;
        if (marks.find(word.back()) != std::string_view::npos) {
            word.remove_suffix(1);
            continue;
        }
        const std::size_t open = word.rfind('(');
        if (word.back() != ')' || open == std::string_view::npos || open == 0) return word;
        word = word.substr(0, open);
    }
}

/// A digit as it is said in Korean: 일, 이, 삼…; zeros at the end are 십, 백, 천, 만, 억, 조.
Ending of_number(std::string_view number)
{
    constexpr auto said = std::to_array<Ending>(
        {Ending::consonant, Ending::rieul, Ending::vowel, Ending::consonant, Ending::vowel,
         Ending::vowel, Ending::consonant, Ending::rieul, Ending::rieul, Ending::vowel});
    const bool fraction = number.find('.') != std::string_view::npos;
    std::size_t zeros = 0;
    while (zeros < number.size() && number[number.size() - 1 - zeros] == '0') ++zeros;
    if (zeros == 0 || fraction || zeros == number.size())
        return said[static_cast<std::size_t>(number.back() - '0')];
    return zeros >= 12 && zeros < 16 ? Ending::vowel : Ending::consonant;  // 조; 십, 백, 천, 만, 억
}

/// A digit behind a Latin word is said in English: FIN-WAIT-1 원, FIN-WAIT-2 투.
Ending of_english_digit(char digit)
{
    return digit == '1' || digit == '7' || digit == '9' ? Ending::consonant : Ending::vowel;
}

/// Letter by letter: 엘, 엠, 엔 and 알 end in a consonant.
Ending of_letter_name(char letter)
{
    switch (lower(letter)) {
        case 'l':
        case 'r': return Ending::rieul;
        case 'm':
        case 'n': return Ending::consonant;
        default: return Ending::vowel;
    }
}

bool ends_with(std::string_view word, std::string_view ending)
{
    return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

/// An English word in the usual transliteration.
Ending of_english(std::string_view word)
{
    if (ends_with(word, "l") || ends_with(word, "le")) return Ending::rieul;
    for (const std::string_view ending : {"m", "n", "ng", "me", "ne", "ck", "ic", "p"})
        if (ends_with(word, ending)) return Ending::consonant;
    // 소켓, 버킷, 비트: a short vowel and t closes the syllable only in longer words
    for (const std::string_view ending : {"et", "ot", "ut"})
        if (ends_with(word, ending)) return Ending::consonant;
    return Ending::vowel;
}

Ending of_latin(std::string_view word)
{
    std::string small(word);
    std::transform(small.begin(), small.end(), small.begin(), lower);
    const auto known = std::lower_bound(
        readings.begin(), readings.end(), std::string_view(small),
        [](const Reading& reading, std::string_view w) { return reading.word < w; });
    if (known != readings.end() && known->word == small) return known->ending;
    const bool acronym = std::all_of(word.begin(), word.end(), is_upper);
    return acronym ? of_letter_name(word.back()) : of_english(small);
}

/// The last run of characters of one class.
template <class Class>
std::string_view last_run(std::string_view word, Class is_of_class)
{
    std::size_t begin = word.size();
    while (begin > 0 && is_of_class(word[begin - 1])) --begin;
    return word.substr(begin);
}

Ending ending_of(std::string_view word)
{
    word = read_part(word);
    if (word.empty()) return Ending::vowel;
    const char last = word.back();
    if (is_digit(last)) {
        const std::string_view number =
            last_run(word, [](char c) { return is_digit(c) || c == '.' || c == ','; });
        const std::string_view before = word.substr(0, word.size() - number.size());
        const bool in_latin_word = number.size() == 1 && before.size() > 1 &&
                                   before.back() == '-' && is_letter(before[before.size() - 2]);
        return in_latin_word ? of_english_digit(last) : of_number(number);
    }
    if (is_letter(last)) return of_latin(last_run(word, is_letter));
    if (last == '%') return Ending::vowel;  // 퍼센트
    char32_t character = 0;
    for (std::string_view rest = word; !rest.empty();) character = next_character(rest);
    if (character < 0xAC00 || character > 0xD7A3) return Ending::vowel;
    const char32_t final_consonant = (character - 0xAC00) % 28;
    if (final_consonant == 0) return Ending::vowel;
    return final_consonant == 8 ? Ending::rieul : Ending::consonant;
}

}  // namespace

std::string_view particle(std::string_view word, Josa pair)
{
    constexpr auto forms = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"이", "가"}, {"은", "는"}, {"을", "를"}, {"과", "와"}, {"으로", "로"}, {"이라는", "라는"}});
    const Ending ending = ending_of(word);
    const bool closed = pair == Josa::to ? ending == Ending::consonant : ending != Ending::vowel;
    const auto& both = forms[static_cast<std::size_t>(pair)];
    return closed ? both.first : both.second;
}

std::string josa(std::string_view word, Josa pair)
{
    return std::string{word}.append(particle(word, pair));
}

}  // namespace finwait
