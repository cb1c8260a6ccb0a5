// The fonts of the panels: a letter outside their ranges would be a box on the screen.
#include "../text/alphabets.h"
#include "app/imgui_host.h"
#include "base/text.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include <set>

namespace vidik {
namespace {

TEST(PanelLetters, EveryLetterOfTheRegionsAlphabetsIsInTheFontsThatShowNames) {
  const FontAtlas made = start_fonts(1).get();
  for (const UiFont& font :
       {made.fonts.body, made.fonts.strong, made.fonts.small, made.fonts.micro, made.fonts.title})
    for (const Alphabet& alphabet : kAlphabets)
      for (std::size_t at = 0; std::string_view(alphabet.letters).size() > at;) {
        const char32_t letter = next_code_point(alphabet.letters, at);
        // Panels set no combining marks; Inter lacks the capital of the old one-code digraph: the map's letters do not.
        if (letter == 0x301 || letter == 0x1C4) continue;
        EXPECT_NE(font.font->FindGlyphNoFallback(static_cast<ImWchar>(letter)), nullptr)
            << alphabet.language << " U+" << std::hex << static_cast<unsigned>(letter) << " at " << font.size;
      }
}

}  // namespace
}  // namespace vidik
