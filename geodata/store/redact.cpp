#include "store/redact.h"

#include "base/expect.h"
#include "store/event_batch.h"
#include "store/layer_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

namespace vidik {

namespace {

constexpr double kMetresPerDegree = 111'195;  // of a sphere of 6,371 km
constexpr double kSpare = 1.01;               // the earth is no sphere: 0.6 % at most
constexpr float kMunicipalityReach = 40'000;  // m; the widest of the six is 75 km across
constexpr std::size_t kBatchRows = 8192;

struct DropName {
  std::string_view name;
  std::array<Field, 5> fields;  // filled up with the first
};
constexpr Field kNone = Field::first_extra;
constexpr DropName kTextDrops[] = {
    {"id", {Field::id, kNone, kNone, kNone, kNone}},
    {"title", {Field::title, kNone, kNone, kNone, kNone}},
    {"summary", {Field::summary, kNone, kNone, kNone, kNone}},
    {"place", {Field::place, Field::area, kNone, kNone, kNone}},
    {"country", {Field::country, kNone, kNone, kNone, kNone}},
    {"actors", {Field::actors, kNone, kNone, kNone, kNone}},
    {"subtype", {Field::subtype, kNone, kNone, kNone, kNone}},
    {"claims", {Field::says, Field::denies, kNone, kNone, kNone}},
    {"notes", {Field::magnitude_note, Field::verify_note, kNone, kNone, kNone}},
    {"sources", {Field::source_name, Field::source_url, Field::source_archive, Field::source_date, kNone}}};
constexpr std::string_view kFactDrops[] = {"category", "status", "severity", "magnitude", "extra"};

// Everything that is asked of each row, once.
struct Drops {
  std::vector<bool> fields;  // by number below first_extra
  std::vector<bool> extras;
  bool category = false, status = false, severity = false, magnitude = false;

  Drops(const Layer& layer, const Redaction& how)
      : fields(static_cast<std::size_t>(Field::first_extra)), extras(layer.extra_names.size()) {
    const bool coarse = how.grid_km > 0 || how.municipalities;
    if (coarse) {
      mark(Field::place), mark(Field::area);
      std::fill(extras.begin(), extras.end(), true);
    }
    for (const std::string& name : how.drop) {
      for (const DropName& known : kTextDrops)
        if (known.name == name)
          for (const Field field : known.fields) mark(field);
      category = category || name == "category";
      status = status || name == "status";
      severity = severity || name == "severity";
      magnitude = magnitude || name == "magnitude";
      for (std::size_t k = 0; k < extras.size(); ++k)
        if (name == "extra" || name == layer.extra_names[k]) extras[k] = true;
    }
    if (magnitude) mark(Field::magnitude_unit), mark(Field::magnitude_note);
  }
  void mark(Field field) {
    if (field != kNone) fields[static_cast<std::size_t>(field)] = true;
  }
  bool drops(Field field) const {
    const auto number = static_cast<std::size_t>(field);
    if (number < fields.size()) return fields[number];
    return number - fields.size() >= extras.size() || extras[number - fields.size()];
  }
};

struct Coarse {
  double lon = 0, lat = 0;
  PlacePrecision precision;
  std::string name;
};

class Maker {
 public:
  Maker(const Layer& layer, const Redaction& how, const AreaAt& area_at)
      : layer_(layer),
        how_(how),
        area_at_(area_at),
        drops_(layer, how),
        coarse_(how.grid_km > 0 || how.municipalities),
        builder_(layer.name, layer.title) {
    VIDIK_EXPECT(how.hide_hours <= 0 || how.as_of);
    for (const Category& category : layer.categories.rows()) builder_.define(category);
    for (const std::string& credit : layer.attributions) builder_.attribute(credit);
    start_batch();
  }

  RedactedLayer make() {
    for (Row row = 0; row < layer_.size(); ++row) {
      if (is_too_young(row)) {
        ++out_.too_young;
        continue;
      }
      add(row);
      if (batch_.size() >= kBatchRows) flush();
    }
    flush();
    out_.layer = builder_.build();
    return std::move(out_);
  }

 private:
  // A begin that may lie after the moment on any reading; of what has no date nothing is known.
  bool is_too_young(Row row) const {
    if (how_.hide_hours <= 0) return false;
    return layer_.times(row).begin_latest > plus(*how_.as_of, -how_.hide_hours * kMicrosPerHour);
  }

