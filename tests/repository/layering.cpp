// Reads every #include and holds it against the table in rooms.h.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/repository/rooms.h"
#include "tests/repository/tree.h"

namespace finwait::repository {

namespace {

const Room* room_of(const std::string& path)
{
    const auto room = std::ranges::find_if(
        rooms, [&](const Room& r) { return path.starts_with(r.folder); });
    return room == rooms.end() ? nullptr : &*room;
}

bool covers(const std::vector<std::string>& targets, const std::string& path)
{
    return std::ranges::any_of(targets, [&](const std::string& target) {
        return target.ends_with('/') ? path.starts_with(target) : path == target;
    });
}

bool allowed(const Room& room, const std::string& target)
{
    return target.starts_with(room.folder) || covers(open_to_all, target) ||
           covers(room.may_include, target) ||
           (reads_records(room) && covers(values_in_records, target));
}

std::string place_of(const Include& include)
{
    return include.file + ":" + std::to_string(include.line) + ": ";
}

}  // namespace

TEST(Layering, EveryIncludeIsAllowedByTheTable)
{
    for (const File& file : files()) {
        if (!file.is_code()) continue;
        const Room* room = room_of(file.path);
        ASSERT_NE(room, nullptr) << file.path << " is in no room of tests/repository/rooms.h";
        for (const Include& include : includes_of(file))
            if (include.quoted && !include.target.ends_with(".moc")) {
                EXPECT_TRUE(allowed(*room, include.target))
                    << place_of(include) << room->folder << " may not include " << include.target;
            }
    }
}

TEST(Layering, EveryIncludeOfOursNamesAFileFromTheRoot)
{
    std::set<std::string> paths;
    for (const File& file : files()) paths.insert(file.path);
    for (const File& file : files())
        for (const Include& include : includes_of(file))
            if (file.is_code() && include.quoted && !include.target.ends_with(".moc")) {
                EXPECT_TRUE(paths.contains(include.target))
                    << place_of(include) << "there is no " << include.target;
            }
}

TEST(Layering, NoHeaderReachesItselfThroughItsIncludes)
{
    std::map<std::string, std::vector<std::string>> targets;
    for (const File& file : files())
        for (const Include& include : includes_of(file))
            if (include.quoted) targets[file.path].push_back(include.target);
    for (const auto& [start, direct] : targets) {
        std::set<std::string> seen;
        std::vector<std::string> open = direct;
        while (!open.empty()) {
            const std::string next = open.back();
            open.pop_back();
            if (!seen.insert(next).second) continue;
            const auto further = targets.find(next);
            if (further == targets.end()) continue;
            open.insert(open.end(), further->second.begin(), further->second.end());
        }
        EXPECT_FALSE(seen.contains(start)) << start << " includes itself";
    }
}

TEST(Layering, TheTableForbidsWhatTheDesignForbids)
{
    EXPECT_FALSE(allowed(*room_of("core/tcp/endpoint.cpp"), "core/trace/trace.h"));
    EXPECT_FALSE(allowed(*room_of("core/tcp/endpoint.cpp"), "core/host/host.h"));
    EXPECT_FALSE(allowed(*room_of("core/wire/packet.cpp"), "core/tcp/endpoint.h"));
    EXPECT_FALSE(allowed(*room_of("core/diagram/plan.cpp"), "core/run/run.h"));
    EXPECT_FALSE(allowed(*room_of("app/gui/session.cpp"), "core/tcp/endpoint.h"));
    EXPECT_FALSE(allowed(*room_of("app/gui/session.cpp"), "core/sim/simulator.h"));
    EXPECT_FALSE(allowed(*room_of("app/paint/paint.cpp"), "core/trace/trace.h"));
    EXPECT_TRUE(allowed(*room_of("core/trace/record.h"), "core/tcp/state.h"));
    EXPECT_TRUE(allowed(*room_of("core/net/link.cpp"), "core/base/random.h"));
}

}  // namespace finwait::repository
