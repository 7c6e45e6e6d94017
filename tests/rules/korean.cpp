// See korean.h. Works on code points, because a particle is one Hangul syllable.
#include "tests/rules/korean.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace finwait::test {
namespace {

/// How a word ends when it is read aloud in Korean.
enum class Ending { vowel, consonant, rieul };

struct Reading {
    std::string_view word;
    Ending ending;
};

// Words whose last letter does not tell. Everything is looked up here first.
constexpr auto readings = std::to_array<Reading>({
    {"FIN", Ending::consonant},        {"SYN", Ending::consonant},
    {"RST", Ending::vowel},            {"ACK", Ending::vowel},
    {"PSH", Ending::vowel},            {"MSL", Ending::rieul},
    {"2MSL", Ending::rieul},           {"RTT", Ending::vowel},
    {"RTO", Ending::vowel},            {"TLP", Ending::vowel},
    {"TCP", Ending::vowel},            {"TLS", Ending::vowel},
    {"HTTP", Ending::vowel},           {"RFC", Ending::vowel},
    {"ISN", Ending::consonant},        {"ABORT", Ending::vowel},
    {"OPEN", Ending::consonant},       {"ESTABLISHED", Ending::vowel},
    {"LISTEN", Ending::consonant},     {"SYN-SENT", Ending::vowel},
    {"SYN-RECEIVED", Ending::vowel},   {"CLOSED", Ending::vowel},
    {"CLOSING", Ending::consonant},    {"FIN-WAIT", Ending::vowel},
    {"FIN-WAIT-1", Ending::consonant}, {"FIN-WAIT-2", Ending::vowel},
    {"CLOSE-WAIT", Ending::vowel},     {"LAST-ACK", Ending::vowel},
    {"TIME-WAIT", Ending::vowel},      {"SO_LINGER", Ending::vowel},
    {"SO_KEEPALIVE", Ending::vowel},   {"TCP_NODELAY", Ending::vowel},
    {"TCP_USER_TIMEOUT", Ending::consonant}, {"RCV.NXT", Ending::vowel},
    {"SND.NXT", Ending::vowel},        {"SND.UNA", Ending::vowel},
    {"ECONNREFUSED", Ending::vowel},   {"ECONNRESET", Ending::consonant},
    {"ETIMEDOUT", Ending::consonant},  {"EPIPE", Ending::vowel},
    {"EADDRNOTAVAIL", Ending::rieul},  {"tcp_fin_timeout", Ending::consonant},
    {"tcp_orphan_retries", Ending::vowel}, {"tcp_syn_retries", Ending::vowel},
    {"tcp_keepalive_probes", Ending::vowel}, {"close()", Ending::vowel},
    {"shutdown()", Ending::consonant}, {"connect()", Ending::vowel},
    {"accept()", Ending::vowel},       {"listen()", Ending::consonant},
    {"bind()", Ending::vowel},         {"send()", Ending::vowel},
    {"recv()", Ending::vowel},         {"exit", Ending::vowel},
    {"kill", Ending::rieul},           {"netstat", Ending::consonant},
    {"ss", Ending::vowel},             {"ms", Ending::vowel},
    {"B", Ending::vowel},              {"A", Ending::vowel},
    {"R", Ending::rieul},              {"FIN,ACK", Ending::vowel},
    {"SYN,ACK", Ending::vowel},        {"RST,ACK", Ending::vowel},
});

// Read as numbers: 영 일 이 삼 사 오 육 칠 팔 구.
constexpr std::array<Ending, 10> digits = {
    Ending::consonant, Ending::rieul,     Ending::vowel, Ending::consonant, Ending::vowel,
    Ending::vowel,     Ending::consonant, Ending::rieul, Ending::rieul,     Ending::vowel};

struct Pair {
    std::u32string_view after_consonant;
    std::u32string_view after_vowel;
    bool rieul_is_vowel = false;   ///< 로
};

constexpr auto pairs = std::to_array<Pair>({
    {U"이", U"가"}, {U"은", U"는"}, {U"을", U"를"}, {U"과", U"와"},
    {U"이나", U"나"}, {U"으로", U"로", true}, {U"이라는", U"라는"}, {U"이란", U"란"},
});

// What the glossary replaces. A test of words, not of meaning.
constexpr auto forbidden = std::to_array<std::string_view>({
    "을(를)", "를(을)", "은(는)", "는(은)", "이(가)", "가(이)", "와(과)", "과(와)", "(으)로",
    "시퀀스 번호", "일련번호", "핸드쉐이크", "핸드세이크", "핸드 셰이크", "윈도우", "유실", "분실",
    "드롭", "초기화", "메세지", "타임 아웃", "천이", "변이", "반종료", "반연결",
    "동시 열기", "동시 닫기", "연결 해제", "출발지", "출발 포트", "도착 포트", "승인", "응답 확인",
    "확인 응답", "재송신", "리셋", "에페메랄", "동적 포트", "오펀", "파일 서술자", "커널 매개변수",
    "시스템 콜", "웹 소켓", "엔드포인트", "타임라인", "순서도", "결함", "트레이스", "프로파일",
    "세요", "습니다", "어요", "해요", "  ",
});

std::u32string code_points(std::string_view text)
{
    std::u32string points;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t point = size == 1 ? byte : byte & (0xFFU >> (size + 1));
        for (std::size_t k = 1; k < size && i + k < text.size(); ++k)
            point = (point << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        points += point;
        i += size;
    }
    return points;
}

bool hangul(char32_t point) { return point >= 0xAC00 && point <= 0xD7A3; }

bool latin(char32_t point)
{
    return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
           (point >= 'a' && point <= 'z') || point == '-' || point == '_' || point == '.' ||
           point == ',' || point == '(' || point == ')';
}

bool digit(char32_t point) { return point >= '0' && point <= '9'; }

std::optional<Ending> ending_of(std::string word)
{
    while (!word.empty() && (word.front() == '(' || word.front() == ',')) word.erase(0, 1);
    const auto known = std::find_if(readings.begin(), readings.end(),
                                    [&](const Reading& each) { return each.word == word; });
    if (known != readings.end()) return known->ending;
    if (!word.empty() && word.back() >= '0' && word.back() <= '9')
        return digits[static_cast<std::size_t>(word.back() - '0')];
    return std::nullopt;
}

/// The Latin word (or number) that ends just before `end`.
std::string word_before(const std::u32string& text, std::size_t end)
{
    std::size_t begin = end;
    while (begin > 0 && latin(text[begin - 1])) --begin;
    std::string word;
    for (std::size_t i = begin; i < end; ++i) word += static_cast<char>(text[i]);
    return word;
}

void check_particle(const std::u32string& text, std::size_t at, std::vector<std::string>& problems)
{
    std::size_t end = at;
    while (end < text.size() && hangul(text[end])) ++end;
    const std::u32string_view particle{text.data() + at, end - at};
    const std::string word = word_before(text, at);
    if (word.ends_with(')') && !word.ends_with("()")) return;   // "(RTO)를": the word before it
    for (const Pair& pair : pairs) {
        const bool consonant_form = particle == pair.after_consonant;
        if (!consonant_form && particle != pair.after_vowel) continue;
        const std::optional<Ending> ending = ending_of(word);
        if (!ending) {
            problems.push_back("no reading is known for \"" + word + "\"");
            return;
        }
        const bool wants_consonant_form =
            *ending == Ending::consonant || (*ending == Ending::rieul && !pair.rieul_is_vowel);
        if (consonant_form != wants_consonant_form)
            problems.push_back("wrong particle after \"" + word + "\"");
        return;
    }
}

}  // namespace

