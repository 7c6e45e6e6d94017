#include "app/gui/library.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <algorithm>
#include <tuple>

#include "core/rules/chapters.h"
#include "core/scenario/parse.h"

namespace finwait::gui {

namespace {

LibraryEntry entry_of(const QDir& root, const QString& path)
{
    const QFileInfo info(path);
    LibraryEntry entry;
    entry.chapter = root.relativeFilePath(info.path()).toStdString();
    entry.name = info.completeBaseName().toStdString();
    entry.path = path.toStdString();
    entry.title.en = entry.name;
    const auto text = read_file(entry.path);
    if (!text) return entry;
    const auto scenario = scenario::parse(*text, entry.path);
    if (!scenario) return entry;
    entry.title = scenario->title;
    entry.question = scenario->question;
    if (entry.title.en.empty()) entry.title.en = entry.name;
    return entry;
}

}  // namespace

Library::Library(const std::string& folder)
{
    if (folder.empty()) return;
    const QDir root(QString::fromStdString(folder));
    QDirIterator files(root.path(), {QStringLiteral("*.toml")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) entries_.push_back(entry_of(root, files.next()));
    std::sort(entries_.begin(), entries_.end(), [](const LibraryEntry& a, const LibraryEntry& b) {
        const auto place = [](const auto& entry) {
            return std::tuple(rules::chapter_order(entry.chapter), std::string_view(entry.chapter),
                              rules::scenario_order(entry.name), std::string_view(entry.name));
        };
        return place(a) < place(b);
    });
}

const LibraryEntry* Library::find(const std::string& name) const
{
    for (const LibraryEntry& entry : entries_) {
        const std::string full = entry.chapter + "/" + entry.name;
        if (name == entry.name || name == full || name == full + ".toml") return &entry;
    }
    return nullptr;
}

const LibraryEntry* Library::first() const
{
    if (const LibraryEntry* known = find("closing/final-ack-lost")) return known;
    return entries_.empty() ? nullptr : &entries_.front();
}

Result<std::string> read_file(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) return Error{file.errorString().toStdString(), path};
    return file.readAll().toStdString();
}

}  // namespace finwait::gui
