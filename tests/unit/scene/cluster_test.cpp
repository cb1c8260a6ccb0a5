#include "scene/cluster.h"

#include "scene_stage.h"

#include <algorithm>
#include <set>

namespace vidik {
namespace {

std::vector<ClusterPoint> random_points(unsigned seed, std::size_t count, double side) {
  std::mt19937 random(seed);
  std::vector<ClusterPoint> points;
  for (std::size_t i = 0; i < count; ++i)
    points.push_back({side * static_cast<double>(random()) / 4294967296.0,
                      side * static_cast<double>(random()) / 4294967296.0, 1 + static_cast<int>(random() % 5),
                      false});
  return points;
}

TEST(Clusters, EveryEventStandsInOnePlaceOnly) {
  for (unsigned seed = 1; seed < 6; ++seed) {
    const auto points = random_points(seed, 400, 700);
    const Grouping g = group_points(points);
    std::vector<std::uint32_t> seen = g.singles;
    for (const Cluster& c : g.clusters) {
      EXPECT_GE(c.members.size(), 3u);
      seen.insert(seen.end(), c.members.begin(), c.members.end());
    }
    std::sort(seen.begin(), seen.end());
    ASSERT_EQ(seen.size(), points.size());
    for (std::uint32_t i = 0; i < seen.size(); ++i) ASSERT_EQ(seen[i], i);
  }
}

TEST(Clusters, DiscsDoNotCoverOneAnother) {
  const Grouping g = group_points(random_points(9, 500, 600));
  for (std::size_t a = 0; a < g.clusters.size(); ++a)
    for (std::size_t b = a + 1; b < g.clusters.size(); ++b)
      EXPECT_GE(std::hypot(g.clusters[a].x - g.clusters[b].x, g.clusters[a].y - g.clusters[b].y),
                g.clusters[a].radius + g.clusters[b].radius - 1.01);
}

TEST(Clusters, LargeEventsStandAloneUnlessTheyArePiledUp) {
  std::vector<ClusterPoint> points{{0, 0, 5, false}, {3, 0, 2, false}, {0, 3, 2, false}, {3, 3, 2, false}};
  const Grouping few = group_points(points);
  EXPECT_EQ(few.singles, std::vector<std::uint32_t>{0});
  for (int i = 0; i < 4; ++i) points.push_back({1, 1, 4, false});
  const Grouping pile = group_points(points);
  ASSERT_EQ(pile.clusters.size(), 1u);
  EXPECT_EQ(pile.clusters[0].members.size(), 8u);
  EXPECT_EQ(pile.clusters[0].largest, 0) << "the most severe shows on the rim";
}

TEST(Clusters, TwoAreNoCluster) {
  const std::vector<ClusterPoint> points{{0, 0, 2, false}, {2, 0, 2, false}};
  EXPECT_TRUE(group_points(points).clusters.empty());
}

TEST(Clusters, PanningChangesNoCluster) {
  Stage stage(scattered(300, 21));
  stage.view.furniture = {};
  const auto groups = [&] {
    std::set<std::vector<EventRef>> out;
    for (const Hit& hit : stage.draw().hits)
      if (hit.kind == HitKind::cluster) out.insert(hit.events);
    return out;
  };
  const auto before = groups();
  ASSERT_GT(before.size(), 3u);
  for (int step = 1; step <= 5; ++step) {
    stage.view.camera.lon += 0.137;
    stage.view.camera.lat -= 0.071;
    EXPECT_EQ(groups(), before);
  }
}

}  // namespace
}  // namespace vidik
