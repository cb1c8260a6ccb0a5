#include "guest/event_check.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace vidik {
namespace {

constexpr std::int64_t kFirstTime = -62135596800 * kMicrosPerSecond;  // year 1
constexpr std::int64_t kLastTime = 253402300800 * kMicrosPerSecond;   // the end of year 9999
constexpr double kLargestMagnitude = 1e15;

bool good_time(vidik_time t) {
  return t == VIDIK_TIME_OPEN_BEGIN || t == VIDIK_TIME_OPEN_END || (t >= kFirstTime && t <= kLastTime);
}

bool good_moment(const vidik_moment& m, vidik_time open) {
  if (m.earliest == open || m.latest == open) return m.earliest == m.latest;
  return good_time(m.earliest) && good_time(m.latest) && m.earliest <= m.latest &&
         m.earliest != VIDIK_TIME_OPEN_BEGIN && m.latest != VIDIK_TIME_OPEN_END;
}

When when_of(const vidik_events& e, std::uint64_t i) {
  const vidik_moment open{VIDIK_TIME_OPEN_BEGIN, VIDIK_TIME_OPEN_BEGIN};
  const vidik_moment begin = e.begin == nullptr ? open : e.begin[i];
  vidik_moment end = begin;  // an instant, unless its begin is open: then nothing is known
  if (e.end != nullptr)
    end = e.end[i];
  else if (begin.earliest == VIDIK_TIME_OPEN_BEGIN)
    end = {VIDIK_TIME_OPEN_END, VIDIK_TIME_OPEN_END};
  When out{Time{begin.earliest}, Time{begin.latest}, Time{end.earliest}, Time{end.latest}};
  if (e.begin_precision != nullptr) out.precision = static_cast<Precision>(e.begin_precision[i]);
  const std::uint32_t f = e.flags == nullptr ? 0 : e.flags[i];
  out.approximate = (f & (VIDIK_EVENT_BEGIN_APPROXIMATE | VIDIK_EVENT_END_APPROXIMATE)) != 0;
  out.uncertain = (f & (VIDIK_EVENT_BEGIN_UNCERTAIN | VIDIK_EVENT_END_UNCERTAIN)) != 0;
  out.zone_stated = (f & VIDIK_EVENT_ZONE_NOT_STATED) == 0;
  return out;
}

const char* time_fault(const vidik_events& e, std::uint64_t i) {
  if (e.begin != nullptr && !good_moment(e.begin[i], VIDIK_TIME_OPEN_BEGIN))
    return "a begin outside years 1 to 9999";
  if (e.end != nullptr && !good_moment(e.end[i], VIDIK_TIME_OPEN_END))
    return "an end outside years 1 to 9999";
  // As store/layer_builder.cpp asks: what passes here must pass there, or ordinals and rows part.
  const When w = when_of(e, i);
  if (w.end_latest < w.begin_earliest) return "begin lies after end";
  if (w.begin_latest > w.end_latest || w.begin_earliest > w.end_earliest)
    return "its possible begins and ends contradict each other";
  const bool precise = (e.begin_precision == nullptr || e.begin_precision[i] <= VIDIK_PREC_YEAR) &&
                       (e.end_precision == nullptr || e.end_precision[i] <= VIDIK_PREC_YEAR);
  return precise ? nullptr : "an unknown precision";
}

bool good_amount(double value) { return std::isnan(value) || std::fabs(value) <= kLargestMagnitude; }

const char* place_fault(const vidik_events& e, std::uint64_t i) {
  const double lon = e.lon[i], lat = e.lat[i];
  const bool nowhere = std::isnan(lon) && std::isnan(lat);
  if (!nowhere && !(std::isfinite(lon) && std::isfinite(lat))) return "place is not finite";
  if (!nowhere && (std::fabs(lon) > 540 || std::fabs(lat) > 90)) return "place is out of range";
  if (e.place_kind != nullptr && e.place_kind[i] > VIDIK_PLACE_COUNTRY) return "an unknown kind of place";
  if (e.radius_m != nullptr && !(e.radius_m[i] >= 0 && e.radius_m[i] <= 5'000'000))
    return "radius is out of range";
  return nullptr;
}

double wrapped(double lon) { return lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon; }

class BatchMaker {
 public:
  BatchMaker(const vidik_events& events, ExtraNames& extras, EventBatch& out) : e_(events), out_(out) {
    for (std::uint64_t c = 0; c < e_.extra_n; ++c) {
      const std::string name = repaired_utf8(view_of(e_.extra_names[c]));
      if (name == "subtype")
        fields_.push_back(Field::subtype);
      else if (name == "magnitude_note")
        fields_.push_back(Field::magnitude_note);
      else if (name == "verify_note")
        fields_.push_back(Field::verify_note);
      else if (const auto number = extras.number_of(name))
        fields_.push_back(static_cast<Field>(static_cast<std::size_t>(Field::first_extra) + *number));
      else
        fields_.push_back(std::nullopt);
    }
    if (e_.extra_n > 0) out_.extra_names = extras.names();
  }

