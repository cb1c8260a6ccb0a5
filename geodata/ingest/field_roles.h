#pragma once
// Which column of a table plays which part in an event, guessed by the columns' names, or as the user says.
//
// Errors: set_roles refuses a role or a column that does not exist, naming what there is. Cost: O(columns).

#include "base/result.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

enum class Role : std::uint8_t {
  begin,
  end,
  month,
  day,
  date_precision,
  ongoing,
  zone,  // with `month`, `begin` is the column of years
  lon,
  lat,
  point,  // point: both in one text, or WKT
  geo_precision,
  radius,
  area,
  id,
  title,
  summary,
  category,
  subtype,
  status,
  unverified,
  verify_note,
  magnitude_low,
  magnitude_best,
  magnitude_high,
  magnitude_type,
  magnitude_note,
  place,
  country,
  actors,
  actors2,
  alleged_by,
  denied_by,
  source_name,
  source_url,
  source_archive,
  source_date,
  source2_name,
  source2_url,
};
inline constexpr int kRoleCount = static_cast<int>(Role::source2_url) + 1;

std::string_view word_of(Role role);
std::optional<Role> role_named(std::string_view word);

// Whose codes the precision and category columns hold.
enum class Codes : std::uint8_t { words, ucdp, acled, gtd, gdelt };

struct Roles {
  std::array<int, kRoleCount> column;  // -1 = nobody plays it
  Codes codes = Codes::words;
  bool timeless = false;  // said by the user: begin=none
  std::string unit;       // of the magnitudes when no column tells: "deaths"

  Roles() { column.fill(-1); }
  int operator[](Role role) const { return column[static_cast<std::size_t>(role)]; }
  int& operator[](Role role) { return column[static_cast<std::size_t>(role)]; }
  bool has(Role role) const { return (*this)[role] >= 0; }
};

Roles guess_roles(const std::vector<std::string>& columns);
// What the user says goes over every guess; the column "none" takes a role away.
Result<> set_roles(const std::map<std::string, std::string>& said, const std::vector<std::string>& columns,
                   Roles& roles);
std::map<std::string, std::string> named(const Roles& roles, const std::vector<std::string>& columns);

}  // namespace vidik
