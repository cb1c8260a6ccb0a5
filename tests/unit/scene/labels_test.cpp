#include "scene/labels.h"

#include "scene/camera.h"
#include "scene/pen.h"
#include "scene/upper_case.h"
#include "scene_stage.h"

namespace vidik {
namespace {

// Towns on a jittered grid over the six countries, their names kept beside them.
struct Towns {
  std::vector<std::string> names;
  std::vector<Place> places;
  explicit Towns(int count, unsigned seed = 4) {
    std::mt19937 random(seed);
    const auto share = [&] { return static_cast<double>(random()) / 4294967296.0; };
    for (int i = 0; i < count; ++i)
      names.push_back("Town " + std::to_string(i) + std::string(random() % 9, 'a'));
    for (int i = 0; i < count; ++i) {
      Place p;
      p.at = {16 + 6.5 * share(), 40 + 6 * share()};
      p.fixed = to_fixed(p.at);
      p.names.by[0] = names[static_cast<std::size_t>(i)];
      p.core = i % 3 != 0;
      p.capital = i < 3;
      p.rank = i < 3 ? 1 : 2 + i % 5;
      places.push_back(p);
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& a, const Place& b) { return a.rank < b.rank; });
  }
};

MapLabels place(const MapView& view, const Towns& towns, TakenBoxes& taken) {
  return place_labels(
      {view, theme(ThemeName::dark), test_fonts(), {}, {{}, towns.places, sea_names()}, {}, {}}, taken);
}

const PlacedLabel* find(const MapLabels& labels, std::string_view text) {
  for (const PlacedLabel& label : labels.labels)
    if (label.text == text) return &label;
  return nullptr;
}

TEST(Labels, NoNameTouchesAnotherOrABoxThatIsTaken) {
  const MapView view = map_view({19.3, 43, 7.4}, {0, 0, 1400, 900});
  for (unsigned seed = 1; seed < 5; ++seed) {
    const Towns towns(260, seed);
    TakenBoxes taken;
    const Box2 card{900, 100, 330, 400};
    taken.add(card);
    const MapLabels labels = place(view, towns, taken);
    ASSERT_GT(labels.labels.size(), 25u);
    for (std::size_t a = 0; a < labels.labels.size(); ++a) {
      const PlacedLabel& label = labels.labels[a];
      // The three capitals may take the least bad place.
      if (label.style.size == 13.5f) continue;
      EXPECT_FALSE(meet(label.box, card)) << label.text;
      for (std::size_t b = a + 1; b < labels.labels.size(); ++b)
        if (labels.labels[b].style.size != 13.5f && label.style.angle_deg == 0 &&
            labels.labels[b].style.angle_deg == 0) {
          EXPECT_FALSE(meet(label.box, labels.labels[b].box)) << label.text << " / " << labels.labels[b].text;
        }
    }
  }
}

TEST(Labels, TheSamePlacesWhateverWasAskedBefore) {
  const MapView view = map_view({19.3, 43, 7}, {0, 0, 1400, 900});
  const Towns towns(200);
  TakenBoxes first, second, other;
  const MapLabels a = place(view, towns, first);
  place(map_view({20, 42, 8}, {0, 0, 800, 600}), towns, other);
  const MapLabels b = place(view, towns, second);
  ASSERT_EQ(a.labels.size(), b.labels.size());
  for (std::size_t i = 0; i < a.labels.size(); ++i) EXPECT_EQ(a.labels[i].box, b.labels[i].box);
}

TEST(Labels, ACapitalOfTheSixIsNamedEvenWhereNothingIsFree) {
  Towns towns(4);
  for (Place& p : towns.places) p.core = true;
  const MapView view = map_view({19.3, 43, 7}, {0, 0, 1400, 900});
  TakenBoxes taken;
  taken.add({0, 0, 1400, 900});
  const MapLabels labels = place(view, towns, taken);
  EXPECT_EQ(labels.labels.size(), 3u) << "three capitals, no other town, no sea";
}

TEST(Labels, NothingIsNamedUnderAFloatingBoxNotEvenACapital) {
  Towns towns(4);
  for (Place& p : towns.places) p.core = true;
  const MapView view = map_view({19.3, 43, 7}, {0, 0, 1400, 900});
  TakenBoxes taken;
  const std::vector<Box2> legend{{0, 0, 1400, 900}};
  const MapLabels labels = place_labels(
      {view, theme(ThemeName::dark), test_fonts(), {}, {{}, towns.places, {}}, {}, legend}, taken);
  EXPECT_TRUE(labels.labels.empty());
}

TEST(Labels, ANameStandsFurtherOutWhenASymbolCoversItsTown) {
  Towns towns(1);
  towns.places[0].core = true;
  towns.places[0].capital = false;
  towns.places[0].rank = 2;
  const MapView view = map_view({towns.places[0].at.lon, towns.places[0].at.lat, 7}, {0, 0, 800, 600});
  TakenBoxes none, symbol;
  const MapLabels free = place(view, towns, none);
  symbol.add({400 - 12, 300 - 12, 24, 24});
  const MapLabels moved = place(view, towns, symbol);
  const PlacedLabel* a = find(free, towns.names[0]);
  const PlacedLabel* b = find(moved, towns.names[0]);
  ASSERT_TRUE(a != nullptr && b != nullptr);
  EXPECT_GT(b->box.x, a->box.x + 4);
  EXPECT_EQ(free.dots.size(), 1u);
  EXPECT_EQ(moved.dots.size(), 0u) << "the symbol is the mark";
}

TEST(Labels, ACountrysNameStaysInsideItAlongItWhereThereIsRoomAndBrokenWhereThereIsNot) {
  const std::string name = "North Macedonia";
  Country country;
  country.iso_a2 = "MK";
  country.core = true;
  country.names.by[0] = name;
  country.label = {21.7, 41.6};
  const std::vector<Fixed2> ring{to_fixed({20.5, 42.3}), to_fixed({23, 42.3}), to_fixed({23, 40.9}),
                                 to_fixed({20.5, 40.9})};
  const std::vector<std::uint32_t> ends{4};
  FixedBox box;
  for (const Fixed2 p : ring) box.add(p);
  const std::vector<LandMask> masks{LandMask(box, ring, ends)};
  const std::vector<Country> countries{country};
  const auto place = [&](const MapView& view, TakenBoxes& taken) {
    const MapLabels labels =
        place_labels({view, theme(ThemeName::dark), test_fonts(), {}, {countries, {}, {}}, masks, {}}, taken);
    const Px nw = px_of(view, LonLat{20.5, 42.3}), se = px_of(view, LonLat{23, 40.9});
    for (const PlacedLabel& label : labels.labels) {
      EXPECT_GE(label.box.x, nw.x - 6);
      EXPECT_LE(label.box.x + label.box.w, se.x + 6);
      EXPECT_GE(label.box.y, nw.y - 6);
      EXPECT_LE(label.box.y + label.box.h, se.y + 6);
    }
    return labels;
  };
  TakenBoxes none, symbol;
  const MapLabels small = place(map_view({21.7, 41.6, 6.2}, {0, 0, 900, 700}), none);
  ASSERT_EQ(small.labels.size(), 2u);
  EXPECT_EQ(small.labels[0].text, "NORTH");
  EXPECT_EQ(small.labels[1].text, "MACEDONIA");

  const Box2 taken{430, 320, 40, 60};  // on its own place
  symbol.add(taken);
  const MapLabels large = place(map_view({21.7, 41.6, 7}, {0, 0, 900, 700}), symbol);
  ASSERT_EQ(large.labels.size(), 1u) << "there is room for it along the country";
  EXPECT_EQ(large.labels[0].text, "NORTH MACEDONIA");
  EXPECT_FALSE(meet(large.labels[0].box, taken));
}

TEST(Labels, CapitalsOfTheScriptsOfTheRegion) {
  EXPECT_EQ(upper_case("Kosovë, Žabljak, đ"), "KOSOVË, ŽABLJAK, Đ");
  EXPECT_EQ(upper_case("Ελλάδα, Κόσμος, București, Galați"), "ΕΛΛΑΔΑ, ΚΟΣΜΟΣ, BUCUREȘTI, GALAȚI");
  EXPECT_EQ(upper_case("Србија и Ђ, љ, џ, ѓ"), "СРБИЈА И Ђ, Љ, Џ, Ѓ");
}

MapNames pristina() {
  MapNames names;
  names.by = {"Pristina", "Prishtinë", "Priština", "Приштина", "Prishtinë", "Приштина", "Priština"};
  names.usual = {NameIn::sq, NameIn::sr_latn};
  return names;
}

TEST(MapNamesInWords, BothNamesStandWhereTwoAreUsualInTheOrderChosen) {
  const MapNames names = pristina();
  const auto words = [&](NameChoice choice) { return words_of(names, choice); };
  EXPECT_EQ(words({}), "Pristina");
  EXPECT_EQ(words({Lang::local, {}, {}}), "Prishtinë");
  EXPECT_EQ(words({Lang::both, {}, PairOrder::usual}), "Prishtinë / Priština");
  EXPECT_EQ(words({Lang::both, {}, PairOrder::albanian_first}), "Prishtinë / Priština");
  EXPECT_EQ(words({Lang::both, {}, PairOrder::serbian_first}), "Priština / Prishtinë");
  EXPECT_EQ(words({Lang::en, Lang::both, PairOrder::usual}), "Pristina (Prishtinë / Priština)");
  EXPECT_EQ(words({Lang::cnr, Lang::hr, PairOrder::usual}), "Priština") << "the same name stands once";
}

TEST(MapNamesInWords, WhereOneIsUsualBothIsTheLocalOne) {
  MapNames names = pristina();
  names.usual = {NameIn::count, NameIn::count};
  EXPECT_EQ(words_of(names, {Lang::both, {}, {}}), "Prishtinë");
  names.by[2] = names.by[4] = "Prizren";
  names.usual = {NameIn::sq, NameIn::sr_latn};
  EXPECT_EQ(words_of(names, {Lang::both, {}, {}}), "Prizren");
}

TEST(MapNamesInWords, EverySeaHasANameInEveryLanguage) {
  for (const SeaName& sea : sea_names())
    for (const std::string_view name : sea.names.by) EXPECT_FALSE(name.empty()) << sea.names.by[0];
}

}  // namespace
}  // namespace vidik
