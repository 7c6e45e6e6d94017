#include "app/gui/inspector.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/gui/header_picture.h"
#include "app/gui/session.h"
#include "app/gui/text.h"
#include "app/gui/view_settings.h"
#include "core/diagram/layout.h"
#include "core/export/packet.h"
#include "core/rules/catalogue.h"

namespace finwait::gui {

Inspector::Inspector(Session& session, ViewSettings& view, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(view),
      heading_(new QLabel(this)),
      header_(new HeaderPicture(view, this)),
      rule_title_(new QLabel(this)),
      sentence_(new QLabel(this)),
      source_(new QLabel(this))
{
    heading_->setObjectName(QStringLiteral("section"));
    rule_title_->setObjectName(QStringLiteral("ruleTitle"));
    sentence_->setObjectName(QStringLiteral("sentence"));
    source_->setObjectName(QStringLiteral("source"));
    for (QLabel* label : {heading_, rule_title_, sentence_, source_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("inspectorBody"));
    auto* inside = new QVBoxLayout(body);
    inside->setContentsMargins(14, 2, 14, 8);
    inside->setSpacing(4);
    inside->addWidget(header_);
    inside->addWidget(rule_title_);
    inside->addWidget(sentence_);
    inside->addWidget(source_);
    inside->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 6, 0, 0);
    all->setSpacing(4);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(14, 0, 14, 0);
    top->addWidget(heading_);
    all->addLayout(top);
    all->addWidget(scroll, 1);
    connect(&session, &Session::run_changed, this, &Inspector::refresh);
    connect(&session, &Session::moved, this, &Inspector::refresh);
    connect(&session, &Session::selection_changed, this, &Inspector::refresh);
    connect(&view, &ViewSettings::changed, this, &Inspector::refresh);
}

QString Inspector::heading() const
{
    return heading_->text();
}
QString Inspector::sentence() const
{
    return sentence_->text();
}

QString Inspector::heading_of_segment(const trace::Record& sent) const
{
    int number = 0;
    for (const trace::Record& record : session_.trace().records()) {
        if (record.kind == trace::Kind::sent) ++number;
        if (record.id == sent.id) break;
    }
    const QString what = tr("Segment %1 — %2").arg(number).arg(qt(trace::short_label(sent)));
    const trace::Fate fate = session_.index().fate(sent.id);
    const auto happened = [&](trace::RecordId id) {
        return id != trace::no_record && session_.trace()[id].t <= session_.now();
    };
    if (sent.t > session_.now()) return tr("%1, in the future").arg(what);
    if (happened(fate.lost)) return tr("%1, lost in the network").arg(what);
    if (happened(fate.arrived))
        return tr("%1, arrived at %2")
            .arg(what, qt(diagram::time_text(session_.trace()[fate.arrived].t, view_.lang())));
    return tr("%1, on its way").arg(what);
}

QString Inspector::heading_of(const trace::Record& record) const
{
    switch (record.kind) {
    case trace::Kind::sent: return heading_of_segment(record);
    case trace::Kind::state:
        return qt(name(record.state.from)) + QStringLiteral(" → ") + qt(name(record.state.to));
    case trace::Kind::timer_set:
    case trace::Kind::timer_fired:
    case trace::Kind::timer_cancelled:
        return tr("Timer %1, until %2")
            .arg(qt(name(record.timer.kind)),
                 qt(diagram::time_text(record.timer.deadline, view_.lang())));
    case trace::Kind::call:
    case trace::Kind::returned: {
        const auto& statements = session_.trace().header().statements;
        return record.call.statement < statements.size()
                   ? tr("System call: %1").arg(qt(statements[record.call.statement].text))
                   : tr("System call");
    }
    default: return qt(rules::entry(record.rule).title.in(view_.lang()));
    }
}

void Inspector::refresh()
{
    if (!session_.is_open()) return;
    const trace::RecordId id = session_.selected();
    // With the future hidden, a segment that has not been sent shows nothing of itself.
    const bool nothing =
        id == trace::no_record || (view_.hide_future() && session_.trace()[id].t > session_.now());
    for (QLabel* label : {rule_title_, sentence_, source_}) label->setVisible(!nothing);
    if (nothing) {
        heading_->setText(tr("Nothing is selected"));
        header_->show_packet(std::nullopt);
        return;
    }
    const trace::Record& record = session_.trace()[id];
    heading_->setText(heading_of(record));
    if (record.kind == trace::Kind::sent)
        header_->show_packet(exports::packet_of(session_.index(), id));
    else header_->show_packet(std::nullopt);
    const rules::Entry& entry = rules::entry(record.rule);
    rule_title_->setText(tr("Rule: %1").arg(qt(entry.title.in(view_.lang()))));
    sentence_->setText(qt(entry.sentence.in(view_.lang())));
    source_->setText(tr("Source: %1").arg(qt(entry.source)));
}

void Inspector::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace finwait::gui
