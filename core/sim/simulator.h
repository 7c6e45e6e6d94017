// The simulator: hosts, network, events. The only place where time moves. run() (core/run) makes
// one from a scenario and lets it go; a copy of it is a fork of the world.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/host/host.h"
#include "core/net/network.h"
#include "core/sim/event_queue.h"
#include "core/trace/trace.h"

namespace finwait::sim {

struct Limits {
    Time until = never;               ///< stop before the first event after this
    std::uint64_t records = UINT64_MAX;
    std::uint64_t octets = UINT64_MAX;
    Time time = never;                ///< as until, but a limit that is told
};

class Simulator final : public host::World {
public:
    Simulator(std::vector<host::Settings> hosts, net::Network network, Limits limits);

    /// Everything up to the end; the observers are told each record as it happens.
    trace::Ending run(std::span<trace::Observer* const> observers);

    const std::vector<host::Host>& hosts() const { return hosts_; }

    void transmit(const host::Packet& packet, std::span<const std::byte> octets) override;
    void wake_socket(trace::HostId host, host::SocketIndex socket, Time at) override;
    void wake_time_wait(trace::HostId host, std::uint32_t index, Time at) override;
    void wake_process(trace::HostId host, host::ProcessIndex process, std::uint32_t turn,
                      Time at) override;
    void start_process(trace::HostId host, Time at) override;
    trace::ConnectionId number_connection(trace::HostId host, std::uint16_t port,
                                          trace::HostId peer, std::uint16_t peer_port) override;
    std::uint32_t number_process() override { return processes_++; }

private:
    /// A segment on its way. Places are used again, with their octets' memory.
    struct InTransit {
        host::Packet packet;
        Bytes octets;
        trace::RecordId sent = trace::no_record;
        std::uint32_t turn = 0;       ///< counts the uses of this place
    };

    void tell(trace::RecordId end) override;
    void handle(const Event& event);
    std::uint32_t put_in_transit(const host::Packet& packet, std::span<const std::byte> octets,
                                 trace::RecordId sent, Time at, Event::Kind kind);
    void copy_leaves(const Event& event);
    void release_swapped(trace::HostId from, Time at);
    void lose(const host::Packet& packet, trace::RecordId sent, net::Passage::Loss loss);
    trace::RecordId record_sent(const host::Packet& packet, std::span<const std::byte> octets);

    std::vector<host::Host> hosts_;
    net::Network network_;
    Limits limits_;
    EventQueue queue_;
    std::vector<InTransit> transit_;
    std::vector<std::uint32_t> free_transit_;
    struct Swapped { std::uint32_t place; std::uint32_t turn; };
    std::vector<std::vector<Swapped>> swapped_;   ///< by host: waiting for its next segment
    std::span<trace::Observer* const> observers_;
    Bytes untold_octets_;                         ///< of the records not yet told
    trace::RecordId told_ = 0;
    std::uint32_t octets_sent_ = 0;
    Time last_record_at_{0};
    Bytes arriving_;                              ///< octets of the packet being handled
    trace::ConnectionId connections_ = 0;
    std::uint32_t processes_ = 0;
};

}  // namespace finwait::sim
