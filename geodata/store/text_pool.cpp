#include "store/text_pool.h"

#include "base/expect.h"

#include <algorithm>

namespace vidik {

namespace {

// A record is a row of (field, length, bytes), both numbers in groups of 7 bits, the last one without the top bit.
void put_number(std::vector<char>& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value | 0x80)));
    value >>= 7;
  }
  out.push_back(static_cast<char>(static_cast<unsigned char>(value)));
}

bool get_number(std::span<const char> bytes, std::uint64_t& at, std::uint64_t end, std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < 63 && at < end; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

template <typename T>
void make_room(std::vector<T>& v, std::size_t more) {
  if (v.capacity() < v.size() + more) v.reserve(std::max(v.size() + more, v.capacity() * 2));
}

}  // namespace

bool TextPool::next(std::span<const char> bytes, std::uint64_t& at, std::uint64_t end, Field& field,
                    std::string_view& text) {
  std::uint64_t number = 0;
  std::uint64_t length = 0;
  if (at >= end || !get_number(bytes, at, end, number) || !get_number(bytes, at, end, length)) return false;
  if (number > UINT16_MAX || length > end - at) return false;
  field = static_cast<Field>(number);
  text = std::string_view(bytes.data() + at, length);
  at += length;
  return true;
}

std::string_view TextPool::text(std::uint32_t record, Field wanted) const {
  const auto offsets_now = offsets();
  if (record >= record_count()) return {};
  std::uint64_t at = offsets_now[record];
  const std::uint64_t end = offsets_now[record + 1];
  const auto bytes_now = bytes();
  Field field{};
  std::string_view text;
  while (next(bytes_now, at, end, field, text)) {
    if (field == wanted) return text;
  }
  return {};
}

void TextPool::begin_record() {
  VIDIK_EXPECT(!keep_);
  if (offsets_.empty()) offsets_.push_back(0);
  offsets_.push_back(bytes_.size());
}

void TextPool::put(Field field, std::string_view text) {
  if (text.empty()) return;
  VIDIK_EXPECT(!keep_ && offsets_.size() > 1);
  put_number(bytes_, static_cast<std::uint64_t>(field));
  put_number(bytes_, text.size());
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  offsets_.back() = bytes_.size();
}

void TextPool::append(const TextPool& other) {
  VIDIK_EXPECT(!keep_ && this != &other);
  if (offsets_.empty()) offsets_.push_back(0);
  const auto more = other.bytes();
  const auto ends = other.offsets();
  const std::uint64_t shift = bytes_.size();
  make_room(bytes_, more.size());
  bytes_.insert(bytes_.end(), more.begin(), more.end());
  make_room(offsets_, ends.size());
  for (std::size_t i = 1; i < ends.size(); ++i) offsets_.push_back(ends[i] + shift);
}

bool TextPool::adopt(std::span<const std::uint64_t> offsets, std::span<const char> bytes,
                     std::shared_ptr<const void> keep, TextPool& out) {
  if (!keep || offsets.empty() || offsets.front() != 0 || offsets.back() != bytes.size() ||
      offsets.size() - 1 > UINT32_MAX) {
    return false;
  }
  if (!std::is_sorted(offsets.begin(), offsets.end())) return false;
  out = TextPool();
  out.offsets_view_ = offsets;
  out.bytes_view_ = bytes;
  out.keep_ = std::move(keep);
  return true;
}

std::size_t TextPool::heap_bytes() const {
  return offsets_.capacity() * sizeof(std::uint64_t) + bytes_.capacity();
}

}  // namespace vidik
