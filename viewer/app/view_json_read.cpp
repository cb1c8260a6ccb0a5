// The other half of view_json.h: a view out of JSON that anybody may have written.

#include "app/json_text.h"
#include "app/name_choice.h"
#include "app/params_json.h"
#include "app/timeline_choice.h"
#include "app/view_json.h"
#include "app/view_options.h"
#include "base/limits.h"
#include "base/text.h"
#include "base/time_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

using nlohmann::json;

constexpr std::size_t kMostListed = 20'000;  // boxes, keys, places: more than any view ever had
constexpr double kMostPx = 65'536;           // of a box, either way
constexpr float kMostSide = 16'384 + 64;     // of the file; a page's size at 1x is rounded up
constexpr std::size_t kLongestText = 64 * 1024;

// Reads members into places of the right type; the first that cannot be is kept by its key.
class Members {
 public:
  Members(const json& object, std::string& wrong) : object_(object), wrong_(wrong) {
    if (!object.is_object()) wrong_ = wrong_.empty() ? "its outermost" : wrong_;
  }
  const json* find(const char* key) const {
    if (!object_.is_object()) return nullptr;
    const auto at = object_.find(key);
    return at == object_.end() ? nullptr : &*at;
  }
  void refuse(const char* key) {
    if (wrong_.empty()) wrong_ = key;
  }
  void flag(const char* key, bool& to) {
    if (const json* value = find(key)) {
      if (value->is_boolean())
        to = value->get<bool>();
      else
        refuse(key);
    }
  }
  void text(const char* key, std::string& to, std::size_t most = kLongestText) {
    if (const json* value = find(key)) {
      if (value->is_string() && value->get_ref<const std::string&>().size() <= most)
        to = value->get<std::string>();
      else
        refuse(key);
    }
  }
  template <typename Number>
  void number(const char* key, Number& to, double least, double most) {
    if (const json* value = find(key)) take(key, *value, to, least, most);
  }
  template <typename Number>
  void take(const char* key, const json& value, Number& to, double least, double most) {
    const double read = value.is_number() ? value.get<double>() : NAN;
    if (!(read >= least && read <= most) || (std::is_integral_v<Number> && !value.is_number_integer()))
      return refuse(key);
    to = value.get<Number>();
  }
  void box(const char* key, Box2& to) {
    if (const json* value = find(key)) take_box(key, *value, to);
  }
  void take_box(const char* key, const json& value, Box2& to) {
    if (!value.is_array() || value.size() != 4) return refuse(key);
    take(key, value[0], to.x, -kMostPx, kMostPx);
    take(key, value[1], to.y, -kMostPx, kMostPx);
    take(key, value[2], to.w, 0, kMostPx);
    take(key, value[3], to.h, 0, kMostPx);
  }
  template <typename Choice, typename Named>
  void choice(const char* key, Choice& to, Named named) {
    if (const json* value = find(key)) {
      const auto found =
          value->is_string() ? named(value->get_ref<const std::string&>()) : decltype(named(std::string())){};
      if (found)
        to = *found;
      else
        refuse(key);
    }
  }
  template <typename Each>
  void each(const char* key, Each f) {
    if (const json* value = find(key)) {
      if (!value->is_array() || value->size() > kMostListed) return refuse(key);
      for (const json& item : *value) f(item);
    }
  }
  void time(const char* key, Time& to, const TimeZone& zone) {
    if (const json* value = find(key)) take_time(key, *value, to, zone);
  }
  void take_time(const char* key, const json& value, Time& to, const TimeZone& zone) {
    if (value.is_number_integer()) {
      to.us = value.get<std::int64_t>();
      return;
    }
    if (!value.is_string()) return refuse(key);
    const auto read = parse_moment(value.get_ref<const std::string&>(), zone);
    if (read)
      to = read->span.end;
    else
      refuse(key);
  }
  void span(const char* key, Span& to, const TimeZone& zone) {
    const json* value = find(key);
    if (value == nullptr) return;
    if (!value->is_array() || value->size() != 2) return refuse(key);
    take_time(key, (*value)[0], to.begin, zone);
    take_time(key, (*value)[1], to.end, zone);
    if (to.end < to.begin) refuse(key);
  }
  void event(const char* key, EventKey& to) {
    if (const json* value = find(key)) take_event(*value, to);
  }
  void take_event(const json& value, EventKey& to) {
    Members inside(value, wrong_);
    inside.text("layer", to.layer);
    inside.text("id", to.id);
  }
  void events(const char* key, std::vector<EventKey>& to) {
    each(key, [&](const json& item) { take_event(item, to.emplace_back()); });
  }
  Members inside(const char* key) const {
    static const json kNone = json::object();
    const json* value = find(key);
    return {value != nullptr ? *value : kNone, wrong_};
  }

