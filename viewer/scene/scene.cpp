#include "scene/scene.h"

#include "scene/furniture.h"
#include "scene/labels.h"
#include "scene/map_base.h"
#include "scene/overlays.h"
#include "scene/symbols.h"
#include "scene/timeline.h"

#include <bit>
#include <map>

namespace vidik {

class SceneMemory {
 public:
  const TimeZone& zone(const std::string& name) {
    const auto found = zones_.find(name);
    if (found != zones_.end()) return found->second;
    Result<TimeZone> zone = TimeZone::find(name);
    return zones_.emplace(name, zone ? zone.value() : TimeZone::display_default()).first->second;
  }
  std::span<const LandMask> masks(const MapSet* map) {
    if (map == masked_ || map == nullptr) return map == nullptr ? std::span<const LandMask>() : masks_;
    masks_.clear();
    for (const Country& c : map->countries()) masks_.emplace_back(c.shape.box, c.shape.points, c.shape.ends);
    masked_ = map;
    return masks_;
  }
  TimelineScale scale;

 private:
  std::map<std::string, TimeZone> zones_;
  const MapSet* masked_ = nullptr;
  std::vector<LandMask> masks_;
};

std::shared_ptr<SceneMemory> make_scene_memory() { return std::make_shared<SceneMemory>(); }

namespace {

// A hash over what labels are and where: in the base they are part of what it depends on.
std::uint64_t with_labels(std::uint64_t key, const MapLabels& labels) {
  const auto add = [&](std::uint64_t v) { key = (key ^ v) * 1099511628211ull; };
  for (const PlacedLabel& label : labels.labels) {
    for (const char c : label.text) add(static_cast<unsigned char>(c));
    add(std::bit_cast<std::uint32_t>(label.at.x));
    add(std::bit_cast<std::uint32_t>(label.at.y));
  }
  return key == 0 ? 1 : key;
}

TakenBoxes taken_boxes(const Sheet& sheet, const MapEvents& events, const MapLayout& layout, const PageFurniture& page) {
  TakenBoxes taken;
  for (const Box2& box : boxes_of(layout)) taken.add(box);
  for (const Box2& box : overlay_boxes(sheet, events)) taken.add(box);
  for (const Box2& box : sheet.view.covered) taken.add(grown(box, 3));
  for (const Box2* box : {&page.legend.box, &page.caption, &page.credits, &page.scale})
    if (box->w > 0) taken.add(grown(*box, 4));
  if (sheet.view.card.w > 0) taken.add(grown(sheet.view.card, 3));
  for (const PlacedSymbol& s : layout.symbols) {
    if (sheet.in.selected != events.events[s.event].ref) continue;
    const std::vector<Px> leader = leader_path(sheet.view, s.at, s.radius + 6);
    for (std::size_t i = 0; i + 1 < leader.size(); ++i) {
      const Px a = leader[i], b = leader[i + 1];
      taken.add({std::min(a.x, b.x), std::min(a.y, b.y) - 3, std::abs(a.x - b.x), std::abs(a.y - b.y) + 6});
    }
  }
  return taken;
}

void begin_page(const SceneIn& in, Picture& out) {
  const ViewState& view = *in.view;
  out.list.clear();
  out.hits.clear();
  out.timeline = {};
  out.list.size = view.size;
  out.list.scale = view.scale;
  out.list.view = map_view(view.camera, view.map);
  out.list.ground = theme(view.theme).app;
  out.list.base_key = base_key_of(in);
}

}  // namespace

void draw_timeline(const SceneIn& in, Picture& out) {
  VIDIK_EXPECT(in.snapshot && in.indexes && in.visible && in.view && in.fonts);
  begin_page(in, out);
  const Result<TimeZone> zone = TimeZone::find(in.view->zone);
  const TimeZone shown = zone ? zone.value() : TimeZone::display_default();
  Sheet sheet{in, *in.view, theme(in.view->theme), shown, out.list.view, out,
              Pen(out.list, out.list.base, *in.fonts), Pen(out.list, out.list.top, *in.fonts)};
  TimelineScale scale;
  draw_timeline(sheet, scale);
}

void draw_scene(const SceneIn& in, SceneMemory& memory, Picture& out) {
  VIDIK_EXPECT(in.snapshot && in.indexes && in.visible && in.view && in.fonts);
  const ViewState& view = *in.view;
  begin_page(in, out);
  const Theme& colors = theme(view.theme);
  out.metres_per_px = metres_per_px(out.list.view);
  Sheet sheet{in, view, colors, memory.zone(view.zone), out.list.view, out,
              Pen(out.list, out.list.base, *in.fonts), Pen(out.list, out.list.top, *in.fonts)};

  draw_map_base(sheet);
  MapEvents events = gather_events(sheet, out.counts);
  out.as_points = events.as_points;
  claim_own_symbols(sheet, events);
  const MapLayout layout = lay_out_map(sheet, events);
  const PageFurniture page = lay_out_furniture(sheet, events, layout);
  MapLabels labels;
  if (in.map != nullptr) {
    TakenBoxes taken = taken_boxes(sheet, events, layout, page);
    labels = place_labels({sheet.map, colors, *in.fonts, view.lang, label_names(*in.map), memory.masks(in.map)}, taken);
  }
  // Dots leave the names alone, so these belong to what is painted once.
  if (events.as_points) {
    sheet.base.clip(view.map);
    draw_labels(sheet, sheet.base, labels);
    sheet.base.unclip();
    out.list.base_key = with_labels(out.list.base_key, labels);
  }
  sheet.top.clip(view.map);
  if (!events.as_points) draw_labels(sheet, sheet.top, labels);
  if (events.as_points) draw_points(sheet);
  draw_uncertain_places(sheet, events, layout);
  draw_overlays(sheet, events, OverlayPass::under);
  draw_leader(sheet, events, layout);
  draw_symbols(sheet, events, layout);
  draw_overlays(sheet, events, OverlayPass::over);
  draw_furniture(sheet, page);
  sheet.top.unclip();
  if (view.furniture.timeline) draw_timeline(sheet, memory.scale);
}

}  // namespace vidik
