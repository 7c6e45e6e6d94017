// Korean particles after any word: "FIN을", "ACK가", "MSL로". Which of the two forms follows
// depends on how the word is read aloud, so it is computed, never printed as 을(를). Used
// wherever a Korean sentence is put together from parts.
#pragma once

#include <string>
#include <string_view>

namespace finwait {

/// The pairs of forms, after a consonant and after a vowel.
enum class Josa : unsigned char {
    subject,    ///< 이/가
    topic,      ///< 은/는
    object,     ///< 을/를
    with,       ///< 과/와
    to,         ///< 으로/로; ㄹ takes 로
    call_name,  ///< 이라는/라는: "client라는 호스트"
};

/// The word with its particle: josa("FIN", Josa::object) is "FIN을". A pair of brackets at the
/// end is not read: "절반 종료(half-close)를", "close()가".
std::string josa(std::string_view word, Josa pair);

/// The particle alone.
std::string_view particle(std::string_view word, Josa pair);

}  // namespace finwait
