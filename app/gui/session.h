// What the window shows, without the window: a scenario's text with its faults, the run it
// makes, the moment the person looks at, and the record that is selected. Every widget is a view
// of it. The text is the only truth: losing a segment adds a sentence to it and runs it again,
// undo goes back to the text before.
#pragma once

#include <QObject>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/scenario.h"
#include "core/trace/query.h"
#include "core/trace/trace.h"

namespace finwait::gui {

class Session : public QObject {
    Q_OBJECT

public:
    /// Reads and runs a scenario. On an error everything stays as it was.
    std::optional<Error> open(std::string text, const std::string& file);
    bool is_open() const { return run_ != nullptr; }
    /// Differs from the file it came from.
    bool is_changed() const { return text_ != saved_text_; }
    void mark_saved(const std::string& file);

    const std::string& text() const { return text_; }
    const std::string& file() const { return file_; }
    const scenario::Scenario& scenario() const { return run_->scenario; }
    const trace::Trace& trace() const { return run_->trace; }
    const trace::Index& index() const { return *run_->index; }

    // Time: a moment is a time at which something happens that a person can see.
    Time now() const { return now_; }
    Time end() const { return end_; }
    std::size_t moments() const { return moments_.size(); }
    /// How many moments have passed or are now: "event 8 of 14".
    std::size_t moments_passed() const;
    /// The moments on both sides of `t`: for playing at an even pace.
    Time moment_before(Time t) const;
    Time moment_after(Time t) const;
    void go_to(Time t);
    void step_forward() { go_to(moment_after(now_)); }
    void step_back() { go_to(moment_before(now_)); }
    void to_start() { go_to(Time{0}); }
    void to_end() { go_to(end_); }

    // Selection: what a person pointed at, else the newest segment at `now`.
    trace::RecordId selected() const;
    /// The sent record of the selection, if it is a segment.
    trace::RecordId selected_segment() const;
    /// The connection that the state machines show.
    trace::ConnectionId connection() const;
    void select(trace::RecordId record);
    void clear_selection() { select(trace::no_record); }
    /// The sent record after or before the selection; no_record: there is none.
    trace::RecordId next_segment() const;
    trace::RecordId previous_segment() const;

    // Faults.
    std::optional<Error> lose(trace::RecordId sent);
    std::optional<Error> take_back(std::size_t fault);
    /// The fault that lost this segment and is about one segment only, if there is one.
    std::optional<std::size_t> fault_of(trace::RecordId sent) const;
    std::optional<Error> set_profile(const std::string& name);
    bool can_undo() const { return !undo_.empty(); }
    void undo();

signals:
    void run_changed();  ///< another scenario, fault or profile: everything is new
    void moved();        ///< now()
    void selection_changed();

private:
    struct Run {
        scenario::Scenario scenario;
        trace::Trace trace;
        std::unique_ptr<trace::Index> index;
    };
    static Result<std::unique_ptr<Run>> make_run(const std::string& text, const std::string& file);
    std::optional<Error> change(const Result<std::string>& text);
    void adopt(std::unique_ptr<Run> run);
    trace::RecordId newest_segment() const;

    std::string text_, saved_text_, file_;
    std::vector<std::string> undo_;
    std::unique_ptr<Run> run_;
    std::vector<Time> moments_;
    Time now_{0};
    Time end_{0};
    trace::RecordId picked_ = trace::no_record;
};

}  // namespace finwait::gui
