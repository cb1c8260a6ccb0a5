#pragma once
// Numbers and texts to bytes and back, checked: for pipes between processes and for files of our own.
//
// Units: little-endian; lengths are 32 bits for texts, 64 bits for columns. Ownership: the writer owns its bytes; the
// reader looks at somebody else's. Threads: one owner.
// Errors: the reader never reads past the end. What does not fit gives zeros and turns ok() false for good, so one
// question at the end is enough; a length is compared with what is left before anything is allocated.

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace vidik {

static_assert(std::endian::native == std::endian::little, "columns are copied as they lie in memory");

class ByteWriter {
 public:
  template <typename T>
  requires(std::is_arithmetic_v<T> || std::is_enum_v<T>) void put(T value) { raw(&value, sizeof value); }
  void text(std::string_view value) {
    put(static_cast<std::uint32_t>(value.size()));
    raw(value.data(), value.size());
  }
  // Padding inside T would bring chance into our files: give such types their reserved members.
  template <typename T>
  void column(const T* values, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>);
    put(static_cast<std::uint64_t>(count));
    raw(values, count * sizeof(T));
  }
  template <typename T>
  void column(const std::vector<T>& values) {
    column(values.data(), values.size());
  }
  void raw(const void* from, std::size_t size) {
    if (size != 0) bytes_.append(static_cast<const char*>(from), size);
  }

  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <typename T>
  requires(std::is_arithmetic_v<T>) T get() {
    T value{};
    raw(&value, sizeof value);
    return value;
  }
  // A view into the bytes; longer than `most` is a failure.
  std::string_view text(std::size_t most = SIZE_MAX) {
    const auto size = get<std::uint32_t>();
    if (size > rest_.size() || size > most) {
      fail();
      return {};
    }
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return value;
  }
  template <typename T>
  bool column(std::vector<T>& out, std::uint64_t most = UINT64_MAX) {
    static_assert(std::is_trivially_copyable_v<T> && !std::is_same_v<T, bool>);
    const auto count = get<std::uint64_t>();
    out.clear();
    if (!ok_ || count > rest_.size() / sizeof(T) || count > most) {
      fail();
      return false;
    }
    out.resize(count);
    return raw(out.data(), count * sizeof(T));
  }
  bool raw(void* to, std::size_t size) {
    if (size > rest_.size()) {
      std::memset(to, 0, size);
      fail();
      return false;
    }
    if (size != 0) std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
    return ok_;
  }

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }
  std::size_t left() const { return rest_.size(); }
  void fail() {
    ok_ = false;
    rest_ = {};
  }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace vidik
