#include "base/bytes.h"
#include "base/number.h"
#include "geo/mercator.h"
#include "mapset/map_records.h"

namespace vidik {
namespace {

class RecordReader {
 public:
  RecordReader(std::string_view bytes, std::span<const Fixed2> points, std::span<const std::uint32_t> ends)
      : in(bytes), points_(points), ends_(ends) {}

  MapNames names() {
    MapNames names;  // the last two languages come from names.tsv
    for (std::size_t i = 0; i < kRecordedNames; ++i) names.by[i] = in.text();
    return names;
  }

  MapShape shape() {
    MapShape shape;
    for (std::int32_t* side : {&shape.box.west, &shape.box.north, &shape.box.east, &shape.box.south}) {
      *side = in.get<std::int32_t>();
    }
    shape.points = part(points_);
    shape.ends = part(ends_);
    std::uint32_t before = 0;
    for (const std::uint32_t end : shape.ends) {
      if (end < before || end > shape.points.size()) in.fail();
      before = end;
    }
    return shape;
  }

  LonLatBox box() {
    LonLatBox box;
    for (double* side : {&box.west, &box.south, &box.east, &box.north}) *side = in.get<double>();
    return box;
  }

  // Every record takes at least a byte, so a longer list than bytes are left is none of ours.
  std::size_t count() {
    const auto n = in.get<std::uint64_t>();
    if (n > in.left()) in.fail();
    return in.ok() ? static_cast<std::size_t>(n) : 0;
  }

  ByteReader in;

 private:
  template <typename T>
  std::span<const T> part(std::span<const T> whole) {
    const auto first = in.get<std::uint64_t>(), n = in.get<std::uint64_t>();
    if (first > whole.size() || n > whole.size() - first) {
      in.fail();
      return {};
    }
    return whole.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(n));
  }

  std::span<const Fixed2> points_;
  std::span<const std::uint32_t> ends_;
};

Country read_country(RecordReader& reader) {
  Country country;
  country.iso_a2 = reader.in.text();
  country.iso_a3 = reader.in.text();
  country.core = reader.in.get<std::uint8_t>() != 0;
  country.names = reader.names();
  country.label.lon = parse_double(reader.in.text()).value_or(0);
  country.label.lat = parse_double(reader.in.text()).value_or(0);
  country.note = reader.in.text();
  country.shape = reader.shape();
  return country;
}

AdminUnit read_unit(RecordReader& reader) {
  AdminUnit unit;
  unit.code = reader.in.text();
  unit.iso_a2 = reader.in.text();
  unit.type = reader.in.text();
  unit.level = reader.in.get<std::int32_t>();
  unit.names = reader.names();
  unit.shape = reader.shape();
  return unit;
}

Place read_place(RecordReader& reader) {
  Place place;
  place.at.lon = reader.in.get<double>();
  place.at.lat = reader.in.get<double>();
  place.fixed = to_fixed(place.at);
  place.names = reader.names();
  place.iso_a2 = reader.in.text();
  place.core = reader.in.get<std::uint8_t>() != 0;
  place.capital = reader.in.get<std::uint8_t>() != 0;
  place.rank = reader.in.get<std::int32_t>();
  place.population = reader.in.get<std::int64_t>();
  return place;
}

Water read_water(RecordReader& reader) {
  Water water;
  water.kind = reader.in.get<std::uint8_t>() == 0 ? WaterKind::river : WaterKind::lake;
  water.level = reader.in.get<std::int32_t>();
  water.names = reader.names();
  water.shape = reader.shape();
  return water;
}

Credit read_credit(RecordReader& reader) {
  Credit credit;
  for (std::size_t n = reader.count(); n > 0 && reader.in.ok(); --n)
    credit.layers.emplace_back(reader.in.text());
  for (std::string* text : {&credit.text, &credit.licence, &credit.long_text}) *text = reader.in.text();
  return credit;
}

template <typename T>
void read_list(RecordReader& reader, T (*read)(RecordReader&), std::vector<T>& out) {
  const std::size_t n = reader.count();
  for (std::size_t i = 0; i < n && reader.in.ok(); ++i) out.push_back(read(reader));
}

}  // namespace

bool read_records(std::string_view records, std::span<const Fixed2> points,
                  std::span<const std::uint32_t> ends, MapRecords& out) {
  RecordReader reader(records, points, ends);
  out = {};
  out.frame = reader.box();
  out.region = reader.box();
  read_list(reader, &read_country, out.countries);
  read_list(reader, &read_unit, out.units);
  read_list(reader, &read_place, out.places);
  read_list(reader, &read_water, out.waters);
  read_list(reader, &read_credit, out.credits);
  return reader.in.ok() && reader.in.at_end();
}

}  // namespace vidik
