#pragma once
// A key for what a kept picture depends on: the same input gives the same key on every machine.
//
// Source: FNV-1a, 64 bits (Fowler, Noll, Vo). Cost: O(bytes).

#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace vidik {

class KeyHash {
 public:
  void bytes(const void* data, std::size_t size) {
    const auto* p = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i) value_ = (value_ ^ p[i]) * 1099511628211ull;
  }
  template <typename T>
  requires(std::is_arithmetic_v<T> || std::is_enum_v<T>) void add(T v) { bytes(&v, sizeof v); }
  void add(std::string_view text) { add(text.size()), bytes(text.data(), text.size()); }
  std::uint64_t value() const { return value_ == 0 ? 1 : value_; }  // 0 means "none"

 private:
  std::uint64_t value_ = 14695981039346656037ull;
};

}  // namespace vidik
