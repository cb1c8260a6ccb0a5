#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <cmath>

namespace vidik {

namespace {

// Whose borders: each view a button, the shown one lit.
void border_choice(const PanelIn& in, Intents& out, const Box2& box) {
  if (in.borders.empty()) return;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  put_line(list, in.fonts.body, {box.x, box.y + 8}, in.theme.text2, "Contested borders as drawn");
  const float each = box.w / static_cast<float>(in.borders.size());
  for (std::size_t i = 0; i < in.borders.size(); ++i) {
    const BorderChoice& one = in.borders[i];
    const Box2 button{box.x + each * static_cast<float>(i), box.y + 24, each - 6, 28};
    if (word_button(in, ("##borders-" + one.id).c_str(), button, one.label,
                    {.active = in.view.borders == one.id, .hint = "The picture says which view was chosen"}))
      out.add(SetBorders{one.id});
  }
}

struct LangWords {
  Lang lang;
  const char* words;
};
constexpr LangWords kLangs[] = {
    {Lang::en, "English"},     {Lang::local, "Local"},    {Lang::both, "Local, both where two are usual"},
    {Lang::sq, "Shqip"},       {Lang::bs, "Bosanski"},    {Lang::hr, "Hrvatski"},
    {Lang::cnr, "Crnogorski"}, {Lang::sr_latn, "Srpski"}, {Lang::sr_cyrl, "Српски"},
    {Lang::mk, "Македонски"}};
constexpr const char* kOrders[] = {"As usual", "Albanian first", "Serbian first"};

const char* words_of(Lang lang) {
  for (const LangWords& one : kLangs)
    if (one.lang == lang) return one.words;
  return "";
}

// Whose names: one choice, a second in brackets, and the order where two are usual.
void name_choice(const PanelIn& in, Intents& out, const Box2& box) {
  const NameChoice& names = in.view.names;
  const auto choose = [&](Lang first, std::optional<Lang> second, PairOrder pairs) {
    const NameChoice next{first, second, pairs};
    if (!(next == names)) out.add(SetNames{next});
  };
  const auto row = [&](int i) { return Box2{box.x, box.y + 34 * static_cast<float>(i), box.w, 28}; };
  if (menu_button(in, "##names", row(0), "Names", words_of(names.first))) {
    for (const LangWords& one : kLangs)
      if (menu_row(in, one.words, one.lang == names.first)) choose(one.lang, names.second, names.pairs);
    ImGui::EndPopup();
  }
  if (menu_button(in, "##second-names", row(1), "In brackets",
                  names.second ? words_of(*names.second) : "no others")) {
    if (menu_row(in, "no others", !names.second)) choose(names.first, std::nullopt, names.pairs);
    for (const LangWords& one : kLangs)
      if (menu_row(in, one.words, names.second == one.lang)) choose(names.first, one.lang, names.pairs);
    ImGui::EndPopup();
  }
  if (menu_button(in, "##pair-order", row(2), "Where two are usual",
                  kOrders[static_cast<int>(names.pairs)])) {
    for (int i = 0; i < 3; ++i)
      if (menu_row(in, kOrders[i], static_cast<int>(names.pairs) == i))
        choose(names.first, names.second, static_cast<PairOrder>(i));
    ImGui::EndPopup();
  }
}

}  // namespace

void draw_settings(const PanelIn& in, Intents& out) {
  if (!in.desk.settings_open) return;
  const float w = 300, h = in.borders.empty() ? 284 : 356;
  const Box2 box{static_cast<float>(in.view.size.width) - w - 16, kTopBarHeight + 8, w, h};
  PanelFrame frame("##settings", box, in.theme.panel, 0, 12, in.theme.line_strong);
  ImDrawList& list = frame.list();
  put_line(list, in.fonts.strong, {box.x + 16, box.y + 24}, in.theme.text, "Settings");
  if (icon_button(in, "##close", {box.x + box.w - 40, box.y + 10, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Esc)"}))
    out.add(ShowPart{Part::settings, false});
  const float y = box.y + 62, right = box.x + w - 14;
  put_line(list, in.fonts.body, {box.x + 16, y}, in.theme.text2, "Size of everything");
  const int percent = static_cast<int>(std::lround(in.desk.user_scale * 100));
  if (icon_button(in, "##smaller", {right - 96, y - 14, 28, 28}, icon::remove,
                  {.enabled = percent > 80, .hint = "Smaller"})) {
    out.add(SetScale{static_cast<float>(percent - 10) / 100});
  }
  const std::string words = std::to_string(percent) + " %";
  put_line(list, in.fonts.strong, {right - 48 - text_size(in.fonts.strong, words).x / 2, y}, in.theme.text,
           words);
  if (icon_button(in, "##larger", {right - 28, y - 14, 28, 28}, icon::add,
                  {.enabled = percent < 200, .hint = "Larger"})) {
    out.add(SetScale{static_cast<float>(percent + 10) / 100});
  }
  put_line(list, in.fonts.body, {box.x + 16, y + 38}, in.theme.text2, "Reduced motion");
  if (switch_control(in, "##motion", {right - 26, y + 38}, in.desk.reduced_motion,
                     "No easing, playback in whole steps")) {
    out.add(SetReducedMotion{!in.desk.reduced_motion});
  }
  put_line(list, in.fonts.body, {box.x + 16, y + 76}, in.theme.text2, "Small map when zoomed in");
  if (switch_control(in, "##inset", {right - 26, y + 76}, in.view.furniture.inset,
                     "Where the view is in the six countries")) {
    out.add(SetInset{!in.view.furniture.inset});
  }
  name_choice(in, out, {box.x + 16, y + 104, w - 30, 96});
  border_choice(in, out, {box.x + 16, y + 222, w - 30, 56});
}

}  // namespace vidik
