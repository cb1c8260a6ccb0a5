#include "base/base64.h"
#include "base/text.h"
#include "export/png_file.h"
#include "export/run_letters.h"
#include "export/svg_fonts.h"
#include "export/vector_file.h"
#include "export/xml_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <numbers>
#include <utility>

namespace vidik {

namespace {

constexpr int kGlyphEm = 1000;       // units of the glyphs under <defs>
constexpr std::size_t kLong = 2000;  // bytes of a shape that is worth a name

std::string paint(const char* what, Color color) {
  char hex[8];
  std::snprintf(hex, sizeof hex, "#%02x%02x%02x", color.r, color.g, color.b);
  std::string out = " " + std::string(what) + "=\"" + hex + "\"";
  if (color.a < 255) out += " " + std::string(what) + "-opacity=\"" + short_number(color.a / 255.0, 3) + "\"";
  return out;
}

std::string stop_paint(Color color) {
  Color solid = color;
  solid.a = 255;
  return paint("stop-color", solid) +
         (color.a < 255 ? " stop-opacity=\"" + short_number(color.a / 255.0, 3) + "\"" : "");
}

// Steps are PathStep or OutlineStep: the same shape, from different rooms.
template <typename Steps>
std::string path_data(const Steps& steps, double times = 1) {
  std::string out;
  const auto add = [&](const char* letter, Px p) {
    out += letter + short_number(p.x * times) + " " + short_number(p.y * times);
  };
  for (const auto& step : steps) {
    using Kind = decltype(step.kind);
    switch (step.kind) {
      case Kind::move:
        add("M", step.to);
        break;
      case Kind::line:
        add("L", step.to);
        break;
      case Kind::curve:
        add("C", step.a), add(" ", step.b), add(" ", step.to);
        break;
      case Kind::close:
        out += "Z";
        break;
    }
  }
  return out;
}

bool is_finite(Px p) { return std::isfinite(p.x) && std::isfinite(p.y); }
bool is_sound(const VectorPath& path) {
  return !path.empty() && std::all_of(path.begin(), path.end(), [](const PathStep& step) {
    return is_finite(step.to) && is_finite(step.a) && is_finite(step.b);
  });
}
bool is_sound(const Box2& box) { return is_finite({box.x, box.y}) && is_finite({box.w, box.h}); }
std::string box_attributes(const Box2& box) {
  return " x=\"" + short_number(box.x) + "\" y=\"" + short_number(box.y) + "\" width=\"" +
         short_number(box.w) + "\" height=\"" + short_number(box.h) + "\"";
}

// A letter can be written where its place can be told: one code unit for the lists of places, none that XML
// changes on the way, and a glyph of its own.
bool is_writable(const LetterGroup& group, const Glyph& glyph) {
  return group.letters.size() == 1 && group.glyphs == 1 && group.letters[0] >= 0x20 &&
         group.letters[0] < 0xffff && is_xml_letter(group.letters[0]) && (glyph.id & ~kFallbackGlyph) != 0;
}

class SvgFile final : public VectorFile {
 public:
  SvgFile(const VectorPage& page, PictureWords words, Fonts& fonts, const VectorOptions& options)
      : page_(page), words_(std::move(words)), fonts_(fonts), options_(options) {}

  void fill(const VectorPath& path, Color color) override {
    if (!is_sound(path) || color.a == 0) return;
    body_ += shape(path, paint("fill", color) + " fill-rule=\"evenodd\"") + "\n";
  }

  void stroke(const VectorPath& path, Color color, const VectorPen& pen) override {
    if (!is_sound(path) || color.a == 0 || !(pen.width > 0) || !std::isfinite(pen.width)) return;
    std::string looks =
        " fill=\"none\"" + paint("stroke", color) + " stroke-width=\"" + short_number(pen.width) + "\"";
    if (pen.dash > 0 && std::isfinite(pen.dash) && std::isfinite(pen.gap))
      looks += " stroke-dasharray=\"" + short_number(pen.dash) + " " + short_number(std::max(pen.gap, 0.0f)) +
               "\"";
    if (pen.round) looks += " stroke-linecap=\"round\"";
    if (pen.round_joins) looks += " stroke-linejoin=\"round\"";
    body_ += shape(path, looks) + "\n";
  }

