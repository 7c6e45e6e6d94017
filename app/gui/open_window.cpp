#include "app/gui/open_window.h"

#include <QApplication>
#include <QIcon>

#include "app/gui/main_window.h"
#include "app/gui/theme.h"

namespace finwait::gui {

int open_window(int& argc, char** argv, const std::string& scenario_file_or_name,
                const std::string& scenarios_folder, Lang lang)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("finwait"));
    QApplication::setApplicationDisplayName(QStringLiteral("FinWait"));
    QApplication::setDesktopFileName(QStringLiteral("finwait"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/finwait.svg")));
    theme::apply(application);
    MainWindow window(scenarios_folder, lang);
    window.show();
    window.open(scenario_file_or_name);
    return QApplication::exec();
}

}  // namespace finwait::gui
