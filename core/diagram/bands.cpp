// State bands with their names beside the lifelines, and notes of calls that failed. Called by
// layout().
#include <algorithm>

#include "core/diagram/scene.h"
#include "core/rules/catalogue.h"

namespace finwait::diagram {
namespace {

constexpr double name_size = 13;
constexpr double closed_length = 30;    // a CLOSED band ends soon: nothing follows it

/// Where a state begins; where it ends.
double end_of(const Scene& scene, const Band& band, std::size_t span)
{
    if (span + 1 < band.spans.size()) return scene.y_of(band.spans[span + 1].record);
    const trace::StateSpan& last = band.spans[span];
    double end = last.to == never ? scene.bottom : std::min(scene.bottom, scene.y(last.to));
    if (last.state == tcp::State::closed)
        end = std::min(end, scene.y_of(last.record) + closed_length);
    return std::max(end, scene.y_of(last.record));
}

std::string title_of(const Scene& scene, const Band& band, const trace::StateSpan& span)
{
    const trace::Record& record = scene.record(span.record);
    const std::string who = scene.host_name(band.host);
    const std::string state{tcp::name(span.state)};
    const std::string when = time_text(span.from, scene.look.lang);
    const std::string why{rules::entry(record.rule).title.in(scene.look.lang)};
    if (scene.look.lang == Lang::ko) return who + ", " + when + "부터 " + state + ": " + why;
    return who + " is in " + state + " from " + when + ": " + why;
}

void draw_name(Scene& scene, const Band& band, const trace::StateSpan& span, double y, double end)
{
    const Place& place = scene.frame.hosts[band.host];
    std::string text{tcp::name(span.state)};
    if (scene.plan.many() && band.conn != 0)
        text = "#" + std::to_string(band.conn) + " " + text;
    const double width = text_width(text, static_cast<int>(name_size), true);
    const double left = place.names == Anchor::end ? place.names_x - width : place.names_x;
    // Just below the line where the state begins; lower, while it lasts, if that is taken.
    for (double at = y + 2; at < std::max(end - 14, y + 3); at += 4) {
        const Slab slab{left, left + width, at, at, 15};
        if (!scene.beside.is_free(slab)) continue;
        scene.beside.add(slab);
        scene.write(text_at({place.names_x, at + 12.5}, place.names,
                                   colours_of(span.state).ink, text, 13, true),
                           !scene.happened(span.record));
        return;
    }
}

void draw_span(Scene& scene, const Band& band, std::size_t i)
{
    const trace::StateSpan& span = band.spans[i];
    const double y = scene.y_of(span.record), end = end_of(scene, band, i);
    if (!scene.visible(y - 4, std::max(end, y + 20))) return;
    if (scene.canvas.hides_future() && !scene.happened(span.record)) return;
    const StateColours colours = colours_of(span.state);
    const double x = scene.frame.column_x(band.host, band.column);
    std::string id = "st" + std::to_string(span.record);
    Item& item = scene.canvas.begin(Item::Kind::state, std::move(id),
                                    title_of(scene, band, span));
    item.record = span.record;
    item.begins_ns = span.from.count();
    const double top = std::max(y, scene.y0 - 100), bottom = std::min(end, scene.y1 + 100);
    if (!scene.happened(span.record)) scene.canvas.treat_as(Canvas::Happened::no);
    if (bottom > top)
        scene.canvas.box({x - band_width / 2, top, band_width, bottom - top, 0, colours.fill,
                          no_colour, 0, Dash::solid});
    if (y >= scene.y0 - 4)
        scene.canvas.line(
            {{x - band_width / 2 - 3, y}, {x + band_width / 2 + 3, y}, colours.ink, 1.6});
    scene.canvas.treat_as(Canvas::Happened::by_place);
    draw_name(scene, band, span, y, end);
}

}  // namespace

void draw_bands(Scene& scene)
{
    for (const Band& band : scene.plan.bands) {
        if (scene.y_of(band.spans.front().record) > scene.y1 + 20) break;
        // Spans are in order: skip those that end above what is visible.
        auto first = std::partition_point(
            band.spans.begin(), band.spans.end(),
            [&](const trace::StateSpan& span) { return scene.y_of(span.record) < scene.y0 - 30; });
        if (first != band.spans.begin()) --first;
        for (; first != band.spans.end(); ++first)
            draw_span(scene, band, static_cast<std::size_t>(first - band.spans.begin()));
    }
}

void draw_notes(Scene& scene)
{
    const auto& notes = scene.plan.notes;
    auto note = std::partition_point(notes.begin(), notes.end(), [&](const Note& n) {
        return scene.y_of(n.record) < scene.y0 - 60;
    });
    for (; note != notes.end(); ++note) {
        const double y = scene.y_of(note->record);
        if (y > scene.y1 + 20) break;
        if (scene.canvas.hides_future() && !scene.happened(note->record)) continue;
        const Place& place = scene.frame.hosts[note->host];
        const double width = text_width(note->text, 11, true);
        const double left = place.names == Anchor::end ? place.names_x - width : place.names_x;
        for (double at = y + 2; at < y + 50; at += 4) {
            const Slab slab{left, left + width, at, at, 14};
            if (!scene.beside.is_free(slab)) continue;
            scene.beside.add(slab);
            Item& item = scene.canvas.begin(Item::Kind::note, "n" + std::to_string(note->record),
                                            scene.host_name(note->host) + ": " + note->text);
            item.record = note->record;
            item.begins_ns = scene.record(note->record).t.count();
            scene.write(text_at({place.names_x, at + 11}, place.names, palette::ink,
                                note->text, 11, true),
                               !scene.happened(note->record));
            break;
        }
    }
}

}  // namespace finwait::diagram
