#include "mapset/prepare.h"

#include "geo/clip.h"
#include "geo/mercator.h"
#include "geo/simplify.h"
#include "geo/triangulate.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace vidik {
namespace {

constexpr double kCellDeg = 1;  // what is triangulated at once
constexpr int kChunkCells = 2;  // a chunk is 2 x 2 cells

using ChunkKey = std::pair<int, int>;  // row, column

int chunk_of(int cell) { return static_cast<int>(std::floor(static_cast<double>(cell) / kChunkCells)); }

FixedBox box_of(std::span<const Fixed2> points) {
  FixedBox box;
  for (const Fixed2& p : points) box.add(p);
  return box;
}

std::vector<Fixed2> fixed_points(std::span<const LonLat> points) {
  std::vector<Fixed2> out;
  out.reserve(points.size());
  for (const LonLat& p : points) out.push_back(to_fixed(p));
  return out;
}

FixedBox box_of(const CellPiece& piece, std::int32_t grid) {
  FixedBox box;
  box.add(snapped(to_fixed({piece.column * kCellDeg, piece.row * kCellDeg}), grid));
  box.add(snapped(to_fixed({(piece.column + 1) * kCellDeg, (piece.row + 1) * kCellDeg}), grid));
  return box;
}

// Where a ring is cut to be thinned: at every point on the edge of its cell, which stays, so that neighbouring cells
// still meet; else at two points far from each other.
std::vector<std::size_t> anchors_of(std::span<const Fixed2> ring, const FixedBox& cell) {
  std::vector<std::size_t> anchors;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Fixed2 p = ring[i];
    if (p.x == cell.west || p.x == cell.east || p.y == cell.north || p.y == cell.south) anchors.push_back(i);
  }
  if (anchors.size() >= 2) return anchors;
  const std::size_t first = anchors.empty() ? 0 : anchors[0];
  const auto away = [&](Fixed2 p) {
    return std::hypot(static_cast<double>(p.x) - ring[first].x, static_cast<double>(p.y) - ring[first].y);
  };
  const auto farthest =
      std::max_element(ring.begin(), ring.end(), [&](Fixed2 a, Fixed2 b) { return away(a) < away(b); });
  anchors = {first, static_cast<std::size_t>(farthest - ring.begin())};
  std::sort(anchors.begin(), anchors.end());
  return anchors;
}

bool too_small(std::span<const Fixed2> points, std::int32_t grid) {
  if (grid == 1) return false;
  const FixedBox box = box_of(points);
  const std::int64_t least = std::int64_t{grid} * kLeastSteps;
  return std::int64_t{box.east} - box.west < least && std::int64_t{box.south} - box.north < least;
}

bool touches_edge(std::span<const Fixed2> ring, const FixedBox& cell) {
  return std::any_of(ring.begin(), ring.end(), [&](Fixed2 p) {
    return p.x == cell.west || p.x == cell.east || p.y == cell.north || p.y == cell.south;
  });
}

// What is a quarter pixel off at most cannot be seen, and costs as much to draw as what can.
void thin_ring(const std::vector<Fixed2>& ring, const FixedBox& cell, std::int32_t grid,
               std::vector<Fixed2>& out) {
  if (grid == 1 || ring.size() < 4) return simplify_ring(ring, grid, out);
  const std::vector<std::size_t> anchors = anchors_of(ring, cell);
  std::vector<Fixed2> thinned, part;
  for (std::size_t k = 0; k < anchors.size(); ++k) {
    const std::size_t end = k + 1 < anchors.size() ? anchors[k + 1] : anchors[0] + ring.size();
    part.clear();
    for (std::size_t i = anchors[k]; i <= end; ++i) part.push_back(ring[i % ring.size()]);
    thin_line(part, grid, thinned);
    thinned.pop_back();  // the next part begins with it
  }
  simplify_ring(thinned, 1, out);
}

Result<Done> add_piece(const CellPiece& cell, std::int32_t grid, std::vector<Fixed2>& triangles) {
  const Shape& piece = cell.shape;
  const FixedBox box = box_of(cell, grid);
  std::vector<Fixed2> points, on_grid;
  std::vector<std::uint32_t> ends;
  for (std::size_t r = 0; r < piece.rings(); ++r) {
    on_grid.clear();
    simplify_ring(fixed_points(piece.ring(r)), grid, on_grid);
    // At the edge of a cell it may be part of something larger.
    if (too_small(on_grid, grid) && !touches_edge(on_grid, box)) continue;
    thin_ring(on_grid, box, grid, points);
    if (ends.empty() ? !points.empty() : points.size() > ends.back()) {
      ends.push_back(static_cast<std::uint32_t>(points.size()));
    }
  }
  return triangulate(points, ends, triangles);
}

