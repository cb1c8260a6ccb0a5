#pragma once
// Frames and values between the program and its reading child: written without checks, read with every check.
//
// Units: bytes in this machine's order (both ends are one program version on one machine). Ownership:
// WireIn's views and spans live as long as the bytes it reads. Errors: a WireIn that runs short or finds
// nonsense stays bad and gives zeroes and empty views from then on; ask ok() once at the end.

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace vidik {

enum class FrameKind : std::uint32_t { request = 1, progress, events, table, map, report, failed, image };

struct FrameHead {
  std::uint32_t magic = kMagic;
  std::uint32_t kind = 0;
  std::uint64_t length = 0;                            // of the payload that follows
  static constexpr std::uint32_t kMagic = 0x314B4456;  // "VDK1": raise the digit when the layout changes
};
// More in one frame is a broken child: batches are cut at a few MB, a single shape may be larger.
inline constexpr std::uint64_t kMaxFrame = std::uint64_t{1} << 30;

class WireOut {
 public:
  template <typename T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T>);
    append(&value, sizeof value);
  }
  void text(std::string_view value) {
    number<std::uint64_t>(value.size());
    append(value.data(), value.size());
  }
  // Columns start at a multiple of 8, so that they can be read in place.
  template <typename T>
  void column(std::span<const T> values) {
    static_assert(std::is_arithmetic_v<T>);
    number<std::uint64_t>(values.size());
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    append(values.data(), values.size_bytes());
  }
  template <typename T>
  void column(const std::vector<T>& values) {
    column(std::span<const T>(values));
  }
  void texts(const std::vector<std::string>& values) {
    number<std::uint64_t>(values.size());
    for (const std::string& value : values) text(value);
  }
  const std::vector<char>& bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  void append(const void* from, std::size_t size) {
    if (size == 0) return;
    const std::size_t at = bytes_.size();
    bytes_.resize(at + size);
    std::memcpy(bytes_.data() + at, from, size);
  }
  std::vector<char> bytes_;
};

class WireIn {
 public:
  explicit WireIn(std::span<const char> bytes) : bytes_(bytes) {}  // aligned to 8 if columns are read

  template <typename T>
  T number() {
    static_assert(std::is_arithmetic_v<T> && !std::is_same_v<T, bool>);
    T value{};
    if (take(sizeof value)) std::memcpy(&value, bytes_.data() + at_ - sizeof value, sizeof value);
    return value;
  }
  bool flag() {
    const auto value = number<std::uint8_t>();
    if (value > 1) bad_ = true;
    return value == 1;
  }
  std::string_view text() {
    const auto size = number<std::uint64_t>();
    return take(size) ? std::string_view(bytes_.data() + at_ - size, size) : std::string_view();
  }
  template <typename T>
  std::span<const T> column() {
    const auto count = number<std::uint64_t>();
    const std::size_t begin = (at_ + 7) / 8 * 8;
    if (bad_ || begin > bytes_.size() || count > (bytes_.size() - begin) / sizeof(T)) {
      bad_ = true;
      return {};
    }
    at_ = begin + count * sizeof(T);
    return {reinterpret_cast<const T*>(bytes_.data() + begin), count};
  }
  std::vector<std::string> texts() {
    std::vector<std::string> out;
    const std::uint64_t count = counted(8);
    for (std::uint64_t i = 0; i < count && !bad_; ++i) out.emplace_back(text());
    return out;
  }
  // A count of things that take at least `each` bytes: refused when they cannot be there.
  std::uint64_t counted(std::size_t each) {
    const auto count = number<std::uint64_t>();
    if (bad_ || count > (bytes_.size() - at_) / each) bad_ = true;
    return bad_ ? 0 : count;
  }
  void refuse() { bad_ = true; }
  bool ok() const { return !bad_; }
  bool at_end() const { return !bad_ && at_ == bytes_.size(); }

 private:
  bool take(std::uint64_t size) {
    if (bad_ || size > bytes_.size() - at_) {
      bad_ = true;
      return false;
    }
    at_ += size;
    return true;
  }
  std::span<const char> bytes_;
  std::size_t at_ = 0;
  bool bad_ = false;
};

}  // namespace vidik
