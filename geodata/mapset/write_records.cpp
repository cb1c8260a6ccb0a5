#include "base/bytes.h"
#include "geo/mercator.h"
#include "geo/simplify.h"
#include "mapset/map_records.h"
#include "mapset/prepare.h"

#include <algorithm>
#include <tuple>

namespace vidik {
namespace {

// Lines of rivers only carry their names: the middle detail is enough.
constexpr std::int32_t kWaterGrid = kDetailGrids[1];

class RecordWriter {
 public:
  void names(const MapFeature& feature) {
    for (const char* column :
         {"name_en", "name_local", "name_sr_latn", "name_sr", "name_sq", "name_mk", "name_bs"}) {
      bytes.text(feature.text(column));
    }
  }

  void shape(const Shape& shape, bool area, std::int32_t grid) {
    const std::size_t first = out.points.size(), first_end = out.ends.size();
    FixedBox box;
    for (std::size_t r = 0; r < shape.rings(); ++r) {
      std::vector<Fixed2> ring;
      for (const LonLat& p : shape.ring(r)) ring.push_back(to_fixed(p));
      const std::size_t before = out.points.size();
      if (area)
        simplify_ring(ring, grid, out.points);
      else
        simplify_line(ring, grid, out.points);
      if (out.points.size() > before)
        out.ends.push_back(static_cast<std::uint32_t>(out.points.size() - first));
    }
    for (std::size_t i = first; i < out.points.size(); ++i) box.add(out.points[i]);
    for (const std::int32_t side : {box.west, box.north, box.east, box.south}) bytes.put(side);
    for (const std::size_t n : {first, out.points.size() - first, first_end, out.ends.size() - first_end}) {
      bytes.put(static_cast<std::uint64_t>(n));
    }
  }

  void box(const LonLatBox& box) {
    for (const double side : {box.west, box.south, box.east, box.north}) bytes.put(side);
  }

  void count(std::size_t n) { bytes.put(static_cast<std::uint64_t>(n)); }

  ByteWriter bytes;
  RecordBytes out;
};

std::vector<const MapFeature*> in_order(const MapFeatures& features, auto key) {
  std::vector<const MapFeature*> list;
  for (const MapFeature& feature : features) list.push_back(&feature);
  std::stable_sort(list.begin(), list.end(),
                   [&](const MapFeature* a, const MapFeature* b) { return key(*a) < key(*b); });
  return list;
}

void write_units(const MapFeatures& features, RecordWriter& writer) {
  for (const MapFeature* unit : in_order(features, [](const MapFeature& f) { return f.text("code"); })) {
    if (unit->texts.count("core") != 0 && unit->number("core") == 0) continue;
    for (const char* column : {"code", "iso_a2", "type"}) writer.bytes.text(unit->text(column));
    writer.bytes.put(static_cast<std::int32_t>(unit->number("level")));
    writer.names(*unit);
    writer.shape(unit->shape, true, 1);
  }
}

std::size_t core_units(const MapFeatures& features) {
  return static_cast<std::size_t>(std::count_if(features.begin(), features.end(), [](const MapFeature& f) {
    return f.texts.count("core") == 0 || f.number("core") != 0;
  }));
}

void write_places(const MapFeatures& features, RecordWriter& writer) {
  const auto places = in_order(
      features, [](const MapFeature& f) { return std::tuple(f.number("rank"), -f.number("population")); });
  writer.count(places.size());
  for (const MapFeature* place : places) {
    writer.bytes.put(place->shape.points.front().lon);
    writer.bytes.put(place->shape.points.front().lat);
    writer.names(*place);
    writer.bytes.text(place->text("iso_a2"));
    writer.bytes.put(static_cast<std::uint8_t>(place->number("core") != 0));
    writer.bytes.put(static_cast<std::uint8_t>(place->number("capital") != 0));
    writer.bytes.put(static_cast<std::int32_t>(place->number("rank")));
    writer.bytes.put(place->number("population"));
  }
}

void write_waters(const MapInput& input, RecordWriter& writer) {
  const auto named = [](const MapFeature& f) { return !f.text("name_en").empty(); };
  writer.count(static_cast<std::size_t>(std::count_if(input.rivers.begin(), input.rivers.end(), named) +
                                        std::count_if(input.lakes.begin(), input.lakes.end(), named)));
  for (const auto kind : {WaterKind::river, WaterKind::lake}) {
    for (const MapFeature& water : kind == WaterKind::river ? input.rivers : input.lakes) {
      if (!named(water)) continue;
      writer.bytes.put(static_cast<std::uint8_t>(kind));
      writer.bytes.put(static_cast<std::int32_t>(water.number("level")));
      writer.names(water);
      writer.shape(water.shape, kind == WaterKind::lake, kWaterGrid);
    }
  }
}

}  // namespace

RecordBytes write_records(const MapInput& input) {
  RecordWriter writer;
  LonLatBox frame, region;
  for (const MapFeature& country : input.countries) {
    for (const LonLat& p : country.shape.points) {
      frame.add(p);
      if (country.number("core") != 0) region.add(p);
    }
  }
  for (const MapFeature& sea : input.sea) {
    for (const LonLat& p : sea.shape.points) frame.add(p);
  }
  writer.box(frame);
  writer.box(region);
  const auto countries = in_order(input.countries, [](const MapFeature& f) {
    return std::tuple(f.number("core") == 0, f.text("iso_a2"));
  });
  writer.count(countries.size());
  for (const MapFeature* country : countries) {
    writer.bytes.text(country->text("iso_a2"));
    writer.bytes.text(country->text("iso_a3"));
    writer.bytes.put(static_cast<std::uint8_t>(country->number("core") != 0));
    writer.names(*country);
    writer.bytes.text(country->text("label_lon"));
    writer.bytes.text(country->text("label_lat"));
    writer.bytes.text(country->text("note"));
    writer.shape(country->shape, true, 1);
  }
  writer.count(core_units(input.municipalities) + core_units(input.admin1));
  write_units(input.municipalities, writer);
  write_units(input.admin1, writer);
  write_places(input.places, writer);
  write_waters(input, writer);
  writer.count(input.credits.size());
  for (const Credit& credit : input.credits) {
    writer.count(credit.layers.size());
    for (const std::string& layer : credit.layers) writer.bytes.text(layer);
    for (const std::string* text : {&credit.text, &credit.licence, &credit.long_text})
      writer.bytes.text(*text);
  }
  writer.out.records = writer.bytes.take();
  return std::move(writer.out);
}

}  // namespace vidik
