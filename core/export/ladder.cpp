// Drawing a text ladder. Every cell is filled to its width before it is coloured, so that
// escape sequences never count as columns. See core/export/ladder.h.
#include "core/export/ladder.h"

#include <algorithm>
#include <string_view>

#include "core/base/columns.h"
#include "core/diagram/layout.h"
#include "core/export/ladder_rows.h"
#include "core/export/text.h"

namespace finwait::exports {
namespace {

using trace::Record;
using Arrow = LadderRow::Arrow;

constexpr std::size_t narrowest = 60;
constexpr Duration idle_from = seconds{1};  // longer silence gets a line of its own

struct Glyphs {
    std::string_view lifeline, from_left, from_right, dash, faint;
    std::string_view head_right, head_left, cross, gap;
};
constexpr Glyphs unicode_glyphs{"│", "├", "┤", "─", "╌", "►", "◄", "×", "┊"};
constexpr Glyphs ascii_glyphs{"|", "+", "+", "-", ".", ">", "<", "x", ":"};

constexpr Text word_time{"time (s)", "시간(초)"};
constexpr Text word_lost{"lost", "손실"};
constexpr Text word_again{"again", "재전송"};
constexpr Text word_probe{"probe", "탐침"};
constexpr Text word_copy{"copy", "복제"};
constexpr Text word_corrupted{"corrupted", "손상"};
constexpr Text word_silence{"later", "뒤"};

enum class Ink { plain, dim, strong, state, syn, fin, rst, data, lost, again };

std::string_view code(Ink ink)
{
    switch (ink) {
        case Ink::plain: return "";
        case Ink::dim: return "\x1b[2m";
        case Ink::strong: return "\x1b[1m";
        case Ink::state: return "\x1b[1;36m";
        case Ink::syn: return "\x1b[32m";
        case Ink::fin: return "\x1b[35m";
        case Ink::rst: return "\x1b[1;31m";
        case Ink::data: return "\x1b[34m";
        case Ink::lost: return "\x1b[31m";
        case Ink::again: return "\x1b[33m";
    }
    return "";
}

std::string repeated(std::string_view glyph, std::size_t count)
{
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += glyph;
    return out;
}

std::size_t less(std::size_t a, std::size_t b) { return a > b ? a - b : 0; }

/// Draws the rows of one pair of hosts.
class Painter {
public:
    Painter(const trace::Index& index, const HostPair& pair, const LadderLook& look,
            std::vector<LadderRow> rows)
        : index_(index), pair_(pair), look_(look),
          glyphs_(look.ascii ? ascii_glyphs : unicode_glyphs), rows_(std::move(rows))
    {
        measure();
    }

    std::string paint(std::size_t most_rows) const
    {
        std::string out = head();
        Time before{0};
        Time shown = never;  // a time is printed once
        std::size_t count = 0;
        for (const LadderRow& row : rows_) {
            if (most_rows != 0 && count++ == most_rows) break;
            if (row.t - before >= idle_from) out += silence(row.t - before);
            before = row.t;
            out += line(row, row.t != shown);
            shown = row.t;
        }
        return out;
    }

    std::size_t rows() const { return rows_.size(); }

private:
    void measure()
    {
        const auto fit = [this](std::size_t& width, const std::string& text) {
            const std::size_t most = std::max<std::size_t>(12, look_.width / 4);
            width = std::max(width, std::min(columns(text), most));
        };
        for (const LadderRow& row : rows_) {
            const std::string t = seconds_text(row.t);
            decimals_ = std::max(decimals_, static_cast<int>(t.size() - t.find('.') - 1));
        }
        time_width_ = columns(word_time.in(look_.lang));
        for (const LadderRow& row : rows_) {
            fit(left_width_, row.left);
            fit(right_width_, row.right);
            time_width_ = std::max(time_width_, seconds_text(row.t, decimals_).size());
        }
        const std::size_t width = std::max(narrowest, look_.width);
        middle_ = std::max<std::size_t>(
            22, less(width, time_width_ + left_width_ + right_width_ + 6));
        for (const LadderRow& row : rows_) {
            if (row.sent == trace::no_record) continue;
            if (columns(full_text(row)) + 6 > middle_) brief_ = true;
        }
    }

    std::string ink(Ink ink, std::string text) const
    {
        const bool blank = text.find_first_not_of(' ') == std::string::npos;
        if (!look_.colour || ink == Ink::plain || blank) return text;
        return std::string{code(ink)} + text + "\x1b[0m";
    }

    std::string_view word(const Text& text) const { return text.in(look_.lang); }

    const Record& sent(const LadderRow& row) const { return index_.trace()[row.sent]; }