  void fade(const Box2& box, Color from, Color to, bool across) override {
    if (!is_sound(box) || box.w <= 0 || box.h <= 0) return;
    const std::string id = "f" + std::to_string(++fades_);
    defs_ += "<linearGradient id=\"" + id + "\" gradientUnits=\"userSpaceOnUse\" x1=\"" +
             short_number(box.x) + "\" y1=\"" + short_number(box.y) + "\" x2=\"" +
             short_number(across ? box.x + box.w : box.x) + "\" y2=\"" +
             short_number(across ? box.y : box.y + box.h) + "\"><stop" + stop_paint(from) +
             "/><stop offset=\"1\"" + stop_paint(to) + "/></linearGradient>\n";
    body_ += "<rect" + box_attributes(box) + " fill=\"url(#" + id + ")\"/>\n";
  }

  void text(const GlyphRun& run, std::span<const Glyph> glyphs) override {
    if (glyphs.empty() || !vidik::is_sound(run, glyphs)) return;
    // The halo lies under all letters; `paint-order` would lay a letter's halo on the letter before it.
    if (run.halo.a > 0 && run.halo_width > 0) {
      Color solid = run.halo;  // fill and stroke meet: the whole is made translucent, not each
      solid.a = 255;
      body_ += "<g aria-hidden=\"true\"" + paint("fill", solid) + paint("stroke", solid) +
               " stroke-linejoin=\"round\" stroke-width=\"" +
               short_number(run.halo_width * static_cast<float>(kGlyphEm) / run.size) + "\"";
      if (run.halo.a < 255) body_ += " opacity=\"" + short_number(run.halo.a / 255.0, 3) + "\"";
      body_ += ">" + uses(run, glyphs) + "</g>\n";
    }
    if (options_.outlines || run.face == Face::icons || !written(run, glyphs)) {
      const std::string label = run.face == Face::icons ? "" : xml_text(run.text);
      body_ += "<g" + paint("fill", run.color) +
               (label.empty() ? " aria-hidden=\"true\"" : " role=\"img\" aria-label=\"" + label + "\"") +
               ">" + uses(run, glyphs) + "</g>\n";
    }
  }

  void image(const VectorImage& image, const Box2& box, float alpha) override {
    if (!is_sound(box) || box.w <= 0 || box.h <= 0 || !(alpha > 0)) return;
    std::vector<std::uint8_t> rgba(image.rgba.begin(), image.rgba.end());
    unmultiply_alpha(rgba);
    const Result<std::string> png = encode_png(image.width, image.height, rgba);
    if (!png.ok()) {
      if (failure_.ok()) failure_ = png.error();
      return;
    }
    body_ += "<image" + box_attributes(box) + " preserveAspectRatio=\"none\"";
    if (alpha < 1) body_ += " opacity=\"" + short_number(alpha, 3) + "\"";
    body_ += " xlink:href=\"data:image/png;base64," + to_base64(*png) + "\"/>\n";
  }

  void begin_clip(const VectorPath& path) override {
    // An empty clip lets nothing through, in SVG too.
    const std::string inside = is_sound(path) ? shape(path, " clip-rule=\"evenodd\"") : "";
    const auto [known, is_new] = clips_.try_emplace(inside, "c" + std::to_string(clips_.size() + 1));
    if (is_new) defs_ += "<clipPath id=\"" + known->second + "\">" + inside + "</clipPath>\n";
    body_ += "<g clip-path=\"url(#" + known->second + ")\">\n";
    ++open_;
  }

  void begin_group(float alpha) override {
    body_ += "<g opacity=\"" + short_number(std::isfinite(alpha) ? std::clamp(alpha, 0.0f, 1.0f) : 1.0f, 3) +
             "\">\n";
    ++open_;
  }

  void end() override {
    VIDIK_EXPECT(open_ > 0);
    --open_;
    body_ += "</g>\n";
  }

