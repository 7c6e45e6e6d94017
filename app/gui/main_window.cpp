#include "app/gui/main_window.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSaveFile>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

#include "app/gui/diagram_view.h"
#include "app/gui/faults_list.h"
#include "app/gui/icons.h"
#include "app/gui/inspector.h"
#include "app/gui/library_list.h"
#include "app/gui/picture_view.h"
#include "app/gui/state_view.h"
#include "app/gui/text.h"
#include "app/gui/theme.h"
#include "app/gui/title_bar.h"
#include "app/gui/transport_bar.h"
#include "core/diagram/layout.h"

namespace finwait::gui {

MainWindow::MainWindow(const std::string& scenarios_folder, Lang lang, QWidget* parent)
    : QMainWindow(parent), library_(scenarios_folder), player_(session_)
{
    languages_.use(lang);
    view_.set_lang(lang);
    make_file_actions();
    make_transport_actions();
    make_scenario_actions();
    make_view_actions();
    make_language_actions();
    make_help_actions();
    make_widgets();
    connect(&session_, &Session::run_changed, this, &MainWindow::refresh_actions);
    connect(&session_, &Session::moved, this, &MainWindow::refresh_actions);
    connect(&session_, &Session::selection_changed, this, &MainWindow::refresh_actions);
    connect(&player_, &Player::playing_changed, this, &MainWindow::refresh_actions);
    connect(&view_, &ViewSettings::changed, this, [this] {
        arrange();
        refresh_actions();
    });
    retranslate();
    resize(1440, 900);
    arrange();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::make_centre()
{
    title_bar_ = new TitleBar(session_, view_,
                              {known_.zoom_out, known_.zoom_normal, known_.zoom_in, known_.answer,
                               known_.other_language, known_.export_menu, known_.profile_menu});
    diagram_ = new DiagramView(session_, view_);
    const auto picture =
        [this](diagram::DisplayList (*make)(const trace::Index&, const diagram::Look&)) {
            return new PictureView([this, make](double) {
                if (!session_.is_open()) return diagram::DisplayList{};
                return make(session_.index(), look_of(session_, view_, diagram_->picture_width()));
            });
        };
    header_ = picture(&diagram::layout_header);
    header_->setObjectName(QStringLiteral("headerRow"));
    legend_ = picture([](const trace::Index&, const diagram::Look& look) {
        return diagram::layout_legend(look);
    });
    legend_->set_fits(true);
    legend_->setObjectName(QStringLiteral("legendRow"));
    connect(diagram_, &DiagramView::scrolled_sideways, header_, &PictureView::set_sideways);
    connect(diagram_, &DiagramView::lose_asked, this, &MainWindow::lose);
    toast_ = new QLabel(diagram_);
    toast_->setStyleSheet(QStringLiteral(
        "background: #1F2937; color: white; border-radius: 6px; padding: 6px 12px;"));
    toast_->hide();
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(title_bar_);
    column->addWidget(header_);
    column->addWidget(diagram_, 1);
    column->addWidget(legend_);
    return centre;
}

void MainWindow::make_widgets()
{
    QWidget* centre = make_centre();
    library_list_ = new LibraryList(library_, view_);
    faults_ = new FaultsList(session_);
    for (int place = 0; place < 2; ++place) states_[place] = new StateView(session_, view_, place);
    inspector_ = new Inspector(session_, view_);
    transport_ = new TransportBar(
        session_, view_, player_,
        {known_.to_start, known_.step_back, known_.play, known_.step_forward, known_.to_end});
    const auto column = [](std::initializer_list<std::pair<QWidget*, int>> widgets) {
        auto* result = new QWidget;
        auto* layout = new QVBoxLayout(result);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        for (const auto& [widget, stretch] : widgets) layout->addWidget(widget, stretch);
        return result;
    };
    left_ = column({{library_list_, 1}, {faults_, 0}});
    right_ = column({{states_[0], 0}, {states_[1], 0}, {inspector_, 1}});
    right_->setObjectName(QStringLiteral("sidePanel"));
    right_->setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(left_);
    row->addWidget(centre, 1);
    row->addWidget(right_);
    auto* all = new QWidget;
    auto* layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row, 1);
    layout->addWidget(transport_);
    // Said here, since the panels' own widths follow the window's and would keep it from shrinking.
    all->setMinimumSize(960, 600);
    setCentralWidget(all);
    connect(library_list_, &LibraryList::open_asked, this,
            [this](const QString& path) { open(path.toStdString()); });
    connect(faults_, &FaultsList::take_back_asked, this, &MainWindow::take_back);
}

void MainWindow::arrange()
{
    const double scale = view_.text_scale();
    const QString sheet = theme::style_sheet(scale);
    if (styleSheet() != sheet) setStyleSheet(sheet);
    // The panels give way on a small screen, down to what their contents need.
    const auto part = [&](double of_width, int smallest, int largest) {
        return static_cast<int>(std::clamp(width() * of_width, smallest * scale, largest * scale));
    };
    left_->setFixedWidth(part(0.162, 176, theme::left_width));
    const double right = 0.281 * (scale > 1 ? 1.2 : 1.0);
    right_->setFixedWidth(
        static_cast<int>(std::clamp(width() * right, 316.0, theme::right_width * scale)));
    const double room = height() - menuBar()->height() - theme::transport_height * scale;
    for (StateView* states : states_)
        states->setFixedHeight(static_cast<int>(std::clamp(room * 0.282, 150.0, 268.0 * scale)));
    faults_->setFixedHeight(static_cast<int>(std::clamp(room * 0.21, 110.0, 190.0 * scale)));
    legend_->set_scale(scale);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    arrange();
    QTimer::singleShot(0, this, &MainWindow::refresh_actions);  // when the panels have their places
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && diagram_ != nullptr) retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::set_lang(Lang lang)
{
    view_.set_lang(lang);  // the views read it when LanguageChange reaches them
    languages_.use(lang);
}

bool MainWindow::open(const std::string& file_or_name)
{
    const LibraryEntry* entry =
        file_or_name.empty() ? library_.first() : library_.find(file_or_name);
    if (file_or_name.empty() && entry == nullptr) return false;
    const std::string path = entry != nullptr ? entry->path : file_or_name;
    auto text = read_file(path);
    auto error = text ? std::optional<Error>() : text.error();
    if (!error) {
        player_.pause();
        view_.set_answer_shown(false);
        error = session_.open(std::move(*text), path);
    }
    if (error) {
        tell(tr("The scenario cannot be opened"), to_string(*error));
        if (!session_.is_open() && library_.first() != nullptr && entry != library_.first())
            open({});
        return false;
    }
    library_list_->mark(path);
    diagram_->show_moment(session_.now());
    diagram_->setFocus();
    return true;
}

void MainWindow::open_neighbour(int by)
{
    const std::string path = library_list_->path_after(by);
    if (!path.empty()) open(path);
}

void MainWindow::lose(trace::RecordId sent)
{
    if (!session_.is_open() || sent == trace::no_record) return;
    if (const auto fault = session_.fault_of(sent)) return take_back(*fault);
    if (session_.index().fate(sent).lost != trace::no_record)
        return say(tr("This segment is lost already, by a fault that is in the list."));
    if (const auto error = session_.lose(sent)) say(qt(to_string(*error)));
}

void MainWindow::take_back(std::size_t fault)
{
    if (const auto error = session_.take_back(fault)) say(qt(to_string(*error)));
}

bool MainWindow::save(const std::string& path)
{
    QSaveFile file(qt(path));
    const std::string& text = session_.text();
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(text.data(), static_cast<qint64>(text.size())) ==
                             static_cast<qint64>(text.size()) &&
                         file.commit();
    if (written) session_.mark_saved(path);
    else tell(tr("The scenario cannot be saved"), path + ": " + file.errorString().toStdString());
    return written;
}

QString MainWindow::message() const
{
    return toast_->isVisible() ? toast_->text() : QString();
}

void MainWindow::say(const QString& message)
{
    toast_->setText(message);
    toast_->adjustSize();
    toast_->move((diagram_->width() - toast_->width()) / 2,
                 diagram_->height() - toast_->height() - 16);
    toast_->show();
    toast_->raise();
    QTimer::singleShot(4000, toast_, &QWidget::hide);
}

void MainWindow::tell(const QString& title, const std::string& message)
{
    auto* box = new QMessageBox(QMessageBox::Warning, title, title, QMessageBox::Ok, this);
    box->setObjectName(QStringLiteral("error"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(qt(message));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void MainWindow::refresh_actions()
{
    const bool open = session_.is_open();
    const bool playing = player_.is_playing();
    known_.play->setIcon(icon(playing ? Sign::pause : Sign::play, QColor(Qt::white)));
    known_.play->setText(playing ? tr("Pause") : tr("Play"));
    for (QAction* each : {known_.reload, known_.save, known_.play, known_.fit, known_.zoom_in,
                          known_.zoom_out, known_.zoom_normal})
        each->setEnabled(open);
    known_.step_forward->setEnabled(open && session_.now() < session_.end());
    known_.to_end->setEnabled(open && session_.now() < session_.end());
    known_.step_back->setEnabled(open && session_.now() > Time{0});
    known_.to_start->setEnabled(open && session_.now() > Time{0});
    const auto is = [](trace::RecordId id) { return id != trace::no_record; };
    known_.lose->setEnabled(open && is(session_.selected_segment()));
    known_.next_segment->setEnabled(open && is(session_.next_segment()));
    known_.previous_segment->setEnabled(open && is(session_.previous_segment()));
    known_.next_scenario->setEnabled(!library_list_->path_after(1).empty());
    known_.previous_scenario->setEnabled(!library_list_->path_after(-1).empty());
    known_.undo->setEnabled(session_.can_undo());
    known_.export_menu->setEnabled(open);
    known_.profile_menu->setEnabled(open);
    known_.answer->setEnabled(open && !session_.scenario().answer.en.empty());
    known_.answer->setChecked(view_.answer_shown());
    known_.hide_future->setChecked(view_.hide_future());
    (view_.lang() == Lang::ko ? known_.korean : known_.english)->setChecked(true);
    known_.other_language->setIconText(view_.lang() == Lang::ko ? QStringLiteral("English")
                                                                : QStringLiteral("한국어"));
    header_->set_scale(diagram_->scale());
    legend_->refresh();
    if (!open) return setWindowTitle(QStringLiteral("FinWait"));
    (session_.scenario().profile_name == "rfc" ? known_.rfc : known_.linux_profile)
        ->setChecked(true);
    setWindowTitle(qt(session_.scenario().title.in(view_.lang())) +
                   QStringLiteral("[*] — FinWait"));
    setWindowModified(session_.is_changed());
}

}  // namespace finwait::gui