    bool corrupted(const LadderRow& row) const
    {
        const trace::Fate fate = index_.fate(row.sent);
        const trace::RecordId end = fate.lost != trace::no_record ? fate.lost : fate.arrived;
        return end != trace::no_record && index_.trace()[end].rule == Rule::corrupted;
    }

    bool lost(const LadderRow& row) const
    {
        return index_.fate(row.sent).lost != trace::no_record && !corrupted(row);
    }

    std::string title(trace::HostId host) const
    {
        if (host < look_.host_titles.size()) return harmless(look_.host_titles[host]);
        const auto& names = index_.trace().header().hosts;
        return host < names.size() ? harmless(names[host]) : "host " + std::to_string(host);
    }

    /// "host" over its lifeline, the time column's name before it.
    std::string head() const
    {
        const std::string left = shortened(title(pair_.left), left_width_ + 1 + middle_ / 2);
        const std::string right = shortened(title(pair_.right), right_width_ + 1 + middle_ / 2);
        const std::size_t left_from = time_width_ + 2 + less(left_width_ + 2, columns(left));
        std::string out = ink(Ink::dim, padded_left(word(word_time), time_width_));
        out += std::string(less(left_from, time_width_), ' ') + ink(Ink::strong, left);
        const std::size_t used = std::max(left_from, time_width_) + columns(left);
        const std::size_t right_from = time_width_ + left_width_ + middle_ + 4;
        out += std::string(std::max<std::size_t>(1, less(right_from, used)), ' ');
        return out + ink(Ink::strong, right) + "\n";
    }

    std::string silence(Duration gap) const
    {
        const std::string text =
            diagram::time_text(gap, look_.lang) + " " + std::string{word(word_silence)};
        const std::size_t before = less(middle_, columns(text)) / 2;
        std::string out(time_width_ + 2 + left_width_ + 1, ' ');
        out += glyphs_.gap;
        out += std::string(before, ' ') + text;
        out += std::string(less(middle_, before + columns(text)), ' ');
        out += glyphs_.gap;
        return ink(Ink::dim, out) + "\n";
    }

    std::string line(const LadderRow& row, bool with_time) const
    {
        const std::string t = with_time ? seconds_text(row.t, decimals_) : "";
        std::string out = ink(Ink::dim, padded_left(t, time_width_)) + "  ";
        out += ink(row.left_is_state ? Ink::state : Ink::dim,
                   padded_left(shortened(row.left, left_width_), left_width_)) + " ";
        out += middle(row);
        if (!row.right.empty())
            out += " " + ink(row.right_is_state ? Ink::state : Ink::dim,
                             shortened(row.right, right_width_));
        return out + "\n";
    }

    std::string full_text(const LadderRow& row) const
    {
        return whose(row) + trace::segment_text(index_, sent(row), look_.absolute_numbers) +
               marks(row);
    }

    std::string whose(const LadderRow& row) const
    {
        return pair_.several ? "#" + std::to_string(sent(row).conn) + " " : "";
    }

    /// The notation without its brackets, for ladders that are too narrow for them.
    std::string brief_text(const LadderRow& row) const
    {
        std::string text = trace::segment_text(index_, sent(row), look_.absolute_numbers);
        std::string out;
        for (const char c : text) {
            if (c == '<') continue;
            out += c == '>' ? ' ' : c;
        }
        const std::size_t control = out.find("CTL=");
        if (control != std::string::npos) out.erase(control, 4);
        while (!out.empty() && out.back() == ' ') out.pop_back();
        return whose(row) + out + marks(row);
    }

    std::string marks(const LadderRow& row) const
    {
        const std::uint16_t labels = sent(row).segment.labels;
        std::string out;
        const auto mark = [&](const Text& text) {
            out += (out.empty() ? " (" : ", ") + std::string{word(text)};
        };
        if ((labels & trace::label_copy) != 0) mark(word_copy);
        else if ((labels & trace::label_retransmission) != 0) mark(word_again);
        if ((labels & trace::label_probe) != 0) mark(word_probe);
        return out.empty() ? out : out + ")";
    }

    Ink ink_of(const LadderRow& row) const
    {
        const trace::SentSegment& segment = sent(row).segment;
        if (lost(row) || corrupted(row)) return Ink::lost;
        if ((segment.labels & trace::label_retransmission) != 0) return Ink::again;
        if ((segment.flags & tcp::RST) != 0) return Ink::rst;
        if ((segment.flags & tcp::SYN) != 0) return Ink::syn;
        if ((segment.flags & tcp::FIN) != 0) return Ink::fin;
        return segment.len > 0 ? Ink::data : Ink::plain;
    }

