#include "app/gui/picture_view.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/paint/paint.h"

namespace finwait::gui {

PictureView::PictureView(Make make, QWidget* parent) : QWidget(parent), make_(std::move(make))
{
    setAttribute(Qt::WA_StyledBackground);
}

void PictureView::set_scale(double scale)
{
    scale_ = scale;
    refresh();
}

void PictureView::set_sideways(double offset)
{
    sideways_ = offset;
    update();
}

void PictureView::set_heights(int smallest, int largest)
{
    smallest_ = smallest;
    largest_ = largest;
}

const diagram::DisplayList& PictureView::picture() const
{
    if (!picture_) picture_ = make_(width() / scale_);
    return *picture_;
}

void PictureView::refresh()
{
    picture_.reset();
    const int logical =
        std::clamp(static_cast<int>(std::ceil(picture().height)), smallest_, largest_);
    const int height = static_cast<int>(std::lround(logical * scale_));
    if (height != minimumHeight() || height != maximumHeight()) setFixedHeight(height);
    update();
}

double PictureView::painted_scale() const
{
    if (!fits_) return scale_;
    double right = 1;
    for (const diagram::Item& item : picture().items) right = std::max(right, item.x + item.width);
    return std::min(scale_, width() / (right + 8));
}

void PictureView::resizeEvent(QResizeEvent*)
{
    refresh();
}

void PictureView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_Widget, &option, &painter, this);
    painter.translate(-sideways_, 0);
    painter.scale(painted_scale(), painted_scale());
    paint::paint(painter, picture());
}

}  // namespace finwait::gui
