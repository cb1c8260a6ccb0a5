#include "app/view_options.h"

#include "app/page_preset.h"

#include "app/timeline_choice.h"

#include "app/name_choice.h"
#include "base/number.h"
#include "base/paths_posix.h"
#include "base/text.h"
#include "geo/mercator.h"
#include "mapset/border_views.h"
#include "scene/camera.h"
#include "scene/present_plan.h"
#include "scene/scene.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

Error usage(const char* option, const std::string& text, const std::string& wanted) {
  return fail(Code::bad_usage,
              std::string(option) + " wants " + wanted + ", not \"" + for_terminal(text) + "\"");
}

// Hands the reason on as wrong usage, with the option in front.
template <typename T>
Error usage(const char* option, const Result<T>& result) {
  return fail(Code::bad_usage, std::string(option) + ": " + result.error().message());
}

Result<std::vector<double>> numbers(const char* option, const std::string& text, std::size_t count,
                                    const std::string& wanted) {
  std::vector<double> out;
  for (const std::string_view part : split(text, ',')) {
    const auto value = parse_double(trimmed(part));
    if (!value) return usage(option, text, wanted);
    out.push_back(*value);
  }
  if (out.size() != count) return usage(option, text, wanted);
  return out;
}

// Places one after the other; the first named once more at the end closes the shape.
Result<Measure> measure_of(const std::string& text) {
  constexpr std::size_t kMost = 1000;
  const std::string wanted = "LON,LAT;LON,LAT… of two to 1000 places within ±180 and ±85";
  Measure measure;
  for (const std::string_view part : split(text, ';')) {
    const auto place = numbers("--measure", std::string(part), 2, wanted);
    if (!place) return usage("--measure", text, wanted);
    const LonLat at{(*place)[0], (*place)[1]};
    if (std::abs(at.lon) > 180 || std::abs(at.lat) > 85) return usage("--measure", text, wanted);
    measure.points.push_back(at);
  }
  if (measure.points.size() < 2 || measure.points.size() > kMost) return usage("--measure", text, wanted);
  if (measure.points.size() > 3 && measure.points.front() == measure.points.back()) {
    measure.points.pop_back();
    measure.closed = true;
  }
  return measure;
}

// One time, or two with a stroke between: all that lies from the one to the other, like a day that is named.
Result<Moment> moments(const std::string& text, const TimeZone& zone) {
  const std::size_t stroke = text.find('/');
  if (stroke == std::string::npos) return parse_moment(text, zone);
  VIDIK_TRY(const Moment first, parse_moment(text.substr(0, stroke), zone));
  VIDIK_TRY(const Moment last, parse_moment(text.substr(stroke + 1), zone));
  if (last.span.end <= first.span.begin) return fail(Code::bad_usage, "it ends before it begins");
  return Moment{{first.span.begin, last.span.end}, Precision::day};
}

// A step of days is days, not the hours that the one at `at` happens to have.
std::int64_t step_length(const Duration& step, Time at, const TimeZone& zone) {
  if (step.months == 0 && step.us == 0) return step.days * kMicrosPerDay;
  return add(at, step, zone, 1).us - at.us;
}

}  // namespace

Span timeline_of(Span window) {
  const std::int64_t length = window.end.us - window.begin.us;
  return {plus(window.begin, -length / 5), plus(window.end, length / 8)};
}

void start_clock(ViewState& view, const Project* project, Span data_range, const TimeZone& zone) {
  view.zone = zone.name();
  if (data_range == Span{}) {  // nothing has a date: any year is as good, but not 1970 as if that were one
    data_range = {time_from_civil_utc({{2025, 1, 1}, 0, 0, 0, 0}),
                  time_from_civil_utc({{2026, 1, 1}, 0, 0, 0, 0})};
  }
  if (data_range.end <= data_range.begin) data_range.end = plus(data_range.begin, kMicrosPerDay);
  view.time = TimeView{};
  view.time.window = project && project->window ? *project->window : data_range;
  view.time.cursor = project && project->cursor ? *project->cursor : view.time.window.end;
  view.time.cursor = std::clamp(view.time.cursor, view.time.window.begin, view.time.window.end);
  view.time.mode = project && project->mode ? *project->mode : project ? Mode::cumulative : Mode::window;
  view.timeline_span = timeline_of(view.time.window);
  if (project && project->step) view.time.step_us = step_length(*project->step, view.time.cursor, zone);
}

