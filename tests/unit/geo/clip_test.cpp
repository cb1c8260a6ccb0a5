#include "geo/clip.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace vidik {
namespace {

// A wavy disc with a wavy hole, over many cells.
Shape wavy_ring(int points) {
  Shape shape;
  for (const double size : {4.0, 1.5}) {
    for (int i = 0; i < points; ++i) {
      const double angle = 2 * std::numbers::pi * i / points;
      const double radius = size * (1 + 0.2 * std::sin(17 * angle));
      shape.points.push_back({20.3 + radius * std::cos(angle), 42.7 + radius * std::sin(angle)});
    }
    shape.ring_ends.push_back(static_cast<std::uint32_t>(shape.points.size()));
  }
  shape.part_ends.push_back(2);
  return shape;
}

TEST(Clip, ThePiecesTogetherHaveTheAreaOfTheWhole) {
  const Shape whole = wavy_ring(5000);
  const Result<std::vector<CellPiece>> pieces = clip_to_cells(whole, 1.0);
  ASSERT_TRUE(pieces.ok());
  double total = 0;
  for (const CellPiece& piece : *pieces) total += area(piece.shape);
  EXPECT_NEAR(total / area(whole), 1, 1e-9);
  EXPECT_GT(pieces->size(), 50u);
}

TEST(Clip, EveryPieceLiesInItsCell) {
  const Result<std::vector<CellPiece>> pieces = clip_to_cells(wavy_ring(500), 0.5);
  ASSERT_TRUE(pieces.ok());
  for (const CellPiece& piece : *pieces) {
    const LonLatBox box = piece.shape.box();
    EXPECT_GE(box.west, piece.column * 0.5);
    EXPECT_LE(box.east, (piece.column + 1) * 0.5);
    EXPECT_GE(box.south, piece.row * 0.5);
    EXPECT_LE(box.north, (piece.row + 1) * 0.5);
  }
}

TEST(Clip, AnEmptyAreaHasNoPieces) {
  const Result<std::vector<CellPiece>> pieces = clip_to_cells(Shape{}, 1.0);
  ASSERT_TRUE(pieces.ok());
  EXPECT_TRUE(pieces->empty());
}

TEST(Clip, ARingOfTwoPointsIsNoAreaAndNoError) {
  Shape flat;
  flat.points = {{20, 42}, {21, 43}, {20, 42}};
  flat.ring_ends = {3};
  flat.part_ends = {1};
  const Result<std::vector<CellPiece>> pieces = clip_to_cells(flat, 1.0);
  ASSERT_TRUE(pieces.ok());
  EXPECT_TRUE(pieces->empty());
}

}  // namespace
}  // namespace vidik
