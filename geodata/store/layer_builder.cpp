#include "store/layer_builder.h"

#include "base/expect.h"
#include "base/limits.h"
#include "store/layer_columns.h"
#include "store/radix_sort.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace vidik {

namespace {

// Where nothing is known, the row stands at 0/0 with Facts::kNoPlace.
struct FixedPlace {
  std::int32_t lon_e7 = 0, lat_e7 = 0;
  bool known = false;
};

// Longitudes of up to one and a half turns are wrapped: files with 0…360 and tracks across 180° are common, and what
// lies farther out is in another unit.
constexpr double kMostLon = 540;

const char* check_place(double lon, double lat, FixedPlace& out) {
  if (std::isnan(lon) && std::isnan(lat)) return nullptr;
  if (!std::isfinite(lon) || !std::isfinite(lat)) return "the place is not a pair of numbers";
  if (lat < -90 || lat > 90) return "the latitude is not between -90 and 90";
  if (lon < -kMostLon || lon > kMostLon) return "the longitude is not between -180 and 180";
  if (lon < -180) lon += 360;
  if (lon > 180) lon -= 360;
  out.lon_e7 = static_cast<std::int32_t>(std::lround(lon * 1e7));
  out.lat_e7 = static_cast<std::int32_t>(std::lround(lat * 1e7));
  out.known = true;
  return nullptr;
}

const char* check_times(const When& w) {
  if (w.end_latest < w.begin_earliest) return "the end lies before the begin";
  const bool consistent = w.begin_earliest <= w.begin_latest && w.begin_latest <= w.end_latest &&
                          w.begin_earliest <= w.end_earliest && w.end_earliest <= w.end_latest;
  if (!consistent) return "the possible begins and ends contradict each other";
  if (w.begin_earliest == kOpenEnd || w.end_latest == kOpenBegin) return "the event lies outside of all time";
  return nullptr;
}

std::uint32_t hash_of(std::string_view id) {
  std::uint64_t h = 0xcbf29ce484222325;  // FNV-1a, then mixed so that the upper half depends on all of it
  for (const char c : id) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  h = (h ^ h >> 31) * 0x9e3779b97f4a7c15;
  return static_cast<std::uint32_t>(h >> 32);
}

// A batch's geometries, in step with its rows.
class GeometriesOf {
 public:
  explicit GeometriesOf(const EventBatch& batch) : batch_(batch) {}
  // True when `row` has one, which is then in `points` and `parts`. Ask for ascending rows.
  bool find(std::uint32_t row) {
    for (; at_ < batch_.geometries.size() && batch_.geometries[at_].row < row; ++at_) {
      first_part_ += batch_.geometries[at_].parts;
      first_point_ += batch_.geometries[at_].points;
    }
    if (at_ >= batch_.geometries.size() || batch_.geometries[at_].row != row) return false;
    parts = std::span(batch_.geometry_parts).subspan(first_part_, batch_.geometries[at_].parts);
    points = std::span(batch_.geometry_points).subspan(first_point_, batch_.geometries[at_].points);
    return true;
  }
  std::span<const GeometryPart> parts;
  std::span<const PlaceE7> points;

 private:
  const EventBatch& batch_;
  std::size_t at_ = 0, first_part_ = 0, first_point_ = 0;
};

// Of a side list in order of rows, the entry of `row`, or null.
template <typename Side>
const Side* next_side(const std::vector<Side>& list, std::size_t& at, std::uint32_t row) {
  while (at < list.size() && list[at].row < row) ++at;
  return at < list.size() && list[at].row == row ? &list[at] : nullptr;
}

}  // namespace

struct LayerBuilder::Rows {
  std::string name, title;
  std::vector<std::string> attributions, extra_names;
  CategoryTable categories;
  TextPool texts;
  ArrivedRows arrived;

  void append(const EventBatch& batch, Problems& problems);
  void append_texts(const EventBatch& batch);
  void append_geometry(Row row, const GeometriesOf& from);
  void number_duplicates(Problems* notes);
  // The ids given to rows whose own was taken, and where to go on with the numbers of each.
  struct Given {
    std::set<std::string, std::less<>> ids;
    std::map<std::string, int, std::less<>> next;
  };
  void renumber(std::size_t row, Given& given, const std::vector<std::uint64_t>& hashes, Problems* notes);
  bool id_exists(std::string_view id, const std::vector<std::uint64_t>& hashes) const;
  std::string_view id_of(std::size_t row) const { return texts.text(arrived.rows[row].record, Field::id); }
};

