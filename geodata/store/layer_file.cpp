#include "store/layer_file.h"

#include "base/atomic_file.h"
#include "base/bytes.h"
#include "base/limits.h"
#include "base/mapped_file_posix.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidik {

// File: Opening · description (ByteWriter) · sections, each at a multiple of 64 bytes from the file's begin.
// A change of any of this, or of the structs in the sections, needs a new kVersion.

namespace {

constexpr std::uint32_t kVersion = 2;
constexpr std::size_t kAlign = 64;
constexpr std::size_t kSections = 16;

struct Opening {
  std::array<char, 8> magic{'V', 'I', 'D', 'I', 'K', 'L', 'Y', 'R'};
  std::uint32_t version = kVersion;
  std::uint32_t description_size = 0;
  std::uint64_t file_size = 0;
  std::uint64_t description_sum = 0;
};
static_assert(sizeof(Opening) == 32);

struct Section {
  std::uint64_t offset = 0, count = 0;
};

std::uint64_t sum_of(std::string_view bytes) {
  std::uint64_t h = 0xcbf29ce484222325;  // FNV-1a: against accidents, not against attackers
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return h;
}

std::size_t aligned(std::size_t size) { return (size + kAlign - 1) / kAlign * kAlign; }

// Calls f(column) for each column, in the order of the file.
template <typename Columns, typename F>
void each_column(Columns& c, F f) {
  f(c.begin);
  f(c.end);
  f(c.ends_sorted);
  f(c.lon_e7);
  f(c.lat_e7);
  f(c.category);
  f(c.facts);
  f(c.record);
  f(c.doubts);
  f(c.magnitudes);
  f(c.places);
  f(c.geometries);
  f(c.geometry_parts);
  f(c.geometry_points);
}

template <typename T>
std::string_view as_bytes(std::span<const T> values) {
  static_assert(std::is_trivially_copyable_v<T>);
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

void put_texts(ByteWriter& out, const std::vector<std::string>& texts) {
  out.put(static_cast<std::uint32_t>(texts.size()));
  for (const std::string& text : texts) out.text(text);
}

bool get_texts(ByteReader& in, std::vector<std::string>& texts) {
  const auto count = in.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) texts.emplace_back(in.text());
  return in.ok();
}

void put_categories(ByteWriter& out, const CategoryTable& table) {
  out.put(static_cast<std::uint32_t>(table.size() - kShippedCategories));
  for (std::size_t i = kShippedCategories; i < table.size(); ++i) {
    const Category& row = table.rows()[i];
    out.text(row.id);
    out.text(row.name);
    out.put(row.shape);
    out.put(row.letter);
    out.put(row.role);
  }
}

bool get_categories(ByteReader& in, CategoryTable& table) {
  const auto count = in.get<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && in.ok(); ++i) {
    Category row;
    row.id = std::string(in.text());
    row.name = std::string(in.text());
    const auto shape = in.get<std::uint8_t>();
    row.letter = in.get<char>();
    row.role = in.get<int>();
    if (shape > static_cast<std::uint8_t>(CategoryShape::letter)) return false;
    row.shape = static_cast<CategoryShape>(shape);
    // The table must come out in the same order, or rows would change their category.
    if (!in.ok() || table.intern(row) != kShippedCategories + i) return false;
  }
  return in.ok();
}

Error damaged(const std::string& path) {
  return fail(Code::bad_input, "the cached layer is damaged or of another version and is read anew", path);
}

struct Opened {
  MappedFile file;
  ByteReader description{std::string_view()};
  std::size_t sections_at = 0;
};

// Everything up to the key; the description goes on after it.
Result<Opened> open_described(const std::string& path, std::string_view key) {
  Opened out;
  VIDIK_TRY(out.file, map_file(path));
  const std::string_view bytes = out.file.bytes;
  Opening opening;
  const Opening expected;
  if (bytes.size() < sizeof opening) return damaged(path);
  std::memcpy(&opening, bytes.data(), sizeof opening);
  if (opening.magic != expected.magic || opening.version != kVersion || opening.file_size != bytes.size() ||
      opening.description_size > bytes.size() - sizeof opening) {
    return damaged(path);
  }
  const std::string_view description = bytes.substr(sizeof opening, opening.description_size);
  if (sum_of(description) != opening.description_sum) return damaged(path);
  out.description = ByteReader(description);
  out.sections_at = aligned(sizeof opening + description.size());
  if (out.description.text() != key) {
    return fail(Code::not_found, "the cached layer was made from something else", path);
  }
  return out;
}

template <typename T>
bool take_section(const Opened& from, const Section& section, std::span<const T>& out) {
  const std::size_t size = from.file.bytes.size();
  if (from.sections_at > size || section.offset > size - from.sections_at) return false;
  if (section.offset % kAlign != 0) return false;
  const std::size_t at = from.sections_at + section.offset;
  if (section.count > (size - at) / sizeof(T)) return false;
  out = {reinterpret_cast<const T*>(from.file.bytes.data() + at), section.count};
  return true;
}

template <typename Side>
bool rows_ascend(const Column<Side>& side, std::size_t rows) {
  std::uint64_t next = 0;
  for (const Side& s : side.span()) {
    if (s.row < next || s.row >= rows) return false;
    next = static_cast<std::uint64_t>(s.row) + 1;
  }
  return true;
}

