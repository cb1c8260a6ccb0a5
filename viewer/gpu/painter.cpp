#include "gpu/painter.h"

#include "gpu/coverage.h"
#include "gpu/map_fills.h"
#include "gpu/map_images.h"
#include "gpu/map_lines.h"
#include "gpu/map_points.h"
#include "gpu/px_marks.h"
#include "gpu/retained_base.h"

#include <cmath>
#include <utility>

namespace vidik {

namespace {

struct Parts {
  MapFills fills;
  MapLines lines;
  MapImages images;
  MapPointSets points;
  Coverage coverage;
  PxBatch batch;
};

// Parts of more than this share of the map are not worth the second copy.
constexpr double kMostMoved = 0.6;

class GlPainter final : public Painter {
 public:
  GlPainter(Parts parts, Fonts& fonts)
      : parts_(std::move(parts)), atlas_(fonts), px_(parts_.batch, atlas_, fonts) {}

  void keep_geometry(GeometryId id, const RetainedGeometry& geometry) override {
    ++kept_serial_;
    if (geometry.line_ends.empty())
      parts_.fills.keep(id, geometry);
    else
      parts_.lines.keep(id, geometry);
  }
  void keep_image(ImageId id, int width, int height, std::span<const std::uint8_t> rgba) override {
    ++kept_serial_;
    parts_.images.keep(id, width, height, rgba);
  }
  void drop_geometry(GeometryId id) override { parts_.fills.drop(id), parts_.lines.drop(id); }
  void drop_image(ImageId id) override { parts_.images.drop(id); }
  void keep_points(std::uint64_t serial, std::span<const Fixed2> positions,
                   std::span<const std::uint16_t> category) override {
    parts_.points.keep(serial, positions, category);
  }
  void drop_points(std::uint64_t serial) override { parts_.points.drop(serial); }

  void paint(const DrawList& list, unsigned target) override;
  void paint_tile(const DrawList& list, unsigned target, const PageTile& tile) override;
  const PaintStats& stats() const override { return stats_; }
  std::string renderer() const override {
    const auto text = [](GLenum name) {
      return std::string(reinterpret_cast<const char*>(glGetString(name)));
    };
    return text(GL_RENDERER) + ", OpenGL " + text(GL_VERSION);
  }

 private:
  void set_state();
  void paint_base(const DrawList& list, const MapFrame& frame);
  bool move_base(const DrawList& list, const MapFrame& frame, const RetainedKey& look);
  void paint_names(const DrawList& list, const MapFrame& frame);
  // One part of `list` into the picture that is kept of it; false when there is none.
  bool paint_part(RetainedBase& into, const KeptPart& part, const DrawList& list, const MapFrame& page,
                  std::uint64_t kept_serial);
  void paint_marks(const DrawList& list, const std::vector<Mark>& marks, const MapFrame& frame,
                   bool with_stencil);
  // Paints the mark at `at` and gives how many marks that were.
  std::size_t paint_map_mark(const DrawList& list, const std::vector<Mark>& marks, std::size_t at,
                             const MapFrame& frame, bool with_stencil);
  std::size_t paint_once(const DrawList& list, const std::vector<Mark>& marks, std::size_t at,
                         const MapFrame& frame);

