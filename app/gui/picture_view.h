// A widget that paints one display list of the core: the host boxes above the diagram, the
// legend below it. The list is made when it is needed and whenever refresh() is called.
#pragma once

#include <QWidget>

#include <functional>
#include <optional>

#include "core/diagram/display_list.h"

namespace finwait::gui {

class PictureView : public QWidget {
    Q_OBJECT

public:
    /// `make` gets the width in logical pixels.
    using Make = std::function<diagram::DisplayList(double width)>;
    PictureView(Make make, QWidget* parent = nullptr);

    void set_scale(double scale);
    void set_sideways(double offset);
    void refresh();
    /// Paints smaller where the picture is wider than the widget.
    void set_fits(bool fits) { fits_ = fits; }
    /// The height follows the picture, between these (logical pixels).
    void set_heights(int smallest, int largest);
    const diagram::DisplayList& picture() const;

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;

private:
    Make make_;
    double painted_scale() const;

    double scale_ = 1;
    bool fits_ = false;
    double sideways_ = 0;
    int smallest_ = 24, largest_ = 200;
    mutable std::optional<diagram::DisplayList> picture_;
};

}  // namespace finwait::gui
