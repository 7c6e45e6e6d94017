// The course: the scenario files of one folder, its subfolders being chapters. Names are found
// as a person types them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace finwait::cli {

inline constexpr std::size_t largest_scenario_file = std::size_t{1} << 20U;  // bytes

class Library {
public:
    struct Entry {
        std::string name;      ///< "closing/final-ack-lost"
        std::string chapter;   ///< "closing"; empty at the top of the folder
        std::string path;
    };

    Library() = default;
    explicit Library(const std::filesystem::path& folder);

    const std::string& folder() const { return folder_; }
    /// By chapter in the order of the course, then by name.
    const std::vector<Entry>& entries() const { return entries_; }

    /// The path of a scenario: a file, "-", "closing/final-ack-lost", or "final-ack-lost" where
    /// only one has that name. An Error names the nearest.
    Result<std::string> path_of(const std::string& file_or_name) const;

private:
    Error unknown(const std::string& name) const;

    std::string folder_;
    std::vector<Entry> entries_;
};

/// The folder of the course: $FINWAIT_SCENARIOS, else beside the installed program, else the
/// source tree that the program was built from.
std::filesystem::path scenarios_folder(const char* argv0);

/// Reads and checks a scenario that path_of() knows.
Result<scenario::Scenario> load(const Library& library, const std::string& file_or_name);

}  // namespace finwait::cli
