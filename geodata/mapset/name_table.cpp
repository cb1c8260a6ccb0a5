#include "mapset/name_table.h"

#include "base/atomic_file.h"
#include "base/text.h"

#include <filesystem>

namespace vidik {
namespace {

constexpr std::size_t kMostBytes = 1U << 20;
constexpr std::array<std::string_view, static_cast<std::size_t>(NameIn::count)> kIds = {
    "en", "local", "sr_latn", "sr_cyrl", "sq", "mk", "bs", "hr", "cnr"};

std::string_view& name(MapNames& names, NameIn language) {
  return names.by[static_cast<std::size_t>(language)];
}

// "sq=Ulqini", "usual=cnr+sq", "local=@bs"; false when it is none of these.
bool read_cell(std::string_view cell, NameRow& row) {
  const std::size_t equals = cell.find('=');
  if (equals == std::string_view::npos || equals + 1 == cell.size()) return false;
  const std::string_view id = cell.substr(0, equals), said = cell.substr(equals + 1);
  if (id == "usual") {
    const std::size_t plus = said.find('+');
    if (plus == std::string_view::npos) return false;
    row.usual = {language_named(said.substr(0, plus)), language_named(said.substr(plus + 1))};
    return row.usual[0] != NameIn::count && row.usual[1] != NameIn::count;
  }
  const NameIn language = language_named(id);
  if (language == NameIn::count) return false;
  if (said.front() == '@') {
    row.local_is = language_named(said.substr(1));
    return language == NameIn::local && row.local_is != NameIn::count;
  }
  row.by[static_cast<std::size_t>(language)] = said;
  return true;
}

void put_row(const NameRow& row, MapNames& names) {
  for (std::size_t i = 0; i < row.by.size(); ++i)
    if (!row.by[i].empty()) names.by[i] = row.by[i];
  if (row.usual[0] != NameIn::count) names.usual = row.usual;
}

void put(const NameTable& table, const char* what, std::string_view country, MapNames& names) {
  const std::string own(names.by[0]), of(country);
  const auto every = table.find(std::tuple(what, of, "*"));
  const auto one = table.find(std::tuple(what, of, own));
  if (every != table.end()) put_row(every->second, names);
  if (one != table.end()) put_row(one->second, names);
  NameIn local_is = every == table.end() ? NameIn::count : every->second.local_is;
  if (one != table.end() && one->second.local_is != NameIn::count) local_is = one->second.local_is;
  if (local_is != NameIn::count && !name(names, local_is).empty())
    name(names, NameIn::local) = name(names, local_is);
}

void bosnian_as_serbian(MapNames& names) {
  if (name(names, NameIn::bs).empty()) name(names, NameIn::bs) = name(names, NameIn::sr_latn);
}

}  // namespace

NameIn language_named(std::string_view id) {
  for (std::size_t i = 0; i < kIds.size(); ++i)
    if (kIds[i] == id) return static_cast<NameIn>(i);
  return NameIn::count;
}

std::string_view MapNames::in(NameIn language) const {
  const auto said = [&](NameIn one) { return by[static_cast<std::size_t>(one)]; };
  if (!said(language).empty()) return said(language);
  const bool near_bosnian = language == NameIn::hr || language == NameIn::cnr;
  if (near_bosnian && !said(NameIn::bs).empty()) return said(NameIn::bs);
  return said(NameIn::en).empty() ? said(NameIn::local) : said(NameIn::en);
}

Result<NameTable> read_names(const std::string& path) {
  NameTable table;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return table;
  VIDIK_TRY(const std::string bytes, read_file(path, kMostBytes));
  std::size_t number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    const bool known = cells.size() > 3 && (cells[0] == "country" || cells[0] == "place") &&
                       !cells[1].empty() && !cells[2].empty();
    NameRow row;
    bool understood = known;
    for (std::size_t i = 3; understood && i < cells.size(); ++i) understood = read_cell(cells[i], row);
    if (!understood)
      return fail(Code::bad_input, "line " + std::to_string(number) + " is no row of names", path);
    const bool fresh =
        table.emplace(std::tuple(std::string(cells[0]), std::string(cells[1]), std::string(cells[2])), row)
            .second;
    if (!fresh)
      return fail(Code::bad_input, "line " + std::to_string(number) + " names a place a second time", path);
  }
  return table;
}

void put_names(const NameTable& table, MapRecords& records) {
  for (Country& country : records.countries) {
    if (country.core) bosnian_as_serbian(country.names);
    put(table, "country", country.iso_a2, country.names);
  }
  for (Place& place : records.places) {
    if (place.core) bosnian_as_serbian(place.names);
    put(table, "place", place.iso_a2, place.names);
  }
  for (Water& water : records.waters) bosnian_as_serbian(water.names);
}

}  // namespace vidik
