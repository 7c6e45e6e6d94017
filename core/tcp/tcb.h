// The transmission control block: the variables of one connection, named as in RFC 9293
// section 3.3.1. A plain value; `finwait` shows it, Endpoint works on it.
#pragma once

#include <cstdint>

#include "core/base/bytes.h"
#include "core/base/time.h"
#include "core/tcp/seq.h"

namespace finwait::tcp {

struct Tcb {
    // send sequence space
    Seq iss;
    Seq snd_una;
    Seq snd_nxt;
    std::uint32_t snd_wnd = 0;
    Seq snd_wl1;
    Seq snd_wl2;
    std::uint32_t max_snd_wnd = 0;
    std::uint16_t snd_mss = 536;
    // receive sequence space
    Seq irs;
    Seq rcv_nxt;
    Seq rcv_adv;                  ///< right edge of the window that we have advertised
    Seq rcv_wup;                  ///< RCV.NXT when we last sent an ACK
    std::uint16_t rcv_mss = 536;  ///< the largest segment seen, for "every second full one"
    // retransmission, RFC 6298
    Duration srtt{0};             ///< 0: no sample yet
    Duration rttvar{0};
    Duration rto{0};
    std::uint8_t backoff = 0;     ///< doublings of rto since the last valid sample
};

}  // namespace finwait::tcp
