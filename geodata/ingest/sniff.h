#pragma once
// What kind of file it is, by its first bytes; its name says nothing.
//
// Errors: none; what is not read gets `refused` and a sentence why.

#include <cstdint>
#include <string>
#include <string_view>

namespace vidik {

enum class FileKind : std::uint8_t {
  delimited,
  geojson,
  geojson_lines,
  gpkg,
  kml,
  gpx,
  gml,
  shapefile,
  flatgeobuf,
  zip,  // KMZ, XLSX or ODS: its members tell
  refused,
};

struct Sniffed {
  FileKind kind = FileKind::refused;
  std::string why;  // for refused
};

// `head` is the begin of the file, a few KB of it.
Sniffed sniff(std::string_view head);

}  // namespace vidik
