#include "app/cli/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "app/cli/platform.h"
#include "core/base/columns.h"

namespace finwait::cli {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t piece = 1 << 16;

struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

Error cannot(std::string_view what, const std::string& path, int error)
{
    return Error{"cannot " + std::string{what} + " '" + path + "': " + std::strerror(error)};
}

/// 0, or the errno of the first write that failed.
int produce_into(std::FILE* file, const std::function<void(const Sink&)>& produce)
{
    int error = 0;
    produce([&](std::string_view text) {
        if (error != 0) return;
        if (std::fwrite(text.data(), 1, text.size(), file) != text.size()) error = errno;
    });
    if (error == 0 && std::fflush(file) != 0) error = errno;
    return error;
}

}  // namespace

void Output::write(std::string_view text)
{
    if (error_ != 0) return;
    waiting_ += text;
    if (waiting_.size() >= piece) flush();
}

void Output::flush()
{
    const bool written =
        std::fwrite(waiting_.data(), 1, waiting_.size(), stdout) == waiting_.size() &&
        std::fflush(stdout) == 0;
    if (!written) error_ = errno == 0 ? EIO : errno;
    reader_left_ = error_ == EPIPE;
    waiting_.clear();
}

bool Output::finish()
{
    if (error_ == 0) flush();
    if (error_ == 0 || reader_left_) return true;
    complain(std::string{"cannot write the output: "} + std::strerror(error_));
    return false;
}

std::optional<Error> write_file(const std::string& path,
                                const std::function<void(const Sink&)>& produce)
{
    std::error_code error;
    // A link stays a link: what it points at is replaced.
    fs::path target = path;
    if (fs::is_symlink(target, error)) target = fs::weakly_canonical(target, error);
    const fs::file_status status = fs::status(target, error);
    if (fs::is_directory(status)) return cannot("write", path, EISDIR);
    if (fs::exists(status)) {
        const File present(std::fopen(target.string().c_str(), "r+b"));
        if (!present) return cannot("write", path, errno);
        if (!fs::is_regular_file(status)) {
            const int failed = produce_into(present.get(), produce);
            if (failed == 0 || failed == EPIPE) return std::nullopt;
            return cannot("write", path, failed);
        }
    }
    const fs::path temporary = target.string() + ".part" + std::to_string(process_number());
    File file(std::fopen(temporary.string().c_str(), "wb"));
    if (!file) return cannot("write", path, errno);
    int failed = produce_into(file.get(), produce);
    if (std::fclose(file.release()) != 0 && failed == 0) failed = errno;
    if (failed == 0) {
        if (fs::exists(status)) fs::permissions(temporary, status.permissions(), error);
        error.clear();
        fs::rename(temporary, target, error);
        if (!error) return std::nullopt;
        failed = error.value();
    }
    fs::remove(temporary, error);
    return cannot("write", path, failed);
}

Result<std::string> read_file(const std::string& path, std::size_t most)
{
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) return cannot("read", path, EISDIR);
    const File opened(path == "-" ? nullptr : std::fopen(path.c_str(), "rb"));
    std::FILE* const file = path == "-" ? stdin : opened.get();
    if (file == nullptr) return cannot("read", path, errno);
    std::string text;
    char buffer[4096];
    for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
        text.append(buffer, count);
        if (text.size() > most)
            return Error{"'" + path + "' is larger than " + std::to_string(most >> 20U) +
                         " MiB: it cannot be a scenario"};
    }
    if (std::ferror(file) != 0) return cannot("read", path, errno);
    return text;
}

void complain(std::string_view message)
{
    const std::string text = "finwait: " + harmless(message, true) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void complain(const Error& error) { complain(to_string(error)); }

}  // namespace finwait::cli
