// The faults of the scenario as sentences, each of which can be taken back. Below the library.
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QToolButton;

namespace finwait::gui {

class Session;

class FaultsList : public QWidget {
    Q_OBJECT

public:
    FaultsList(Session& session, QWidget* parent = nullptr);

    QListWidget& list() { return *list_; }
    QToolButton& take_back_button() { return *take_back_; }
    void refresh();

signals:
    void take_back_asked(std::size_t fault);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void ask();

    Session& session_;
    QLabel* heading_;
    QLabel* hint_;
    QListWidget* list_;
    QToolButton* take_back_;
};

}  // namespace finwait::gui
