// The generator: every choice comes from one finwait::Random, so that a seed is a scenario
// everywhere. Called by determinism.cpp and conservation_test.cpp.
#include "tests/run/generated.h"

#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <vector>

#include "core/base/random.h"
#include "core/scenario/parse.h"

namespace finwait::test {

namespace {

/// One text of its parts. A braced list is evaluated from left to right; the operands of + are
/// not, so two choices never stand in one sum: the compilers would draw them in another order.
std::string join(std::initializer_list<std::string> parts)
{
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
}

class Generator {
public:
    explicit Generator(std::uint64_t seed) : random_(seed), seed_(seed) {}
    std::string text();

private:
    std::uint64_t below(std::uint64_t bound) { return random_.below(bound); }
    bool one_in(std::uint64_t n) { return below(n) == 0; }
    std::string number(std::uint64_t least, std::uint64_t most)
    {
        return std::to_string(least + below(most - least + 1));
    }
    std::string any(std::initializer_list<const char*> words)
    {
        return words.begin()[below(words.size())];
    }

    std::string wait();
    std::string option();
    void talk(const std::string& on);
    void end(const std::string& on);
    void connections(const std::string& target);
    void serve(const std::string& port);
    void program(std::size_t host);
    std::string host_table(std::size_t host);
    std::string sysctls();
    std::string link();
    std::string selection();
    std::string fault();
    void add(std::string statement) { program_.push_back(std::move(statement)); }

