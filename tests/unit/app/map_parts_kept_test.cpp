// What a painter is handed of the user's own files, and what is taken back.

#include "app/map_load.h"
#include "gpu/null_painter.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

TEST(MapPartsKept, OfAnOwnFileAreTakenBackWhenItIsTakenOffTheMap) {
  const auto path =
      std::filesystem::temp_directory_path() / ("vidik-kept-" + std::to_string(::getpid()) + ".geojson");
  std::ofstream(path) << R"({"type":"LineString","coordinates":[[20,42],[21,43]]})";
  const auto read = OwnBase::read(path.string());
  std::filesystem::remove(path);
  ASSERT_TRUE(read.ok()) << read.error().message();
  const std::vector<BaseFile> own{{path.string(), 3, *read, {}}};
  DrawList list;
  list.size = {64, 64};
  list.base = {MapStroke{{own_base_layer(3), 2}, {255, 255, 255, 255}, 1}};
  NullPainter painter;
  MapParts parts;
  parts.keep(nullptr, own, list, painter);
  painter.paint(list, 0);
  EXPECT_EQ(painter.stats().left_out, 0u);
  parts.keep(nullptr, {}, list, painter);
  painter.paint(list, 0);
  EXPECT_EQ(painter.stats().left_out, 1u);
  parts.keep(nullptr, own, list, painter);  // undone
  painter.paint(list, 0);
  EXPECT_EQ(painter.stats().left_out, 1u);
}

}  // namespace
}  // namespace vidik
