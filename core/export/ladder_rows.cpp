// Which records of a run share a line of the ladder. See core/export/ladder_rows.h.
#include "core/export/ladder_rows.h"

#include <algorithm>

#include "core/base/columns.h"
#include "core/base/duration.h"

namespace finwait::exports {
namespace {

using trace::Kind;
using trace::Record;
using Arrow = LadderRow::Arrow;

/// A segment crosses another one of its connection when that leaves the other side while it is
/// on its way, and overtakes one when it arrives before what left earlier. Both need their
/// arrival shown.
class Crossings {
public:
    Crossings(const trace::Index& index, const HostPair& pair)
    {
        for (const Record& record : index.trace().records()) {
            if (record.kind != Kind::sent) continue;
            if (!pair.has(record.host) || !pair.has(record.segment.to)) continue;
            const trace::Fate fate = index.fate(record.id);
            if (fate.arrived == trace::no_record) continue;
            flights_.push_back({record.id, record.conn, record.host, record.t,
                                index.trace()[fate.arrived].t});
        }
        std::stable_sort(flights_.begin(), flights_.end(),
                         [](const Flight& a, const Flight& b) { return a.conn < b.conn; });
        for (std::size_t i = 0; i < flights_.size(); ++i) mark(i);
        std::sort(split_.begin(), split_.end());
        split_.erase(std::unique(split_.begin(), split_.end()), split_.end());
    }

    bool crossed(trace::RecordId sent) const
    {
        return std::binary_search(split_.begin(), split_.end(), sent);
    }

private:
    struct Flight {
        trace::RecordId sent;
        trace::ConnectionId conn;
        trace::HostId from;
        Time leaves, arrives;
    };

    void mark(std::size_t i)
    {
        const Flight& flight = flights_[i];
        for (std::size_t k = i + 1; k < flights_.size(); ++k) {
            const Flight& later = flights_[k];
            if (later.conn != flight.conn || later.leaves >= flight.arrives) break;
            const bool meets = later.from != flight.from;
            const bool overtaken = later.from == flight.from && later.arrives < flight.arrives;
            if (!meets && !overtaken) continue;
            split_.push_back(flight.sent);
            split_.push_back(later.sent);
        }
    }

    std::vector<Flight> flights_;
    std::vector<trace::RecordId> split_;
};

class RowMaker {
public:
    RowMaker(const trace::Index& index, const HostPair& pair, const RowChoice& choice)
        : index_(index), pair_(pair), choice_(choice), crossings_(index, pair)
    {
    }

    std::vector<LadderRow> make()
    {
        for (const Record& record : index_.trace().records()) add(record);
        return std::move(rows_);
    }

private:
    void add(const Record& record)
    {
        if (!belongs(record)) return;
        switch (record.kind) {
            case Kind::sent: add_sent(record); break;
            case Kind::arrived: add_arrived(record); break;
            case Kind::state: add_state(record); break;
            case Kind::call:
            case Kind::returned:
                if (choice_.calls) add_note(record, call_text(record));
                break;
            case Kind::timer_set:
            case Kind::timer_fired:
                if (choice_.timers) add_note(record, timer_text(record));
                break;
            default: break;
        }
    }

    bool belongs(const Record& record) const
    {
        if (!pair_.has(record.host)) return false;
        if (record.kind == Kind::sent) return pair_.has(record.segment.to);
        if (record.kind == Kind::arrived) return pair_.has(index_.sent_of(record).host);
        if (record.conn == 0 || record.conn > index_.connections().size()) return true;
        const trace::Connection& connection = index_.connection(record.conn);
        return pair_.has(connection.opener.host) && pair_.has(connection.other.host);
    }

    bool is_left(const Record& record) const { return record.host == pair_.left; }

    /// The last row, if this host's next record can still go into it.
    LadderRow* open_row(const Record& record)
    {
        if (rows_.empty() || rows_.back().t != record.t || last_host_ != record.host)
            return nullptr;
        return &rows_.back();
    }

