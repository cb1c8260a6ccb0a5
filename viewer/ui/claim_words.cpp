// Who says or denies what, and units, as lines of the card: free text of the data in, one actor a line out.

#include "base/text.h"
#include "ui/event_facts.h"

#include <algorithm>
#include <array>

namespace vidik {

namespace {

// A part that has one of these is a sentence of its own and is shown as it is.
constexpr std::array<std::string_view, 16> kVerbs{" says",       " say ",      " denies ",    " deny ",
                                                  " rejects ",   " reject ",   " calls ",     " call ",
                                                  " condemned ", " disputed ", " confirmed ", " defend ",
                                                  " defends ",   " does not ", " do not ",    " disputes "};

bool is_sentence(std::string_view part) {
  return std::any_of(kVerbs.begin(), kVerbs.end(),
                     [&](std::string_view verb) { return part.find(verb) != std::string_view::npos; });
}

bool is_plural(std::string_view actor) {
  if (actor == "United States") return false;
  const bool several =
      actor.find(" and ") != std::string_view::npos || actor.find(", ") != std::string_view::npos;
  return several || (!actor.empty() && actor.back() == 's');
}

EventFacts::Claim line(std::string actor, std::string_view claim, bool denies) {
  std::string words = is_plural(actor) ? (denies ? "deny it" : "say") : (denies ? "denies it" : "says");
  if (claim.empty()) {
    if (!denies) words += " so";
  } else {
    words += ": " + std::string(claim);
  }
  return {std::move(actor), std::move(words)};
}

}  // namespace

std::vector<EventFacts::Claim> claims_of(std::string_view text, bool denies) {
  std::vector<EventFacts::Claim> out;
  std::vector<std::string> actors;  // those that wait: they may share the next part's claim
  const auto alone = [&] {
    for (std::string& actor : actors) out.push_back(line(std::move(actor), {}, denies));
    actors.clear();
  };
  for (const std::string_view raw : split(text, ';')) {
    const std::string_view part = trimmed(raw);
    if (part.empty()) continue;
    const std::size_t colon = part.find(": ");
    if (colon != std::string_view::npos) {
      std::string who;
      for (const std::string& actor : actors) who += actor + ", ";
      actors.clear();
      out.push_back(line(who + std::string(part.substr(0, colon)), trimmed(part.substr(colon + 2)), denies));
    } else if (is_sentence(part)) {
      alone();
      out.push_back({{}, std::string(part)});
    } else {
      actors.emplace_back(part);
    }
  }
  alone();
  return out;
}

std::string unit_words(std::string_view unit) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kWords{
      {{"crowd", "people"},
       {"persons", "people"},
       {"vote_percent", "% of the vote"},
       {"turnout_percent", "% turnout"},
       {"prison_years", "years in prison"},
       {"explosives_kg", "kg of explosives"},
       {"fine_bam", "BAM fine"},
       {"multiple", ""},
       {"detained", "people detained"},
       {"injured", "people injured"}}};
  for (const auto& [id, words] : kWords) {
    if (unit == id) return std::string(words);
  }
  std::string out(unit);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

}  // namespace vidik
