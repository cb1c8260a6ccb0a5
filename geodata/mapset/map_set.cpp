#include "mapset/map_set.h"

#include "base/atomic_file.h"
#include "base/expect.h"
#include "base/paths_posix.h"
#include "geo/mercator.h"
#include "mapset/map_body.h"

#include <algorithm>
#include <utility>

namespace vidik {
namespace {

constexpr const char* kReliefFiles[] = {"/relief/relief_dark.png", "/relief/relief_light.png"};

SourceStamps stamps_of(const std::string& sets_dir, const std::vector<ContestedLine>& contested) {
  std::string lines;
  for (const ContestedLine& line : contested) lines += line.a + "-" + line.b + " ";
  return {file_stamp(sets_dir + "/western_balkans.gpkg"), file_stamp(sets_dir + "/attribution.json"),
          file_stamp(sets_dir + kReliefFiles[0]), file_stamp(sets_dir + kReliefFiles[1]),
          FileStamp{checksum(lines, 0), 0}};
}

// One cache a folder of data, so that two installations do not take turns at rebuilding.
std::string cache_path(const std::string& sets_dir, const std::string& cache_dir) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string name = cache_dir + "/map-";
  for (std::uint64_t sum = checksum(sets_dir, 0), i = 0; i < 16; ++i, sum >>= 4) name += kDigits[sum & 15];
  return name + ".bin";
}

Result<std::unique_ptr<FreshMap>> make_fresh(const std::string& sets_dir,
                                             const std::vector<ContestedLine>& contested) {
  auto fresh = std::make_unique<FreshMap>();
  VIDIK_TRY(const MapInput input, read_map_input(sets_dir));
  VIDIK_TRY(fresh->geometry, prepare_map(input, contested));
  fresh->records = write_records(input);
  for (std::size_t i = 0; i < fresh->relief.size(); ++i) {
    VIDIK_TRY(fresh->relief[i][0], read_relief(sets_dir + kReliefFiles[i]));
    for (std::size_t level = 1; level < kReliefLevels; ++level)
      fresh->relief[i][level] = halved(fresh->relief[i][level - 1]);
  }
  return fresh;
}

bool in_triangle(Fixed2 a, Fixed2 b, Fixed2 c, Fixed2 p) {
  const auto side = [p](Fixed2 from, Fixed2 to) {
    const auto minus = [](std::int32_t u, std::int32_t v) {
      return static_cast<double>(u) - static_cast<double>(v);
    };
    return minus(to.x, from.x) * minus(p.y, from.y) - minus(to.y, from.y) * minus(p.x, from.x);
  };
  const double ab = side(a, b), bc = side(b, c), ca = side(c, a);
  return (ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0);
}

bool in_triangles(const RetainedGeometry& area, Fixed2 place) {
  for (const GeometryChunk& chunk : area.chunks) {
    if (!chunk.box.contains(place)) continue;
    for (std::uint32_t i = chunk.first; i < chunk.first + chunk.count; i += 3) {
      if (in_triangle(area.vertices[i], area.vertices[i + 1], area.vertices[i + 2], place)) return true;
    }
  }
  return false;
}

}  // namespace

bool contains(const MapShape& shape, Fixed2 place) {
  if (!shape.box.contains(place)) return false;
  bool inside = false;
  std::uint32_t first = 0;
  for (const std::uint32_t end : shape.ends) {
    for (std::uint32_t i = first, j = end - 1; i < end; j = i++) {
      const Fixed2 a = shape.points[i], b = shape.points[j];
      if ((a.y > place.y) == (b.y > place.y)) continue;
      const double along = (static_cast<double>(place.y) - a.y) / (static_cast<double>(b.y) - a.y);
      if (place.x < (static_cast<double>(b.x) - a.x) * along + a.x) inside = !inside;
    }
    first = end;
  }
  return inside;
}

MapSet::MapSet(std::unique_ptr<Body> body) : body_(std::move(body)) {}
MapSet::~MapSet() = default;

