// The display list on a QPainter: colours, places, fonts.
#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>

#include "app/paint/paint.h"

namespace finwait::paint {

namespace {

QImage painted(const diagram::DisplayList& list)
{
    QImage image(60, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter, list);
    return image;
}

diagram::DisplayList list_of(diagram::Shape::Type type)
{
    diagram::DisplayList list;
    list.items.emplace_back();
    list.shapes.push_back({type, 0, 0});
    return list;
}

}  // namespace

TEST(Paint, ABoxHasItsFillInsideAndNothingOutside)
{
    diagram::DisplayList list = list_of(diagram::Shape::Type::box);
    list.boxes.push_back({10, 10, 20, 10, 0, {0x0072B2}});
    const QImage image = painted(list);
    EXPECT_EQ(image.pixelColor(20, 15), QColor(0x00, 0x72, 0xB2));
    EXPECT_EQ(image.pixelColor(40, 15), QColor(Qt::white));
}

TEST(Paint, AlphaMixesWithWhatIsBelow)
{
    diagram::DisplayList list = list_of(diagram::Shape::Type::box);
    list.boxes.push_back({10, 10, 20, 10, 0, {0x000000, 128}});
    EXPECT_NEAR(painted(list).pixelColor(20, 15).red(), 127, 2);
}

TEST(Paint, ColourNoneIsNotPainted)
{
    diagram::DisplayList list = list_of(diagram::Shape::Type::box);
    list.boxes.push_back({10, 10, 20, 10});
    EXPECT_EQ(painted(list).pixelColor(20, 15), QColor(Qt::white));
}

TEST(Paint, ALabelEndsAtItsAnchor)
{
    diagram::DisplayList list = list_of(diagram::Shape::Type::label);
    list.labels.push_back(
        {{30, 30}, diagram::Anchor::end, 0, 13, false, diagram::Face::sans, {0x000000}, "ACK"});
    const QImage image = painted(list);
    bool left = false;
    bool right = false;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).red() > 128) continue;
            (x < 31 ? left : right) = true;
        }
    }
    EXPECT_TRUE(left);
    EXPECT_FALSE(right);
}

TEST(Paint, FontsAreInPixels)
{
    EXPECT_EQ(sans(13).pixelSize(), 13);
    EXPECT_EQ(mono(20, true).pixelSize(), 20);
}

}  // namespace finwait::paint