 private:
  const json& object_;
  std::string& wrong_;
};

void read_clock(Members in, TimeView& time, const TimeZone& zone) {
  in.time("from", time.window.begin, zone);
  in.time("to", time.window.end, zone);
  in.time("at", time.cursor, zone);
  in.choice("mode", time.mode, [](const std::string& word) { return mode_of(word); });
  in.choice("test", time.test, [](const std::string& word) -> std::optional<TimeTest> {
    if (word == "overlap") return TimeTest::overlap;
    return word == "starts-in" ? std::optional(TimeTest::starts_in) : std::nullopt;
  });
  bool surely = false;
  in.flag("surely", surely);
  time.sureness = surely ? Sureness::surely : Sureness::possibly;
  if (const json* step = in.find("step"); step != nullptr && step->is_string()) {
    const auto length = parse_duration(step->get_ref<const std::string&>());
    if (length && length->months == 0 && length->days == 0)
      time.step_us = length->us;
    else
      in.refuse("step");
  } else {
    in.number("step", time.step_us, 1, 4e17);
  }
  if (time.step_us <= 0) in.refuse("step");
  in.span("moment", time.moment, zone);
  if (time.window.end <= time.window.begin) in.refuse("to");
  if (time.cursor < time.window.begin || time.cursor > time.window.end) in.refuse("at");
}

