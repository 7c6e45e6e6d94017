#include "app/paint/paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPen>
#include <QPolygonF>
#include <QStringList>

namespace finwait::paint {

namespace {

QFont face(const QStringList& families, int pixels, bool bold)
{
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(pixels);
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Without it PDF text has fi and fl ligatures, which a search does not find.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QPen pen(const diagram::Colour& edge, double width, diagram::Dash dash)
{
    QPen result(colour(edge), width);
    result.setCapStyle(dash == diagram::Dash::dotted ? Qt::RoundCap : Qt::FlatCap);
    if (dash == diagram::Dash::solid) return result;
    const double unit = width > 0 ? width : 1;
    // Patterns are in units of the pen's width; the picture gives them in pixels.
    if (dash == diagram::Dash::dashed) result.setDashPattern({6 / unit, 4 / unit});
    else result.setDashPattern({0.1 / unit, 3.5 / unit});
    return result;
}

void draw(QPainter& painter, const diagram::Line& line)
{
    if (line.colour.none) return;
    painter.setPen(pen(line.colour, line.width, line.dash));
    painter.drawLine(QPointF(line.from.x, line.from.y), QPointF(line.to.x, line.to.y));
}

void set_area(QPainter& painter, const diagram::Colour& fill, const diagram::Colour& edge,
              double edge_width, diagram::Dash dash)
{
    painter.setBrush(fill.none ? QBrush(Qt::NoBrush) : QBrush(colour(fill)));
    painter.setPen(edge.none ? QPen(Qt::NoPen) : pen(edge, edge_width, dash));
}

void draw(QPainter& painter, const diagram::Box& box)
{
    set_area(painter, box.fill, box.edge, box.edge_width, box.dash);
    const QRectF area(box.x, box.y, box.width, box.height);
    if (box.radius > 0) painter.drawRoundedRect(area, box.radius, box.radius);
    else painter.drawRect(area);
}

void draw(QPainter& painter, const diagram::Polygon& polygon)
{
    set_area(painter, polygon.fill, polygon.edge, polygon.edge_width, diagram::Dash::solid);
    QPolygonF points;
    for (const diagram::Point& point : polygon.points) points << QPointF(point.x, point.y);
    painter.drawPolygon(points);
}

void draw(QPainter& painter, const diagram::Label& label)
{
    if (label.colour.none || label.text.empty()) return;
    const QFont font = label.face == diagram::Face::mono ? mono(label.size, label.bold)
                                                         : sans(label.size, label.bold);
    const QString text = QString::fromStdString(label.text);
    painter.setFont(font);
    painter.setPen(colour(label.colour));
    double shift = 0;
    if (label.anchor != diagram::Anchor::start) {
        const double advance = QFontMetricsF(font).horizontalAdvance(text);
        shift = label.anchor == diagram::Anchor::middle ? -advance / 2 : -advance;
    }
    if (label.angle == 0) {
        painter.drawText(QPointF(label.at.x + shift, label.at.y), text);
        return;
    }
    painter.save();
    painter.translate(label.at.x, label.at.y);
    painter.rotate(label.angle);
    painter.drawText(QPointF(shift, 0), text);
    painter.restore();
}

}  // namespace

QFont sans(int pixels, bool bold)
{
    static const QStringList families{QStringLiteral("Noto Sans"),
                                      QStringLiteral("Noto Sans CJK KR"),
                                      QStringLiteral("Noto Sans KR"), QStringLiteral("sans-serif")};
    return face(families, pixels, bold);
}

QFont mono(int pixels, bool bold)
{
    static const QStringList families{QStringLiteral("Noto Sans Mono"),
                                      QStringLiteral("Noto Sans Mono CJK KR"),
                                      QStringLiteral("monospace")};
    return face(families, pixels, bold);
}

QColor colour(const diagram::Colour& colour)
{
    QColor result = QColor::fromRgb(colour.rgb);
    result.setAlpha(colour.none ? 0 : colour.alpha);
    return result;
}

void paint(QPainter& painter, const diagram::DisplayList& list)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const diagram::Shape& shape : list.shapes) {
        switch (shape.type) {
        case diagram::Shape::Type::line: draw(painter, list.lines[shape.index]); break;
        case diagram::Shape::Type::box: draw(painter, list.boxes[shape.index]); break;
        case diagram::Shape::Type::polygon: draw(painter, list.polygons[shape.index]); break;
        case diagram::Shape::Type::label: draw(painter, list.labels[shape.index]); break;
        }
    }
}

}  // namespace finwait::paint