ChunkKey chunk_of_segment(LonLat a, LonLat b) {
  constexpr double kChunkDeg = kCellDeg * kChunkCells;
  return {static_cast<int>(std::floor((a.lat + b.lat) / 2 / kChunkDeg)),
          static_cast<int>(std::floor((a.lon + b.lon) / 2 / kChunkDeg))};
}

struct ChunkLines {
  std::vector<Fixed2> points;
  std::vector<std::uint32_t> ends;  // within points
};

void add_line(std::span<const Fixed2> line, std::int32_t grid, ChunkLines& out) {
  const std::size_t before = out.points.size();
  std::vector<Fixed2> on_grid;
  simplify_line(line, grid, on_grid);
  thin_line(on_grid, grid > 1 ? grid : 0, out.points);
  if (out.points.size() > before) out.ends.push_back(static_cast<std::uint32_t>(out.points.size()));
}

}  // namespace

Result<PreparedDetails> prepare_areas(const std::vector<const Shape*>& areas) {
  std::map<ChunkKey, std::vector<CellPiece>> chunks;  // in order of place, whatever the order of the areas
  for (const Shape* area : areas) {
    VIDIK_TRY(std::vector<CellPiece> pieces, clip_to_cells(*area, kCellDeg));
    for (CellPiece& piece : pieces) {
      chunks[{chunk_of(piece.row), chunk_of(piece.column)}].push_back(std::move(piece));
    }
  }
  PreparedDetails details;
  for (std::size_t d = 0; d < details.size(); ++d) {
    PreparedGeometry& out = details[d];
    for (const auto& [key, pieces] : chunks) {
      const std::size_t first = out.vertices.size();
      for (const CellPiece& piece : pieces) {
        VIDIK_TRY([[maybe_unused]] const Done done, add_piece(piece, kDetailGrids[d], out.vertices));
      }
      const std::size_t count = out.vertices.size() - first;
      if (count == 0) continue;
      out.chunks.push_back({box_of(std::span(out.vertices).subspan(first)), static_cast<std::uint32_t>(first),
                            static_cast<std::uint32_t>(count)});
    }
  }
  return details;
}

PreparedDetails prepare_lines(const std::vector<const Shape*>& lines, Split split) {
  std::array<std::map<ChunkKey, ChunkLines>, kMapDetails> chunks;
  for (const Shape* shape : lines) {
    for (std::size_t r = 0; r < shape->rings(); ++r) {
      const std::span<const LonLat> line = shape->ring(r);
      if (line.size() < 2) continue;
      const std::vector<Fixed2> points = fixed_points(line);
      const bool island = points.front() == points.back();
      ChunkKey key = chunk_of_segment(line[0], line[1]);
      std::size_t begin = 0;
      for (std::size_t i = 1; i < line.size(); ++i) {
        const bool last = i + 1 == line.size();
        const ChunkKey next = last ? key : chunk_of_segment(line[i], line[i + 1]);
        if (!last && (split == Split::never || next == key)) continue;
        // The piece ends where the next begins, so the line stays whole.
        for (std::size_t d = 0; d < chunks.size(); ++d) {
          if (island && too_small(points, kDetailGrids[d])) continue;
          add_line(std::span(points).subspan(begin, i + 1 - begin), kDetailGrids[d], chunks[d][key]);
        }
        begin = i;
        key = next;
      }
    }
  }
  PreparedDetails details;
  for (std::size_t d = 0; d < details.size(); ++d) {
    PreparedGeometry& out = details[d];
    for (const auto& [key, piece] : chunks[d]) {
      if (piece.points.empty()) continue;
      const auto first = static_cast<std::uint32_t>(out.vertices.size());
      for (const std::uint32_t end : piece.ends) out.line_ends.push_back(first + end);
      out.vertices.insert(out.vertices.end(), piece.points.begin(), piece.points.end());
      out.chunks.push_back({box_of(piece.points), first, static_cast<std::uint32_t>(piece.points.size())});
    }
  }
  return details;
}

}  // namespace vidik
