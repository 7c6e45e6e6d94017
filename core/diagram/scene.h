// The parts of one layout(): where things stand across the page, what is visible, what is the
// future. sequence.cpp draws the ground and calls the others; each part has its own file.
#pragma once

#include <string>
#include <vector>

#include "core/diagram/canvas.h"
#include "core/diagram/layout.h"
#include "core/diagram/placing.h"
#include "core/diagram/plan.h"

namespace finwait::diagram {

inline constexpr double band_width = 20;

/// Where one host stands.
struct Place {
    double x = 0;                ///< its lifeline, that of its first column of bands
    double inward = 1;           ///< the direction in which its further columns lie
    double names_x = 0;          ///< state names begin (or end) here
    Anchor names = Anchor::start;
    double bracket_x = 0;        ///< the first lane of timers
    double outward = 1;          ///< from the lifeline to its names and timers
    double timers_x = 0;         ///< the names of timers begin (or end) here
};

/// The page from left to right: ticks, timers, names, bands, arrows, and the same mirrored.
struct Frame {
    Frame(const Plan& plan, const Look& look);
    double column_x(trace::HostId host, int column) const;

    double width;
    double ticks_right;          ///< the times end here
    double grid_left, grid_right;
    double fold_left, fold_right;
    std::vector<Place> hosts;
};

struct Scene {
    Scene(const trace::Index& index, const TimeAxis& axis, const Look& look, double y0, double y1);

    const trace::Index& index;
    const TimeAxis& axis;
    const Plan& plan;
    const Look& look;
    Frame frame;
    Canvas canvas;
    double y0, y1;               ///< visible
    double bottom;               ///< of the whole diagram
    Places beside;               ///< what stands beside the lifelines
    std::vector<Point> gaps;     ///< x to y: where words interrupt the line "now"

    double y(Time t) const { return axis.y(t) + top_margin; }
    double y_of(trace::RecordId id) const { return axis.y_of(id) + top_margin; }
    bool happened(trace::RecordId id) const;
    /// Writes words, and keeps the line "now" clear of them.
    void write(Label label, bool future);
    bool visible(double from, double to) const { return to >= y0 && from <= y1; }
    const trace::Record& record(trace::RecordId id) const { return index.trace()[id]; }
    std::string host_name(trace::HostId host) const;
    const char* in(const char* en, const char* ko) const { return look.lang == Lang::ko ? ko : en; }
};

/// With a host in the middle, names beside it give way to the arrows that pass there.
void keep_clear_of_arrows(Scene& scene);
void draw_ground(Scene& scene);
void draw_bands(Scene& scene);
void draw_lifelines(Scene& scene);
void draw_folds(Scene& scene);
void draw_timers(Scene& scene);
void draw_notes(Scene& scene);
void draw_arrows(Scene& scene);
void draw_now(Scene& scene);

/// A length of time: like time_text(), without zeros at the end ("1.77 s").
std::string length_text(Duration length, Lang lang);

/// Where an arrow begins and ends.
struct Geometry {
    Point from, to;              ///< of the whole way
    Point end;                   ///< of what is drawn: a lost segment's stops at its cross
};
Geometry geometry_of(const Scene& scene, const Arrow& arrow);

/// Where the words of an arrow stand. `drawn` false: there is no room for them.
struct LabelPlace {
    bool drawn = false;
    Point at;                    ///< the middle of the baseline
    double angle = 0;
    int size = 13;
    std::string text;
    std::optional<Point> pill;   ///< lost: the middle of the word beside the cross
};
/// For arrows first to last - 1; nothing touches anything else.
std::vector<LabelPlace> place_labels(const Scene& scene, std::size_t first, std::size_t last);

/// "FIN,ACK  seq=6 ack=1".
std::string label_of(const trace::Index& index, const trace::Record& sent, const Look& look);
/// "lost", "corrupted": the word beside the cross.
std::string loss_of(const Scene& scene, const Arrow& arrow);
inline constexpr double pill_height = 20;
inline double pill_width(const std::string& word) { return text_width(word, 12, true) + 20; }

}  // namespace finwait::diagram
