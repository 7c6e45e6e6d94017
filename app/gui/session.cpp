#include "app/gui/session.h"

#include <algorithm>
#include <utility>

#include "core/run/run.h"
#include "core/scenario/parse.h"

namespace finwait::gui {

namespace {

/// Does a person see something happen? Timers that are set or stopped come with what caused it.
bool is_moment(trace::Kind kind)
{
    switch (kind) {
    case trace::Kind::sent:
    case trace::Kind::lost:
    case trace::Kind::arrived:
    case trace::Kind::state:
    case trace::Kind::timer_fired:
    case trace::Kind::call: return true;
    default: return false;
    }
}

}  // namespace

Result<std::unique_ptr<Session::Run>> Session::make_run(const std::string& text,
                                                        const std::string& file)
{
    Result<scenario::Scenario> scenario = scenario::parse(text, file);
    if (!scenario) return scenario.error();
    auto result = std::make_unique<Run>();
    result->scenario = std::move(*scenario);
    result->trace = run::run(result->scenario);
    result->index = std::make_unique<trace::Index>(result->trace);
    return result;
}

std::optional<Error> Session::open(std::string text, const std::string& file)
{
    auto result = make_run(text, file);
    if (!result) return result.error();
    text_ = saved_text_ = std::move(text);
    file_ = file;
    undo_.clear();
    now_ = Time{0};
    picked_ = trace::no_record;
    adopt(std::move(*result));
    return std::nullopt;
}

void Session::mark_saved(const std::string& file)
{
    file_ = file;
    saved_text_ = text_;
    emit run_changed();
}

void Session::adopt(std::unique_ptr<Run> run)
{
    run_ = std::move(run);
    moments_.clear();
    end_ = Time{0};
    for (const trace::Record& record : run_->trace.records()) {
        end_ = std::max(end_, record.t);
        if (is_moment(record.kind) && (moments_.empty() || moments_.back() != record.t))
            moments_.push_back(record.t);
    }
    now_ = std::min(now_, end_);
    emit run_changed();
}

std::size_t Session::moments_passed() const
{
    const auto after = std::upper_bound(moments_.begin(), moments_.end(), now_);
    return static_cast<std::size_t>(after - moments_.begin());
}

Time Session::moment_before(Time t) const
{
    const auto here = std::lower_bound(moments_.begin(), moments_.end(), t);
    return here == moments_.begin() ? Time{0} : *(here - 1);
}

Time Session::moment_after(Time t) const
{
    const auto after = std::upper_bound(moments_.begin(), moments_.end(), t);
    return after == moments_.end() ? end_ : *after;
}

void Session::go_to(Time t)
{
    t = std::clamp(t, Time{0}, end_);
    if (t == now_) return;
    now_ = t;
    picked_ = trace::no_record;  // the selection follows the moment again
    emit moved();
}

trace::RecordId Session::newest_segment() const
{
    const auto records = trace().records();
    auto after = std::upper_bound(records.begin(), records.end(), now_,
                                  [](Time t, const trace::Record& r) { return t < r.t; });
    while (after != records.begin()) {
        --after;
        if (after->kind == trace::Kind::sent) return after->id;
        if (after->kind == trace::Kind::lost || after->kind == trace::Kind::arrived)
            return after->about;
    }
    return trace::no_record;
}

trace::RecordId Session::selected() const
{
    if (!is_open()) return trace::no_record;
    return picked_ != trace::no_record ? picked_ : newest_segment();
}

trace::RecordId Session::selected_segment() const
{
    const trace::RecordId id = selected();
    if (id == trace::no_record || trace()[id].kind != trace::Kind::sent) return trace::no_record;
    return id;
}

trace::ConnectionId Session::connection() const
{
    const trace::RecordId id = selected();
    const trace::ConnectionId conn = id == trace::no_record ? 0 : trace()[id].conn;
    if (conn != 0) return conn;
    return index().connections().empty() ? 0 : index().connections().front().id;
}

void Session::select(trace::RecordId record)
{
    if (is_open() && record < trace().size()) {
        const trace::Record& r = trace()[record];
        if (r.kind == trace::Kind::lost || r.kind == trace::Kind::arrived) record = r.about;
    } else {
        record = trace::no_record;
    }
    if (picked_ == record) return;
    picked_ = record;
    emit selection_changed();
}

trace::RecordId Session::next_segment() const
{
    const auto records = trace().records();
    const trace::RecordId here = selected();
    for (trace::RecordId id = here == trace::no_record ? 0 : here + 1; id < records.size(); ++id)
        if (records[id].kind == trace::Kind::sent) return id;
    return trace::no_record;
}

trace::RecordId Session::previous_segment() const
{
    const trace::RecordId here = selected();
    if (here == trace::no_record) return trace::no_record;
    for (trace::RecordId id = here; id-- > 0;)
        if (trace()[id].kind == trace::Kind::sent) return id;
    return trace::no_record;
}

std::optional<Error> Session::change(const Result<std::string>& text)
{
    if (!text) return text.error();
    auto result = make_run(*text, file_);
    if (!result) return result.error();
    undo_.push_back(std::exchange(text_, *text));
    adopt(std::move(*result));
    return std::nullopt;
}

std::optional<Error> Session::lose(trace::RecordId sent)
{
    // Up to the lost segment the new run is the same, so the selection keeps its record.
    const trace::RecordId before = std::exchange(picked_, sent);
    const auto error =
        change(scenario::add_fault(text_, scenario::sentence_to_lose(trace(), sent)));
    if (error) picked_ = before;
    return error;
}

std::optional<Error> Session::take_back(std::size_t fault)
{
    const trace::RecordId before = std::exchange(picked_, trace::no_record);
    const auto error = change(scenario::remove_fault(text_, fault));
    if (error) picked_ = before;
    return error;
}

std::optional<std::size_t> Session::fault_of(trace::RecordId sent) const
{
    if (index().fate(sent).lost == trace::no_record) return std::nullopt;
    // Without the right one the segment is sent as before and not lost.
    const auto& faults = scenario().faults;
    for (std::size_t i = faults.size(); i-- > 0;) {
        const bool loses_one =
            faults[i].action == net::Action::lose && faults[i].what.first == faults[i].what.last;
        if (!loses_one) continue;
        const auto text = scenario::remove_fault(text_, i);
        const auto without =
            text ? make_run(*text, file_) : Result<std::unique_ptr<Run>>(text.error());
        if (!without || sent >= (*without)->trace.size()) continue;
        const trace::Record& again = (*without)->trace[sent];
        if (again.kind == trace::Kind::sent && again.t == trace()[sent].t &&
            (*without)->index->fate(sent).lost == trace::no_record)
            return i;
    }
    return std::nullopt;
}

std::optional<Error> Session::set_profile(const std::string& name)
{
    const trace::RecordId before = std::exchange(picked_, trace::no_record);
    const auto error = change(scenario::set_profile(text_, name));
    if (error) picked_ = before;
    return error;
}

void Session::undo()
{
    if (undo_.empty()) return;
    auto result = make_run(undo_.back(), file_);
    ENSURE(result.ok());  // it ran before
    text_ = std::move(undo_.back());
    undo_.pop_back();
    picked_ = trace::no_record;
    adopt(std::move(*result));
}

}  // namespace finwait::gui
