#include "app/map_load.h"

#include "base/paths_posix.h"
#include "base/share_out.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <set>
#include <thread>
#include <variant>

namespace vidik {

namespace {

// One list of contents, written in two rooms that may not know each other: they must agree.
static_assert(static_cast<int>(MapLayer::count) == kMapContents);
static_assert(kMapLods == kMapDetails);
static_assert(static_cast<int>(MapLayer::lakes) == static_cast<int>(MapContent::lakes));
static_assert(static_cast<int>(MapLayer::municipalities) == static_cast<int>(MapContent::municipalities));
static_assert(static_cast<int>(MapLayer::border_disputed) == static_cast<int>(MapContent::border_disputed));
static_assert(static_cast<int>(MapLayer::border_contested_1) ==
              static_cast<int>(MapContent::border_contested_1));

int slot_of(ImageId own) {
  return (static_cast<int>(own) - static_cast<int>(ImageId::first_own)) / kImageLevels;
}
int level_in_slot(ImageId own) {
  return (static_cast<int>(own) - static_cast<int>(ImageId::first_own)) % kImageLevels;
}

class ThreadedLoad final : public MapLoad {
 public:
  ThreadedLoad() {
    const std::string cache = cache_dir();
    thread_ = std::thread([this, cache] {
      result_.emplace(MapSet::load(share_dir() + "/sets", cache.empty() ? cache : cache + "/map"));
      done_.store(true, std::memory_order_release);
    });
  }
  ~ThreadedLoad() override {
    if (thread_.joinable()) thread_.join();
  }
  bool done() const override { return done_.load(std::memory_order_acquire); }
  Result<std::shared_ptr<const MapSet>> take() override {
    thread_.join();
    return std::move(*result_);
  }

 private:
  std::optional<Result<std::shared_ptr<const MapSet>>> result_;
  std::atomic<bool> done_{false};
  std::thread thread_;
};

// The parts of a map in another projection than its own.
struct Projected {
  std::vector<Fixed2> vertices;
  std::vector<GeometryChunk> chunks;
  std::span<const std::uint32_t> line_ends;
  RetainedGeometry geometry() const { return {vertices, line_ends, chunks}; }
};

Projected projected(const RetainedGeometry& from, Projection projection) {
  Projected out{
      std::vector<Fixed2>(from.vertices.size()), {from.chunks.begin(), from.chunks.end()}, from.line_ends};
  constexpr std::size_t kPiece = 1 << 13;
  share_out((from.vertices.size() + kPiece - 1) / kPiece, [&](std::size_t i) {
    const std::size_t first = i * kPiece, count = std::min(kPiece, from.vertices.size() - first);
    project(projection, from.vertices.subspan(first, count), std::span(out.vertices).subspan(first, count));
  });
  for (GeometryChunk& chunk : out.chunks) {
    chunk.box = {};
    for (std::size_t i = chunk.first;
         i < std::min<std::size_t>(out.vertices.size(), chunk.first + std::size_t{chunk.count}); ++i)
      chunk.box.add(out.vertices[i]);
  }
  return out;
}

}  // namespace

std::unique_ptr<MapLoad> MapLoad::start() { return std::make_unique<ThreadedLoad>(); }

void MapParts::keep(const MapSet* map, std::span<const BaseFile> own, const DrawList& list,
                    PartsKeeper& painter) {
  const Projection projection = list.view.projection;
  if (projection != projection_) {  // images stay: they are bent as they are painted
    for (const GeometryId id : geometry_) painter.drop_geometry(id);
    geometry_.clear();
  }
  projection_ = projection;
  const auto is_new = [](auto& kept, auto id) {
    if (std::find(kept.begin(), kept.end(), id) != kept.end()) return false;
    kept.push_back(id);
    return true;
  };
  const auto own_of = [&](auto&& is_it) -> OwnBase* {
    const auto file =
        std::find_if(own.begin(), own.end(), [&](const BaseFile& one) { return one.base && is_it(one); });
    return file == own.end() ? nullptr : file->base.get();
  };
  // What was taken off the map is taken from the painter too.
  std::erase_if(geometry_, [&](GeometryId id) {
    const auto is_it = [&](const BaseFile& one) { return own_base_layer(one.slot) == id.layer; };
    const bool gone = is_own_base(id.layer) && own_of(is_it) == nullptr;
    if (gone) painter.drop_geometry(id);
    return gone;
  });
  std::erase_if(images_, [&](ImageId id) {
    const auto is_it = [&](const BaseFile& one) { return slot_of(id) == one.slot; };
    const bool gone = id >= ImageId::first_own && own_of(is_it) == nullptr;
    if (gone) painter.drop_image(id);
    return gone;
  });
  const auto geometry = [&](GeometryId id) {
    OwnBase* base = nullptr;
    if (is_own_base(id.layer))
      base = own_of([&](const BaseFile& one) { return own_base_layer(one.slot) == id.layer; });
    if ((is_own_base(id.layer) ? base == nullptr : map == nullptr) || !is_new(geometry_, id)) return;
    const RetainedGeometry own_plane =
        base != nullptr ? base->lines(id.lod) : map->geometry(static_cast<MapContent>(id.layer), id.lod);
    if (projection == Projection::web_mercator)
      painter.keep_geometry(id, own_plane);
    else
      painter.keep_geometry(id, projected(own_plane, projection).geometry());
  };
  const auto look_at = [&](const Mark& mark) {
    if (const auto* fill = std::get_if<MapFill>(&mark)) geometry(fill->geometry);
    if (const auto* stroke = std::get_if<MapStroke>(&mark)) geometry(stroke->geometry);
    const auto* image = std::get_if<MapImage>(&mark);
    if (image == nullptr) return;
    if (image->image >= ImageId::first_own) {
      const OwnBase* base = own_of([&](const BaseFile& one) { return slot_of(image->image) == one.slot; });
      if (base == nullptr || !is_new(images_, image->image)) return;
      const Relief picture = base->image(level_in_slot(image->image));
      painter.keep_image(image->image, picture.width, picture.height, picture.rgba);
      return;
    }
    if (map == nullptr || !is_new(images_, image->image)) return;
    const bool dark = image->image < ImageId::relief_light;
    const int level = static_cast<int>(image->image) -
                      static_cast<int>(dark ? ImageId::relief_dark : ImageId::relief_light);
    const Relief relief = map->relief(dark ? ReliefTheme::dark : ReliefTheme::light, level);
    painter.keep_image(image->image, relief.width, relief.height, relief.rgba);
  };
  for (const Mark& mark : list.base) look_at(mark);
  if (list.inset.list)
    for (const Mark& mark : list.inset.list->top) look_at(mark);
}

std::vector<std::string> map_credits(const MapSet& map, const MapPartSet& hidden) {
  std::set<std::string_view> drawn{"countries", "sea"};
  for (int i = 0; i < kMapParts; ++i)
    if (!hidden.has(static_cast<MapPart>(i))) drawn.insert(words_of(static_cast<MapPart>(i)).table);
  std::vector<std::string> out;
  for (const Credit& credit : map.credits())
    if (std::any_of(credit.layers.begin(), credit.layers.end(),
                    [&](const std::string& layer) { return drawn.contains(layer); }))
      out.push_back(credit.text);
  return out;
}

}  // namespace vidik
