#include "app/gui/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace finwait::gui {

Languages::~Languages()
{
    remove();
}

void Languages::remove()
{
    QCoreApplication::removeTranslator(&ours_);
    QCoreApplication::removeTranslator(&qts_);
}

void Languages::use(Lang lang)
{
    remove();
    const QString code = lang == Lang::ko ? QStringLiteral("ko") : QStringLiteral("en");
    // English has a file too: it holds the plurals.
    if (ours_.load(QStringLiteral(":/i18n/finwait_") + code))
        QCoreApplication::installTranslator(&ours_);
    const QString place = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (lang != Lang::en && qts_.load(QStringLiteral("qtbase_") + code, place))
        QCoreApplication::installTranslator(&qts_);
    QLocale::setDefault(QLocale(code));
}

}  // namespace finwait::gui
