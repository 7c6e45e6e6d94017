// Result<T>: a value, or the one message that says what is wrong with a person's input.
// (std::expected is C++23.) Used wherever text from outside is read.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/base/ensure.h"

namespace finwait {

/// A bad file, argument or sentence. line and column count from 1; 0 means the place is not known.
struct Error {
    std::string message;   ///< what was found, what was expected, nearest spelling
    std::string file = {};  ///< empty: not from a file
    int line = 0;
    int column = 0;
};

/// "file:line:column: message", leaving out what is not known.
std::string to_string(const Error& error);

template <class T>
class Result {
public:
    Result(T value) : held_(std::move(value)) {}
    Result(Error error) : held_(std::move(error)) {}

    bool ok() const { return held_.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() { ENSURE(ok()); return *std::get_if<0>(&held_); }
    const T& value() const { ENSURE(ok()); return *std::get_if<0>(&held_); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    Error& error() { ENSURE(!ok()); return *std::get_if<1>(&held_); }
    const Error& error() const { ENSURE(!ok()); return *std::get_if<1>(&held_); }

private:
    std::variant<T, Error> held_;
};

}  // namespace finwait
