#include "scene/map_base.h"

#include "scene/camera.h"
#include "scene/key_hash.h"
#include "scene/map_fade.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::uint8_t kFocusBit = 1, kSeaBit = 2;
constexpr double kGraticuleStep = 2;  // degrees
constexpr std::uint32_t kImageNet =
    32;  // cells a side of a picture whose rows are bent; within 0.1 px of the truth
constexpr double kReliefFades = 7.5;  // zoom

class BasePainter {
 public:
  explicit BasePainter(Sheet& sheet)
      : sheet_(sheet),
        theme_(sheet.theme),
        zoom_(zoom_of(sheet.map)),
        fine_(zoom_of(sheet.map) + std::log2(sheet.view.scale)),
        lod_(lod_at(fine_)) {}

  void draw() {
    sheet_.base.clip(sheet_.map.box);
    if (!is_clear()) sheet_.base.rect(sheet_.map.box, theme_.app);
    if (sheet_.in.map != nullptr) {
      // The six lie on the neighbours' ground and reach out to the edge of their waters: the sea is painted over them.
      const bool clear = is_clear();
      if (!clear) fill(MapLayer::land, theme_.land_neighbour);
      fill(MapLayer::land_focus, theme_.land_focus, kFocusBit);
      fill(MapLayer::sea, clear ? with_alpha(theme_.sea, 0) : theme_.sea, kSeaBit);
      if (shown(MapPart::relief)) {
        if (!clear) relief(theme_.relief_neighbour, 0, kFocusBit | kSeaBit);
        relief(theme_.relief_focus, kFocusBit, kSeaBit);
      }
      own_images();
      if (shown(MapPart::waterlines) && !clear) waterlines();
      if (shown(MapPart::graticule) && !clear) graticule();
      water();
      borders();
      if (!clear) fade_out(sheet_, sheet_.in.map->frame());
    } else {
      own_images();
      if (shown(MapPart::graticule)) graticule();
    }
    own_lines();
    sheet_.base.unclip();
  }

 private:
  bool is_clear() const { return sheet_.view.page.on && sheet_.view.page.transparent; }
  bool shown(MapPart part) const { return !sheet_.view.hidden.has(part); }
  static std::uint8_t lod_at(double zoom) { return static_cast<std::uint8_t>(lod_for_zoom(zoom)); }
  void fill(MapLayer layer, Color color, std::uint8_t stencil = 0) {
    sheet_.base.mark(MapFill{{layer, lod_}, color, stencil});
  }
  void stroke(MapLayer layer, Color color, float width, float dash = 0, float gap = 0, bool once = false,
              std::uint8_t stencil = 0) {
    sheet_.base.mark(MapStroke{{layer, lod_}, color, width, dash, gap, once, stencil});
  }

  void graticule() {
    const Color color = mix(theme_.graticule_sea, theme_.graticule_land, 0.5);
    const LonLatBox seen = shown_box(sheet_.map);
    const double west = std::max(seen.west, -180.0), east = std::min(seen.east, 180.0);
    const double south = std::max(seen.south, -84.0), north = std::min(seen.north, 84.0);
    const Box2& box = sheet_.map.box;
    const bool straight = sheet_.map.projection == Projection::web_mercator;
    for (double lon = std::ceil(west / kGraticuleStep) * kGraticuleStep; lon <= east; lon += kGraticuleStep) {
      if (!straight) {
        bent({lon, south}, {lon, north}, color);
        continue;
      }
      const float x = std::round(px_of(sheet_.map, LonLat{lon, 0}).x) + 0.5f;
      sheet_.base.line({x, box.y}, {x, box.y + box.h}, color, 1);
    }
    for (double lat = std::ceil(south / kGraticuleStep) * kGraticuleStep; lat <= north;
         lat += kGraticuleStep) {
      if (!straight) {
        bent({west, lat}, {east, lat}, color);
        continue;
      }
      const float y = std::round(px_of(sheet_.map, LonLat{0, lat}).y) + 0.5f;
      sheet_.base.line({box.x, y}, {box.x + box.w, y}, color, 1);
    }
  }
  // A meridian or a parallel where they are not straight.
  void bent(LonLat from, LonLat to, Color color) {
    constexpr int kParts = 64;
    std::vector<Px> path;
    for (int i = 0; i <= kParts; ++i) {
      const double f = static_cast<double>(i) / kParts;
      path.push_back(
          px_of(sheet_.map, LonLat{from.lon + (to.lon - from.lon) * f, from.lat + (to.lat - from.lat) * f}));
    }
    sheet_.base.path(path, color, 1);
  }

