// The core's UTF-8 as QString.
#pragma once

#include <QString>

#include <string_view>

namespace finwait::gui {

inline QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace finwait::gui
