// A window on the lost final ACK, and what a person does with it, as verbs.
#pragma once

#include <QAction>
#include <QApplication>
#include <QImage>
#include <QTest>
#include <gtest/gtest.h>

#include <string>

#include "app/gui/diagram_view.h"
#include "app/gui/main_window.h"
#include "app/gui/text.h"
#include "app/gui/title_bar.h"

namespace finwait::gui {

class WindowTest : public testing::Test {
protected:
    WindowTest() : window(FINWAIT_SOURCE_DIR "/scenarios")
    {
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        EXPECT_TRUE(window.open("closing/final-ack-lost"));
        settle();
    }

    static void settle() { QApplication::processEvents(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(&window, key, modifiers);
        settle();
    }

    Session& session() { return window.session(); }
    std::size_t count(trace::Kind kind)
    {
        std::size_t result = 0;
        for (const trace::Record& record : session().trace().records())
            if (record.kind == kind) ++result;
        return result;
    }
    /// The n-th segment (from 1) whose label is this.
    trace::RecordId segment(const std::string& label, int n = 1)
    {
        for (const trace::Record& record : session().trace().records())
            if (record.kind == trace::Kind::sent && trace::short_label(record) == label && --n == 0)
                return record.id;
        ADD_FAILURE() << "the run has no such " << label;
        return trace::no_record;
    }
    /// The middle of its arrow, in the viewport.
    QPoint arrow(trace::RecordId sent)
    {
        for (const diagram::Item& item : window.diagram().picture().items) {
            if (item.kind != diagram::Item::Kind::segment || item.record != sent) continue;
            return window.diagram()
                .to_viewport({(item.from.x + item.to.x) / 2, (item.from.y + item.to.y) / 2})
                .toPoint();
        }
        ADD_FAILURE() << "the arrow of record " << sent << " is not in sight";
        return {};
    }
    void click(trace::RecordId sent, Qt::MouseButton button)
    {
        QTest::mouseClick(window.diagram().viewport(), button, {}, arrow(sent));
        settle();
    }
    QImage picture() { return window.diagram().viewport()->grab().toImage(); }

    MainWindow window;
};

}  // namespace finwait::gui
