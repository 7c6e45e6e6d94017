#include "core/run/run.h"

#include "core/sim/simulator.h"

namespace finwait::run {

namespace {

/// The program with the exit that ends every process, whether its author wrote it or not.
host::Program with_exit(const host::Program& program, trace::HostId host, trace::Header& header)
{
    host::Program out = program;
    if (out.empty() || out.back().kind == host::CallKind::exit) return out;
    host::Call exit;
    exit.kind = host::CallKind::exit;
    exit.statement = static_cast<std::uint32_t>(header.statements.size());
    header.statements.push_back({host, "exit", 0});
    out.push_back(exit);
    return out;
}

trace::Header header_of(const scenario::Scenario& scenario)
{
    trace::Header header;
    header.title = scenario.title.en;
    header.profile = scenario.profile_name;
    header.exact_profile = tcp::profile_by_name(scenario.profile_name)->exact;
    header.hosts = scenario.host_names();
    header.statements = scenario.statements;
    for (const net::Fault& fault : scenario.faults) header.faults.push_back(fault.sentence);
    return header;
}

sim::Simulator simulator_of(const scenario::Scenario& scenario, trace::Header& header)
{
    std::vector<host::Settings> hosts;
    std::vector<net::LinkSettings> links;
    for (std::size_t i = 0; i < scenario.hosts.size(); ++i) {
        const scenario::Host& from = scenario.hosts[i];
        host::Settings settings;
        settings.id = static_cast<trace::HostId>(i);
        settings.profile = scenario.profile_of(i);
        settings.program = with_exit(from.program, settings.id, header);
        settings.has_isn = from.has_isn;
        settings.isn = from.isn;
        settings.seed = scenario.seed;
        hosts.push_back(std::move(settings));
        links.push_back(from.link);
    }
    sim::Limits limits;
    if (scenario.until > Duration{0}) limits.until = scenario.until;
    limits.records = scenario.limits.records;
    limits.octets = scenario.limits.octets;
    limits.time = scenario.limits.time;
    return {std::move(hosts), net::Network{std::move(links), scenario.faults}, limits};
}

}  // namespace

void run(const scenario::Scenario& scenario, std::span<trace::Observer* const> observers)
{
    trace::Header header = header_of(scenario);
    sim::Simulator simulator = simulator_of(scenario, header);
    for (trace::Observer* observer : observers) observer->begins(header);
    const trace::Ending ending = simulator.run(observers);
    for (trace::Observer* observer : observers) observer->ended(ending);
}

trace::Trace run(const scenario::Scenario& scenario)
{
    trace::Trace trace;
    trace::Observer* const observers[] = {&trace};
    run(scenario, observers);
    return trace;
}

std::vector<SocketSnapshot> snapshot(const scenario::Scenario& scenario, trace::RecordId moment)
{
    scenario::Scenario part = scenario;
    part.limits.records = std::uint64_t{moment} + 1;
    trace::Header header = header_of(part);
    sim::Simulator simulator = simulator_of(part, header);
    simulator.run({});
    std::vector<SocketSnapshot> out;
    for (std::size_t i = 0; i < simulator.hosts().size(); ++i) {
        const auto id = static_cast<trace::HostId>(i);
        for (const host::Socket& socket : simulator.hosts()[i].sockets()) {
            if (socket.role == host::Socket::Role::unused) continue;
            out.push_back({id, socket.conn, socket.endpoint.state(), socket.port,
                           socket.peer_port, socket.endpoint.tcb()});
        }
        for (const host::TimeWaitSocket& socket : simulator.hosts()[i].time_waits()) {
            if (!socket.used) continue;
            tcp::Tcb tcb;
            tcb.snd_una = tcb.snd_nxt = socket.rest.snd_nxt;
            tcb.rcv_nxt = socket.rest.rcv_nxt;
            out.push_back({id, socket.conn, tcp::State::time_wait, socket.port, socket.peer_port,
                           tcb});
        }
    }
    return out;
}

}  // namespace finwait::run
