// What the sequence diagram of a trace is made of, before it has a place: arrows, state bands,
// timer brackets and notes, sorted by time. Made once per trace by TimeAxis; layout() reads the
// visible part of it.
#pragma once

#include <string>
#include <vector>

#include "core/trace/query.h"

namespace finwait::diagram {

struct Arrow {
    trace::RecordId sent;
    trace::RecordId end;         ///< its lost or arrived record; no_record: still on its way
    Time from, to;               ///< lost: `to` is when it would have arrived
    bool lost = false;
    bool crosses = false;        ///< another segment is on its way against it
};

/// The states of one connection at one host.
struct Band {
    trace::HostId host;
    trace::ConnectionId conn;
    int column;                  ///< bands of connections that live at once stand side by side
    std::vector<trace::StateSpan> spans;
};

struct Bracket {
    trace::RecordId set;
    trace::RecordId end;         ///< fired or cancelled; no_record: still running at the end
    Time from, to;
    trace::HostId host;
    bool fired;
    int lane;                    ///< timers that run at once stand side by side
};

/// A short remark beside a lifeline: a call that failed.
struct Note {
    trace::RecordId record;
    trace::HostId host;
    std::string text;
};

struct Plan {
    explicit Plan(const trace::Index& index);

    std::vector<Arrow> arrows;       ///< by sent record
    std::vector<Band> bands;         ///< by first state
    std::vector<Bracket> brackets;   ///< by set record
    std::vector<Time> latest_end;    ///< of every 64 brackets
    std::vector<Note> notes;         ///< by record
    Duration delay;                  ///< the usual time on the way: the unit of the axis
    std::vector<int> columns;        ///< by host: bands side by side at most
    std::vector<int> lanes;          ///< by host: brackets side by side at most
    int column_of(trace::HostId host, trace::ConnectionId conn) const;
    bool many() const;               ///< bands stand side by side somewhere
    const Arrow& arrow_of(trace::RecordId sent) const;
    /// Whether a listener's move is part of some band.
    bool shows(const trace::Record& move) const;
    std::size_t hosts = 0;
    Time end{0};                     ///< the last record's
    std::vector<int> column_table;   ///< by connection id, then by host
};

inline constexpr int most_columns = 3;
inline constexpr std::size_t bracket_block = 64;

}  // namespace finwait::diagram
