// The JSON lines of every scenario against docs/trace.schema.json, and what a reader of
// them relies on: ids count up, causes come before, a segment ends once.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <map>
#include <regex>

#include "tests/cli/program.h"

namespace finwait::cli {
namespace {

using nlohmann::json;

/// As much of JSON Schema as docs/trace.schema.json uses. Empty: the value fits.
class Schema {
public:
    Schema() : root_(json::parse(read(FINWAIT_SOURCE_DIR "/docs/trace.schema.json"))) {}

    std::string misfit(const json& value) const
    {
        // The root is a oneOf over kinds; naming the kind gives better messages.
        const std::string kind = value.value("kind", "?");
        if (!root_["$defs"].contains(kind)) return "no such kind: " + kind;
        return misfit(value, root_["$defs"][kind], kind);
    }

    std::size_t kinds() const { return root_["oneOf"].size(); }

private:
    static bool is_of(const json& value, const std::string& type)
    {
        return (type == "integer" && value.is_number_integer()) ||
               (type == "string" && value.is_string()) || (type == "null" && value.is_null()) ||
               (type == "boolean" && value.is_boolean()) || (type == "array" && value.is_array()) ||
               (type == "object" && value.is_object());
    }

    static bool is_of_any(const json& value, const json& types)
    {
        if (types.is_string()) return is_of(value, types);
        for (const json& type : types)
            if (is_of(value, type)) return true;
        return false;
    }

    static std::string misfit(const json& value, const json& schema, const std::string& at)
    {
        if (schema.contains("type") && !is_of_any(value, schema["type"]))
            return at + " has the wrong type: " + value.dump();
        if (schema.contains("const") && value != schema["const"]) return at + ": " + value.dump();
        if (schema.contains("enum")) {
            const json& all = schema["enum"];
            if (std::find(all.begin(), all.end(), value) == all.end())
                return at + " is none of the words: " + value.dump();
        }
        if (value.is_number() && schema.contains("minimum") && value < schema["minimum"])
            return at + " is too small: " + value.dump();
        if (value.is_number() && schema.contains("maximum") && value > schema["maximum"])
            return at + " is too large: " + value.dump();
        if (value.is_string() && schema.contains("pattern")) {
            const std::regex pattern(schema["pattern"].get<std::string>());
            if (!std::regex_search(value.get<std::string>(), pattern))
                return at + " does not match: " + value.dump();
        }
        if (value.is_array())
            for (const json& each : value) {
                const std::string wrong = misfit(each, schema["items"], at);
                if (!wrong.empty()) return wrong;
            }
        return value.is_object() ? misfit_of_object(value, schema, at) : "";
    }

    static std::string misfit_of_object(const json& value, const json& schema,
                                        const std::string& at)
    {
        for (const json& name : schema["required"])
            if (!value.contains(name.get<std::string>())) return at + " lacks " + name.dump();
        for (const auto& [name, each] : value.items()) {
            if (!schema["properties"].contains(name)) return at + " has no field " + name;
            const std::string wrong = misfit(each, schema["properties"][name], at + "." + name);
            if (!wrong.empty()) return wrong;
        }
        return "";
    }

    json root_;
};

/// Of every scenario of the course.
std::vector<std::string> all_runs()
{
    std::vector<std::string> out;
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(FINWAIT_SOURCE_DIR "/scenarios"))
        if (file.path().extension() == ".toml")
            out.push_back(finwait("run '" + file.path().string() + "' --json").out);
    return out;
}

TEST(JsonLines, OfEveryScenarioFitTheSchema)
{
    const Schema schema;
    std::size_t records = 0;
    std::map<std::string, int> kinds;
    for (const std::string& run : all_runs())
        for (const std::string& line : lines_of(run)) {
            const json record = json::parse(line);
            ASSERT_EQ(schema.misfit(record), "") << line;
            ++kinds[record["kind"]];
            ++records;
        }
    EXPECT_GT(records, 500U);
    EXPECT_EQ(kinds.size(), schema.kinds()) << "a kind that no scenario shows";
}

TEST(JsonLines, CountUpAndNameCausesThatCameBefore)
{
    for (const std::string& run : all_runs()) {
        std::int64_t id = 0, time = 0;
        for (const std::string& line : lines_of(run)) {
            const json record = json::parse(line);
            EXPECT_EQ(record["id"], id++);
            EXPECT_GE(record["t_ns"], time);
            time = record["t_ns"];
            if (!record["cause"].is_null()) {
                EXPECT_LT(record["cause"], record["id"]) << line;
            }
        }
    }
}

TEST(JsonLines, GiveASegmentOneEnd)
{
    for (const std::string& run : all_runs()) {
        std::map<std::int64_t, int> ends;
        for (const std::string& line : lines_of(run)) {
            const json record = json::parse(line);
            if (record["kind"] == "sent") ends[record["id"]] = 0;
            if (record["kind"] == "lost" || record["kind"] == "arrived")
                ++ends.at(record["about"]);
        }
        for (const auto& [id, count] : ends) EXPECT_EQ(count, 1) << "segment " << id;
    }
}

}  // namespace
}  // namespace finwait::cli
