#pragma once
// Names by hand (geodata/sets/names.tsv): what the set lacks or has wrong, and where two names are usual.
//
// Ownership: the table owns its texts; what put_names() touches borrows them. Threads: plain values.
// Errors: read_names() says which line it does not understand; no file is an empty table.
// Cost: put_names() O(places * log rows).

#include "base/result.h"
#include "mapset/map_records.h"

#include <map>
#include <string>
#include <tuple>

namespace vidik {

struct NameRow {
  std::array<std::string, static_cast<std::size_t>(NameIn::count)> by;  // empty: as in the set
  NameIn local_is = NameIn::count;                                      // the local name is this language's
  std::array<NameIn, 2> usual{NameIn::count, NameIn::count};
};
// By what ("country", "place"), country (ISO 3166-1 alpha 2) and English name; "*": every one of the country.
using NameTable = std::map<std::tuple<std::string, std::string, std::string>, NameRow, std::less<>>;

Result<NameTable> read_names(const std::string& path);
// Also gives Bosnian the Serbian names in Latin letters in the six and on waters, where it has none.
void put_names(const NameTable& table, MapRecords& records);

NameIn language_named(std::string_view id);  // "sr_latn"; count when unknown

}  // namespace vidik
