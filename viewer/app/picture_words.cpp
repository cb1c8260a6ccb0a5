#include "app/picture_words.h"

#include "app/version.h"
#include "base/text.h"
#include "base/time_text.h"
#include "scene/furniture.h"

namespace vidik {

namespace {

std::string title_of(Session& session) {
  const std::string& own = session.view().furniture.title;
  return own.empty() ? session.project_title() : own;
}

std::string ended(std::string sentence) {
  if (!sentence.empty() && sentence.back() != '.' && sentence.back() != '!' && sentence.back() != '?')
    sentence += '.';
  return sentence;
}

}  // namespace

std::string alternative_text(Session& session, const PictureState& state) {
  const ViewState& view = session.view();
  SceneCounts counts;
  counts.shown = state.events.count;
  counts.shown_surely = state.events.count_surely;
  std::string out = ended(title_of(session));
  out += (out.empty() ? "" : " ") + std::string("Map of ") + count_words(counts) + ", " +
         shown_time_words(view.time, session.zone()) + " (" + session.zone().name() + ", " +
         offset_words(plus(view.time.cursor, -1), session.zone()) + ")";
  std::string parts;
  for (const Category& category : session.snapshot()->categories.rows()) {
    const auto at = state.events.by_category.find(category.id);
    if (at == state.events.by_category.end()) continue;
    parts += (parts.empty() ? "" : ", ") + for_ui(category.name) + " " +
             thousands(static_cast<long long>(at->second));
  }
  out += (parts.empty() ? "" : ": " + parts) + ".";
  SceneIn in;
  in.view = &view;
  in.borders = session.map() ? session.map()->view(view.borders) : nullptr;
  if (const std::string borders = border_sentence(in); !borders.empty()) out += " " + borders;
  if (!view.furniture.note.empty()) out += " " + ended(for_ui(view.furniture.note));
  return out;
}

PictureWords words_of(Session& session, double dpi) {
  PictureWords words;
  words.dpi = dpi == 0 && session.picture() != nullptr ? session.picture()->dpi : dpi;
  const PictureState state = session.carried_state(words.dpi);
  words.title = title_of(session);
  words.description = alternative_text(session, state);
  words.software = version_line();
  words.state = state_text(state);
  return words;
}

}  // namespace vidik
