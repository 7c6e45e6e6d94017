// The two languages of every text a person reads.
#pragma once

#include <string_view>

namespace finwait {

enum class Lang : unsigned char { en, ko };

/// One text in both languages. Both are always there; a test checks it.
struct Text {
    std::string_view en;
    std::string_view ko;

    constexpr std::string_view in(Lang lang) const { return lang == Lang::ko ? ko : en; }
};

}  // namespace finwait
