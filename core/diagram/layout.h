// The sequence diagram of a trace (or of a time range of it) as a display list: slanted arrows,
// state bands with names, lost segments ending in a cross, timers as brackets, folded idle time.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/lang.h"
#include "core/base/time.h"
#include "core/diagram/display_list.h"
#include "core/trace/query.h"

namespace finwait::diagram {

struct Look {
    Lang lang = Lang::en;
    double width = 784;            ///< logical pixels
    double zoom = 1.0;             ///< of the time axis
    bool absolute_numbers = false;
    bool title = false;            ///< figures: title, question and host boxes are part of it
    bool legend = false;
    bool slanted_labels = true;    ///< along the arrows; figures have them horizontal, so that a
                                   ///< search in a PDF finds them
    std::optional<trace::RecordId> selected;  ///< a sent record: glow
    std::optional<Time> now;       ///< draws the line "now" and ghosts or hides what is later
    std::optional<trace::RecordId> now_record;  ///< the last record that has happened: steps
                                                ///< within one instant; goes before `now`
    bool hide_future = false;
    std::vector<std::string> host_titles;     ///< shown on the lifelines; empty: the names
    std::string title_text, question_text;
};

struct Plan;  // core/diagram/plan.h

/// The folded time axis: driven by what happens, so that 40 ms and 60 s fit one screen. Between
/// two moments time runs evenly; long idle time takes a fixed height; moments whose labels would
/// touch are moved apart; and what one host does at one moment gets room of its own, one below
/// the other. It also holds what the diagram is made of, sorted, so that layout() is cheap.
class TimeAxis {
public:
    TimeAxis(const trace::Index& index, double zoom, bool slanted_labels = true);
    double y(Time t) const;        ///< pixels from the first event; after all that happens at `t`
    double y_of(trace::RecordId record) const;
    Time time_at(double y) const;
    double height() const;
    struct Fold { Time from, to; double y, height; };
    const std::vector<Fold>& folds() const { return folds_; }
    /// A moment at which something happens: it begins at `y` and takes `extent` pixels.
    struct Moment { Time t; double y, extent; bool tick; };
    const std::vector<Moment>& moments() const { return moments_; }
    const Plan& plan() const { return *plan_; }

private:
    std::size_t before(Time t) const;
    double y_after_gap(Time t, double zoom);

    std::vector<Moment> moments_;
    std::vector<float> offsets_;   ///< by record: pixels below the beginning of its moment
    std::vector<Fold> folds_;
    double pixels_per_ns_ = 0;
    double height_ = 0;
    const trace::Index* index_;
    std::shared_ptr<const Plan> plan_;
};

/// Pixels above the first event in layout(): its y is TimeAxis::y() + top_margin.
inline constexpr double top_margin = 26;

/// Lays out the part of the run between y0 and y1 of its full height (figures: everything).
DisplayList layout(const trace::Index& index, const TimeAxis& axis, const Look& look,
                   double y0 = 0, double y1 = 1e12);
/// The host boxes above the diagram, for a window that keeps them in sight while scrolling.
DisplayList layout_header(const trace::Index& index, const Look& look);
DisplayList layout_legend(const Look& look);
/// The height that layout() needs for the whole run.
double full_height(const TimeAxis& axis, const Look& look);

/// The whole run as one picture for exports: title and question (where the look has them), host
/// boxes, diagram, legend. Labels stand horizontal whatever the look says.
DisplayList figure(const trace::Index& index, const Look& look);

/// Fill and ink of a state, the same in bands, state boxes and the timeline.
struct StateColours { Colour fill, ink; };
StateColours colours_of(tcp::State state);

/// One host's state machine: eleven boxes and figure 5's edges, the way taken and the current
/// state marked, as of `now`, or as of a record where several things happen at once.
DisplayList layout_states(const trace::Index& index, trace::HostId host, trace::ConnectionId conn,
                          Time now, Lang lang, double width,
                          std::optional<trace::RecordId> now_record = std::nullopt);

/// A time as people read it: "231 ms", "60.4 s" (ko: "60.4초").
std::string time_text(Time t, Lang lang);

}  // namespace finwait::diagram
