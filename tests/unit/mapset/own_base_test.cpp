// Through the reading child, as the program reads them.

#include "mapset/own_base.h"

#include "geo/mercator.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

class OwnBaseTest : public testing::Test {
 protected:
  OwnBaseTest()
      : path_(std::filesystem::temp_directory_path() /
              ("vidik-own-" + std::to_string(::getpid()) + ".geojson")) {}
  ~OwnBaseTest() override { std::filesystem::remove(path_); }
  Result<std::shared_ptr<OwnBase>> read(const std::string& shapes) {
    std::ofstream(path_) << R"({"type":"FeatureCollection","features":[)" << shapes << "]}";
    return OwnBase::read(path_.string());
  }
  static std::string feature(const std::string& kind, const std::string& coordinates) {
    return R"({"type":"Feature","properties":{"a":1},"geometry":{"type":")" + kind + R"(","coordinates":)" +
           coordinates + "}}";
  }
  std::filesystem::path path_;
};

TEST_F(OwnBaseTest, EveryShapeIsThereInEveryDetail) {
  std::string wave = "[";
  for (int i = 0; i < 3000; ++i)
    wave += (i > 0 ? ",[" : "[") + std::to_string(19 + i / 1500.0) + "," +
            std::to_string(43 + 0.2 * std::sin(i / 40.0)) + "]";
  const auto base =
      read(feature("LineString", wave + "]") + "," + feature("MultiPoint", "[[20,42],[21,42]]") + "," +
           feature("Polygon", "[[[22,42],[22.0001,42],[22.0001,42.0001],[22,42]]]"));
  ASSERT_TRUE(base.ok()) << base.error().message();
  EXPECT_EQ((*base)->shapes(), 3u);
  EXPECT_FALSE((*base)->is_image());
  EXPECT_EQ((*base)->format(), "GeoJSON");
  EXPECT_EQ((*base)->image(0).width, 0);
  std::size_t fewer = 0;
  for (int detail = 0; detail < kMapDetails; ++detail) {
    const RetainedGeometry lines = (*base)->lines(detail);
    ASSERT_EQ(lines.line_ends.size(), 4u) << detail;  // the wave, two points, the islet
    EXPECT_EQ(lines.line_ends.back(), lines.vertices.size());
    std::uint32_t begin = 0;
    for (const std::uint32_t end : lines.line_ends) {
      ASSERT_GE(end, begin + 2) << detail;
      EXPECT_NE(lines.vertices[begin], lines.vertices[begin + 1]);  // a line without length is not painted
      begin = end;
    }
    // A detail is off by what cannot be seen at its zoom, and finer than the one before.
    EXPECT_GE(lines.vertices.size(), fewer) << detail;
    fewer = lines.vertices.size();
  }
  EXPECT_GT(fewer, 3000u);
  EXPECT_LT((*base)->lines(2).vertices.size(), 300u);
  const Fixed2 point = (*base)->lines(0).vertices[(*base)->lines(0).line_ends[0]];
  EXPECT_EQ(point, to_fixed({20, 42}));
}

TEST_F(OwnBaseTest, WhatLiesBeyondTheMapIsSaid) {
  const auto base = read(feature("LineString", "[[20,80],[20,89]]"));
  ASSERT_TRUE(base.ok()) << base.error().message();
  ASSERT_EQ((*base)->notes().size(), 1u);
  EXPECT_EQ((*base)->notes()[0], "1 point lies outside the map and stands at its edge");
}

TEST_F(OwnBaseTest, AFileWithoutShapesAndOneCalledOffAreErrors) {
  const auto empty = read(R"({"type":"Feature","properties":{},"geometry":null})");
  ASSERT_FALSE(empty.ok());
  EXPECT_NE(empty.error().text.find("nothing in it to draw"), std::string::npos);
  const std::atomic<bool> cancel{true};
  const auto cancelled = OwnBase::read(path_.string(), &cancel);
  ASSERT_FALSE(cancelled.ok());
  EXPECT_EQ(cancelled.error().code, Code::cancelled);
}

}  // namespace
}  // namespace vidik
