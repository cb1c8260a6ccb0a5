#include "mapset/cache_sections.h"

#include <bit>
#include <cstring>

namespace vidik {
namespace {

constexpr std::array<char, 8> kMagic{'V', 'I', 'D', 'I', 'K', 'M', 'A', 'P'};
constexpr std::size_t kAlign = 8;
constexpr std::string_view kZeros("\0\0\0\0\0\0\0\0", kAlign);

struct Header {
  std::array<char, 8> magic = kMagic;
  std::uint32_t version = kMapCacheVersion;
  std::uint32_t sections = 0;
  std::uint64_t size = 0;      // of the whole file
  std::uint64_t checksum = 0;  // of the list and all sections but the relief
  SourceStamps stamps{};
};
struct Entry {
  SectionName name;
  std::uint32_t reserved = 0;
  std::uint64_t offset = 0, size = 0;
};
static_assert(sizeof(Header) == 112 && sizeof(Entry) == 32, "no padding may get into the file");

std::size_t padding(std::size_t size) { return (kAlign - size % kAlign) % kAlign; }

std::uint64_t checksum_of(std::string_view list, std::span<const Section> sections) {
  std::uint64_t sum = checksum(list, 1);
  for (const Section& section : sections) {
    if (section.name.kind != SectionKind::relief) sum = checksum(section.bytes, sum);
  }
  return sum;
}

}  // namespace

// Four lanes, so that the multiplications overlap: this runs over 30 MB at every start.
std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
  std::array<std::uint64_t, 4> lanes{seed, seed ^ 0x5851F42D4C957F2D, ~seed, seed + bytes.size()};
  const auto mix = [](std::uint64_t lane, std::uint64_t word) {
    return std::rotl((lane ^ word) * kPrime, 29);
  };
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), bytes.data() + at, 32);
    for (std::size_t i = 0; i < 4; ++i) lanes[i] = mix(lanes[i], words[i]);
  }
  for (; at < bytes.size(); ++at) lanes[at % 4] = mix(lanes[at % 4], static_cast<unsigned char>(bytes[at]));
  std::uint64_t sum = bytes.size();
  for (const std::uint64_t lane : lanes) sum = mix(sum, lane ^ lane >> 31);
  return sum;
}

std::vector<std::string_view> file_parts(std::span<const Section> sections, const SourceStamps& stamps,
                                         std::string& head) {
  std::vector<Entry> list;
  std::uint64_t offset = sizeof(Header) + sections.size() * sizeof(Entry);
  for (const Section& section : sections) {
    list.push_back({section.name, 0, offset, section.bytes.size()});
    offset += section.bytes.size() + padding(section.bytes.size());
  }
  Header header;
  header.sections = static_cast<std::uint32_t>(sections.size());
  header.size = offset;
  header.stamps = stamps;
  header.checksum = checksum_of(bytes_of(std::span<const Entry>(list)), sections);
  head.assign(reinterpret_cast<const char*>(&header), sizeof header);
  head += bytes_of(std::span<const Entry>(list));
  std::vector<std::string_view> parts{head};
  for (const Section& section : sections) {
    parts.push_back(section.bytes);
    parts.push_back(kZeros.substr(0, padding(section.bytes.size())));
  }
  return parts;
}

std::optional<std::vector<Section>> read_sections(std::string_view file, const SourceStamps& stamps) {
  Header header;
  if (file.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, file.data(), sizeof header);
  if (header.magic != kMagic || header.version != kMapCacheVersion || header.size != file.size() ||
      header.stamps != stamps || header.sections > (file.size() - sizeof header) / sizeof(Entry)) {
    return std::nullopt;
  }
  const std::string_view list = file.substr(sizeof header, header.sections * sizeof(Entry));
  std::vector<Section> sections;
  for (std::size_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, list.data() + i * sizeof entry, sizeof entry);
    if (entry.offset % kAlign != 0 || entry.offset > file.size() || entry.size > file.size() - entry.offset) {
      return std::nullopt;
    }
    sections.push_back({entry.name, file.substr(entry.offset, entry.size)});
  }
  if (checksum_of(list, sections) != header.checksum) return std::nullopt;
  return sections;
}

}  // namespace vidik
