// Colours and sizes of the window. Colour means one thing, a state; the accent is for selection,
// play and focus only, orange for "now" and loss only. Used by every widget.
#pragma once

#include <QColor>
#include <QString>

class QApplication;

namespace finwait::gui::theme {

inline constexpr QRgb ink = 0xFF1F2937;
inline constexpr QRgb slate = 0xFF334155;  ///< hosts
inline constexpr QRgb muted = 0xFF4B5563;  ///< secondary text
inline constexpr QRgb faint = 0xFF6B7280;  ///< ticks
inline constexpr QRgb rule = 0xFFE2E5EA;   ///< separators
inline constexpr QRgb field = 0xFFCBD1D9;  ///< edges of fields and buttons
inline constexpr QRgb panel = 0xFFF7F8FA;
inline constexpr QRgb canvas = 0xFFFFFFFF;
inline constexpr QRgb accent = 0xFF0072B2;
inline constexpr QRgb accent_soft = 0xFFDCEBF5;
inline constexpr QRgb now = 0xFFD55E00;
inline constexpr QRgb loss_text = 0xFFB54A00;

inline constexpr int left_width = 232;
inline constexpr int right_width = 404;
inline constexpr int transport_height = 78;
inline constexpr int veil_alpha = 178;  ///< of the white over the future

/// Fusion, palette and font: once, before the first widget.
void apply(QApplication& application);
/// Sizes of all standard widgets, for a text scale of 1.0 or 1.5.
QString style_sheet(double scale);

}  // namespace finwait::gui::theme
