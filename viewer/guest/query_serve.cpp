#include "guest/query_serve.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vidik {
namespace {

constexpr std::size_t kEnoughWaiting = std::size_t{4} << 20;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

}  // namespace

bool decode_query(WireIn& in, QueryWish& out) {
  out.flags = in.number<std::uint32_t>();
  for (double* v : {&out.west, &out.south, &out.east, &out.north}) {
    *v = in.number<double>();
    if (!std::isfinite(*v)) return false;
  }
  out.layer = in.text(200);
  return in.finished();
}

QueryColumns::QueryColumns(const Layer& layer, std::span<const AskEvent> rows, bool with_texts) {
  const LayerColumns& c = layer.columns;
  for (const AskEvent& asked : rows) {
    const Row row = asked.row;
    const Facts facts = c.facts[row];
    const EventTimes t = layer.times(row);
    id_.push_back(text_of(layer.text(row, Field::id)));
    category_.push_back(text_of(layer.categories.rows()[c.category[row]].id));
    begin_.push_back({t.begin_earliest.us, t.begin_latest.us});
    end_.push_back({t.end_earliest.us, t.end_latest.us});
    precision_.push_back(static_cast<std::uint8_t>(facts.precision()));
    const bool placed = !facts.has(Facts::kNoPlace);
    lon_.push_back(placed ? layer.lon(row) : kNone);
    lat_.push_back(placed ? layer.lat(row) : kNone);
    const PlacePrecision place = layer.place_precision(row);
    place_kind_.push_back(static_cast<std::uint8_t>(place.kind));
    radius_.push_back(place.radius_m);
    severity_.push_back(static_cast<std::uint8_t>(facts.severity()));
    status_.push_back(static_cast<std::uint8_t>(facts.status()));
    std::uint32_t flags = 0;
    if (facts.has(Facts::kUnverified)) flags |= VIDIK_EVENT_UNVERIFIED;
    if (facts.has(Facts::kApproximate)) flags |= VIDIK_EVENT_BEGIN_APPROXIMATE;
    if (facts.has(Facts::kUncertain)) flags |= VIDIK_EVENT_BEGIN_UNCERTAIN;
    if (facts.has(Facts::kZoneNotStated)) flags |= VIDIK_EVENT_ZONE_NOT_STATED;
    flags_.push_back(flags);
    if (!with_texts) continue;
    title_.push_back(text_of(layer.text(row, Field::title)));
    place_.push_back(text_of(layer.text(row, Field::place)));
    country_.push_back(text_of(layer.text(row, Field::country)));
    unit_.push_back(text_of(layer.text(row, Field::magnitude_unit)));
    const Magnitude* m = layer.magnitude(row);
    magnitude_.push_back(m != nullptr ? vidik_magnitude{m->low, m->best, m->high}
                                      : vidik_magnitude{kNone, kNone, kNone});
  }
  vidik_events& e = events_;
  e.size = sizeof e;
  e.n = rows.size();
  e.id = id_.data();
  e.category = category_.data();
  e.begin = begin_.data();
  e.end = end_.data();
  e.begin_precision = precision_.data();
  e.lon = lon_.data();
  e.lat = lat_.data();
  e.place_kind = place_kind_.data();
  e.radius_m = radius_.data();
  e.severity = severity_.data();
  e.status = status_.data();
  e.flags = flags_.data();
  e.title = with_texts ? title_.data() : id_.data();  // a title is no choice on the wire
  if (!with_texts) return;
  e.place = place_.data();
  e.country = country_.data();
  e.unit = unit_.data();
  e.magnitude = magnitude_.data();
}

bool QueryServe::is_wanted(const Layer& layer, Row row) const {
  const QueryWish& w = wish_;
  if (w.west == 0 && w.south == 0 && w.east == 0 && w.north == 0) return true;
  if (layer.columns.facts[row].has(Facts::kNoPlace)) return false;
  const double lon = layer.lon(row), lat = layer.lat(row);
  const bool across = w.west > w.east;
  const bool in_lon = across ? lon >= w.west || lon <= w.east : lon >= w.west && lon <= w.east;
  return in_lon && lat >= w.south && lat <= w.north;
}

std::vector<AskEvent> QueryServe::next_rows(const AskLayer& layer) {
  std::vector<AskEvent> rows;
  for (; at_ < layer.events.size() && rows.size() < kBatchRows; ++at_) {
    const AskEvent& event = layer.events[at_];
    if (!(event.strength > 0) || !is_wanted(*layer.layer, event.row)) continue;
    if (sent_ == kMaxQueried) {
      cut_ = true;
      at_ = layer.events.size();
      break;
    }
    rows.push_back(event);
    ++sent_;
  }
  return rows;
}

bool QueryServe::step(GuestProcess& to) {
  while (!over_ && to.unsent_bytes() < kEnoughWaiting) {
    if (layer_ == layers_.size()) {
      WireOut end(Message::query_end);
      end.number(vidik_status{cut_ ? VIDIK_NOTE : VIDIK_OK});
      to.send(end.take());
      over_ = true;
      break;
    }
    const AskLayer& layer = layers_[layer_];
    const bool other = layer.layer == nullptr || (!wish_.layer.empty() && wish_.layer != layer.layer->name);
    const std::vector<AskEvent> rows = other ? std::vector<AskEvent>() : next_rows(layer);
    if (rows.empty()) {
      ++layer_;
      at_ = 0;
      continue;
    }
    const QueryColumns columns(*layer.layer, rows, (wish_.flags & VIDIK_QUERY_TEXTS) != 0);
    WireOut out(Message::query_batch);
    out.text(layer.layer->name);
    out.number(static_cast<std::uint32_t>(rows.size()));
    for (const AskEvent& row : rows) out.number(row.strength);
    if (encode_events(columns.events(), 0, rows.size(), out) >= 0) to.send(out.take());
  }
  return !over_;
}

}  // namespace vidik
