#include "app/gui/transport_bar.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gui/keys.h"
#include "app/gui/session.h"
#include "app/gui/text.h"
#include "app/gui/theme.h"
#include "app/gui/timeline.h"
#include "app/gui/view_settings.h"
#include "core/diagram/layout.h"

namespace finwait::gui {

TransportBar::TransportBar(Session& session, ViewSettings& view, Player& player,
                           const TransportActions& actions, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(view),
      player_(player),
      speed_(new QComboBox(this)),
      moment_(new QLabel(this)),
      counter_(new QLabel(this)),
      timeline_(new Timeline(session, view, this))
{
    setObjectName(QStringLiteral("transport"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 10, 0);
    row->setSpacing(6);
    for (QAction* action :
         {actions.to_start, actions.step_back, actions.play, actions.step_forward, actions.to_end})
        row->addWidget(add_button(action));
    row->addSpacing(8);
    for (const double speed : {0.0, 0.01, 0.03, 0.1, 0.3, 1.0}) speed_->addItem({}, speed);
    speed_->setFocusPolicy(Qt::TabFocus);
    speed_->installEventFilter(new KeepsItsKeys(speed_));
    connect(speed_, &QComboBox::currentIndexChanged, this,
            [this](int i) { player_.set_speed(speed_->itemData(i).toDouble()); });
    row->addWidget(speed_);
    row->addSpacing(10);
    moment_->setObjectName(QStringLiteral("moment"));
    counter_->setObjectName(QStringLiteral("counter"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(moment_, 0, Qt::AlignHCenter);
    words->addWidget(counter_, 0, Qt::AlignHCenter);
    words->addStretch(1);
    row->addLayout(words);
    row->addSpacing(10);
    row->addWidget(timeline_, 1);
    connect(&session, &Session::run_changed, this, &TransportBar::refresh);
    connect(&session, &Session::moved, this, &TransportBar::refresh);
    connect(&view, &ViewSettings::changed, this, [this] {
        apply_scale();
        refresh();
    });
    retranslate();
    apply_scale();
}

QToolButton* TransportBar::add_button(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::NoFocus);  // each has a key
    buttons_ << button;
    return button;
}

void TransportBar::apply_scale()
{
    const double scale = view_.text_scale();
    setFixedHeight(qRound(theme::transport_height * scale));
    for (int i = 0; i < buttons_.size(); ++i) {
        const bool play = i == 2;
        const int size = qRound((play ? 46 : 36) * scale);
        buttons_[i]->setFixedSize(size, size);
        buttons_[i]->setIconSize(QSize(size * 6 / 10, size * 6 / 10));
        buttons_[i]->setStyleSheet(
            play ? QStringLiteral(
                       "QToolButton { background: #0072B2; border: 0; padding: 0;"
                       " border-radius: %1px; } QToolButton:hover { background: #005F96; }")
                       .arg(size / 2)
                 : QStringLiteral("QToolButton { padding: 0; }"));
    }
    moment_->setMinimumWidth(qRound(84 * scale));
    counter_->setMinimumWidth(qRound(84 * scale));
    moment_->setAlignment(Qt::AlignCenter);
    counter_->setAlignment(Qt::AlignCenter);
}

QString TransportBar::counter() const
{
    return counter_->text();
}

void TransportBar::refresh()
{
    if (!session_.is_open()) return;
    moment_->setText(qt(diagram::time_text(session_.now(), view_.lang())));
    const auto passed = static_cast<int>(session_.moments_passed());
    counter_->setText(view_.hide_future()
                          ? tr("event %1").arg(passed)
                          : tr("event %1 of %2").arg(passed).arg(session_.moments()));
}

void TransportBar::retranslate()
{
    speed_->setItemText(0, tr("even pace"));
    for (int i = 1; i < speed_->count(); ++i)
        speed_->setItemText(i, tr("%1×").arg(speed_->itemData(i).toDouble()));
    speed_->setToolTip(tr("Speed: simulated time over real time"));
    refresh();
}

void TransportBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace finwait::gui
