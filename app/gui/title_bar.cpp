#include "app/gui/title_bar.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/gui/elided_label.h"
#include "app/gui/session.h"
#include "app/gui/text.h"
#include "app/gui/view_settings.h"

namespace finwait::gui {

TitleBar::TitleBar(Session& session, ViewSettings& view, const TitleActions& actions,
                   QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(view),
      zoom_normal_(actions.zoom_normal),
      title_(new QLabel(this)),
      question_(new QLabel(this)),
      answer_(new QLabel(this)),
      badge_(new QToolButton(this)),
      answer_button_(button(actions.answer)),
      export_(new QToolButton(this))
{
    setObjectName(QStringLiteral("titleBar"));
    setAttribute(Qt::WA_StyledBackground);
    title_->setObjectName(QStringLiteral("title"));
    title_->setWordWrap(true);
    question_->setObjectName(QStringLiteral("question"));
    answer_->setObjectName(QStringLiteral("answer"));
    badge_->setObjectName(QStringLiteral("badge"));
    for (QLabel* label : {title_, question_, answer_}) label->setTextFormat(Qt::PlainText);
    question_->setWordWrap(true);
    answer_->setWordWrap(true);
    badge_->setMenu(actions.profile_menu);
    export_->setMenu(actions.export_menu);
    for (QToolButton* menu : {badge_, export_}) {
        menu->setPopupMode(QToolButton::InstantPopup);
        menu->setFocusPolicy(Qt::NoFocus);
    }
    auto* first = new QHBoxLayout;
    first->setSpacing(6);
    first->addWidget(title_, 1);
    first->addWidget(badge_);
    first->addSpacing(8);
    for (QAction* action : {actions.zoom_out, actions.zoom_normal, actions.zoom_in})
        tools_ << button(action);
    tools_ << export_ << button(actions.other_language);
    for (QToolButton* tool : tools_) first->addWidget(tool);
    auto* second = new QHBoxLayout;
    second->addWidget(question_, 1);
    second->addWidget(answer_button_, 0, Qt::AlignTop);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(20, 10, 14, 10);
    all->setSpacing(4);
    all->addLayout(first);
    all->addLayout(second);
    all->addWidget(answer_);
    connect(&session, &Session::run_changed, this, &TitleBar::refresh);
    connect(&view, &ViewSettings::changed, this, &TitleBar::refresh);
    refresh();
}

QToolButton* TitleBar::button(QAction* action)
{
    auto* result = new QToolButton(this);
    result->setDefaultAction(action);
    result->setToolButtonStyle(Qt::ToolButtonTextOnly);
    result->setFocusPolicy(Qt::NoFocus);
    return result;
}

QString TitleBar::title() const
{
    return title_->text();
}
QString TitleBar::question() const
{
    return question_->text();
}

void TitleBar::refresh()
{
    export_->setText(tr("Export"));
    zoom_normal_->setIconText(tr("%1 %").arg(qRound(view_.zoom() * 100)));
    for (QToolButton* tool : tools_) tool->setVisible(!view_.larger_text() && width() > 640);
    if (!session_.is_open()) {
        title_->setText(tr("No scenario"));
        for (QWidget* widget :
             {static_cast<QWidget*>(question_), static_cast<QWidget*>(answer_),
              static_cast<QWidget*>(badge_), static_cast<QWidget*>(answer_button_)})
            widget->hide();
        return;
    }
    const scenario::Scenario& scenario = session_.scenario();
    title_->setText(qt(scenario.title.in(view_.lang())));
    question_->setText(qt(scenario.question.in(view_.lang())));
    question_->setVisible(!question_->text().isEmpty());
    answer_->setText(qt(scenario.answer.in(view_.lang())));
    answer_->setVisible(view_.answer_shown() && !answer_->text().isEmpty());
    answer_button_->setVisible(!answer_->text().isEmpty());
    const trace::Header& header = session_.trace().header();
    badge_->setVisible(true);
    badge_->setText(header.exact_profile ? qt(header.profile)
                                         : tr("%1 · not yet exact").arg(qt(header.profile)));
    badge_->setToolTip(header.exact_profile
                           ? tr("The profile: whose rules both hosts follow. Click to change it.")
                           : tr("The profile: whose rules both hosts follow. It has not yet been "
                                "checked against traces of a real kernel. Click to change it."));
}

void TitleBar::resizeEvent(QResizeEvent*)
{
    refresh();
}

void TitleBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace finwait::gui
