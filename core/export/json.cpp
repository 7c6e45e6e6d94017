// Records as JSON objects, written by hand: the fields keep one order, and nothing is allocated
// but the line. See core/export/json.h.
#include "core/export/json.h"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/columns.h"
#include "core/rules/catalogue.h"

namespace finwait::exports {
namespace {

using trace::Kind;
using trace::Record;

/// Appends `"name": value` pairs to an object.
class Object {
public:
    explicit Object(std::string& out) : out_(out) { out_ += '{'; }
    ~Object() { out_ += '}'; }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    void number(std::string_view name, std::int64_t value)
    {
        key(name);
        out_ += std::to_string(value);
    }
    void number_or_null(std::string_view name, std::optional<std::int64_t> value)
    {
        key(name);
        out_ += value ? std::to_string(*value) : "null";
    }
    void text(std::string_view name, std::string_view value)
    {
        key(name);
        out_ += json_string(value);
    }
    void text_or_null(std::string_view name, std::string_view value)
    {
        key(name);
        out_ += value.empty() ? "null" : json_string(value);
    }
    void truth(std::string_view name, bool value)
    {
        key(name);
        out_ += value ? "true" : "false";
    }
    void texts(std::string_view name, const std::vector<std::string_view>& values)
    {
        key(name);
        out_ += '[';
        for (const std::string_view value : values) {
            if (out_.back() != '[') out_ += ',';
            out_ += json_string(value);
        }
        out_ += ']';
    }

private:
    void key(std::string_view name)
    {
        if (out_.back() != '{') out_ += ',';
        out_.append("\"").append(name).append("\":");
    }
    std::string& out_;
};

std::optional<std::int64_t> id_or_null(trace::RecordId id)
{
    if (id == trace::no_record) return std::nullopt;
    return id;
}

std::optional<std::int64_t> unless_zero(std::uint16_t value)
{
    if (value == 0) return std::nullopt;
    return value;
}

std::string_view host_name(const trace::Index& index, trace::HostId host)
{
    const auto& names = index.trace().header().hosts;
    return host < names.size() ? std::string_view(names[host]) : std::string_view("?");
}

std::string_view statement(const trace::Index& index, std::uint32_t number)
{
    const auto& all = index.trace().header().statements;
    return number < all.size() ? std::string_view(all[number].text) : std::string_view("?");
}

/// The words of the sentences of faults, as far as they hold for this segment.
std::vector<std::string_view> label_words(std::uint16_t labels)
{
    static constexpr auto words = std::to_array<std::pair<trace::Label, std::string_view>>({
        {trace::label_syn, "SYN"},
        {trace::label_syn_ack, "SYN,ACK"},
        {trace::label_fin, "FIN"},
        {trace::label_rst, "RST"},
        {trace::label_data, "data"},
        {trace::label_ack, "ACK"},
        {trace::label_ack_of_syn, "ACK of SYN"},
        {trace::label_ack_of_fin, "ACK of FIN"},
        {trace::label_ack_of_data, "ACK of data"},
        {trace::label_retransmission, "retransmission"},
        {trace::label_copy, "copy"},
        {trace::label_probe, "probe"},
    });
    std::vector<std::string_view> out;
    for (const auto& [label, word] : words)
        if ((labels & label) != 0) out.push_back(word);
    return out;
}

void put_sent(Object& object, const trace::Index& index, const Record& record)
{
    const trace::SentSegment& segment = record.segment;
    const bool has_ack = (segment.flags & tcp::ACK) != 0;
    const std::int64_t seq = segment.seq.raw();
    std::optional<std::int64_t> ack, raw_ack;
    if (has_ack) {
        raw_ack = segment.ack.raw();
        ack = index.relative_ack(record).value_or(*raw_ack);
    }
    object.text("peer", host_name(index, segment.to));
    object.text("flags", tcp::flag_letters(segment.flags));
    object.number("seq", index.relative_seq(record).value_or(seq));
    object.number_or_null("ack", ack);
    object.number("len", segment.len);
    object.number("window", segment.window);
    object.number_or_null("mss", unless_zero(segment.mss));
    object.number("raw_seq", seq);
    object.number_or_null("raw_ack", raw_ack);
    object.number("source_port", segment.source_port);
    object.number("destination_port", segment.destination_port);
    object.texts("labels", label_words(segment.labels));
}

void put_state(Object& object, const trace::StateMove& move)
{
    const tcp::Transition* row = tcp::find(move.from, move.event);
    object.text("from", tcp::name(move.from));
    object.text("to", tcp::name(move.to));
    object.text_or_null("event", row == nullptr ? std::string_view{} : row->label);
    object.truth("listener", move.listener != 0);
    object.number("port", move.port);
    object.number_or_null("peer_port", unless_zero(move.peer_port));
}

void put_timer(Object& object, const Record& record)
{
    if (record.kind != Kind::timer_set) object.number_or_null("about", id_or_null(record.about));
    object.text("timer", tcp::name(record.timer.kind));
    object.number("deadline_ns", record.timer.deadline.count());
    object.number("backoff", record.timer.backoff);
}

void put_call(Object& object, const trace::Index& index, const Record& record)
{
    if (record.kind == Kind::returned) object.number_or_null("about", id_or_null(record.about));
    object.number("process", record.call.process);
    object.text("statement", statement(index, record.call.statement));
    if (record.kind == Kind::call) return;
    object.number("result", record.call.result);
    object.text_or_null("error", host::name(record.call.error));
    object.truth("eof", record.call.eof != 0);
}

}  // namespace

std::string json_string(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t c = next_character(text);
        if (c == U'"') out += "\\\"";
        else if (c == U'\\') out += "\\\\";
        else if (c == U'\n') out += "\\n";
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {  // DEL and C1 too: they move terminals
            out += "\\u00";
            out += digits[c >> 4U];
            out += digits[c & 0xFU];
        } else if (c == 0xFFFD) out += "\xEF\xBF\xBD";
        else out.append(before.substr(0, before.size() - text.size()));
    }
    return out + "\"";
}

std::string json_line(const trace::Index& index, const trace::Record& record)
{
    std::string out;
    {
        Object object(out);
        object.number("t_ns", record.t.count());
        object.text("host", host_name(index, record.host));
        object.number("conn", record.conn);
        object.number("id", record.id);
        object.number_or_null("cause", id_or_null(record.cause));
        object.text("rule", rules::entry(record.rule).name);
        object.text("kind", trace::name(record.kind));
        switch (record.kind) {
            case Kind::sent: put_sent(object, index, record); break;
            case Kind::lost:
            case Kind::arrived: object.number_or_null("about", id_or_null(record.about)); break;
            case Kind::state: put_state(object, record.state); break;
            case Kind::timer_set:
            case Kind::timer_fired:
            case Kind::timer_cancelled: put_timer(object, record); break;
            case Kind::call:
            case Kind::returned: put_call(object, index, record); break;
            case Kind::port_taken: object.number("port", record.port.port); break;
            case Kind::port_freed:
                object.number_or_null("about", id_or_null(record.about));
                object.number("port", record.port.port);
                break;
        }
    }
    return out;
}

std::string json_lines(const trace::Index& index)
{
    std::string out;
    for (const trace::Record& record : index.trace().records())
        out += json_line(index, record) + "\n";
    return out;
}

}  // namespace finwait::exports