  void waterlines() {  // LOOK §5: 20, 12, 5 px; half of that is on the sea
    constexpr float width[3] = {20, 12, 5};
    // Wide and faint: a coast that is half a pixel off, one under the two wide ones, looks the same and costs a fraction.
    constexpr double coarser[3] = {3, 2, 1};
    // They lie on one colour, so each can be painted as what it comes to, and may be painted over itself.
    Color water = theme_.sea;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::uint8_t lod = lod_at(fine_ - coarser[i]);
      const Color shelf = theme_.shelf[i];
      water = mix(water, {shelf.r, shelf.g, shelf.b, 255}, shelf.a / 255.0);
      for (const MapLayer coast : {MapLayer::coast_neighbour, MapLayer::coast_focus}) {
        sheet_.base.mark(MapStroke{{coast, lod}, water, width[i], 0, 0, false, kSeaBit});
      }
    }
  }

  // Calls f(what of the view, what was read) for each own file that is shown.
  template <typename F>
  void each_own(F&& f) {
    const auto& wanted = sheet_.view.bases;
    for (std::size_t i = 0; i < std::min(wanted.size(), sheet_.in.bases.size()); ++i)
      if (wanted[i].on && sheet_.in.bases[i].base != nullptr) f(wanted[i], sheet_.in.bases[i]);
  }
  void own_images() {
    each_own([&](const OwnBaseView& view, const SceneBase& own) {
      if (own.base->is_image())
        image(own_base_image(own.slot), own.base->image(0), static_cast<double>(view.strength), 0, 0);
    });
  }
  void own_lines() {
    each_own([&](const OwnBaseView& view, const SceneBase& own) {
      if (own.base->is_image()) return;
      const Color color = with_alpha(theme_.text2, 0.7 * static_cast<double>(view.strength));
      sheet_.base.mark(MapStroke{{own_base_layer(own.slot), lod_}, color, 1.1f, 0, 0, true});
    });
  }

  // Its cells are 3.7 km: closer in it would only be a blur, so it fades out.
  void relief(double strength, std::uint8_t stencil, std::uint8_t not_stencil) {
    strength *= std::clamp((kReliefEnds - zoom_) / (kReliefEnds - kReliefFades), 0.0, 1.0);
    if (strength <= 0) return;
    const ImageId id = sheet_.dark() ? ImageId::relief_dark : ImageId::relief_light;
    image(id, sheet_.in.map->relief(sheet_.dark() ? ReliefTheme::dark : ReliefTheme::light), strength,
          stencil, not_stencil);
  }

  void image(ImageId first, const Relief& image, double strength, std::uint8_t stencil,
             std::uint8_t not_stencil) {
    if (image.width == 0) return;
    // The level whose pixels are nearest to those of the picture: between 0.7 and 1.4 of them.
    const double world = (static_cast<double>(image.box.east) - image.box.west) / 4294967296.0;
    const double enlarged = world * sheet_.map.px_per_world * sheet_.view.scale / image.width;
    const int level = std::clamp(static_cast<int>(std::lround(-std::log2(enlarged))), 0, kReliefLevels - 1);
    MapImage mark{level_of(first, level), image.box, static_cast<float>(strength), stencil, not_stencil};
    if (sheet_.map.projection != Projection::web_mercator) {
      mark.net_side = kImageNet;
      mark.net = net_of(image.box);
    }
    sheet_.base.mark(mark);
  }

  // The corners of an image's cells, where its rows and columns are not straight.
  Range net_of(const FixedBox& box) {
    std::vector<Fixed2>& places = sheet_.out.list.places;
    const Range range{static_cast<std::uint32_t>(places.size()), (kImageNet + 1) * (kImageNet + 1)};
    const auto at = [](std::int32_t from, std::int32_t to, std::uint32_t i) {
      const double whole = from + (static_cast<double>(to) - from) * i / kImageNet;
      return static_cast<std::int32_t>(std::lround(whole));
    };
    for (std::uint32_t j = 0; j <= kImageNet; ++j)
      for (std::uint32_t i = 0; i <= kImageNet; ++i)
        places.push_back({at(box.west, box.east, i), at(box.north, box.south, j)});
    const auto made = std::span(places).subspan(range.first);
    project(sheet_.map.projection, made, made);
    return range;
  }

  void water() {
    if (shown(MapPart::lakes)) fill(MapLayer::lakes, theme_.lake);
    if (shown(MapPart::rivers)) {
      const std::uint8_t on = is_clear() ? kFocusBit : std::uint8_t{0};
      if (zoom_ >= 6) stroke(MapLayer::rivers_3, with_alpha(theme_.river, 0.7), 0.8f, 0, 0, false, on);
      stroke(MapLayer::rivers_2, with_alpha(theme_.river, 0.95), 1.15f, 0, 0, false, on);
      stroke(MapLayer::rivers_1, theme_.river, 1.7f, 0, 0, false, on);
    }
    if (shown(MapPart::lakes)) stroke(MapLayer::lake_shores, theme_.lake_line, 0.8f);
    if (!shown(MapPart::coast)) return;
    if (!is_clear()) stroke(MapLayer::coast_neighbour, theme_.coast_neighbour, 0.8f);
    stroke(MapLayer::coast_focus, theme_.coast, 1.1f);
  }

  void borders() {
    if (zoom_ >= 8.5 && shown(MapPart::municipalities))
      stroke(MapLayer::municipalities, with_alpha(theme_.border_inner, 0.22), 0.8f);
    if (zoom_ >= 7 && shown(MapPart::districts))
      stroke(MapLayer::admin1, with_alpha(theme_.border_inner, 0.36), 0.8f);
    if (!shown(MapPart::borders)) return;
    if (!is_clear()) stroke(MapLayer::border_neighbour, theme_.border_neighbour, 0.9f);
    const std::vector<DrawnLine> contested = drawn_lines(sheet_.in);
    for (const MapLayer layer : {MapLayer::border_outer, MapLayer::border_inner, MapLayer::border_disputed})
      stroke(layer, theme_.border_case, 4, 0, 0, true);
    for (const DrawnLine& line : contested)
      if (line.style == BorderStyle::solid || line.style == BorderStyle::dashed)
        stroke(line.layer, theme_.border_case, 4, 0, 0, true);
    for (const DrawnLine& line : contested) draw(line);
    stroke(MapLayer::border_inner, theme_.border_inner, 1.1f);
    stroke(MapLayer::border_outer, theme_.border_outer, 1.5f);
    dashed(MapLayer::border_disputed);
  }
  void dashed(MapLayer layer) { stroke(layer, theme_.border_inner, 1.3f, 5, 3.4f); }
  void draw(const DrawnLine& line) {
    switch (line.style) {
      case BorderStyle::absent:
        break;
      case BorderStyle::thin:
        stroke(line.layer, with_alpha(theme_.border_inner, 0.5), 0.9f);
        break;
      case BorderStyle::dashed:
        dashed(line.layer);
        break;
      case BorderStyle::solid:
        if (line.as_border == MapContent::border_inner) stroke(line.layer, theme_.border_inner, 1.1f);
        if (line.as_border == MapContent::border_outer) stroke(line.layer, theme_.border_outer, 1.5f);
        if (line.as_border == MapContent::border_neighbour) stroke(line.layer, theme_.border_neighbour, 0.9f);
        break;
    }
  }

  Sheet& sheet_;
  const Theme& theme_;
  double zoom_;
  double fine_;  // the zoom at which a picture of scale 1 would have as many pixels
  std::uint8_t lod_;
};

}  // namespace

