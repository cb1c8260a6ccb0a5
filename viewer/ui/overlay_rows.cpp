#include "ui/overlay_rows.h"

#include "base/text.h"
#include "ui/icons.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kRowHeight = 29;

// The one category that all of the layer's events have, or -1. Layers say so by defining one category only.
int only_category(const PanelIn& in, int layer) {
  const auto l = static_cast<std::size_t>(layer);
  if (layer < 0 || l >= in.snapshot.layers.size()) return -1;
  const Layer& events = *in.snapshot.layers[l];
  if (events.size() == 0) return -1;
  const CategoryId first = events.columns.category[0];
  // A look at some rows is enough to choose a symbol for the row; the map shows each event's own.
  const Row step = std::max<Row>(1, events.size() / 64);
  for (Row r = 0; r < events.size(); r += step) {
    if (events.columns.category[r] != first) return -1;
  }
  return in.snapshot.category_of[l][first];
}

std::string progress_words(const OverlayRow& row) {
  if (row.progress >= 0)
    return "loading " + std::to_string(static_cast<int>(std::lround(row.progress * 100))) + " %";
  if (row.read > 0) return thousands(static_cast<long long>(row.read)) + " so far";
  return "loading";
}

void log_popup(const PanelIn& in, const char* id, const std::string& title,
               const std::vector<std::string>& lines) {
  const float w = std::min(560.0f, static_cast<float>(in.view.size.width) - 40);
  ImGui::SetNextWindowSize({w, 320});
  if (!ImGui::BeginPopup(id)) return;
  close_on_escape(in);
  put_line(*ImGui::GetWindowDrawList(), in.fonts.strong,
           {ImGui::GetCursorScreenPos().x, ImGui::GetCursorScreenPos().y + 9}, in.theme.text, title, w - 40);
  ImGui::Dummy({1, 22});
  ImGui::BeginChild("##lines");
  ImGui::PushFont(in.fonts.small.font);
  for (const std::string& line : lines) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(line.c_str());
    ImGui::PopTextWrapPos();
  }
  if (lines.empty()) ImGui::TextUnformatted("It wrote nothing.");
  ImGui::PopFont();
  ImGui::EndChild();
  ImGui::EndPopup();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (const std::string_view line : split(text, '\n')) {
    if (!line.empty()) out.emplace_back(line);
  }
  return out;
}

// What went wrong, in words that wrap, with "Show log" and "Restart" where they do something.
float trouble_lines(const PanelIn& in, Intents& out, const OverlayRow& row, float x, float y, float w) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  put_icon(list, in.fonts.icons_small, {x + 7, y + 8}, in.theme.danger, icon::warning);
  put_text(list, in.fonts.small, {x + 20, y}, in.theme.danger, row.trouble, w - 20);
  float h = text_size(in.fonts.small, row.trouble, w - 20).y + 4;
  float bx = x + 20;
  if (row.is_plugin && (!row.log.empty() || row.state == OverlayState::failed)) {
    const std::string id = "##log" + row.name, popup = "##logs" + row.name;
    if (!row.log.empty()) {
      if (word_button(in, id.c_str(), {bx, y + h, 72, 24}, "Show log", {})) ImGui::OpenPopup(popup.c_str());
      log_popup(in, popup.c_str(), row.title, lines_of(row.log));
      bx += 78;
    }
    if (row.state == OverlayState::failed) {
      const std::string again = "##again" + row.name;
      if (word_button(in, again.c_str(), {bx, y + h, 64, 24}, "Restart", {}))
        out.add(RestartOverlay{row.name});
    }
    h += 28;
  }
  return h + 4;
}

}  // namespace

// An overlay's trouble stands in its own row; a file's failure in its own line.
bool told_elsewhere(const PanelIn& in, std::string_view problem) {
  for (const OverlayRow& row : in.overlays) {
    if (!row.trouble.empty() && problem.find(row.trouble) != std::string_view::npos) return true;
  }
  for (const ReadingRow& row : in.readings) {
    if (!row.failure.empty() && for_ui(problem).find(row.failure) != std::string::npos) return true;
  }
  return false;
}

void overlay_symbol(const PanelIn& in, ImDrawList& list, const OverlayRow& row, ImVec2 centre, float alpha) {
  const int category = only_category(in, row.layer);
  if (category >= 0) {
    const float r = 5.5f;
    draw_symbol(list, in.theme, centre, r, in.snapshot.categories[static_cast<CategoryId>(category)],
                SymbolStyle::confirmed, alpha);
  } else {
    put_icon(list, in.fonts.icons, centre, with_alpha(in.theme.text2, static_cast<double>(alpha)),
             icon::layers);
  }
}

