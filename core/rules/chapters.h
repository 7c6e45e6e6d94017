// The chapters of the course: the folders under scenarios/, in teaching order, with their names.
// Read by `finwait list` and by the library list of the window.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/base/lang.h"

namespace finwait::rules {

struct Chapter {
    std::string_view folder;   ///< "closing"
    Text title;                ///< "Closing a connection", "연결 종료"
};

/// All chapters in the order of the course, with or without scenarios yet.
std::span<const Chapter> chapters();
/// The title of a folder. An unknown folder gets an empty Text: print the folder's name then.
Text chapter_title(std::string_view folder);
/// Its place in the course, from 0; chapters().size() for an unknown folder, so that it sorts last.
std::size_t chapter_order(std::string_view folder);
/// The place of a scenario in the course, from 0, by its file's name without ".toml" and with or
/// without its folder; the number of scenarios for an unknown one, so that it sorts last.
std::size_t scenario_order(std::string_view name);

}  // namespace finwait::rules