// Records are taken over whole when nothing in them has to change: every row has an id, and extra columns are ours.
void LayerBuilder::Rows::append_texts(const EventBatch& batch) {
  if (extra_names.empty()) extra_names = batch.extra_names;
  const bool same_extras =
      batch.extra_names.size() <= extra_names.size() &&
      std::equal(batch.extra_names.begin(), batch.extra_names.end(), extra_names.begin());
  bool all_have_ids = batch.texts.record_count() == batch.size();
  for (std::uint32_t k = 0; all_have_ids && k < batch.size(); ++k) {
    all_have_ids = !batch.texts.text(k, Field::id).empty();
  }
  if (same_extras && all_have_ids) return texts.append(batch.texts);

  constexpr auto kFirstExtra = static_cast<std::size_t>(Field::first_extra);
  std::vector<Field> extra_field;
  for (const std::string& extra : batch.extra_names) {
    const auto known = std::find(extra_names.begin(), extra_names.end(), extra);
    extra_field.push_back(
        static_cast<Field>(kFirstExtra + static_cast<std::size_t>(known - extra_names.begin())));
    if (known == extra_names.end()) extra_names.push_back(extra);
  }
  for (std::uint32_t k = 0; k < batch.size(); ++k) {
    texts.begin_record();
    if (batch.texts.text(k, Field::id).empty()) {
      const std::uint64_t line = k < batch.source_row.size() ? batch.source_row[k] : 0;
      texts.put(Field::id, std::to_string(line != 0 ? line : texts.record_count()));
    }
    batch.texts.each(k, [&](Field field, std::string_view text) {
      const auto number = static_cast<std::size_t>(field);
      const bool is_extra = number >= kFirstExtra && number - kFirstExtra < extra_field.size();
      texts.put(is_extra ? extra_field[number - kFirstExtra] : field, text);
    });
  }
}

void LayerBuilder::Rows::append_geometry(Row row, const GeometriesOf& from) {
  VIDIK_EXPECT(is_whole(from.points, from.parts));
  arrived.geometries.push_back(
      {row, static_cast<std::uint32_t>(from.parts.size()), static_cast<std::uint32_t>(from.points.size()), 0,
       arrived.geometry_parts.size(), arrived.geometry_points.size(), box_of(from.points)});
  arrived.geometry_parts.insert(arrived.geometry_parts.end(), from.parts.begin(), from.parts.end());
  arrived.geometry_points.insert(arrived.geometry_points.end(), from.points.begin(), from.points.end());
}

void LayerBuilder::Rows::append(const EventBatch& batch, Problems& problems) {
  const std::size_t size = batch.size();
  const auto fits = [size](const auto& column) { return column.empty() || column.size() == size; };
  VIDIK_EXPECT(batch.lon.size() == size && batch.lat.size() == size && fits(batch.category) &&
               fits(batch.status) && fits(batch.unverified) && fits(batch.source_row));
  if (static_cast<std::uint64_t>(texts.record_count()) + size > limits::kRowsOfLayer) {
    for (std::size_t k = 0; k < size; ++k) {
      problems.add(batch.source_row.empty() ? 0 : batch.source_row[k],
                   "the layer is full (4,294,967,294 rows)");
    }
    return;
  }
  const std::uint32_t first_record = texts.record_count();
  append_texts(batch);
  std::vector<CategoryId> category_of;
  for (const std::string& id : batch.category_ids) category_of.push_back(categories.intern(id));
  auto& rows = arrived.rows;
  if (rows.capacity() < rows.size() + size) rows.reserve(std::max(rows.size() + size, 2 * rows.capacity()));

  std::size_t magnitude_at = 0;
  std::size_t place_at = 0;
  std::size_t severity_at = 0;
  GeometriesOf geometries(batch);
  for (std::uint32_t k = 0; k < size; ++k) {
    const When& w = batch.when[k];
    FixedPlace place;
    const char* refused = check_times(w);
    if (refused == nullptr) refused = check_place(batch.lon[k], batch.lat[k], place);
    const std::uint16_t category = batch.category.empty() ? 0 : batch.category[k];
    if (refused == nullptr && !batch.category.empty() && category >= category_of.size()) {
      refused = "the category is not in the table";
    }
    if (refused != nullptr) {
      problems.add(batch.source_row.empty() ? 0 : batch.source_row[k], refused);
      continue;
    }
    const auto row = static_cast<Row>(rows.size());
    Facts facts;
    facts.set_precision(w.precision);
    facts.set_status(batch.status.empty() ? Status::confirmed : batch.status[k]);
    facts.set(Facts::kUnverified, !batch.unverified.empty() && batch.unverified[k] != 0);
    facts.set(Facts::kZoneNotStated, !w.zone_stated);
    facts.set(Facts::kApproximate, w.approximate);
    facts.set(Facts::kUncertain, w.uncertain);
    facts.set(Facts::kNoPlace, !place.known);
    int severity = 2;
    if (const auto* side = next_side(batch.magnitudes, magnitude_at, k)) {
      arrived.magnitudes.push_back({row, 0, side->magnitude});
      severity = severity_of(side->magnitude, side->unit);
    }
    if (const auto* side = next_side(batch.severities, severity_at, k)) {
      severity = std::clamp(side->severity, 1, 5);
    }
    facts.set_severity(severity);
    if (const auto* side = next_side(batch.places, place_at, k);
        side && !(side->precision == PlacePrecision{})) {
      const bool sane = std::isfinite(side->precision.radius_m) && side->precision.radius_m >= 0;
      arrived.places.push_back({row, side->precision.kind, {}, sane ? side->precision.radius_m : 0});
      facts.set(Facts::kPlacePrecision, true);
    }
    if (geometries.find(k)) {
      append_geometry(row, geometries);
      facts.set(Facts::kGeometry, true);
    }
    if (w.begin_latest != w.begin_earliest || w.end_earliest != w.end_latest) {
      arrived.doubts.push_back({row, 0, w.begin_latest.us, w.end_earliest.us});
      facts.set(Facts::kDoubt, true);
    }
    const std::uint32_t record = first_record + k;
    rows.push_back({w.begin_earliest.us, w.end_latest.us, place.lon_e7, place.lat_e7, record,
                    hash_of(texts.text(record, Field::id)),
                    batch.category.empty() ? categories.intern("") : category_of[category], facts});
  }
}

