// Lets "now" run: the only place of the window where a real clock is read. The core never sees
// it. Used by the transport bar.
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include "core/base/time.h"

namespace finwait::gui {

class Session;

class Player : public QObject {
    Q_OBJECT

public:
    explicit Player(Session& session, QObject* parent = nullptr);

    bool is_playing() const { return timer_.isActive(); }
    void play();
    void pause();
    void toggle() { is_playing() ? pause() : play(); }
    /// Simulated time over real time; 0: every moment takes the same real time.
    void set_speed(double speed) { speed_ = speed; }
    double speed() const { return speed_; }
    /// Moves as far as this much real time asks for.
    void advance(Duration real);

signals:
    void playing_changed(bool playing);

private:
    void tick();

    Session& session_;
    QTimer timer_;
    QElapsedTimer clock_;
    double speed_ = 0;
};

}  // namespace finwait::gui