void read_size(Members in, const char* key, Size& size, int least) {
  const json* value = in.find(key);
  if (value == nullptr) return;
  if (!value->is_array() || value->size() != 2) return in.refuse(key);
  in.take(key, (*value)[0], size.width, least, 16'384);
  in.take(key, (*value)[1], size.height, least, 16'384);
}

void read_present(Members in, PresentPage& page) {
  in.flag("on", page.on);
  read_size(in, "device", page.device, 0);
  in.text("subtitle", page.subtitle);
  in.text("border_words", page.border_words);
  in.flag("transparent", page.transparent);
  std::string wrong;
  if (in.find("callouts") != nullptr) page.callouts.emplace();
  in.each("callouts", [&](const json& item) {
    CallOut& one = page.callouts->emplace_back();
    Members inside(item, wrong);
    inside.event("event", one.event);
    inside.text("head", one.head);
    inside.text("text", one.text);
  });
  if (!wrong.empty()) in.refuse("callouts");
}

void read_furniture(Members in, Furniture& furniture) {
  in.flag("timeline", furniture.timeline);
  in.flag("legend", furniture.legend);
  in.flag("scale_bar", furniture.scale_bar);
  in.flag("credits", furniture.credits);
  in.flag("caption", furniture.caption);
  in.flag("inset", furniture.inset);
  in.text("title", furniture.title);
  in.text("note", furniture.note);
}

void read_redaction(Members in, Redaction& redaction, const TimeZone& zone) {
  in.number("grid_km", redaction.grid_km, 0, 1000);
  in.flag("municipalities", redaction.municipalities);
  in.number("hide_hours", redaction.hide_hours, 0, 1e6);
  if (in.find("as_of") != nullptr) in.time("as_of", redaction.as_of.emplace(), zone);
  in.each("drop", [&](const json& item) {
    if (item.is_string())
      redaction.drop.push_back(item.get<std::string>());
    else
      in.refuse("drop");
  });
}

void read_bases(Members in, std::vector<OwnBaseView>& bases, std::string& wrong) {
  in.each("base", [&](const json& item) {
    OwnBaseView& own = bases.emplace_back();
    Members inside(item, wrong);
    inside.text("file", own.path, limits::kNameBytes);
    inside.flag("on", own.on);
    inside.number("strength", own.strength, 0, 1);
  });
}

void read_look(Members in, ViewState& view) {
  read_size(in, "size", view.size, 64);
  in.number("scale", view.scale, 0.01, 64);  // a page of 64 px to one of 16,384
  if (static_cast<float>(std::max(view.size.width, view.size.height)) * view.scale > kMostSide)
    in.refuse("scale");
  in.choice("theme", view.theme, [](const std::string& word) -> std::optional<ThemeName> {
    if (word == "dark") return ThemeName::dark;
    return word == "light" ? std::optional(ThemeName::light) : std::nullopt;
  });
  in.choice("lang", view.names, [](const std::string& word) {
    const auto names = parse_names(word);
    return names ? std::optional(*names) : std::nullopt;
  });
  in.choice("pair_order", view.names.pairs, [](const std::string& word) {
    const auto pairs = parse_pair_order(word);
    return pairs ? std::optional(*pairs) : std::nullopt;
  });
  in.text("borders", view.borders, limits::kNameBytes);
  in.flag("borders_chosen", view.borders_chosen);
  in.choice("density", view.density, [](const std::string& word) { return density_named(word); });
  in.each("hide", [&](const json& item) {
    const auto part = item.is_string() ? part_named(item.get_ref<const std::string&>()) : std::nullopt;
    if (part)
      view.hidden.set(*part, true);
    else
      in.refuse("hide");
  });
  Members camera = in.inside("view");
  camera.number("lon", view.camera.lon, -540, 540);
  camera.number("lat", view.camera.lat, -90, 90);
  camera.number("zoom", view.camera.zoom, -5, 24);
  in.choice("projection", view.camera.projection,
            [](const std::string& word) { return projection_named(word); });
}

void read_layout(Members in, ViewState& view) {
  in.box("map_box", view.map);
  in.box("timeline_box", view.timeline);
  in.number("plot_x", view.plot_x, -kMostPx, kMostPx);
  in.each("covered", [&](const json& item) { in.take_box("covered", item, view.covered.emplace_back()); });
  in.box("card", view.card);
  in.number("first_lane", view.first_lane, 0, 1e9);
}

}  // namespace

Result<NamedView> view_of_json(const json& object) {
  NamedView out;
  ViewState& view = out.view;
  std::string wrong;
  Members in(object, wrong);
  in.text("zone", view.zone, limits::kNameBytes);
  const auto zone = TimeZone::find(view.zone);
  if (!zone) return fail(Code::bad_input, "names an unknown time zone \"" + for_terminal(view.zone) + "\"");
  read_look(in, view);
  read_layout(in, view);
  read_bases(in, view.bases, wrong);
  read_clock(in.inside("time"), view.time, *zone);
  in.span("timeline_span", view.timeline_span, *zone);
  std::vector<std::string> notes;
  if (const json* style = in.find("timeline")) view.timeline_style = timeline_style_of(*style, *zone, notes);
  in.each("layers_off", [&](const json& item) {
    if (item.is_string())
      out.layers_off.push_back(item.get<std::string>());
    else
      in.refuse("layers_off");
  });
  in.text("filter", view.filter, limits::kFilterBytes);
  if (const json* params = in.find("params")) view.params = params_of_json(*params, notes);
  in.event("selected", view.selected);
  in.event("hovered", view.hovered);
  in.events("spidered", view.spidered);
  in.events("picked", view.picked);
  in.flag("timeline_drag", view.timeline_drag);
  in.flag("moving", view.moving);
  read_furniture(in.inside("furniture"), view.furniture);
  read_present(in.inside("present"), view.page);
  read_redaction(in.inside("redaction"), view.redaction, *zone);
  Members measure = in.inside("measure");
  measure.flag("closed", view.measure.closed);
  measure.each("points", [&](const json& item) {
    LonLat& at = view.measure.points.emplace_back();
    if (!item.is_array() || item.size() != 2) return measure.refuse("points");
    measure.take("points", item[0], at.lon, -180, 180);
    measure.take("points", item[1], at.lat, -90, 90);
  });
  if (!notes.empty()) return fail(Code::bad_input, "has a view that cannot be: " + notes.front());
  if (!wrong.empty()) return fail(Code::bad_input, "has a view that cannot be: \"" + wrong + "\" is wrong");
  return out;
}

}  // namespace vidik
