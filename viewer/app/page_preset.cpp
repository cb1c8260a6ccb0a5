#include "app/page_preset.h"

#include "base/number.h"
#include "base/text.h"
#include "scene/present_plan.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace vidik {

namespace {

constexpr int kLeastSide = 64, kMostSide = 16384;
constexpr double kPaperDpi = 300, kMmPerInch = 25.4;

struct Preset {
  PagePreset preset;
  std::string_view size;
};
constexpr Preset kPresets[] = {
    {{"hd", "Slide, 1920 × 1080"}, "1920x1080"},    {{"4k", "Screen wall, 3840 × 2160"}, "3840x2160"},
    {{"square", "Post, 1080 × 1080"}, "1080x1080"}, {{"portrait", "Post, 1080 × 1350"}, "1080x1350"},
    {{"a4", "A4 portrait, 300 dpi"}, "210x297mm"},  {{"a4-landscape", "A4 landscape, 300 dpi"}, "297x210mm"},
    {{"a3", "A3 portrait, 300 dpi"}, "297x420mm"},  {{"a3-landscape", "A3 landscape, 300 dpi"}, "420x297mm"}};

Error unreadable(std::string_view text) {
  std::string ids;
  for (const Preset& p : kPresets) ids += std::string(p.preset.id) + ", ";
  return {Code::bad_usage,
          "--page wants none, present (as large as --size), " + ids +
              "or a size: 1200x800, 210x297mm, 8.5x11in; not \"" + std::string(text) + "\"",
          {}};
}

}  // namespace

std::span<const PagePreset> page_presets() {
  static const auto presets = [] {
    std::vector<PagePreset> out;
    for (const Preset& p : kPresets) out.push_back(p.preset);
    return out;
  }();
  return presets;
}

Result<PageSize> parse_page_size(std::string_view text, double dpi) {
  std::string_view size = text;
  for (const Preset& p : kPresets)
    if (text == p.preset.id) size = p.size;
  double inches_per_unit = 0;  // 0: px
  if (size.ends_with("mm")) inches_per_unit = 1 / kMmPerInch, size.remove_suffix(2);
  if (size.ends_with("in")) inches_per_unit = 1, size.remove_suffix(2);
  if (size.ends_with("px")) size.remove_suffix(2);
  const auto parts = split(size, 'x');
  const auto w = parts.size() == 2 ? parse_double(parts[0]) : std::nullopt;
  const auto h = parts.size() == 2 ? parse_double(parts[1]) : std::nullopt;
  if (!w || !h || !(*w > 0) || !(*h > 0)) return unreadable(text);
  PageSize page;
  page.dpi = inches_per_unit > 0 && dpi == 0 ? kPaperDpi : dpi;
  const double unit = inches_per_unit > 0 ? inches_per_unit * page.dpi : 1;
  const double px_w = std::round(*w * unit), px_h = std::round(*h * unit);
  const auto fits = [](double v) { return v >= kLeastSide && v <= kMostSide; };
  if (!fits(px_w) || !fits(px_h))
    return fail(Code::bad_usage, "--page " + std::string(text) + " is " + fixed(px_w, 0) + " x " +
                                     fixed(px_h, 0) + " px; a page has from 64 to 16384 px a side");
  page.px = {static_cast<int>(px_w), static_cast<int>(px_h)};
  return page;
}

Result<> apply_page_options(ViewState& view, const Options& options) {
  const PageOptions& wanted = options.page;
  if (wanted.transparent && (!wanted.page || *wanted.page == "none"))
    return fail(Code::bad_usage, "--transparent wants a --page");
  if (!wanted.page) return Done{};
  if (*wanted.page == "none") {
    if (view.page.on && !options.size) view.size = {1920, 1080};
    if (view.page.on && !options.scale) view.scale = 1;
    view.page.on = false;
    return Done{};
  }
  PageSize page{view.size, options.dpi};
  if (*wanted.page == "present") {
    if (!options.size) page.px = {1920, 1080};
  } else {
    if (options.size)
      return fail(Code::bad_usage,
                  "--page " + *wanted.page + " has its own size; --size goes with --page present");
    VIDIK_TRY(page, parse_page_size(*wanted.page, options.dpi));
  }
  const double scale = options.scale.value_or(1);
  if (std::max(page.px.width, page.px.height) * scale > kMostSide)
    return fail(Code::bad_usage, "--page times --scale is more than 16384 px a side");
  set_page(view, page.px, scale);
  view.page.transparent = wanted.transparent;
  if (!options.theme) view.theme = ThemeName::light;  // LOOK §10
  if (wanted.subtitle) view.page.subtitle = *wanted.subtitle;
  if (wanted.border_words) view.page.border_words = *wanted.border_words;
  if (wanted.callouts) view.page.callouts.reset();
  if (wanted.callouts && *wanted.callouts != "auto") {
    view.page.callouts.emplace();
    for (const std::string_view one : split(*wanted.callouts, ',')) {
      if (one.empty() || *wanted.callouts == "none") continue;
      const auto slash = one.find('/');
      if (slash == std::string_view::npos || slash == 0 || slash + 1 == one.size())
        return fail(Code::bad_usage,
                    "--callouts wants auto, none or LAYER/ID,LAYER/ID…, not \"" + std::string(one) + "\"");
      view.page.callouts->push_back(
          {{std::string(one.substr(0, slash)), std::string(one.substr(slash + 1))}, {}, {}});
    }
  }
  return Done{};
}

double page_dpi(const Options& options) {
  if (options.dpi > 0 || !options.page.page) return options.dpi;
  const auto page = parse_page_size(*options.page.page, 0);
  return page ? page->dpi : 0;
}

}  // namespace vidik