Result<std::shared_ptr<const MapSet>> MapSet::load(const std::string& sets_dir,
                                                   const std::string& cache_dir) {
  VIDIK_TRY(std::vector<BorderView> views, read_border_views(sets_dir + "/views"));
  VIDIK_TRY(NameTable names, read_names(sets_dir + "/names.tsv"));
  const std::vector<ContestedLine> contested = contested_lines(views);
  const SourceStamps stamps = stamps_of(sets_dir, contested);
  const std::string path = cache_dir.empty() ? std::string() : cache_path(sets_dir, cache_dir);
  if (!path.empty()) {
    if (std::shared_ptr<MapSet> cached = MapSetMaker::open(path, stamps)) {
      MapSetMaker::take_views(*cached, std::move(views));
      MapSetMaker::take_names(*cached, std::move(names));
      return std::shared_ptr<const MapSet>(std::move(cached));
    }
  }
  VIDIK_TRY(std::unique_ptr<FreshMap> fresh, make_fresh(sets_dir, contested));
  if (!path.empty() && make_dirs(cache_dir).ok()) {
    std::string head;
    const std::vector<Section> sections = sections_of(*fresh);
    // A cache that cannot be written costs time at the next start, nothing else.
    (void)write_file_atomically(path, file_parts(sections, stamps, head));
  }
  std::shared_ptr<MapSet> set = MapSetMaker::make(std::move(fresh));
  VIDIK_EXPECT(set != nullptr);  // what was just made is consistent
  MapSetMaker::take_views(*set, std::move(views));
  MapSetMaker::take_names(*set, std::move(names));
  return std::shared_ptr<const MapSet>(std::move(set));
}

RetainedGeometry MapSet::geometry(MapContent content, int detail) const {
  VIDIK_EXPECT(content < MapContent::count && detail >= 0 && detail < kMapDetails);
  return body_->geometry[static_cast<std::size_t>(content)][static_cast<std::size_t>(detail)];
}

Relief MapSet::relief(ReliefTheme theme, int level) const {
  VIDIK_EXPECT(level >= 0 && level < kReliefLevels);
  return body_->relief[static_cast<std::size_t>(theme)][static_cast<std::size_t>(level)];
}

std::span<const Country> MapSet::countries() const { return body_->records.countries; }
std::span<const AdminUnit> MapSet::admin_units() const { return body_->records.units; }
std::span<const Place> MapSet::places() const { return body_->records.places; }
std::span<const Water> MapSet::waters() const { return body_->records.waters; }
std::span<const Credit> MapSet::credits() const { return body_->records.credits; }
LonLatBox MapSet::frame() const { return body_->records.frame; }
LonLatBox MapSet::region() const { return body_->records.region; }
std::span<const BorderView> MapSet::views() const { return body_->views; }
std::span<const ContestedLine> MapSet::contested() const { return body_->contested; }
const BorderView* MapSet::view(std::string_view id) const {
  for (const BorderView& view : body_->views)
    if (view.id == id) return &view;
  return nullptr;
}
bool MapSet::from_cache() const { return body_->from_cache; }

const Country* MapSet::country(std::string_view iso_a2) const {
  for (const Country& country : countries()) {
    if (country.iso_a2 == iso_a2) return &country;
  }
  return nullptr;
}

const Country* MapSet::country_at(LonLat place) const {
  const Fixed2 at = to_fixed(place);
  for (const Country& country : countries()) {
    if (contains(country.shape, at)) return &country;
  }
  return nullptr;
}

bool MapSet::at_sea(LonLat place) const {
  return in_triangles(geometry(MapContent::sea, kMapDetails - 1), to_fixed(place));
}

const AdminUnit* MapSet::admin_unit_at(LonLat place) const {
  if (at_sea(place)) return nullptr;  // units reach into the territorial sea
  const Fixed2 at = to_fixed(place);
  for (const AdminUnit& unit : admin_units()) {
    if (contains(unit.shape, at)) return &unit;
  }
  return nullptr;
}

}  // namespace vidik
