// How wide a text will be, without a font: the advance widths of Noto Sans as a table, and one em
// for a Hangul syllable. Labels are placed with it, so a picture is the same on every machine;
// a renderer with another font may differ by a few pixels.
#pragma once

#include <string_view>

#include "core/diagram/display_list.h"

namespace finwait::diagram {

/// Pixels; `text` is UTF-8.
double text_width(std::string_view text, int size, bool bold = false, Face face = Face::sans);

}  // namespace finwait::diagram
