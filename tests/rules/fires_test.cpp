// For every rule: a run in which its condition holds and it fires, and one in which it nearly
// holds and it does not. The pairs stand in pairs_*.cpp, a chapter a file.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/rules/catalogue.h"
#include "tests/rules/pairs.h"

namespace finwait::test {
namespace {

std::vector<Pair> all_pairs()
{
    std::vector<Pair> all;
    for (const auto chapter :
         {opening_pairs(), data_pairs(), closing_pairs(), reset_pairs(), host_pairs()})
        all.insert(all.end(), chapter.begin(), chapter.end());
    return all;
}

std::string test_name(const testing::TestParamInfo<Pair>& info)
{
    std::string name(rules::entry(info.param.rule).name);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

class EveryRule : public testing::TestWithParam<Pair> {};

TEST_P(EveryRule, FiresWhereItsConditionHolds)
{
    EXPECT_GT(firings(GetParam().fires, GetParam().rule), 0) << scenario_text(GetParam().fires);
}

TEST_P(EveryRule, DoesNotFireWhereTheConditionNearlyHolds)
{
    EXPECT_EQ(firings(GetParam().nearly, GetParam().rule), 0)
        << "missing: " << GetParam().missing << "\n" << scenario_text(GetParam().nearly);
}

INSTANTIATE_TEST_SUITE_P(Rules, EveryRule, testing::ValuesIn(all_pairs()), test_name);

TEST(Rules, NoneLacksItsPair)
{
    const std::vector<Pair> pairs = all_pairs();
    const auto unit_tested = rules_of_endpoints();
    for (std::uint16_t id = 1; id < rule_count; ++id) {
        const auto rule = Rule{id};
        const auto count = std::count_if(pairs.begin(), pairs.end(),
                                         [&](const Pair& each) { return each.rule == rule; }) +
                           std::count(unit_tested.begin(), unit_tested.end(), rule);
        EXPECT_EQ(count, 1) << rules::entry(rule).name;
    }
}

}  // namespace
}  // namespace finwait::test
