#include "scene/scene.h"

#include "scene/furniture.h"
#include "scene/inset.h"
#include "scene/key_hash.h"
#include "scene/labels.h"
#include "scene/map_base.h"
#include "scene/measure.h"
#include "scene/overlays.h"
#include "scene/present.h"
#include "scene/shapes.h"
#include "scene/symbols.h"
#include "scene/timeline.h"

#include <bit>
#include <cmath>
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
  const LabelMasks& masks(const MapSet* map) {
    if (map != masked_) masks_ = label_masks(*map), masked_ = map;
    return masks_;
  }
  // Names move only when the view or what they keep off changes.
  template <typename Make>
  const MapLabels& labels(std::uint64_t key, Make&& make) {
    if (key != labels_key_) labels_ = make(), labels_key_ = key;
    return labels_;
  }
  // Names that stand for another camera or clock and the same choice of names.
  bool may_carry(std::uint64_t look) const { return labels_key_ != 0 && look == labels_look_; }
  const MapLabels& carried(const MapView& to, std::span<const Box2> symbols, std::span<const Box2> floating) {
    carried_ = carried_labels(labels_, labels_view_, to, symbols, floating);
    return carried_;
  }
  std::uint64_t labels_key() const { return labels_key_; }
  void stand_for(std::uint64_t look, const MapView& view) { labels_look_ = look, labels_view_ = view; }
  TimelineScale scale;
  ShapePaths shapes;

 private:
  std::uint64_t labels_key_ = 0, labels_look_ = 0;
  MapLabels labels_, carried_;
  MapView labels_view_;
  std::map<std::string, TimeZone> zones_;
  const MapSet* masked_ = nullptr;
  LabelMasks masks_;
};

std::shared_ptr<SceneMemory> make_scene_memory() { return std::make_shared<SceneMemory>(); }

namespace {

// All that the names on the map depend on, besides the fonts; where they stand in the base, the base does too.
std::uint64_t labels_key(const SceneIn& in, std::span<const Box2> taken, std::span<const Box2> floating) {
  std::uint64_t key = base_key_of(in);
  const auto add = [&](std::uint32_t v) { key = (key ^ v) * 1099511628211ull; };
  const NameChoice& names = in.view->names;
  for (const Lang lang : {names.first, names.second.value_or(names.first)})
    add(static_cast<std::uint32_t>(lang));
  add(static_cast<std::uint32_t>(names.pairs));
  for (const auto& boxes : {taken, floating})
    for (const Box2& b : boxes)
      for (const float v : {b.x, b.y, b.w, b.h}) add(std::bit_cast<std::uint32_t>(v));
  return key == 0 ? 1 : key;
}

// What names look like and which there are, wherever the camera stands.
std::uint64_t names_look(const SceneIn& in) {
  const ViewState& view = *in.view;
  KeyHash hash;
  hash.add(view.theme), hash.add(view.borders), hash.add(view.hidden.bits()), hash.add(view.scale);
  hash.add(view.camera.projection);
  hash.add(view.names.first), hash.add(view.names.second.value_or(view.names.first)),
      hash.add(view.names.pairs);
  for (const float v : {view.map.x, view.map.y, view.map.w, view.map.h}) hash.add(v);
  hash.add(in.map != nullptr);
  return hash.value();
}

std::vector<Box2> floating_boxes(const Sheet& sheet, const PageFurniture& page) {
  std::vector<Box2> boxes;
  for (const Box2& box : sheet.view.covered) boxes.push_back(grown(box, 3));
  for (const Box2* box : {&page.legend.box, &page.credits, &page.scale, &page.inset.box})
    if (box->w > 0) boxes.push_back(grown(*box, 4));
  if (page.caption.w > 0) {
    // In steps, so that names do not move with the digits of a count.
    Box2 box = grown(page.caption, 4);
    box.w = std::ceil(box.w / 160) * 160;
    boxes.push_back(box);
  }
  if (sheet.view.card.w > 0) boxes.push_back(grown(sheet.view.card, 3));
  return boxes;
}

std::vector<Box2> taken_boxes(const Sheet& sheet, const MapEvents& events, const MapLayout& layout,
                              ShapePaths& paths) {
  std::vector<Box2> taken = boxes_of(layout);
  for (const auto& boxes : {overlay_boxes(sheet, events), shape_boxes(sheet, events, paths)})
    taken.insert(taken.end(), boxes.begin(), boxes.end());
  for (const PlacedSymbol& s : layout.symbols) {
    if (sheet.in.selected != events.events[s.event].ref) continue;
    const std::vector<Px> leader = leader_path(sheet.view, s.at, s.radius + 6);
    for (std::size_t i = 0; i + 1 < leader.size(); ++i) {
      const Px a = leader[i], b = leader[i + 1];
      taken.push_back(
          {std::min(a.x, b.x), std::min(a.y, b.y) - 3, std::abs(a.x - b.x), std::abs(a.y - b.y) + 6});
    }
  }
  return taken;
}

void begin_page(const SceneIn& in, Picture& out) {
  const ViewState& view = *in.view;
  out.list.clear();
  out.hits.clear();
  out.shapes.clear();
  out.list.size = view.size;
  out.list.scale = view.scale;
  if (view.page.on) out.list.device = view.page.device;
  out.list.view = map_view(view.camera, view.map);
  out.list.ground = with_alpha(theme(view.theme).app, view.page.on && view.page.transparent ? 0 : 1);
  out.list.base_key = base_key_of(in);
  out.list.base_look = base_look_of(in);
}

}  // namespace

