// Switches the window's own texts at run time: our translations and Qt's own for the standard
// buttons. Texts of scenarios and rules come from the core in the chosen language.
#pragma once

#include <QTranslator>

#include "core/base/lang.h"

namespace finwait::gui {

class Languages {
public:
    Languages() = default;
    ~Languages();
    Languages(const Languages&) = delete;
    Languages& operator=(const Languages&) = delete;

    /// Every widget gets a LanguageChange event.
    void use(Lang lang);

private:
    void remove();
    QTranslator ours_, qts_;
};

}  // namespace finwait::gui
