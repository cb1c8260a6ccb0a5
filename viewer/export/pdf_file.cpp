#include "base/text.h"
#include "export/pdf_faces.h"
#include "export/pdf_words.h"
#include "export/run_letters.h"
#include "export/vector_file.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <utility>

namespace vidik {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kScreenDpi = 96;    // where a picture does not say how large it is meant
constexpr double kFarthest = 4.0e6;  // points: cairo's coordinates end at 2^23

template <auto Free>
struct Released {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Surface = std::unique_ptr<cairo_surface_t, Released<&cairo_surface_destroy>>;
using Context = std::unique_ptr<cairo_t, Released<&cairo_destroy>>;
using Pattern = std::unique_ptr<cairo_pattern_t, Released<&cairo_pattern_destroy>>;

cairo_status_t keep(void* bytes, const unsigned char* data, unsigned count) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), count);
  return CAIRO_STATUS_SUCCESS;
}

double radians(float degrees) { return static_cast<double>(degrees) * std::numbers::pi / 180; }

class PdfFile final : public VectorFile {
 public:
  PdfFile(const VectorPage& page, PictureWords words, Fonts& fonts, const VectorOptions& options)
      : words_(std::move(words)), fonts_(fonts), options_(options) {
    const double scale = page.scale * kPointsPerInch / (words_.dpi > 0 ? words_.dpi : kScreenDpi);
    farthest_ = kFarthest / scale;
    surface_.reset(
        cairo_pdf_surface_create_for_stream(&keep, &bytes_, page.width * scale, page.height * scale));
    cairo_pdf_surface_restrict_to_version(surface_.get(), CAIRO_PDF_VERSION_1_5);
    context_.reset(cairo_create(surface_.get()));
    cairo_scale(cr(), scale, scale);
    cairo_set_miter_limit(cr(), 4);
    if (page.ground.a == 255) {
      set_color(page.ground);
      cairo_paint(cr());
    }
  }

  void fill(const VectorPath& path, Color color) override {
    if (color.a == 0 || !add_path(path)) return;
    set_color(color);
    cairo_set_fill_rule(cr(), CAIRO_FILL_RULE_EVEN_ODD);
    cairo_fill(cr());
  }

