#include "ui/export_settings.h"

#include "base/number.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>
#include <utility>

namespace vidik {

namespace {

constexpr float kRow = 36;

std::string page_words(const ExportSight& sight, const std::string& page) {
  for (const PageRow& row : sight.pages)
    if (row.id == page) return row.words;
  return page == "none" ? "The view, without panels" : page;
}

// A row of buttons of which one is lit.
template <typename T, std::size_t N>
void choose(const PanelIn& in, const char* id, const Box2& box, const std::pair<T, const char*> (&all)[N],
            T& chosen) {
  const float each = (box.w + 6) / static_cast<float>(N);
  for (std::size_t i = 0; i < N; ++i) {
    const Box2 button{box.x + each * static_cast<float>(i), box.y, each - 6, 28};
    const std::string name = std::string(id) + all[i].second;
    if (word_button(in, name.c_str(), button, all[i].second, {.active = chosen == all[i].first, .hint = {}}))
      chosen = all[i].first;
  }
}

// Which page: a preset, the view, or a size that is typed.
void page_menu(const PanelIn& in, const Box2& box, ExportChoice& next) {
  UiMemory& m = in.memory;
  const ExportSight& sight = *in.exporting;
  if (!menu_button(in, "##page", box, "Page", page_words(sight, next.page))) return;
  if (menu_row(in, page_words(sight, "none"), next.page == "none")) next.page = "none";
  for (const PageRow& row : sight.pages)
    if (menu_row(in, row.words, row.id == next.page)) next.page = row.id;
  if (menu_field(in, "##own-size", "1200x800, 210x297mm, 8.5x11in", m.export_size, sight.trouble, 220) &&
      !m.export_size.empty())
    next.page = m.export_size;
  ImGui::EndPopup();
}

void format_menu(const PanelIn& in, const Box2& box, ExportChoice& next) {
  if (!menu_button(in, "##format", box, "Format", row_of(next.format).words)) return;
  for (const FormatRow& row : kFormats)
    if (menu_row(in, row.words, row.format == next.format)) next.format = row.format;
  ImGui::EndPopup();
}

constexpr std::pair<const char*, const char*> kFilmSteps[] = {{"1h", "1 hour"},   {"6h", "6 hours"},
                                                              {"1d", "1 day"},    {"1w", "1 week"},
                                                              {"1mo", "1 month"}, {"1y", "1 year"}};

void step_menu(const PanelIn& in, const Box2& box, FilmChoice& film) {
  std::string words = film.step;
  for (const auto& [step, said] : kFilmSteps)
    if (film.step == step) words = said;
  if (!menu_button(in, "##film-step", box, "A frame is", words)) return;
  for (const auto& [step, said] : kFilmSteps)
    if (menu_row(in, said, film.step == step)) film.step = step;
  ImGui::EndPopup();
}

void number_menu(const PanelIn& in, const char* id, const Box2& box, const char* caption, const char* unit,
                 std::initializer_list<int> all, int& chosen) {
  const auto words = [&](int n) { return std::to_string(n) + unit; };
  if (!menu_button(in, id, box, caption, words(chosen))) return;
  for (const int n : all)
    if (menu_row(in, words(n), n == chosen)) chosen = n;
  ImGui::EndPopup();
}

struct Hidden {
  std::int64_t hours;
  const char* words;
};
constexpr Hidden kHidden[] = {{0, "All"},
                              {24, "Not those of the last 24 h"},
                              {48, "Not those of the last 48 h"},
                              {168, "Not those of the last 7 days"}};
constexpr std::pair<const char*, const char*> kDropped[] = {
    {"title", "Title"}, {"summary", "Summary"}, {"actors", "Actors"},    {"claims", "Claims"},
    {"notes", "Notes"}, {"sources", "Sources"}, {"extra", "Own columns"}};

// What must not leave; the window shows the same, so that nothing is a surprise.
void redaction_menu(const PanelIn& in, const Box2& box, Intents& out) {
  const Redaction& now = in.view.redaction;
  if (!menu_button(in, "##redaction", box, "Show", redaction_label(now))) return;
  Redaction next = now;
  menu_caption(in, "PLACES");
  const auto place = [&](const char* words, double km, bool areas) {
    if (menu_row(in, words, now.grid_km == km && now.municipalities == areas, true))
      next.grid_km = km, next.municipalities = areas;
  };
  place("As exact as known", 0, false);
  place("Within 1 km", 1, false);
  place("Within 5 km", 5, false);
  place("Within 25 km", 25, false);
  place("Their municipality", 0, true);
  menu_caption(in, "EVENTS");
  for (const auto& [hours, words] : kHidden)
    if (menu_row(in, words, now.hide_hours == hours, true)) {
      next.hide_hours = hours;
      if (hours == 0) next.as_of.reset();
    }
  menu_caption(in, "LEAVE OUT");
  for (const auto& [field, words] : kDropped) {
    const auto at = std::find(now.drop.begin(), now.drop.end(), field);
    if (!menu_row(in, words, at != now.drop.end(), true)) continue;
    if (at == now.drop.end())
      next.drop.emplace_back(field);
    else
      std::erase(next.drop, field);
  }
  ImGui::EndPopup();
  if (!(next == now)) out.add(SetRedaction{next});
}

}  // namespace

std::string redaction_label(const Redaction& redaction) {
  std::string out;
  const auto add = [&](const std::string& words) { out += (out.empty() ? "" : " · ") + words; };
  if (redaction.grid_km > 0) add("within " + shortest(redaction.grid_km) + " km");
  if (redaction.municipalities) add("municipalities");
  if (redaction.hide_hours > 0) add("not the last " + std::to_string(redaction.hide_hours) + " h");
  if (!redaction.drop.empty())
    add(std::to_string(redaction.drop.size()) + (redaction.drop.size() == 1 ? " field out" : " fields out"));
  return out.empty() ? "everything" : out;
}

void export_settings(const PanelIn& in, const Box2& column, ExportChoice& next, Intents& out) {
  UiMemory& m = in.memory;
  const bool page = next.page != "none", film = is_film(next.format);
  float y = column.y;
  const auto row = [&](float share = 1, float from = 0) {
    return Box2{column.x + (column.w + 6) * from, y, (column.w + 6) * share - 6, 28};
  };
  page_menu(in, row(), next);
  y += kRow;
  format_menu(in, row(), next);
  y += kRow;
  redaction_menu(in, row(), out);
  y += kRow;
  static constexpr std::pair<int, const char*> kRatios[] = {{1, "1 ×"}, {2, "2 ×"}, {4, "4 ×"}};
  const auto labelled = [&](std::string_view words) {
    put_line(*ImGui::GetWindowDrawList(), in.fonts.body, {column.x, y + 14}, in.theme.text2, words);
    return Box2{column.x + 96, y, column.w - 96, 28};
  };
  choose(in, "##ratio", labelled("Pixels"), kRatios, next.ratio);
  y += kRow;
  if (film) {
    step_menu(in, row(), next.film);
    y += kRow;
    number_menu(in, "##fps", row(0.5f), "Speed", " / s", {2, 5, 10, 15, 25}, next.film.fps);
    number_menu(in, "##hold", row(0.5f, 0.5f), "Last stands", " s", {0, 1, 2, 3, 5, 10}, next.film.hold_s);
    y += kRow;
  }
  if (page) {
    static constexpr std::pair<bool, const char*> kThemes[] = {{true, "Light"}, {false, "Dark"}};
    choose(in, "##light", labelled("Theme"), kThemes, next.light);
    y += kRow;
    Box2 field = row();
    field.h = 30;
    const Typed title = text_field(in, "##title", field, "Title", m.export_title, {.most = 200});
    if (title.changed) next.title = m.export_title;
    y += kRow;
    field.y = y;
    const Typed under =
        text_field(in, "##subtitle", field, "Instead of the dates", m.export_subtitle, {.most = 300});
    if (under.changed) next.subtitle = m.export_subtitle;
    y += kRow + 4;
  }
  const auto flag = [&](const char* id, std::string_view words, bool& on, std::string_view hint) {
    put_line(*ImGui::GetWindowDrawList(), in.fonts.body, {column.x, y + 12}, in.theme.text2, words);
    if (switch_control(in, id, {column.x + column.w - 30, y + 12}, on, hint)) on = !on;
    y += 29;
  };
  if (page) {
    flag("##callouts", "Call-outs", next.callouts, "The most severe events, in words beside the map");
    flag("##clear", "No ground", next.transparent,
         "To lay over something else: without sea and neighbours' land");
  }
  if (film)
    flag("##skip-empty", "Skip frames without events", next.film.skip_empty,
         "Frames in which no event is visible are left out, and their number is said");
  else
    flag("##beside", "Text file beside it", next.text_beside,
         "Title, counts and all events in words, for those who cannot see it");
}

}  // namespace vidik
