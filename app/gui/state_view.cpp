#include "app/gui/state_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

#include "app/gui/elided_label.h"
#include "app/gui/session.h"
#include "app/gui/theme.h"
#include "app/gui/view_settings.h"
#include "app/paint/paint.h"
#include "core/diagram/layout.h"
#include "core/rules/catalogue.h"

namespace finwait::gui {

/// The picture, made smaller where the panel is lower than it.
class StateView::Canvas : public QWidget {
public:
    using QWidget::QWidget;
    diagram::DisplayList picture;

    QSize sizeHint() const override { return {370, 232}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (picture.width <= 0 || picture.height <= 0) return;
        QPainter painter(this);
        const double scale = std::min(width() / picture.width, height() / picture.height);
        painter.translate((width() - picture.width * scale) / 2, 0);
        painter.scale(scale, scale);
        paint::paint(painter, picture);
    }
};

StateView::StateView(Session& session, ViewSettings& view, int place, QWidget* parent)
    : QWidget(parent),
      session_(session),
      view_(view),
      place_(place),
      heading_(new QLabel(this)),
      hint_(new ElidedLabel(this)),
      canvas_(new Canvas(this))
{
    setObjectName(QStringLiteral("stateView"));
    setAttribute(Qt::WA_StyledBackground);
    heading_->setObjectName(QStringLiteral("section"));
    hint_->setObjectName(QStringLiteral("hint"));
    hint_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* top = new QHBoxLayout;
    top->addWidget(heading_);
    top->addWidget(hint_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(14, 6, 14, 4);
    all->setSpacing(2);
    all->addLayout(top);
    all->addWidget(canvas_, 1);
    canvas_->setMinimumHeight(120);
    connect(&session, &Session::run_changed, this, &StateView::refresh);
    connect(&session, &Session::moved, this, &StateView::refresh);
    connect(&session, &Session::selection_changed, this, &StateView::refresh);
    connect(&view, &ViewSettings::changed, this, &StateView::refresh);
}

QString StateView::heading() const
{
    return heading_->text();
}
QString StateView::hint() const
{
    return hint_->text();
}

trace::HostId StateView::host() const
{
    const trace::ConnectionId conn = session_.connection();
    if (conn == 0) return static_cast<trace::HostId>(place_);
    const trace::Connection& connection = session_.index().connection(conn);
    return place_ == 0 ? connection.opener.host : connection.other.host;
}

namespace {

/// The newest state rule and the timer that runs, at one host of one connection.
struct Newest {
    const trace::Record* move = nullptr;
    const trace::Record* timer = nullptr;
};

Newest newest(const Session& session, trace::HostId host, trace::ConnectionId conn)
{
    Newest result;
    for (const trace::Record& record : session.trace().records()) {
        if (record.t > session.now()) break;
        if (record.host != host || record.conn != conn) continue;
        switch (record.kind) {
        case trace::Kind::state: result.move = &record; break;
        case trace::Kind::timer_set: result.timer = &record; break;
        case trace::Kind::timer_fired:
        case trace::Kind::timer_cancelled:
            if (result.timer != nullptr && result.timer->id == record.about) result.timer = nullptr;
            break;
        default: break;
        }
    }
    return result;
}

}  // namespace

void StateView::refresh()
{
    if (!session_.is_open()) return;
    const Lang lang = view_.lang();
    const auto& hosts = session_.scenario().hosts;
    if (host() < hosts.size()) {
        const scenario::Host& shown = hosts[host()];
        const std::string& name = shown.shown.in(lang);
        heading_->setText(
            tr("%1 state").arg(QString::fromStdString(name.empty() ? shown.name : name)));
    }
    const trace::ConnectionId conn = session_.connection();
    const Newest now = newest(session_, host(), conn);
    QStringList hint;
    if (session_.index().connections().size() > 1) hint << tr("connection %1").arg(conn);
    if (now.move != nullptr) {
        const std::string_view title = rules::entry(now.move->rule).title.in(lang);
        hint << QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size()));
    }
    if (now.timer != nullptr && now.timer->timer.deadline >= session_.now()) {
        const std::string_view kind = name(now.timer->timer.kind);
        const Time left = now.timer->timer.deadline - session_.now();
        hint << QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size())) + u' ' +
                    QString::fromStdString(diagram::time_text(left, lang));
    }
    hint_->setText(hint.join(QStringLiteral(" · ")));
    canvas_->picture = diagram::layout_states(session_.index(), host(), conn, session_.now(), lang,
                                              theme::right_width - 28);
    canvas_->update();
}

void StateView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

}  // namespace finwait::gui
