// A TCP header as the RFC draws it, 32 bits a row, and its bytes below. The field that is
// selected is outlined, and the same bits are marked among the bytes. Part of the inspector.
#pragma once

#include <QWidget>

#include <optional>

#include "core/export/packet.h"

namespace finwait::gui {

class ViewSettings;

class HeaderPicture : public QWidget {
    Q_OBJECT

public:
    HeaderPicture(ViewSettings& view, QWidget* parent = nullptr);

    void show_packet(std::optional<exports::Packet> packet);
    /// Index into Packet::fields; -1: none.
    int selected_field() const { return selected_; }
    void select_field(int field);
    /// Where a field is painted.
    QRectF area_of_field(int field) const;
    /// Where a byte of the packet is painted.
    QRectF area_of_byte(int byte) const;
    /// Is this byte part of the selected field?
    bool is_marked(int byte) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override { updateGeometry(); }
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    double scale() const;
    int rows() const;
    int field_at(QPointF place) const;
    void paint_field(QPainter& painter, int field) const;
    void paint_bytes(QPainter& painter) const;
    int shown_bytes() const;

    ViewSettings& view_;
    std::optional<exports::Packet> packet_;
    int selected_ = -1;
};

}  // namespace finwait::gui