    Random random_;
    std::uint64_t seed_;
    std::vector<std::string> hosts_;
    std::vector<std::string> program_;  ///< that is being made
    bool crossing_ = false;             ///< the first two hosts open to each other
};

std::string Generator::wait()
{
    return join({any({"sleep ", "sleep ", "sleep ", "at "}), number(1, one_in(3) ? 900 : 40),
                 any({"us", "ms", "ms", "ms", "s"})});
}

std::string Generator::option()
{
    switch (below(9)) {
        case 0: return any({"linger 0s", "linger 50ms", "linger 3s", "linger off"});
        case 1: return "keepalive on";
        case 2: return "rcvbuf " + number(100, 5000);
        case 3: return "sndbuf " + number(1000, 9000);
        case 4: return any({"linger2 1s", "linger2 5s"});
        case 5: return any({"user_timeout 2s", "user_timeout 30s"});
        case 6: return any({"reuseaddr on", "nodelay off", "keepalive off"});
        default: return "nodelay on";
    }
}

/// Something to do with one open connection.
void Generator::talk(const std::string& on)
{
    switch (below(13)) {
        case 0:
        case 1:
        case 2: add("send " + number(1, 400) + " B" + on); return;
        case 3: add("send " + number(1000, one_in(4) ? 20000 : 5000) + " B" + on); return;
        case 4: add("send 'hello'" + on); return;
        case 5:
        case 6:
        case 7: add("recv" + on); return;
        case 8: add("recv " + number(1, 900) + " B" + on); return;
        case 9: add(one_in(5) ? "shutdown read" + on : "shutdown" + on); return;
        case 10: add("option " + option() + on); return;
        default: add(wait()); return;
    }
}

/// How a connection is left; sometimes by nothing at all, so that the process' end does it.
void Generator::end(const std::string& on)
{
    if (one_in(3)) add("recv until eof" + on);
    if (one_in(6)) add("shutdown" + on);
    if (one_in(6)) add("recv until eof" + on);
    if (one_in(6)) add(wait());
    const std::uint64_t how = below(10);
    if (how < 7) add("close" + on);
    else if (how < 9) add("abort" + on);
}

void Generator::connections(const std::string& target)
{
    static constexpr const char* names[] = {"a", "b", "c"};
    const std::uint64_t count = one_in(2) ? 1 : 1 + below(3);
    const bool together = one_in(2);
    std::vector<std::string> open;
    for (std::uint64_t i = 0; i < count; ++i) {
        if (one_in(3)) add("option " + option());
        const std::string from = one_in(5) ? " from " + number(5000, 5001) : std::string{};
        add(join({"connect ", target, from, " as ", names[i]}));
        open.push_back(join({" on ", names[i]}));
        const std::uint64_t acts = below(5);
        for (std::uint64_t act = 0; act < acts; ++act) talk(open[below(open.size())]);
        if (together) continue;
        end(open.back());
        open.pop_back();
        if (open.empty() && i + 1 < count && one_in(3)) add(wait());
    }
    while (!open.empty()) {
        end(open.back());
        open.pop_back();
    }
}

void Generator::serve(const std::string& port)
{
    if (one_in(4)) add("option " + option());
    add(join({"listen ", port, one_in(5) ? " backlog " + number(0, 2) : std::string{}}));
    if (one_in(6)) add(wait());
    const bool each = one_in(2);
    const std::uint64_t count = each ? 1 : 1 + below(3);
    for (std::uint64_t i = 0; i < count; ++i) {
        add(each ? "accept each" : "accept");
        const std::uint64_t acts = below(5);
        for (std::uint64_t act = 0; act < acts; ++act) talk("");
        end("");
    }
}

void Generator::program(std::size_t host)
{
    program_.clear();
    const bool serves = host == 1 && !crossing_;
    if (!serves && one_in(8))
        add(join({"repeat ", number(2, 4), " every ", any({"1us", "3ms", "2s", "65s"})}));
    if (one_in(8)) add(join({"kill at ", number(1, 300), any({"ms", "ms", "s"})}));
    if (serves) {
        serve(one_in(20) ? "81" : "80");
    } else if (crossing_ && host < 2) {
        if (one_in(3)) add("at " + number(1, 30) + "ms");
        add("connect " + hosts_[1 - host] + ":7000 from 7000");
        const std::uint64_t acts = below(5);
        for (std::uint64_t act = 0; act < acts; ++act) talk("");
        end("");
    } else {
        if (one_in(2)) add(wait());
        connections(hosts_[1] + ":80");
    }
    if (one_in(10)) add(any({"exit", "kill"}));
}

std::string Generator::sysctls()
{
    std::string out;
    const auto line = [&](const std::string& name, std::uint64_t least, std::uint64_t most) {
        if (one_in(5)) out += name + " = " + number(least, most) + "\n";
    };
    line("tcp_syn_retries", 1, 4);
    line("tcp_synack_retries", 0, 4);
    line("tcp_retries2", 0, 8);
    line("tcp_orphan_retries", 0, 5);
    line("tcp_fin_timeout", 1, 60);
    line("tcp_rfc1337", 0, 1);
    line("tcp_keepalive_time", 1, 9);
    line("tcp_keepalive_intvl", 1, 5);
    line("tcp_keepalive_probes", 1, 4);
    line("tcp_abort_on_overflow", 0, 1);
    line("somaxconn", 1, 3);
    if (one_in(8)) out += "ip_local_port_range = [40000, " + number(40000, 40002) + "]\n";
    return out;
}

std::string Generator::host_table(std::size_t host)
{
    const std::string& name = hosts_[host];
    program(host);
    std::string out = "\n[host." + name + "]\n";
    if (one_in(6)) out += "isn = " + any({"100", "300", "4294967290", "4294966000"}) + "\n";
    if (one_in(5)) out += "mss = " + any({"1", "100", "536", "1400"}) + "\n";
    if (one_in(30)) program_.clear();
    out += "program = [";
    for (const std::string& statement : program_) out += "\n  \"" + statement + "\",";
    out += "\n]\n";
    if (one_in(3)) out += "[host." + name + ".sysctl]\n" + sysctls();
    return out;
}

std::string Generator::link()
{
    std::string out;
    out += join({"delay = \"", number(0, one_in(4) ? 400 : 30), any({"ms", "ms", "ms", "us"}),
                 "\"\n"});
    const std::string rate = any({"9.6kbit/s", "64kbit/s", "1Mbit/s", "1Gbit/s"});
    if (one_in(4)) out += "rate = \"" + rate + "\"\n";
    if (one_in(4)) out += "queue = " + number(1, 6) + "\n";
    return out;
}

std::string Generator::selection()
{
    std::string out = any({"", "", "", "2nd ", "3rd ", "every ", "first 2 ", "first 4 "});
    out += any({"SYN", "SYN,ACK", "FIN", "RST", "data", "ACK", "ACK of SYN", "ACK of SYN,ACK",
                "ACK of FIN", "ACK of data", "retransmission", "retransmission of FIN", "probe",
                "segment"});
    if (!one_in(4)) out += " from " + hosts_[below(hosts_.size())];
    if (one_in(6)) out += " on connection " + number(1, 3);
    return out;
}

std::string Generator::fault()
{
    const std::string from = " from " + hosts_[below(hosts_.size())];
    const std::string time = join({number(1, 900), any({"ms", "ms", "s"})});
    switch (below(10)) {
        case 0: return join({"lose 1 in ", number(1, 9), from, " seed ", number(1, 99)});
        case 1:
            return join({"lose everything after ", any({"SYN", "2nd data", "FIN", "3rd segment"}),
                         from});
        case 2: return join({"delay ", selection(), " by ", time});
        case 3: return join({"copy ", selection(), " after ", time});
        case 4: return join({"swap ", selection(), " with next"});
        case 5: return "corrupt " + selection();
        case 6: return one_in(4) ? "lose everything" + from : "delay " + selection() + " by 40ms";
        default: return "lose " + selection();
    }
}

std::string Generator::text()
{
    hosts_ = {"client", "server"};
    if (one_in(4)) hosts_.emplace_back("other");
    crossing_ = one_in(8);
    std::string out = "format = 1\n";
    out += "title = \"generated " + std::to_string(seed_) + "\"\n";
    out += one_in(2) ? "profile = \"rfc\"\n" : "profile = \"linux\"\n";
    out += "seed = " + number(0, 1'000'000) + "\n";
    if (one_in(3)) out += join({"msl = \"", number(1, 40), any({"ms", "s"}), "\"\n"});
    if (one_in(5)) out += join({"until = \"", number(1, 900), any({"ms", "ms", "s"}), "\"\n"});
    const std::uint64_t faults = below(5);
    out += "faults = [";
    for (std::uint64_t i = 0; i < faults; ++i) out += "\n  \"" + fault() + "\",";
    out += "\n]\n\n[limits]\n";
    out += "records = " + number(one_in(9) ? 20 : 800, 900) + "\n";
    out += "time = \"" + any({"1h", "20h", "100s"}) + "\"\n";
    out += "\n[link]\n" + link();
    if (one_in(4)) out += join({"[link.", hosts_[below(hosts_.size())], "]\n", link()});
    for (std::size_t host = 0; host < hosts_.size(); ++host) out += host_table(host);
    return out;
}

}  // namespace

std::string generated_text(std::uint64_t seed) { return Generator(seed).text(); }

scenario::Scenario generated(std::uint64_t seed)
{
    const std::string text = generated_text(seed);
    Result<scenario::Scenario> scenario = scenario::parse(text, "generated");
    if (!scenario) {
        std::fprintf(stderr, "seed %llu: %s\n%s", static_cast<unsigned long long>(seed),
                     to_string(scenario.error()).c_str(), text.c_str());
        std::abort();
    }
    return std::move(*scenario);
}

}  // namespace finwait::test
