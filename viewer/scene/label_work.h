#pragma once
// Parts of place_labels: what they share while one set of names is placed, and one function for each kind of name.
//
// Units: px at 1x. Ownership: borrows all but the grid. Threads: one owner.

#include "scene/ground_grid.h"
#include "scene/labels.h"

namespace vidik {

struct LabelWork {
  const LabelIn& in;
  TakenBoxes& taken;
  MapLabels& out;
  TakenBoxes wanted = {};  // where towns want their marks
  GroundGrid ground{in.view};
};

void place_country(LabelWork& work, std::size_t country);
void place_seas(LabelWork& work);
void place_lakes(LabelWork& work);
void place_rivers(LabelWork& work);

// A name along the middle line of its country, spaced out over it; `cost`: px that it is off the best place.
struct CountryAlong {
  PlacedLabel label;
  double cost = 1e30;
};
CountryAlong country_along(const LabelWork& work, const LandMask& mask, const std::string& name,
                           const TextStyle& style, double most_outside);

std::vector<std::string> name_lines(const std::string& name, float most_width, const TextStyle& style,
                                    Fonts& fonts);
bool inside(const Box2& outer, const Box2& b);
Box2 round_of(std::span<const Box2> boxes);  // not empty
// Whether all that it takes is in `room` and free.
bool fits(const PlacedLabel& label, const Box2& room, const TakenBoxes& taken);
void take(const PlacedLabel& label, TakenBoxes& taken);
// The ground under a px of the view.
Unit2 ground_at(const MapView& view, Px at);
// Gives the label these letters and what they take.
void set_letters(const LetterRow& row, PlacedLabel& label);

}  // namespace vidik
