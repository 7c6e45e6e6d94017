// One function a statement of the grammar in docs/scenario-format.md; each fills one Call.
// Called by hosts.cpp for every [host.NAME].
#include "core/scenario/program.h"

#include <algorithm>
#include <array>

#include "core/base/spelling.h"

namespace finwait::scenario {

namespace {

using namespace std::string_view_literals;
using host::Call;
using host::CallKind;
using host::Option;

constexpr std::uint64_t largest_transfer = 1U << 30U;
constexpr std::uint64_t most_repeats = 1'000'000;
constexpr std::uint64_t default_backlog = 4096;  // SOMAXCONN of Linux
constexpr Duration longest_time = hours{24 * 7};

constexpr std::array verbs = {"repeat"sv,  "bind"sv,  "option"sv, "listen"sv, "accept"sv,
                              "connect"sv, "send"sv,  "recv"sv,   "sleep"sv,  "at"sv,
                              "shutdown"sv, "close"sv, "abort"sv,  "exit"sv,   "kill"sv};

// In the order of host::Option.
constexpr std::array options = {"nodelay"sv, "linger"sv, "reuseaddr"sv, "keepalive"sv,
                                "rcvbuf"sv,  "sndbuf"sv, "linger2"sv,   "user_timeout"sv};

}  // namespace

bool ProgramReader::statement(std::string_view text, std::uint32_t number)
{
    if (text.size() > longest_statement) {
        error_ = {"a statement of " + std::to_string(text.size()) + " bytes; at most " +
                      std::to_string(longest_statement) + " are allowed",
                  {}, 0, 1};
        return false;
    }
    Words words(text);
    Call call;
    call.statement = number;
    if (verb(words, call) && words.finish()) {
        program_.push_back(std::move(call));
        ++statements_;
        return true;
    }
    error_ = words.error();
    return false;
}

bool ProgramReader::verb(Words& words, Call& call)
{
    start_ = words.peek().column;
    std::size_t which = 0;
    if (!words.choice("a system call", verbs, which)) return false;
    if (!ended_by_.empty())
        return words.fail("never reached: " + in_quotes(ended_by_) + " ends the process before it",
                          start_);
    switch (which) {
        case 0: return repeat(words, call);
        case 1: return bind(words, call);
        case 2: return option(words, call);
        case 3: return listen(words, call);
        case 4: return accept(words, call);
        case 5: return connect(words, call);
        case 6: return needs_connection(words, "send") && send(words, call);
        case 7: return needs_connection(words, "recv") && recv(words, call);
        case 8:
            call.kind = CallKind::sleep;
            return words.duration("a time", Duration{0}, longest_time, call.time);
        case 9:
            call.kind = CallKind::at;
            return words.duration("a moment of the run", Duration{0}, longest_time, call.time);
        case 10: return needs_connection(words, "shutdown") && shutdown(words, call);
        case 11:
        case 12:
            call.kind = which == 11 ? CallKind::close : CallKind::abort;
            if (!socket_made_)
                return words.fail("no socket to " + std::string(verbs[which]) +
                                      "; expected a 'connect', 'listen' or 'accept' before it",
                                  start_);
            return on(words, call, false);
        case 13:
            call.kind = CallKind::exit;
            ended_by_ = "exit";
            return true;
        default: return kill(words, call);
    }
}

bool ProgramReader::repeat(Words& words, Call& call)
{
    call.kind = CallKind::repeat;
    std::uint64_t count = 0;
    if (statements_ > 0)
        return words.fail("'repeat' stands only at the start of a program", start_);
    if (!words.number("how often", 1, most_repeats, count) || !words.require("every") ||
        !words.duration("a time", nanoseconds{1}, longest_time, call.time))
        return false;
    call.count = static_cast<std::uint32_t>(count);
    if (!words.take_if("in")) return true;
    if (!words.require("bursts") || !words.require("of") ||
        !words.number("how many in a burst", 1, count, count) || !words.require("every") ||
        !words.duration("a time", nanoseconds{1}, longest_time, call.burst_time))
        return false;
    call.burst = static_cast<std::uint32_t>(count);
    return true;
}

bool ProgramReader::bind(Words& words, Call& call)
{
    call.kind = CallKind::bind;
    socket_made_ = true;
    return port(words, call.port);
}

bool ProgramReader::option(Words& words, Call& call)
{
    call.kind = CallKind::option;
    std::size_t which = 0;
    if (!words.choice("a socket option", options, which)) return false;
    call.option = static_cast<Option>(which);
    socket_made_ = true;
    return option_value(words, call) && on(words, call, false);
}

bool ProgramReader::option_value(Words& words, Call& call)
{
    std::uint64_t octets = 0;
    switch (call.option) {
        case Option::nodelay:
        case Option::reuseaddr:
        case Option::keepalive:
            call.value = 1;
            if (words.take_if("off")) call.value = 0;
            else if (words.next_is("on") &&
                     (words.peek(1).kind == Word::Kind::end || words.next_is("on", 1)))
                words.take();  // "on" itself; otherwise it is "on NAME"
            return true;
        case Option::rcvbuf:
        case Option::sndbuf:
            if (words.peek(1).kind == Word::Kind::end || words.next_is("on", 1)) {
                // "option rcvbuf 4096": octets as setsockopt() counts them; "4 KB" as well.
                if (parse_number(words.peek().written)) {
                    if (!words.number("octets", 1, largest_transfer, octets)) return false;
                    call.value = static_cast<std::int64_t>(octets);
                    return true;
                }
            }
            if (!words.size("a size", 1, largest_transfer, octets)) return false;
            call.value = static_cast<std::int64_t>(octets);
            return true;
        case Option::linger:
            if (words.take_if("off")) {
                call.value = -1;
                return true;
            }
            return words.duration("'off' or a time", Duration{0}, longest_time, call.time);
        case Option::linger2:
        case Option::user_timeout:
            return words.duration("a time", Duration{0}, longest_time, call.time);
    }
    return true;
}

bool ProgramReader::listen(Words& words, Call& call)
{
    call.kind = CallKind::listen;
    std::uint64_t backlog = default_backlog;
    if (!port(words, call.port)) return false;
    if (words.take_if("backlog") && !words.number("a backlog", 0, 65535, backlog)) return false;
    call.count = static_cast<std::uint32_t>(backlog);
    listening_ = socket_made_ = true;
    return as(words, call, Made::listener);
}

bool ProgramReader::accept(Words& words, Call& call)
{
    call.kind = CallKind::accept;
    if (!listening_) return words.fail("nothing to accept from; expected a 'listen' before it",
                          start_);
    if (each_)
        return words.fail("'accept each' has made a process for one connection; it accepts no "
                          "other",
                          start_);
    if (words.take_if("each")) {
        call.kind = CallKind::accept_each;
        each_ = true;
    }
    connection_made_ = true;
    if (words.next_is("on")) {
        const Word name = words.peek(1);
        if (!on(words, call, false)) return false;
        if (variables_[call.on].made != Made::listener)
            return words.fail(in_quotes(name.written) + " is a connection; expected a listening "
                                                     "socket ('listen PORT as NAME')",
                              name.column);
    }
    return as(words, call, Made::connection);
}

bool ProgramReader::connect(Words& words, Call& call)
{
    call.kind = CallKind::connect;
    const std::vector<std::string_view> names(hosts_.begin(), hosts_.end());
    const int column = words.peek().column;
    std::size_t peer = 0;
    if (!words.choice("a host", names, peer)) return false;
    if (peer == self_)
        return words.fail("a host cannot connect to itself here; expected another host", column);
    call.peer = static_cast<std::uint8_t>(peer);
    if (!words.require(":") || !port(words, call.port)) return false;
    if (words.take_if("from")) {
        Call bound;
        bound.kind = CallKind::bind;
        bound.statement = call.statement;
        if (!port(words, bound.port)) return false;
        program_.push_back(std::move(bound));
    }
    connection_made_ = socket_made_ = true;
    return as(words, call, Made::connection);
}

bool ProgramReader::send(Words& words, Call& call)
{
    call.kind = CallKind::send;
    if (words.peek().kind == Word::Kind::text) {
        if (words.peek().octets.empty()) return words.expected("a text that is not empty");
        for (const char c : words.take().octets) call.octets.push_back(static_cast<std::byte>(c));
        call.count = static_cast<std::uint32_t>(call.octets.size());
        return on(words, call, true);
    }
    std::uint64_t octets = 0;
    if (!words.size("a text in '…' or a size", 1, largest_transfer, octets)) return false;
    call.count = static_cast<std::uint32_t>(octets);
    return on(words, call, true);
}

bool ProgramReader::recv(Words& words, Call& call)
{
    call.kind = CallKind::recv;
    if (words.take_if("until")) {
        call.kind = CallKind::recv_until_eof;
        return words.require("eof") && on(words, call, true);
    }
    if (!words.at_end() && !words.next_is("on")) {
        std::uint64_t octets = 0;
        if (!words.size("'until eof' or a size", 1, largest_transfer, octets)) return false;
        call.count = static_cast<std::uint32_t>(octets);
    }
    return on(words, call, true);
}

bool ProgramReader::shutdown(Words& words, Call& call)
{
    call.kind = CallKind::shutdown;
    call.shut_read = words.take_if("read");
    return on(words, call, true);
}

bool ProgramReader::kill(Words& words, Call& call)
{
    if (words.take_if("at")) {
        call.kind = CallKind::kill_at;
        return words.duration("a moment of the run", Duration{0}, longest_time, call.time);
    }
    // Killed here or gone by itself: the kernel closes the process's sockets the same way.
    call.kind = CallKind::exit;
    ended_by_ = "kill";
    return true;
}

bool ProgramReader::needs_connection(Words& words, std::string_view what)
{
    if (connection_made_) return true;
    return words.fail("no connection to " + std::string(what) +
                          " on; expected a 'connect' or 'accept' before it",
                      start_);
}

bool ProgramReader::port(Words& words, std::uint16_t& out)
{
    std::uint64_t number = 0;
    if (!words.number("a port", 1, 65535, number)) return false;
    out = static_cast<std::uint16_t>(number);
    return true;
}

bool ProgramReader::on(Words& words, Call& call, bool connection_only)
{
    if (!words.take_if("on")) return !words.failed();
    std::vector<std::string_view> names;
    for (const Variable& variable : variables_) names.push_back(variable.name);
    const Word word = words.peek();
    std::size_t place = 0;
    if (names.empty()) return words.expected("a name made with 'as NAME' before it");
    if (!words.choice("the name of a socket", names, place)) return false;
    if (connection_only && variables_[place].made == Made::listener)
        return words.fail(in_quotes(word.written) + " is a listening socket; expected a connection",
                          word.column);
    call.on = static_cast<host::Variable>(place);
    return true;
}

bool ProgramReader::as(Words& words, Call& call, Made made)
{
    if (!words.take_if("as")) return !words.failed();
    if (words.peek().kind != Word::Kind::atom) return words.expected("a name for the socket");
    const std::string name = words.peek().written;
    const auto known = std::ranges::find(variables_, name, &Variable::name);
    call.as = static_cast<host::Variable>(known - variables_.begin());
    if (known != variables_.end()) {
        known->made = made;
    } else if (variables_.size() == most_variables) {
        return words.fail("more than " + std::to_string(most_variables) + " names for sockets",
                          words.peek().column);
    } else {
        variables_.push_back({name, made});
    }
    words.take();
    return true;
}

}  // namespace finwait::scenario
