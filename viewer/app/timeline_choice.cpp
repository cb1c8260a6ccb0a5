#include "app/timeline_choice.h"

#include "app/json_text.h"
#include "base/text.h"
#include "base/time_text.h"

#include <nlohmann/json.hpp>

namespace vidik {

namespace {

using nlohmann::json;

constexpr std::string_view kLaneWords = "overlay, category, status, country, actor";
constexpr std::string_view kBarWords = "starts, active";
constexpr std::string_view kScaleWords = "linear, root, log";
constexpr std::size_t kMostRanges = 200, kLongestName = 200;

// True when it was one of them.
bool take_choice(std::string_view key, std::string_view value, TimelineStyle& style) {
  if (key == "lanes") {
    const auto by = choice_named(value, LaneBy::actor);
    if (by) style.lanes = *by;
    return by.has_value();
  }
  if (key == "bars") {
    const auto bars = choice_named(value, BarsOf::active);
    if (bars) style.bars = *bars;
    return bars.has_value();
  }
  const auto scale = choice_named(value, BarScale::log);
  if (scale) style.scale = *scale;
  return scale.has_value();
}

std::string_view words_for(std::string_view key) {
  return key == "lanes" ? kLaneWords : key == "bars" ? kBarWords : kScaleWords;
}

}  // namespace

Result<> apply_timeline_words(std::string_view words, TimelineStyle& style) {
  for (const std::string_view part : split(words, ',')) {
    const std::string_view word = trimmed(part);
    const std::size_t sign = word.find('=');
    const std::string_view key = word.substr(0, sign);
    const std::string_view value =
        sign == std::string_view::npos ? std::string_view() : word.substr(sign + 1);
    if (key == "lanes" || key == "bars" || key == "scale") {
      if (!take_choice(key, value, style))
        return fail(Code::bad_usage, "--timeline: " + std::string(key) + " is one of " +
                                         std::string(words_for(key)) + ", not \"" + for_terminal(value) +
                                         "\"");
    } else if (word == "usual") {
      TimelineStyle usual;
      usual.ranges = style.ranges;
      style = usual;
    } else if (word == "share") {
      style.share = true;
    } else if (word == "year-before") {
      style.year_before = true;
    } else if (word == "in-map") {
      style.in_map = true;
    } else if (word == "fold-gaps") {
      style.fold_gaps = true;
    } else if (word == "no-ranges") {
      style.ranges_shown = false;
    } else {
      return fail(Code::bad_usage,
                  "--timeline takes usual, lanes=, bars=, scale=, share, year-before, in-map, fold-gaps, "
                  "no-ranges, not \"" +
                      for_terminal(word) + "\"");
    }
  }
  return Done{};
}

std::vector<NamedRange> ranges_of(const json& list, const TimeZone& zone, std::vector<std::string>& notes) {
  std::vector<NamedRange> out;
  if (!list.is_array()) {
    notes.emplace_back("\"ranges\" is no list");
    return out;
  }
  for (const json& item : list) {
    const std::string name = item.is_object() ? text_of(item, "name") : std::string();
    const std::string at = item.is_object() ? text_of(item, "at") : std::string();
    const std::string from = at.empty() && item.is_object() ? text_of(item, "from") : at;
    const std::string to = at.empty() && item.is_object() ? text_of(item, "to") : at;
    const auto first = parse_moment(from, zone);
    const auto last = parse_moment(to, zone);
    if (name.empty() || name.size() > kLongestName || !first || !last ||
        (at.empty() && last->span.end <= first->span.begin) || out.size() >= kMostRanges) {
      notes.push_back("the range \"" + for_terminal(name) +
                      "\" is left out: it needs a \"name\", and \"from\" before \"to\" or \"at\"");
      continue;
    }
    const Span span =
        at.empty() ? Span{first->span.begin, last->span.end} : Span{first->span.begin, first->span.begin};
    out.push_back({name, span});
  }
  return out;
}

json ranges_json(const std::vector<NamedRange>& ranges, const TimeZone& zone) {
  json out = json::array();
  for (const NamedRange& one : ranges) {
    json item{{"name", one.name}};
    if (one.span.begin == one.span.end)
      item["at"] = iso_with_offset(one.span.begin, zone);
    else
      item["from"] = iso_with_offset(one.span.begin, zone), item["to"] = iso_with_offset(one.span.end, zone);
    out.push_back(std::move(item));
  }
  return out;
}

nlohmann::ordered_json timeline_json(const TimelineStyle& style, const TimeZone& zone) {
  const auto& [lanes, bars, scale, share, year_before, in_map, fold_gaps, ranges_shown, ranges] = style;
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  out["lanes"] = word_of(lanes);
  out["bars"] = word_of(bars);
  out["scale"] = word_of(scale);
  out["share"] = share;
  out["year_before"] = year_before;
  out["in_map"] = in_map;
  out["fold_gaps"] = fold_gaps;
  out["show_ranges"] = ranges_shown;
  out["ranges"] = ranges_json(ranges, zone);
  return out;
}

TimelineStyle timeline_style_of(const json& object, const TimeZone& zone, std::vector<std::string>& notes) {
  TimelineStyle style;
  if (!object.is_object()) {
    notes.emplace_back("\"timeline\" is no object");
    return style;
  }
  for (const auto& [key, value] : object.items()) {
    if (key == "lanes" || key == "bars" || key == "scale") {
      if (!value.is_string() || !take_choice(key, value.get<std::string>(), style))
        notes.push_back("\"" + key + "\" of the timeline is one of " + std::string(words_for(key)));
    } else if (key == "share" || key == "year_before" || key == "in_map" || key == "fold_gaps" ||
               key == "show_ranges") {
      bool& flag = key == "share"         ? style.share
                   : key == "year_before" ? style.year_before
                   : key == "in_map"      ? style.in_map
                   : key == "fold_gaps"   ? style.fold_gaps
                                          : style.ranges_shown;
      if (value.is_boolean())
        flag = value.get<bool>();
      else
        notes.push_back("\"" + key + "\" of the timeline is true or false");
    } else if (key == "ranges") {
      style.ranges = ranges_of(value, zone, notes);
    } else {
      notes.push_back("\"" + for_terminal(key) + "\" of the timeline is not understood by this version");
    }
  }
  return style;
}

}  // namespace vidik
