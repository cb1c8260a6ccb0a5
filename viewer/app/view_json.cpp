#include "app/view_json.h"

#include "app/name_choice.h"
#include "app/params_json.h"
#include "app/timeline_choice.h"
#include "app/view_options.h"
#include "base/time_text.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace vidik {

namespace {

using nlohmann::json;

// Each function below takes its struct apart by name: one more field is a compiler's error, not a picture that lies.

json time_json(Time time, const TimeZone& zone) {
  const std::string words = iso_with_offset(time, zone);
  const auto read = parse_moment(words, zone);
  if (read && read->span == Span{time, time}) return words;
  return time.us;
}

json span_json(Span span, const TimeZone& zone) {
  return json{time_json(span.begin, zone), time_json(span.end, zone)};
}

json box_json(const Box2& box) {
  const auto& [x, y, w, h] = box;
  return json{x, y, w, h};
}

json keys_json(const std::vector<EventKey>& keys) {
  json out = json::array();
  for (const auto& [layer, id] : keys) out.push_back({{"layer", layer}, {"id", id}});
  return out;
}
json key_json(const EventKey& key) { return keys_json({key})[0]; }

json clock_json(const TimeView& time, const TimeZone& zone) {
  const auto& [window, cursor, step_us, mode, test, sureness, moment] = time;
  json out{{"from", time_json(window.begin, zone)},
           {"to", time_json(window.end, zone)},
           {"at", time_json(cursor, zone)},
           {"mode", word_of(mode)},
           {"test", test == TimeTest::overlap ? "overlap" : "starts-in"},
           {"surely", sureness == Sureness::surely}};
  if (step_us % kMicrosPerSecond == 0)
    out["step"] = std::to_string(step_us / kMicrosPerSecond) + "s";
  else
    out["step"] = step_us;
  if (!(moment == Span{})) out["moment"] = span_json(moment, zone);
  return out;
}

json present_json(const PresentPage& page) {
  const auto& [on, device, subtitle, callouts, border_words, transparent] = page;
  json out{{"on", on},
           {"device", {device.width, device.height}},
           {"subtitle", subtitle},
           {"border_words", border_words},
           {"transparent", transparent}};
  if (callouts) {
    out["callouts"] = json::array();
    for (const auto& [event, head, text] : *callouts)
      out["callouts"].push_back({{"event", key_json(event)}, {"head", head}, {"text", text}});
  }
  return out;
}

json furniture_json(const Furniture& furniture) {
  const auto& [timeline, legend, scale_bar, credits, caption, inset, title, note] = furniture;
  return json{{"timeline", timeline}, {"legend", legend}, {"scale_bar", scale_bar}, {"credits", credits},
              {"caption", caption},   {"inset", inset},   {"title", title},         {"note", note}};
}

json bases_json(const std::vector<OwnBaseView>& bases) {
  json out = json::array();
  for (const auto& [path, on, strength] : bases)
    out.push_back(
        {{"file", std::filesystem::path(path).filename().string()}, {"on", on}, {"strength", strength}});
  return out;
}

json measure_json(const Measure& measure) {
  const auto& [points, closed] = measure;
  json places = json::array();
  for (const LonLat& at : points) places.push_back({at.lon, at.lat});
  return json{{"points", places}, {"closed", closed}};
}

}  // namespace

json redaction_json(const Redaction& redaction, const TimeZone& zone) {
  const auto& [grid_km, municipalities, hide_hours, as_of, drop] = redaction;
  json out = json::object();
  if (grid_km > 0) out["grid_km"] = grid_km;
  if (municipalities) out["municipalities"] = true;
  if (hide_hours > 0) out["hide_hours"] = hide_hours;
  if (as_of) out["as_of"] = time_json(*as_of, zone);
  if (!drop.empty()) out["drop"] = drop;
  return out;
}

json view_json(const ViewState& view, std::span<const std::string> layers) {
  const auto& [size, scale, theme, names, borders, borders_chosen, density, hidden, bases, map, timeline,
               plot_x, camera, covered, time, timeline_span, timeline_style, first_lane, zone_name, layer_on,
               filter, params, selected, hovered, card, spidered, picked, timeline_drag, moving, furniture,
               page, redaction, measure] = view;
  const auto found = TimeZone::find(zone_name);
  const TimeZone zone = found ? *found : TimeZone::utc();
  json out;
  out["size"] = {size.width, size.height};
  out["scale"] = scale;
  out["theme"] = theme == ThemeName::dark ? "dark" : "light";
  out["lang"] = names_text(names);
  out["pair_order"] = pair_order_text(names.pairs);
  out["borders"] = borders;
  out["borders_chosen"] = borders_chosen;
  out["density"] = density == Density::automatic  ? "auto"
                   : density == Density::hexagons ? "hexagons"
                                                  : "heat";
  out["hide"] = json::array();
  for (int i = 0; i < kMapParts; ++i)
    if (hidden.has(static_cast<MapPart>(i))) out["hide"].push_back(words_of(static_cast<MapPart>(i)).id);
  out["base"] = bases_json(bases);
  out["map_box"] = box_json(map);
  out["timeline_box"] = box_json(timeline);
  out["plot_x"] = plot_x;
  out["view"] = {{"lon", camera.lon}, {"lat", camera.lat}, {"zoom", camera.zoom}};
  out["projection"] = projection_id(camera.projection);
  out["covered"] = json::array();
  for (const Box2& box : covered) out["covered"].push_back(box_json(box));
  out["time"] = clock_json(time, zone);
  out["timeline_span"] = span_json(timeline_span, zone);
  out["timeline"] = timeline_json(timeline_style, zone);
  out["first_lane"] = first_lane;
  out["zone"] = zone_name;
  out["layers_off"] = json::array();
  for (std::size_t i = 0; i < layers.size() && i < layer_on.size(); ++i)
    if (!layer_on[i]) out["layers_off"].push_back(layers[i]);
  out["filter"] = filter;
  out["params"] = params_json(params);
  out["selected"] = key_json(selected);
  out["hovered"] = key_json(hovered);
  out["card"] = box_json(card);
  out["spidered"] = keys_json(spidered);
  out["picked"] = keys_json(picked);
  out["timeline_drag"] = timeline_drag;
  out["moving"] = moving;
  out["furniture"] = furniture_json(furniture);
  out["present"] = present_json(page);
  out["redaction"] = redaction_json(redaction, zone);
  out["measure"] = measure_json(measure);
  return out;
}

}  // namespace vidik
