#pragma once
// Places names on the map so that none touches another, a symbol or a box; where nothing fits a name is left out.
//
// Units: px at 1x. Threads: pure: the same input gives the same places, whatever was shown before.
// Cost: O(places in view), each against the boxes near it; along rivers O(points of those in view).

#include "scene/label_names.h"
#include "scene/land_mask.h"
#include "scene/name_path.h"
#include "scene/taken.h"

#include <string>
#include <vector>

namespace vidik {

enum class LabelKind : std::uint8_t { town, country, sea, lake, river };

struct PlacedLabel {
  std::string text;
  Px at;  // left end of the baseline; turned ones and those along a line: their middle
  TextStyle style;
  Box2 box;             // what it takes; of a turned one the box round it
  Unit2 anchor = {};    // what of the ground it goes with, in Web Mercator
  bool forced = false;  // a capital's, in the least bad place
  LabelKind kind = LabelKind::town;
  std::vector<Box2> parts = {};            // turned ones: what they take, piece by piece
  std::vector<PlacedLetter> letters = {};  // set along a line
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
  std::span<const LandMask> lakes =
      {};  // of each lake of names.waters in its order, or none: then lakes are not named
};
// The land of each country and the lakes of a map set; some ten ms, so it is kept as long as the set is.
struct LabelMasks {
  std::vector<LandMask> countries, lakes;
};
LabelMasks label_masks(const MapSet& map);
// `taken`: symbols, clusters, leader; grows by what is placed.
MapLabels place_labels(const LabelIn& in, TakenBoxes& taken);

// Names that were placed for `from`, seen by `to`: each where its ground has come to. What leaves the map, goes under one
// of the boxes or would touch a name before it is not shown. Cost: O(labels * boxes near them).
MapLabels carried_labels(const MapLabels& placed, const MapView& from, const MapView& to,
                         std::span<const Box2> symbols, std::span<const Box2> floating);

void draw_labels(Sheet& sheet, Pen& pen, const MapLabels& labels);

}  // namespace vidik
