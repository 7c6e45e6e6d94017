// The window: puts the views beside each other, owns the session they show, and gives every
// command a menu entry and a key. It knows nothing of protocols.
#pragma once

#include <QMainWindow>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/languages.h"
#include "app/gui/library.h"
#include "app/gui/player.h"
#include "app/gui/session.h"
#include "app/gui/view_settings.h"

class QActionGroup;
class QLabel;

namespace finwait::gui {

class DiagramView;
class FaultsList;
class Inspector;
class LibraryList;
class PictureView;
class StateView;
class TitleBar;
class TransportBar;

class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const std::string& scenarios_folder, Lang lang = Lang::en,
                        QWidget* parent = nullptr);
    ~MainWindow() override;

    /// A file, a name of the library, or nothing: the first scenario. A wrong file is told in
    /// one dialog and changes nothing.
    bool open(const std::string& file_or_name);
    /// Loses a segment; one that a single fault has lost gets it taken back.
    void lose(trace::RecordId sent);
    void take_back(std::size_t fault);
    void set_lang(Lang lang);
    /// Writes the scenario with its faults. The caller has asked before overwriting.
    bool save(const std::string& path);
    /// Writes the figure as its suffix says: svg, png, pdf.
    bool write_figure(const QString& path);

    Session& session() { return session_; }
    ViewSettings& view() { return view_; }
    Player& player() { return player_; }
    const Library& library() const { return library_; }
    DiagramView& diagram() { return *diagram_; }
    FaultsList& faults() { return *faults_; }
    Inspector& inspector() { return *inspector_; }
    LibraryList& library_list() { return *library_list_; }
    TitleBar& title_bar() { return *title_bar_; }
    TransportBar& transport() { return *transport_; }
    StateView& states(int place) { return *states_[place]; }
    /// The message that is shown for a moment above the diagram; "" when there is none.
    QString message() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// Makes an action whose text is translated again on every change of language.
    QAction* action(const char* text, const QList<QKeySequence>& keys,
                    const std::function<void()>& slot);
    QAction* toggle(const char* text, const QKeySequence& key,
                    const std::function<void(bool)>& slot);
    QMenu* menu(const char* title, const QList<QAction*>& actions);
    void make_file_actions();
    void make_transport_actions();
    void make_scenario_actions();
    void make_view_actions();
    void make_language_actions();
    void make_help_actions();
    void make_widgets();
    QWidget* make_centre();
    void retranslate();
    void refresh_actions();
    void arrange();
    void say(const QString& message);
    void tell(const QString& title, const std::string& message);
    void show_page(const QString& title, const QString& text);
    void show_keys();
    void show_about();
    void show_licence();
    void ask_for_file_to_open();
    void ask_where_to_save();
    void ask_where_to_export(const QString& suffix);
    void open_neighbour(int by);
    QString suggested_path(const QString& suffix) const;

    Languages languages_;
    Library library_;
    Session session_;
    ViewSettings view_;
    Player player_;
    std::vector<std::pair<QAction*, const char*>> actions_;
    std::vector<std::pair<QMenu*, const char*>> menus_;
    struct Known {
        QAction *reload, *save, *play, *step_forward, *step_back, *to_start, *to_end, *lose, *undo,
            *next_segment, *previous_segment, *next_scenario, *previous_scenario, *zoom_in,
            *zoom_out, *zoom_normal, *fit, *answer, *hide_future, *other_language, *english,
            *korean, *rfc, *linux_profile;
        QMenu *export_menu, *profile_menu;
    } known_{};
    TitleBar* title_bar_ = nullptr;
    PictureView* header_ = nullptr;
    DiagramView* diagram_ = nullptr;
    PictureView* legend_ = nullptr;
    QLabel* toast_ = nullptr;
    LibraryList* library_list_ = nullptr;
    FaultsList* faults_ = nullptr;
    QWidget* left_ = nullptr;
    QWidget* right_ = nullptr;
    StateView* states_[2] = {};
    Inspector* inspector_ = nullptr;
    TransportBar* transport_ = nullptr;
};

}  // namespace finwait::gui
