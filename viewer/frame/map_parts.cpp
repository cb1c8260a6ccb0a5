#include "frame/map_parts.h"

#include <array>

namespace vidik {

namespace {

constexpr std::array<MapPartWords, kMapParts> kWords{{{"relief", "Relief", "relief"},
                                                      {"waterlines", "Waterlines", "coast"},
                                                      {"coast", "Coast", "coast"},
                                                      {"rivers", "Rivers", "rivers"},
                                                      {"lakes", "Lakes", "lakes"},
                                                      {"borders", "Borders of countries", "boundaries"},
                                                      {"districts", "Districts", "admin_lines"},
                                                      {"municipalities", "Municipalities", "municipalities"},
                                                      {"graticule", "Graticule", ""},
                                                      {"country-names", "Names of countries", "countries"},
                                                      {"place-names", "Towns", "places"},
                                                      {"water-names", "Names of waters", "sea"}}};

}  // namespace

const MapPartWords& words_of(MapPart part) { return kWords[static_cast<std::size_t>(part)]; }

std::optional<MapPart> part_named(std::string_view id) {
  for (std::size_t i = 0; i < kWords.size(); ++i)
    if (kWords[i].id == id) return static_cast<MapPart>(i);
  return std::nullopt;
}

std::string part_ids() {
  std::string out;
  for (const MapPartWords& one : kWords) out += (out.empty() ? "" : ", ") + std::string(one.id);
  return out;
}

}  // namespace vidik