  void stroke(const VectorPath& path, Color color, const VectorPen& pen) override {
    if (color.a == 0 || !(pen.width > 0) || !std::isfinite(pen.width) || !add_path(path)) return;
    set_color(color);
    cairo_set_line_width(cr(), pen.width);
    cairo_set_line_cap(cr(), pen.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr(), pen.round_joins ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    const double dashes[] = {pen.dash, std::max(pen.gap, 0.0f)};
    const bool dashed = pen.dash > 0 && std::isfinite(pen.dash) && std::isfinite(pen.gap);
    cairo_set_dash(cr(), dashes, dashed ? 2 : 0, 0);
    cairo_stroke(cr());
  }

  void fade(const Box2& box, Color from, Color to, bool across) override {
    if (!is_sound(box)) return;
    const Pattern pattern(cairo_pattern_create_linear(box.x, box.y, across ? box.x + box.w : box.x,
                                                      across ? box.y : box.y + box.h));
    cairo_pattern_add_color_stop_rgba(pattern.get(), 0, from.r / 255.0, from.g / 255.0, from.b / 255.0,
                                      from.a / 255.0);
    cairo_pattern_add_color_stop_rgba(pattern.get(), 1, to.r / 255.0, to.g / 255.0, to.b / 255.0,
                                      to.a / 255.0);
    cairo_set_source(cr(), pattern.get());
    cairo_rectangle(cr(), box.x, box.y, box.w, box.h);
    cairo_fill(cr());
  }

  void text(const GlyphRun& run, std::span<const Glyph> glyphs) override {
    if (glyphs.empty() || !vidik::is_sound(run, glyphs)) return;
    if (run.halo.a > 0 && run.halo_width > 0) halo(run, glyphs);
    if (run.color.a == 0) return;
    set_color(run.color);
    if (options_.outlines || run.face == Face::icons) {
      add_outlines(run, glyphs);
      cairo_set_fill_rule(cr(), CAIRO_FILL_RULE_WINDING);
      cairo_fill(cr());
      return;
    }
    show(run, glyphs);
  }

  void image(const VectorImage& image, const Box2& box, float alpha) override {
    if (!is_sound(box) || !(alpha > 0)) return;
    const auto width = static_cast<std::size_t>(std::max(image.width, 0));
    const auto height = static_cast<std::size_t>(std::max(image.height, 0));
    if (width == 0 || height == 0 || image.rgba.size() != width * height * 4) {
      if (failure_.ok()) failure_ = fail(Code::bad_usage, "An image's pixels do not match its size");
      return;
    }
    const Surface pixels(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height));
    unsigned char* data = cairo_image_surface_get_data(pixels.get());
    if (data == nullptr) {
      if (failure_.ok()) failure_ = fail(Code::unavailable, "There is no memory for an image");
      return;
    }
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(pixels.get()));
    for (std::size_t y = 0; y < height; ++y)
      for (std::size_t x = 0; x < width; ++x) {
        const std::uint8_t* from = image.rgba.data() + (y * width + x) * 4;
        const std::uint32_t argb = std::uint32_t{from[3]} << 24 | std::uint32_t{from[0]} << 16 |
                                   std::uint32_t{from[1]} << 8 | from[2];
        std::memcpy(data + y * stride + x * 4, &argb, 4);  // the machine's own order of bytes
      }
    cairo_surface_mark_dirty(pixels.get());
    cairo_save(cr());
    cairo_translate(cr(), box.x, box.y);
    cairo_scale(cr(), box.w / static_cast<double>(width), box.h / static_cast<double>(height));
    cairo_set_source_surface(cr(), pixels.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr()), CAIRO_FILTER_BILINEAR);
    if (alpha < 1)
      cairo_paint_with_alpha(cr(), alpha);
    else
      cairo_paint(cr());
    cairo_restore(cr());
  }

  void begin_clip(const VectorPath& path) override {
    cairo_save(cr());
    open_.push_back(kClip);
    if (!add_path(path)) cairo_rectangle(cr(), 0, 0, 0, 0);  // nothing is let through
    cairo_set_fill_rule(cr(), CAIRO_FILL_RULE_EVEN_ODD);
    cairo_clip(cr());
  }

  void begin_group(float alpha) override {
    open_.push_back(std::isfinite(alpha) ? std::clamp(alpha, 0.0f, 1.0f) : 1.0f);
    cairo_push_group(cr());
  }

  void end() override {
    VIDIK_EXPECT(!open_.empty());
    const float alpha = open_.back();
    open_.pop_back();
    if (alpha == kClip) {
      cairo_restore(cr());
      return;
    }
    cairo_pop_group_to_source(cr());
    cairo_paint_with_alpha(cr(), alpha);
  }

  Result<std::string> finish() override {
    VIDIK_EXPECT(open_.empty());
    if (!failure_.ok()) return failure_.error();
    cairo_show_page(cr());
    cairo_surface_finish(surface_.get());
    for (const cairo_status_t status : {cairo_status(cr()), cairo_surface_status(surface_.get())})
      if (status != CAIRO_STATUS_SUCCESS)
        return fail(Code::unavailable,
                    "The PDF cannot be made (" + std::string(cairo_status_to_string(status)) + ")");
    return pdf_with_words(bytes_, words_);
  }

 private:
  static constexpr float kClip = -1;  // among the open groups' alphas

  cairo_t* cr() const { return context_.get(); }
  void set_color(Color c) { cairo_set_source_rgba(cr(), c.r / 255.0, c.g / 255.0, c.b / 255.0, c.a / 255.0); }
  double held(float v) const { return std::clamp(static_cast<double>(v), -farthest_, farthest_); }
  static bool is_sound(const Box2& box) {
    return std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.w) && std::isfinite(box.h) &&
           box.w > 0 && box.h > 0;
  }

  // Steps are PathStep or OutlineStep: the same shape, from different rooms.
  template <typename Steps>
  void add_steps(const Steps& steps) {
    for (const auto& step : steps) {
      using Kind = decltype(step.kind);
      switch (step.kind) {
        case Kind::move:
          cairo_move_to(cr(), held(step.to.x), held(step.to.y));
          break;
        case Kind::line:
          cairo_line_to(cr(), held(step.to.x), held(step.to.y));
          break;
        case Kind::curve:
          cairo_curve_to(cr(), held(step.a.x), held(step.a.y), held(step.b.x), held(step.b.y),
                         held(step.to.x), held(step.to.y));
          break;
        case Kind::close:
          cairo_close_path(cr());
          break;
      }
    }
  }
  bool add_path(const VectorPath& path) {
    const auto sound = [](Px p) { return std::isfinite(p.x) && std::isfinite(p.y); };
    if (path.empty() || !std::all_of(path.begin(), path.end(), [&](const PathStep& step) {
          return sound(step.to) && sound(step.a) && sound(step.b);
        }))
      return false;
    cairo_new_path(cr());
    add_steps(path);
    return true;
  }
  void add_outlines(const GlyphRun& run, std::span<const Glyph> glyphs) {
    cairo_new_path(cr());
    for (const Glyph& glyph : glyphs) {
      cairo_save(cr());
      cairo_translate(cr(), glyph.x, glyph.y);
      cairo_rotate(cr(), radians(glyph.angle_deg));
      cairo_scale(cr(), run.size, run.size);
      add_steps(fonts_.outline(run.face, glyph.id));
      cairo_restore(cr());
    }
  }

  // Under all letters; the letters themselves cover the middle of it, unless one sees through them.
  void halo(const GlyphRun& run, std::span<const Glyph> glyphs) {
    if (run.halo.a < 255) cairo_push_group(cr());
    Color solid = run.halo;
    solid.a = 255;
    set_color(solid);
    add_outlines(run, glyphs);
    if (run.color.a < 255) {
      cairo_set_fill_rule(cr(), CAIRO_FILL_RULE_WINDING);
      cairo_fill_preserve(cr());
    }
    cairo_set_line_width(cr(), run.halo_width);
    cairo_set_line_join(cr(), CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cr(), CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cr(), nullptr, 0, 0);
    cairo_stroke(cr());
    if (run.halo.a < 255) {
      cairo_pop_group_to_source(cr());
      cairo_paint_with_alpha(cr(), run.halo.a / 255.0);
    }
  }

  // Letters that share a file and a turn, in one go: readers of the file put words together from what stands together.
  void show(const GlyphRun& run, std::span<const Glyph> glyphs) {
    auto told = run_letters(fonts_, run, glyphs);
    if (told && std::any_of(told->groups.begin(), told->groups.end(), [](const LetterGroup& group) {
          return std::any_of(group.letters.begin(), group.letters.end(), [](char32_t c) { return c < 0x20; });
        }))
      told.reset();
    std::size_t first = 0, group = 0;
    while (first < glyphs.size()) {
      const FaceFileId file = font_file(run.face, glyphs[first].id);
      std::string letters;
      std::vector<cairo_text_cluster_t> clusters;
      std::size_t next = first;
      while (next < glyphs.size() && font_file(run.face, glyphs[next].id) == file &&
             glyphs[next].angle_deg == glyphs[first].angle_deg) {
        if (!told) {
          ++next;
          continue;
        }
        const LetterGroup& one = told->groups[group++];
        const std::size_t before = letters.size();
        for (const char32_t letter : one.letters) append_utf8(letters, letter);
        clusters.push_back({static_cast<int>(letters.size() - before), static_cast<int>(one.glyphs)});
        next += one.glyphs;
      }
      show_part(run, file, glyphs.subspan(first, next - first), letters, clusters);
      first = next;
    }
  }

  void show_part(const GlyphRun& run, FaceFileId file, std::span<const Glyph> glyphs,
                 const std::string& letters, const std::vector<cairo_text_cluster_t>& clusters) {
    cairo_font_face_t* face = faces_.of(file);
    if (face == nullptr) {
      if (failure_.ok()) failure_ = fail(Code::unavailable, "A font cannot be put into the PDF");
      return;
    }
    const Glyph& origin = glyphs.front();
    const double angle = radians(origin.angle_deg), along = std::cos(angle), down = std::sin(angle);
    std::vector<cairo_glyph_t> placed;
    for (const Glyph& glyph : glyphs) {
      const double x = glyph.x - origin.x, y = glyph.y - origin.y;
      placed.push_back({glyph.id & ~kFallbackGlyph, x * along + y * down, y * along - x * down});
    }
    cairo_save(cr());
    cairo_translate(cr(), origin.x, origin.y);
    cairo_rotate(cr(), angle);
    cairo_set_font_face(cr(), face);
    cairo_set_font_size(cr(), run.size);
    const auto count = static_cast<int>(placed.size());
    if (clusters.empty())
      cairo_show_glyphs(cr(), placed.data(), count);
    else
      cairo_show_text_glyphs(cr(), letters.data(), static_cast<int>(letters.size()), placed.data(), count,
                             clusters.data(), static_cast<int>(clusters.size()),
                             static_cast<cairo_text_cluster_flags_t>(0));
    cairo_restore(cr());
  }

  PictureWords words_;
  Fonts& fonts_;
  VectorOptions options_;
  double farthest_ = 1;
  std::string bytes_;  // before the surface, which writes to it
  PdfFaces faces_;
  Surface surface_;
  Context context_;
  std::vector<float> open_;
  Result<> failure_ = Done{};
};

}  // namespace

Result<std::unique_ptr<VectorFile>> make_pdf(const VectorPage& page, const PictureWords& words, Fonts& fonts,
                                             const VectorOptions& options) {
  if (!(page.width > 0) || !(page.height > 0) || !(page.scale > 0) || !std::isfinite(page.width) ||
      !std::isfinite(page.height) || !std::isfinite(page.scale) || !std::isfinite(words.dpi))
    return fail(Code::bad_usage, "A picture needs a width and a height");
  return std::unique_ptr<VectorFile>(std::make_unique<PdfFile>(page, words, fonts, options));
}

}  // namespace vidik
