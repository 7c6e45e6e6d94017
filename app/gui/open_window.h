// The one entry to the window, called by app/cli/main.cpp.
#pragma once

#include <string>

#include "core/base/lang.h"

namespace finwait::gui {

/// Opens the window on a scenario (a file, or a name of the library; empty: the first one) and
/// returns the program's exit code when it is closed. `scenarios_folder` holds the library.
int open_window(int& argc, char** argv, const std::string& scenario_file_or_name,
                const std::string& scenarios_folder, Lang lang);

}  // namespace finwait::gui
