#include "core/base/result.h"

namespace finwait {

std::string to_string(const Error& error)
{
    std::string out;
    if (!error.file.empty()) out += error.file + ":";
    if (error.line > 0) {
        out += std::to_string(error.line) + ":";
        if (error.column > 0) out += std::to_string(error.column) + ":";
    }
    if (!out.empty()) out += " ";
    return out + error.message;
}

}  // namespace finwait