bool geometries_are_whole(const LayerColumns& c) {
  const auto points = c.geometry_points.span();
  const auto parts = c.geometry_parts.span();
  for (const GeometryRow& g : c.geometries.span()) {
    if (g.first_point > points.size() || g.points > points.size() - g.first_point ||
        g.first_part > parts.size() || g.parts > parts.size() - g.first_part ||
        !is_whole(points.subspan(g.first_point, g.points), parts.subspan(g.first_part, g.parts)))
      return false;
  }
  return true;
}

// Whatever a reader of the columns relies on.
bool is_consistent(const LayerColumns& c, const CategoryTable& categories, const TextPool& texts) {
  const std::size_t rows = c.begin.size();
  if (rows > limits::kRowsOfLayer || c.end.size() != rows || c.ends_sorted.size() != rows ||
      c.lon_e7.size() != rows || c.lat_e7.size() != rows || c.category.size() != rows ||
      c.facts.size() != rows || c.record.size() != rows) {
    return false;
  }
  bool good = true;
  for (std::size_t i = 1; i < rows; ++i) {
    good &= c.begin[i - 1] <= c.begin[i] && c.ends_sorted[i - 1] <= c.ends_sorted[i];
  }
  for (std::size_t i = 0; i < rows; ++i) good &= c.begin[i] <= c.end[i];
  for (std::size_t i = 0; i < rows; ++i) {
    good &= c.category[i] < categories.size() && c.record[i] < texts.record_count();
    good &=
        (c.facts[i].bits & 7) < kPrecisionCount && c.facts[i].severity() >= 1 && c.facts[i].severity() <= 5;
    good &= c.lon_e7[i] >= -1'800'000'000 && c.lon_e7[i] <= 1'800'000'000;
    good &= c.lat_e7[i] >= -900'000'000 && c.lat_e7[i] <= 900'000'000;
  }
  for (const PlaceRow& place : c.places.span()) {
    good &= place.kind <= PlaceKind::country && std::isfinite(place.radius_m);
  }
  return good && rows_ascend(c.doubts, rows) && rows_ascend(c.magnitudes, rows) &&
         rows_ascend(c.places, rows) && rows_ascend(c.geometries, rows) && geometries_are_whole(c);
}

}  // namespace

Result<LayerRef> LayerFile::open(const std::string& path, std::string_view key) {
  VIDIK_TRY(Opened opened, open_described(path, key));
  ByteReader& in = opened.description;
  auto layer = std::make_shared<Layer>();
  in.text();  // the note
  layer->name = std::string(in.text());
  layer->title = std::string(in.text());
  bool good = get_texts(in, layer->attributions) && get_texts(in, layer->extra_names) &&
              get_categories(in, layer->categories);
  std::array<Section, kSections> sections;
  for (Section& section : sections) {
    section.offset = in.get<std::uint64_t>();
    section.count = in.get<std::uint64_t>();
  }
  if (!good || !in.ok() || !in.at_end()) return damaged(path);
  std::size_t at = 0;
  each_column(layer->columns, [&]<typename T>(Column<T>& column) {
    std::span<const T> view;
    good = good && take_section(opened, sections[at++], view);
    column = Column<T>(view, opened.file.keep);
  });
  std::span<const std::uint64_t> offsets;
  std::span<const char> bytes;
  good = good && take_section(opened, sections[at], offsets) &&
         take_section(opened, sections[at + 1], bytes) &&
         TextPool::adopt(offsets, bytes, opened.file.keep, layer->texts) &&
         is_consistent(layer->columns, layer->categories, layer->texts);
  if (!good) return damaged(path);
  layer->serial = Layer::next_serial();
  layer->count_unverified();
  return LayerRef(std::move(layer));
}

Result<std::string> LayerFile::note(const std::string& path, std::string_view key) {
  VIDIK_TRY(Opened opened, open_described(path, key));
  return std::string(opened.description.text());
}

Result<> LayerFile::write(const std::string& path, std::string_view key, const Layer& layer) {
  return write(path, key, layer, {});
}

Result<> LayerFile::write(const std::string& path, std::string_view key, const Layer& layer,
                          std::string_view note) {
  ByteWriter description;
  description.text(key);
  description.text(note);
  description.text(layer.name);
  description.text(layer.title);
  put_texts(description, layer.attributions);
  put_texts(description, layer.extra_names);
  put_categories(description, layer.categories);

  static constexpr char kPadding[kAlign] = {};
  std::vector<std::string_view> parts(3);  // opening, description, padding: filled in below
  std::uint64_t offset = 0;
  const auto add = [&]<typename T>(std::span<const T> values) {
    description.put(offset);
    description.put(static_cast<std::uint64_t>(values.size()));
    const std::string_view bytes = as_bytes(values);
    parts.push_back(bytes);
    parts.emplace_back(kPadding, aligned(bytes.size()) - bytes.size());
    offset += aligned(bytes.size());
  };
  each_column(layer.columns, [&]<typename T>(const Column<T>& column) { add(column.span()); });
  // A pool that never had a record has no offsets; the file always has the first.
  static constexpr std::uint64_t kNoRecords[] = {0};
  add(layer.texts.offsets().empty() ? std::span<const std::uint64_t>(kNoRecords) : layer.texts.offsets());
  add(layer.texts.bytes());

  Opening opening;
  const std::size_t front = sizeof opening + description.bytes().size();
  opening.description_size = static_cast<std::uint32_t>(description.bytes().size());
  opening.description_sum = sum_of(description.bytes());
  opening.file_size = aligned(front) + offset;
  parts[0] = {reinterpret_cast<const char*>(&opening), sizeof opening};
  parts[1] = description.bytes();
  parts[2] = {kPadding, aligned(front) - front};
  return write_file_atomically(path, parts);
}

}  // namespace vidik
