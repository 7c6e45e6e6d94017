// The program `finwait`: the commands always, the window in builds that have it.
#include "app/cli/command_line.h"

#ifdef FINWAIT_HAS_GUI
#include "app/gui/open_window.h"
#endif

int main(int argc, char** argv)
{
#ifdef FINWAIT_HAS_GUI
    return finwait::cli::command_line(argc, argv, finwait::gui::open_window);
#else
    return finwait::cli::command_line(argc, argv, {});
#endif
}
