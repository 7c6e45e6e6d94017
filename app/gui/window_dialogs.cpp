// What the window asks and tells in dialogs: files to open, to save, to export to; keys, about,
// licence. No dialog blocks.
#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QKeySequence>
#include <QMessageBox>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>
#include <cmath>

#include "app/gui/diagram_view.h"
#include "app/gui/main_window.h"
#include "app/gui/text.h"
#include "app/paint/paint.h"
#include "core/diagram/layout.h"
#include "core/export/svg.h"

namespace finwait::gui {

namespace {

constexpr double figure_width = 784;
constexpr double png_scale = 2;

void write_png(const diagram::DisplayList& figure, QIODevice& file)
{
    QImage image(QSizeF(figure.width, figure.height).toSize() * png_scale, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(png_scale, png_scale);
    paint::paint(painter, figure);
    painter.end();
    image.save(&file, "PNG");
}

void write_pdf(const diagram::DisplayList& figure, QIODevice& file, const QString& title)
{
    // 96 pixels an inch as on the screen; readers refuse pages above 14,400 points.
    const double scale = std::min(1.0, 14000.0 / (figure.height * 0.75));
    QPdfWriter writer(&file);
    writer.setResolution(1200);
    writer.setTitle(title);
    writer.setPageMargins(QMarginsF());
    writer.setPageSize(QPageSize(QSizeF(figure.width, figure.height) * 0.75 * scale,
                                 QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter painter(&writer);
    painter.scale(1200.0 / 96 * scale, 1200.0 / 96 * scale);
    paint::paint(painter, figure);
}

}  // namespace

bool MainWindow::write_figure(const QString& path)
{
    diagram::Look look = look_of(session_, view_, figure_width);
    look.now.reset();
    look.selected.reset();
    look.hide_future = false;
    look.title = true;
    look.legend = true;
    const diagram::DisplayList figure = diagram::figure(session_.index(), look);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        const QString suffix = QFileInfo(path).suffix().toLower();
        if (suffix == QStringLiteral("png")) write_png(figure, file);
        else if (suffix == QStringLiteral("pdf")) write_pdf(figure, file, qt(look.title_text));
        else
            file.write(QByteArray::fromStdString(
                exports::svg(figure, look.title_text, look.question_text)));
        if (file.commit()) return true;
    }
    tell(tr("The figure cannot be written"),
         path.toStdString() + ": " + file.errorString().toStdString());
    return false;
}

QString MainWindow::suggested_path(const QString& suffix) const
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QString name = QFileInfo(qt(session_.file())).completeBaseName();
    return folder + u'/' + (name.isEmpty() ? QStringLiteral("scenario") : name) + u'.' + suffix;
}

void MainWindow::ask_for_file_to_open()
{
    auto* dialog =
        new QFileDialog(this, tr("Open a scenario"), QFileInfo(qt(session_.file())).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Scenarios (*.toml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { open(path.toStdString()); });
    dialog->open();
}

void MainWindow::ask_where_to_save()
{
    // QFileDialog asks before it gives back a file that exists.
    auto* dialog = new QFileDialog(this, tr("Save the scenario with its faults"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("toml"));
    dialog->setNameFilters({tr("Scenarios (*.toml)")});
    dialog->selectFile(suggested_path(QStringLiteral("toml")));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { save(path.toStdString()); });
    dialog->open();
}

void MainWindow::ask_where_to_export(const QString& suffix)
{
    auto* dialog = new QFileDialog(this, tr("Export the figure"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilters({QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix)});
    dialog->selectFile(suggested_path(suffix));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (write_figure(path)) say(tr("Written: %1").arg(path));
    });
    dialog->open();
}

void MainWindow::show_page(const QString& title, const QString& text)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Close, this);
    box->setTextFormat(Qt::RichText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::show_keys()
{
    // Made of the actions, so that it cannot say anything else than what they do.
    QString rows;
    for (const auto& [each, text] : actions_) {
        QStringList keys;
        for (const QKeySequence& key : each->shortcuts())
            keys << key.toString(QKeySequence::NativeText).toHtmlEscaped();
        if (keys.isEmpty()) continue;
        rows += QStringLiteral("<tr><td style='padding-right:24px'><b>%1</b></td><td>%2</td></tr>")
                    .arg(keys.join(QStringLiteral(", ")), tr(text).toHtmlEscaped());
    }
    const QStringList mouse{tr("Click an arrow: its fields, bytes and rule"),
                            tr("Right-click an arrow: lose it, or take that back"),
                            tr("Ctrl and wheel: zoom"),
                            tr("Tab in the diagram: from segment to segment"),
                            tr("Delete in the list of faults: take the fault back")};
    show_page(tr("Keys"),
              QStringLiteral("<table>%1</table><p>%2</p>")
                  .arg(rows, mouse.join(QStringLiteral("<br>"))
                                 .toHtmlEscaped()
                                 .replace(QStringLiteral("&lt;br&gt;"), QStringLiteral("<br>"))));
}

void MainWindow::show_about()
{
    show_page(tr("About FinWait"),
              QStringLiteral("<h3>FinWait %1</h3><p>%2</p><p>%3</p>")
                  .arg(QStringLiteral(FINWAIT_VERSION),
                       tr("A simulator of how a TCP connection opens, talks and closes. Every "
                          "segment can be lost with a click, and every consequence is computed by "
                          "a real state machine."),
                       tr("Not modelled: IPv6, path MTU, congestion control beyond short "
                          "transfers.")));
}

void MainWindow::show_licence()
{
    show_page(tr("Licence"),
              QStringLiteral("<p>%1</p><p>%2</p><p>%3</p>")
                  .arg(tr("FinWait is free software under the GNU General Public License, version "
                          "3 or later. It comes without any warranty."),
                       tr("The texts of the scenarios may be used under CC BY 4.0."),
                       tr("What you export is yours.")));
}

}  // namespace finwait::gui
