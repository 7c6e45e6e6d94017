// What is selected: a segment's fields and bytes, what became of it, and the rule that made it
// (what it says and where it stands). Right column of the window.
#pragma once

#include <QWidget>

#include "core/trace/record.h"

class QLabel;

namespace finwait::gui {

class HeaderPicture;
class Session;
class ViewSettings;

class Inspector : public QWidget {
    Q_OBJECT

public:
    Inspector(Session& session, ViewSettings& view, QWidget* parent = nullptr);

    HeaderPicture& header() { return *header_; }
    QString heading() const;
    QString sentence() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString heading_of(const trace::Record& record) const;
    QString heading_of_segment(const trace::Record& sent) const;

    Session& session_;
    ViewSettings& view_;
    QLabel* heading_;
    HeaderPicture* header_;
    QLabel* rule_title_;
    QLabel* sentence_;
    QLabel* source_;
};

}  // namespace finwait::gui
