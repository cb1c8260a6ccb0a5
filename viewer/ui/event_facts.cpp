#include "ui/event_facts.h"

#include "base/number.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

std::string metres_words(float metres) {
  if (metres < 1000) return "± " + fixed(static_cast<double>(metres), 0) + " m";
  const double km = static_cast<double>(metres) / 1000;
  return "± " + fixed(km, std::abs(km - std::round(km)) < 0.05 ? 0 : 1) + " km";
}

std::string amount(double value) {
  if (std::abs(value - std::round(value)) > 0.001 && std::abs(value) < 1000) return fixed(value, 1);
  return thousands(static_cast<long long>(std::llround(value)));
}

std::string tidy(std::string_view text) { return for_ui(trimmed(text)); }

void read_source(EventFacts& out, Field field, std::string_view text) {
  if (field == Field::source_name) out.sources.push_back({tidy(text), {}, {}, {}});
  if (field != Field::source_url && field != Field::source_archive && field != Field::source_date) return;
  if (out.sources.empty()) out.sources.emplace_back();
  EventFacts::Source* source = &out.sources.back();
  if (field == Field::source_url && !source->url.empty()) source = &out.sources.emplace_back();
  if (field == Field::source_url) source->url = tidy(text);
  if (field == Field::source_archive) source->archive = tidy(text);
  if (field == Field::source_date) source->date = tidy(text);
}

void read_doubt(EventFacts& out, const Layer& layer, Row row) {
  const Facts facts = layer.columns.facts[row];
  out.has_place = !facts.has(Facts::kNoPlace);
  if (!out.has_place) return;
  const PlacePrecision p = layer.place_precision(row);
  if (p.kind == PlaceKind::radius) out.place_doubt = metres_words(p.radius_m);
  if (p.kind == PlaceKind::municipality) out.place_doubt = "somewhere in the municipality";
  if (p.kind == PlaceKind::country) out.place_doubt = "somewhere in the country";
}

}  // namespace

std::string_view status_words(Status status) {
  switch (status) {
    case Status::confirmed:
      return "Confirmed";
    case Status::reported:
      return "Reported";
    case Status::alleged:
      return "Alleged";
    case Status::disputed:
      return "Disputed";
  }
  return "";
}

std::string_view attribution_words(Attribution a) {
  return a == Attribution::disputed ? "Disputed" : a == Attribution::alleged ? "Alleged" : "None stated";
}

std::string magnitude_words(const Magnitude& m, std::string_view unit) {
  const bool low = std::isfinite(m.low), high = std::isfinite(m.high), best = std::isfinite(m.best);
  std::string out;
  if (low && high && m.low != m.high) {
    out = amount(m.low) + " to " + amount(m.high);
  } else if (low && high) {
    out = amount(m.low);
  } else if (low) {
    out = "at least " + amount(m.low);
  } else if (high) {
    out = "at most " + amount(m.high);
  } else if (best) {
    out = "about " + amount(m.best);
  } else {
    return {};
  }
  if (best && low && high && m.low != m.high) out += ", best guess " + amount(m.best);
  const std::string words = unit_words(unit);
  if (!words.empty()) out += (words[0] == '%' ? "\u2009" : " ") + words;
  return out;
}

EventFacts event_facts(const Snapshot& snapshot, EventRef event, const TimeZone& zone) {
  const Layer& layer = *snapshot.layers[event.layer];
  EventFacts out;
  const Facts facts = layer.columns.facts[event.row];
  out.status = facts.status();
  out.unverified = facts.has(Facts::kUnverified);
  out.zone_not_stated = facts.has(Facts::kZoneNotStated);
  out.category = snapshot.category(event);
  out.when = event_when(snapshot, event, zone);
  read_doubt(out, layer, event.row);

  std::string country, unit, note, verify;
  bool any_says = false, any_denies = false;
  layer.texts.each(layer.columns.record[event.row], [&](Field field, std::string_view text) {
    switch (field) {
      case Field::title:
        out.title = tidy(text);
        break;
      case Field::summary:
        out.summary = tidy(text);
        break;
      case Field::place:
        out.place = tidy(text);
        break;
      case Field::country:
        country = tidy(text);
        break;
      case Field::actors:
        out.actors = tidy(text);
        break;
      case Field::magnitude_unit:
        unit = tidy(text);
        break;
      case Field::magnitude_note:
        note = tidy(text);
        break;
      case Field::verify_note:
        verify = tidy(text);
        break;
      case Field::subtype:
        out.extra.emplace_back("subtype", tidy(text));
        break;
      case Field::says:
      case Field::denies:
        (field == Field::says ? any_says : any_denies) = true;
        for (EventFacts::Claim& claim : claims_of(tidy(text), field == Field::denies)) {
          out.claims.push_back(std::move(claim));
        }
        break;
      case Field::source_name:
      case Field::source_url:
      case Field::source_archive:
      case Field::source_date:
        read_source(out, field, text);
        break;
      default:
        break;
    }
    const auto extra = static_cast<std::size_t>(field) - static_cast<std::size_t>(Field::first_extra);
    if (field >= Field::first_extra && extra < layer.extra_names.size()) {
      out.extra.emplace_back(for_ui(layer.extra_names[extra]), tidy(text));
    }
  });
  if (out.title.empty()) out.title = event_title(snapshot, event);
  if (!country.empty() && out.place.find(country) == std::string::npos) {
    out.place += (out.place.empty() ? "" : ", ") + country;
  }
  if (const Magnitude* m = layer.magnitude(event.row)) out.magnitude = magnitude_words(*m, unit);
  if (!note.empty()) out.extra.emplace_back("how counted", note);
  if (!verify.empty()) out.extra.emplace_back("note", verify);
  out.attribution = any_says && any_denies ? Attribution::disputed
                    : any_says             ? Attribution::alleged
                                           : Attribution::none;
  return out;
}

std::string citation(const EventFacts& facts) {
  std::string out = facts.title + ". " + facts.when;
  if (!facts.place.empty()) out += ", " + facts.place;
  out += ". Event: " + lower_ascii(status_words(facts.status)) + ".";
  for (const EventFacts::Source& s : facts.sources) {
    out += " " + s.name;
    if (!s.date.empty()) out += ", " + s.date;
    if (!s.url.empty()) out += (s.name.empty() ? "" : ": ") + s.url;
    if (!s.archive.empty()) out += " (archived: " + s.archive + ")";
    out += ".";
  }
  return out;
}

}  // namespace vidik