bool has_hangul(std::string_view text)
{
    const std::u32string points = code_points(text);
    return std::any_of(points.begin(), points.end(), hangul);
}

std::vector<std::string> korean_problems(std::string_view text)
{
    std::vector<std::string> problems;
    for (const std::string_view word : forbidden)
        if (text.find(word) != std::string_view::npos)
            problems.push_back("the glossary has another word for \"" + std::string(word) + "\"");
    const std::u32string points = code_points(text);
    for (std::size_t i = 1; i < points.size(); ++i) {
        if (hangul(points[i]) && latin(points[i - 1])) check_particle(points, i, problems);
        const std::u32string_view rest{points.data() + i, points.size() - i};
        if (!digit(points[i - 1])) continue;
        if (rest.starts_with(U"ms")) problems.push_back("a number and ms are spaced");
        if (rest.starts_with(U" s ") || rest == U" s" || rest.starts_with(U" s."))
            problems.push_back("seconds are 초");
        for (const char32_t unit : U"초회개")
            if (unit != 0 && rest.size() > 1 && rest[0] == ' ' && rest[1] == unit &&
                (rest.size() == 2 || !hangul(rest[2])))
                problems.push_back("a number and 초, 회, 개 are not spaced");
    }
    for (std::size_t at = text.find("킵얼라이브"); at != std::string_view::npos;
         at = text.find("킵얼라이브", at + 1))
        if (at < 4 || text.substr(at - 4, 4) != "TCP ")
            problems.push_back("TCP 킵얼라이브, never 킵얼라이브 alone");
    return problems;
}

bool all_sentences_end_in(std::string_view text, std::string_view ending)
{
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    for (std::size_t at = 0; at < text.size();) {
        // A sentence ends at ". " or "? " or at the end of the text; "3.5" does not end one.
        std::size_t stop = std::min(text.find(". ", at), text.find("? ", at));
        if (stop == std::string_view::npos) stop = text.size() - 1;
        std::string sentence{text.substr(at, stop + 1 - at)};
        if (sentence.ends_with(").")) sentence.replace(sentence.rfind('('), std::string::npos, ".");
        if (!sentence.ends_with(ending)) return false;
        at = stop + 2;
    }
    return true;
}

}  // namespace finwait::test
