#include "core/diagram/colours.h"

#include <array>

namespace finwait::diagram {
namespace {

constexpr std::uint32_t sheet = 178;  // the alpha of the white sheet, of 255

constexpr std::uint32_t mix(std::uint32_t part)
{
    return part + (255 - part) * sheet / 255;
}

// In the order of tcp::State. Warm: the active closer's; cool: the passive closer's.
constexpr std::array<StateColours, tcp::state_count> state_colours = {{
    {{0xE9EBEF}, {0x6B7280}},  // CLOSED
    {{0xC3CCD8}, {0x4B5563}},  // LISTEN
    {{0xF7EFA0}, {0x756B00}},  // SYN-SENT
    {{0xF0E442}, {0x756B00}},  // SYN-RECEIVED
    {{0x9AD6C1}, {0x00694D}},  // ESTABLISHED
    {{0xF6CF85}, {0x9A6700}},  // FIN-WAIT-1
    {{0xFBE6BD}, {0x9A6700}},  // FIN-WAIT-2
    {{0xBFE1F7}, {0x00639C}},  // CLOSE-WAIT
    {{0xEFA584}, {0x9C4317}},  // CLOSING
    {{0x86B9DE}, {0x004C7A}},  // LAST-ACK
    {{0xDDA0C4}, {0x8A3A63}},  // TIME-WAIT
}};

}  // namespace

StateColours colours_of(tcp::State state)
{
    return state_colours[static_cast<std::size_t>(state)];
}

Colour palette::faded(Colour colour)
{
    if (colour.none) return colour;
    const std::uint32_t red = mix(colour.rgb >> 16U & 255U);
    const std::uint32_t green = mix(colour.rgb >> 8U & 255U);
    const std::uint32_t blue = mix(colour.rgb & 255U);
    colour.rgb = red << 16U | green << 8U | blue;
    return colour;
}

}  // namespace finwait::diagram
