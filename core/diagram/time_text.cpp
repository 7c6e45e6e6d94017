// Times and lengths of time as people read them. Used by all views.
#include <cstdint>
#include <string>

#include "core/diagram/scene.h"

namespace finwait::diagram {
namespace {

/// value / 10^digits as a decimal number without zeros at its end.
std::string decimal(std::int64_t value, int digits)
{
    std::string text = std::to_string(value);
    if (digits == 0) return text;
    const auto after = static_cast<std::size_t>(digits);
    if (text.size() <= after) text.insert(0, after + 1 - text.size(), '0');
    text.insert(text.size() - after, 1, '.');
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

constexpr std::int64_t micro = 1'000, milli = 1'000'000, second = 1'000'000'000;
constexpr std::int64_t minute = 60 * second, hour = 3600 * second;

// Korean writes 초, 분 and 시간 without a space, ms with one (docs: the glossary's rule for units).
std::string text_of(std::int64_t ns, Lang lang, bool pad)
{
    const bool ko = lang == Lang::ko;
    if (ns < 0) return "-" + text_of(-ns, lang, pad);
    if (ns > 0 && ns < milli)
        return ns % micro == 0 ? decimal(ns, 3) + " µs" : decimal(ns, 0) + " ns";
    if (ns < second) return decimal(ns / micro, 3) + " ms";
    if (ns >= hour && ns % hour == 0) return decimal(ns / hour, 0) + (ko ? "시간" : " h");
    if (ns >= 10 * minute && ns % minute == 0) return decimal(ns / minute, 0) + (ko ? "분" : " min");
    std::string text = decimal(ns / milli, 3);
    if (pad && ns < 10 * second && ns % second != 0)
        text = decimal(ns / second, 0) + "." + std::to_string(1000 + ns / milli % 1000).substr(1);
    return text + (ko ? "초" : " s");
}

}  // namespace

// Short times of a run stand below each other in the tick column: equal precision there.
std::string time_text(Time t, Lang lang) { return text_of(t.count(), lang, true); }

std::string length_text(Duration length, Lang lang) { return text_of(length.count(), lang, false); }

}  // namespace finwait::diagram
