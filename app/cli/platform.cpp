#include "app/cli/platform.h"

#include <csignal>
#include <cstdlib>
#include <system_error>

#if defined(_WIN32)
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <stdio.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif
#if defined(__APPLE__)
#include <mach-o/dyld.h>
#endif

namespace finwait::cli {
namespace fs = std::filesystem;

std::string environment(const char* name)
{
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string{} : std::string{value};
}

#if defined(_WIN32)

bool output_is_terminal() { return _isatty(_fileno(stdout)) != 0; }

std::size_t terminal_width()
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    if (GetConsoleScreenBufferInfo(GetStdHandle(STD_OUTPUT_HANDLE), &info) == 0) return 0;
    return static_cast<std::size_t>(info.srWindow.Right - info.srWindow.Left + 1);
}

bool display_exists() { return true; }

fs::path program_folder(const char*)
{
    wchar_t path[MAX_PATH];
    const DWORD length = GetModuleFileNameW(nullptr, path, MAX_PATH);
    return length == 0 || length == MAX_PATH ? fs::path{} : fs::path(path).parent_path();
}

void prepare_output()
{
    SetConsoleOutputCP(CP_UTF8);
    _setmode(_fileno(stdout), _O_BINARY);  // the same bytes as on other systems
    const HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
    DWORD mode = 0;
    if (GetConsoleMode(out, &mode) != 0)
        SetConsoleMode(out, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

unsigned long process_number() { return static_cast<unsigned long>(_getpid()); }

#else

bool output_is_terminal() { return isatty(STDOUT_FILENO) != 0; }

std::size_t terminal_width()
{
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    const std::string columns = environment("COLUMNS");
    return std::strtoul(columns.c_str(), nullptr, 10);
}

bool display_exists()
{
#if defined(__APPLE__)
    return true;
#else
    return !environment("DISPLAY").empty() || !environment("WAYLAND_DISPLAY").empty() ||
           !environment("QT_QPA_PLATFORM").empty();
#endif
}

fs::path program_folder(const char* argv0)
{
    std::error_code ignored;
#if defined(__APPLE__)
    char path[4096];
    std::uint32_t size = sizeof path;
    if (_NSGetExecutablePath(path, &size) == 0) return fs::canonical(path, ignored).parent_path();
#else
    const fs::path self = fs::read_symlink("/proc/self/exe", ignored);
    if (!self.empty()) return self.parent_path();
#endif
    const fs::path given(argv0 == nullptr ? "" : argv0);
    if (!given.has_parent_path()) return {};
    return fs::canonical(given, ignored).parent_path();
}

void prepare_output() { std::signal(SIGPIPE, SIG_IGN); }

unsigned long process_number() { return static_cast<unsigned long>(getpid()); }

#endif

}  // namespace finwait::cli
