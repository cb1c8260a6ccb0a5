#include "scene/shapes.h"

#include "scene/map_base.h"
#include "scene/taken.h"

namespace vidik {

namespace {

constexpr float kWidth = 2.2f, kCase = 2.4f, kFill = 0.16f, kDash = 6, kGap = 4;

void draw_shape(Sheet& sheet, const MapEvent& e, const ShapePath& path) {
  const bool selected = sheet.in.selected == e.ref, hovered = sheet.in.hovered == e.ref;
  const float alpha = selected ? 1 : e.alpha;
  const Color color = sheet.category(e.category);
  const Color ink = selected || hovered ? sheet.theme.select : with_alpha(color, alpha);
  // As with symbols: what is not sure to have happened has no closed rim (LOOK §6).
  const bool sure = e.status == Status::confirmed || e.status == Status::reported;
  Pen& pen = sheet.top;
  if (!path.inside.runs.empty()) {
    std::vector<std::uint32_t> ends;
    for (const PathRun& run : path.inside.runs) ends.push_back(run.end);
    pen.area(path.inside.points, ends, with_alpha(color, kFill * alpha));
  }
  for (const bool casing : {true, false})
    for (std::size_t i = 0; i < path.edges.runs.size(); ++i) {
      const std::span<const Px> run = path.edges.run(i);
      const std::vector<Px> points(run.begin(), run.end());
      const bool closed = path.edges.runs[i].closed;
      if (casing)
        pen.path(points, with_alpha(sheet.theme.symbol_case, alpha), kWidth + kCase, closed);
      else
        pen.path(points, ink, kWidth, closed, sure ? 0 : kDash, sure ? 0 : kGap);
    }
  for (const Px p : path.places) {
    pen.disc(p, 3.6f, with_alpha(sheet.theme.symbol_case, alpha));
    pen.disc(p, 2.4f, ink);
  }
}

}  // namespace

void ShapePaths::see(const Sheet& sheet) {
  const std::uint64_t view = base_key_of(sheet.in);
  if (view != view_) paths_.clear(), view_ = view;
}

std::shared_ptr<const ShapePath> ShapePaths::path(const Sheet& sheet, EventRef event) {
  const Layer& layer = *sheet.in.snapshot->layers[event.layer];
  std::shared_ptr<const ShapePath>& kept = paths_[{layer.serial, event.row}];
  if (kept == nullptr) {
    const auto geometry = layer.geometry(event.row);
    kept = std::make_shared<const ShapePath>(geometry ? shape_path(*geometry, sheet.map) : ShapePath{});
  }
  return kept;
}

void draw_shapes(Sheet& sheet, const MapEvents& events, ShapePaths& paths) {
  for (const bool last : {false, true})
    for (const MapEvent& e : events.shapes) {
      if ((sheet.in.selected == e.ref) != last) continue;  // the selected one lies over the others
      std::shared_ptr<const ShapePath> path = paths.path(sheet, e.ref);
      draw_shape(sheet, e, *path);
      sheet.out.shapes.push_back({e.ref, std::move(path)});
    }
}

std::vector<Box2> shape_boxes(const Sheet& sheet, const MapEvents& events, ShapePaths& paths) {
  std::vector<Box2> boxes;
  for (const MapEvent& e : events.shapes) {
    const std::shared_ptr<const ShapePath> path = paths.path(sheet, e.ref);
    if (!path->inside.runs.empty()) continue;
    for (std::size_t i = 0; i < path->edges.runs.size(); ++i)
      add_line_boxes(sheet.map.box, path->edges.run(i), boxes);
  }
  return boxes;
}

}  // namespace vidik