void draw_timeline(const SceneIn& in, Picture& out) {
  VIDIK_EXPECT(in.snapshot && in.indexes && in.visible && in.view && in.fonts);
  begin_page(in, out);
  const Result<TimeZone> zone = TimeZone::find(in.view->zone);
  const TimeZone shown = zone ? zone.value() : TimeZone::display_default();
  Sheet sheet{in,
              *in.view,
              theme(in.view->theme),
              shown,
              out.list.view,
              out,
              Pen(out.list, out.list.base, *in.fonts),
              Pen(out.list, out.list.top, *in.fonts)};
  TimelineScale scale;
  out.list.kept = out.list.inset = {};
  draw_timeline(sheet, scale);
}

void draw_scene(const SceneIn& in, SceneMemory& memory, Picture& out) {
  VIDIK_EXPECT(in.snapshot && in.indexes && in.visible && in.view && in.fonts);
  const ViewState& view = *in.view;
  begin_page(in, out);
  const Theme& colors = theme(view.theme);
  out.metres_per_px = metres_per_px(out.list.view);
  Sheet sheet{in,
              view,
              colors,
              memory.zone(view.zone),
              out.list.view,
              out,
              Pen(out.list, out.list.base, *in.fonts),
              Pen(out.list, out.list.top, *in.fonts)};

  draw_map_base(sheet);
  MapEvents events = gather_events(sheet, out.counts);
  out.as_points = events.as_points;
  claim_own_symbols(sheet, events);
  memory.shapes.see(sheet);
  const MapLayout layout = lay_out_map(sheet, events);
  const bool presents = view.page.on;
  const PageFurniture page = presents ? PageFurniture{} : lay_out_furniture(sheet, events, layout);
  const PresentParts present = presents ? lay_out_present(sheet, events, layout) : PresentParts{};
  static const MapLabels kNone;
  const MapLabels* labels = &kNone;
  if (in.map != nullptr) {
    const std::vector<Box2> boxes = taken_boxes(sheet, events, layout, memory.shapes),
                            floating = presents ? floating_boxes(present) : floating_boxes(sheet, page);
    std::uint64_t key = labels_key(in, boxes, floating);
    const std::uint64_t look = names_look(in);
    const bool carries = view.moving && memory.may_carry(look);
    if (carries) key ^= memory.labels_key() * 1099511628211ull;
    labels = carries ? &memory.carried(sheet.map, boxes, floating) : &memory.labels(key, [&] {
      memory.stand_for(look, sheet.map);
      TakenBoxes taken;
      for (const Box2& box : boxes) taken.add(box);
      const LabelMasks& masks = memory.masks(in.map);
      return place_labels({sheet.map, colors, *in.fonts, view.names, label_names(*in.map, in.borders),
                           masks.countries, floating, view.hidden, masks.lakes},
                          taken);
    });
    if (events.as_points) out.list.names_key = key;
  }
  // Dots leave the names alone, so these stay while only time moves.
  if (events.as_points && !events.counted()) {
    Pen names(out.list, out.list.names, *in.fonts);
    names.clip(view.map);
    draw_labels(sheet, names, *labels);
    names.unclip();
  }
  sheet.top.clip(view.map);
  if (!events.as_points) draw_labels(sheet, sheet.top, *labels);
  if (presents) draw_present_ground(sheet, present);
  draw_shapes(sheet, events, memory.shapes);
  if (events.counted()) {
    draw_counts(sheet, events);
    draw_labels(sheet, sheet.top, *labels);  // over the counts: under them they could not be read
  } else if (events.as_points) {
    draw_points(sheet);
  }
  draw_uncertain_places(sheet, events, layout);
  draw_overlays(sheet, events, OverlayPass::under);
  draw_leader(sheet, events, layout);
  if (presents) draw_leaders(sheet, present.callouts);
  draw_symbols(sheet, events, layout);
  draw_overlays(sheet, events, OverlayPass::over);
  draw_measure(sheet);
  if (!presents) draw_furniture(sheet, page);
  sheet.top.unclip();
  if (presents) draw_present(sheet, present);
  draw_inset(sheet, page.inset);
  out.inset = page.inset;
  out.scale_bar = presents ? present.scale : page.scale;
  draw_timeline(sheet, memory.scale);
}

}  // namespace vidik
