#include "core/diagram/text_measure.h"

#include <array>
#include <cstdint>

namespace finwait::diagram {
namespace {

// Thousandths of an em, from U+0020 to U+007E.
constexpr std::array<std::uint16_t, 95> regular = {
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372,
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434,
    899, 639, 650, 632, 730, 556, 519, 728, 741, 339, 273, 619, 524, 907, 760, 781,
    605, 781, 622, 549, 556, 731, 600, 930, 586, 566, 572, 329, 372, 329, 572, 444,
    281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534, 258, 935, 618, 605,
    615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
};
constexpr std::array<std::uint16_t, 95> bold_face = {
    260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413,
    572, 572, 572, 572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477,
    897, 690, 672, 637, 740, 560, 549, 724, 765, 389, 331, 664, 565, 943, 813, 796,
    628, 796, 660, 551, 579, 756, 650, 967, 667, 624, 579, 331, 413, 331, 572, 411,
    362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620, 305, 982, 657, 619,
    633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
};
constexpr std::uint32_t mono = 600;

/// The next code point of UTF-8; a broken octet counts as one unknown sign.
std::uint32_t next_code_point(std::string_view text, std::size_t& at)
{
    const auto lead = static_cast<std::uint8_t>(text[at++]);
    if (lead < 0xC0) return lead;
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    std::uint32_t point = lead & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more && at < text.size(); ++i)
        point = point << 6U | (static_cast<std::uint8_t>(text[at++]) & 0x3FU);
    return point;
}

std::uint32_t advance(std::uint32_t point, bool bold)
{
    if (point >= 32 && point < 127) return (bold ? bold_face : regular)[point - 32];
    if (point == 0xB7) return 280;                     // middle dot
    if (point == 0x2019 || point == 0x2018) return 220;  // quotation marks
    if (point == 0x2026) return 855;                   // ellipsis
    if (point >= 0x1100) return point < 0x2E80 && point > 0x11FF ? 620 : 1000;
    return 620;  // other letters: about as wide as a Latin one
}

}  // namespace

double text_width(std::string_view text, int size, bool bold, Face face)
{
    std::uint32_t sum = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::uint32_t point = next_code_point(text, at);
        sum += face == Face::mono && point < 0x1100 ? mono : advance(point, bold);
    }
    return static_cast<double>(sum) * size / 1000.0;
}

}  // namespace finwait::diagram
