#pragma once
// One event's words for card, tooltip, list and citation, gathered from the store and made safe to show.
//
// Ownership: owns its text. Cost: O(texts of the event). Errors: none; what is missing is empty.

#include "base/time_zone.h"
#include "scene/event_words.h"
#include "store/snapshot.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vidik {

enum class Attribution : std::uint8_t { none, alleged, disputed };

struct EventFacts {
  std::string title, summary;
  std::string when;         // "29 Nov 2024, about 19:00"
  std::string place;        // "Near Varagë, Kosovo"
  std::string place_doubt;  // "± 3 km", "somewhere in the country"
  bool has_place = false;
  Status status{};
  bool unverified = false;
  CategoryId category = 0;
  Attribution attribution{};
  struct Claim {
    std::string actor, words;
  };  // "Kosovo government", "says: attack directed by Serbia"
  std::vector<Claim> claims;
  struct Source {
    std::string name, url, archive, date;
  };
  std::vector<Source> sources;
  std::string magnitude;  // "10,000 to 30,000 people"
  std::string actors;
  std::vector<std::pair<std::string, std::string>> extra;  // column, value
  bool zone_not_stated = false;
};

EventFacts event_facts(const Snapshot& snapshot, EventRef event, const TimeZone& zone);

std::string_view status_words(Status status);       // "Confirmed"
std::string_view attribution_words(Attribution a);  // "Disputed"
std::string magnitude_words(const Magnitude& m, std::string_view unit);
std::string unit_words(std::string_view unit);  // "explosives_kg" -> "kg of explosives"
// One text of the data becomes a line an actor: "A: this; B" -> "A says: this", "B says so".
std::vector<EventFacts::Claim> claims_of(std::string_view text, bool denies);
std::string citation(const EventFacts& facts);  // for the clipboard

}  // namespace vidik