  void add(std::uint64_t i) {
    const auto row = static_cast<std::uint32_t>(out_.size());
    out_.when.push_back(when_of(e_, i));
    const double lon = e_.lon[i];
    out_.lon.push_back(std::isnan(lon) ? lon : wrapped(lon));
    out_.lat.push_back(e_.lat[i]);
    out_.category.push_back(category(i));
    out_.status.push_back(e_.status == nullptr ? Status::confirmed : static_cast<Status>(e_.status[i]));
    out_.unverified.push_back((flags(i) & VIDIK_EVENT_UNVERIFIED) != 0 ? 1 : 0);
    out_.source_row.push_back(e_.source_row == nullptr ? 0 : e_.source_row[i]);
    if (e_.magnitude != nullptr) {
      const vidik_magnitude& m = e_.magnitude[i];
      if (!std::isnan(m.low) || !std::isnan(m.best) || !std::isnan(m.high)) {
        out_.magnitudes.push_back(
            {row, {m.low, m.best, m.high}, e_.unit == nullptr ? "" : clean(e_.unit[i])});
      }
    }
    const PlacePrecision precision = place(i);
    if (precision.kind != PlaceKind::exact) out_.places.push_back({row, precision});
    if (e_.severity != nullptr && e_.severity[i] != 0) out_.severities.push_back({row, e_.severity[i]});
    texts(i);
  }

 private:
  static std::string clean(const vidik_text& text) { return repaired_utf8(view_of(text)); }
  std::uint32_t flags(std::uint64_t i) const { return e_.flags == nullptr ? 0 : e_.flags[i]; }

  PlacePrecision place(std::uint64_t i) const {
    const float radius = e_.radius_m == nullptr ? 0.0F : e_.radius_m[i];
    PlacePrecision out{radius > 0 ? PlaceKind::radius : PlaceKind::exact, radius};
    if (e_.place_kind != nullptr) out.kind = static_cast<PlaceKind>(e_.place_kind[i]);
    if (out.kind != PlaceKind::radius) out.radius_m = 0;
    return out;
  }

  std::uint16_t category(std::uint64_t i) {
    const std::string id = e_.category == nullptr ? std::string() : clean(e_.category[i]);
    const auto [at, added] =
        categories_.try_emplace(id, static_cast<std::uint16_t>(out_.category_ids.size()));
    if (added) out_.category_ids.push_back(id);
    return at->second;
  }

  void put(Field field, const vidik_text* column, std::uint64_t i) {
    if (column != nullptr && column[i].len > 0) put_one(field, column[i]);
  }
  void put_one(Field field, const vidik_text& text) {
    const std::string_view view = view_of(text);
    if (is_valid_utf8(view))
      out_.texts.put(field, view);
    else
      out_.texts.put(field, repaired_utf8(view));
  }

