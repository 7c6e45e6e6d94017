// How a person wants to look: language, zoom, what stays hidden. It changes no run. Shared by
// all views, which paint themselves anew on changed().
#pragma once

#include <QObject>

#include <algorithm>

#include "core/base/lang.h"

namespace finwait::gui {

class ViewSettings : public QObject {
    Q_OBJECT

public:
    static constexpr double smallest_zoom = 0.25;
    static constexpr double largest_zoom = 8.0;

    Lang lang() const { return lang_; }
    double zoom() const { return zoom_; }  ///< of the time axis
    double text_scale() const { return larger_text_ ? 1.5 : 1.0; }
    bool larger_text() const { return larger_text_; }
    bool hide_future() const { return hide_future_; }
    bool absolute_numbers() const { return absolute_numbers_; }
    bool answer_shown() const { return answer_shown_; }

    void set_lang(Lang lang) { set(lang_, lang); }
    void set_zoom(double zoom) { set(zoom_, std::clamp(zoom, smallest_zoom, largest_zoom)); }
    void set_larger_text(bool on) { set(larger_text_, on); }
    void set_hide_future(bool on) { set(hide_future_, on); }
    void set_absolute_numbers(bool on) { set(absolute_numbers_, on); }
    void set_answer_shown(bool on) { set(answer_shown_, on); }

signals:
    void changed();

private:
    template <class T>
    void set(T& member, T value)
    {
        if (member == value) return;
        member = value;
        emit changed();
    }

    Lang lang_ = Lang::en;
    double zoom_ = 1.0;
    bool larger_text_ = false;
    bool hide_future_ = false;
    bool absolute_numbers_ = false;
    bool answer_shown_ = false;
};

}  // namespace finwait::gui
