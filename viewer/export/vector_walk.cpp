#include "export/vector_walk.h"

#include "export/vector_map.h"
#include "export/vector_marks.h"
#include "export/vector_shapes.h"

#include <variant>

namespace vidik {

namespace {

class Walk {
 public:
  Walk(const VectorParts& parts, Fonts& fonts, VectorBrush& brush, VectorWalkStats& stats)
      : parts_(parts), fonts_(fonts), brush_(brush), stats_(stats) {}

  // `whole`: where the marks may be, what an empty Clip goes back to.
  void marks(const DrawList& list, const std::vector<Mark>& marks, const PageBox& whole, bool is_base) {
    VectorMap map(list, parts_, brush_, is_base);
    VectorMarks page(list, fonts_, brush_);
    // A fill without alpha takes away what is below it: what comes before it is painted outside its area.
    std::vector<std::pair<std::size_t, std::vector<PageLine>>> taken;
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (const auto* fill = std::get_if<MapFill>(&marks[i]); fill != nullptr && fill->color.a == 0)
        if (auto rings = map.rings_of(fill->geometry); !rings.empty())
          taken.emplace_back(i, std::move(rings));
    brush_.clip(whole);
    PageBox clip = whole;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      ++stats_.marks;
      if (!std::holds_alternative<MapStroke>(marks[i]) && !std::holds_alternative<MapImage>(marks[i]))
        map.leave_areas();
      if (const auto* mark = std::get_if<Clip>(&marks[i])) {
        const bool ends = !(mark->box.w > 0 && mark->box.h > 0);
        clip =
            ends ? whole : intersection(whole, whole_device_px(mark->box, static_cast<double>(list.scale)));
        brush_.clip(clip);
        continue;
      }
      int opened = 0;
      if (!taken.empty()) map.leave_areas();
      for (const auto& [at, rings] : taken)
        if (at > i && brush_.begin_area(rings, true)) ++opened;
      const bool good = std::visit(
          [&](const auto& mark) {
            if constexpr (requires { page.add(mark); })
              return page.add(mark);
            else if constexpr (requires { map.paint(mark); })
              return map_mark(map, mark, list, clip);
            else
              return true;
          },
          marks[i]);
      if (!good) ++stats_.left_out;
      if (opened > 0) map.leave_areas();
      for (; opened > 0; --opened) brush_.end();
    }
    map.leave_areas();
    brush_.clip(brush_.page());
  }

  // A part that is kept covers its box, whatever is below.
  void part(const KeptPart& part, const DrawList& page) {
    if (!part.list) return;
    const PageBox box = whole_device_px(part.box, static_cast<double>(page.scale));
    brush_.clip(box);
    if (page.ground.a == 255) brush_.fill(box_path(box, 0), page.ground);
    marks(*part.list, part.list->top, box, false);
  }

 private:
  template <typename M>
  bool map_mark(VectorMap& map, const M& mark, const DrawList& list, const PageBox& clip) {
    const PageBox box = whole_device_px(list.view.box, static_cast<double>(list.scale));
    brush_.clip(intersection(clip, box));  // as a rule the clip that holds already
    const bool good = map.paint(mark);
    brush_.clip(clip);
    return good;
  }

  const VectorParts& parts_;
  Fonts& fonts_;
  VectorBrush& brush_;
  VectorWalkStats& stats_;
};

}  // namespace

VectorPage vector_page(const DrawList& list) {
  const Size device = list.device_size();
  const double scale = list.scale;
  return {static_cast<float>(device.width / scale), static_cast<float>(device.height / scale), scale,
          list.ground};
}

VectorWalkStats walk_picture(const DrawList& list, const VectorParts& parts, Fonts& fonts, VectorSink& sink) {
  VectorWalkStats stats;
  const VectorPage page = vector_page(list);
  const PageBox whole{0, 0, static_cast<double>(page.width), static_cast<double>(page.height)};
  VectorBrush brush(sink, whole);
  Walk walk(parts, fonts, brush, stats);
  walk.marks(list, list.base, whole, true);
  walk.marks(list, list.names, whole, false);
  walk.part(list.kept, list);
  walk.marks(list, list.top, whole, false);
  walk.part(list.inset, list);
  stats.images = brush.images();
  return stats;
}

}  // namespace vidik
