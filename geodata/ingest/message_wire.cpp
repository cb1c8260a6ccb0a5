#include "ingest/batch_wire.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vidik {
namespace {

using TextMap = std::map<std::string, std::string>;

void encode_map(const TextMap& map, WireOut& out) {
  out.number<std::uint64_t>(map.size());
  for (const auto& [key, value] : map) {
    out.text(key);
    out.text(value);
  }
}

TextMap decode_map(WireIn& in) {
  TextMap map;
  for (std::uint64_t i = in.counted(16); i > 0 && in.ok(); --i) {
    std::string key(in.text());
    map[std::move(key)] = in.text();
  }
  return map;
}

void encode_layer(const LayerReport& layer, WireOut& out) {
  out.text(layer.name);
  out.number(layer.rows);
  out.number(layer.kept);
  out.number(layer.dropped);
  out.number<std::uint64_t>(layer.drops.size());
  for (const Problem& drop : layer.drops) {
    out.number(drop.row);
    out.text(drop.reason);
  }
  out.texts(layer.columns);
  encode_map(layer.roles, out);
  out.number<std::uint64_t>(layer.questions.size());
  for (const Question& question : layer.questions) {
    out.text(question.about);
    out.text(question.text);
    out.texts(question.answers);
  }
  out.texts(layer.notes);
}

LayerReport decode_layer(WireIn& in) {
  LayerReport layer;
  layer.name = in.text();
  layer.rows = in.number<std::uint64_t>();
  layer.kept = in.number<std::uint64_t>();
  layer.dropped = in.number<std::uint64_t>();
  for (std::uint64_t i = in.counted(16); i > 0 && in.ok(); --i) {
    const auto row = in.number<std::uint64_t>();
    layer.drops.push_back({row, std::string(in.text())});
  }
  layer.columns = in.texts();
  layer.roles = decode_map(in);
  for (std::uint64_t i = in.counted(24); i > 0 && in.ok(); --i) {
    Question question;
    question.about = in.text();
    question.text = in.text();
    question.answers = in.texts();
    layer.questions.push_back(std::move(question));
  }
  layer.notes = in.texts();
  if (layer.kept > layer.rows || layer.dropped != layer.rows - layer.kept ||
      layer.drops.size() > layer.dropped)
    in.refuse();
  return layer;
}

}  // namespace

void encode(const ReadRequest& request, WireOut& out) {
  out.text(request.path);
  out.number(static_cast<std::uint8_t>(request.purpose));
  encode_map(request.answers, out);
  encode_map(request.roles, out);
  out.text(request.zone);
  out.text(request.layer);
  out.number(request.limits.memory_mb);
  out.number(request.limits.cpu_s);
  out.number(request.limits.rows);
}

bool decode(WireIn& in, ReadRequest& request) {
  request.path = in.text();
  const auto purpose = in.number<std::uint8_t>();
  if (purpose > static_cast<std::uint8_t>(ReadFor::base)) return false;
  request.purpose = static_cast<ReadFor>(purpose);
  request.answers = decode_map(in);
  request.roles = decode_map(in);
  request.zone = in.text();
  request.layer = in.text();
  request.limits.memory_mb = in.number<std::uint32_t>();
  request.limits.cpu_s = in.number<std::uint32_t>();
  request.limits.rows = in.number<std::uint64_t>();
  return in.at_end();
}

void encode(const ReadProgress& progress, WireOut& out) {
  out.number(progress.rows);
  out.number(progress.bytes);
  out.number(progress.bytes_total);
}

bool decode(WireIn& in, ReadProgress& progress) {
  progress.rows = in.number<std::uint64_t>();
  progress.bytes = in.number<std::uint64_t>();
  progress.bytes_total = in.number<std::uint64_t>();
  return in.at_end();
}

void encode(const ImportReport& report, WireOut& out) {
  out.text(report.path);
  out.text(report.format);
  out.number<std::uint64_t>(report.layers.size());
  for (const LayerReport& layer : report.layers) encode_layer(layer, out);
  out.texts(report.notes);
  out.number<std::uint8_t>(report.incomplete ? 1 : 0);
  out.number<std::uint8_t>(report.zone_not_stated ? 1 : 0);
}

