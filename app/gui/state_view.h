// One host's state machine as of now: a heading with the newest rule and the running timer, and
// the picture that the core lays out.
#pragma once

#include <QWidget>

#include "core/diagram/display_list.h"
#include "core/trace/record.h"

class QLabel;

namespace finwait::gui {

class Session;
class ViewSettings;

class StateView : public QWidget {
    Q_OBJECT

public:
    /// `place`: 0 is the side that opened the connection, 1 the other one.
    StateView(Session& session, ViewSettings& view, int place, QWidget* parent = nullptr);

    QString heading() const;
    QString hint() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    class Canvas;
    void refresh();
    trace::HostId host() const;

    Session& session_;
    ViewSettings& view_;
    int place_;
    QLabel* heading_;
    QLabel* hint_;
    Canvas* canvas_;
};

}  // namespace finwait::gui
