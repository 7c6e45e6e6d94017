// Arrow keys and the like are shortcuts of the whole window (they step). A list that has the
// focus needs them for itself: install this filter on it.
#pragma once

#include <QEvent>
#include <QKeyEvent>
#include <QObject>

namespace finwait::gui {

class KeepsItsKeys : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride) return false;
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
        case Qt::Key_Delete:
        case Qt::Key_Return: event->accept(); return true;
        default: return false;
        }
    }
};

}  // namespace finwait::gui
