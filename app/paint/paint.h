// Paints a display list of the core onto any QPainter: the window, PNG, PDF, the clipboard.
// It decides nothing about the picture: fonts, colours and places come with the list.
#pragma once

#include <QColor>
#include <QFont>

#include "core/diagram/display_list.h"

class QPainter;

namespace finwait::paint {

/// The typefaces of every picture and of the window, in integer pixels.
QFont sans(int pixels, bool bold = false);
QFont mono(int pixels, bool bold = false);

QColor colour(const diagram::Colour& colour);

/// Paints all shapes. The caller sets translation and scale.
void paint(QPainter& painter, const diagram::DisplayList& list);

}  // namespace finwait::paint
