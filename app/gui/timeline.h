// The whole run on one line: both hosts' state bands over the folded time axis, the future
// faded, and the moment "now", which can be dragged. Part of the transport bar.
#pragma once

#include <QWidget>

#include <optional>

#include "core/diagram/layout.h"

namespace finwait::gui {

class Session;
class ViewSettings;

class Timeline : public QWidget {
    Q_OBJECT

public:
    Timeline(Session& session, ViewSettings& view, QWidget* parent = nullptr);

    /// Where a time stands, in pixels from the left; and the other way.
    double x_of(Time t) const;
    Time time_at(double x) const;

    QSize sizeHint() const override { return {600, 70}; }
    QSize minimumSizeHint() const override { return {240, 60}; }

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    struct Band {
        double top, height;
    };
    double scale() const;
    double left() const;
    double right() const;
    Band band(int place) const;
    trace::HostId host(int place) const;
    QString name_of(int place) const;
    void paint_band(QPainter& painter, int place) const;
    void paint_segments(QPainter& painter, int place) const;
    void paint_folds(QPainter& painter) const;
    void paint_ticks(QPainter& painter) const;
    void paint_now(QPainter& painter) const;

    Session& session_;
    ViewSettings& view_;
    std::optional<diagram::TimeAxis> axis_;
};

}  // namespace finwait::gui
