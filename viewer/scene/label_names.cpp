#include "scene/label_names.h"

#include <array>
#include <utility>

namespace vidik {

namespace {

// Where a sea's name stands and how it is turned. en, local, sr-Latn, sr-Cyrl, sq, mk, bs, hr, cnr.
const SeaName kSeas[] = {
    {{16.55, 42.75},
     38,
     {{"Adriatic Sea", "Jadransko more", "Jadransko more", "Јадранско море", "Deti Adriatik",
       "Јадранско Море", "Jadransko more", "Jadransko more", "Jadransko more"},
      {NameIn::cnr, NameIn::sq}}},
    {{18.60, 38.40},
     0,
     {{"Ionian Sea", "Ιόνιο Πέλαγος", "Jonsko more", "Јонско море", "Deti Jon", "Јонско Море", "Jonsko more",
       "Jonsko more", "Jonsko more"}}},
    {{25.00, 38.75},
     0,
     {{"Aegean Sea", "Αιγαίο Πέλαγος", "Egejsko more", "Егејско море", "Deti Egje", "Егејско Море",
       "Egejsko more", "Egejsko more", "Egejsko more"}}},
    {{29.20, 43.40},
     0,
     {{"Black Sea", "Черно море", "Crno more", "Црно море", "Deti i Zi", "Црно Море", "Crno more",
       "Crno more", "Crno more"}}},
    {{13.10, 39.80},
     0,
     {{"Tyrrhenian Sea", "Mar Tirreno", "Tirensko more", "Тиренско море", "Deti Tirren", "Тиренско Море",
       "Tirensko more", "Tirensko more", "Tirensko more"}}},
};

TextStyle with_halo(Face face, float size, Color color, Color halo, float width) {
  TextStyle style;
  style.face = face;
  style.size = size;
  style.color = color;
  style.halo = halo;
  style.halo_width = width;
  return style;
}

}  // namespace

std::span<const SeaName> sea_names() { return kSeas; }

LabelNames label_names(const MapSet& map, const BorderView* borders) {
  return {map.countries(), map.places(), sea_names(), borders, map.waters()};
}

MapNames LabelNames::names_of(const Country& country) const {
  const NameRule* rule = borders == nullptr ? nullptr : name_rule(*borders, country.iso_a3);
  if (rule == nullptr) return country.names;
  MapNames names = country.names;
  for (std::size_t i = 0; i < names.by.size(); ++i)
    if (!rule->by[i].empty() || !rule->by[0].empty()) names.by[i] = rule->by[i];
  return names;
}

bool LabelNames::is_region(const Country& country) const {
  const NameRule* rule = borders == nullptr ? nullptr : name_rule(*borders, country.iso_a3);
  return rule != nullptr && rule->as_region;
}

bool LabelNames::is_capital(const Place& place) const {
  if (!place.capital || borders == nullptr || borders->names.empty()) return place.capital;
  for (const Country& country : countries)
    if (country.iso_a2 == place.iso_a2) return !is_region(country);
  return true;
}

namespace {

NameIn name_in(Lang lang) {
  switch (lang) {
    case Lang::en:
      return NameIn::en;
    case Lang::sr_latn:
      return NameIn::sr_latn;
    case Lang::sr_cyrl:
      return NameIn::sr_cyrl;
    case Lang::sq:
      return NameIn::sq;
    case Lang::mk:
      return NameIn::mk;
    case Lang::bs:
      return NameIn::bs;
    case Lang::hr:
      return NameIn::hr;
    case Lang::cnr:
      return NameIn::cnr;
    case Lang::local:
    case Lang::both:
      return NameIn::local;
  }
  return NameIn::en;
}

bool is_serbian(NameIn language) { return language == NameIn::sr_latn || language == NameIn::sr_cyrl; }

std::string one_of(const MapNames& names, Lang lang, PairOrder order) {
  if (lang != Lang::both || names.usual[0] == NameIn::count) return std::string(names.in(name_in(lang)));
  auto [a, b] = names.usual;
  if ((order == PairOrder::albanian_first && b == NameIn::sq) ||
      (order == PairOrder::serbian_first && is_serbian(b)))
    std::swap(a, b);
  const std::string first(names.in(a)), second(names.in(b));
  return first == second ? first : first + " / " + second;
}

}  // namespace

std::string words_of(const MapNames& names, const NameChoice& choice) {
  std::string words = one_of(names, choice.first, choice.pairs);
  if (!choice.second) return words;
  const std::string other = one_of(names, *choice.second, choice.pairs);
  if (other != words && !other.empty()) words += " (" + other + ")";
  return words;
}

PlaceLook place_look(const Theme& theme, const Place& place, bool as_capital) {
  struct Look {
    double zoom;
    Face face;
    float size, dot;
    int order;
    float pad;
  };
  constexpr Look kFocus[] = {
      {5, Face::semibold, 13.5f, 2.8f, 2, 1.5f}, {5.8, Face::semibold, 12.5f, 2.6f, 4, 1.5f},
      {6.1, Face::medium, 11.5f, 2.1f, 5, 2},    {6.3, Face::regular, 11, 1.7f, 8, 5},
      {7.2, Face::regular, 11, 1.7f, 8, 5},      {8.4, Face::regular, 11, 1.7f, 8, 4},
      {9.4, Face::regular, 11, 1.7f, 8, 4}};
  constexpr Look kNeighbour[] = {
      {5.6, Face::medium, 12, 2.8f, 7, 3},     {6, Face::medium, 11.5f, 2.1f, 7, 9},
      {6.2, Face::medium, 11.5f, 2.1f, 7, 18}, {7.4, Face::regular, 11, 1.7f, 9, 16},
      {8, Face::regular, 11, 1.7f, 9, 12},     {9, Face::regular, 11, 1.7f, 9, 10},
      {10, Face::regular, 11, 1.7f, 9, 8}};
  const auto rank = static_cast<std::size_t>(as_capital ? 1 : std::clamp(place.rank, 2, 7)) - 1;
  const Look& row = place.core ? kFocus[rank] : kNeighbour[rank];
  PlaceLook look;
  look.from_zoom = row.zoom;
  look.order = row.order;
  look.dot = row.dot;
  look.capital = as_capital;
  look.pad = row.pad;
  look.style = with_halo(row.face, row.size, place.core ? theme.label_city : theme.label_city_neighbour,
                         place.core ? theme.halo_focus : theme.halo_neighbour, 3.2f);
  return look;
}

TextStyle country_style(const Theme& theme, const Country& country, bool as_region) {
  if (as_region) {
    TextStyle style = with_halo(Face::medium, 11.5f, theme.label_country, theme.halo_focus, 3.4f);
    style.tracking = 0.06f * style.size;
    return style;
  }
  if (!country.core) {
    TextStyle style =
        with_halo(Face::medium, 12.5f, theme.label_country_neighbour, theme.halo_neighbour, 3.4f);
    style.tracking = 0.28f * style.size;
    return style;
  }
  const bool small = country.iso_a2 == "XK" || country.iso_a2 == "ME" || country.iso_a2 == "MK";
  TextStyle style =
      with_halo(Face::semibold, small ? 12 : 13.5f, theme.label_country, theme.halo_focus, 3.4f);
  style.tracking = style.size * (country.iso_a2 == "ME" ? 0.16f : country.iso_a2 == "XK" ? 0.10f : 0.24f);
  return style;
}

TextStyle sea_style(const Theme& theme) {
  TextStyle style = with_halo(Face::italic, 14, theme.label_water, with_alpha(theme.sea, 0.6), 2.4f);
  style.tracking = 3;
  return style;
}

}  // namespace vidik
