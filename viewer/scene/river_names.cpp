#include "scene/river_names.h"

namespace vidik {

namespace {

constexpr double kWest = -180, kSouth = -90, kEast = 180, kNorth = 90;

LonLatBox box(double west, double south, double east, double north) {
  LonLatBox made;
  made.west = west, made.south = south, made.east = east, made.north = north;
  return made;
}

// en, local, sr-Latn, sr-Cyrl, sq, mk, bs, hr, cnr.
const RiverPart kParts[] = {
    // From Stalać, where West and South Morava meet.
    {"Great Morava", box(kWest, 43.70, kEast, kNorth), {}},
    {"Great Morava",
     box(kWest, kSouth, kEast, 43.66),
     {{"South Morava", "Južna Morava", "Južna Morava", "Јужна Морава", "Morava e Jugut", "Јужна Морава",
       "Južna Morava", "Južna Morava", "Južna Morava"}}},
    // Before Požega it is the Moravica.
    {"West Morava", box(20.30, kSouth, kEast, kNorth), {}},
    // To Kukës, where the White Drin comes in.
    {"Black Drin", box(20.38, kSouth, kEast, kNorth), {}},
    {"Black Drin",
     box(kWest, kSouth, 20.34, kNorth),
     {{"Drin", "Drini", "Drim", "Дрим", "Drini", "Дрим", "Drim", "Drim", "Drim"}}},
    // From Šćepan Polje, where Tara and Piva meet.
    {"Drina", box(kWest, 43.37, kEast, kNorth), {}},
    {"Drina",
     box(kWest, kSouth, kEast, 43.33),
     {{"Tara", "Tara", "Tara", "Тара", "Tara", "Тара", "Tara", "Tara", "Tara"}}},
    // In Greece it is the Aoös.
    {"Vjosa", box(kWest, kSouth, 20.62, kNorth), {}},
};

}  // namespace

std::span<const RiverPart> river_parts() { return kParts; }

}  // namespace vidik
