// Segments in the RFC's notation, read from a test's text: <SEQ=301><ACK=101><DATA=5><CTL=FIN,ACK>.
// <WND=0> and <MSS=1460> where a test is about them. Used by every test of the endpoint.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"
#include "core/tcp/segment.h"

namespace finwait::tcp::test {

inline constexpr std::uint32_t peer_window = 65535;  ///< of a segment that names none

/// A segment as a test writes it. PSH and the window are compared only when the text names them.
struct Written {
    Segment segment;
    bool names_window = false;
    bool names_push = false;
};

/// Stops the test program with a message when the text is not a segment.
Written written(std::string_view text);
/// One segment a line; blank lines are left out.
std::vector<Written> written_lines(std::string_view text);

bool same(const Written& expected, const Segment& actual);
/// As tcp::to_string, with the window behind it.
std::string with_window(const Segment& segment);

/// The octets of a stream from `offset` on: every octet tells its place, modulo 251.
Bytes octets_at(std::uint32_t offset, std::uint32_t count);

std::string_view trimmed(std::string_view text);

}  // namespace finwait::tcp::test
