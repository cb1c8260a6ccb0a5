#pragma once
// The parts of the base map that can be switched off, with their names on the command line and in the panel.
//
// Ownership: plain data. Errors: part_named() is empty for an unknown name.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vidik {

enum class MapPart : std::uint8_t {
  relief,
  waterlines,
  coast,
  rivers,
  lakes,
  borders,  // of countries, contested ones too: the picture says when they are off
  districts,
  municipalities,
  graticule,
  country_names,
  place_names,
  water_names,
  count
};
inline constexpr int kMapParts = static_cast<int>(MapPart::count);

class MapPartSet {
 public:
  bool has(MapPart part) const { return (bits_ & bit(part)) != 0; }
  void set(MapPart part, bool on) { bits_ = on ? bits_ | bit(part) : bits_ & ~bit(part); }
  bool empty() const { return bits_ == 0; }
  std::uint32_t bits() const { return bits_; }
  bool operator==(const MapPartSet&) const = default;

 private:
  static constexpr std::uint32_t bit(MapPart part) { return 1u << static_cast<unsigned>(part); }
  std::uint32_t bits_ = 0;
};

struct MapPartWords {
  std::string_view id;     // "country-names"
  std::string_view words;  // "Names of countries"
  std::string_view table;  // of the map set, whose credits it needs
};
const MapPartWords& words_of(MapPart part);
std::optional<MapPart> part_named(std::string_view id);
std::string part_ids();  // "relief, waterlines, …"

}  // namespace vidik