Result<> apply_clock_options(ViewState& view, const Options& options, const TimeZone& zone) {
  TimeView& time = view.time;
  const Span window_before = time.window;
  if (options.mode) {
    const auto mode = mode_of(*options.mode);
    if (!mode) return usage("--mode", *options.mode, "instant, window, trail, cumulative or all");
    time.mode = *mode;
  }
  if (options.test) {
    if (*options.test != "overlap" && *options.test != "starts-in") {
      return usage("--test", *options.test, "overlap or starts-in");
    }
    time.test = *options.test == "overlap" ? TimeTest::overlap : TimeTest::starts_in;
  }
  if (options.surely) time.sureness = *options.surely ? Sureness::surely : Sureness::possibly;
  if (options.window && (options.from || options.to)) {
    return fail(Code::bad_usage, "--window and --from/--to each set the window; give one of them");
  }
  if (options.from || options.to) {
    if (options.from) {
      const auto from = parse_moment(*options.from, zone);
      if (!from) return usage("--from", from);
      time.window.begin = from->span.begin;
    }
    if (options.to) {
      const auto to = parse_moment(*options.to, zone);
      if (!to) return usage("--to", to);
      time.window.end = to->span.end;
    }
    if (time.window.end <= time.window.begin) {
      return fail(Code::bad_usage, "the window ends before it begins (--from, --to)");
    }
    time.cursor = time.window.end;
  }
  if (options.at) {
    const auto at = moments(*options.at, zone);
    if (!at) return usage("--at", at);
    time.cursor = at->span.end;
    time.moment = at->span.begin < at->span.end && at->precision >= Precision::day ? at->span : Span{};
    if (!options.window && (time.cursor < time.window.begin || time.cursor > time.window.end)) {
      // The window moves with the cursor, its length kept.
      const std::int64_t length = time.window.end.us - time.window.begin.us;
      time.window = {plus(time.cursor, -length), time.cursor};
    }
  }
  if (options.window) {
    const auto length = parse_duration(*options.window);
    if (!length) return usage("--window", length);
    time.window = {add(time.cursor, *length, zone, -1), time.cursor};
    if (time.window.end <= time.window.begin)
      return usage("--window", *options.window, "a length of time above zero");
  }
  if (!(time.window == window_before)) view.timeline_span = timeline_of(time.window);
  return Done{};
}

std::optional<Density> density_named(std::string_view id) {
  if (id == "auto") return Density::automatic;
  if (id == "hexagons") return Density::hexagons;
  if (id == "heat") return Density::heat;
  return std::nullopt;
}

Result<> apply_picture_options(ViewState& view, const Options& options) {
  Size size = view.size;
  if (options.size) {
    const auto parts = split(*options.size, 'x');
    const auto w = parts.size() == 2 ? parse_int(parts[0]) : std::nullopt;
    const auto h = parts.size() == 2 ? parse_int(parts[1]) : std::nullopt;
    if (!w || !h || *w < 64 || *h < 64 || *w > 16384 || *h > 16384) {
      return usage("--size", *options.size, "WIDTHxHEIGHT between 64x64 and 16384x16384");
    }
    size = {static_cast<int>(*w), static_cast<int>(*h)};
  }
  if (options.scale && !(*options.scale >= 0.25 && *options.scale <= 8))
    return fail(Code::bad_usage, "--scale wants a number from 0.25 to 8");
  // A page that was opened again has its own scale: what it is given here is px of the file.
  const bool page = view.page.on && !options.page.page;
  if (page && !options.size) size = view.page.device;
  const double scale = options.scale.value_or(page ? 1.0 : static_cast<double>(view.scale));
  if (size.width * scale > 16384 || size.height * scale > 16384) {
    return fail(Code::bad_usage, "--size times --scale is more than 16384 px a side");
  }
  if (!page) {
    view.size = size;
    view.scale = static_cast<float>(scale);
  } else if (options.size || options.scale) {
    set_page(view, size, scale);
  }
  if (options.theme) {
    if (*options.theme != "dark" && *options.theme != "light")
      return usage("--theme", *options.theme, "dark or light");
    view.theme = *options.theme == "dark" ? ThemeName::dark : ThemeName::light;
  }
  VIDIK_TRY([[maybe_unused]] const Done paged, apply_page_options(view, options));
  if (options.lang) {
    const PairOrder pairs = view.names.pairs;
    const Result<NameChoice> names = parse_names(*options.lang);
    if (!names.ok()) return fail(Code::bad_usage, "--lang wants " + names.error().text);
    view.names = *names;
    view.names.pairs = pairs;
  }
  if (options.pair_order) {
    const Result<PairOrder> pairs = parse_pair_order(*options.pair_order);
    if (!pairs.ok()) return fail(Code::bad_usage, "--pair-order wants " + pairs.error().text);
    view.names.pairs = *pairs;
  }
  if (options.borders) {
    VIDIK_TRY(const std::vector<BorderView> views, read_border_views(share_dir() + "/sets/views"));
    std::string ids;
    bool known = false;
    for (const BorderView& one : views) {
      ids += (ids.empty() ? "" : ", ") + one.id;
      known = known || one.id == *options.borders;
    }
    if (!known) return usage("--borders", *options.borders, "one of " + ids);
    view.borders = *options.borders;
    view.borders_chosen = true;
  }
  if (options.projection) {
    const auto projection = projection_named(*options.projection);
    if (!projection) return usage("--projection", *options.projection, "web-mercator or equal-area");
    view.camera.projection = *projection;
  }
  if (options.timeline) {
    VIDIK_TRY([[maybe_unused]] const Done done, apply_timeline_words(*options.timeline, view.timeline_style));
  }
  if (options.density) {
    const auto density = density_named(*options.density);
    if (!density) return usage("--density", *options.density, "auto, hexagons or heat");
    view.density = *density;
  }
  if (options.hide) {
    for (const std::string_view name : split(*options.hide, ',')) {
      if (name == "none") {  // nothing of what was hidden so far
        view.hidden = {};
        continue;
      }
      const auto part = part_named(name);
      if (!part) return usage("--hide", *options.hide, "a list of " + part_ids());
      view.hidden.set(*part, true);
    }
  }
  for (const std::string& path : options.bases) {
    if (path == "none") {  // without those of the project
      view.bases.clear();
      continue;
    }
    const auto same = [&](const OwnBaseView& one) { return one.path == path; };
    if (std::none_of(view.bases.begin(), view.bases.end(), same)) view.bases.push_back({path, true, 1});
  }
  if (options.title) view.furniture.title = *options.title;
  if (options.inset) view.furniture.inset = *options.inset;
  if (options.measure) {
    view.measure = {};
    if (*options.measure != "none") {
      VIDIK_TRY(view.measure, measure_of(*options.measure));
    }
  }
  return Done{};
}

