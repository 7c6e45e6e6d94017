// No menu entry does nothing, every entry has a text, and no two have the same key.
#include <QDialog>
#include <QMenu>
#include <QMenuBar>

#include <map>

#include "tests/gui/window_fixture.h"

namespace finwait::gui {

namespace {

void collect(QMenu* menu, QList<QAction*>& entries)
{
    for (QAction* each : menu->actions()) {
        if (each->menu() != nullptr) collect(each->menu(), entries);
        else if (!each->isSeparator()) entries << each;
    }
}

class MenusTest : public WindowTest {
protected:
    MenusTest()
    {
        for (QAction* each : window.menuBar()->actions()) collect(each->menu(), entries);
    }

    /// All that a person could see change.
    std::string all()
    {
        settle();
        std::string result =
            session().text() + std::to_string(session().now().count()) +
            std::to_string(session().selected()) + std::to_string(window.player().is_playing()) +
            std::to_string(window.isFullScreen()) + std::to_string(window.isVisible()) +
            std::to_string(static_cast<int>(window.view().lang()));
        for (const QWidget* each : window.findChildren<QWidget*>())
            result += each->isVisible() ? '1' : '0';
        const QImage image = window.grab().toImage();
        result.append(reinterpret_cast<const char*>(image.constBits()),
                      static_cast<std::size_t>(image.sizeInBytes()));
        return result;
    }

    QList<QAction*> entries;
};

}  // namespace

TEST_F(MenusTest, EveryEntryDoesSomething)
{
    ASSERT_GT(entries.size(), 30);
    for (QAction* entry : entries) {
        const std::string name = entry->text().toStdString();
        // A state in which every entry has something to do.
        window.show();
        window.set_lang(name == "English" ? Lang::ko : Lang::en);
        window.open("closing/four-way");
        window.view().set_zoom(2.0);
        click(segment("SYN"), Qt::RightButton);
        for (int i = 0; i < 5; ++i) session().step_forward();
        window.player().pause();
        ASSERT_TRUE(entry->isEnabled()) << name;
        const std::string before = all();
        entry->trigger();
        const bool already = entry->isCheckable() && name.starts_with("Linux");
        if (!already) {
            EXPECT_NE(all(), before) << name << " does nothing";
        }
        for (QDialog* dialog : window.findChildren<QDialog*>()) dialog->close();
        if (entry->isCheckable() && entry->actionGroup() == nullptr) entry->trigger();
        settle();
    }
}

TEST_F(MenusTest, NoKeyMeansTwoThings)
{
    std::map<std::string, std::string> keys;
    for (const QAction* each : window.actions())
        for (const QKeySequence& key : each->shortcuts()) {
            const std::string text = key.toString().toStdString();
            EXPECT_FALSE(keys.contains(text))
                << text << ": " << keys[text] << " and " << each->text().toStdString();
            keys[text] = each->text().toStdString();
        }
    for (const char* needed : {"Space", "Left", "Right", "Up", "Down", "Home", "End", "PgUp",
                               "PgDown", "A", "H", "L", "Del", "Ctrl+Z"})
        EXPECT_TRUE(keys.contains(needed)) << needed;
}

}  // namespace finwait::gui