  Result<std::string> finish() override {
    VIDIK_EXPECT(open_ == 0);
    if (!failure_.ok()) return failure_.error();
    VIDIK_TRY(const std::string faces, letters_.style());
    const auto number = [](double v) { return short_number(v, 3); };
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "version=\"1.1\" "
        "width=\"" +
        number(page_.width * page_.scale) + "\" height=\"" + number(page_.height * page_.scale) +
        "\" viewBox=\"0 0 " + number(page_.width) + " " + number(page_.height) +
        "\" role=\"img\" aria-labelledby=\"vidik-title vidik-desc\" "
        "text-rendering=\"geometricPrecision\">\n<title "
        "id=\"vidik-title\">" +
        xml_text(words_.title) + "</title>\n<desc id=\"vidik-desc\">" + xml_text(words_.description) +
        "</desc>\n";
    out += "<metadata>";
    if (!words_.software.empty())
      out += "<vidik:software xmlns:vidik=\"urn:vidik:state\">" + xml_text(words_.software) +
             "</vidik:software>";
    if (!words_.state.empty())
      out += "<vidik:state xmlns:vidik=\"urn:vidik:state\">" + to_base64(words_.state) + "</vidik:state>";
    out += "</metadata>\n";
    if (!faces.empty()) out += "<style>\n" + faces + "</style>\n";
    if (!defs_.empty()) out += "<defs>\n" + defs_ + "</defs>\n";
    if (page_.ground.a == 255)
      out +=
          "<rect" + box_attributes({0, 0, page_.width, page_.height}) + paint("fill", page_.ground) + "/>\n";
    return out + body_ + "</svg>\n";
  }

 private:
  // A sea is filled, then clips what lies on it, then the next: what is long stands in the file once.
  std::string shape(const VectorPath& path, const std::string& looks) {
    std::string data = path_data(path);
    if (data.size() < kLong) return "<path" + looks + " d=\"" + data + "\"/>";
    const auto [known, is_new] =
        long_shapes_.try_emplace(std::move(data), "p" + std::to_string(long_shapes_.size() + 1));
    if (is_new) defs_ += "<path id=\"" + known->second + "\" d=\"" + known->first + "\"/>\n";
    return "<use xlink:href=\"#" + known->second + "\"" + looks + "/>";
  }

  // The run's glyphs as shapes: each shape once in the file, in units of its em.
  std::string uses(const GlyphRun& run, std::span<const Glyph> glyphs) {
    std::string out;
    const std::string size = short_number(run.size / static_cast<float>(kGlyphEm), 6);
    for (const Glyph& glyph : glyphs) {
      const auto [known, is_new] =
          shapes_.try_emplace({font_file(run.face, glyph.id), glyph.id}, shapes_.size() + 1);
      if (is_new) {
        const GlyphOutline outline = fonts_.outline(run.face, glyph.id);
        if (outline.empty())
          known->second = 0;
        else
          defs_ += "<path id=\"g" + std::to_string(known->second) + "\" d=\"" + path_data(outline, kGlyphEm) +
                   "\"/>\n";
      }
      if (known->second == 0) continue;  // a blank
      out += "<use xlink:href=\"#g" + std::to_string(known->second) + "\" transform=\"translate(" +
             short_number(glyph.x) + " " + short_number(glyph.y) + ")";
      if (glyph.angle_deg != 0) out += "rotate(" + short_number(glyph.angle_deg) + ")";
      out += "scale(" + size + ")\"/>";
    }
    return out;
  }