float overlay_row(const PanelIn& in, Intents& out, const OverlayRow& row, float x, float y, float w) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Theme& t = in.theme;
  const float mid = y + kRowHeight / 2 - 4;
  const bool there = row.layer >= 0;
  const auto layer = static_cast<std::uint32_t>(std::max(row.layer, 0));
  const bool on = there && (layer >= in.view.layer_on.size() || in.view.layer_on[layer]);
  const bool failed = row.state == OverlayState::failed || row.state == OverlayState::refused;

  const std::string id = "##on" + row.name;
  if (there) {
    if (switch_control(in, id.c_str(), {x, mid}, on,
                       on ? "Hide, Alt click for only this one" : "Show, Alt click for only this one")) {
      if (ImGui::GetIO().KeyAlt) {
        out.add(OnlyLayer{layer});
      } else {
        out.add(SetLayer{layer, !on});
      }
    }
  }
  overlay_symbol(in, list, row, {x + 43, mid}, on ? 1.0f : 0.45f);
  const Color name_ink = failed ? t.danger : on ? t.text : t.text3;
  std::string all, shown;
  if (there) {
    const Layer& events = *in.snapshot.layers[layer];
    const bool only_draws = events.size() == 0 && row.is_plugin && row.state == OverlayState::ready;
    if (!only_draws) all = thousands(static_cast<long long>(events.size()));
    const auto& counts = in.picture.counts.by_layer;
    if (!only_draws) shown = thousands(static_cast<long long>(layer < counts.size() ? counts[layer] : 0));
  }
  const bool loading = row.state == OverlayState::loading;
  const std::string right = loading ? progress_words(row) : all;
  const float right_w = std::max(38.0f, text_size(in.fonts.body, right).x + 6);
  put_line_right(list, loading ? in.fonts.small : in.fonts.body, {x + w, mid}, t.text3, right);
  float shown_w = 0;
  if (!loading && there && on) {
    shown_w = put_line_right(list, in.fonts.strong, {x + w - right_w - 6, mid}, t.text, shown) + 8;
  }
  put_line(list, in.fonts.body, {x + 62, mid}, name_ink, row.title, w - 62 - right_w - 8 - shown_w);
  if (loading) {
    const float from = x + 62, room = w - 62;
    const float part = row.progress >= 0 ? static_cast<float>(row.progress) : 0.15f;
    list.AddRectFilled({from, mid + 12}, {from + room * part, mid + 14}, im(t.handle), 1);
  }
  float h = kRowHeight;
  if (!row.trouble.empty()) h += trouble_lines(in, out, row, x + 34, y + kRowHeight - 4, w - 34);
  return h;
}

namespace {

// The sentence without the words for the command line, which the buttons stand for: "(date_order=dmy)", ": axes=…".
std::string question_words(const ReadingRow::Question& question) {
  std::string words = question.text;
  if (question.answers.empty()) return words;
  for (std::size_t open = words.find(" ("); open != std::string::npos; open = words.find(" (", open)) {
    const std::size_t close = words.find(')', open);
    if (close == std::string::npos) break;
    if (words.find('=', open) < close)
      words.erase(open, close + 1 - open);
    else
      open = close;
  }
  const std::size_t coded = words.find(question.about + "=");
  const std::size_t colon = words.rfind(": ", coded);
  if (coded != std::string::npos && colon != std::string::npos) words.erase(colon);
  return words;
}

std::string answer_words(const std::string& about, const std::string& answer) {
  if (about == "date_order") return answer == "dmy" ? "Day first" : answer == "mdy" ? "Month first" : answer;
  if (answer == "lon-lat") return "Longitude first";
  if (answer == "lat-lon") return "Latitude first";
  if (answer == "as-named") return "As they are named";
  if (answer == "swapped") return "Exchanged";
  if (answer == "comma") return "Comma";
  if (answer == "point") return "Point";
  return answer == "none" ? "None" : for_ui(answer);
}

float answer_buttons(const PanelIn& in, Intents& out, const std::string& file,
                     const ReadingRow::Question& question, float x, float y, float w) {
  constexpr float kHeight = 26, kGap = 6;
  const float left = x, top = y;
  for (const std::string& answer : question.answers) {
    const std::string words = answer_words(question.about, answer);
    const float width = std::min(text_size(in.fonts.body, words).x + 22, w);
    if (x > left && x + width > left + w) x = left, y += kHeight + kGap;
    const std::string id = "##" + file + question.about + answer;
    if (word_button(in, id.c_str(), {x, y, width, kHeight}, words, {}))
      out.add(AnswerFile{file, question.about, answer});
    x += width + kGap;
  }
  return question.answers.empty() ? 0 : y + kHeight + kGap + 4 - top;
}

}  // namespace

float reading_rows(const PanelIn& in, Intents& out, float x, float y, float w) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float top = y;
  const auto say = [&](std::string_view words, Color color, unsigned code) {
    put_icon(list, in.fonts.icons_small, {x + 7, y + 8}, color, code);
    put_text(list, in.fonts.small, {x + 20, y}, color, words, w - 20);
    y += text_size(in.fonts.small, words, w - 20).y + 6;
  };
  y -= 4;
  for (const std::string& problem : in.problems) {
    if (!told_elsewhere(in, problem)) say(for_ui(problem), in.theme.danger, icon::error);
  }
  for (const ReadingRow& row : in.readings) {
    if (!row.failure.empty()) say(row.name + ": " + row.failure, in.theme.danger, icon::error);
    for (const ReadingRow::Question& question : row.questions) {
      say(row.name + ": " + question_words(question), in.theme.text, icon::help);
      y += answer_buttons(in, out, row.name, question, x + 20, y, w - 20);
    }
    for (const std::string& note : row.notes) say(row.name + ": " + note, in.theme.text2, icon::warning);
    if (row.dropped == 0) continue;
    say(row.name + ": " + thousands(static_cast<long long>(row.dropped)) + " of " +
            thousands(static_cast<long long>(row.rows)) + " rows skipped",
        in.theme.text2, icon::warning);
    const std::string id = "##drops" + row.name, popup = "##dropped" + row.name;
    if (word_button(in, id.c_str(), {x + 20, y, 84, 24}, "Show rows", {})) ImGui::OpenPopup(popup.c_str());
    log_popup(in, popup.c_str(), "Skipped rows of " + row.name, row.drops);
    y += 30;
  }
  return y - top;
}

}  // namespace vidik