    LadderRow& new_row(const Record& record)
    {
        rows_.push_back({});
        rows_.back().t = record.t;
        last_host_ = record.host;
        return rows_.back();
    }

    void add_sent(const Record& record)
    {
        LadderRow* row = open_row(record);
        if (row == nullptr || row->arrow != Arrow::none || has_note(record, *row))
            row = &new_row(record);
        row->sent = record.id;
        row->to_right = is_left(record);
        row->arrow = crossings_.crossed(record.id) ? Arrow::departure : Arrow::whole;
    }

    void add_arrived(const Record& record)
    {
        const Record& sent = index_.sent_of(record);
        if (!crossings_.crossed(sent.id)) return;
        LadderRow& row = new_row(record);
        row.sent = sent.id;
        row.to_right = sent.host == pair_.left;
        row.arrow = Arrow::arrival;
    }

    void add_state(const Record& record)
    {
        // A listener that goes would read as the end of the connection beside it.
        if (record.state.listener != 0 && record.state.to == tcp::State::closed) return;
        LadderRow* row = open_row(record);
        if (row == nullptr || !text_of(record, *row).empty()) row = &new_row(record);
        std::string text{tcp::name(record.state.to)};
        if (pair_.several && record.conn != 0) text += " #" + std::to_string(record.conn);
        text_of(record, *row) = std::move(text);
        (is_left(record) ? row->left_is_state : row->right_is_state) = true;
    }

    void add_note(const Record& record, std::string text)
    {
        text_of(record, new_row(record)) = std::move(text);
    }

    std::string& text_of(const Record& record, LadderRow& row) const
    {
        return is_left(record) ? row.left : row.right;
    }

    bool has_note(const Record& record, const LadderRow& row) const
    {
        return is_left(record) ? !row.left.empty() && !row.left_is_state
                               : !row.right.empty() && !row.right_is_state;
    }

    std::string call_text(const Record& record) const
    {
        const auto& statements = index_.trace().header().statements;
        const trace::CallFact& call = record.call;
        if (call.statement >= statements.size()) return "?";
        const std::string text = harmless(statements[call.statement].text);
        if (record.kind == Kind::call) return text;
        std::string out = text.substr(0, text.find(' ')) + " = ";
        if (call.error != host::Errno::ok) return out.append(host::name(call.error));
        return out + std::to_string(call.result) + (call.eof != 0 ? " (eof)" : "");
    }

    static std::string timer_text(const Record& record)
    {
        std::string out{tcp::name(record.timer.kind)};
        if (record.kind == Kind::timer_fired) return out + "!";
        return out + " " + duration_text(record.timer.deadline - record.t);
    }

    const trace::Index& index_;
    HostPair pair_;
    RowChoice choice_;
    Crossings crossings_;
    std::vector<LadderRow> rows_;
    trace::HostId last_host_ = 0;
};

}  // namespace

std::vector<HostPair> host_pairs(const trace::Index& index)
{
    std::vector<HostPair> pairs;
    const auto find = [&pairs](trace::HostId a, trace::HostId b) {
        return std::find_if(pairs.begin(), pairs.end(),
                            [&](const HostPair& pair) { return pair.has(a) && pair.has(b); });
    };
    for (const trace::Connection& connection : index.connections()) {
        const auto found = find(connection.opener.host, connection.other.host);
        if (found == pairs.end()) pairs.push_back({connection.opener.host, connection.other.host});
        else found->several = true;
    }
    for (const Record& record : index.trace().records()) {
        if (record.kind != Kind::sent || record.conn != 0) continue;
        if (find(record.host, record.segment.to) == pairs.end())
            pairs.push_back({record.host, record.segment.to});
    }
    return pairs;
}

std::vector<LadderRow> ladder_rows(const trace::Index& index, const HostPair& pair,
                                   const RowChoice& choice)
{
    return RowMaker(index, pair, choice).make();
}

}  // namespace finwait::exports
