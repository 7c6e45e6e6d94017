// Above the diagram: title, question, the answer when it is asked for, the profile, zoom,
// export and language.
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace finwait::gui {

class Session;
class ViewSettings;

/// What the buttons stand for; made by the window.
struct TitleActions {
    QAction* zoom_out;
    QAction* zoom_normal;
    QAction* zoom_in;
    QAction* answer;
    QAction* other_language;
    QMenu* export_menu;
    QMenu* profile_menu;
};

class TitleBar : public QWidget {
    Q_OBJECT

public:
    TitleBar(Session& session, ViewSettings& view, const TitleActions& actions,
             QWidget* parent = nullptr);

    QString title() const;
    QString question() const;
    QLabel& answer() { return *answer_; }
    QToolButton& badge() { return *badge_; }

protected:
    void resizeEvent(QResizeEvent*) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QToolButton* button(QAction* action);

    Session& session_;
    ViewSettings& view_;
    QAction* zoom_normal_;
    QLabel* title_;
    QLabel* question_;
    QLabel* answer_;
    QToolButton* badge_;
    QToolButton* answer_button_;
    QToolButton* export_;
    QList<QToolButton*> tools_;  ///< shown where there is room; menus have them too
};

}  // namespace finwait::gui
