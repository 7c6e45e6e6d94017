#include "app/gui/theme.h"

#include <QApplication>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>

#include "app/paint/paint.h"

namespace finwait::gui::theme {

namespace {

// "13px*" is 13 pixels times the text scale.
constexpr const char* sheet = R"(
* { font-size: 13px*; }
QMainWindow, QMenuBar, QMenu { background: #FFFFFF; color: #1F2937; }
QMenuBar { border-bottom: 1px solid #E2E5EA; padding: 2px 8px; }
QMenuBar::item { padding: 4px* 12px*; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: #DCEBF5; }
QMenu { border: 1px solid #CBD1D9; padding: 4px; }
QMenu::item { padding: 5px* 24px* 5px* 24px*; border-radius: 4px; }
QMenu::item:selected { background: #DCEBF5; color: #1F2937; }
QMenu::item:disabled { color: #9CA3AF; }
QMenu::separator { height: 1px; background: #E2E5EA; margin: 4px 8px; }
QToolTip { background: #1F2937; color: #FFFFFF; border: 0; padding: 4px; }
QStatusBar { background: #F7F8FA; }

#library, #faults, #sidePanel, #transport { background: #F7F8FA; }
#library, #faults { border-right: 1px solid #E2E5EA; }
#faults { border-top: 1px solid #E2E5EA; }
#sidePanel { border-left: 1px solid #E2E5EA; }
#transport { border-top: 1px solid #E2E5EA; }
#titleBar, #headerRow, #legendRow { background: #FFFFFF; }
#titleBar, #headerRow { border-bottom: 1px solid #E2E5EA; }
#legendRow { border-top: 1px solid #E2E5EA; }
#stateView { border-bottom: 1px solid #E2E5EA; }

QLineEdit { background: #FFFFFF; border: 1px solid #CBD1D9; border-radius: 5px;
            padding: 4px* 10px*; selection-background-color: #0072B2; }
QLineEdit:focus { border-color: #0072B2; }
QListWidget { background: transparent; border: 0; outline: 0; }
QListWidget::item { color: #1F2937; padding: 4px* 10px*; border-radius: 4px;
                    border-left: 3px solid transparent; }
QListWidget::item:disabled { color: #6B7280; padding: 10px* 4px* 3px* 2px*; }
QListWidget::item:hover:!disabled:!selected { background: #EEF1F5; }
QListWidget::item:selected { background: #DCEBF5; color: #004C7A; border-left: 3px solid #0072B2; }

QScrollBar:vertical { background: transparent; width: 10px*; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px*; margin: 0; }
QScrollBar::handle { background: #C7CDD6; border-radius: 3px; margin: 2px; min-height: 28px;
                     min-width: 28px; }
QScrollBar::handle:hover { background: #9CA3AF; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QToolButton, QPushButton { background: #FFFFFF; color: #1F2937; border: 1px solid #CBD1D9;
                           border-radius: 5px; padding: 3px* 10px*; }
QToolButton:hover, QPushButton:hover { background: #EEF4F9; border-color: #0072B2; }
QToolButton:pressed, QPushButton:pressed { background: #DCEBF5; }
QToolButton:disabled, QPushButton:disabled { color: #A3AAB5; border-color: #E2E5EA; }
QToolButton:checked { background: #DCEBF5; border-color: #0072B2; }
QToolButton::menu-indicator { image: none; }
QPushButton:default { border-color: #0072B2; }
QToolButton#badge { background: #EEF1F5; color: #4B5563; border-radius: 9px; padding: 1px* 9px*;
                    font-size: 12px*; }
QToolButton#badge:hover { background: #DCEBF5; }
QComboBox QAbstractItemView { background: #FFFFFF; selection-background-color: #DCEBF5;
                              selection-color: #1F2937; border: 1px solid #CBD1D9; }

QLabel { color: #1F2937; }
QLabel#title { font-size: 20px*; font-weight: 600; }
QLabel#question { color: #4B5563; }
QLabel#answer { background: #EEF6F2; border: 1px solid #9AD6C1; border-radius: 5px;
                padding: 6px* 10px*; }
QLabel#section { font-weight: 600; border: 0 solid #1F2937; border-left: 3px solid #1F2937;
                 padding-left: 8px; }
QLabel#hint, QLabel#source { color: #6B7280; font-size: 12px*; }
QLabel#ruleTitle { font-weight: 600; }
QLabel#sentence { font-size: 13px*; }
QLabel#moment { font-size: 18px*; font-weight: 600; }
QLabel#counter { color: #6B7280; font-size: 11px*; }
QScrollArea { background: transparent; border: 0; }
#inspectorBody { background: #F7F8FA; }
)";

}  // namespace

void apply(QApplication& application)
{
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(panel));
    palette.setColor(QPalette::Base, QColor(canvas));
    palette.setColor(QPalette::Text, QColor(ink));
    palette.setColor(QPalette::WindowText, QColor(ink));
    palette.setColor(QPalette::Button, QColor(canvas));
    palette.setColor(QPalette::ButtonText, QColor(ink));
    palette.setColor(QPalette::Highlight, QColor(accent));
    palette.setColor(QPalette::HighlightedText, QColor(canvas));
    palette.setColor(QPalette::PlaceholderText, QColor(faint));
    application.setPalette(palette);
    application.setFont(paint::sans(13));
}

QString style_sheet(double scale)
{
    static const QRegularExpression scaled(QStringLiteral("(\\d+)px\\*"));
    const QString text = QString::fromUtf8(sheet);
    QString result;
    qsizetype done = 0;
    auto matches = scaled.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        result += text.mid(done, match.capturedStart() - done);
        result += QString::number(qRound(match.captured(1).toInt() * scale)) + QStringLiteral("px");
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

}  // namespace finwait::gui::theme
