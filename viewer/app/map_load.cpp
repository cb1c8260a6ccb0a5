#include "app/map_load.h"

#include "base/paths_posix.h"

#include <atomic>
#include <optional>
#include <thread>

namespace vidik {

namespace {

// One list of contents, written in two rooms that may not know each other: they must agree.
static_assert(static_cast<int>(MapLayer::count) == kMapContents);
static_assert(kMapLods == kMapDetails);
static_assert(static_cast<int>(MapLayer::lakes) == static_cast<int>(MapContent::lakes));
static_assert(static_cast<int>(MapLayer::municipalities) == static_cast<int>(MapContent::municipalities));
static_assert(static_cast<int>(MapLayer::border_disputed) == static_cast<int>(MapContent::border_disputed));

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

}  // namespace

std::unique_ptr<MapLoad> MapLoad::start() { return std::make_unique<ThreadedLoad>(); }

void keep_map(const MapSet& map, Painter& painter) {
  for (int content = 0; content < kMapContents; ++content) {
    for (int detail = 0; detail < kMapDetails; ++detail) {
      painter.keep_geometry({static_cast<MapLayer>(content), static_cast<std::uint8_t>(detail)},
                            map.geometry(static_cast<MapContent>(content), detail));
    }
  }
}

void keep_relief(const MapSet& map, ThemeName theme, Painter& painter) {
  const bool dark = theme == ThemeName::dark;
  const Relief relief = map.relief(dark ? ReliefTheme::dark : ReliefTheme::light);
  if (relief.width == 0) return;
  painter.keep_image(dark ? ImageId::relief_dark : ImageId::relief_light, relief.width, relief.height, relief.rgba);
}

std::vector<std::string> map_credits(const MapSet& map) {
  std::vector<std::string> out;
  for (const Credit& credit : map.credits()) out.push_back(credit.text);
  return out;
}

}  // namespace vidik
