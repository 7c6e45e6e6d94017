#include "app/gui/header_picture.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

#include "app/gui/theme.h"
#include "app/gui/view_settings.h"
#include "app/paint/paint.h"

namespace finwait::gui {

namespace {

// Logical pixels; the text scale of the window is applied to all of them.
constexpr double row_height = 25;
constexpr double flag_row_height = 31;  // two lines: name and bit
constexpr double flag_width = 25;
constexpr double offset_width = 46;  // "off 5", four bits that need room for six letters
constexpr double full_width = 346;   // a narrower panel makes everything smaller
constexpr double gap = 8;            // between fields and bytes
constexpr double byte_line = 20;
constexpr double byte_width = 24;
constexpr double group_gap = 6;  // after four bytes
constexpr double address_width = 38;
constexpr int bytes_a_line = 12;
constexpr int most_bytes = 72;

constexpr QRgb marked_byte = 0xFFBFE3D5;

// The fourth row (data offset, flags, window) is higher than the others.
constexpr int flag_row = 3;

double top_of(int row)
{
    return row * row_height + (row > flag_row ? flag_row_height - row_height : 0);
}
double height_of(int row)
{
    return row == flag_row ? flag_row_height : row_height;
}

int row_of(const exports::Field& field)
{
    return field.first_bit / 32;
}

QString text_of(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

HeaderPicture::HeaderPicture(ViewSettings& view, QWidget* parent) : QWidget(parent), view_(view)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(&view, &ViewSettings::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void HeaderPicture::show_packet(std::optional<exports::Packet> packet)
{
    packet_ = std::move(packet);
    if (!packet_ || selected_ >= static_cast<int>(packet_->fields.size())) selected_ = -1;
    setVisible(packet_.has_value());
    updateGeometry();
    update();
}

void HeaderPicture::select_field(int field)
{
    selected_ = field;
    update();
}

double HeaderPicture::scale() const
{
    return std::min(view_.text_scale(), width() / full_width);
}

int HeaderPicture::rows() const
{
    return packet_ ? static_cast<int>(packet_->header_bytes / 4) : 0;
}

int HeaderPicture::shown_bytes() const
{
    return packet_ ? std::min(static_cast<int>(packet_->bytes.size()), most_bytes) : 0;
}

QSize HeaderPicture::sizeHint() const
{
    const int lines = (shown_bytes() + bytes_a_line - 1) / bytes_a_line;
    const bool more = packet_ && static_cast<int>(packet_->bytes.size()) > most_bytes;
    const double height = top_of(rows()) + gap + (lines + (more ? 1 : 0)) * byte_line + 8;
    return {static_cast<int>(full_width * view_.text_scale()),
            static_cast<int>(std::ceil(height * scale()))};
}

QRectF HeaderPicture::area_of_field(int field) const
{
    const auto& fields = packet_->fields;
    const exports::Field& wanted = fields[static_cast<std::size_t>(field)];
    const int row = row_of(wanted);
    const double width = this->width() / scale() - 1;
    const bool narrow = row == flag_row;
    const auto fixed = [&](const exports::Field& f) {
        return f.bits == 1                                      ? flag_width
               : narrow && f.bits == 4 && f.first_bit % 32 == 0 ? offset_width
               : narrow && f.bits < 8                           ? flag_width
                                                                : 0;
    };
    double taken = 0;
    int bits = 0;
    for (const exports::Field& other : fields) {
        if (row_of(other) != row) continue;
        taken += fixed(other);
        if (fixed(other) == 0) bits += other.bits;
    }
    const double a_bit = bits > 0 ? (width - taken) / bits : 0;
    const auto width_of = [&](const exports::Field& f) {
        return fixed(f) > 0 ? fixed(f) : std::min(f.bits, 32) * a_bit;
    };
    double x = 0.5;
    for (int i = 0; i < field; ++i) {
        const exports::Field& other = fields[static_cast<std::size_t>(i)];
        if (row_of(other) == row) x += width_of(other);
    }
    const int rows_high = std::max(1, wanted.bits / 32);
    return {x, top_of(row) + 0.5, width_of(wanted), height_of(row) + (rows_high - 1) * row_height};
}

QRectF HeaderPicture::area_of_byte(int byte) const
{
    const int line = byte / bytes_a_line;
    const int place = byte % bytes_a_line;
    return {address_width + place * byte_width + place / 4 * group_gap,
            top_of(rows()) + gap + 4 + line * byte_line, byte_width, byte_line};
}

bool HeaderPicture::is_marked(int byte) const
{
    if (!packet_ || selected_ < 0) return false;
    const exports::Field& field = packet_->fields[static_cast<std::size_t>(selected_)];
    return byte * 8 < field.first_bit + field.bits && (byte + 1) * 8 > field.first_bit;
}

void HeaderPicture::paint_field(QPainter& painter, int index) const
{
    const exports::Field& field = packet_->fields[static_cast<std::size_t>(index)];
    const QRectF area = area_of_field(index);
    const QString key = text_of(field.key);
    const bool flag = field.bits == 1;
    const bool set = flag && field.value != "0";
    QColor fill(theme::canvas);
    if (key == QStringLiteral("seq")) fill = QColor(0xE8F1FB);
    if (key == QStringLiteral("ack")) fill = QColor(0xE6F5EF);
    if (key == QStringLiteral("window")) fill = QColor(0xFDF3E1);
    if (set) fill = QColor(0x00835C);
    painter.setPen(QPen(QColor(theme::field), 1));
    painter.setBrush(fill);
    painter.drawRect(area);

    const QFont small = paint::sans(flag ? 10 : 12, flag);
    const QFont value = paint::mono(flag ? 12 : 13, true);
    const QString number = QString::fromStdString(field.value);
    if (flag) {
        painter.setFont(small);
        painter.setPen(set ? QColor(Qt::white) : QColor(theme::faint));
        painter.drawText(area.adjusted(-4, 2, 4, -area.height() / 2), Qt::AlignCenter, key);
        painter.setFont(value);
        painter.drawText(area.adjusted(0, area.height() / 2 - 1, 0, -1), Qt::AlignCenter, number);
        return;
    }
    const double key_width = QFontMetricsF(small).horizontalAdvance(key);
    const double number_width = QFontMetricsF(value).horizontalAdvance(number);
    const bool both = key_width + 6 + number_width <= area.width() - 4;
    const double left =
        area.center().x() - (both ? key_width + 6 + number_width : number_width) / 2;
    const double base = area.center().y() + 4.5;
    painter.setPen(QColor(theme::muted));
    painter.setFont(small);
    if (both) painter.drawText(QPointF(left, base), key);
    if (!both && number_width > area.width()) return;  // reserved bits: the tooltip names them
    painter.setPen(QColor(theme::ink));
    painter.setFont(value);
    painter.drawText(QPointF(left + (both ? key_width + 6 : 0), base), number);
}

void HeaderPicture::paint_bytes(QPainter& painter) const
{
    const int count = shown_bytes();
    const int lines = (count + bytes_a_line - 1) / bytes_a_line;
    const bool more = static_cast<int>(packet_->bytes.size()) > most_bytes;
    const double top = top_of(rows()) + gap;
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xEEF0F3));
    painter.drawRoundedRect(
        QRectF(0, top, width() / scale(), (lines + (more ? 1 : 0)) * byte_line + 8), 4, 4);
    painter.setFont(paint::mono(13));
    for (int i = 0; i < count; ++i) {
        const QRectF area = area_of_byte(i);
        if (i % bytes_a_line == 0) {
            painter.setPen(QColor(theme::faint));
            painter.drawText(QRectF(10, area.y(), address_width, area.height()),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             QStringLiteral("%1").arg(i, 2, 16, QLatin1Char('0')));
        }
        if (is_marked(i)) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(marked_byte));
            painter.drawRoundedRect(area.adjusted(1, 2, -1, -2), 2, 2);
        }
        const bool header = i < static_cast<int>(packet_->header_bytes);
        painter.setPen(QColor(header ? theme::ink : theme::accent));
        const auto byte = std::to_integer<unsigned>(packet_->bytes[static_cast<std::size_t>(i)]);
        painter.drawText(area, Qt::AlignCenter,
                         QStringLiteral("%1").arg(byte, 2, 16, QLatin1Char('0')));
    }
    if (!more) return;
    painter.setPen(QColor(theme::faint));
    painter.setFont(paint::sans(12));
    const int left = static_cast<int>(packet_->bytes.size()) - most_bytes;
    painter.drawText(QRectF(address_width, top + 4 + lines * byte_line, 300, byte_line),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("… %n more byte(s)", nullptr, left));
}

