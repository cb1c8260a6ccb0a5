#include "ui/count_words.h"
#include "ui/event_facts.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/symbol_art.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>

namespace vidik {

namespace {

void row(const PanelIn& in, Intents& out, EventRef e) {
  const Layer& layer = *in.snapshot.layers[e.layer];
  const Facts facts = layer.columns.facts[e.row];
  ImGui::TableNextRow(0, 26);
  ImGui::TableNextColumn();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string id = "##l" + std::to_string(e.layer) + "_" + std::to_string(e.row);
  const bool chosen = in.selected && *in.selected == e;
  if (ImGui::Selectable(id.c_str(), chosen, ImGuiSelectableFlags_SpanAllColumns, {0, 22})) {
    out.add(Select{in.key_of(e)});
    if (!facts.has(Facts::kNoPlace)) out.add(FlyTo{layer.lon(e.row), layer.lat(e.row), 0});
  }
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = at.y + 11;
  const auto cell = [&](float x, std::string_view words, Color color) {
    put_line(list, in.fonts.body, {x, y}, color, words,
             ImGui::GetContentRegionAvail().x - (x - ImGui::GetCursorScreenPos().x));
  };
  cell(at.x, event_when(in.snapshot, e, in.zone), in.theme.text2);
  ImGui::TableNextColumn();
  const float x = ImGui::GetCursorScreenPos().x;
  draw_symbol(list, in.theme, {x + 7, y}, 5, in.snapshot.categories[in.snapshot.category(e)],
              static_cast<SymbolStyle>(facts.status()));
  cell(x + 20, event_title(in.snapshot, e), in.theme.text);
  ImGui::TableNextColumn();
  cell(ImGui::GetCursorScreenPos().x, event_place(in.snapshot, e), in.theme.text2);
  ImGui::TableNextColumn();
  cell(ImGui::GetCursorScreenPos().x, status_words(facts.status()), in.theme.text2);
}

}  // namespace

void draw_event_list(const PanelIn& in, Intents& out) {
  if (!in.desk.list_open) return;
  const Box2& map = in.layout.map;
  const float right = in.memory.card.w > 0 && !in.layout.card_over_map ? in.memory.card.w + 16 : 0;
  const Box2 box{map.x + 64, map.y + 62, std::min(map.w - 64 - 16 - right, 860.0f),
                 std::min(map.h - 62 - 16, 460.0f)};
  PanelFrame frame("##events", box, in.theme.panel, 0, 12, in.theme.line_strong);
  const bool chosen = !in.picked.empty();
  const std::span<const EventRef> listed = chosen ? in.picked : std::span<const EventRef>(in.listed());
  put_line(frame.list(), in.fonts.strong, {box.x + 16, box.y + 22}, in.theme.text,
           event_count_words(listed.size()) + (chosen ? " chosen" : ""));
  if (chosen && word_button(in, "##let-go", {box.x + box.w - 168, box.y + 8, 120, 28}, "Show all",
                            {.hint = "Let go of them (Esc)"}))
    out.add(PickEvents{});
  if (icon_button(in, "##close-list", {box.x + box.w - 38, box.y + 8, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Ctrl T)"})) {
    out.add(ShowPart{Part::event_list, false});
  }
  ImGui::SetCursorScreenPos({box.x + 12, box.y + 42});
  ImGui::PushFont(in.fonts.small.font);
  const ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_Resizable |
                                ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_NoSavedSettings;
  if (ImGui::BeginTable("##table", 4, flags, {box.w - 24, box.h - 52})) {
    ImGui::TableSetupScrollFreeze(0, 1);
    ImGui::TableSetupColumn("Date", ImGuiTableColumnFlags_WidthFixed, 186);
    ImGui::TableSetupColumn("Event", ImGuiTableColumnFlags_WidthStretch, 3);
    ImGui::TableSetupColumn("Place", ImGuiTableColumnFlags_WidthStretch, 2);
    ImGui::TableSetupColumn("Status", ImGuiTableColumnFlags_WidthFixed, 76);
    ImGui::TableHeadersRow();
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(std::min<std::size_t>(listed.size(), 10'000'000)), 26);
    while (clipper.Step()) {
      for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
        row(in, out, listed[static_cast<std::size_t>(i)]);
    }
    ImGui::EndTable();
  }
  ImGui::PopFont();
}

}  // namespace vidik
