// From the store's batches back to the columns of vidik_plugin.h (the other way: event_check.cpp).
#include "base/text.h"
#include "guest/event_check.h"

#include <cmath>
#include <limits>

namespace vidik {
namespace {

// Text columns in the order of EventColumns::column's slots.
enum Slot : std::size_t {
  id,
  title,
  category,
  unit,
  summary,
  begin_text,
  end_text,
  zone,
  place,
  country,
  area,
  slot_count
};

// Fields that vidik_events has no column for travel as extra columns of these names.
constexpr struct {
  Field field;
  const char* name;
} kNamed[] = {{Field::subtype, "subtype"},
              {Field::magnitude_note, "magnitude_note"},
              {Field::verify_note, "verify_note"}};
constexpr std::size_t kNamedCount = std::size(kNamed);

int slot_of(Field field) {
  switch (field) {
    case Field::id:
      return id;
    case Field::title:
      return title;
    case Field::summary:
      return summary;
    case Field::begin_written:
      return begin_text;
    case Field::end_written:
      return end_text;
    case Field::zone:
      return zone;
    case Field::place:
      return place;
    case Field::country:
      return country;
    case Field::magnitude_unit:
      return unit;
    case Field::area:
      return area;
    default:
      return -1;
  }
}

}  // namespace

vidik_text* EventColumns::column(std::size_t slot, std::size_t n) {
  while (texts_.size() <= slot) texts_.emplace_back(n, vidik_text{});
  return texts_[slot].data();
}

EventColumns::EventColumns(const EventBatch& batch) {
  const std::size_t n = batch.size();
  vidik_events& e = events_;
  e.size = sizeof e;
  e.n = n;
  column(slot_count + kNamedCount + batch.extra_names.size() - 1, n);
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  place_kind_.assign(n, VIDIK_PLACE_EXACT);
  radius_.assign(n, 0);
  severity_.assign(n, 0);
  magnitude_.assign(n, vidik_magnitude{kNone, kNone, kNone});
  for (std::size_t i = 0; i < n; ++i) {
    const When& w = batch.when[i];
    begin_.push_back({w.begin_earliest.us, w.begin_latest.us});
    end_.push_back({w.end_earliest.us, w.end_latest.us});
    precision_.push_back(static_cast<std::uint8_t>(w.precision));
    status_.push_back(static_cast<std::uint8_t>(batch.status[i]));
    std::uint32_t flags = batch.unverified[i] != 0 ? std::uint32_t{VIDIK_EVENT_UNVERIFIED} : 0U;
    if (w.approximate) flags |= VIDIK_EVENT_BEGIN_APPROXIMATE;
    if (w.uncertain) flags |= VIDIK_EVENT_BEGIN_UNCERTAIN;
    if (!w.zone_stated) flags |= VIDIK_EVENT_ZONE_NOT_STATED;
    flags_.push_back(flags);
    const std::uint16_t c = batch.category[i];
    if (c < batch.category_ids.size()) texts_[category][i] = text_of(batch.category_ids[c]);
  }
  for (const auto& [row, precision] : batch.places) {
    place_kind_[row] = static_cast<std::uint8_t>(precision.kind);
    radius_[row] = precision.radius_m;
  }
  for (const auto& side : batch.magnitudes) {
    magnitude_[side.row] = {side.magnitude.low, side.magnitude.best, side.magnitude.high};
    texts_[unit][side.row] = text_of(side.unit);
  }
  for (const auto& [row, severity] : batch.severities) severity_[row] = static_cast<std::uint8_t>(severity);
  for (std::uint32_t i = 0; i < n; ++i) take_record(batch, i);

  e.id = texts_[id].data();
  e.title = texts_[title].data();
  e.category = texts_[category].data();
  e.begin = begin_.data();
  e.end = end_.data();
  e.begin_precision = precision_.data();
  e.lon = batch.lon.data();
  e.lat = batch.lat.data();
  e.place_kind = place_kind_.data();
  e.radius_m = radius_.data();
  e.area = texts_[area].data();
  e.magnitude = magnitude_.data();
  e.unit = texts_[unit].data();
  e.severity = severity_.data();
  e.status = status_.data();
  e.flags = flags_.data();
  e.summary = texts_[summary].data();
  e.begin_text = texts_[begin_text].data();
  e.end_text = texts_[end_text].data();
  e.zone = texts_[zone].data();
  e.place = texts_[place].data();
  e.country = texts_[country].data();
  e.actor_ends = actor_ends_.data();
  e.actors = actors_.data();
  e.claim_ends = claim_ends_.data();
  e.claims = claims_.data();
  e.source_ends = source_ends_.data();
  e.sources = sources_.data();
  e.source_row = batch.source_row.data();
  for (const auto& named : kNamed) names_.push_back(text_of(named.name));
  extra_names_ = batch.extra_names;
  for (const std::string& name : extra_names_) names_.push_back(text_of(name));
  for (std::size_t c = 0; c < names_.size(); ++c) extra_.push_back(texts_[slot_count + c].data());
  e.extra_n = names_.size();
  e.extra_names = names_.data();
  e.extra = extra_.data();
}

void EventColumns::take_record(const EventBatch& batch, std::uint32_t row) {
  batch.texts.each(row, [&](Field field, std::string_view text) {
    const vidik_text value = text_of(text);
    const bool in_source = sources_.size() > (source_ends_.empty() ? 0 : source_ends_.back());
    if (const int slot = slot_of(field); slot >= 0) {
      texts_[static_cast<std::size_t>(slot)][row] = value;
    } else if (field == Field::says || field == Field::denies) {
      const std::uint32_t kind = field == Field::denies ? VIDIK_CLAIM_DENIES : VIDIK_CLAIM_SAYS;
      claims_.push_back({kind, 0, value, {}});
    } else if (field == Field::actors) {
      for (const std::string_view actor : split(text, ';')) {
        if (!trimmed(actor).empty()) actors_.push_back(text_of(trimmed(actor)));
      }
    } else if (field == Field::source_name) {
      sources_.push_back({value, {}, {}, {}});
    } else if (in_source && field == Field::source_url) {
      sources_.back().url = value;
    } else if (in_source && field == Field::source_archive) {
      sources_.back().archive_url = value;
    } else if (in_source && field == Field::source_date) {
      sources_.back().date = value;
    } else if (field >= Field::first_extra) {
      const std::size_t k = static_cast<std::size_t>(field) - static_cast<std::size_t>(Field::first_extra);
      if (k < batch.extra_names.size()) texts_[slot_count + kNamedCount + k][row] = value;
    } else {
      for (std::size_t k = 0; k < kNamedCount; ++k) {
        if (kNamed[k].field == field) texts_[slot_count + k][row] = value;
      }
    }
  });
  actor_ends_.push_back(actors_.size());
  claim_ends_.push_back(claims_.size());
  source_ends_.push_back(sources_.size());
}

}  // namespace vidik
