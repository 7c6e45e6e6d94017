// Whole files: what each key becomes, and the message, line and column for each way to get one
// wrong.
#include "core/scenario/parse.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "core/net/label.h"
#include "tests/scenario/sample.h"

namespace finwait::scenario {
namespace {

Scenario read(std::string_view text)
{
    auto scenario = parse(text, "x.toml");
    EXPECT_TRUE(scenario.ok()) << (scenario.ok() ? "" : to_string(scenario.error()));
    return scenario.ok() ? *scenario : Scenario{};
}

std::string wrong(std::string_view text)
{
    const auto scenario = parse(text, "x.toml");
    return scenario.ok() ? "read" : to_string(scenario.error());
}

/// A small right file with `top` among its top-level keys and `tables` at its end.
std::string file(std::string_view top, std::string_view tables = "")
{
    return "format = 1\n" + std::string(top) +
           "\n[host.client]\nprogram = [\"connect server:80\"]\n[host.server]\n" +
           std::string(tables);
}

TEST(Parse, TextsInBothLanguages)
{
    const Scenario s = read(sample);
    EXPECT_EQ(s.file, "x.toml");
    EXPECT_EQ(s.format, 1);
    EXPECT_EQ(s.title.in(Lang::en), "The final ACK is lost");
    EXPECT_EQ(s.title.in(Lang::ko), "마지막 ACK 손실");
    EXPECT_EQ(s.answer.en, "The server waits in LAST-ACK\nand sends its FIN again.");
    EXPECT_EQ(s.answer.ko, "서버가 FIN을 다시 보낸다.");
    EXPECT_EQ(read(file("title = 'only English'")).title.in(Lang::ko), "only English");
}

TEST(Parse, NumbersAtTheTop)
{
    const Scenario s = read(sample);
    EXPECT_EQ(s.profile_name, "rfc");
    EXPECT_EQ(s.seed, 7U);
    EXPECT_EQ(s.msl, seconds{30});
    EXPECT_EQ(s.until, seconds{90});
    EXPECT_EQ(s.limits.records, 1000U);
    EXPECT_EQ(s.limits.time, seconds{100});
    const Scenario usual = read(file(""));
    EXPECT_EQ(usual.profile_name, "linux");
    EXPECT_EQ(usual.until, Duration{0});
}

TEST(Parse, HostsInTheOrderOfTheFile)
{
    const Scenario s = read(sample);
    ASSERT_EQ(s.hosts.size(), 2U);
    EXPECT_EQ(s.hosts[0].name, "server");
    EXPECT_EQ(s.hosts[0].shown.in(Lang::en), "Server");
    EXPECT_EQ(s.hosts[0].shown.in(Lang::ko), "서버");
    EXPECT_EQ(s.hosts[1].name, "client");
    EXPECT_EQ(s.hosts[1].shown.in(Lang::en), "Browser");
    EXPECT_EQ(s.hosts[1].shown.in(Lang::ko), "브라우저");
    EXPECT_FALSE(s.hosts[0].has_isn);
    EXPECT_TRUE(s.hosts[1].has_isn);
    EXPECT_EQ(s.hosts[1].isn, 100U);
    EXPECT_EQ(s.hosts[1].mss, 1000);
}

TEST(Parse, TitlesFallBackToTheName)
{
    const Scenario s = read(file("", "[host.printer]\n[host.box]\ntitle = \"A box\"\n"));
    EXPECT_EQ(s.hosts[0].shown.in(Lang::ko), "클라이언트");
    EXPECT_EQ(s.hosts[2].shown.in(Lang::ko), "printer");
    EXPECT_EQ(s.hosts[3].shown.in(Lang::ko), "A box");
}

TEST(Parse, StatementsKeepTheirTextAndLine)
{
    const Scenario s = read(sample);
    ASSERT_EQ(s.statements.size(), 11U);
    EXPECT_EQ(s.statements[0].text, "listen 80");
    EXPECT_EQ(s.statements[0].host, 0);
    EXPECT_EQ(s.statements[7].text, "connect server:80");
    EXPECT_EQ(s.statements[7].host, 1);
    EXPECT_EQ(s.statements[7].line, 42);
    EXPECT_EQ(s.hosts[1].program.front().statement, 7U);
}

TEST(Parse, LinksOfAllAndOfOne)
{
    const Scenario s = read(sample);
    EXPECT_EQ(s.hosts[0].link.delay, milliseconds{30});
    EXPECT_EQ(s.hosts[0].link.rate, 1'000'000U);
    EXPECT_EQ(s.hosts[0].link.queue, 20U);
    EXPECT_EQ(s.hosts[1].link.delay, milliseconds{10});
    EXPECT_EQ(read(file("", "[link]\nrate = \"1.5kbit/s\"\n")).hosts[0].link.rate, 1500U);
    EXPECT_EQ(read(file("", "[link.client]\ndelay = \"1ms\"\n")).hosts[1].link.delay,
              milliseconds{10});
}

TEST(Parse, Sysctls)
{
    const Scenario s = read(sample);
    ASSERT_EQ(s.hosts[0].sysctls.size(), 2U);
    EXPECT_EQ(s.hosts[0].sysctls[1].first, "ip_local_port_range");
    EXPECT_EQ(s.profile_of(0).first_port, 32768);
    EXPECT_EQ(s.profile_of(0).last_port, 60999);
    const Scenario text =
        read(file("", "[host.server.sysctl]\nip_local_port_range = \"40000 40003\"\n"));
    EXPECT_EQ(text.profile_of(1).first_port, 40000);
    EXPECT_EQ(text.profile_of(0).first_port, tcp::linux_profile().first_port);
}

TEST(Parse, ProfileOfAHostHasMslAndMss)
{
    const Scenario s = read(sample);
    EXPECT_EQ(s.profile_of(1).time_wait, seconds{60});
    EXPECT_EQ(s.profile_of(1).mss, 1000);
    EXPECT_EQ(s.profile_of(0).mss, tcp::rfc_profile().mss);
    EXPECT_EQ(read(file("msl = \"1s\"")).profile_of(0).time_wait, tcp::linux_profile().time_wait);
}

TEST(Parse, FaultsAndExpectations)
{
    const Scenario s = read(sample);
    ASSERT_EQ(s.faults.size(), 2U);
    EXPECT_EQ(s.faults[0].sentence, "lose ACK of FIN from client");
    EXPECT_EQ(s.faults[0].what.host, 1);
    ASSERT_EQ(s.expectations.size(), 9U);
    EXPECT_EQ(s.expectations[0].kind, Expectation::Kind::states);
    EXPECT_EQ(s.expectations[0].host, 1);
    EXPECT_EQ(s.expectations[0].names, (std::vector<std::string>{"TIME-WAIT", "CLOSED"}));
    EXPECT_EQ(s.expectations[0].text, "states.client");
    EXPECT_EQ(s.expectations[0].line, 56);
    EXPECT_EQ(s.expectations[1].conn, 2U);
    EXPECT_EQ(s.expectations[2].number, 2);
    EXPECT_EQ(s.expectations[2].what.labels, net::label_fin);
    EXPECT_TRUE(s.expectations[3].lost_only);
    EXPECT_TRUE(s.expectations[4].lost_only);
    EXPECT_EQ(s.expectations[4].what.labels, net::label_ack_of_fin);
    EXPECT_EQ(s.expectations[5].names[1], "send 5");
    EXPECT_TRUE(s.expectations[6].state_moment);
    EXPECT_EQ(s.expectations[6].time, milliseconds{20});
    EXPECT_EQ(s.expectations[7].what.first, 2U);
    EXPECT_EQ(s.expectations[8].kind, Expectation::Kind::rules);
}

TEST(Parse, StatesOfAnotherConnectionAsATable)
{
    const Scenario s = read(file("", "[expect.states.client]\n1 = ['CLOSED']\n2 = ['CLOSED']\n"));
    ASSERT_EQ(s.expectations.size(), 2U);
    EXPECT_EQ(s.expectations[1].conn, 2U);
    EXPECT_EQ(s.expectations[1].text, "states.client.2");
}

TEST(Parse, WithFaultChangesTheValueOnly)
{
    const Scenario s = read(sample);
    const auto changed = with_fault(s, "lose FIN from client");
    ASSERT_TRUE(changed.ok());
    EXPECT_EQ(changed->faults.size(), 3U);
    EXPECT_EQ(with_fault(s, "lose FIN from me").error().column, 15);
}

TEST(Parse, TheExampleInTheDocumentation)
{
    std::ifstream in(std::string(FINWAIT_SOURCE_DIR) + "/docs/scenario-format.md");
    const std::string page{std::istreambuf_iterator<char>(in), {}};
    const std::string fence = "```toml\n";
    const std::size_t from = page.find(fence) + fence.size();
    const Scenario s = read(page.substr(from, page.find("```", from) - from));
    EXPECT_EQ(s.title.en, "The final ACK is lost");
    // Every sysctl that can be set is named on the page.
    for (const std::string_view name : tcp::sysctl_names())
        EXPECT_NE(page.find("`" + std::string(name) + "`"), std::string::npos) << name;
}

TEST(ParseErrors, FormatComesFirst)
{
    EXPECT_EQ(wrong("title = 'x'"),
              "x.toml:1:1: 'format' is missing; expected 'format = 1' at the top");
    EXPECT_EQ(wrong("format = 2\nfuture = true"),
              "x.toml:1:10: format 2 is newer than this FinWait, which reads format 1; a newer "
              "FinWait is needed");
    EXPECT_EQ(wrong("format = 'one'"),
              "x.toml:1:10: 'format' is a text; expected a whole number from 1 to "
              "9223372036854775807");
}

TEST(ParseErrors, NoToml)
{
    EXPECT_EQ(wrong("format = \n").substr(0, 27), "x.toml:1:10: this is not TO");
    EXPECT_EQ(wrong("format = 1\nformat = 1").substr(0, 12), "x.toml:2:10:");
    EXPECT_EQ(wrong("format = 1\xFF").substr(0, 9), "x.toml:1:");
}

TEST(ParseErrors, UnknownKeysHaveANearestSpelling)
{
    EXPECT_EQ(wrong(file("  sead = 1")), "x.toml:2:3: unknown key 'sead'; did you mean 'seed'?");
    EXPECT_EQ(wrong(file("colour = 1")),
              "x.toml:2:1: unknown key 'colour'; known here: format, title, question, answer, "
              "profile, faults, seed, msl, until, ko, link, host, limits or expect");
    EXPECT_EQ(wrong(file("", "programm = []")),
              "x.toml:6:1: unknown key 'programm' in [host.server]; did you mean 'program'?");
    EXPECT_EQ(wrong(file("", "[link]\ndelai = '1s'")),
              "x.toml:7:1: unknown key 'delai' in [link]; did you mean 'delay'?");
    EXPECT_EQ(wrong(file("", "[link.sever]\ndelay = '1s'")),
              "x.toml:6:7: unknown key 'sever' in [link]; did you mean 'server'?");
    EXPECT_EQ(wrong(file("", "[ko.host]\nsrever = 'x'")),
              "x.toml:7:1: unknown key 'srever' in [ko.host]; did you mean 'server'?");
    EXPECT_EQ(wrong(file("", "[ko]\ntitel = 'x'")),
              "x.toml:7:1: unknown key 'titel' in [ko]; did you mean 'title'?");
    EXPECT_EQ(wrong(file("", "[limits]\nrecord = 1")),
              "x.toml:7:1: unknown key 'record' in [limits]; did you mean 'records'?");
    EXPECT_EQ(wrong(file("", "[expect]\nstate.client = []")),
              "x.toml:7:1: unknown key 'state' in [expect]; did you mean 'states'?");
}

TEST(ParseErrors, ValuesOfTheWrongKind)
{
    EXPECT_EQ(wrong(file("title = 1")),
              "x.toml:2:9: 'title' is a whole number; expected a text in quotes");
    EXPECT_EQ(wrong(file("profile = 'linus'")),
              "x.toml:2:11: unknown profile 'linus'; did you mean 'linux'?; expected rfc or linux");
    EXPECT_EQ(wrong(file("msl = 30")),
              "x.toml:2:7: 'msl' is a whole number; expected a time in quotes, such as \"10ms\" or "
              "\"1.5s\"");
    EXPECT_EQ(wrong(file("msl = '30 sec'")),
              "x.toml:2:7: 'msl' is '30 sec'; expected a time such as 10ms, 1.5s or 2m (units: ns, "
              "us, ms, s, m, h)");
    EXPECT_EQ(wrong(file("msl = '2h'")),
              "x.toml:2:7: 'msl' is 7200s; expected a time from 1ms to 3600s");
    EXPECT_EQ(wrong(file("seed = -1")),
              "x.toml:2:8: 'seed' is -1; expected a whole number from 0 to 9223372036854775807");
    EXPECT_EQ(wrong(file("seed = 1.5")),
              "x.toml:2:8: 'seed' is a fraction or a date; expected a whole number from 0 to "
              "9223372036854775807");
    EXPECT_EQ(
        wrong(file("faults = 'lose FIN from client'")),
        "x.toml:2:10: 'faults' is a text; expected a list of texts in quotes: [\"…\", \"…\"]");
    EXPECT_EQ(wrong(file("faults = [1]")),
              "x.toml:2:11: an entry of 'faults' is a whole number; expected a text in quotes");
    EXPECT_EQ(wrong(file("ko = 1")), "x.toml:2:6: 'ko' is a whole number; expected a table");
    EXPECT_EQ(wrong(file("", "[link]\nrate = '1 Mbps'")),
              "x.toml:7:8: 'rate' is '1 Mbps'; expected a rate such as 1Mbit/s (units: bit/s, "
              "kbit/s, Mbit/s, Gbit/s; from 1bit/s to 1000Gbit/s)");
}

TEST(ParseErrors, PointIntoTheSentence)
{
    EXPECT_EQ(wrong(file("faults = [\n  \"lose FIN from client\",\n  \"lose FIN from sever\",\n]")),
              "x.toml:4:18: found 'sever', expected a host (client or server); did you mean "
              "'server'?");
    // An escape stands for one character, whatever its length in the file.
    EXPECT_EQ(wrong(file("", "program = [\"listen 80\", \"accept\", \"send '\\u00e9\\\\n' onn\"]")),
              "x.toml:6:53: found 'onn', expected the end");
    EXPECT_EQ(wrong(file("", "program = ['''\nlisten 80''', \"\"\"\n  accept \\\n   eech\"\"\"]")),
              "x.toml:9:4: found 'eech', expected the end");
    EXPECT_EQ(wrong(file("", "[expect]\ncount.\"FIN form server\" = 1")),
              "x.toml:7:12: in 'FIN form server': found 'form', expected the end; did you mean "
              "'from'?");
    EXPECT_EQ(wrong(file("", "[expect]\ncount.\"lost FIM\" = 1")).substr(0, 40),
              "x.toml:7:13: in 'lost FIM': found 'FIM',");
}

TEST(ParseErrors, Hosts)
{
    EXPECT_EQ(wrong("format = 1\n"),
              "x.toml:1:1: there is no host; expected [host.NAME] with a program");
    EXPECT_EQ(wrong("format = 1\n[host.'a b']\n"),
              "x.toml:2:7: the host name 'a b' is not 1 to 32 letters, digits, '-' or '_'");
    std::string many = "format = 1\n";
    for (int i = 0; i < 17; ++i) many += "[host.h" + std::to_string(i) + "]\n";
    EXPECT_EQ(wrong(many), "x.toml:18:7: more than 16 hosts");
    EXPECT_EQ(wrong(file("", "mss = 0")),
              "x.toml:6:7: 'mss' is 0; expected a whole number from 1 to 65495");
    EXPECT_EQ(wrong(file("", "isn = 4294967296")),
              "x.toml:6:7: 'isn' is 4294967296; expected a whole number from 0 to 4294967295");
}

TEST(ParseErrors, Sysctls)
{
    EXPECT_EQ(wrong(file("", "[host.server.sysctl]\ntcp_fin_timout = 1")),
              "x.toml:7:1: unknown sysctl 'tcp_fin_timout'; did you mean 'tcp_fin_timeout'?");
    const std::string expects(tcp::sysctl_expects("tcp_orphan_retries"));
    EXPECT_EQ(wrong(file("", "[host.server.sysctl]\ntcp_orphan_retries = -1")),
              "x.toml:7:22: 'tcp_orphan_retries' expects " + expects);
    EXPECT_EQ(wrong(file("", "[host.server.sysctl]\ntcp_orphan_retries = 'many'")),
              "x.toml:7:22: 'tcp_orphan_retries' expects " + expects);
    EXPECT_NE(wrong(file("", "[host.server.sysctl]\nip_local_port_range = [1]")), "read");
}

TEST(ParseErrors, Limits)
{
    EXPECT_EQ(wrong(std::string(1'048'577, '#')),
              "x.toml:1:1: the file has 1048577 bytes; a scenario has at most 1048576");
    EXPECT_EQ(wrong(file("", "[limits]\nrecords = 4000001")),
              "x.toml:7:11: 'records' is 4000001; expected a whole number from 1 to 4000000");
    EXPECT_EQ(wrong(file("", "[limits]\ntime = '169h'")),
              "x.toml:7:8: 'time' is 608400s; expected a time from 1ns to 604800s");
    EXPECT_EQ(wrong(file("", "[link]\ndelay = '2h'")),
              "x.toml:7:9: 'delay' is 7200s; expected a time from 0s to 3600s");
    std::string faults = "faults = [";
    for (int i = 0; i < 1001; ++i) faults += "\"lose FIN from client\",";
    EXPECT_EQ(wrong(file(faults + "]")).substr(14),
              ": 'faults' has 1001 entries; at most 1000 are allowed");
    EXPECT_EQ(wrong(file("faults = [\"" + std::string(501, 'x') + "\"]")),
              "x.toml:2:11: a fault of 501 bytes; at most 500 are allowed");
    std::string program = "program = [";
    for (int i = 0; i < 1001; ++i) program += "'sleep 1s',";
    EXPECT_EQ(wrong(file("", program + "]")).substr(0, 12), "x.toml:6:110");
    std::string deep = "a";
    for (int i = 0; i < 100'000; ++i) deep += ".a";
    EXPECT_EQ(wrong(deep + " = 1").substr(0, 12), "x.toml:1:200");
    EXPECT_NE(wrong("a = " + std::string(100'000, '[')), "read");
    EXPECT_NE(wrong("[" + std::string(100'000, '[')), "read");
}

TEST(ParseErrors, Expectations)
{
    const auto expect = [](std::string_view line) {
        return wrong(file("", "[expect]\n" + std::string(line)));
    };
    EXPECT_EQ(expect("states.clent = ['CLOSED']"),
              "x.toml:7:8: unknown host 'clent'; did you mean 'client'?; the hosts are client or "
              "server");
    EXPECT_EQ(expect("states.client = ['TIME_WAIT']"),
              "x.toml:7:18: unknown state 'TIME_WAIT'; did you mean 'TIME-WAIT'?");
    EXPECT_EQ(expect("states.client = []"), "x.toml:7:17: the list of states is empty");
    EXPECT_EQ(expect("states.'client.0' = ['CLOSED']"),
              "x.toml:7:8: found '0', expected the number of a connection, from 1");
    EXPECT_EQ(expect("count.lost = 'one'"),
              "x.toml:7:14: 'lost' is a text; expected a whole number from 0 to "
              "9223372036854775807");
    EXPECT_EQ(expect("calls.client = ['conect']"),
              "x.toml:7:18: found 'conect', expected a system call (bind, option, listen, accept, "
              "connect, send, recv, shutdown, close, abort, sleep or at); did you mean 'connect'?");
    EXPECT_EQ(expect("calls.client = ['recv ECONRESET']"),
              "x.toml:7:23: found 'ECONRESET', expected a number of octets, ok, eof or an error "
              "such as ECONNRESET; did you mean 'ECONNRESET'?");
    EXPECT_EQ(expect("when.\"client ESTABLISHD\" = '1s'").substr(0, 56),
              "x.toml:7:14: in 'client ESTABLISHD': found 'ESTABLISHD',");
    EXPECT_EQ(
        expect("when.\"FIN from client\" = 5"),
        "x.toml:7:26: 'FIN from client' is a whole number; expected a time in quotes, such as "
        "\"10ms\" or \"1.5s\"");
    EXPECT_EQ(expect("rules = ['fin-agian']"),
              "x.toml:7:10: unknown rule 'fin-agian'; did you mean 'fin-again'?");
}

}  // namespace
}  // namespace finwait::scenario
