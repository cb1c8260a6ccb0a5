#include "ingest/batch_wire.h"

#include <algorithm>
#include <utility>

namespace vidik {
namespace {

// One byte a row: what `When` knows besides its four times.
constexpr std::uint8_t kApproximate = 8, kUncertain = 16, kZoneStated = 32;

std::uint8_t packed(const When& when) {
  return static_cast<std::uint8_t>(
      static_cast<unsigned>(when.precision) | (when.approximate ? kApproximate : 0u) |
      (when.uncertain ? kUncertain : 0u) | (when.zone_stated ? kZoneStated : 0u));
}

// A column that mostly repeats another one travels empty.
void encode_times(const EventBatch& batch, WireOut& out) {
  const std::size_t n = batch.size();
  std::vector<std::int64_t> column(n);
  const auto send = [&](Time When::*field, Time When::*same) {
    const bool differs =
        same == nullptr || std::any_of(batch.when.begin(), batch.when.end(),
                                       [&](const When& when) { return when.*field != when.*same; });
    out.number<std::uint8_t>(differs ? 1 : 0);
    if (!differs) return;
    for (std::size_t i = 0; i < n; ++i) column[i] = (batch.when[i].*field).us;
    out.column(column);
  };
  std::vector<std::uint8_t> facts(n);
  for (std::size_t i = 0; i < n; ++i) facts[i] = packed(batch.when[i]);
  out.column(facts);
  send(&When::begin_earliest, nullptr);
  send(&When::begin_latest, &When::begin_earliest);
  send(&When::end_latest, nullptr);
  send(&When::end_earliest, &When::end_latest);
}

bool decode_times(WireIn& in, EventBatch& batch) {
  const auto facts = in.column<std::uint8_t>();
  const std::size_t n = facts.size();
  batch.when.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    When& when = batch.when[i];
    if ((facts[i] & 7) >= kPrecisionCount || facts[i] >= 64) return false;
    when.precision = static_cast<Precision>(facts[i] & 7);
    when.approximate = (facts[i] & kApproximate) != 0;
    when.uncertain = (facts[i] & kUncertain) != 0;
    when.zone_stated = (facts[i] & kZoneStated) != 0;
  }
  const auto receive = [&](Time When::*field, Time When::*same) {
    if (!in.flag()) {
      for (When& when : batch.when) when.*field = when.*same;
      return same != field || n == 0;
    }
    const auto column = in.column<std::int64_t>();
    if (column.size() != n) return false;
    for (std::size_t i = 0; i < n; ++i) (batch.when[i].*field).us = column[i];
    return true;
  };
  return receive(&When::begin_earliest, &When::begin_earliest) &&
         receive(&When::begin_latest, &When::begin_earliest) &&
         receive(&When::end_latest, &When::end_latest) && receive(&When::end_earliest, &When::end_latest);
}

template <typename T>
bool copy_column(WireIn& in, std::size_t n, std::vector<T>& out) {
  const auto column = in.column<T>();
  if (column.size() != n) return false;
  out.assign(column.begin(), column.end());
  return true;
}

// Side columns name rows in ascending order.
class RowOrder {
 public:
  explicit RowOrder(std::size_t rows) : rows_(rows) {}
  bool take(std::uint32_t row) {
    const bool good = row < rows_ && (first_ || row > last_);
    first_ = false;
    last_ = row;
    return good;
  }

 private:
  std::size_t rows_;
  bool first_ = true;
  std::uint32_t last_ = 0;
};

void encode_sides(const EventBatch& batch, WireOut& out) {
  out.number<std::uint64_t>(batch.magnitudes.size());
  for (const EventBatch::Side& side : batch.magnitudes) {
    out.number(side.row);
    out.number(side.magnitude.low);
    out.number(side.magnitude.best);
    out.number(side.magnitude.high);
    out.text(side.unit);
  }
  out.number<std::uint64_t>(batch.places.size());
  for (const EventBatch::Place& place : batch.places) {
    out.number(place.row);
    out.number(static_cast<std::uint8_t>(place.precision.kind));
    out.number(place.precision.radius_m);
  }
  out.number<std::uint64_t>(batch.severities.size());
  for (const EventBatch::Severity& severity : batch.severities) {
    out.number(severity.row);
    out.number<std::uint8_t>(static_cast<std::uint8_t>(severity.severity));
  }
}

void encode_geometries(const EventBatch& batch, WireOut& out) {
  std::vector<std::uint32_t> rows, ends;
  std::vector<std::uint8_t> kinds;
  for (const EventBatch::Geometry& g : batch.geometries) {
    rows.insert(rows.end(), {g.row, g.parts, g.points});
  }
  for (const GeometryPart& part : batch.geometry_parts) {
    ends.push_back(part.end);
    kinds.push_back(static_cast<std::uint8_t>(part.kind));
  }
  out.column(rows);
  out.column(ends);
  out.column(kinds);
  const auto& points = batch.geometry_points;
  out.column(std::span(reinterpret_cast<const std::int32_t*>(points.data()), 2 * points.size()));
}

bool decode_geometries(WireIn& in, EventBatch& batch) {
  const auto rows = in.column<std::uint32_t>(), ends = in.column<std::uint32_t>();
  const auto kinds = in.column<std::uint8_t>();
  const auto numbers = in.column<std::int32_t>();
  if (!in.ok() || rows.size() % 3 != 0 || kinds.size() != ends.size() || numbers.size() % 2 != 0)
    return false;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (kinds[i] >= kGeometryKinds) return false;
    batch.geometry_parts.push_back({ends[i], static_cast<GeometryKind>(kinds[i]), {}});
  }
  batch.geometry_points.resize(numbers.size() / 2);
  for (std::size_t i = 0; i < batch.geometry_points.size(); ++i)
    batch.geometry_points[i] = {numbers[2 * i], numbers[2 * i + 1]};
  RowOrder order(batch.size());
  std::size_t parts = 0, points = 0;
  for (std::size_t i = 0; i < rows.size(); i += 3) {
    const EventBatch::Geometry g{rows[i], rows[i + 1], rows[i + 2]};
    if (!order.take(g.row) || g.parts > ends.size() - parts ||
        g.points > batch.geometry_points.size() - points ||
        !is_whole(std::span(batch.geometry_points).subspan(points, g.points),
                  std::span(batch.geometry_parts).subspan(parts, g.parts)))
      return false;
    parts += g.parts;
    points += g.points;
    batch.geometries.push_back(g);
  }
  return parts == ends.size() && points == batch.geometry_points.size();
}