bool decode(WireIn& in, ImportReport& report) {
  report.path = in.text();
  report.format = in.text();
  for (std::uint64_t i = in.counted(72); i > 0 && in.ok(); --i) report.layers.push_back(decode_layer(in));
  report.notes = in.texts();
  report.incomplete = in.flag();
  report.zone_not_stated = in.flag();
  return in.at_end();
}

void encode(const Error& error, WireOut& out) {
  out.number(static_cast<std::uint8_t>(error.code));
  out.text(error.text);
  out.text(error.where);
}

bool decode(WireIn& in, Error& error) {
  const auto code = in.number<std::uint8_t>();
  if (code > static_cast<std::uint8_t>(Code::cancelled)) return false;
  error.code = static_cast<Code>(code);
  error.text = in.text();
  error.where = in.text();
  return in.at_end() && !error.text.empty();
}

void encode(const MapTable& piece, WireOut& out) {
  encode(piece.attributes, out);
  out.number<std::uint64_t>(piece.features.size());
  for (const MapTable::Feature& feature : piece.features) {
    out.number(static_cast<std::uint8_t>(feature.kind));
    out.number(feature.part_count);
  }
  out.number<std::uint64_t>(piece.parts.size());
  for (const MapTable::Part& part : piece.parts) {
    out.number(part.point_count);
    out.number(part.polygon);
    out.number<std::uint8_t>(part.hole ? 1 : 0);
  }
  out.column(piece.xy);
}

bool append_decoded(WireIn& in, MapTable& table) {
  if (!append_decoded(in, table.attributes)) return false;
  std::uint64_t parts = 0, points = 0;
  for (std::uint64_t i = in.counted(5); i > 0 && in.ok(); --i) {
    MapTable::Feature feature;
    const auto kind = in.number<std::uint8_t>();
    if (kind > static_cast<std::uint8_t>(ShapeKind::polygons)) return false;
    feature.kind = static_cast<ShapeKind>(kind);
    feature.part_count = in.number<std::uint32_t>();
    feature.first_part = static_cast<std::uint32_t>(table.parts.size() + parts);
    parts += feature.part_count;
    table.features.push_back(feature);
  }
  const std::uint64_t part_count = in.counted(9);
  if (!in.ok() || part_count != parts || table.features.size() != table.attributes.rows()) return false;
  if (table.parts.size() + parts > UINT32_MAX) return false;
  const std::uint64_t first_point = table.xy.size() / 2;
  for (std::uint64_t i = 0; i < part_count; ++i) {
    MapTable::Part part;
    part.first_point = first_point + points;
    part.point_count = in.number<std::uint32_t>();
    part.polygon = in.number<std::uint32_t>();
    part.hole = in.flag();
    points += part.point_count;
    table.parts.push_back(part);
  }
  const auto xy = in.column<double>();
  if (!in.at_end() || xy.size() % 2 != 0 || xy.size() / 2 != points) return false;
  if (!std::all_of(xy.begin(), xy.end(), [](double value) { return std::isfinite(value); })) return false;
  table.xy.insert(table.xy.end(), xy.begin(), xy.end());
  return true;
}

void encode(const BaseImage& image, WireOut& out) {
  out.number(image.width), out.number(image.height);
  for (const double edge : {image.west, image.north, image.east, image.south}) out.number(edge);
  out.column(image.rgba);
}

bool decode(WireIn& in, BaseImage& image) {
  BaseImage got;
  got.width = in.number<int>(), got.height = in.number<int>();
  for (double* edge : {&got.west, &got.north, &got.east, &got.south}) {
    *edge = in.number<double>();
    if (!(*edge >= -0.001 && *edge <= 1.001)) return false;
  }
  const std::span<const std::uint8_t> px = in.column<std::uint8_t>();
  if (!in.at_end() || got.width < 1 || got.height < 1 || got.width > kMostBasePx ||
      got.height > kMostBasePx || !(got.west < got.east) || !(got.north < got.south) ||
      px.size() != static_cast<std::size_t>(got.width) * static_cast<std::size_t>(got.height) * 4)
    return false;
  got.rgba.assign(px.begin(), px.end());
  image = std::move(got);
  return true;
}

}  // namespace vidik
