// Runs the real program as a shell would, and keeps what it says.
#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace finwait::cli {

struct Said {
    int code = -1;
    std::string out;
    std::string err;
};

/// A folder of this test's own, gone afterwards.
class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "finwait-cli-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string file(const std::string& name) const { return (path_ / name).string(); }
    std::string write(const std::string& name, const std::string& text) const
    {
        std::ofstream(path_ / name, std::ios::binary) << text;
        return file(name);
    }
    std::size_t files() const
    {
        std::size_t count = 0;
        for ([[maybe_unused]] const auto& each : std::filesystem::directory_iterator(path_))
            ++count;
        return count;
    }

private:
    std::filesystem::path path_;
};

inline std::string read(const std::string& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// `arguments` as in a shell; `setting` goes before the program: "LANG=ko_KR.UTF-8". The locale
/// is C and there is no display, unless `setting` says otherwise.
inline Said finwait(const std::string& arguments, const std::string& setting = "")
{
    const Folder folder;
    const std::string command =
        "env -u DISPLAY -u WAYLAND_DISPLAY -u QT_QPA_PLATFORM -u FINWAIT_SCENARIOS -u LC_MESSAGES "
        "LC_ALL= LANG=C " + setting + " '" FINWAIT_BUILD_DIR "/finwait' </dev/null >'" +
        folder.file("out") + "' 2>'" + folder.file("err") + "' " + arguments;
    const int status = std::system(command.c_str());
    Said said;
    said.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    said.out = read(folder.file("out"));
    said.err = read(folder.file("err"));
    return said;
}

inline bool contains(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

inline std::vector<std::string> lines_of(const std::string& text)
{
    std::vector<std::string> out;
    std::istringstream in(text);
    for (std::string each; std::getline(in, each);) out.push_back(each);
    return out;
}

/// A small scenario that runs; `more` goes in front of its tables.
inline std::string scenario_text(const std::string& more = "", const std::string& expect = "")
{
    return "format = 1\ntitle = \"Small\"\nprofile = \"rfc\"\n" + more +
           "\n[link]\ndelay = \"10ms\"\n\n[host.client]\n"
           "program = [\"connect server:80\", \"close\"]\n\n[host.server]\n"
           "program = [\"listen 80\", \"accept\", \"recv until eof\", \"close\"]\n" + expect;
}

}  // namespace finwait::cli
