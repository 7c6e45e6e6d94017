// Runs the tests of the window: GoogleTest inside a QApplication without a screen.
#include <QApplication>
#include <gtest/gtest.h>

#include "app/gui/theme.h"

int main(int argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_SCALE_FACTOR", "1");
    qunsetenv("QT_FONT_DPI");
    testing::InitGoogleTest(&argc, argv);
    QApplication application(argc, argv);
    finwait::gui::theme::apply(application);
    return RUN_ALL_TESTS();
}
