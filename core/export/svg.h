// A display list as an SVG file: text stays text, every item is a group with its id and its
// <title>, and the bytes are the same everywhere. Used by `finwait export` and the window.
#pragma once

#include <string>
#include <string_view>

#include "core/diagram/display_list.h"

namespace finwait::exports {

std::string svg(const diagram::DisplayList& list, std::string_view title,
                std::string_view description);

/// Text as it may stand between tags and in attributes; octets that no XML file may hold are
/// left out.
std::string escaped(std::string_view text);

}  // namespace finwait::exports