std::vector<DrawnLine> drawn_lines(const SceneIn& in) {
  std::vector<DrawnLine> out;
  if (in.map == nullptr || in.borders == nullptr) return out;
  for (const ContestedLine& line : in.map->contested())
    out.push_back({static_cast<MapLayer>(line.content), style_of(line, *in.borders, in.view->time.cursor),
                   line.as_border});
  return out;
}

void draw_map_base(Sheet& sheet) { BasePainter(sheet).draw(); }

std::uint64_t base_look_of(const SceneIn& in) {
  const ViewState& view = *in.view;
  KeyHash hash;
  hash.add(view.size.width), hash.add(view.size.height), hash.add(view.scale);
  hash.add(view.map.x), hash.add(view.map.y), hash.add(view.map.w), hash.add(view.map.h);
  hash.add(view.camera.zoom), hash.add(view.camera.projection);
  hash.add(view.theme);
  hash.add(view.borders);
  for (const DrawnLine& line : drawn_lines(in)) hash.add(line.style);  // they change with the time
  hash.add(in.map != nullptr);
  hash.add(view.hidden.bits());
  hash.add(view.page.on && view.page.transparent);
  for (std::size_t i = 0; i < std::min(view.bases.size(), in.bases.size()); ++i) {
    hash.add(view.bases[i].on), hash.add(view.bases[i].strength);
    hash.add(in.bases[i].slot), hash.add(in.bases[i].base != nullptr);
  }
  return hash.value();
}

std::uint64_t base_key_of(const SceneIn& in) {
  KeyHash hash;
  hash.add(base_look_of(in));
  hash.add(in.view->camera.lon), hash.add(in.view->camera.lat);
  return hash.value();
}

}  // namespace vidik
