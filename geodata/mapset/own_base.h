#pragma once
// A user's own file as a base layer: its outlines, lines and points as lines to paint, or its raster as a picture.
//
// Units: fixed Web-Mercator coordinates. Ownership: owns everything it hands out; spans live as long as it does.
// Threads: read() anywhere; the rest from one thread, the first lines() of a detail makes it.
// Errors: why the file cannot be read. Shapes outside the world of Web Mercator are counted in notes().
// Cost: read() what GDAL takes in a child process; lines() O(points) once a detail.

#include "base/result.h"
#include "mapset/map_set.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace vidik {

class OwnBase {
 public:
  // Blocking; ends soon with Code::cancelled after `cancel` was set.
  static Result<std::shared_ptr<OwnBase>> read(const std::string& path,
                                               const std::atomic<bool>* cancel = nullptr);
  ~OwnBase();

  const std::string& path() const;
  const std::string& name() const;    // the file's, without folder
  const std::string& format() const;  // "GeoJSON", "GTiff"
  const std::vector<std::string>& notes() const;
  bool is_image() const;
  FixedBox box() const;
  std::uint64_t shapes() const;

  // What is smaller than a pixel becomes a dot: nothing is left out.
  RetainedGeometry lines(int detail);
  Relief image(int level) const;  // width 0: it has none

 private:
  OwnBase();
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace vidik
