// run(): a scenario into a trace. A pure function: same scenario, same records, everywhere.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/scenario/scenario.h"
#include "core/tcp/tcb.h"
#include "core/trace/trace.h"

namespace finwait::run {

/// Runs and tells every record to the observers, in order. No observer changes the run.
void run(const scenario::Scenario& scenario, std::span<trace::Observer* const> observers);

/// The same with a Trace as the only observer.
trace::Trace run(const scenario::Scenario& scenario);

/// What one socket holds at a moment.
struct SocketSnapshot {
    trace::HostId host;
    trace::ConnectionId conn;
    tcp::State state;
    std::uint16_t port, peer_port;
    tcp::Tcb tcb;
};

/// The sockets of all hosts after record `moment` (and what follows from it at once), by running
/// again up to there.
std::vector<SocketSnapshot> snapshot(const scenario::Scenario& scenario, trace::RecordId moment);

}  // namespace finwait::run
