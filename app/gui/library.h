// The scenarios of a folder: its folders are chapters, its files scenarios. Read once; the list
// and `open` look things up here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/scenario/scenario.h"

namespace finwait::gui {

struct LibraryEntry {
    std::string chapter;  ///< the folder: "closing"
    std::string name;     ///< "final-ack-lost"
    std::string path;
    scenario::LocalText title;  ///< the name, if the file cannot be read
    scenario::LocalText question;
};

class Library {
public:
    explicit Library(const std::string& folder);

    /// By chapter in the order of a course, then by name.
    const std::vector<LibraryEntry>& entries() const { return entries_; }
    /// "final-ack-lost", "closing/final-ack-lost", "closing/final-ack-lost.toml".
    const LibraryEntry* find(const std::string& name) const;
    /// The scenario that a person sees first.
    const LibraryEntry* first() const;

private:
    std::vector<LibraryEntry> entries_;
};

/// The text of a file, or the message that says why it cannot be read.
Result<std::string> read_file(const std::string& path);

}  // namespace finwait::gui