bool decode_sides(WireIn& in, EventBatch& batch) {
  const std::size_t n = batch.size();
  RowOrder magnitudes(n), places(n), severities(n);
  for (std::uint64_t i = in.counted(36); i > 0 && in.ok(); --i) {
    const auto row = in.number<std::uint32_t>();
    const auto low = in.number<double>(), best = in.number<double>(), high = in.number<double>();
    if (!magnitudes.take(row)) return false;
    batch.magnitudes.push_back({row, {low, best, high}, std::string(in.text())});
  }
  for (std::uint64_t i = in.counted(9); i > 0 && in.ok(); --i) {
    const auto row = in.number<std::uint32_t>();
    const auto kind = in.number<std::uint8_t>();
    const auto radius = in.number<float>();
    if (!places.take(row) || kind > static_cast<std::uint8_t>(PlaceKind::country)) return false;
    batch.places.push_back({row, {static_cast<PlaceKind>(kind), radius}});
  }
  for (std::uint64_t i = in.counted(5); i > 0 && in.ok(); --i) {
    const auto row = in.number<std::uint32_t>();
    const int severity = in.number<std::uint8_t>();
    if (!severities.take(row) || severity < 1 || severity > 5) return false;
    batch.severities.push_back({row, severity});
  }
  return in.ok();
}

}  // namespace

void encode(const EventBatch& batch, WireOut& out) {
  encode_times(batch, out);
  out.column(batch.lon);
  out.column(batch.lat);
  out.column(batch.category);
  std::vector<std::uint8_t> facts(batch.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    facts[i] =
        static_cast<std::uint8_t>(static_cast<unsigned>(batch.status[i]) | (batch.unverified[i] ? 4u : 0u));
  }
  out.column(facts);
  out.column(batch.source_row);
  out.column(batch.texts.offsets());
  out.column(batch.texts.bytes());
  encode_sides(batch, out);
  encode_geometries(batch, out);
  out.texts(batch.category_ids);
  out.texts(batch.extra_names);
}

bool decode(const Payload& payload, EventBatch& batch) {
  WireIn in(payload.span());
  batch = {};
  if (!decode_times(in, batch)) return false;
  const std::size_t n = batch.size();
  if (!copy_column(in, n, batch.lon) || !copy_column(in, n, batch.lat) || !copy_column(in, n, batch.category))
    return false;
  const auto facts = in.column<std::uint8_t>();
  if (facts.size() != n) return false;
  batch.status.resize(n);
  batch.unverified.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    if (facts[i] > 7) return false;
    batch.status[i] = static_cast<Status>(facts[i] & 3);
    batch.unverified[i] = facts[i] >> 2 & 1;
  }
  if (!copy_column(in, n, batch.source_row)) return false;
  const auto offsets = in.column<std::uint64_t>();
  const auto bytes = in.column<char>();
  if (!in.ok() || offsets.size() != n + 1) return false;
  if (!TextPool::adopt(offsets, bytes, payload.bytes, batch.texts)) return false;
  if (!decode_sides(in, batch) || !decode_geometries(in, batch)) return false;
  batch.category_ids = in.texts();
  batch.extra_names = in.texts();
  if (!in.at_end()) return false;
  return std::all_of(batch.category.begin(), batch.category.end(),
                     [&](std::uint16_t category) { return category < batch.category_ids.size(); });
}

void encode(const TextTable& piece, WireOut& out) {
  out.texts(piece.columns);
  out.column(piece.source_row);
  out.column(piece.ends);
  out.text(piece.text);
}

bool append_decoded(WireIn& in, TextTable& table) {
  std::vector<std::string> columns = in.texts();
  const auto rows = in.column<std::uint64_t>();
  const auto ends = in.column<std::uint64_t>();
  const std::string_view text = in.text();
  if (!in.ok() || (!table.columns.empty() && table.columns != columns)) return false;
  if (columns.empty() ? !ends.empty()
                      : ends.size() / columns.size() != rows.size() || ends.size() % columns.size() != 0) {
    return false;
  }
  if (!std::is_sorted(ends.begin(), ends.end()) || (ends.empty() ? 0 : ends.back()) != text.size())
    return false;
  table.columns = std::move(columns);
  table.source_row.insert(table.source_row.end(), rows.begin(), rows.end());
  const std::uint64_t shift = table.text.size();
  for (const std::uint64_t end : ends) table.ends.push_back(end + shift);
  table.text += text;
  return true;
}

}  // namespace vidik
