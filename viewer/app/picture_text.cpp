#include "app/picture_text.h"

#include "base/text.h"
#include "base/time_text.h"
#include "index/visible.h"
#include "scene/furniture.h"
#include "ui/event_facts.h"

#include <algorithm>

namespace vidik {

namespace {

// One line, whatever the data hold.
std::string in_line(std::string_view text) {
  std::string out = for_ui(trimmed(text));
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

void add_event(std::string& out, const EventFacts& facts, const std::string& category) {
  out += facts.when + ". " + in_line(facts.title) + ". " + category;
  if (!facts.place.empty()) out += ". " + in_line(facts.place);
  if (!facts.place_doubt.empty()) out += " (" + facts.place_doubt + ")";
  out += ". " + std::string(status_words(facts.status));
  if (facts.unverified) out += ", not verified";
  if (!facts.magnitude.empty()) out += ". " + facts.magnitude;
  out += ".";
  for (const EventFacts::Claim& claim : facts.claims)
    out += " " + in_line(claim.actor) + " " + in_line(claim.words) + ".";
  std::string sources;
  for (const EventFacts::Source& source : facts.sources) {
    sources += (sources.empty() ? "" : "; ") + in_line(source.name);
    if (!source.url.empty()) sources += (source.name.empty() ? "" : ", ") + in_line(source.url);
  }
  if (!sources.empty()) out += " Sources: " + sources + ".";
  out += "\n";
}

}  // namespace

std::string picture_text(Session& session, const std::string& title, const std::string& alternative) {
  const ViewState& view = session.view();
  const TimeZone& zone = session.zone();
  const Snapshot& snapshot = *session.snapshot();
  const VisibleSet& visible = session.visible();
  SceneCounts counts;
  counts.shown = visible.count, counts.shown_surely = visible.count_surely;
  std::string out = (title.empty() ? "Events" : in_line(title)) + "\n\n";
  out += shown_time_words(view.time, zone) + ", " + zone.name() + " " +
         offset_words(plus(view.time.cursor, -1), zone) + "\n" + count_words(counts) + "\n";
  if (!view.filter.empty()) out += "Only: " + in_line(view.filter) + "\n";
  if (!view.furniture.note.empty()) out += in_line(view.furniture.note) + "\n";
  if (!alternative.empty()) out += "\n" + in_line(alternative) + "\n";
  std::vector<std::uint64_t> by_category(snapshot.categories.size(), 0);
  const std::vector<EventRef> events = listed(*session.indexes(), visible);
  for (const EventRef e : events) ++by_category[snapshot.category(e)];
  out += "\n";
  for (std::size_t k = 0; k < by_category.size(); ++k)
    if (by_category[k] > 0)
      out += snapshot.categories[static_cast<CategoryId>(k)].name + ": " +
             thousands(static_cast<long long>(by_category[k])) + "\n";
  out += "\n";
  for (const EventRef e : events)
    add_event(out, event_facts(snapshot, e, zone), snapshot.categories[snapshot.category(e)].name);
  std::string credits;
  for (const std::string& credit : session.attributions()) credits += (credits.empty() ? "" : " · ") + credit;
  if (!credits.empty()) out += "\n" + in_line(credits) + "\n";
  return out;
}

}  // namespace vidik