Result<bool> apply_camera_options(ViewState& view, const Options& options) {
  if (options.view && options.bbox)
    return fail(Code::bad_usage, "--view and --bbox both set the camera; give one of them");
  if (options.view) {
    VIDIK_TRY(const auto v, numbers("--view", *options.view, 3, "LON,LAT,ZOOM"));
    if (std::abs(v[0]) > 180 || std::abs(v[1]) > 85 || v[2] < 0 || v[2] > 22) {
      return usage("--view", *options.view,
                   "a longitude within ±180, a latitude within ±85 and a zoom from 0 to 22");
    }
    view.camera = {v[0], v[1], v[2], view.camera.projection};
    return true;
  }
  if (options.bbox) {
    VIDIK_TRY(const auto b, numbers("--bbox", *options.bbox, 4, "WEST,SOUTH,EAST,NORTH"));
    if (b[0] >= b[2] || b[1] >= b[3] || std::abs(b[0]) > 180 || std::abs(b[2]) > 180 || std::abs(b[1]) > 85 ||
        std::abs(b[3]) > 85) {
      return usage("--bbox", *options.bbox, "west < east within ±180 and south < north within ±85");
    }
    view.camera = fit_camera({b[0], b[1], b[2], b[3]}, view.map, view.map, view.camera.projection);
    return true;
  }
  return false;
}

std::optional<Camera> camera_of_data(const Snapshot& snapshot, const ViewState& view) {
  const MapView region = map_view(fit_region(view), view.map);
  LonLatBox box;
  for (const LayerRef& layer : snapshot.layers) {
    for (Row row = 0; row < layer->size(); ++row) {
      if (layer->columns.facts[row].has(Facts::kNoPlace)) continue;
      const LonLat at{layer->lon(row), layer->lat(row)};
      const Px px = px_of(region, at);
      if (view.map.contains(px.x, px.y)) return std::nullopt;
      box.add(at);
    }
  }
  if (box.empty()) return std::nullopt;
  Camera camera = fit_camera(box, view.map, view.map, view.camera.projection);
  camera.zoom = std::min(camera.zoom - 0.3, 11.0);  // some room round it, and no street for a single place
  return camera;
}

Result<> apply_layer_options(ViewState& view, const Options& options, const std::vector<std::string>& names) {
  if (!options.layers) return Done{};
  view.layer_on.assign(names.size(), false);
  if (*options.layers == "none") return Done{};
  for (const std::string_view wanted : split(*options.layers, ',')) {
    const auto it = std::find(names.begin(), names.end(), trimmed(wanted));
    if (it == names.end()) {
      std::string known;
      for (const std::string& name : names) known += (known.empty() ? "" : ", ") + name;
      return fail(Code::bad_usage,
                  "--layers: there is no layer \"" + for_terminal(wanted) + "\" (there are: " + known + ")");
    }
    view.layer_on[static_cast<std::size_t>(it - names.begin())] = true;
  }
  return Done{};
}

}  // namespace vidik
