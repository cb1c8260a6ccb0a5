#pragma once
// A painter without GL: takes the same lists, checks that every mark refers to something, and counts.
//
// Threads: any one owner. Errors: problems() lists what a list got wrong, in order. Cost: O(marks).

#include "gpu/painter.h"

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace vidik {

class NullPainter final : public Painter {
 public:
  void keep_geometry(GeometryId id, const RetainedGeometry& geometry) override;
  void keep_image(ImageId id, int width, int height, std::span<const std::uint8_t> rgba) override;
  void drop_geometry(GeometryId id) override { std::erase(geometry_, id); }
  void drop_image(ImageId id) override { std::erase(images_, id); }
  void keep_points(std::uint64_t layer_serial, std::span<const Fixed2> positions,
                   std::span<const std::uint16_t> category) override;
  void drop_points(std::uint64_t layer_serial) override { points_.erase(layer_serial); }
  void paint(const DrawList& list, unsigned target) override;
  void paint_tile(const DrawList& list, unsigned target, const PageTile& tile) override;
  const PaintStats& stats() const override { return stats_; }
  std::string renderer() const override { return "none"; }

  // How many marks of each kind the last list had, in the order of Mark.
  using Counts = std::array<std::uint64_t, std::variant_size_v<Mark>>;
  const Counts& counts() const { return counts_; }
  // What the last list got wrong: marks outside their pools, numbers that are not finite, things not kept.
  const std::vector<std::string>& problems() const { return problems_; }

 private:
  void check(const DrawList& list, const std::vector<Mark>& marks, const char* part);

  PaintStats stats_;
  Counts counts_{};
  std::vector<std::string> problems_;
  std::vector<GeometryId> geometry_;
  std::vector<ImageId> images_;
  std::unordered_map<std::uint64_t, std::size_t> points_;
  std::uint64_t base_key_ = 0;
  Size base_size_;
  float base_scale_ = 0;
};

}  // namespace vidik
