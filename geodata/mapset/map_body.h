#pragma once
// Inside of a map set: the bytes it stands on and the views into them.
//
// Errors: open_map() says no when the sections do not make a whole and consistent map.

#include "base/mapped_file_posix.h"
#include "mapset/border_views.h"
#include "mapset/cache_sections.h"
#include "mapset/map_records.h"
#include "mapset/map_set.h"
#include "mapset/name_table.h"
#include "mapset/prepare.h"
#include "mapset/relief_png.h"

#include <memory>
#include <optional>

namespace vidik {

// A map as it was just made, when it does not stand on the mapped cache.
struct FreshMap {
  PreparedMap geometry;
  RecordBytes records;
  std::array<std::array<ReliefPixels, kReliefLevels>, 2> relief;
};

std::vector<Section> sections_of(const FreshMap& map);

struct MapSet::Body {
  MappedFile file;                  // one of
  std::unique_ptr<FreshMap> fresh;  // the two

  std::array<std::array<RetainedGeometry, kMapDetails>, kMapContents> geometry;
  std::array<std::array<Relief, kReliefLevels>, 2> relief;
  MapRecords records;
  NameTable names;  // borrowed by the records
  std::vector<BorderView> views;
  std::vector<ContestedLine> contested;
  bool from_cache = false;
};

class MapSetMaker {
 public:
  // Views into `sections`, whose bytes the body must keep alive; false when they are no whole map.
  static bool view(std::span<const Section> sections, MapSet::Body& body);
  // From a cache file; null when it is not a valid one for these sources.
  static std::shared_ptr<MapSet> open(const std::string& cache_path, const SourceStamps& stamps);
  static std::shared_ptr<MapSet> make(std::unique_ptr<FreshMap> fresh);
  // What is read anew each time.
  static void take_views(MapSet& set, std::vector<BorderView> views);
  static void take_names(MapSet& set, NameTable names);
};

}  // namespace vidik
