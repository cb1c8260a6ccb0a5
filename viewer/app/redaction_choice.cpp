#include "app/redaction_choice.h"

#include "base/number.h"
#include "base/text.h"
#include "base/time_text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::string_view kForms = "grid=5km, municipality, hide=48h, as-of=TIME, drop=FIELD,FIELD or none";
constexpr double kLeastGridKm = 0.1, kMostGridKm = 500;
constexpr std::int64_t kMostHours = 24 * 366 * 10;

Error wrong(std::string_view word, std::size_t at, const std::string& why) {
  return fail(Code::bad_usage,
              "\"" + for_terminal(word) + "\" (character " + std::to_string(at + 1) + ") " + why);
}

std::optional<double> grid_km(std::string_view value) {
  double unit = 0;
  if (value.ends_with("km"))
    unit = 1, value.remove_suffix(2);
  else if (value.ends_with("m"))
    unit = 0.001, value.remove_suffix(1);
  const auto number = parse_double(value);
  if (unit == 0 || !number || !(*number * unit >= kLeastGridKm && *number * unit <= kMostGridKm))
    return std::nullopt;
  return *number * unit;
}

std::optional<std::int64_t> hide_hours(std::string_view value) {
  const std::int64_t unit = value.ends_with("h") ? 1 : value.ends_with("d") ? 24 : 0;
  const auto number = unit > 0 ? parse_int(value.substr(0, value.size() - 1)) : std::nullopt;
  if (!number || *number < 1 || *number > kMostHours / unit) return std::nullopt;
  return *number * unit;
}

Result<> take(std::string_view word, std::size_t at, bool& dropping, Redaction& out, const TimeZone& zone) {
  const std::size_t sign = word.find('=');
  const std::string_view key = word.substr(0, sign);
  const std::string_view value = sign == std::string_view::npos ? "" : trimmed(word.substr(sign + 1));
  if (key == "grid") {
    const auto km = grid_km(value);
    if (!km) return wrong(word, at, "wants a length from 100m to 500km, like grid=5km");
    out.grid_km = *km;
  } else if (word == "municipality") {
    out.municipalities = true;
  } else if (key == "hide") {
    const auto hours = hide_hours(value);
    if (!hours) return wrong(word, at, "wants whole hours or days, like hide=48h or hide=3d");
    out.hide_hours = *hours;
  } else if (key == "as-of") {
    const auto moment = parse_moment(value, zone);
    if (!moment) return wrong(word, at, "is no time: " + moment.error().message());
    out.as_of = moment->span.end;
  } else if (key == "drop" || (dropping && sign == std::string_view::npos && !word.empty())) {
    const std::string_view field = key == "drop" ? value : word;
    if (field.empty()) return wrong(word, at, "names no field");
    if (std::find(out.drop.begin(), out.drop.end(), field) == out.drop.end()) out.drop.emplace_back(field);
    dropping = true;
    return Done{};
  } else {
    return wrong(word, at, "is none of " + std::string(kForms));
  }
  dropping = false;
  return Done{};
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + for_ui(name);
  return out;
}

}  // namespace

Result<Redaction> parse_redaction(std::string_view words, const TimeZone& zone) {
  Redaction out;
  if (trimmed(words) == "none") return out;
  bool dropping = false;
  std::size_t at = 0;
  for (const std::string_view part : split(words, ',')) {
    const std::size_t lead = static_cast<std::size_t>(trimmed(part).data() - part.data());
    VIDIK_TRY([[maybe_unused]] const Done taken,
              take(trimmed(part), at + (part.empty() ? 0 : lead), dropping, out, zone));
    at += part.size() + 1;
  }
  if (out.grid_km > 0 && out.municipalities)
    return fail(Code::bad_usage, "grid= and municipality both say where places go; give one of them");
  if (out.as_of && out.hide_hours == 0)
    return fail(Code::bad_usage, "as-of= goes with hide=, which says for how long events are left out");
  return out;
}

std::string redaction_option(const Redaction& redaction, const TimeZone& zone) {
  std::string out;
  const auto add = [&](const std::string& word) { out += (out.empty() ? "" : ",") + word; };
  if (redaction.grid_km > 0) add("grid=" + shortest(redaction.grid_km) + "km");
  if (redaction.municipalities) add("municipality");
  if (redaction.hide_hours > 0) add("hide=" + std::to_string(redaction.hide_hours) + "h");
  if (redaction.hide_hours > 0 && redaction.as_of) add("as-of=" + iso_with_offset(*redaction.as_of, zone));
  for (const std::string& field : redaction.drop) add("drop=" + field);
  return out.empty() ? "none" : out;
}

std::string redaction_sentence(const Redaction& redaction, const TimeZone& zone) {
  if (!redaction.on()) return {};
  std::string out;
  const auto add = [&](const std::string& part) { out += (out.empty() ? "Redacted: " : "; ") + part; };
  if (redaction.grid_km >= 1)
    add("places to a grid of " + shortest(redaction.grid_km) + " km");
  else if (redaction.grid_km > 0)
    add("places to a grid of " + shortest(std::round(redaction.grid_km * 1e4) / 10) + " m");
  if (redaction.municipalities) add("places to their municipality, elsewhere to a grid of 25 km");
  if (redaction.hide_hours > 0)
    add("events of the last " + std::to_string(redaction.hide_hours) + " h" +
        (redaction.as_of ? " before " + date_time_words(*redaction.as_of, zone) : "") + " left out");
  if (!redaction.drop.empty()) add(listed(redaction.drop) + " withheld");
  return out + ".";
}

}  // namespace vidik
