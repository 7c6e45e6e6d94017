// The errors that the system calls of a program return, by their kernel names.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace finwait::host {

enum class Errno : std::uint8_t {
    ok,
    connection_refused,
    connection_reset,
    timed_out,
    broken_pipe,
    address_in_use,
    address_not_available,
    not_connected,
    already_connected,
    bad_descriptor,
    invalid_argument,
};

inline constexpr std::array<std::string_view, 11> errno_names = {
    "",              "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EPIPE", "EADDRINUSE",
    "EADDRNOTAVAIL", "ENOTCONN",     "EISCONN",    "EBADF",     "EINVAL"};

constexpr std::string_view name(Errno error)
{
    return errno_names[static_cast<std::size_t>(error)];
}

}  // namespace finwait::host
