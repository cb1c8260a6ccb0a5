#pragma once
// The layout of the map cache: a header, a list of sections, and the sections as they are used in memory.
//
// Units: bytes; every section begins at a multiple of 8. Ownership: views borrow the bytes they were read from.
// Errors: read_sections() says no to bytes that are not ours, cut short, of another data set or changed on the disk
// (a checksum over all but the relief pixels, which can do no harm). Cost: reading checks about 5 GB/s.

#include "mapset/file_stamp_posix.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

// Goes up whenever what is prepared or how it is written changes.
inline constexpr std::uint32_t kMapCacheVersion = 4;

enum class SectionKind : std::uint32_t {
  vertices = 1,
  line_ends,
  chunks,
  records,
  shape_points,
  shape_ends,
  relief
};

struct SectionName {
  SectionKind kind{};
  std::uint32_t first = 0, second = 0;  // content and detail; picture (theme * levels + level) and width
  bool operator==(const SectionName&) const = default;
};

struct Section {
  SectionName name;
  std::string_view bytes;
};

// The files that a cache was made from, by size and time; last, which lines have a geometry of their own.
using SourceStamps = std::array<FileStamp, 5>;

// Header, list and padding as one piece, then the sections' own bytes: the parts of the file in order. The first part
// is kept in `head`.
std::vector<std::string_view> file_parts(std::span<const Section> sections, const SourceStamps& stamps,
                                         std::string& head);

std::optional<std::vector<Section>> read_sections(std::string_view file, const SourceStamps& stamps);

std::uint64_t checksum(std::string_view bytes, std::uint64_t seed);

// A section as an array; nothing when its size is no multiple of the element's.
template <typename T>
std::optional<std::span<const T>> array_of(std::string_view bytes) {
  if (bytes.size() % sizeof(T) != 0) return std::nullopt;
  // Sections are aligned to 8 and were written from such arrays.
  return std::span(reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T));
}
template <typename T>
std::string_view bytes_of(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

}  // namespace vidik
