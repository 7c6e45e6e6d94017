// The menus of the window: every command with its key and its text in both languages.
#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>

#include "app/gui/diagram_view.h"
#include "app/gui/icons.h"
#include "app/gui/main_window.h"
#include "app/gui/text.h"
#include "app/gui/theme.h"
#include "app/gui/transport_bar.h"

namespace finwait::gui {

QAction* MainWindow::action(const char* text, const QList<QKeySequence>& keys,
                            const std::function<void()>& slot)
{
    auto* result = new QAction(this);
    result->setShortcuts(keys);
    connect(result, &QAction::triggered, this, slot);
    addAction(result);
    actions_.emplace_back(result, text);
    return result;
}

QAction* MainWindow::toggle(const char* text, const QKeySequence& key,
                            const std::function<void(bool)>& slot)
{
    auto* result = new QAction(this);
    result->setCheckable(true);
    result->setShortcut(key);
    connect(result, &QAction::toggled, this, slot);
    addAction(result);
    actions_.emplace_back(result, text);
    return result;
}

QMenu* MainWindow::menu(const char* title, const QList<QAction*>& actions)
{
    auto* result = new QMenu(this);
    for (QAction* each : actions) {
        if (each == nullptr) result->addSeparator();
        else result->addAction(each);
    }
    menus_.emplace_back(result, title);
    return result;
}

void MainWindow::make_file_actions()
{
    QAction* open =
        action(QT_TR_NOOP("Open…"), {QKeySequence::Open}, [this] { ask_for_file_to_open(); });
    known_.reload =
        action(QT_TR_NOOP("Reload"), {Qt::Key_F5}, [this] { this->open(session_.file()); });
    known_.save =
        action(QT_TR_NOOP("Save as…"), {Qt::CTRL | Qt::SHIFT | Qt::Key_S, QKeySequence::Save},
               [this] { ask_where_to_save(); });
    QAction* quit = action(QT_TR_NOOP("Quit"), {Qt::CTRL | Qt::Key_Q}, [this] { close(); });
    menuBar()->addMenu(menu(QT_TR_NOOP("File"), {open, known_.reload, known_.save, nullptr, quit}));
    QAction* svg = action(QT_TR_NOOP("Figure as SVG…"), {Qt::CTRL | Qt::Key_E},
                          [this] { ask_where_to_export(QStringLiteral("svg")); });
    QAction* png = action(QT_TR_NOOP("Figure as PNG…"), {},
                          [this] { ask_where_to_export(QStringLiteral("png")); });
    QAction* pdf = action(QT_TR_NOOP("Figure as PDF…"), {},
                          [this] { ask_where_to_export(QStringLiteral("pdf")); });
    known_.export_menu = menu(QT_TR_NOOP("Export"), {svg, png, pdf});
}

void MainWindow::make_transport_actions()
{
    const QColor ink(theme::slate);
    known_.play = action(QT_TR_NOOP("Play"), {Qt::Key_Space}, [this] { player_.toggle(); });
    // A presenter's remote sends PageUp and PageDown.
    known_.step_forward =
        action(QT_TR_NOOP("Step forward"), {Qt::Key_Right, Qt::Key_Down, Qt::Key_PageDown}, [this] {
            player_.pause();
            session_.step_forward();
        });
    known_.step_forward->setIcon(icon(Sign::step_forward, ink));
    known_.step_back =
        action(QT_TR_NOOP("Step back"), {Qt::Key_Left, Qt::Key_Up, Qt::Key_PageUp}, [this] {
            player_.pause();
            session_.step_back();
        });
    known_.step_back->setIcon(icon(Sign::step_back, ink));
    known_.to_start = action(QT_TR_NOOP("To the start"), {Qt::Key_Home}, [this] {
        player_.pause();
        session_.to_start();
    });
    known_.to_start->setIcon(icon(Sign::to_start, ink));
    known_.to_end = action(QT_TR_NOOP("To the end"), {Qt::Key_End}, [this] {
        player_.pause();
        session_.to_end();
    });
    known_.to_end->setIcon(icon(Sign::to_end, ink));
}

void MainWindow::make_scenario_actions()
{
    known_.next_segment = action(QT_TR_NOOP("Select the next segment"), {Qt::CTRL | Qt::Key_Right},
                                 [this] { session_.select(session_.next_segment()); });
    known_.previous_segment =
        action(QT_TR_NOOP("Select the segment before"), {Qt::CTRL | Qt::Key_Left},
               [this] { session_.select(session_.previous_segment()); });
    known_.lose =
        action(QT_TR_NOOP("Lose the segment, or take that back"), {Qt::Key_L, Qt::Key_Delete},
               [this] { lose(session_.selected_segment()); });
    known_.undo = action(QT_TR_NOOP("Undo"), {QKeySequence::Undo}, [this] { session_.undo(); });
    known_.next_scenario = action(QT_TR_NOOP("Next scenario"), {Qt::CTRL | Qt::Key_PageDown},
                                  [this] { open_neighbour(1); });
    known_.previous_scenario = action(QT_TR_NOOP("Scenario before"), {Qt::CTRL | Qt::Key_PageUp},
                                      [this] { open_neighbour(-1); });
    const auto profile = [this](const char* text, const char* name) {
        QAction* result = action(text, {}, [this, name] {
            if (!session_.is_open() || session_.scenario().profile_name == name) return;
            if (const auto error = session_.set_profile(name)) say(qt(to_string(*error)));
        });
        result->setCheckable(true);
        return result;
    };
    known_.rfc = profile(QT_TR_NOOP("RFC (the textbook's)"), "rfc");
    known_.linux_profile = profile(QT_TR_NOOP("Linux (not yet exact)"), "linux");
    auto* group = new QActionGroup(this);
    group->addAction(known_.rfc);
    group->addAction(known_.linux_profile);
    known_.profile_menu = menu(QT_TR_NOOP("Profile"), {known_.rfc, known_.linux_profile});
    menuBar()->addMenu(menu(QT_TR_NOOP("Scenario"),
                            {known_.play, known_.step_forward, known_.step_back, known_.to_start,
                             known_.to_end, nullptr, known_.next_segment, known_.previous_segment,
                             known_.lose, known_.undo, nullptr, known_.profile_menu->menuAction(),
                             nullptr, known_.next_scenario, known_.previous_scenario}));
}

void MainWindow::make_view_actions()
{
    const auto zoom = [this](double factor) {
        return [this, factor] { diagram_->zoom_by(factor, diagram_->viewport()->height() / 2.0); };
    };
    known_.zoom_in =
        action(QT_TR_NOOP("Zoom in"), {QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Equal}, zoom(1.25));
    known_.zoom_in->setIconText(QStringLiteral("+"));
    known_.zoom_out = action(QT_TR_NOOP("Zoom out"), {QKeySequence::ZoomOut}, zoom(0.8));
    known_.zoom_out->setIconText(QStringLiteral("−"));
    known_.zoom_normal =
        action(QT_TR_NOOP("Normal size"), {Qt::CTRL | Qt::Key_0}, [this] { view_.set_zoom(1.0); });
    known_.fit = action(QT_TR_NOOP("Fit the whole run"), {Qt::CTRL | Qt::Key_9},
                        [this] { diagram_->fit(); });
    known_.answer = toggle(QT_TR_NOOP("Show the answer"), Qt::Key_A,
                           [this](bool on) { view_.set_answer_shown(on); });
    known_.hide_future = toggle(QT_TR_NOOP("Hide the future"), Qt::Key_H,
                                [this](bool on) { view_.set_hide_future(on); });
    QAction* numbers = toggle(QT_TR_NOOP("Absolute numbers"), Qt::Key_N,
                              [this](bool on) { view_.set_absolute_numbers(on); });
    QAction* larger = toggle(QT_TR_NOOP("Larger text"), Qt::Key_T,
                             [this](bool on) { view_.set_larger_text(on); });
    QAction* left =
        toggle(QT_TR_NOOP("Scenario list"), Qt::Key_F8, [this](bool on) { left_->setVisible(on); });
    QAction* right = toggle(QT_TR_NOOP("States and details"), Qt::Key_F9,
                            [this](bool on) { right_->setVisible(on); });
    for (QAction* each : {left, right}) {
        const QSignalBlocker quiet(each);
        each->setChecked(true);
    }
    // At 1.5 times the size there is no room for everything: the diagram goes before.
    connect(larger, &QAction::toggled, left, [left](bool on) { left->setChecked(!on); });
    QAction* whole = toggle(QT_TR_NOOP("Full screen"), Qt::Key_F11,
                            [this](bool on) { on ? showFullScreen() : showNormal(); });
    menuBar()->addMenu(
        menu(QT_TR_NOOP("View"),
             {known_.zoom_in, known_.zoom_out, known_.zoom_normal, known_.fit, nullptr,
              known_.answer, known_.hide_future, numbers, nullptr, larger, left, right, whole}));
    menuBar()->addMenu(known_.export_menu);
}

void MainWindow::make_language_actions()
{
    // Each language is written in itself, so that whoever needs it can read it.
    known_.english = new QAction(QStringLiteral("English"), this);
    known_.korean = new QAction(QStringLiteral("한국어"), this);
    auto* group = new QActionGroup(this);
    for (QAction* each : {known_.english, known_.korean}) {
        each->setCheckable(true);
        group->addAction(each);
    }
    connect(known_.english, &QAction::triggered, this, [this] { set_lang(Lang::en); });
    connect(known_.korean, &QAction::triggered, this, [this] { set_lang(Lang::ko); });
    known_.other_language =
        action(QT_TR_NOOP("The other language"), {Qt::CTRL | Qt::Key_L},
               [this] { set_lang(view_.lang() == Lang::ko ? Lang::en : Lang::ko); });
    menuBar()->addMenu(menu(QT_TR_NOOP("Language"), {known_.english, known_.korean}));
}

void MainWindow::make_help_actions()
{
    QAction* keys = action(QT_TR_NOOP("Keys"), {Qt::Key_F1}, [this] { show_keys(); });
    QAction* about = action(QT_TR_NOOP("About FinWait"), {}, [this] { show_about(); });
    QAction* licence = action(QT_TR_NOOP("Licence"), {}, [this] { show_licence(); });
    menuBar()->addMenu(menu(QT_TR_NOOP("Help"), {keys, about, licence}));
}

void MainWindow::retranslate()
{
    for (const auto& [each, text] : actions_) {
        const QString icon_text = each->iconText();
        each->setText(tr(text));
        if (each == known_.zoom_in || each == known_.zoom_out) each->setIconText(icon_text);
        each->setToolTip(tr(text) + (each->shortcut().isEmpty()
                                         ? QString()
                                         : QStringLiteral(" (") +
                                               each->shortcut().toString(QKeySequence::NativeText) +
                                               QStringLiteral(")")));
    }
    known_.answer->setIconText(tr("Answer"));
    for (const auto& [each, title] : menus_) each->setTitle(tr(title));
    refresh_actions();
}

}  // namespace finwait::gui
