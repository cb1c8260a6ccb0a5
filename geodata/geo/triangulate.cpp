#include "geo/triangulate.h"

#include <GL/glu.h>

#include <array>
#include <cmath>
#include <deque>
#include <memory>

namespace vidik {
namespace {

using Vertex = std::array<GLdouble, 3>;

struct Tessellation {
  std::deque<Vertex> made;  // vertices of crossings; a deque keeps addresses
  std::vector<Fixed2>* triangles = nullptr;
  GLenum error = 0;
};

// Edge flags, when asked for, make the tessellator hand over single triangles only.
void on_edge_flag(GLboolean) {}

void on_vertex(void* vertex, void* tessellation) {
  const Vertex& at = *static_cast<const Vertex*>(vertex);
  static_cast<Tessellation*>(tessellation)
      ->triangles->push_back({static_cast<std::int32_t>(at[0]), static_cast<std::int32_t>(at[1])});
}

void on_combine(GLdouble* at, void**, GLfloat*, void** out, void* tessellation) {
  Tessellation& t = *static_cast<Tessellation*>(tessellation);
  t.made.push_back({std::nearbyint(at[0]), std::nearbyint(at[1]), 0});
  *out = &t.made.back();
}

void on_error(GLenum error, void* tessellation) { static_cast<Tessellation*>(tessellation)->error = error; }

template <typename Function>
_GLUfuncptr callback(Function* function) {
  return reinterpret_cast<_GLUfuncptr>(function);
}

struct Delete {
  void operator()(GLUtesselator* tessellator) const { gluDeleteTess(tessellator); }
};

}  // namespace

Result<Done> triangulate(std::span<const Fixed2> points, std::span<const std::uint32_t> ring_ends,
                         std::vector<Fixed2>& triangles) {
  const std::unique_ptr<GLUtesselator, Delete> tessellator(gluNewTess());
  if (!tessellator) return fail(Code::unavailable, "no memory to triangulate");
  Tessellation work;
  work.triangles = &triangles;
  const std::size_t before = triangles.size();
  GLUtesselator* tess = tessellator.get();
  gluTessProperty(tess, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_ODD);
  gluTessNormal(tess, 0, 0, 1);
  gluTessCallback(tess, GLU_TESS_EDGE_FLAG, callback(&on_edge_flag));
  gluTessCallback(tess, GLU_TESS_VERTEX_DATA, callback(&on_vertex));
  gluTessCallback(tess, GLU_TESS_COMBINE_DATA, callback(&on_combine));
  gluTessCallback(tess, GLU_TESS_ERROR_DATA, callback(&on_error));

  std::vector<Vertex> vertices;
  vertices.reserve(points.size());
  for (const Fixed2& p : points) vertices.push_back({static_cast<double>(p.x), static_cast<double>(p.y), 0});
  gluTessBeginPolygon(tess, &work);
  std::size_t i = 0;
  for (const std::uint32_t end : ring_ends) {
    gluTessBeginContour(tess);
    for (; i < end; ++i) gluTessVertex(tess, vertices[i].data(), &vertices[i]);
    gluTessEndContour(tess);
  }
  gluTessEndPolygon(tess);
  if (work.error != 0 || (triangles.size() - before) % 3 != 0) {
    triangles.resize(before);
    return fail(Code::bad_input, "an area cannot be triangulated");
  }
  return Done{};
}

double triangles_area(std::span<const Fixed2> triangles) {
  double total = 0;
  const auto minus = [](std::int32_t p, std::int32_t q) {
    return static_cast<double>(p) - static_cast<double>(q);
  };
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
    const Fixed2 a = triangles[i], b = triangles[i + 1], c = triangles[i + 2];
    total += std::abs(minus(b.x, a.x) * minus(c.y, a.y) - minus(b.y, a.y) * minus(c.x, a.x)) / 2;
  }
  return total;
}

}  // namespace vidik
