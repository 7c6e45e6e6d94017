// The catalogue as a whole: entry by id, id by name. The texts stand in catalogue_*.cpp,
// a chapter a file. Called by the views and by `finwait explain`.
#include "core/rules/catalogue.h"

#include <array>

#include "core/base/ensure.h"
#include "core/rules/catalogue_parts.h"

namespace finwait::rules {
namespace {

constexpr Entry no_rule{
    Rule::none,
    "none",
    {"No rule", "규칙 없음"},
    {"The record came about by itself: the scenario begins, or nothing had to be decided.",
     "기록이 스스로 생긴다. 시나리오가 시작됐거나 결정할 것이 없었다."},
    {"Nothing is behind this record but the scenario.", "이 기록 뒤에는 시나리오밖에 없다."},
    "FinWait: docs/scenario-format.md, section programs"};

using Table = std::array<const Entry*, rule_count>;

Table all_entries()
{
    Table table{};
    table[0] = &no_rule;
    for (const auto chapter : {opening_entries(), data_entries(), closing_entries(),
                               reset_entries(), host_entries()})
        for (const Entry& each : chapter) table[static_cast<std::size_t>(each.id)] = &each;
    return table;
}

const Table& table()
{
    static const Table entries = all_entries();
    return entries;
}

}  // namespace

const Entry& entry(Rule rule)
{
    const auto index = static_cast<std::size_t>(rule);
    ENSURE(index < rule_count && table()[index] != nullptr);
    return *table()[index];
}

std::optional<Rule> find(std::string_view name)
{
    for (const Entry* each : table())
        if (each->name == name) return each->id;
    return std::nullopt;
}

}  // namespace finwait::rules
