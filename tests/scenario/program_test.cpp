// The statements of programs, one by one, and the message for each way to get one wrong.
#include "core/scenario/program.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace finwait::scenario {
namespace {

using host::Call;
using host::CallKind;
using host::Option;

const std::vector<std::string> hosts = {"client", "server"};

/// The program of the client, read as far as it is right.
struct Read {
    host::Program program;
    std::string wrong;  ///< "statement:column: message"
};

Read read(const std::vector<std::string>& statements)
{
    ProgramReader reader(hosts, 0);
    for (std::size_t i = 0; i < statements.size(); ++i)
        if (!reader.statement(statements[i], static_cast<std::uint32_t>(i)))
            return {reader.program(), std::to_string(i + 1) + ":" +
                                          std::to_string(reader.error().column) + ": " +
                                          reader.error().message};
    return {reader.program(), ""};
}

/// The last call of a program that is right.
Call last(const std::vector<std::string>& statements)
{
    const Read r = read(statements);
    EXPECT_EQ(r.wrong, "");
    return r.program.empty() ? Call{} : r.program.back();
}

std::string wrong(const std::vector<std::string>& statements)
{
    return read(statements).wrong;
}

std::string text_of(const Call& call)
{
    std::string text;
    for (const std::byte octet : call.octets) text += static_cast<char>(octet);
    return text;
}

TEST(Program, ConnectNamesHostAndPort)
{
    const Call call = last({"connect server:80"});
    EXPECT_EQ(call.kind, CallKind::connect);
    EXPECT_EQ(call.peer, 1);
    EXPECT_EQ(call.port, 80);
    EXPECT_EQ(call.as, host::latest);
    EXPECT_EQ(last({"  connect   server : 80 "}).port, 80);
}

TEST(Program, ConnectFromAPortBindsFirst)
{
    const Read r = read({"sleep 1s", "connect server:80 from 5000 as a"});
    ASSERT_EQ(r.program.size(), 3U);
    EXPECT_EQ(r.program[1].kind, CallKind::bind);
    EXPECT_EQ(r.program[1].port, 5000);
    EXPECT_EQ(r.program[1].statement, 1U);
    EXPECT_EQ(r.program[2].kind, CallKind::connect);
    EXPECT_EQ(r.program[2].statement, 1U);
    EXPECT_EQ(r.program[2].as, 0);
}

TEST(Program, ListenAndAccept)
{
    EXPECT_EQ(last({"listen 80"}).count, 4096U);
    EXPECT_EQ(last({"listen 80 backlog 1 as l"}).count, 1U);
    const Call call = last({"listen 80 as l", "accept on l as c"});
    EXPECT_EQ(call.kind, CallKind::accept);
    EXPECT_EQ(call.on, 0);
    EXPECT_EQ(call.as, 1);
    EXPECT_EQ(last({"listen 80", "accept each"}).kind, CallKind::accept_each);
}

TEST(Program, SendTextOrOctets)
{
    EXPECT_EQ(text_of(last({"connect server:80", "send 'hello'"})), "hello");
    EXPECT_EQ(last({"connect server:80", "send 'hello'"}).count, 5U);
    EXPECT_EQ(text_of(last({"connect server:80 as a", R"(send 'a\n\t\'\\\x41\0' on a)"})),
              std::string("a\n\t'\\A\0", 7));
    EXPECT_EQ(last({"connect server:80", "send 5 B"}).count, 5U);
    EXPECT_EQ(last({"connect server:80", "send 5B"}).count, 5U);
    EXPECT_EQ(last({"connect server:80", "send 64 KB"}).count, 64'000U);
    EXPECT_EQ(last({"connect server:80", "send 2 MB"}).count, 2'000'000U);
    EXPECT_EQ(last({"connect server:80", "send 1073741824 B"}).count, 1U << 30U);
}

TEST(Program, RecvOnceSomeOrAll)
{
    EXPECT_EQ(last({"connect server:80", "recv"}).count, 0U);
    EXPECT_EQ(last({"connect server:80", "recv 10 B"}).count, 10U);
    EXPECT_EQ(last({"connect server:80", "recv until eof"}).kind, CallKind::recv_until_eof);
    EXPECT_EQ(last({"connect server:80 as a", "connect server:80 as b", "recv on a"}).on, 0);
    EXPECT_EQ(last({"connect server:80 as a", "recv until eof on a"}).on, 0);
}

TEST(Program, Times)
{
    EXPECT_EQ(last({"sleep 1.5s"}).time, milliseconds{1500});
    EXPECT_EQ(last({"sleep 200us"}).time, microseconds{200});
    EXPECT_EQ(last({"sleep 5 ns"}).time, nanoseconds{5});
    EXPECT_EQ(last({"at 2m"}).time, minutes{2});
    EXPECT_EQ(last({"at 1h"}).kind, CallKind::at);
    EXPECT_EQ(last({"sleep 0.000000001s"}).time, nanoseconds{1});
}

TEST(Program, EndsOfConnections)
{
    EXPECT_EQ(last({"connect server:80", "shutdown"}).shut_read, false);
    EXPECT_EQ(last({"connect server:80", "shutdown read"}).shut_read, true);
    EXPECT_EQ(last({"connect server:80 as a", "close on a"}).on, 0);
    EXPECT_EQ(last({"connect server:80", "abort"}).kind, CallKind::abort);
    EXPECT_EQ(last({"listen 80", "close"}).kind, CallKind::close);
    EXPECT_EQ(last({"connect server:80", "exit"}).kind, CallKind::exit);
    EXPECT_EQ(last({"connect server:80", "kill"}).kind, CallKind::exit);
    const Call call = last({"connect server:80", "kill at 3s"});
    EXPECT_EQ(call.kind, CallKind::kill_at);
    EXPECT_EQ(call.time, seconds{3});
    EXPECT_EQ(last({"kill at 3s", "connect server:80"}).kind, CallKind::connect);
}

TEST(Program, Options)
{
    EXPECT_EQ(last({"option nodelay"}).option, Option::nodelay);
    EXPECT_EQ(last({"option nodelay"}).value, 1);
    EXPECT_EQ(last({"option nodelay on"}).value, 1);
    EXPECT_EQ(last({"option reuseaddr off"}).value, 0);
    EXPECT_EQ(last({"option linger off"}).value, -1);
    EXPECT_EQ(last({"option linger 0s"}).time, Duration{0});
    EXPECT_EQ(last({"option linger 5s"}).time, seconds{5});
    EXPECT_EQ(last({"option rcvbuf 4096"}).value, 4096);
    EXPECT_EQ(last({"option sndbuf 4 KB"}).value, 4000);
    EXPECT_EQ(last({"option linger2 3s"}).time, seconds{3});
    EXPECT_EQ(last({"option user_timeout 30s"}).option, Option::user_timeout);
}

TEST(Program, AnOptionOnANamedSocket)
{
    EXPECT_EQ(last({"connect server:80 as a", "option nodelay on a"}).on, 0);
    EXPECT_EQ(last({"connect server:80 as a", "option nodelay on on a"}).on, 0);
    EXPECT_EQ(last({"connect server:80 as a", "option keepalive off on a"}).value, 0);
    EXPECT_EQ(last({"connect server:80 as a", "option linger 0s on a"}).on, 0);
    EXPECT_EQ(last({"connect server:80 as a", "option rcvbuf 100 on a"}).value, 100);
}

TEST(Program, Repeat)
{
    const Call call = last({"repeat 1000 every 2ms"});
    EXPECT_EQ(call.kind, CallKind::repeat);
    EXPECT_EQ(call.count, 1000U);
    EXPECT_EQ(call.time, milliseconds{2});
    EXPECT_EQ(call.burst, 0U);
    const Call bursts = last({"repeat 1000 every 1us in bursts of 50 every 1s"});
    EXPECT_EQ(bursts.burst, 50U);
    EXPECT_EQ(bursts.burst_time, seconds{1});
}

TEST(Program, NamesAreNumberedAsTheyAppear)
{
    const Read r = read({"connect server:80 as a", "connect server:80 as b",
                         "connect server:80 as a", "send 1 B on b"});
    EXPECT_EQ(r.wrong, "");
    EXPECT_EQ(r.program[1].as, 1);
    EXPECT_EQ(r.program[2].as, 0);
    EXPECT_EQ(r.program[3].on, 1);
}

TEST(ProgramErrors, WordsThatAreNoCall)
{
    EXPECT_EQ(wrong({"conect server:80"}),
              "1:1: found 'conect', expected a system call (repeat, bind, option, listen, accept, "
              "connect, send, recv, sleep, at, shutdown, close, abort, exit or kill); did you mean "
              "'connect'?");
    EXPECT_EQ(wrong({"connect sever:80"}),
              "1:9: found 'sever', expected a host (client or server); did you mean 'server'?");
    EXPECT_EQ(wrong({"connect server"}), "1:15: the sentence ends too early; expected ':'");
    EXPECT_EQ(wrong({"connect server:0"}), "1:16: found '0', expected a port from 1 to 65535");
    EXPECT_EQ(wrong({"listen 65536"}), "1:8: found '65536', expected a port from 1 to 65535");
    EXPECT_EQ(wrong({"listen 80 backlog many"}),
              "1:19: found 'many', expected a backlog from 0 to 65535");
    EXPECT_EQ(wrong({"connect server:80", "close now"}), "2:7: found 'now', expected the end");
    EXPECT_EQ(wrong({"option no_delay"}),
              "1:8: found 'no_delay', expected a socket option (nodelay, linger, reuseaddr, "
              "keepalive, rcvbuf, sndbuf, linger2 or user_timeout); did you mean 'nodelay'?");
    EXPECT_EQ(wrong({"option linger"}),
              "1:14: the sentence ends too early; expected 'off' or a time such as 10ms, 1.5s or "
              "2m");
}

TEST(ProgramErrors, UnitsAndSizes)
{
    EXPECT_EQ(wrong({"sleep 5"}), "1:7: found '5', expected a time such as 10ms, 1.5s or 2m");
    EXPECT_EQ(wrong({"sleep 5 sec"}), "1:7: found '5', expected a time such as 10ms, 1.5s or 2m");
    EXPECT_EQ(wrong({"sleep 0.1ns"}),
              "1:7: found '0.1ns', expected a time such as 10ms, 1.5s or 2m");
    EXPECT_EQ(wrong({"sleep 8000h"}), "1:7: found '8000h', expected a time from 0s to 604800s");
    EXPECT_EQ(wrong({"connect server:80", "send 5"}),
              "2:7: the sentence ends too early; expected B, KB or MB after the number");
    EXPECT_EQ(wrong({"connect server:80", "send 5 kb"}),
              "2:8: found 'kb', expected B, KB or MB after the number; did you mean 'KB'?");
    EXPECT_EQ(wrong({"connect server:80", "send 2000 MB"}),
              "2:6: found '2000', expected a text in '…' or a size from 1 B to 1073741824 B");
    EXPECT_EQ(wrong({"connect server:80", "send ''"}),
              "2:6: found a text in quotes, expected a text that is not empty");
    EXPECT_EQ(wrong({"connect server:80", "send hello"}),
              "2:6: found 'hello', expected a text in '…' or a size such as 5 B, 64 KB or 1 MB");
    EXPECT_EQ(wrong({"connect server:80", "recv until end"}), "2:12: found 'end', expected 'eof'");
    EXPECT_EQ(wrong({"connect server:80", "send 'hello"}),
              "2:6: the text in quotes has no end; expected '");
}

TEST(ProgramErrors, WhatNoProcessCouldDo)
{
    EXPECT_EQ(wrong({"accept"}), "1:1: nothing to accept from; expected a 'listen' before it");
    EXPECT_EQ(wrong({"listen 80", "send 'x'"}),
              "2:1: no connection to send on; expected a 'connect' or 'accept' before it");
    EXPECT_EQ(wrong({"recv"}),
              "1:1: no connection to recv on; expected a 'connect' or 'accept' before it");
    EXPECT_EQ(wrong({"shutdown"}),
              "1:1: no connection to shutdown on; expected a 'connect' or 'accept' before it");
    EXPECT_EQ(wrong({"abort"}),
              "1:1: no socket to abort; expected a 'connect', 'listen' or 'accept' before it");
    EXPECT_EQ(wrong({"connect client:80"}),
              "1:9: a host cannot connect to itself here; expected another host");
    EXPECT_EQ(wrong({"connect server:80", "exit", "close"}),
              "3:1: never reached: 'exit' ends the process before it");
    EXPECT_EQ(wrong({"connect server:80", "kill", "close"}),
              "3:1: never reached: 'kill' ends the process before it");
    EXPECT_EQ(wrong({"listen 80", "accept each", "accept each"}),
              "3:1: 'accept each' has made a process for one connection; it accepts no other");
    EXPECT_EQ(wrong({"sleep 1s", "repeat 5 every 1s"}),
              "2:1: 'repeat' stands only at the start of a program");
}

TEST(ProgramErrors, NamesThatNobodyMade)
{
    EXPECT_EQ(wrong({"connect server:80", "send 1 B on a"}),
              "2:13: found 'a', expected a name made with 'as NAME' before it");
    EXPECT_EQ(wrong({"connect server:80 as first", "send 1 B on frist"}),
              "2:13: found 'frist', expected the name of a socket (first); did you mean 'first'?");
    EXPECT_EQ(wrong({"listen 80 as l", "accept", "send 1 B on l"}),
              "3:13: 'l' is a listening socket; expected a connection");
    EXPECT_EQ(wrong({"listen 80", "connect server:80 as c", "accept on c"}),
              "3:11: 'c' is a connection; expected a listening socket ('listen PORT as NAME')");
    EXPECT_EQ(wrong({"connect server:80 as"}),
              "1:21: the sentence ends too early; expected a name for the socket");
}

TEST(ProgramErrors, RepeatsOfNothing)
{
    EXPECT_EQ(wrong({"repeat 0 every 1s"}), "1:8: found '0', expected how often from 1 to 1000000");
    EXPECT_EQ(wrong({"repeat 2000000 every 1s"}),
              "1:8: found '2000000', expected how often from 1 to 1000000");
    EXPECT_EQ(wrong({"repeat 5 every 0s"}),
              "1:16: found '0s', expected a time from 1ns to 604800s");
    EXPECT_EQ(wrong({"repeat 5 every 1s in bursts of 6 every 1s"}),
              "1:32: found '6', expected how many in a burst from 1 to 5");
    EXPECT_EQ(wrong({"repeat 5 evry 1s"}), "1:10: found 'evry', expected 'every'");
}

TEST(ProgramErrors, TooMuch)
{
    EXPECT_EQ(wrong({"send '" + std::string(70'000, 'x') + "'"}),
              "1:1: a statement of 70007 bytes; at most 65536 are allowed");
    std::vector<std::string> names;
    for (int i = 0; i < 33; ++i) names.push_back("connect server:80 as n" + std::to_string(i));
    EXPECT_EQ(wrong(names), "33:22: more than 32 names for sockets");
}

}  // namespace
}  // namespace finwait::scenario