  Coarse coarse(double lon, double lat, PlacePrecision known) const {
    Coarse out;
    const auto area = how_.municipalities && area_at_ ? area_at_(lon, lat) : std::nullopt;
    if (area) {
      out = {area->lon, area->lat, {PlaceKind::municipality, 0}, area->name};
    } else {
      const GridCell cell = grid_cell(lon, lat, how_.municipalities ? kElsewhereGridKm : how_.grid_km);
      const float more = known.kind == PlaceKind::radius         ? known.radius_m
                         : known.kind == PlaceKind::municipality ? kMunicipalityReach
                                                                 : 0;
      out = {cell.lon, cell.lat, {PlaceKind::radius, static_cast<float>(cell.reach_m) + more}, {}};
    }
    if (known.kind == PlaceKind::country) out.precision = known;
    return out;
  }

  void add(Row row) {
    const auto k = static_cast<std::uint32_t>(batch_.size());
    const LayerColumns& c = layer_.columns;
    const Facts facts = c.facts[row];
    const EventTimes times = layer_.times(row);
    batch_.when.push_back({times.begin_earliest, times.begin_latest, times.end_earliest, times.end_latest,
                           facts.precision(), facts.has(Facts::kApproximate), facts.has(Facts::kUncertain),
                           !facts.has(Facts::kZoneNotStated)});
    batch_.category.push_back(drops_.category ? other_ : c.category[row]);
    batch_.status.push_back(drops_.status ? Status::reported : facts.status());
    batch_.unverified.push_back(facts.has(Facts::kUnverified) ? 1 : 0);
    batch_.source_row.push_back(0);
    batch_.severities.push_back({k, drops_.severity || drops_.magnitude ? 2 : facts.severity()});
    if (const Magnitude* magnitude = layer_.magnitude(row); magnitude != nullptr && !drops_.magnitude)
      batch_.magnitudes.push_back({k, *magnitude, std::string(layer_.text(row, Field::magnitude_unit))});
    const std::string name = add_place(row, k);
    add_texts(row, name);
  }

  std::string add_place(Row row, std::uint32_t k) {
    const PlacePrecision known = layer_.place_precision(row);
    const bool placed = !layer_.columns.facts[row].has(Facts::kNoPlace);
    const auto geometry = layer_.geometry(row);
    Coarse place{placed ? layer_.lon(row) : std::numeric_limits<double>::quiet_NaN(),
                 placed ? layer_.lat(row) : std::numeric_limits<double>::quiet_NaN(),
                 known,
                 {}};
    if (coarse_ && placed) place = coarse(place.lon, place.lat, known);
    batch_.lon.push_back(place.lon);
    batch_.lat.push_back(place.lat);
    if (!(place.precision == PlacePrecision{})) batch_.places.push_back({k, place.precision});
    if (geometry) add_geometry(*geometry, k);
    return place.name;
  }

  void add_geometry(const GeometryView& geometry, std::uint32_t k) {
    std::uint32_t parts = 0, points = 0;
    for (std::size_t i = 0; i < geometry.parts.size(); ++i) {
      const std::size_t first = batch_.geometry_points.size();
      for (const PlaceE7& at : geometry.part(i)) {
        const PlaceE7 to = coarse_ ? moved(at) : at;
        const bool again = batch_.geometry_points.size() > first && batch_.geometry_points.back() == to;
        if (!coarse_ || !again) batch_.geometry_points.push_back(to);
      }
      std::size_t count = batch_.geometry_points.size() - first;
      GeometryKind kind = geometry.parts[i].kind;
      if (coarse_ && kind == GeometryKind::ring && count > 1 &&
          batch_.geometry_points[first] == batch_.geometry_points.back()) {
        batch_.geometry_points.pop_back();
        --count;
      }
      if (coarse_ && kind == GeometryKind::ring && count < 3) kind = GeometryKind::line;
      if (coarse_ && kind == GeometryKind::line && count < 2) kind = GeometryKind::places;
      points += static_cast<std::uint32_t>(count);
      ++parts;
      batch_.geometry_parts.push_back({points, kind, {}});
    }
    batch_.geometries.push_back({k, parts, points});
  }

  PlaceE7 moved(PlaceE7 at) const {
    // What crosses the date line stays whole: it is moved on this side of it and back.
    double lon = at.lon / 1e7;
    const double turns = std::round(lon / 360);
    lon -= 360 * turns;
    const Coarse to = coarse(lon, at.lat / 1e7, {});
    return {static_cast<std::int32_t>(std::lround((to.lon + 360 * turns) * 1e7)),
            static_cast<std::int32_t>(std::lround(to.lat * 1e7))};
  }

