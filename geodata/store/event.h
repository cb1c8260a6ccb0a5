#pragma once
// The words of one event: status, the packed facts of a row, and its four times.
//
// Units: Time; degrees are stored as 1e-7 degree integers (1.1 cm), which gives back up to 7 written decimals.

#include "base/time.h"
#include "base/when.h"

#include <cstdint>

namespace vidik {

// A row of a layer: rows are in order of (earliest begin, id text).
using Row = std::uint32_t;

enum class Status : std::uint8_t { confirmed, reported, alleged, disputed };
inline constexpr int kStatusCount = 4;

enum class Unverified : std::uint8_t { no, yes };

// 16 bits of facts that every event has.
struct Facts {
  std::uint16_t bits = 0;

  // precision 0-2, status 3-4, severity 5-7, unverified 8, zone not stated 9, approximate 10, uncertain 11,
  // has doubt (side column) 12, has no place 13, has place precision (side column) 14, has geometry 15
  static constexpr int kUnverified = 8, kZoneNotStated = 9, kApproximate = 10, kUncertain = 11, kDoubt = 12,
                       kNoPlace = 13, kPlacePrecision = 14, kGeometry = 15;

  constexpr bool has(int bit) const { return (bits >> bit & 1) != 0; }
  constexpr void set(int bit, bool on) {
    bits = static_cast<std::uint16_t>(on ? bits | 1u << bit : bits & ~(1u << bit));
  }
  constexpr Precision precision() const { return static_cast<Precision>(bits & 7); }
  constexpr Status status() const { return static_cast<Status>(bits >> 3 & 3); }
  constexpr int severity() const { return bits >> 5 & 7; }  // 1…5
  constexpr void set_precision(Precision p) {
    bits = static_cast<std::uint16_t>((bits & ~7u) | static_cast<unsigned>(p));
  }
  constexpr void set_status(Status s) {
    bits = static_cast<std::uint16_t>((bits & ~0x18u) | static_cast<unsigned>(s) << 3);
  }
  constexpr void set_severity(int s) {
    bits = static_cast<std::uint16_t>((bits & ~0xE0u) | static_cast<unsigned>(s) << 5);
  }
};

struct EventTimes {
  Time begin_earliest, begin_latest, end_earliest, end_latest;
};

// How well the place is known.
enum class PlaceKind : std::uint8_t { exact, radius, municipality, country };

struct PlacePrecision {
  PlaceKind kind = PlaceKind::exact;
  float radius_m = 0;  // kind radius
  bool operator==(const PlacePrecision&) const = default;
};

// low / best / high, NaN = missing; "at least" is a missing high.
struct Magnitude {
  double low, best, high;
};

// CONTRACT §2's table. `unit` as in the data ("crowd", "deaths", …); both ends missing gives 2.
int severity_of(const Magnitude& magnitude, std::string_view unit);

}  // namespace vidik