bool LayerBuilder::Rows::id_exists(std::string_view id, const std::vector<std::uint64_t>& hashes) const {
  const std::uint64_t hash = hash_of(id);
  for (auto at = std::lower_bound(hashes.begin(), hashes.end(), hash << 32);
       at != hashes.end() && *at >> 32 == hash; ++at) {
    if (id_of(*at & UINT32_MAX) == id) return true;
  }
  return false;
}

// Gives a row whose id another one had first the next free number: "x#2".
void LayerBuilder::Rows::renumber(std::size_t row, Given& given, const std::vector<std::uint64_t>& hashes,
                                  Problems* notes) {
  const std::string old(id_of(row));
  int& n = given.next.try_emplace(old, 2).first->second;
  std::string id;
  do {
    id = old + "#" + std::to_string(n++);
  } while (given.ids.contains(id) || id_exists(id, hashes));
  given.ids.insert(id);
  if (notes != nullptr) notes->add(0, "the id " + old + " occurs again; this row is called " + id);
  const std::uint32_t from = arrived.rows[row].record;
  TextPool one;
  one.begin_record();
  one.put(Field::id, id);
  texts.each(from, [&](Field field, std::string_view text) {
    if (field != Field::id) one.put(field, text);
  });
  arrived.rows[row].record = texts.record_count();
  texts.append(one);
}

void LayerBuilder::Rows::number_duplicates(Problems* notes) {
  std::vector<std::uint64_t> hashes(arrived.rows.size());
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    hashes[i] = static_cast<std::uint64_t>(arrived.rows[i].id_hash) << 32 | i;
  }
  radix_sort(hashes, [](std::uint64_t h) { return h >> 32; });
  std::vector<std::size_t> again;
  for (std::size_t from = 0; from < hashes.size();) {
    std::size_t to = from + 1;
    while (to < hashes.size() && hashes[to] >> 32 == hashes[from] >> 32) ++to;
    if (to - from > 1) {
      std::set<std::string_view> seen;
      for (std::size_t i = from; i < to; ++i) {
        const std::size_t row = hashes[i] & UINT32_MAX;
        if (!seen.insert(id_of(row)).second) again.push_back(row);
      }
    }
    from = to;
  }
  std::sort(again.begin(), again.end());
  Given given;
  for (const std::size_t row : again) renumber(row, given, hashes, notes);
}

LayerBuilder::LayerBuilder(std::string name, std::string title) : rows_(std::make_unique<Rows>()) {
  rows_->name = std::move(name);
  rows_->title = std::move(title);
}
LayerBuilder::~LayerBuilder() = default;
LayerBuilder::LayerBuilder(LayerBuilder&&) noexcept = default;
LayerBuilder& LayerBuilder::operator=(LayerBuilder&&) noexcept = default;

void LayerBuilder::define(const Category& category) { rows_->categories.intern(category); }
void LayerBuilder::attribute(std::string credit) { rows_->attributions.push_back(std::move(credit)); }
void LayerBuilder::append(const EventBatch& batch, Problems& problems) { rows_->append(batch, problems); }
std::uint64_t LayerBuilder::kept() const { return rows_->arrived.rows.size(); }

LayerRef LayerBuilder::finish(Rows rows, Problems* notes) {
  rows.number_duplicates(notes);
  auto layer = std::make_shared<Layer>();
  layer->name = std::move(rows.name);
  layer->title = std::move(rows.title);
  layer->attributions = std::move(rows.attributions);
  layer->categories = std::move(rows.categories);
  layer->extra_names = std::move(rows.extra_names);
  layer->columns = sorted_columns(std::move(rows.arrived), rows.texts);
  layer->texts = std::move(rows.texts);
  layer->serial = Layer::next_serial();
  layer->count_unverified();
  return layer;
}

LayerRef LayerBuilder::build(Problems* notes) { return finish(std::exchange(*rows_, Rows()), notes); }

LayerRef LayerBuilder::build_so_far() const { return finish(Rows(*rows_), nullptr); }

}  // namespace vidik
