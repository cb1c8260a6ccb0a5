#include "store/layer_columns.h"

#include "store/radix_sort.h"

#include <algorithm>

namespace vidik {

namespace {

struct Keyed {
  std::uint64_t key;
  std::uint32_t arrived;
};

// Times as unsigned keys with as few bits as they need: an open begin is 0, the earliest dated one 1, an open end the
// largest.
class Keys {
 public:
  Keys(std::int64_t smallest, std::int64_t largest)
      : smallest_(smallest),
        open_(static_cast<std::uint64_t>(largest) - static_cast<std::uint64_t>(smallest) + 2) {}
  std::uint64_t of(std::int64_t us) const {
    if (us == kOpenBegin.us) return 0;
    if (us == kOpenEnd.us) return open_;
    return static_cast<std::uint64_t>(us) - static_cast<std::uint64_t>(smallest_) + 1;
  }
  std::int64_t back(std::uint64_t key) const {
    if (key == 0) return kOpenBegin.us;
    if (key == open_) return kOpenEnd.us;
    return static_cast<std::int64_t>(key - 1 + static_cast<std::uint64_t>(smallest_));
  }

 private:
  std::int64_t smallest_;
  std::uint64_t open_;
};

template <typename TimeOf>
Keys keys_of(const std::vector<ArrivedRow>& rows, TimeOf time_of) {
  std::int64_t smallest = 0;
  std::int64_t largest = 0;
  bool any = false;
  for (const ArrivedRow& row : rows) {
    const std::int64_t us = time_of(row);
    if (us == kOpenBegin.us || us == kOpenEnd.us) continue;
    smallest = any ? std::min(smallest, us) : us;
    largest = any ? std::max(largest, us) : us;
    any = true;
  }
  return Keys(smallest, largest);
}

// An instant is one microsecond long here, so that one rule counts instants and spans.
std::int64_t counted_end(const ArrivedRow& row) {
  return row.end > row.begin ? row.end : plus({row.begin}, 1).us;
}

std::vector<Keyed> order_of(const std::vector<ArrivedRow>& rows, const TextPool& texts) {
  const auto begin_of = [](const ArrivedRow& row) { return row.begin; };
  const Keys keys = keys_of(rows, begin_of);
  std::vector<Keyed> order(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    order[i] = {keys.of(rows[i].begin), static_cast<std::uint32_t>(i)};
  }
  radix_sort(order, [](const Keyed& k) { return k.key; });
  const auto by_id = [&](const Keyed& a, const Keyed& b) {
    const int c =
        texts.text(rows[a.arrived].record, Field::id).compare(texts.text(rows[b.arrived].record, Field::id));
    return c != 0 ? c < 0 : a.arrived < b.arrived;
  };
  for (auto from = order.begin(); from != order.end();) {
    auto to = from + 1;
    while (to != order.end() && to->key == from->key) ++to;
    if (to - from > 1) std::sort(from, to, by_id);
    from = to;
  }
  return order;
}

Column<std::int64_t> sorted_ends(const std::vector<ArrivedRow>& rows) {
  const Keys keys = keys_of(rows, counted_end);
  std::vector<std::uint64_t> sorted(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) sorted[i] = keys.of(counted_end(rows[i]));
  radix_sort(sorted, [](std::uint64_t key) { return key; });
  std::vector<std::int64_t> out(sorted.size());
  for (std::size_t i = 0; i < sorted.size(); ++i) out[i] = keys.back(sorted[i]);
  return Column<std::int64_t>(std::move(out));
}

template <typename Side>
Column<Side> moved_side(std::vector<Side> side, const std::vector<Row>& row_of) {
  for (Side& s : side) s.row = row_of[s.row];
  std::sort(side.begin(), side.end(), [](const Side& a, const Side& b) { return a.row < b.row; });
  side.shrink_to_fit();
  return Column<Side>(std::move(side));
}

}  // namespace

LayerColumns sorted_columns(ArrivedRows arrived, const TextPool& texts) {
  LayerColumns out;
  const std::vector<ArrivedRow>& rows = arrived.rows;
  out.ends_sorted = sorted_ends(rows);
  const std::vector<Keyed> order = order_of(rows, texts);
  // Reading the rows in sorted order misses the cache once a row: once for all columns together.
  std::vector<ArrivedRow> sorted(rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) sorted[i] = rows[order[i].arrived];
  const auto column = [&]<typename T>(T ArrivedRow::*member) {
    std::vector<T> values(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); ++i) values[i] = sorted[i].*member;
    return Column<T>(std::move(values));
  };
  out.begin = column(&ArrivedRow::begin);
  out.end = column(&ArrivedRow::end);
  out.lon_e7 = column(&ArrivedRow::lon_e7);
  out.lat_e7 = column(&ArrivedRow::lat_e7);
  out.category = column(&ArrivedRow::category);
  out.facts = column(&ArrivedRow::facts);
  out.record = column(&ArrivedRow::record);
  if (!arrived.doubts.empty() || !arrived.magnitudes.empty() || !arrived.places.empty() ||
      !arrived.geometries.empty()) {
    std::vector<Row> row_of(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) row_of[order[i].arrived] = static_cast<Row>(i);
    out.doubts = moved_side(std::move(arrived.doubts), row_of);
    out.magnitudes = moved_side(std::move(arrived.magnitudes), row_of);
    out.places = moved_side(std::move(arrived.places), row_of);
    out.geometries = moved_side(std::move(arrived.geometries), row_of);
    arrived.geometry_parts.shrink_to_fit();
    arrived.geometry_points.shrink_to_fit();
    out.geometry_parts = Column<GeometryPart>(std::move(arrived.geometry_parts));
    out.geometry_points = Column<PlaceE7>(std::move(arrived.geometry_points));
  }
  return out;
}

}  // namespace vidik
