#pragma once
// One picture with every call of a sink, for the writers' tests.

#include "export/vector_file.h"

#include <string>
#include <vector>

namespace vidik {

inline VectorPath box_path(float x, float y, float w, float h) {
  using Kind = PathStep::Kind;
  return {{Kind::move, {x, y}},
          {Kind::line, {x + w, y}},
          {Kind::line, {x + w, y + h}},
          {Kind::line, {x, y + h}},
          {Kind::close, {}}};
}

inline PictureWords sample_words() {
  return {"Kosovo <map> & \"more\"", "Црква у Пећи; č ć đ ë ş", "Vidik 1.0", "{\"time\":\"1999\"}", 144};
}
inline VectorPage sample_page() { return {400, 300, 1.5, rgb(0xf4efe6)}; }

class SampleText {
 public:
  explicit SampleText(Fonts& fonts) : fonts_(fonts) {}
  GlyphRun run(std::string_view text, Px at, const TextStyle& style) {
    GlyphRun run = text_mark(list_, fonts_, text, at, style);
    glyphs_ = std::vector<Glyph>(list_.glyphs.end() - run.glyphs.count, list_.glyphs.end());
    return run;
  }
  void write(VectorSink& sink, std::string_view text, Px at, const TextStyle& style) {
    const GlyphRun made = run(text, at, style);
    sink.text(made, glyphs_);
  }
  std::vector<Glyph>& glyphs() { return glyphs_; }

 private:
  Fonts& fonts_;
  DrawList list_;
  std::vector<Glyph> glyphs_;
};

inline void paint_sample(VectorSink& sink, Fonts& fonts) {
  using Kind = PathStep::Kind;
  SampleText text(fonts);
  VectorPath ring = box_path(20, 20, 100, 80);
  for (const PathStep& step : box_path(50, 40, 40, 40)) ring.push_back(step);  // a hole
  sink.fill(ring, rgb(0x4a7a9c));
  sink.stroke({{Kind::move, {20, 120}}, {Kind::curve, {180, 120}, {60, 80}, {140, 160}}}, rgb(0xaa3322),
              {3, 0, 0, true, true});
  sink.stroke({{Kind::move, {20, 140}}, {Kind::line, {180, 140}}}, Color{0, 0, 0, 128}, {2, 6, 4});
  sink.fade({200, 20, 80, 40}, rgb(0x223344), Color{0x22, 0x33, 0x44, 0}, true);
  sink.fade({300, 20, 80, 40}, rgb(0xcc8844), rgb(0x44cc88), false);
  // Two boxes in a half-transparent group: the one does not show through the other.
  sink.begin_group(0.5f);
  sink.fill(box_path(200, 80, 50, 40), rgb(0x000000));
  sink.fill(box_path(225, 95, 50, 40), rgb(0xff0000));
  sink.end();
  sink.begin_clip(box_path(300, 80, 40, 40));
  sink.begin_clip(box_path(320, 90, 60, 60));
  sink.fill(box_path(290, 70, 100, 100), rgb(0x336633));
  sink.end();
  sink.end();
  const std::vector<std::uint8_t> rgba = {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 128, 128, 0, 0, 0, 0};
  sink.image({2, 2, rgba}, {330, 130, 50, 30}, 0.75f);

  TextStyle style;
  style.color = rgb(0x101820);
  style.halo = Color{255, 255, 255, 200};
  style.halo_width = 3;
  style.size = 20;
  style.face = Face::bold;
  text.write(sink, "Peć / Пећ <&> \"ë ş đ\"", {20, 190}, style);
  style.face = Face::regular, style.tracking = 4;
  text.write(sink, "TRACKED Č", {20, 220}, style);
  style.tracking = 0, style.digits = Digits::tabular;
  text.write(sink, "10:30 – 11:11 2 : 1", {200, 220}, style);
  style.angle_deg = 30, style.face = Face::italic, style.digits = Digits::proportional;
  text.write(sink, "Turned AV", {240, 150}, style);
  style.angle_deg = 0, style.face = Face::semibold;
  const GlyphRun bent = text.run("River Drina", {20, 260}, style);
  for (std::size_t i = 0; i < text.glyphs().size(); ++i) {
    text.glyphs()[i].angle_deg = static_cast<float>(i) * 4 - 20;
    text.glyphs()[i].y += 0.6f * (static_cast<float>(i) - 5) * (static_cast<float>(i) - 5);
  }
  sink.text(bent, text.glyphs());
  style.face = Face::icons;
  text.write(sink, "\xee\x95\x9f", {200, 270}, style);  // U+E55F
  style.face = Face::medium;
  text.write(sink, "c\xcc\x8c = č -> z", {240, 270}, style);  // a caron of its own
  text.write(sink, "Я Ꙗ ѣ", {20, 292}, style);                // the second letter is the stand-in's
}

}  // namespace vidik