  Parts parts_;
  Atlas atlas_;
  PxMarks px_;
  RetainedBase base_, named_, kept_part_, inset_;
  RetainedKey base_look_;  // of what base_ holds, and
  MapFrame base_frame_;    // how it was painted
  PaintStats stats_;
  std::uint64_t kept_serial_ = 0;  // a base painted before something was kept is stale
};

// Somebody else (the window's panels) draws with this context too: nothing is taken for granted.
void GlPainter::set_state() {
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_STENCIL_TEST);
  glDisable(GL_CULL_FACE);
  glDisable(GL_FRAMEBUFFER_SRGB);
  glDisable(GL_MULTISAMPLE);
  glDisable(GL_DITHER);
  glDisable(GL_PROGRAM_POINT_SIZE);
  glEnable(GL_SCISSOR_TEST);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glPolygonMode(GL_FRONT_AND_BACK, GL_FILL);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glBindSampler(0, 0);
  glBindSampler(1, 0);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glPixelStorei(GL_UNPACK_SKIP_PIXELS, 0);
  glPixelStorei(GL_UNPACK_SKIP_ROWS, 0);
}

void clear_to(Color ground, bool in_scissor = false) {
  const auto share = [](std::uint8_t v) { return static_cast<float>(v) / 255; };
  const float a = share(ground.a);
  glClearColor(share(ground.r) * a, share(ground.g) * a, share(ground.b) * a, a);
  if (!in_scissor) glDisable(GL_SCISSOR_TEST);
  glStencilMask(0xff);
  glClearStencil(0);
  glClear(GL_COLOR_BUFFER_BIT | GL_STENCIL_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
}

void GlPainter::paint(const DrawList& list, unsigned target) {
  const Size size = list.device_size();
  paint_tile(list, target, {0, 0, size.width, size.height});
}

void GlPainter::paint_tile(const DrawList& list, unsigned target, const PageTile& wanted) {
  if (!(list.scale > 0) || !(list.scale <= 64)) return;
  const Size size = list.device_size();
  const PxRect tile{wanted.x, wanted.y, wanted.width, wanted.height};
  if (tile.w < 1 || tile.h < 1) return;
  set_state();
  set_viewport(tile);
  const MapFrame frame = map_frame(list, size, tile);
  px_.begin(list);

  paint_base(list, frame);
  if (!list.names.empty()) paint_names(list, frame);
  const bool kept = paint_part(kept_part_, list.kept, list, frame, 0);
  const bool inset = paint_part(inset_, list.inset, list, frame, kept_serial_);
  px_.begin(list);
  (list.names.empty() ? base_ : named_).copy_to(target, {0, 0, tile.w, tile.h});
  const auto place = [&](const Box2& box) {
    const PxRect page = intersection(device_rect(box, list.scale), tile);
    return PxRect{page.x - tile.x, page.y - tile.y, page.w, page.h};
  };
  if (kept) kept_part_.copy_to(target, place(list.kept.box));
  paint_marks(list, list.top, frame, false);
  if (inset) inset_.copy_to(target, place(list.inset.box));
  glDisable(GL_SCISSOR_TEST);
  glUseProgram(0);
}

void GlPainter::paint_base(const DrawList& list, const MapFrame& frame) {
  const RetainedKey key{list.base_key, kept_serial_, frame.target, frame.tile, list.scale, list.ground};
  if (base_.holds(key)) return;
  const RetainedKey look{list.base_look, kept_serial_, frame.target, frame.tile, list.scale, list.ground};
  if (!move_base(list, frame, look)) {
    ++stats_.base_repaints;
    base_.begin({frame.tile.w, frame.tile.h});
    glBindFramebuffer(GL_FRAMEBUFFER, base_.framebuffer());
    clear_to(list.ground);
    paint_marks(list, list.base, frame, true);
    base_look_ = look, base_frame_ = frame;
  }
  base_.done(key);
}

bool GlPainter::move_base(const DrawList& list, const MapFrame& frame, const RetainedKey& look) {
  const bool whole_page = frame.tile == PxRect{0, 0, frame.target.width, frame.target.height};
  if (look.key == 0 || !(look == base_look_) || !whole_page) return false;
  // By whole px from the same place: then it is, to the last bit, what would be painted anew.
  if (frame.centre_x != base_frame_.centre_x || frame.centre_y != base_frame_.centre_y) return false;
  const double right = frame.origin_x - base_frame_.origin_x, down = frame.origin_y - base_frame_.origin_y;
  const double most_right = frame.box.w * kMostMoved, most_down = frame.box.h * kMostMoved;
  if (!(std::abs(right) < most_right) || !(std::abs(down) < most_down)) return false;
  if (right != std::round(right) || down != std::round(down)) return false;
  ++stats_.base_moves;
  // The outermost px of a box that ends inside one hold some of what is beside it.
  const Box2& box = list.view.box;
  const auto whole = [&](float v) {
    const double px = static_cast<double>(v) * list.scale;
    return px == std::round(px);
  };
  const int rim = whole(box.x) && whole(box.y) && whole(box.x + box.w) && whole(box.y + box.h) ? 0 : 1;
  const std::vector<PxRect> missing =
      base_.move(frame.box, rim, static_cast<int>(right), static_cast<int>(down));
  base_frame_ = frame;
  glBindFramebuffer(GL_FRAMEBUFFER, base_.framebuffer());
  for (const PxRect& part : missing) {
    MapFrame strip = frame;
    strip.box = part;
    strip.is_part = true;
    set_scissor(part, frame.tile);
    clear_to(list.ground, true);
    paint_marks(list, list.base, strip, true);
  }
  return true;
}

void GlPainter::paint_names(const DrawList& list, const MapFrame& frame) {
  const RetainedKey key{list.base_key ^ (list.names_key * 1099511628211ull),
                        kept_serial_,
                        frame.target,
                        frame.tile,
                        list.scale,
                        list.ground};
  if (list.names_key != 0 && list.base_key != 0 && named_.holds(key)) return;
  named_.begin({frame.tile.w, frame.tile.h});
  base_.copy_to(named_.framebuffer(), {0, 0, frame.tile.w, frame.tile.h});
  paint_marks(list, list.names, frame, false);
  named_.done(key);
}

bool GlPainter::paint_part(RetainedBase& into, const KeptPart& part, const DrawList& list,
                           const MapFrame& page, std::uint64_t kept_serial) {
  if (!part.list) return false;
  const RetainedKey key{part.key, kept_serial, page.target, page.tile, list.scale, list.ground};
  if (into.holds(key)) return true;
  into.begin({page.tile.w, page.tile.h});
  glBindFramebuffer(GL_FRAMEBUFFER, into.framebuffer());
  // A box that ends inside a device pixel leaves part of it to what lies below.
  clear_to(list.ground);
  px_.begin(*part.list);
  paint_marks(*part.list, part.list->top, map_frame(*part.list, page.target, page.tile), false);
  into.done(key);
  return true;
}

void GlPainter::paint_marks(const DrawList& list, const std::vector<Mark>& marks, const MapFrame& frame,
                            bool with_stencil) {
  parts_.batch.begin(frame.tile, atlas_.texture());
  if (frame.is_part) parts_.batch.bounds(frame.box);
  for (std::size_t i = 0; i < marks.size();) {
    bool good = true;
    std::size_t done = 1;
    std::visit(
        [&](const auto& mark) {
          using M = std::decay_t<decltype(mark)>;
          if constexpr (std::is_same_v<M, Clip>) {
            const bool ends = !(mark.box.w > 0 && mark.box.h > 0);
            parts_.batch.clip(ends ? frame.tile : device_rect(mark.box, list.scale));
          } else if constexpr (requires { px_.add(mark); }) {
            good = px_.add(mark);
          } else {
            done = paint_map_mark(list, marks, i, frame, with_stencil);
          }
        },
        marks[i]);
    stats_.marks += done;
    if (!good) ++stats_.left_out;
    i += done;
  }
  parts_.batch.flush();
}

std::size_t GlPainter::paint_map_mark(const DrawList& list, const std::vector<Mark>& marks, std::size_t at,
                                      const MapFrame& whole, bool with_stencil) {
  parts_.batch.flush();
  MapFrame frame = whole;
  frame.box = intersection(frame.box, parts_.batch.clipped_to());
  const Mark& mark = marks[at];
  bool good = true;
  if (const auto* fill = std::get_if<MapFill>(&mark)) good = parts_.fills.paint(*fill, frame, with_stencil);
  if (const auto* image = std::get_if<MapImage>(&mark))
    good = parts_.images.paint(*image, list, frame, with_stencil);
  if (const auto* points = std::get_if<MapPoints>(&mark)) good = parts_.points.paint(*points, list, frame);
  if (const auto* stroke = std::get_if<MapStroke>(&mark)) {
    if (stroke->stencil != 0 && !with_stencil)
      good = false;
    else if (stroke->once && stroke->color.a < 255)
      return paint_once(list, marks, at, frame);
    else
      good = parts_.lines.paint(*stroke, frame, list.scale, false);
  }
  if (!good) ++stats_.left_out;
  return 1;
}

// Neighbours in the list share one pass, as many as a pixel has channels.
std::size_t GlPainter::paint_once(const DrawList& list, const std::vector<Mark>& marks, std::size_t at,
                                  const MapFrame& frame) {
  std::vector<MapStroke> group;
  std::size_t done = 0;
  for (; at + done < marks.size() && group.size() < Coverage::kMost; ++done) {
    const auto* stroke = std::get_if<MapStroke>(&marks[at + done]);
    if (stroke == nullptr || !stroke->once || stroke->color.a == 255) break;
    if (!group.empty() && stroke->stencil != group.front().stencil) break;
    if (parts_.lines.has(stroke->geometry))
      group.push_back(*stroke);
    else
      ++stats_.left_out;
  }
  if (!group.empty()) parts_.coverage.paint(group, parts_.lines, frame, list.scale);
  return done;
}

}  // namespace

Result<std::unique_ptr<Painter>> Painter::create(GlLoader loader, Fonts& fonts) {
  const int version = gladLoadGL(loader);
  if (version == 0 || GLAD_VERSION_MAJOR(version) * 10 + GLAD_VERSION_MINOR(version) < 33)
    return fail(Code::unavailable, "the graphics driver lacks OpenGL 3.3, which drawing needs");
  VIDIK_TRY(auto fills, MapFills::create());
  VIDIK_TRY(auto lines, MapLines::create());
  VIDIK_TRY(auto images, MapImages::create());
  VIDIK_TRY(auto points, MapPointSets::create());
  VIDIK_TRY(auto coverage, Coverage::create());
  VIDIK_TRY(auto batch, PxBatch::create());
  return std::unique_ptr<Painter>(
      std::make_unique<GlPainter>(Parts{std::move(fills), std::move(lines), std::move(images),
                                        std::move(points), std::move(coverage), std::move(batch)},
                                  fonts));
}

}  // namespace vidik
