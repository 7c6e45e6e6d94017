// The palette: one meaning a colour, safe for colour-blind eyes (Okabe and Ito's hues), and the
// look of the future. Used by every part of the diagram; the colours of states are also in
// layout.h for the window's timeline.
#pragma once

#include "core/diagram/layout.h"

namespace finwait::diagram::palette {

inline constexpr Colour ink{0x1F2937};
inline constexpr Colour slate{0x334155};         ///< hosts, lifelines
inline constexpr Colour grey{0x6B7280};          ///< ticks, quiet text
inline constexpr Colour grid{0xE5E7EB};
inline constexpr Colour white{0xFFFFFF};
inline constexpr Colour fin{0x0072B2};
inline constexpr Colour segment{0x374151};       ///< ACK, data, SYN, RST
inline constexpr Colour again{0xB0447F};         ///< retransmissions
inline constexpr Colour lost{0xD55E00};          ///< loss and "now"
inline constexpr Colour lost_text{0xB54A00};     ///< the same with contrast enough for text
inline constexpr Colour timer{0x8A5A00};
inline constexpr Colour fold_fill{0xF6F7F9};
inline constexpr Colour fold_edge{0xB6BCC6};
inline constexpr Colour edge_idle{0xC2C8D0};     ///< state machine: a way not taken
inline constexpr Colour name_idle{0x8A93A0};
inline constexpr Colour halo{0x0072B2, 56};

/// As seen through the white sheet that lies on the future.
Colour faded(Colour colour);

}  // namespace finwait::diagram::palette
