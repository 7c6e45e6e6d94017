// English and Korean: complete, switched at run time, and drawn with glyphs.
#include <QFile>
#include <QLabel>
#include <QMenuBar>
#include <QPainter>
#include <QRegularExpression>

#include "app/gui/faults_list.h"
#include "app/gui/library_list.h"
#include "app/gui/state_view.h"
#include "app/paint/paint.h"
#include "tests/gui/window_fixture.h"

namespace finwait::gui {

namespace {

QString translations(const char* lang)
{
    QFile file(QStringLiteral(FINWAIT_SOURCE_DIR "/app/gui/i18n/finwait_%1.ts").arg(lang));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QImage drawn(const QString& text)
{
    QImage image(60, 60, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setFont(paint::sans(30));
    painter.drawText(image.rect(), Qt::AlignCenter, text);
    return image;
}

}  // namespace

TEST(Translations, AreComplete)
{
    for (const char* lang : {"en", "ko"}) {
        const QString text = translations(lang);
        EXPECT_GT(text.count("<message"), 90) << lang;
        EXPECT_FALSE(text.contains("unfinished")) << lang;
        EXPECT_FALSE(text.contains("<translation></translation>")) << lang;
        EXPECT_FALSE(text.contains("<translation/>")) << lang;
    }
}

TEST(Translations, HoldTheSameTextsInBothLanguages)
{
    static const QRegularExpression source("<source>(.*?)</source>");
    const auto sources = [](const char* lang) {
        QStringList result;
        auto matches = source.globalMatch(translations(lang));
        while (matches.hasNext()) result << matches.next().captured(1);
        return result;
    };
    EXPECT_EQ(sources("en"), sources("ko"));
}

TEST(Translations, KeepTheirPlaces)
{
    static const QRegularExpression message(
        "<source>(.*?)</source>\\s*<translation>(.*?)</translation>",
        QRegularExpression::DotMatchesEverythingOption);
    auto matches = message.globalMatch(translations("ko"));
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (const char* place : {"%1", "%2", "%n"})
            EXPECT_EQ(match.captured(1).contains(place), match.captured(2).contains(place))
                << match.captured(1).toStdString();
    }
}

TEST(KoreanGlyphs, TwoSyllablesLookDifferent)
{
    EXPECT_NE(drawn("한"), drawn("글")) << "boxes instead of glyphs: is a Korean font installed?";
}

TEST_F(WindowTest, EveryTextSwitchesToKoreanAndBack)
{
    window.set_lang(Lang::ko);
    settle();
    EXPECT_EQ(window.title_bar().title(), "마지막 ACK 손실");
    EXPECT_EQ(window.menuBar()->actions()[0]->text(), "파일");
    EXPECT_EQ(window.states(0).heading(), "클라이언트 상태");
    // Nothing but names and numbers is left in Latin letters.
    static const QRegularExpression english("\\b(the|of|Open|Save|Show|Select|Step|Answer)\\b");
    for (const QAction* each : window.actions())
        EXPECT_FALSE(each->text().contains(english)) << each->text().toStdString();
    for (const QLabel* each : window.findChildren<QLabel*>())
        if (each->isVisible() && each->objectName() != "source") {
            EXPECT_FALSE(each->text().contains(english)) << each->text().toStdString();
        }
    window.set_lang(Lang::en);
    settle();
    EXPECT_EQ(window.title_bar().title(), "The final ACK is lost");
    EXPECT_EQ(window.menuBar()->actions()[0]->text(), "File");
}

TEST_F(WindowTest, TheDiagramSpeaksKoreanToo)
{
    const QImage english = picture();
    window.set_lang(Lang::ko);
    settle();
    EXPECT_NE(picture(), english);
}

}  // namespace finwait::gui
