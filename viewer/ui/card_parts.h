#pragma once
// The parts of an event's card, written one under the other by a pen that moves down.

#include "ui/event_facts.h"
#include "ui/intents.h"
#include "ui/panel_in.h"

struct ImDrawList;

namespace vidik {

struct CardPen {
  const PanelIn& in;
  Intents& out;
  ImDrawList& list;
  float x, y, w;
};

void card_title(CardPen& pen, const EventFacts& facts);   // title, date, place
void card_badges(CardPen& pen, const EventFacts& facts);  // event and attribution: two claims, two badges
void card_words(CardPen& pen, const EventFacts& facts);   // summary, claims, magnitude
void card_sources(CardPen& pen, const EventFacts& facts);
void card_extra(CardPen& pen, const EventFacts& facts);  // folded

}  // namespace vidik
