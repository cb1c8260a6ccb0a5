#include "scene/clip_path.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kApart = 0.3f;  // px; nearer to the last point than this adds nothing to see

Px near_px(FarPx p) { return {static_cast<float>(p.x), static_cast<float>(p.y)}; }

// The share of a..b that is in the box, by Liang and Barsky (1984). False = none.
bool inside_share(FarPx a, FarPx b, const Box2& box, double& from, double& to) {
  from = 0, to = 1;
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double p[4] = {-dx, dx, -dy, dy};
  const double q[4] = {a.x - box.x, box.x + box.w - a.x, a.y - box.y, box.y + box.h - a.y};
  for (int i = 0; i < 4; ++i) {
    if (p[i] == 0) {
      if (q[i] < 0) return false;
    } else if (p[i] < 0) {
      from = std::max(from, q[i] / p[i]);
    } else {
      to = std::min(to, q[i] / p[i]);
    }
  }
  return from <= to;
}

FarPx between(FarPx a, FarPx b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

class Runs {
 public:
  explicit Runs(PxPaths& out) : out_(out), first_(out.points.size()) {}
  // Points too near the last are left out, but never the last of all.
  void add(Px p) {
    held_ = out_.points.size() > first_ &&
            std::hypot(p.x - out_.points.back().x, p.y - out_.points.back().y) < kApart;
    if (held_)
      last_ = p;
    else
      out_.points.push_back(p);
  }
  void end(bool closed, std::size_t least) {
    if (held_ && !closed) out_.points.push_back(last_);
    if (out_.points.size() - first_ >= least)
      out_.runs.push_back({static_cast<std::uint32_t>(out_.points.size()), closed});
    else
      out_.points.resize(first_);
    first_ = out_.points.size();
    held_ = false;
  }

 private:
  PxPaths& out_;
  std::size_t first_;
  Px last_;
  bool held_ = false;
};

// Keeps what lies on the good side of one side of the box: `far(p)` is >= 0 there.
template <typename Far>
void keep_side(std::vector<FarPx>& ring, Far far) {
  std::vector<FarPx> kept;
  kept.reserve(ring.size() + 4);
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const FarPx a = ring[i == 0 ? ring.size() - 1 : i - 1], b = ring[i];
    const double da = far(a), db = far(b);
    if ((da < 0) != (db < 0)) kept.push_back(between(a, b, da / (da - db)));
    if (db >= 0) kept.push_back(b);
  }
  ring = std::move(kept);
}

}  // namespace

void clip_line(std::span<const FarPx> line, bool closed, const Box2& box, PxPaths& out) {
  if (line.size() < 2) return;
  const bool stays = std::all_of(line.begin(), line.end(), [&](FarPx p) {
    return p.x >= box.x && p.x <= box.x + box.w && p.y >= box.y && p.y <= box.y + box.h;
  });
  Runs runs(out);
  if (stays) {
    for (const FarPx p : line) runs.add(near_px(p));
    runs.end(closed, closed ? 3 : 2);
    return;
  }
  const std::size_t segments = closed ? line.size() : line.size() - 1;
  bool open = false;
  for (std::size_t i = 0; i < segments; ++i) {
    const FarPx a = line[i], b = line[(i + 1) % line.size()];
    double from = 0, to = 1;
    if (!inside_share(a, b, box, from, to)) {
      if (open) runs.end(false, 2);
      open = false;
      continue;
    }
    if (!open) runs.add(near_px(between(a, b, from)));
    runs.add(near_px(between(a, b, to)));
    open = to >= 1;
    if (!open) runs.end(false, 2);
  }
  if (open) runs.end(false, 2);
}

void clip_ring(std::span<const FarPx> ring, const Box2& box, PxPaths& out) {
  std::vector<FarPx> left(ring.begin(), ring.end());
  keep_side(left, [&](FarPx p) { return p.x - box.x; });
  keep_side(left, [&](FarPx p) { return box.x + box.w - p.x; });
  keep_side(left, [&](FarPx p) { return p.y - box.y; });
  keep_side(left, [&](FarPx p) { return box.y + box.h - p.y; });
  Runs runs(out);
  for (const FarPx p : left) runs.add(near_px(p));
  runs.end(true, 3);
}

}  // namespace vidik
