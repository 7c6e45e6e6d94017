// The help texts: written for people, with examples, in both languages. Shown for --help and for
// no arguments where there is no window.
#pragma once

#include <string>
#include <string_view>

#include "core/base/lang.h"

namespace finwait::cli {

/// The help of a command; of the program for the empty name.
std::string_view help_text(std::string_view command, Lang lang);

}  // namespace finwait::cli
