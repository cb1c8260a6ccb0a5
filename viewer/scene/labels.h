#pragma once
// Places names on the map so that none touches another, a symbol or a box; where nothing fits a name is left out.
//
// Units: px at 1x. Threads: pure: the same input gives the same places, whatever was shown before.
// Cost: O(places in view), each against the boxes near it.

#include "scene/label_names.h"
#include "scene/land_mask.h"
#include "scene/taken.h"

#include <string>
#include <vector>

namespace vidik {

struct PlacedLabel {
  std::string text;
  Px at;  // left end of the baseline; turned ones: their middle
  TextStyle style;
  Box2 box;             // what it takes; of a turned one the box round it
  Unit2 anchor = {};    // what of the ground it goes with
  bool forced = false;  // a capital's, in the least bad place
};
struct TownDot {
  Px at;
  float radius = 2;
  bool capital = false, core = false;
  Unit2 anchor = {};
};
struct MapLabels {
  std::vector<PlacedLabel> labels;
  std::vector<TownDot> dots;
};

struct LabelIn {
  const MapView& view;
  const Theme& theme;
  Fonts& fonts;
  NameChoice choice;
  LabelNames names;
  std::span<const LandMask> masks;  // one a country, or none: then nothing counts as outside
  std::span<const Box2>
      floating;            // boxes on the map: no name and no town's mark goes under them, whatever its rank
  MapPartSet hidden = {};  // names that are switched off
};
// `taken`: symbols, clusters, leader; grows by what is placed.
MapLabels place_labels(const LabelIn& in, TakenBoxes& taken);

// Names that were placed for `from`, seen by `to`: each where its ground has come to. What leaves the map, goes under one
// of the boxes or would touch a name before it is not shown. Cost: O(labels * boxes near them).
MapLabels carried_labels(const MapLabels& placed, const MapView& from, const MapView& to,
                         std::span<const Box2> symbols, std::span<const Box2> floating);

void draw_labels(Sheet& sheet, Pen& pen, const MapLabels& labels);

// Parts of place_labels.
// `wanted`: where towns want their marks.
void place_country(const LabelIn& in, std::size_t country, TakenBoxes& taken, const TakenBoxes& wanted,
                   MapLabels& out);
void place_seas(const LabelIn& in, TakenBoxes& taken, MapLabels& out);
std::vector<std::string> name_lines(const std::string& name, float most_width, const TextStyle& style,
                                    Fonts& fonts);

}  // namespace vidik
