#pragma once
// A value or the reason why there is none: how every fallible function of ours answers.
//
// Errors: `Error::text` is one sentence for people (what failed, why, what to do), without the path;
// `where` is the path or place, shown last. Nothing here throws; asking a failed Result for its value is a bug.

#include "base/expect.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vidik {

enum class Code {
  bad_input,    // the data is wrong
  bad_usage,    // the caller's words are wrong (exit code 2)
  not_found,    // no such file, zone, table …
  refused,      // a rule forbids it (driver, permission, trust, limit)
  unavailable,  // the system would not (no context, no memory, child died)
  question,     // a blocking question is open (CONTRACT §3)
  cancelled,
};

struct Error {
  Code code = Code::bad_input;
  std::string text;
  std::string where;

  // "text: where", or the text alone.
  std::string message() const { return where.empty() ? text : text + ": " + where; }
};

struct Done {};  // the value of a Result that carries none

template <typename T = Done>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}  // NOLINT: returning a value is the common case
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  T& value() & {
    VIDIK_EXPECT(ok());
    return *value_;
  }
  const T& value() const& {
    VIDIK_EXPECT(ok());
    return *value_;
  }
  T value() && {
    VIDIK_EXPECT(ok());
    return std::move(*value_);
  }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }

  const Error& error() const {
    VIDIK_EXPECT(!ok());
    return error_;
  }

 private:
  std::optional<T> value_;
  Error error_;
};

inline Error fail(Code code, std::string text, std::string where = {}) {
  return Error{code, std::move(text), std::move(where)};
}

}  // namespace vidik

#define VIDIK_JOIN_INNER(a, b) a##b
#define VIDIK_JOIN(a, b) VIDIK_JOIN_INNER(a, b)
// VIDIK_TRY(auto x, f()); hands the error on, else defines x.
#define VIDIK_TRY(declaration, expression)                                                           \
  auto VIDIK_JOIN(vidik_result_, __LINE__) = (expression);                                           \
  if (!VIDIK_JOIN(vidik_result_, __LINE__).ok()) return VIDIK_JOIN(vidik_result_, __LINE__).error(); \
  declaration = std::move(VIDIK_JOIN(vidik_result_, __LINE__)).value()
