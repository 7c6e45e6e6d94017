// Play, pause, steps, speed, the time now, "event 8 of 14", and the timeline. Bottom of the
// window.
#pragma once

#include <QWidget>

#include "app/gui/player.h"

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace finwait::gui {

class Session;
class Timeline;
class ViewSettings;

/// The actions that the buttons stand for; made by the window.
struct TransportActions {
    QAction* to_start;
    QAction* step_back;
    QAction* play;
    QAction* step_forward;
    QAction* to_end;
};

class TransportBar : public QWidget {
    Q_OBJECT

public:
    TransportBar(Session& session, ViewSettings& view, Player& player,
                 const TransportActions& actions, QWidget* parent = nullptr);

    Timeline& timeline() { return *timeline_; }
    QString counter() const;
    QComboBox& speed() { return *speed_; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void retranslate();
    void apply_scale();
    QToolButton* add_button(QAction* action);

    Session& session_;
    ViewSettings& view_;
    Player& player_;
    QList<QToolButton*> buttons_;
    QComboBox* speed_;
    QLabel* moment_;
    QLabel* counter_;
    Timeline* timeline_;
};

}  // namespace finwait::gui
