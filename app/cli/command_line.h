// The whole command line: arguments to a command, its exit code back. Called by main.cpp, which
// alone knows whether this build has a window.
#pragma once

#include <functional>
#include <string>

#include "core/base/lang.h"

namespace finwait::cli {

/// app/gui/open_window.h's function; empty in a build without the window.
using OpenWindow = std::function<int(int& argc, char** argv, const std::string& scenario,
                                     const std::string& scenarios_folder, Lang lang)>;

int command_line(int argc, char** argv, const OpenWindow& open_window);

}  // namespace finwait::cli
