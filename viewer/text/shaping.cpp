#include "text/shaping.h"

#include "base/text.h"

#include <string>
#include <vector>

namespace vidik {

namespace {

using Buffer = std::unique_ptr<hb_buffer_t, Freed<&hb_buffer_destroy>>;

// A part of the text in one file and one script.
struct Part {
  std::size_t first = 0, count = 0;
  bool fallback = false;
  hb_script_t script = HB_SCRIPT_COMMON;
};

bool is_joined_to_previous(hb_unicode_funcs_t* unicode, char32_t c) {
  const auto kind = hb_unicode_general_category(unicode, c);
  return kind == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         kind == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || kind == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

std::vector<Part> parts_of(const std::u32string& text, const ShapeFiles& files, std::uint64_t& missing) {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  std::vector<Part> parts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    bool fallback = false;
    // HarfBuzz itself leaves out what shows nothing (joiners, selectors, controls).
    const bool silent =
        hb_unicode_general_category(unicode, c) == HB_UNICODE_GENERAL_CATEGORY_FORMAT || c < 0x20;
    if (!silent && !files.own.has(c)) {
      fallback = files.fallback.has(c);
      if (!fallback) ++missing;
    }
    hb_script_t script = hb_unicode_script(unicode, c);
    const bool neutral =
        script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
    const bool joined = !parts.empty() && is_joined_to_previous(unicode, c);
    if (joined && (parts.back().fallback == fallback || !fallback)) {
      // A mark is set with its letter, in the letter's file, where that file has it.
      const FaceFile& file = parts.back().fallback ? files.fallback : files.own;
      if (silent || file.has(c)) {
        ++parts.back().count;
        continue;
      }
    }
    if (!parts.empty() && parts.back().fallback == fallback) {
      Part& last = parts.back();
      if (neutral || last.script == script || last.script == HB_SCRIPT_COMMON) {
        if (!neutral) last.script = script;
        ++last.count;
        continue;
      }
    }
    parts.push_back({i, 1, fallback, neutral ? HB_SCRIPT_COMMON : script});
  }
  return parts;
}

}  // namespace

Shaped shape_text(std::string_view utf8, const ShapeFiles& files, float size, Digits digits,
                  std::uint64_t& missing) {
  std::u32string text;
  for (std::size_t at = 0; at < utf8.size();) text.push_back(next_code_point(utf8, at));

  Shaped shaped;
  shaped.ascent = files.own.ascent * size;
  shaped.descent = files.own.descent * size;
  const Buffer buffer(hb_buffer_create());
  const hb_feature_t tabular = {HB_TAG('t', 'n', 'u', 'm'), 1, HB_FEATURE_GLOBAL_START,
                                HB_FEATURE_GLOBAL_END};
  double x = 0;
  for (const Part& part : parts_of(text, files, missing)) {
    const FaceFile& file = part.fallback ? files.fallback : files.own;
    hb_buffer_clear_contents(buffer.get());
    hb_buffer_add_utf32(buffer.get(), reinterpret_cast<const std::uint32_t*>(text.data()),
                        static_cast<int>(text.size()), static_cast<unsigned>(part.first),
                        static_cast<int>(part.count));
    hb_buffer_set_script(buffer.get(), part.script);
    // Left to right, always: the map's languages are, and a run of others keeps its place in the line.
    hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
    hb_buffer_set_language(buffer.get(), hb_language_from_string("en", 2));  // not the process's locale
    hb_shape(file.shapes.get(), buffer.get(), &tabular, digits == Digits::tabular ? 1 : 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    const double unit = static_cast<double>(size) / static_cast<double>(file.units_per_em);
    for (unsigned i = 0; i < count; ++i) {
      shaped.glyphs.push_back({infos[i].codepoint | (part.fallback ? kFallbackGlyph : 0u),
                               static_cast<float>(x + places[i].x_offset * unit),
                               static_cast<float>(-places[i].y_offset * unit), infos[i].cluster});
      x += places[i].x_advance * unit;
    }
  }
  shaped.width = static_cast<float>(x);
  return shaped;
}

}  // namespace vidik
