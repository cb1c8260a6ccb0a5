#include "mapset/map_body.h"

#include "geo/mercator.h"

#include <algorithm>

namespace vidik {
namespace {

// The frame of the relief pictures, as geodata/sets/build makes them.
constexpr LonLat kReliefNorthWest{12, 49}, kReliefSouthEast{30, 34};

const Section* find(std::span<const Section> sections, SectionName name) {
  const auto found =
      std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return s.name == name; });
  return found == sections.end() ? nullptr : &*found;
}

template <typename T>
bool view_array(std::span<const Section> sections, SectionName name, std::span<const T>& out) {
  const Section* section = find(sections, name);
  if (section == nullptr) return false;
  const auto values = array_of<T>(section->bytes);
  if (!values) return false;
  out = *values;
  return true;
}

// Whatever the bytes say, no painter may be led outside of them.
bool consistent(const RetainedGeometry& geometry, bool area) {
  if (area && (geometry.vertices.size() % 3 != 0 || !geometry.line_ends.empty())) return false;
  std::uint32_t before = 0;
  for (const std::uint32_t end : geometry.line_ends) {
    if (end <= before || end > geometry.vertices.size()) return false;
    before = end;
  }
  if (!area && before != geometry.vertices.size()) return false;
  for (const GeometryChunk& chunk : geometry.chunks) {
    if (chunk.first > geometry.vertices.size() || chunk.count > geometry.vertices.size() - chunk.first)
      return false;
    if (area && (chunk.first % 3 != 0 || chunk.count % 3 != 0)) return false;
  }
  return true;
}

void view_relief(const Section& section, Relief& out) {
  const std::size_t width = section.name.second;
  const std::size_t height = width == 0 ? 0 : section.bytes.size() / (width * 4);
  if (height == 0 || width > 65536 || height > 65536) return;
  const Fixed2 north_west = to_fixed(kReliefNorthWest), south_east = to_fixed(kReliefSouthEast);
  out.width = static_cast<int>(width);
  out.height = static_cast<int>(height);
  out.box = {north_west.x, north_west.y, south_east.x, south_east.y};
  out.rgba = std::span(reinterpret_cast<const std::uint8_t*>(section.bytes.data()), width * height * 4);
}

}  // namespace

std::vector<Section> sections_of(const FreshMap& map) {
  std::vector<Section> sections;
  const auto add = [&](SectionKind kind, std::size_t first, std::size_t second, std::string_view bytes) {
    sections.push_back(
        {{kind, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(second)}, bytes});
  };
  for (std::size_t c = 0; c < map.geometry.size(); ++c) {
    for (std::size_t d = 0; d < map.geometry[c].size(); ++d) {
      const PreparedGeometry& g = map.geometry[c][d];
      add(SectionKind::vertices, c, d, bytes_of(std::span<const Fixed2>(g.vertices)));
      add(SectionKind::line_ends, c, d, bytes_of(std::span<const std::uint32_t>(g.line_ends)));
      add(SectionKind::chunks, c, d, bytes_of(std::span<const GeometryChunk>(g.chunks)));
    }
  }
  add(SectionKind::records, 0, 0, map.records.records);
  add(SectionKind::shape_points, 0, 0, bytes_of(std::span<const Fixed2>(map.records.points)));
  add(SectionKind::shape_ends, 0, 0, bytes_of(std::span<const std::uint32_t>(map.records.ends)));
  for (std::size_t theme = 0; theme < map.relief.size(); ++theme) {
    for (std::size_t level = 0; level < kReliefLevels; ++level) {
      const ReliefPixels& pixels = map.relief[theme][level];
      add(SectionKind::relief, theme * kReliefLevels + level, pixels.width,
          bytes_of(std::span<const std::uint8_t>(pixels.rgba)));
    }
  }
  return sections;
}

bool MapSetMaker::view(std::span<const Section> sections, MapSet::Body& body) {
  for (std::uint32_t c = 0; c < kMapContents; ++c) {
    for (std::uint32_t d = 0; d < kMapDetails; ++d) {
      RetainedGeometry& g = body.geometry[c][d];
      if (!view_array(sections, {SectionKind::vertices, c, d}, g.vertices) ||
          !view_array(sections, {SectionKind::line_ends, c, d}, g.line_ends) ||
          !view_array(sections, {SectionKind::chunks, c, d}, g.chunks) ||
          !consistent(g, is_area(static_cast<MapContent>(c)))) {
        return false;
      }
    }
  }
  for (const Section& section : sections) {
    if (section.name.kind == SectionKind::relief && section.name.first < body.relief.size() * kReliefLevels) {
      view_relief(section,
                  body.relief[section.name.first / kReliefLevels][section.name.first % kReliefLevels]);
    }
  }
  const Section* records = find(sections, {SectionKind::records, 0, 0});
  std::span<const Fixed2> points;
  std::span<const std::uint32_t> ends;
  return records != nullptr && view_array(sections, {SectionKind::shape_points, 0, 0}, points) &&
         view_array(sections, {SectionKind::shape_ends, 0, 0}, ends) &&
         read_records(records->bytes, points, ends, body.records);
}

std::shared_ptr<MapSet> MapSetMaker::open(const std::string& cache_path, const SourceStamps& stamps) {
  Result<MappedFile> file = map_file(cache_path);
  if (!file) return nullptr;
  auto body = std::make_unique<MapSet::Body>();
  body->file = std::move(file).value();
  body->from_cache = true;
  const std::optional<std::vector<Section>> sections = read_sections(body->file.bytes, stamps);
  if (!sections || !view(*sections, *body)) return nullptr;
  return std::shared_ptr<MapSet>(new MapSet(std::move(body)));
}

std::shared_ptr<MapSet> MapSetMaker::make(std::unique_ptr<FreshMap> fresh) {
  auto body = std::make_unique<MapSet::Body>();
  body->fresh = std::move(fresh);
  if (!view(sections_of(*body->fresh), *body)) return nullptr;
  return std::shared_ptr<MapSet>(new MapSet(std::move(body)));
}

void MapSetMaker::take_names(MapSet& set, NameTable names) {
  set.body_->names = std::move(names);
  put_names(set.body_->names, set.body_->records);
}

void MapSetMaker::take_views(MapSet& set, std::vector<BorderView> views) {
  MapSet::Body& body = *set.body_;
  body.views = std::move(views);
  body.contested = contested_lines(body.views);
  const auto is_core = [&](const std::string& iso_a3) {
    return std::any_of(body.records.countries.begin(), body.records.countries.end(),
                       [&](const Country& c) { return c.core && c.iso_a3 == iso_a3; });
  };
  for (ContestedLine& line : body.contested) {
    const int sides = static_cast<int>(is_core(line.a)) + static_cast<int>(is_core(line.b));
    line.as_border = sides == 2   ? MapContent::border_inner
                     : sides == 1 ? MapContent::border_outer
                                  : MapContent::border_neighbour;
  }
}

}  // namespace vidik
