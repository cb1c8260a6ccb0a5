#include "app/picture_command.h"

#include "app/name_choice.h"
#include "app/redaction_choice.h"
#include "base/number.h"
#include "base/text.h"
#include "base/time_text.h"

#include <algorithm>

namespace vidik {

namespace {

std::string size_words(Size size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

void add_clock(std::vector<std::string>& out, const TimeView& time, const TimeZone& zone) {
  const auto words = [&](Time t) { return iso_with_offset(t, zone); };
  if (time.mode != Mode::all) {
    out.insert(out.end(), {"--from", words(time.window.begin), "--to", words(time.window.end)});
    const bool named = time.moment.begin < time.moment.end && time.moment.end == time.cursor;
    out.insert(out.end(), {"--at", named ? words(time.moment.begin) + "/" + words(time.moment.end)
                                         : words(time.cursor)});
  }
  out.insert(out.end(), {"--mode", std::string(word_of(time.mode))});
}

// `whole`: what is usual is said too.
void add_tests(std::vector<std::string>& out, const TimeView& time, bool whole) {
  const bool starts = time.test == TimeTest::starts_in, surely = time.sureness == Sureness::surely;
  if (whole || starts) out.insert(out.end(), {"--test", starts ? "starts-in" : "overlap"});
  if (whole || surely) out.emplace_back(surely ? "--surely" : "--possibly");
}

void add_measure(std::vector<std::string>& out, const Measure& measure, bool whole) {
  if (measure.points.size() < 2) {
    if (whole) out.insert(out.end(), {"--measure", "none"});
    return;
  }
  std::string words;
  const auto add = [&](const LonLat& at) {
    words += (words.empty() ? "" : ";") + shortest(at.lon) + "," + shortest(at.lat);
  };
  for (const LonLat& at : measure.points) add(at);
  if (measure.closed) add(measure.points.front());
  out.insert(out.end(), {"--measure", words});
}

void add_map(std::vector<std::string>& out, const ViewState& view, bool whole) {
  const Camera& c = view.camera;
  // All digits: rounded ones are another picture in the last bits.
  out.insert(out.end(), {"--view", shortest(c.lon) + "," + shortest(c.lat) + "," + shortest(c.zoom)});
  if (whole || c.projection != Projection::web_mercator)
    out.insert(out.end(), {"--projection", std::string(projection_id(c.projection))});
  out.insert(out.end(), {"--theme", view.theme == ThemeName::dark ? "dark" : "light"});
  if (whole || !(view.names == NameChoice{}))
    out.insert(out.end(), {"--lang", names_text(view.names), "--pair-order",
                           std::string(pair_order_text(view.names.pairs))});
  if (view.borders_chosen) out.insert(out.end(), {"--borders", view.borders});
  if (whole || view.density != Density::automatic)
    out.insert(out.end(), {"--density", view.density == Density::automatic ? "auto"
                                        : view.density == Density::heat    ? "heat"
                                                                           : "hexagons"});
  std::string hidden = whole ? "none" : "";
  for (int i = 0; i < kMapParts; ++i)
    if (view.hidden.has(static_cast<MapPart>(i)))
      hidden += (hidden.empty() ? "" : ",") + std::string(words_of(static_cast<MapPart>(i)).id);
  if (!hidden.empty()) out.insert(out.end(), {"--hide", hidden});
  if (whole) out.insert(out.end(), {"--base", "none"});
  for (const OwnBaseView& base : view.bases)
    if (base.on) out.insert(out.end(), {"--base", base.path});
  if (whole || view.furniture.inset) out.emplace_back(view.furniture.inset ? "--inset" : "--no-inset");
  add_measure(out, view.measure, whole);
}

void add_overlays(std::vector<std::string>& out, const ViewState& view) {
  for (const auto& [overlay, values] : view.params)
    for (const auto& [id, value] : values)
      out.insert(out.end(), {"--param", overlay + "." + id + "=" +
                                            (value.text.empty() ? shortest(value.number) : value.text)});
}

std::string timeline_words(const TimelineStyle& style, bool whole) {
  const TimelineStyle usual;
  std::string out = whole ? "usual" : "";
  const auto add = [&](bool said, const std::string& words) {
    if (said) out += (out.empty() ? "" : ",") + words;
  };
  add(style.lanes != usual.lanes, "lanes=" + std::string(word_of(style.lanes)));
  add(style.bars != usual.bars, "bars=" + std::string(word_of(style.bars)));
  add(style.scale != usual.scale, "scale=" + std::string(word_of(style.scale)));
  add(style.share, "share"), add(style.year_before, "year-before"), add(style.in_map, "in-map");
  add(style.fold_gaps, "fold-gaps"), add(!style.ranges_shown, "no-ranges");
  return out;
}

// What is opened may say anything by itself; bare files say nothing.
bool is_whole(const CommandInputs& inputs) { return !inputs.project.empty(); }

// All but the clock.
std::vector<std::string> command(const char* name, const ViewState& view, const CommandInputs& inputs,
                                 const TimeZone& zone, const std::string& output) {
  const bool whole = is_whole(inputs);
  std::vector<std::string> out{"vidik", name};
  if (!inputs.project.empty()) out.push_back(inputs.project);
  out.insert(out.end(), inputs.files.begin(), inputs.files.end());
  out.insert(out.end(), {"-o", output});
  if (inputs.page == "none") {
    out.insert(out.end(), {"--size", size_words(view.size)});
    if (whole) out.insert(out.end(), {"--page", "none"});
    if (const std::string how = timeline_words(view.timeline_style, whole); !how.empty())
      out.insert(out.end(), {"--timeline", how});
  } else {
    out.insert(out.end(), {"--page", inputs.page});
    if (view.page.transparent) out.emplace_back("--transparent");
    if (whole || !view.page.subtitle.empty()) out.insert(out.end(), {"--subtitle", view.page.subtitle});
    if (whole || !view.page.border_words.empty())
      out.insert(out.end(), {"--border-words", view.page.border_words});
    if (view.page.callouts) {
      std::string all;
      for (const CallOut& one : *view.page.callouts)
        all += (all.empty() ? "" : ",") + one.event.layer + "/" + one.event.id;
      out.insert(out.end(), {"--callouts", all.empty() ? "none" : all});
    } else if (whole) {
      out.insert(out.end(), {"--callouts", "auto"});
    }
  }
  if (inputs.ratio != 1) out.insert(out.end(), {"--scale", std::to_string(inputs.ratio)});
  if (whole || !view.furniture.title.empty()) out.insert(out.end(), {"--title", view.furniture.title});
  if (inputs.zone != zone.name()) out.insert(out.end(), {"--zone", zone.name()});
  if (whole || !view.filter.empty()) out.insert(out.end(), {"--filter", view.filter});
  std::string layers;
  bool all_on = true;
  for (std::size_t i = 0; i < inputs.layers.size(); ++i) {
    if (i < view.layer_on.size() && !view.layer_on[i]) {
      all_on = false;
      continue;
    }
    layers += (layers.empty() ? "" : ",") + inputs.layers[i];
  }
  if (!all_on || (whole && !layers.empty()))
    out.insert(out.end(), {"--layers", layers.empty() ? "none" : layers});
  if (whole || view.redaction.on())
    out.insert(out.end(), {"--redact", redaction_option(view.redaction, zone)});
  add_overlays(out, view);
  add_map(out, view, whole);
  return out;
}

// Whole days where the window is so many of them, so that a change of the clocks changes nothing.
std::string length_words_of(Span window, const TimeZone& zone) {
  const std::int64_t us = window.end.us - window.begin.us;
  const auto days = static_cast<int>((us + kMicrosPerDay / 2) / kMicrosPerDay);
  if (days > 0 && add(window.end, {0, days, 0}, zone, -1) == window.begin) return std::to_string(days) + "d";
  return std::to_string(std::max<std::int64_t>(us / kMicrosPerSecond, 60)) + "s";
}

}  // namespace

std::vector<std::string> picture_command(const ViewState& view, const CommandInputs& inputs,
                                         const TimeZone& zone, const std::string& output) {
  std::vector<std::string> out = command("render", view, inputs, zone, output);
  add_clock(out, view.time, zone);
  add_tests(out, view.time, is_whole(inputs));
  if (!view.selected.empty())
    out.insert(out.end(), {"--select", view.selected.layer + "/" + view.selected.id});
  else if (is_whole(inputs))
    out.insert(out.end(), {"--select", "none"});
  return out;
}

std::vector<std::string> film_command(const ViewState& view, const CommandInputs& inputs,
                                      const FilmChoice& film, Span data, const TimeZone& zone,
                                      const std::string& output) {
  std::vector<std::string> out = command("film", view, inputs, zone, output);
  const TimeView& time = view.time;
  const std::int64_t window_us = time.window.end.us - time.window.begin.us;
  if (time.mode == Mode::window && window_us < data.end.us - data.begin.us) {
    const auto day = [&](Time t) { return iso_with_offset(t, zone).substr(0, 10); };
    out.insert(out.end(), {"--from", day(data.begin), "--to", day(plus(data.end, -1)), "--window",
                           length_words_of(time.window, zone), "--mode", "window"});
  } else {
    out.insert(out.end(), {"--from", iso_with_offset(time.window.begin, zone), "--to",
                           iso_with_offset(time.window.end, zone)});
    // A film of everything would stand still, and so would one of a window that does not move.
    const Mode mode = time.mode == Mode::all || time.mode == Mode::window ? Mode::cumulative : time.mode;
    out.insert(out.end(), {"--mode", std::string(word_of(mode))});
  }
  add_tests(out, time, is_whole(inputs));
  out.insert(out.end(), {"--step", film.step, "--fps", std::to_string(film.fps)});
  if (film.hold_s > 0 && !output.ends_with('/'))
    out.insert(out.end(), {"--hold", std::to_string(film.hold_s)});
  if (film.skip_empty) out.emplace_back("--skip-empty");
  return out;
}

std::string shell_words(const std::vector<std::string>& words) {
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/@%";
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos) {
      out += word;
      continue;
    }
    out += '\'';
    for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    out += '\'';
  }
  return out;
}

}  // namespace vidik