  void add_texts(Row row, const std::string& place_name) {
    const bool placed = !layer_.columns.facts[row].has(Facts::kNoPlace);
    const double lon = placed ? layer_.lon(row) : 1e9, lat = placed ? layer_.lat(row) : 1e9;
    TextPool& texts = batch_.texts;
    texts.begin_record();
    const std::string_view id = layer_.text(row, Field::id), title = layer_.text(row, Field::title);
    const bool id_withheld = drops_.drops(Field::id) || gives(id, lon, lat);
    // LayerBuilder tells equal ids apart by a number.
    texts.put(Field::id, id_withheld ? std::string_view("withheld") : id);
    const bool title_withheld = drops_.drops(Field::title) || gives(title, lon, lat);
    texts.put(Field::title, title_withheld ? std::string_view("Title withheld") : title);
    if (!place_name.empty() && !is_dropped("place")) texts.put(Field::place, place_name);
    layer_.texts.each(layer_.columns.record[row], [&](Field field, std::string_view text) {
      if (field == Field::id || field == Field::title || drops_.drops(field)) return;
      if (gives(text, lon, lat)) text = field == Field::source_name ? std::string_view("withheld") : "";
      texts.put(field, text);
    });
  }

  bool is_dropped(std::string_view name) const {
    return std::find(how_.drop.begin(), how_.drop.end(), name) != how_.drop.end();
  }
  bool gives(std::string_view text, double lon, double lat) {
    if (!coarse_ || !gives_place(text, lon, lat)) return false;
    ++out_.texts_withheld;
    return true;
  }

  void start_batch() {
    batch_ = EventBatch();
    for (const Category& category : layer_.categories.rows()) batch_.category_ids.push_back(category.id);
    other_ = static_cast<std::uint16_t>(batch_.category_ids.size());
    if (drops_.category) batch_.category_ids.emplace_back("other");
    // Columns keep their numbers; those that are dropped keep neither name nor text.
    batch_.extra_names = layer_.extra_names;
    for (std::size_t i = 0; i < batch_.extra_names.size(); ++i)
      if (drops_.extras[i]) batch_.extra_names[i] = "withheld " + std::to_string(i + 1);
  }
  void flush() {
    Problems none;
    if (batch_.size() > 0) builder_.append(batch_, none);
    VIDIK_EXPECT(none.count() == 0);  // they were rows of a layer
    start_batch();
  }

  const Layer& layer_;
  const Redaction& how_;
  const AreaAt& area_at_;
  const Drops drops_;
  const bool coarse_;
  LayerBuilder builder_;
  EventBatch batch_;
  std::uint16_t other_ = 0;
  RedactedLayer out_;
};

}  // namespace

GridCell grid_cell(double lon, double lat, double grid_km) {
  const double rows_high = grid_km * 1000 / kMetresPerDegree;  // degrees
  const double row = std::floor(lat / rows_high);
  GridCell out;
  out.lat = std::clamp((row + 0.5) * rows_high, -90.0, 90.0);
  const auto parallel = [](double at) { return std::cos(at * std::numbers::pi / 180) * kMetresPerDegree; };
  const double round = 360 * std::max(0.0, parallel(out.lat));
  const double cells = std::max(1.0, std::floor(round / (grid_km * 1000)));
  const double width = 360 / cells;  // degrees
  out.lon = (std::floor((lon + 180) / width) + 0.5) * width - 180;
  if (out.lon >= 180) out.lon -= 360;
  // The corner towards the equator is the farthest: the cell is widest there.
  const double near = std::max(0.0, std::abs(out.lat) - rows_high / 2);
  const double half_width = std::min(width / 2, 180.0) * parallel(near);
  out.reach_m = std::hypot(half_width, grid_km * 500) * kSpare;
  return out;
}

RedactedLayer redacted(const Layer& layer, const Redaction& how, const AreaAt& area_at) {
  return Maker(layer, how, area_at).make();
}

std::vector<std::string_view> droppable_fields() {
  std::vector<std::string_view> out;
  for (const DropName& known : kTextDrops) out.push_back(known.name);
  for (const std::string_view name : kFactDrops) out.push_back(name);
  return out;
}

}  // namespace vidik
