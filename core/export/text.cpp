// Lines of a run. See core/export/text.h.
#include "core/export/text.h"

#include <algorithm>

#include "core/base/columns.h"
#include "core/base/duration.h"
#include "core/base/josa.h"
#include "core/rules/catalogue.h"

namespace finwait::exports {
namespace {

using trace::Kind;
using trace::Record;

constexpr std::size_t time_width = 10;
constexpr std::size_t kind_width = 15;  // "timer-cancelled"

std::string what_was_sent(const trace::Index& index, const Record& sent)
{
    std::string out = trace::segment_text(index, sent);
    const std::uint16_t labels = sent.segment.labels;
    if ((labels & trace::label_retransmission) != 0) out += " again";
    if ((labels & trace::label_probe) != 0) out += " probe";
    if ((labels & trace::label_copy) != 0) out += " copy";
    return out;
}

std::string statement_of(const trace::Trace& trace, std::uint32_t statement)
{
    const auto& all = trace.header().statements;
    return statement < all.size() ? harmless(all[statement].text) : std::string{"?"};
}

std::string what_returned(const trace::Trace& trace, const trace::CallFact& call)
{
    std::string out = statement_of(trace, call.statement) + " = " + std::to_string(call.result);
    if (call.error != host::Errno::ok) out += " " + std::string{host::name(call.error)};
    if (call.eof != 0) out += " end of stream";
    return out;
}

std::string what_moved(const trace::StateMove& move)
{
    std::string out{tcp::name(move.from)};
    out += " -> ";
    out += tcp::name(move.to);
    if (move.listener != 0) out += " (listener on port " + std::to_string(move.port) + ")";
    return out;
}

std::string what_was_set(const Record& record)
{
    std::string out{tcp::name(record.timer.kind)};
    out += " in " + duration_text(record.timer.deadline - record.t);
    if (record.timer.backoff != 0) out += ", backed off " + std::to_string(record.timer.backoff);
    return out;
}

std::string what_happened(const trace::Index& index, const Record& record)
{
    switch (record.kind) {
        case Kind::sent: return what_was_sent(index, record);
        case Kind::lost:
        case Kind::arrived: return what_was_sent(index, index.sent_of(record));
        case Kind::state: return what_moved(record.state);
        case Kind::timer_set: return what_was_set(record);
        case Kind::timer_fired:
        case Kind::timer_cancelled: return std::string{tcp::name(record.timer.kind)};
        case Kind::call: return statement_of(index.trace(), record.call.statement);
        case Kind::returned: return what_returned(index.trace(), record.call);
        case Kind::port_taken:
        case Kind::port_freed: return "port " + std::to_string(record.port.port);
    }
    return {};
}

std::string host_name(const trace::Trace& trace, trace::HostId host)
{
    const auto& names = trace.header().hosts;
    return host < names.size() ? harmless(names[host]) : "host " + std::to_string(host);
}

std::string seconds_words(Time t, Lang lang)
{
    std::string text = seconds_text(t, 0);
    return lang == Lang::ko ? text + "초" : text + " s";
}

}  // namespace

std::string seconds_text(Time t, int least_decimals)
{
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t ns = t.count();
    std::string decimals = std::to_string(second + ns % second).substr(1);
    const auto least = static_cast<std::size_t>(least_decimals);
    const auto ends_in_zeros = [&](std::size_t count) {
        return decimals.find_last_not_of('0') + 1 + count <= decimals.size();
    };
    if (least_decimals == 0) {
        while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
    } else {
        while (decimals.size() >= least + 3 && ends_in_zeros(3))
            decimals.resize(decimals.size() - 3);
    }
    return std::to_string(ns / second) + (decimals.empty() ? "" : "." + decimals);
}

std::string line(const trace::Index& index, const trace::Record& record)
{
    const trace::Trace& trace = index.trace();
    std::size_t host_width = 0;
    for (const std::string& name : trace.header().hosts)
        host_width = std::max(host_width, columns(name));
    // The point of the seconds stands in one column, however many decimals there are.
    const std::string seconds = seconds_text(record.t);
    const std::size_t before_point = seconds.find('.');
    std::string out = padded_left(seconds.substr(0, before_point), time_width - 4) +
                      seconds.substr(before_point);
    out += "  " + padded(host_name(trace, record.host), host_width);
    out += "  " + padded(trace::name(record.kind), kind_width) + "  ";
    if (index.connections().size() > 1)
        out += record.conn == 0 ? "   " : "#" + std::to_string(record.conn) + " ";
    out += what_happened(index, record);
    return out + "  [" + std::string{rules::entry(record.rule).name} + "]";
}

std::string lines(const trace::Index& index)
{
    const trace::Trace& trace = index.trace();
    const trace::Header& header = trace.header();
    std::string out = "# " + harmless(header.title) + "\n# profile " + harmless(header.profile);
    out += header.exact_profile ? "\n" : ", not yet exact\n";
    for (const std::string& fault : header.faults) out += "# fault: " + harmless(fault) + "\n";
    for (const trace::Record& record : trace.records()) out += line(index, record) + "\n";
    out += "# " + ending_text(trace, Lang::en) + "\n";
    for (const std::uint32_t fault : trace.ending().unmatched_faults)
        out += "# never matched: " + harmless(header.faults[fault]) + "\n";
    for (const std::string& each : wrapped(blocked_text(trace, Lang::en), 1000))
        if (!each.empty()) out += "# " + each + "\n";
    return out;
}

std::string ending_text(const trace::Trace& trace, Lang lang)
{
    const trace::Ending& ending = trace.ending();
    const std::string at = seconds_words(ending.at, lang);
    using Why = trace::Ending::Why;
    switch (ending.why) {
        case Why::nothing_left:
            return lang == Lang::ko ? at + "에 끝났다. 더 일어날 일이 없다."
                                    : "The run ends at " + at + ": nothing is left to happen.";
        case Why::until:
            return lang == Lang::ko
                       ? at + "에 멈췄다. 실행을 여기까지로 정했고, 아직 일어날 일이 남아 있다."
                       : "The run was stopped at " + at +
                             ", as it was told; there is more to happen.";
        case Why::too_many_records:
            return lang == Lang::ko
                       ? at + "에 멈췄다. 실행 기록이 한도에 이르렀다."
                       : "The run was stopped at " + at + ": the limit of records is reached.";
        case Why::too_many_octets:
            return lang == Lang::ko
                       ? at + "에 멈췄다. 보낸 바이트가 한도에 이르렀다."
                       : "The run was stopped at " + at + ": the limit of octets sent is reached.";
        case Why::too_long:
            return lang == Lang::ko
                       ? at + "에 멈췄다. 시뮬레이션 시간이 한도에 이르렀다."
                       : "The run was stopped at " + at +
                             ": the limit of simulated time is reached.";
    }
    return {};
}

std::string blocked_text(const trace::Trace& trace, Lang lang)
{
    constexpr std::size_t most = 10;
    const auto& blocked = trace.ending().blocked;
    std::string out;
    for (std::size_t i = 0; i < std::min(most, blocked.size()); ++i) {
        const auto& statements = trace.header().statements;
        if (blocked[i] >= statements.size()) continue;
        const std::string host = host_name(trace, statements[blocked[i]].host);
        const std::string call = statement_of(trace, blocked[i]);
        if (!out.empty()) out += "\n";
        out += lang == Lang::ko ? josa(host, Josa::topic) + " 아직 기다린다: " + call
                                : host + " still waits in: " + call;
    }
    if (blocked.size() > most) {
        const std::string more = std::to_string(blocked.size() - most);
        out += lang == Lang::ko ? "\n그 밖에 " + more + "개가 더 기다린다"
                                : "\nand " + more + " more";
    }
    return out;
}

}  // namespace finwait::exports
