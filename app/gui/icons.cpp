#include "app/gui/icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace finwait::gui {

namespace {

// In a square of 24.
QPainterPath path_of(Sign sign)
{
    QPainterPath path;
    const auto bar = [&](double x, double width) { path.addRect(x, 5, width, 14); };
    const auto right = [&](double x, double width) {
        path.addPolygon(QPolygonF({{x, 5}, {x + width, 12}, {x, 19}, {x, 5}}));
    };
    const auto left = [&](double x, double width) {
        path.addPolygon(QPolygonF({{x, 5}, {x - width, 12}, {x, 19}, {x, 5}}));
    };
    switch (sign) {
    case Sign::to_start:
        bar(3, 2.5);
        left(13, 7);
        left(21, 7);
        break;
    case Sign::step_back:
        bar(5, 2.5);
        left(18, 9.5);
        break;
    case Sign::play: right(8, 11.5); break;
    case Sign::pause:
        bar(6.5, 3.8);
        bar(13.7, 3.8);
        break;
    case Sign::step_forward:
        right(6, 9.5);
        bar(16.5, 2.5);
        break;
    case Sign::to_end:
        right(3, 7);
        right(11, 7);
        bar(18.5, 2.5);
        break;
    }
    return path;
}

}  // namespace

QIcon icon(Sign sign, const QColor& colour)
{
    QIcon result;
    for (const int size : {24, 48, 96}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(size / 24.0, size / 24.0);
        painter.fillPath(path_of(sign), colour);
        result.addPixmap(pixmap);
    }
    return result;
}

}  // namespace finwait::gui