void HeaderPicture::paintEvent(QPaintEvent*)
{
    if (!packet_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale(), scale());
    const int count = static_cast<int>(packet_->fields.size());
    for (int i = 0; i < count; ++i) paint_field(painter, i);
    if (selected_ >= 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(theme::accent), 2));
        painter.drawRect(area_of_field(selected_));
    }
    paint_bytes(painter);
    if (hasFocus() && selected_ < 0) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(theme::accent), 1, Qt::DotLine));
        painter.drawRect(QRectF(0.5, 0.5, width() / scale() - 1, top_of(rows())));
    }
}

int HeaderPicture::field_at(QPointF place) const
{
    if (!packet_) return -1;
    place /= scale();
    const int count = static_cast<int>(packet_->fields.size());
    for (int i = 0; i < count; ++i)
        if (area_of_field(i).contains(place)) return i;
    for (int byte = 0; byte < shown_bytes(); ++byte) {
        if (!area_of_byte(byte).contains(place)) continue;
        for (int i = 0; i < count; ++i) {
            const exports::Field& field = packet_->fields[static_cast<std::size_t>(i)];
            if (field.first_bit + field.bits > byte * 8) return i;
        }
    }
    return -1;
}

bool HeaderPicture::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) event->accept();
    }
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int field = field_at(help->pos());
    if (field >= 0) {
        const exports::Field& f = packet_->fields[static_cast<std::size_t>(field)];
        const QString words = text_of(f.name.in(view_.lang())) + QStringLiteral(": ") +
                              QString::fromStdString(f.value);
        QToolTip::showText(help->globalPos(), words);
    } else {
        QToolTip::hideText();
    }
    return true;
}

void HeaderPicture::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton) select_field(field_at(event->position()));
}

void HeaderPicture::keyPressEvent(QKeyEvent* event)
{
    const int count = packet_ ? static_cast<int>(packet_->fields.size()) : 0;
    if (event->key() == Qt::Key_Down) select_field(std::min(selected_ + 1, count - 1));
    else if (event->key() == Qt::Key_Up) select_field(std::max(selected_ - 1, -1));
    else event->ignore();
}

}  // namespace finwait::gui
