#include "mapset/prepare.h"
#include "mapset/relief_png.h"

#include "geo/mercator.h"
#include "geo/simplify.h"
#include "geo/triangulate.h"

#include "sample_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace vidik {
namespace {

double fixed_area(const Shape& shape) {
  const FixedBox box = [&] {
    FixedBox b;
    for (const LonLat& p : shape.points) b.add(to_fixed(p));
    return b;
  }();
  return (static_cast<double>(box.east) - box.west) * (static_cast<double>(box.south) - box.north);
}

Shape wavy_line(double west, double east, int points) {
  Shape shape;
  for (int i = 0; i < points; ++i) {
    const double t = static_cast<double>(i) / (points - 1);
    shape.points.push_back({west + (east - west) * t, 43 + 0.3 * std::sin(40 * t)});
  }
  shape.ring_ends = {static_cast<std::uint32_t>(points)};
  return shape;
}

TEST(PrepareAreas, TrianglesOfEveryDetailHaveTheAreaOfTheShape) {
  const Shape shape = square(19.3, 41.7, 23.9, 44.1);
  const Result<PreparedDetails> details = prepare_areas({&shape});
  ASSERT_TRUE(details.ok());
  const double side = std::sqrt(fixed_area(shape));
  for (std::size_t d = 0; d < details->size(); ++d) {
    // Each edge is at most half a step of the grid off.
    const double tolerance = d + 1 == details->size() ? 1e-7 : 2.5 * kDetailGrids[d] / side;
    EXPECT_NEAR(triangles_area((*details)[d].vertices) / fixed_area(shape), 1, tolerance) << d;
  }
}

TEST(PrepareAreas, ChunksCoverAllVerticesInOrderAndHoldTheirBox) {
  const Shape shape = square(18.5, 40.5, 25.5, 45.5);
  const Result<PreparedDetails> details = prepare_areas({&shape});
  ASSERT_TRUE(details.ok());
  for (const PreparedGeometry& g : *details) {
    EXPECT_GT(g.chunks.size(), 4u);
    std::uint32_t next = 0;
    for (const GeometryChunk& chunk : g.chunks) {
      EXPECT_EQ(chunk.first, next);
      EXPECT_EQ(chunk.count % 3, 0u);
      for (std::uint32_t i = chunk.first; i < chunk.first + chunk.count; ++i) {
        EXPECT_TRUE(chunk.box.contains(g.vertices[i]));
      }
      next = chunk.first + chunk.count;
    }
    EXPECT_EQ(next, g.vertices.size());
  }
}

// A coast of small teeth that crosses many cells.
Shape toothed_bay() {
  Shape shape;
  for (int i = 0; i <= 20000; ++i)
    shape.points.push_back({18.2 + 7 * i / 20000.0, 42 + 0.002 * (i % 2) + 0.3 * std::sin(i / 900.0)});
  shape.points.push_back({25.2, 45});
  shape.points.push_back({18.2, 45});
  shape.ring_ends = {static_cast<std::uint32_t>(shape.points.size())};
  shape.part_ends = {1};
  return shape;
}

bool covered(const PreparedGeometry& g, Fixed2 p) {
  const auto side = [p](Fixed2 a, Fixed2 b) {
    return (static_cast<double>(b.x) - a.x) * (static_cast<double>(p.y) - a.y) -
           (static_cast<double>(b.y) - a.y) * (static_cast<double>(p.x) - a.x);
  };
  for (std::size_t i = 0; i + 2 < g.vertices.size(); i += 3) {
    const double s[] = {side(g.vertices[i], g.vertices[i + 1]), side(g.vertices[i + 1], g.vertices[i + 2]),
                        side(g.vertices[i + 2], g.vertices[i])};
    if (*std::min_element(s, s + 3) >= 0 || *std::max_element(s, s + 3) <= 0) return true;
  }
  return false;
}

TEST(PrepareAreas, ThinnedCellsStillMeet) {
  const Shape shape = toothed_bay();
  const Result<PreparedDetails> details = prepare_areas({&shape});
  ASSERT_TRUE(details.ok());
  for (std::size_t d = 0; d < details->size(); ++d) {
    const PreparedGeometry& g = (*details)[d];
    for (int cell = 19; cell <= 25; ++cell) {
      const double coast = 42 + 0.3 * std::sin((cell - 18.2) / 7 * 20000 / 900);
      const Fixed2 edge = snapped(to_fixed({static_cast<double>(cell), coast}), kDetailGrids[d]);
      // On both sides of the edge between two cells, from a pixel off the coast inwards.
      for (const int away : {4, 9, 30, 200}) {
        for (const int aside : {-1, 0, 1}) {
          const std::int32_t in = std::min(away * kDetailGrids[d], 20'000'000);  // not out at the other end
          EXPECT_TRUE(covered(g, {edge.x + aside, edge.y - (2 << 15) - in}))
              << d << ' ' << cell << ' ' << away;
        }
      }
    }
  }
}

TEST(PrepareAreas, WhatIsSmallerThanAPixelIsLeftToFinerDetails) {
  // An island in the sea, a lake of the same size, and the same island as a coast: 1.2 px at zoom 8.
  const double side = 1.2 * 360 / (256 * 256.0);
  Shape sea = square(20.1, 42.1, 20.9, 42.9);
  const Shape island = square(20.5, 42.5, 20.5 + side, 42.5 + side * 0.7);
  sea.points.insert(sea.points.end(), island.points.begin(), island.points.end());
  sea.ring_ends.push_back(static_cast<std::uint32_t>(sea.points.size()));
  sea.part_ends = {2};
  Shape coast = island;
  coast.points.push_back(coast.points.front());
  coast.ring_ends = {static_cast<std::uint32_t>(coast.points.size())};
  const Result<PreparedDetails> waters = prepare_areas({&sea}), lakes = prepare_areas({&island});
  const PreparedDetails coasts = prepare_lines({&coast}, Split::at_cells);
  ASSERT_TRUE(waters.ok() && lakes.ok());
  const Fixed2 inside = to_fixed({20.5 + side / 2, 42.5 + side * 0.35});
  for (std::size_t d = 0; d < lakes->size(); ++d) {
    const bool seen = d >= 5;  // shown up to zoom 8 and above; coarser ones end below
    EXPECT_EQ((*lakes)[d].vertices.empty(), !seen) << d;
    EXPECT_EQ(coasts[d].vertices.empty(), !seen) << d;
    EXPECT_EQ(covered((*waters)[d], inside), !seen) << d;
  }
}

TEST(PrepareAreas, CoarserDetailsHaveFewerTriangles) {
  const Shape shape = toothed_bay();
  const Result<PreparedDetails> details = prepare_areas({&shape});
  ASSERT_TRUE(details.ok());
  for (std::size_t d = 1; d < details->size(); ++d) {
    EXPECT_LT((*details)[d - 1].vertices.size(), (*details)[d].vertices.size()) << d;
  }
  EXPECT_LT((*details)[0].vertices.size() * 20, details->back().vertices.size());
}

TEST(Relief, AHalfIsTheMeanOfFourAndAnOddEdgeCountsTwice) {
  ReliefPixels whole{3, 2, {}};
  for (const int v : {0, 100, 200, 100, 200, 40})
    whole.rgba.insert(whole.rgba.end(), 4, static_cast<std::uint8_t>(v));
  const ReliefPixels half = halved(whole);
  EXPECT_EQ(half.width, 2u);
  EXPECT_EQ(half.height, 1u);
  ASSERT_EQ(half.rgba.size(), 8u);
  EXPECT_EQ(half.rgba[0], 100);
  EXPECT_EQ(half.rgba[7], 120);
}

TEST(PrepareAreas, TheOrderOfAreasDoesNotChangeWhatIsCovered) {
  const Shape a = square(20, 42, 21, 43), b = square(24, 42, 25, 43);
  const auto ab = prepare_areas({&a, &b}), ba = prepare_areas({&b, &a});
  ASSERT_TRUE(ab.ok() && ba.ok());
  for (std::size_t d = 0; d < ab->size(); ++d) EXPECT_EQ((*ab)[d].vertices, (*ba)[d].vertices);
}

TEST(PrepareLines, AFinerDetailHasMorePoints) {
  const Shape shape = wavy_line(20, 21, 20000);
  const PreparedDetails details = prepare_lines({&shape}, Split::at_cells);
  for (std::size_t d = 1; d < details.size(); ++d)
    EXPECT_LT(details[d - 1].vertices.size(), details[d].vertices.size()) << d;
  EXPECT_GT(details[4].vertices.size(), 50u);  // zoom 6 to 7
}

TEST(PrepareLines, APieceEndsWhereTheNextBegins) {
  const Shape shape = wavy_line(17, 27, 5000);
  const PreparedDetails details = prepare_lines({&shape}, Split::at_cells);
  for (const PreparedGeometry& g : details) {
    ASSERT_GE(g.line_ends.size(), 5u);
    EXPECT_EQ(g.line_ends.back(), g.vertices.size());
    std::vector<Fixed2> begins, ends;
    std::uint32_t first = 0;
    for (const std::uint32_t end : g.line_ends) {
      begins.push_back(g.vertices[first]);
      ends.push_back(g.vertices[end - 1]);
      first = end;
    }
    int open = 0;  // only the line's own two ends meet nothing
    for (const Fixed2& p : begins) open += std::count(ends.begin(), ends.end(), p) == 0;
    for (const Fixed2& p : ends) open += std::count(begins.begin(), begins.end(), p) == 0;
    EXPECT_EQ(open, 2);
  }
}

TEST(PrepareLines, ChunksHoldWholeLines) {
  const Shape shape = wavy_line(17, 27, 5000);
  const PreparedDetails details = prepare_lines({&shape}, Split::at_cells);
  for (const PreparedGeometry& g : details) {
    std::uint32_t next = 0;
    for (const GeometryChunk& chunk : g.chunks) {
      EXPECT_EQ(chunk.first, next);
      next = chunk.first + chunk.count;
      EXPECT_EQ(std::count(g.line_ends.begin(), g.line_ends.end(), next), 1);
    }
    EXPECT_EQ(next, g.vertices.size());
  }
}

TEST(PrepareLines, ADashedLineStaysInOnePiece) {
  const Shape shape = wavy_line(17, 27, 5000);
  EXPECT_EQ(prepare_lines({&shape}, Split::never).back().line_ends.size(), 1u);
}

TEST(PrepareLines, ALineOfOnePointIsNone) {
  const Shape shape = path({{20, 43}});
  EXPECT_TRUE(prepare_lines({&shape}, Split::at_cells).back().vertices.empty());
}

}  // namespace
}  // namespace vidik
