// The signs on the buttons of the transport bar, drawn, so that they are sharp at every size.
#pragma once

#include <QColor>
#include <QIcon>

namespace finwait::gui {

enum class Sign { to_start, step_back, play, pause, step_forward, to_end };

QIcon icon(Sign sign, const QColor& colour);

}  // namespace finwait::gui
