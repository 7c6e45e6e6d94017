// The sequence diagram: asks the core for the part of the run that is in sight and paints it.
// Click selects, right-click loses; Tab goes from segment to segment; Ctrl and wheel zoom.
#pragma once

#include <QAbstractScrollArea>

#include <memory>
#include <optional>

#include "core/diagram/layout.h"

namespace finwait::gui {

class Session;
class ViewSettings;

/// What the session and the settings say about the picture; `width` in logical pixels.
diagram::Look look_of(const Session& session, const ViewSettings& view, double width);

class DiagramView : public QAbstractScrollArea {
    Q_OBJECT

public:
    DiagramView(Session& session, ViewSettings& view, QWidget* parent = nullptr);

    /// The items in sight, in the coordinates of the full picture.
    const diagram::DisplayList& picture() const;
    /// From a place in the full picture to one in the viewport.
    QPointF to_viewport(diagram::Point place) const;
    /// What is under a place of the viewport.
    const diagram::Item* item_at(QPointF place) const;
    /// Pixels of the screen for a logical one: the text scale, less where there is no room.
    double scale() const { return scale_; }
    /// Width of the picture in logical pixels.
    double picture_width() const;
    /// The moment at `viewport_y` stays where it is.
    void zoom_by(double factor, double viewport_y);
    void fit();
    /// Scrolls only if the moment is not in sight.
    void show_moment(Time t);

signals:
    void lose_asked(finwait::trace::RecordId sent);
    void scrolled_sideways(double offset);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void rebuild();
    void fit_width();
    void forget_picture();
    double offset() const;
    diagram::Look look() const;

    Session& session_;
    ViewSettings& view_;
    std::optional<diagram::TimeAxis> axis_;
    double axis_zoom_ = 0;
    double scale_ = 1;
    mutable std::optional<diagram::DisplayList> picture_;
};

}  // namespace finwait::gui