  // As letters, each at the place that our own layout gave it. False: the run cannot be told that way.
  bool written(const GlyphRun& run, std::span<const Glyph> glyphs) {
    const auto told = run_letters(fonts_, run, glyphs);
    if (!told || told->groups.size() != glyphs.size()) return false;
    const std::vector<LetterGroup>& groups = told->groups;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
      if (!is_writable(groups[i], glyphs[i])) return false;

    const bool straight = std::all_of(glyphs.begin(), glyphs.end(), [&](const Glyph& g) {
      return g.angle_deg == glyphs.front().angle_deg;
    });
    std::vector<std::size_t> faces;
    for (std::size_t i = 0; i < glyphs.size(); ++i)
      faces.push_back(letters_.font_of(run.face, glyphs[i].id, groups[i].letters[0]));
    // For readers that know only the first of several places (librsvg); to others it changes nothing.
    const std::string spacing =
        std::abs(told->tracking) < 0.05f ? "" : " letter-spacing=\"" + short_number(told->tracking) + "\"";
    body_ += "<text xml:space=\"preserve\"" + paint("fill", run.color) + " font-size=\"" +
             short_number(run.size) + "\"" + letters_.attributes(faces.front()) +
             (straight ? line_places(glyphs) + spacing : "") + ">";
    for (std::size_t i = 0; i < glyphs.size();) {
      // Letters that bend have a <tspan> each: readers that know no lists of places still set them along the line.
      std::size_t next = i + 1;
      while (straight && next < glyphs.size() && faces[next] == faces[i]) ++next;
      const bool other = faces[i] != faces.front();
      std::string attributes = other ? letters_.attributes(faces[i]) : "";
      if (!straight)
        attributes += " x=\"" + short_number(glyphs[i].x) + "\" y=\"" + short_number(glyphs[i].y) +
                      "\" rotate=\"" + short_number(glyphs[i].angle_deg) + "\"";
      if (!attributes.empty()) body_ += "<tspan" + attributes + ">";
      for (std::size_t k = i; k < next; ++k) append_xml(body_, groups[k].letters[0]);
      if (!attributes.empty()) body_ += "</tspan>";
      i = next;
    }
    body_ += "</text>\n";
    return true;
  }

  // Along one line, level or turned: places are told in the line's own directions.
  static std::string line_places(std::span<const Glyph> glyphs) {
    const Glyph& first = glyphs.front();
    std::string turn;
    double along = 1, down = 0;
    if (first.angle_deg != 0) {
      const double angle = static_cast<double>(first.angle_deg) * std::numbers::pi / 180;
      along = std::cos(angle), down = std::sin(angle);
      turn = " transform=\"translate(" + short_number(first.x) + " " + short_number(first.y) + ")rotate(" +
             short_number(first.angle_deg) + ")\"";
    }
    std::string xs, ys;
    bool level = true;
    for (const Glyph& glyph : glyphs) {
      double x = glyph.x, y = glyph.y;
      if (!turn.empty()) {
        const double right = x - first.x, below = y - first.y;
        x = right * along + below * down, y = below * along - right * down;
      }
      const std::string y_text = short_number(y);
      if (!ys.empty()) xs += " ", ys += " ";
      level = level && (ys.empty() || y_text == ys.substr(0, ys.find(' ')));
      xs += short_number(x), ys += y_text;
    }
    return turn + " x=\"" + xs + "\" y=\"" + (level ? ys.substr(0, ys.find(' ')) : ys) + "\"";
  }

  VectorPage page_;
  PictureWords words_;
  Fonts& fonts_;
  VectorOptions options_;
  SvgFonts letters_;
  std::string defs_, body_;
  std::map<std::pair<FaceFileId, std::uint32_t>, std::size_t> shapes_;  // the number under <defs>
  std::map<std::string, std::string> long_shapes_, clips_;              // their ids
  int fades_ = 0, open_ = 0;
  Result<> failure_ = Done{};
};

}  // namespace

Result<std::unique_ptr<VectorFile>> make_svg(const VectorPage& page, const PictureWords& words, Fonts& fonts,
                                             const VectorOptions& options) {
  if (!(page.width > 0) || !(page.height > 0) || !(page.scale > 0) || !std::isfinite(page.width) ||
      !std::isfinite(page.height) || !std::isfinite(page.scale))
    return fail(Code::bad_usage, "A picture needs a width and a height");
  return std::unique_ptr<VectorFile>(std::make_unique<SvgFile>(page, words, fonts, options));
}

}  // namespace vidik
