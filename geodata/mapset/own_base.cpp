#include "mapset/own_base.h"

#include "geo/mercator.h"
#include "geo/simplify.h"
#include "ingest/source.h"
#include "mapset/prepare.h"
#include "mapset/relief_png.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace vidik {

namespace {

struct Lines {
  std::vector<Fixed2> points;
  std::vector<std::uint32_t> ends;
  std::vector<GeometryChunk> chunks;  // one: the painter cuts it into pieces that it culls
};

std::int32_t fixed_of(double unit) {
  return static_cast<std::int32_t>(std::clamp((unit - 0.5) * 4294967296.0, -2147483648.0, 2147483647.0));
}

}  // namespace

struct OwnBase::Body {
  std::string path, name, format;
  std::vector<std::string> notes;
  FixedBox box;
  std::uint64_t shapes = 0;
  Lines all;  // as in the file
  std::array<Lines, kMapDetails> details;
  std::vector<ReliefPixels> levels;

  void take(const MapTable& map);
  void take(BaseImage image);
  void end_line();
};

void OwnBase::Body::end_line() {
  const std::size_t begin = all.ends.empty() ? 0 : all.ends.back();
  if (all.points.size() == begin) return;
  if (all.points.size() == begin + 1) {  // a place: the shortest line there is, painted as a dot
    Fixed2 next = all.points.back();
    next.x += next.x < INT32_MAX ? 1 : -1;
    all.points.push_back(next);
  }
  all.ends.push_back(static_cast<std::uint32_t>(all.points.size()));
}

void OwnBase::Body::take(const MapTable& map) {
  std::size_t outside = 0;
  const auto add = [&](double lon, double lat) {
    const bool drawn = std::abs(lon) <= 180 && std::abs(lat) <= 85.05;
    outside += drawn ? 0 : 1;
    all.points.push_back(to_fixed({std::clamp(lon, -180.0, 180.0), std::clamp(lat, -85.05, 85.05)}));
    box.add(all.points.back());
  };
  for (std::size_t i = 0; i < map.features.size(); ++i) {
    if (map.features[i].kind == ShapeKind::none) continue;
    ++shapes;
    for (const MapTable::Part& part : map.parts_of(i)) {
      const std::span<const double> xy = map.points_of(part);
      for (std::size_t k = 0; k + 1 < xy.size(); k += 2) {
        add(xy[k], xy[k + 1]);
        if (map.features[i].kind == ShapeKind::points) end_line();
      }
      end_line();
    }
  }
  if (outside > 0)
    notes.push_back(outside == 1
                        ? "1 point lies outside the map and stands at its edge"
                        : std::to_string(outside) + " points lie outside the map and stand at its edge");
}

void OwnBase::Body::take(BaseImage image) {
  box = {fixed_of(image.west), fixed_of(image.north), fixed_of(image.east), fixed_of(image.south)};
  shapes = 1;
  levels.push_back({static_cast<std::uint32_t>(image.width), static_cast<std::uint32_t>(image.height),
                    std::move(image.rgba)});
  while (static_cast<int>(levels.size()) < kReliefLevels) levels.push_back(halved(levels.back()));
}

OwnBase::OwnBase() : body_(std::make_unique<Body>()) {}
OwnBase::~OwnBase() = default;

Result<std::shared_ptr<OwnBase>> OwnBase::read(const std::string& path, const std::atomic<bool>* cancel) {
  ReadRequest request;
  request.path = path;
  request.purpose = ReadFor::base;
  VIDIK_TRY(ReadJob job, start_read(request));
  std::shared_ptr<OwnBase> base(new OwnBase);
  Body& body = *base->body_;
  // Piece by piece, so that the file never stands here twice.
  for (bool reading = true; reading;) {
    ReadOutput out;
    reading = job.wait_some(out) == ReadState::reading;
    if (cancel != nullptr && *cancel) return fail(Code::cancelled, "reading was cancelled", path);
    body.take(out.map);
    if (out.image.width > 0) body.take(std::move(out.image));
  }
  if (!job.error().text.empty()) return job.error();
  body.path = path;
  body.name = std::filesystem::path(path).filename().string();
  body.format = job.report().format;
  for (const LayerReport& layer : job.report().layers)
    body.notes.insert(body.notes.end(), layer.notes.begin(), layer.notes.end());
  if (body.shapes == 0) return fail(Code::bad_input, "there is nothing in it to draw", path);
  body.all.points.shrink_to_fit();
  return base;
}

const std::string& OwnBase::path() const { return body_->path; }
const std::string& OwnBase::name() const { return body_->name; }
const std::string& OwnBase::format() const { return body_->format; }
const std::vector<std::string>& OwnBase::notes() const { return body_->notes; }
bool OwnBase::is_image() const { return !body_->levels.empty(); }
FixedBox OwnBase::box() const { return body_->box; }
std::uint64_t OwnBase::shapes() const { return body_->shapes; }

RetainedGeometry OwnBase::lines(int detail) {
  Lines& made = body_->details[static_cast<std::size_t>(detail)];
  const std::int32_t grid = kDetailGrids[static_cast<std::size_t>(detail)];
  if (made.ends.empty() && !body_->all.ends.empty()) {
    std::vector<Fixed2> on_grid;
    std::size_t begin = 0;
    for (const std::uint32_t end : body_->all.ends) {
      const std::span line = std::span(body_->all.points).subspan(begin, end - begin);
      begin = end;
      on_grid.clear();
      simplify_line(line, grid, on_grid);
      const std::size_t before = made.points.size();
      if (on_grid.size() >= 2) thin_line(on_grid, grid > 1 ? grid : 0, made.points);
      // A ring below the grid's step is thinned to one place.
      const auto place = made.points.begin() + static_cast<std::ptrdiff_t>(before);
      const bool dot = std::all_of(place, made.points.end(), [&](Fixed2 p) { return p == *place; });
      if (dot) {
        made.points.resize(before);
        made.points.insert(made.points.end(),
                           {line[0], {line[0].x + (line[0].x < INT32_MAX ? 1 : -1), line[0].y}});
      }
      made.ends.push_back(static_cast<std::uint32_t>(made.points.size()));
    }
    made.points.shrink_to_fit();
    made.chunks = {{body_->box, 0, static_cast<std::uint32_t>(made.points.size())}};
  }
  return {made.points, made.ends, made.chunks};
}

Relief OwnBase::image(int level) const {
  if (level < 0 || level >= static_cast<int>(body_->levels.size())) return {};
  const ReliefPixels& one = body_->levels[static_cast<std::size_t>(level)];
  return {static_cast<int>(one.width), static_cast<int>(one.height), body_->box, one.rgba};
}

}  // namespace vidik
