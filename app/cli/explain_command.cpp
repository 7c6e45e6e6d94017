// finwait explain: what a state is, or when a rule fires and where it stands.
#include <algorithm>

#include "app/cli/commands.h"
#include "core/base/columns.h"
#include "core/base/spelling.h"
#include "core/rules/catalogue.h"
#include "core/rules/states.h"
#include "core/trace/record.h"

namespace finwait::cli {

namespace {

constexpr Text word_waits{"Waits for", "기다리는 것"};
constexpr Text word_timer{"Timer", "타이머"};
constexpr Text word_mistake{"Often said", "흔한 오해"};
constexpr Text word_tools{"In tools", "도구의 표기"};
constexpr Text word_moves{"Ways out", "나가는 길"};
constexpr Text word_when{"Fires when", "조건"};
constexpr Text word_then{"What happens", "결과"};
constexpr Text word_source{"Source", "근거"};
constexpr Text word_states{"States", "상태"};
constexpr Text word_rules{"Rules", "규칙"};

/// A heading of its own line, the text indented below it.
void write_part(Context& context, const Text& heading, std::string_view text)
{
    const std::string head{context.say(heading)};
    context.out.write("\n" + (context.colour ? "\x1b[1m" + head + "\x1b[0m" : head) + "\n");
    for (const std::string& each : wrapped(text, context.width - 2))
        context.out.write("  " + each + "\n");
}

void write_title(Context& context, std::string_view name)
{
    const std::string text{name};
    context.out.write((context.colour ? "\x1b[1;36m" + text + "\x1b[0m" : text) + "\n");
}

/// The rows of the transition table that leave this state.
std::string ways_out(std::string_view state)
{
    std::string out;
    std::size_t width = 0;
    for (const tcp::Transition& row : tcp::transitions)
        if (tcp::name(row.from) == state) width = std::max(width, row.label.size());
    for (const tcp::Transition& row : tcp::transitions) {
        if (tcp::name(row.from) != state) continue;
        if (!out.empty()) out += "\n";
        out += padded(row.label, width) + "  -> " + padded(tcp::name(row.to), 12) + "  ";
        if (row.known == tcp::Known::to_all) out += "RFC 9293 ";
        out += row.section;
    }
    return out;
}

void explain_state(Context& context, const rules::StateEntry& state)
{
    write_title(context, state.name);
    for (const std::string& each : wrapped(context.say(state.meaning), context.width))
        context.out.write(each + "\n");
    write_part(context, word_waits, context.say(state.waits_for));
    write_part(context, word_timer, context.say(state.timer));
    write_part(context, word_mistake, context.say(state.mistake));
    std::string tools = "ss: " + std::string{state.ss};
    if (!state.netstat.empty()) tools += ", netstat: " + std::string{state.netstat};
    write_part(context, word_tools, tools);
    write_part(context, word_moves, ways_out(state.name));
    write_part(context, word_source, state.source);
}

void explain_rule(Context& context, const rules::Entry& rule)
{
    write_title(context, std::string{rule.name} + ": " + std::string{context.say(rule.title)});
    write_part(context, word_when, context.say(rule.condition));
    write_part(context, word_then, context.say(rule.sentence));
    write_part(context, word_source, rule.source);
}

std::vector<std::string_view> rule_names()
{
    std::vector<std::string_view> out;
    for (std::uint16_t i = 0; i < rule_count; ++i)
        out.push_back(rules::entry(static_cast<Rule>(i)).name);
    return out;
}

void list_all(Context& context)
{
    std::string names;
    for (const rules::StateEntry& state : rules::states())
        names += (names.empty() ? "" : ", ") + std::string{state.name};
    write_title(context, context.say(word_states));
    for (const std::string& each : wrapped(names, context.width - 2))
        context.out.write("  " + each + "\n");
    context.out.write("\n");
    write_title(context, context.say(word_rules));
    for (std::uint16_t i = 1; i < rule_count; ++i) {
        const rules::Entry& rule = rules::entry(static_cast<Rule>(i));
        context.out.write("  " + padded(rule.name, 24) + "  " +
                          std::string{context.say(rule.title)} + "\n");
    }
}

int complain_of_unknown(const std::string& name)
{
    std::vector<std::string_view> candidates = rule_names();
    for (const rules::StateEntry& state : rules::states()) candidates.push_back(state.name);
    complain("there is no state and no rule " + in_quotes(name) +
             did_you_mean(name, candidates) + " ('finwait explain' lists all)");
    return exit_bad_input;
}

}  // namespace

int explain(Context& context, const std::vector<std::string>& words)
{
    // "explain TIME WAIT" means TIME-WAIT.
    std::string name;
    for (const std::string& word : words) name += (name.empty() ? "" : "-") + word;
    std::string rule_name = name;
    for (char& c : rule_name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == '_') c = '-';
    }
    if (name.empty()) list_all(context);
    else if (const rules::StateEntry* state = rules::state_entry(name); state != nullptr)
        explain_state(context, *state);
    else if (const auto rule = rules::find(rule_name)) explain_rule(context, rules::entry(*rule));
    else return complain_of_unknown(name);
    return context.out.finish() ? exit_right : exit_bad_input;
}

}  // namespace finwait::cli
