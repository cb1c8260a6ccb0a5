#include "export/svg_fonts.h"

#include "base/base64.h"

namespace vidik {

namespace {

struct Design {
  const char* family;
  int weight;
  bool italic, truetype;
};
Design design_of(FaceFileId file) {
  switch (file) {
    case FaceFileId::medium:
      return {"Inter", 500, false, false};
    case FaceFileId::semibold:
      return {"Inter", 600, false, false};
    case FaceFileId::bold:
      return {"Inter", 700, false, false};
    case FaceFileId::italic:
      return {"Inter", 400, true, false};
    case FaceFileId::icons:
      return {"'Material Icons'", 400, false, true};
    case FaceFileId::fallback:
      return {"'Noto Sans'", 400, false, true};
    case FaceFileId::fallback_bold:
      return {"'Noto Sans'", 700, false, true};
    case FaceFileId::regular:
    case FaceFileId::count:
      break;
  }
  return {"Inter", 400, false, false};
}

std::string looks(const Design& design, const char* before, const char* between, const char* after) {
  std::string out;
  const auto add = [&](const char* name, const std::string& value) {
    out += before + std::string(name) + between + value + after;
  };
  if (design.weight != 400) add("font-weight", std::to_string(design.weight));
  if (design.italic) add("font-style", "italic");
  return out;
}

}  // namespace

std::size_t SvgFonts::font_of(Face face, std::uint32_t glyph, char32_t letter) {
  const FaceFileId file = font_file(face, glyph);
  const std::uint32_t id = glyph & ~kFallbackGlyph;
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    if (fonts_[i].file != file) continue;
    if (fonts_[i].letters.try_emplace(letter, id).first->second == id) return i + 1;
  }
  fonts_.push_back({file, {{letter, id}}});
  return fonts_.size();
}

std::string SvgFonts::attributes(std::size_t font) const {
  const Design design = design_of(fonts_.at(font - 1).file);
  return " font-family=\"vidik" + std::to_string(font) + "," + design.family + ",sans-serif\"" +
         looks(design, " ", "=\"", "\"");
}

Result<std::string> SvgFonts::style() const {
  std::string out;
  for (std::size_t i = 0; i < fonts_.size(); ++i) {
    const Design design = design_of(fonts_[i].file);
    VIDIK_TRY(const std::string bytes, font_subset(fonts_[i].file, fonts_[i].letters));
    out += "@font-face{font-family:vidik" + std::to_string(i + 1) + ";" + looks(design, "", ":", ";") +
           "src:url(data:font/" + (design.truetype ? "ttf" : "otf") + ";base64," + to_base64(bytes) +
           ") format(\"" + (design.truetype ? "truetype" : "opentype") + "\")}\n";
  }
  return out;
}

}  // namespace vidik
