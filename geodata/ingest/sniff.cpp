#include "ingest/sniff.h"

#include "base/text.h"

#include <algorithm>

namespace vidik {
namespace {

Sniffed refused(std::string why) { return {FileKind::refused, std::move(why)}; }

bool starts_with(std::string_view text, std::string_view begin) {
  return text.substr(0, begin.size()) == begin;
}

// The name of the first element, without its namespace.
std::string_view root_of(std::string_view xml) {
  for (std::size_t at = 0; (at = xml.find('<', at)) != std::string_view::npos; ++at) {
    const std::string_view rest = xml.substr(at + 1);
    if (starts_with(rest, "!--")) {
      const std::size_t end = xml.find("-->", at);
      if (end == std::string_view::npos) return {};
      at = end;
      continue;
    }
    if (rest.empty() || rest[0] == '?' || rest[0] == '!') continue;
    std::string_view name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
  }
  return {};
}

Sniffed sniff_xml(std::string_view head) {
  const std::string_view root = root_of(head);
  if (root == "kml") return {FileKind::kml, {}};
  if (root == "gpx") return {FileKind::gpx, {}};
  if (starts_with(root, "OGRVRT") || root == "VRTDataset") {
    return refused("it is a VRT, which points to other files and addresses; Vidik does not follow those");
  }
  if (head.find("opengis.net/gml") != std::string_view::npos || root == "FeatureCollection")
    return {FileKind::gml, {}};
  if (root == "html" || root == "HTML") return refused("it is a web page, not a data file");
  if (root.empty()) return refused("it is XML without a beginning that Vidik knows");
  return refused("it is XML of a kind that Vidik does not read (" + for_terminal(root.substr(0, 40)) + ")");
}

bool has_word(std::string_view head, std::string_view word) {
  return head.find(word) != std::string_view::npos;
}

Sniffed sniff_json(std::string_view head) {
  // One object a line, the second line beginning with another one.
  const std::size_t end = head.find('\n');
  if (head.front() == '{' && end != std::string_view::npos) {
    const std::string_view first = trimmed(head.substr(0, end)), second = trimmed(head.substr(end + 1));
    if (!first.empty() && first.back() == '}' && starts_with(second, "{") && has_word(first, "\"Feature\"")) {
      return {FileKind::geojson_lines, {}};
    }
  }
  for (const std::string_view word :
       {"\"FeatureCollection\"", "\"Feature\"", "\"Point\"", "\"LineString\"", "\"Polygon\"",
        "\"MultiPoint\"", "\"MultiLineString\"", "\"MultiPolygon\"", "\"GeometryCollection\""}) {
    if (has_word(head, word)) return {FileKind::geojson, {}};
  }
  return refused("it is JSON, but no GeoJSON");
}

}  // namespace

Sniffed sniff(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.empty()) return refused("the file is empty");
  if (starts_with(head, "SQLite format 3\0"sv)) {
    const std::string_view application = head.size() >= 72 ? head.substr(68, 4) : std::string_view();
    if (application == "GPKG" || application == "GP10" || application == "GP11") return {FileKind::gpkg, {}};
    return refused("it is a database, but no GeoPackage");
  }
  if (starts_with(head, "PK\3\4")) return {FileKind::zip, {}};
  if (starts_with(head, "\0\0\x27\x0A"sv)) return {FileKind::shapefile, {}};
  if (starts_with(head, "fgb")) return {FileKind::flatgeobuf, {}};
  if (starts_with(head, "\x1F\x8B")) return refused("it is packed with gzip; unpack it first");
  if (starts_with(head, "\x28\xB5\x2F\xFD") || starts_with(head, "BZh") || starts_with(head, "7z\xBC\xAF") ||
      starts_with(head, "Rar!")) {
    return refused("it is an archive of a kind that Vidik does not open; unpack it first");
  }
  if (starts_with(head, "%PDF") || starts_with(head, "\x89PNG") || starts_with(head, "\xFF\xD8\xFF")) {
    return refused("it is a document or picture, not a data file");
  }
  const bool wide = starts_with(head, "\xFF\xFE") || starts_with(head, "\xFE\xFF");
  if (wide) return {FileKind::delimited, {}};
  std::string_view text = head;
  if (starts_with(text, "\xEF\xBB\xBF")) text.remove_prefix(3);
  text = trimmed(text);
  if (!text.empty() && text.front() == '\x1E') return {FileKind::geojson_lines, {}};
  if (!text.empty() && text.front() == '<') return sniff_xml(text);
  if (!text.empty() && (text.front() == '{' || text.front() == '[')) return sniff_json(text);
  if (text.find('\0') != std::string_view::npos) return refused("this is no kind of file that Vidik reads");
  // Text has hardly any control characters.
  const auto odd = std::count_if(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1B';
  });
  if (text.empty() || static_cast<std::size_t>(odd) * 50 > text.size())
    return refused("this is no kind of file that Vidik reads");
  return {FileKind::delimited, {}};
}

}  // namespace vidik
