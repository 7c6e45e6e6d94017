// A host: its kernel (sockets, ports, TIME-WAIT records, timers) and its processes. Everything
// enters by one of four events (a start, a packet, a socket's timer, a process's wake-up) and
// leaves through the World it is handed.
//   host.cpp     sockets and arrivals        effects.cpp   what an endpoint did, into records
//   calls.cpp    the system calls            processes.cpp programs, blocking and waking
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/flat_map.h"
#include "core/host/call.h"
#include "core/host/ports.h"
#include "core/host/process.h"
#include "core/host/socket.h"
#include "core/host/world.h"
#include "core/tcp/profile.h"

namespace finwait::host {

/// What a host is given before the run.
struct Settings {
    trace::HostId id = 0;
    tcp::Profile profile;
    Program program;
    bool has_isn = false;
    std::uint32_t isn = 0;
    std::uint64_t seed = 1;
};

class Host {
public:
    explicit Host(Settings settings);

    /// Starts the program (the first of its processes) at the beginning of the run.
    void boot(World& world);
    void process_starts(World& world);
    /// Takes a packet from the network; `sent` is its record.
    void packet_arrives(World& world, const Packet& packet, std::span<const std::byte> octets,
                        trace::RecordId sent);
    void socket_timer(World& world, SocketIndex socket);
    void time_wait_timer(World& world, std::uint32_t index);
    void process_wakes(World& world, ProcessIndex process, std::uint32_t turn);

    const tcp::Profile& profile() const { return settings_.profile; }
    const std::vector<Socket>& sockets() const { return sockets_; }
    const std::vector<TimeWaitSocket>& time_waits() const { return time_waits_; }
    /// The statements at which processes are still blocked.
    std::vector<std::uint32_t> blocked_statements() const;
    /// A socket in SYN-SENT for exactly this connection; nothing if there is none.
    std::optional<trace::ConnectionId> opening(std::uint16_t port, trace::HostId peer,
                                               std::uint16_t peer_port) const;

private:
    static constexpr std::uint32_t time_wait_bit = 0x80000000U;  ///< in connections_' values

    // host.cpp
    tcp::Context context(const World& world);
    SocketIndex new_socket(Socket::Role role);
    void free_socket(SocketIndex index);
    void arrives_at_listener(World& world, SocketIndex listener, const Packet& packet,
                             std::span<const std::byte> octets, trace::RecordId sent);
    void arrives_at_connection(World& world, SocketIndex index, const Packet& packet,
                               std::span<const std::byte> octets, trace::RecordId sent);
    bool arrives_at_time_wait(World& world, std::uint32_t index, const Packet& packet,
                              trace::RecordId sent);
    void arrives_nowhere(World& world, const Packet& packet, trace::RecordId sent);
    void reply(World& world, const Packet& to, const tcp::Effect& effect);
    bool accept_queue_full(SocketIndex listener) const;
    /// Records the arrival and makes it the cause of what follows; `sent` is no_record when the
    /// arrival is recorded already.
    void record_arrival(World& world, const Packet& packet, trace::RecordId sent, Rule verdict);
    tcp::Seq next_isn(const World& world, trace::HostId peer, std::uint16_t peer_port,
                      std::uint16_t port);

    // effects.cpp
    void apply(World& world, SocketIndex index);
    void send(World& world, const Socket& socket, const tcp::Effect& effect);
    void moved(World& world, Socket& socket, const tcp::Effect& effect);
    void timer_effect(World& world, Socket& socket, const tcp::Effect& effect);
    void settle(World& world, SocketIndex index);
    void enqueue_for_accept(World& world, SocketIndex child);
    void connection_over(World& world, SocketIndex index);
    void into_time_wait(World& world, SocketIndex index);
    void time_wait_timer_stops(World& world, const TimeWaitSocket& socket);
    void remove_time_wait(World& world, std::uint32_t index, tcp::Event event, Rule rule);
    void release_port(World& world, std::uint16_t port, trace::RecordId taken,
                      trace::ConnectionId conn, bool of_connection);

    // processes.cpp
    ProcessIndex new_process(World& world);
    void run(World& world, ProcessIndex index);
    bool block(ProcessIndex index, Process::Waits waits, SocketIndex socket);  ///< always false
    bool try_to_finish(World& world, ProcessIndex index);
    bool returns(World& world, ProcessIndex index, std::int32_t result, Errno error = Errno::ok,
                 bool eof = false, Rule rule = Rule::call_returned);  ///< always true
    bool fails(World& world, ProcessIndex index, Errno error, Rule rule = Rule::call_returned)
    {
        return returns(world, index, -1, error, false, rule);
    }
    void enters(World& world, ProcessIndex index, const Call& call);
    void socket_changed(World& world, SocketIndex index);
    void die(World& world, ProcessIndex index);
    void accept_one(World& world, ProcessIndex index, const Call& call);

    // calls.cpp: true when the call has returned, false when it blocks
    bool call(World& world, ProcessIndex index, const Call& call);
    bool call_bind(World& world, ProcessIndex index, const Call& call);
    bool call_option(World& world, ProcessIndex index, const Call& call);
    bool call_listen(World& world, ProcessIndex index, const Call& call);
    bool call_connect(World& world, ProcessIndex index, const Call& call);
    bool call_accept(World& world, ProcessIndex index, const Call& call);
    bool call_send(World& world, ProcessIndex index, const Call& call);
    bool call_recv(World& world, ProcessIndex index, const Call& call);
    bool wait_until(World& world, ProcessIndex index, Time moment);
    bool call_shutdown(World& world, ProcessIndex index, const Call& call);
    bool call_close(World& world, ProcessIndex index, const Call& call);
    bool continue_send(World& world, ProcessIndex index, const Call& call);
    bool continue_recv(World& world, ProcessIndex index, const Call& call);
    void close_socket(World& world, SocketIndex index);
    void close_listener(World& world, SocketIndex index);
    void set_option(World& world, Socket& socket, const Call& call);
    void apply_options(World& world, Socket& socket);
    SocketIndex socket_of(const Process& process, const Call& call) const;
    SocketIndex fresh_socket(ProcessIndex index);
    Errno bind(World& world, SocketIndex index, std::uint16_t port);
    Errno failure_of(const Socket& socket) const;
    void own(ProcessIndex index, SocketIndex socket, Variable name);
    void disown(SocketIndex socket);

    Settings settings_;
    std::uint32_t first_call_ = 0;       ///< behind a leading `repeat`
    std::uint32_t started_ = 0;
    std::uint8_t variables_ = 0;         ///< names for sockets that the program has
    tcp::Pools pools_;
    std::vector<Socket> sockets_;
    std::vector<SocketIndex> free_sockets_;
    std::vector<TimeWaitSocket> time_waits_;
    std::vector<std::uint32_t> free_time_waits_;
    FlatMap connections_;                ///< connection_key -> socket, or time-wait record
    FlatMap listeners_;                  ///< port -> socket
    Ports ports_;
    std::vector<Process> processes_;
    std::vector<ProcessIndex> free_processes_;
    std::uint32_t connections_opened_ = 0;
    std::vector<tcp::Effect> effects_;   ///< emptied after every event
    Bytes scratch_;
};

}  // namespace finwait::host
