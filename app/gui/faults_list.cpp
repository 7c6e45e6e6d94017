#include "app/gui/faults_list.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/gui/keys.h"
#include "app/gui/session.h"
#include "app/gui/text.h"

namespace finwait::gui {

FaultsList::FaultsList(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      heading_(new QLabel(this)),
      hint_(new QLabel(this)),
      list_(new QListWidget(this)),
      take_back_(new QToolButton(this))
{
    setObjectName(QStringLiteral("faults"));
    setAttribute(Qt::WA_StyledBackground);
    heading_->setObjectName(QStringLiteral("section"));
    hint_->setObjectName(QStringLiteral("hint"));
    hint_->setWordWrap(true);
    list_->setWordWrap(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->installEventFilter(this);
    list_->installEventFilter(new KeepsItsKeys(list_));
    take_back_->setFocusPolicy(Qt::NoFocus);  // Delete in the list does the same
    auto* top = new QHBoxLayout;
    top->addWidget(heading_, 1);
    top->addWidget(take_back_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(10, 8, 10, 8);
    all->setSpacing(4);
    all->addLayout(top);
    all->addWidget(hint_);
    all->addWidget(list_, 1);
    connect(take_back_, &QToolButton::clicked, this, &FaultsList::ask);
    connect(list_, &QListWidget::itemDoubleClicked, this, &FaultsList::ask);
    connect(list_, &QListWidget::currentRowChanged, this,
            [this](int row) { take_back_->setEnabled(row >= 0); });
    connect(&session, &Session::run_changed, this, &FaultsList::refresh);
    refresh();
}

void FaultsList::refresh()
{
    heading_->setText(tr("Faults"));
    take_back_->setText(tr("Take back"));
    take_back_->setToolTip(tr("Takes the selected fault back (Delete)"));
    hint_->setText(tr("Right-click an arrow to lose it."));
    list_->clear();
    if (!session_.is_open()) return;
    const auto& unmatched = session_.trace().ending().unmatched_faults;
    const auto& faults = session_.scenario().faults;
    for (std::uint32_t i = 0; i < faults.size(); ++i) {
        auto* item = new QListWidgetItem(qt(faults[i].sentence), list_);
        if (std::find(unmatched.begin(), unmatched.end(), i) == unmatched.end()) continue;
        item->setText(tr("%1 (matches no segment)").arg(item->text()));
        item->setForeground(QColor(0x6B7280));
    }
    hint_->setVisible(faults.empty());
    list_->setVisible(!faults.empty());
    take_back_->setVisible(!faults.empty());
    list_->setCurrentRow(list_->count() - 1);  // the newest is the likeliest to be taken back
}

void FaultsList::ask()
{
    const int row = list_->currentRow();
    if (row >= 0) emit take_back_asked(static_cast<std::size_t>(row));
}

bool FaultsList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == list_ && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        ask();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FaultsList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace finwait::gui