  void texts(std::uint64_t i) {
    out_.texts.begin_record();
    put(Field::id, e_.id, i);
    put(Field::title, e_.title, i);
    put(Field::summary, e_.summary, i);
    put(Field::begin_written, e_.begin_text, i);
    put(Field::end_written, e_.end_text, i);
    put(Field::zone, e_.zone, i);
    put(Field::place, e_.place, i);
    put(Field::country, e_.country, i);
    if (e_.magnitude != nullptr) put(Field::magnitude_unit, e_.unit, i);
    put(Field::area, e_.area, i);
    const auto range = [i](const std::uint64_t* ends) {
      return std::pair(i == 0 ? 0 : ends[i - 1], ends[i]);
    };
    if (e_.actor_ends != nullptr) {
      const auto [from, to] = range(e_.actor_ends);
      std::string joined;
      for (std::uint64_t k = from; k < to; ++k) joined += (k == from ? "" : "; ") + clean(e_.actors[k]);
      out_.texts.put(Field::actors, joined);
    }
    if (e_.claim_ends != nullptr) {
      const auto [from, to] = range(e_.claim_ends);
      for (std::uint64_t k = from; k < to; ++k) {
        claim(e_.claims[k]);
      }
    }
    if (e_.source_ends != nullptr) {
      const auto [from, to] = range(e_.source_ends);
      for (std::uint64_t k = from; k < to; ++k) source(e_.sources[k]);
    }
    for (std::uint64_t c = 0; c < e_.extra_n; ++c) {
      if (fields_[c]) put(*fields_[c], e_.extra[c], i);
    }
  }

  // The card reads "actor: words" and takes ";" between claims, so neither may come out of a source's name.
  void claim(const vidik_claim& c) {
    const Field field = c.kind == VIDIK_CLAIM_DENIES ? Field::denies : Field::says;
    if (c.source.len == 0) return put_one(field, c.who);
    std::string source = clean(c.source);
    std::replace(source.begin(), source.end(), ';', ',');
    for (std::size_t at = 0; (at = source.find(": ", at)) != std::string::npos;) source[at] = ',';
    out_.texts.put(field, clean(c.who) + " (" + source + ")");
  }

  // A source begins with its name (store/text_pool.h), so one that has none is called by its address.
  void source(const vidik_source& s) {
    if (s.name.len == 0 && s.url.len == 0) return;
    put_one(Field::source_name, s.name.len > 0 ? s.name : s.url);
    put_one(Field::source_url, s.url);
    put_one(Field::source_archive, s.archive_url);
    put_one(Field::source_date, s.date);
  }

  const vidik_events& e_;
  EventBatch& out_;
  std::vector<std::optional<Field>> fields_;  // none: there was no room for the column
  std::unordered_map<std::string, std::uint16_t> categories_;
};

}  // namespace

const char* event_fault(const vidik_events& e, std::uint64_t i) {
  if (e.id[i].len == 0 || e.id[i].len > 200) return "an id of 0 or more than 200 bytes";
  if (const char* fault = place_fault(e, i)) return fault;
  if (const char* fault = time_fault(e, i)) return fault;
  if (e.severity != nullptr && e.severity[i] > 5) return "a severity above 5";
  if (e.status != nullptr && e.status[i] > VIDIK_STATUS_DISPUTED) return "an unknown status";
  if (e.magnitude != nullptr) {
    const vidik_magnitude& m = e.magnitude[i];
    if (!good_amount(m.low) || !good_amount(m.best) || !good_amount(m.high))
      return "a magnitude that is not finite";
  }
  return nullptr;
}

std::optional<std::size_t> ExtraNames::number_of(const std::string& name) {
  if (const auto known = numbers_.find(name); known != numbers_.end()) return known->second;
  if (names_.size() >= kMost || bytes_ + name.size() > kMostBytes) {
    if (first_left_out_.empty()) first_left_out_ = name.empty() ? "(no name)" : name;
    return std::nullopt;
  }
  bytes_ += name.size();
  names_.push_back(name);
  return numbers_.emplace(name, names_.size() - 1).first->second;
}

EventBatch batch_of(const vidik_events& events, std::uint64_t first, std::vector<std::uint64_t>& kept,
                    ExtraNames& extras, Problems& problems) {
  EventBatch out;
  BatchMaker maker(events, extras, out);
  for (std::uint64_t i = 0; i < events.n; ++i) {
    if (const char* fault = event_fault(events, i)) {
      const std::uint64_t row = events.source_row == nullptr ? 0 : events.source_row[i];
      problems.add(row,
                   "event \"" + for_terminal(view_of(events.id[i]).substr(0, 60)) + "\" refused: " + fault);
      continue;
    }
    maker.add(i);
    kept.push_back(first + i);
  }
  return out;
}

}  // namespace vidik
