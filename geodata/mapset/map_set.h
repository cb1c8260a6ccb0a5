#pragma once
// The base map: borders, water, places and relief of the shipped data set, ready to paint and to ask.
//
// Units: fixed Web-Mercator coordinates (geo/fixed.h) for what is drawn, degrees for places.
// Ownership: owns everything it hands out; views and spans live as long as the set.
// Threads: immutable once loaded; any number of threads.
// Errors: load() fails when the data set cannot be read. A cache that is missing, damaged or of another data set is
// rebuilt without a word; one that cannot be written is no error. Points of view and names.tsv are read anew each time.
// Cost: warm about 10 ms (the cache is mapped); from the data set a few seconds.

#include "base/result.h"
#include "geo/lonlat.h"
#include "geo/retained.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

// What the map is made of, in the order of frame/geometry.h's MapLayer (the app checks that they agree).
enum class MapContent : std::uint8_t {
  sea,
  land_focus,
  land,
  lakes,  // areas; land: the whole frame
  coast_focus,
  coast_neighbour,
  rivers_1,
  rivers_2,
  rivers_3,
  lake_shores,  // lines
  border_outer,
  border_inner,
  border_neighbour,
  border_disputed,  // no view has a rule for it
  border_contested_1,
  border_contested_2,
  border_contested_3,
  border_contested_4,
  admin1,
  municipalities,
  count
};
inline constexpr int kMapContents = static_cast<int>(MapContent::count);
inline constexpr int kMapDetails = 8;    // lod: for zoom < 3, < 4 … < 9, and above
inline constexpr int kReliefLevels = 4;  // each half as wide as the one before
inline constexpr bool is_area(MapContent content) { return content <= MapContent::lakes; }

enum class NameIn : std::uint8_t { en, local, sr_latn, sr_cyrl, sq, mk, bs, hr, cnr, count };

struct MapNames {
  std::array<std::string_view, static_cast<std::size_t>(NameIn::count)> by;
  // Where two names are usual, their languages in the usual order (Kosovo: sq, sr_latn); count: one, the local.
  std::array<NameIn, 2> usual{NameIn::count, NameIn::count};
  // Where a language has no name of its own: Croatian and Montenegrin take the Bosnian one; then the English one, then
  // the local one. (In the six and on waters the set gives Bosnian the Serbian one in Latin letters where it has none.)
  std::string_view in(NameIn language) const;
};

// Rings of an area (not closed, odd-even inside) or pieces of a line.
struct MapShape {
  FixedBox box;
  std::span<const Fixed2> points;
  std::span<const std::uint32_t> ends;  // one past the last point of each ring or piece
};
bool contains(const MapShape& shape, Fixed2 place);  // O(points), after a look at the box

struct Country {
  std::string_view iso_a2, iso_a3;  // Kosovo: XK, XKX
  bool core = false;                // one of the six
  MapNames names;
  LonLat label;  // a place inside its largest land
  std::string_view note;
  MapShape shape;  // to the edge of the territorial sea
};

struct AdminUnit {
  std::string_view code, iso_a2, type;  // code: ISO 3166-2 where there is one
  int level = 1;                        // 1: district, canton, county …; 2: municipality
  MapNames names;
  MapShape shape;
};

struct Place {
  LonLat at;
  Fixed2 fixed;
  MapNames names;
  std::string_view iso_a2;
  bool core = false, capital = false;
  int rank = 7;                 // drawing order, 1 first
  std::int64_t population = 0;  // 0 = not known
};

enum class WaterKind : std::uint8_t { river, lake };
struct Water {  // only those with a name
  WaterKind kind{};
  int level = 1;  // rivers: 1 largest … 4
  MapNames names;
  MapShape shape;
};

struct Credit {
  std::vector<std::string> layers;  // tables of the set, or "relief"
  std::string text;                 // what the picture shows
  std::string licence;
  std::string long_text;  // what the sources page shows
};

struct BorderView;  // mapset/border_views.h
struct ContestedLine;

enum class ReliefTheme : std::uint8_t { dark, light };
struct Relief {
  int width = 0, height = 0;  // 0: none
  FixedBox box;
  std::span<const std::uint8_t> rgba;  // colours multiplied by alpha, north row first
};

class MapSet {
 public:
  // `sets_dir` is the shipped folder (western_balkans.gpkg, names.tsv, relief/, views/, attribution.json); `cache_dir` is made when
  // needed, empty = no cache. Starts a reading child when there is no valid cache.
  static Result<std::shared_ptr<const MapSet>> load(const std::string& sets_dir,
                                                    const std::string& cache_dir);
  ~MapSet();

  RetainedGeometry geometry(MapContent content, int detail) const;
  Relief relief(ReliefTheme theme, int level = 0) const;

  std::span<const Country> countries() const;      // the six first, each part by iso_a2
  std::span<const AdminUnit> admin_units() const;  // municipalities first, then level 1
  std::span<const Place> places() const;           // by rank, then population
  std::span<const Water> waters() const;
  std::span<const Credit> credits() const;
  std::span<const BorderView> views() const;          // "de-facto" first
  const BorderView* view(std::string_view id) const;  // null when unknown
  std::span<const ContestedLine> contested() const;   // those that any view has a rule for
  LonLatBox frame() const;                            // what the data covers
  LonLatBox region() const;                           // the box of the six: what "Fit" shows

  const Country* country(std::string_view iso_a2) const;  // null when unknown
  const Country* country_at(LonLat place) const;          // with its territorial sea
  const AdminUnit* admin_unit_at(LonLat place) const;  // the finest there is; null at sea and outside the six
  bool at_sea(LonLat place) const;
  bool from_cache() const;

 private:
  friend class MapSetMaker;
  struct Body;
  explicit MapSet(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

}  // namespace vidik
