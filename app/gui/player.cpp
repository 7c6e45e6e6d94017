#include "app/gui/player.h"

#include <algorithm>

#include "app/gui/session.h"

namespace finwait::gui {

namespace {

constexpr Duration a_moment = milliseconds{900};       // at an even pace
constexpr Duration longest_wait = milliseconds{2500};  // real time between two moments at most

}  // namespace

Player::Player(Session& session, QObject* parent) : QObject(parent), session_(session)
{
    timer_.setInterval(16);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Player::tick);
    connect(&session, &Session::run_changed, this, [this] {
        if (session_.now() >= session_.end()) pause();
    });
}

void Player::play()
{
    if (!session_.is_open() || is_playing()) return;
    if (session_.now() >= session_.end()) session_.to_start();
    clock_.start();
    timer_.start();
    emit playing_changed(true);
}

void Player::pause()
{
    if (!is_playing()) return;
    timer_.stop();
    emit playing_changed(false);
}

void Player::tick()
{
    const Duration real{clock_.nsecsElapsed()};
    clock_.restart();
    advance(std::min<Duration>(real, milliseconds{250}));  // a held window must not leap
}

void Player::advance(Duration real)
{
    // From moment to moment: the pace may differ on both sides of one.
    double left = static_cast<double>(real.count());
    while (left > 0 && session_.now() < session_.end()) {
        const Time now = session_.now();
        const Time from = session_.moment_before(now + Duration{1});
        const Time to = session_.moment_after(now);
        const double span = static_cast<double>((to - from).count());
        // An idle minute is walked through quickly at any speed.
        double takes = speed_ > 0 ? span / speed_ : static_cast<double>(a_moment.count());
        takes = std::min(takes, static_cast<double>(longest_wait.count()));
        const double pace = span / std::max(1.0, takes);
        const double needed = static_cast<double>((to - now).count()) / pace;
        if (needed <= left) {
            session_.go_to(to);
            left -= needed;
        } else {
            session_.go_to(
                now + Duration{std::max<std::int64_t>(1, static_cast<std::int64_t>(left * pace))});
            left = 0;
        }
    }
    if (session_.now() >= session_.end()) pause();
}

}  // namespace finwait::gui