    /// Both lifelines and what is between them.
    std::string middle(const LadderRow& row) const
    {
        const std::string_view rail = glyphs_.lifeline;
        if (row.arrow == Arrow::none)
            return std::string{rail} + std::string(middle_, ' ') + std::string{rail};
        const bool leaves = row.arrow != Arrow::arrival;
        const std::string_view left = leaves && row.to_right ? glyphs_.from_left : rail;
        const std::string_view right = leaves && !row.to_right ? glyphs_.from_right : rail;
        std::string arrow;
        if (row.arrow == Arrow::arrival) arrow = arrival(row);
        else if (lost(row)) arrow = lost_arrow(row);
        else arrow = departure(row, row.arrow == Arrow::departure);
        return std::string{left} + ink(ink_of(row), std::move(arrow)) + std::string{right};
    }

    std::string label(const LadderRow& row, std::size_t room) const
    {
        return shortened(brief_ ? brief_text(row) : full_text(row), room);
    }

    /// "─ <SEQ=…> ─────────►", or its mirror image; half of it when another segment crosses.
    std::string departure(const LadderRow& row, bool half) const
    {
        const std::string text = " " + label(row, less(middle_, 6)) + " ";
        const std::string_view cross = corrupted(row) ? glyphs_.cross : std::string_view{};
        const std::string note = cross.empty() ? "" : " " + std::string{word(word_corrupted)} + " ";
        const std::size_t rest = less(middle_, columns(text) + columns(note) + 2);
        const std::string tail{glyphs_.dash};
        if (half) {
            const std::size_t faint = std::min<std::size_t>(rest + 1, 4);
            const std::string blanks(less(rest + 1, faint), ' ');
            const std::string dots = repeated(glyphs_.faint, faint);
            return row.to_right ? tail + text + dots + blanks : blanks + dots + text + tail;
        }
        const std::string dashes = repeated(glyphs_.dash, rest);
        const std::string_view head = !cross.empty() ? cross
                                      : row.to_right ? glyphs_.head_right
                                                     : glyphs_.head_left;
        return row.to_right ? tail + text + dashes + note + std::string{head}
                            : std::string{head} + note + dashes + text + tail;
    }

    /// The arrow ends in a cross before it reaches the other lifeline.
    std::string lost_arrow(const LadderRow& row) const
    {
        const std::string end = std::string{glyphs_.cross} + " " + std::string{word(word_lost)};
        const std::string text = " " + label(row, less(middle_, columns(end) + 5)) + " ";
        const std::size_t rest = less(middle_, columns(text) + columns(end) + 1);
        const std::size_t shaft = std::min(rest, std::max<std::size_t>(1, rest / 2));
        const std::string blanks(less(rest, shaft), ' ');
        const std::string tail{glyphs_.dash};
        const std::string dashes = repeated(glyphs_.dash, shaft);
        if (row.to_right) return tail + text + dashes + end + blanks;
        const std::string mirrored =
            std::string{word(word_lost)} + " " + std::string{glyphs_.cross};
        return blanks + mirrored + dashes + text + tail;
    }

    std::string arrival(const LadderRow& row) const
    {
        const std::string label = whose(row) + trace::short_label(sent(row));
        const std::string text = " " + shortened(label, less(middle_, 10)) + " ";
        const std::size_t faint = 4;
        const std::size_t rest = less(middle_, columns(text) + faint + 2);
        const std::string blanks(rest, ' ');
        const std::string dots = repeated(glyphs_.faint, faint);
        const std::string tail{glyphs_.dash};
        return row.to_right ? blanks + dots + text + tail + std::string{glyphs_.head_right}
                            : std::string{glyphs_.head_left} + tail + text + dots + blanks;
    }

    const trace::Index& index_;
    HostPair pair_;
    const LadderLook& look_;
    const Glyphs& glyphs_;
    std::vector<LadderRow> rows_;
    std::size_t time_width_ = 0, left_width_ = 6, right_width_ = 6, middle_ = 0;
    int decimals_ = 3;
    bool brief_ = false;
};

}  // namespace

std::string ladder(const trace::Index& index, const LadderLook& look)
{
    std::string out;
    std::size_t left = look.most_rows;
    std::size_t more = 0;
    for (const HostPair& pair : host_pairs(index)) {
        const Painter painter(index, pair, look,
                              ladder_rows(index, pair, {look.calls, look.timers}));
        if (look.most_rows != 0 && left == 0) {
            more += painter.rows();
            continue;
        }
        if (!out.empty()) out += "\n";
        out += painter.paint(left);
        more += look.most_rows != 0 ? less(painter.rows(), left) : 0;
        left = less(left, painter.rows());
    }
    if (out.empty())
        return look.lang == Lang::ko ? "(세그먼트가 하나도 나가지 않았다)\n"
                                     : "(no segment was sent)\n";
    if (more == 0) return out;
    const std::string count = std::to_string(more);
    return out + (look.lang == Lang::ko ? "… 그 뒤의 " + count + "줄은 줄였다\n"
                                        : "… " + count + " more lines are left out\n");
}

}  // namespace finwait::exports
