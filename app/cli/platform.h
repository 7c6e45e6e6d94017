// What the command line asks of the operating system. Everything that differs between systems
// stands in platform.cpp.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace finwait::cli {

/// True when standard output is a terminal, not a file or a pipe.
bool output_is_terminal();
/// Columns of that terminal, or of $COLUMNS; 0 when neither is known.
std::size_t terminal_width();
/// True where a window can be opened.
bool display_exists();
/// The folder that holds this program; empty when it is not known.
std::filesystem::path program_folder(const char* argv0);
/// An environment variable; empty when it is not set.
std::string environment(const char* name);
/// A reader that goes away (`| head`) becomes a failed write instead of a signal; text is UTF-8.
void prepare_output();
/// A number that no other running process has.
unsigned long process_number();

}  // namespace finwait::cli
