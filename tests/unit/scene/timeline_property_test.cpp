// A thousand random cases: what the timeline counts, and what the map draws, is what asking every event gives.

#include "../index/random_layers.h"
#include "base/time_text.h"
#include "index/cycle.h"
#include "scene/camera.h"
#include "scene/histogram.h"
#include "scene/lanes.h"

#include "scene_stage.h"

namespace vidik {
namespace {

struct Case {
  SnapshotRef snapshot;
  Filter filter;
  IndexesRef indexes;
  ViewState view;
  MapView map;
  TimelineRows rows;
  TimeZone zone = TimeZone::utc();
};

// Events scattered over five years and the six countries, some without a place, a day, an hour.
LayerRef scattered_layer(Random& random, const std::string& name, int rows) {
  EventRows out;
  const Time first = at_day(2021, 1, 1);
  for (int i = 0; i < rows; ++i) {
    const When when = random_when(random, 5 * 365);
    out.add(14 + static_cast<double>(pick(random, 0, 900)) / 100,
            40 + static_cast<double>(pick(random, 0, 700)) / 100, first,
            static_cast<std::uint16_t>(pick(random, 0, 7)), static_cast<Status>(pick(random, 0, 3)));
    const auto day = [&](Time t) {
      if (t == kOpenBegin || t == kOpenEnd) return t;
      return plus(first, t.us * kMicrosPerDay + pick(random, 0, 2) * 7 * kMicrosPerHour);
    };
    When& put = out.batch.when.back();
    put = when;
    put.begin_earliest = day(when.begin_earliest),
    put.end_latest = std::max(day(when.end_latest), put.begin_earliest);
    put.begin_latest = std::clamp(day(when.begin_latest), put.begin_earliest, put.end_latest);
    put.end_earliest = std::clamp(day(when.end_earliest), put.begin_latest, put.end_latest);
    if (when.begin_earliest == when.begin_latest) put.begin_latest = put.begin_earliest;
    if (when.end_earliest == when.end_latest) put.end_earliest = put.end_latest;
    out.batch.unverified.back() = pick(random, 0, 9) == 0 ? 1 : 0;
    if (pick(random, 0, 12) == 0) out.batch.lon.back() = out.batch.lat.back() = NAN;
    if (pick(random, 0, 3) != 0)
      out.batch.texts.put(Field::country, pick(random, 0, 5) == 0 ? "Kosovo; Serbia" : "Albania");
  }
  return layer_named(name, out);
}

Case random_case(Random& random, const SnapshotRef& snapshot) {
  Case c;
  c.snapshot = snapshot;
  const char* filters[] = {"",
                           "unverified=any",
                           "category=protest,clash",
                           "status!=alleged and unverified=any",
                           "weekday=sat,sun",
                           "month=3,4 or hour>=7",
                           "not layer=b"};
  c.filter = Filter::parse(filters[pick(random, 0, 6)], c.zone).value();
  c.indexes = make_indexes(snapshot, c.filter);
  c.view.size = {1200, 800};
  c.view.zone = "UTC";
  c.view.layer_on = {pick(random, 0, 4) != 0, pick(random, 0, 4) != 0};
  lay_out_page(c.view);
  c.view.camera = {15 + static_cast<double>(pick(random, 0, 60)) / 10,
                   41 + static_cast<double>(pick(random, 0, 40)) / 10,
                   5 + static_cast<double>(pick(random, 0, 40)) / 10,
                   pick(random, 0, 1) == 0 ? Projection::web_mercator : Projection::equal_area};
  c.map = map_view(c.view.camera, c.view.map);
  const Time from = plus(at_day(2020, 12, 1), pick(random, 0, 4 * 365) * kMicrosPerDay);
  c.view.time.window = {from, plus(from, pick(random, 1, 900) * kMicrosPerDay)};
  c.view.time.cursor =
      plus(from, pick(random, 0, (c.view.time.window.end.us - from.us) / kMicrosPerHour) * kMicrosPerHour);
  c.view.time.mode = static_cast<Mode>(pick(random, 0, 4));
  c.view.time.test = static_cast<TimeTest>(pick(random, 0, 1));
  c.view.time.sureness = static_cast<Sureness>(pick(random, 0, 1));
  c.view.timeline_span = {plus(from, -pick(random, 0, 300) * kMicrosPerDay),
                          plus(from, pick(random, 1, 1200) * kMicrosPerDay)};
  TimelineStyle& style = c.view.timeline_style;
  style.lanes = static_cast<LaneBy>(pick(random, 0, 4));
  style.bars = static_cast<BarsOf>(pick(random, 0, 1));
  style.in_map = pick(random, 0, 1) == 1;
  style.year_before = pick(random, 0, 1) == 1;
  c.rows = make_timeline_rows(c.indexes, style, c.map);
  return c;
}

bool takes_part(const Case& c, EventRef e) {
  return c.view.layer_on[e.layer] && c.filter.passes(*c.snapshot, e);
}

bool on_map(const Case& c, EventRef e) {
  const Layer& layer = *c.snapshot->layers[e.layer];
  if (layer.columns.facts[e.row].has(Facts::kNoPlace)) return false;
  const Px at = px_of(c.map, LonLat{layer.lon(e.row), layer.lat(e.row)});
  return c.view.map.contains(at.x, at.y);
}

template <typename Each>
void each_event(const Snapshot& snapshot, Each&& each) {
  for (std::uint32_t l = 0; l < snapshot.layers.size(); ++l)
    for (Row row = 0; row < snapshot.layers[l]->size(); ++row) each(EventRef{l, row});
}

std::uint64_t counted(const Case& c, Span span, std::optional<CategoryId> category) {
  std::uint64_t n = 0;
  TimeView overlap;
  overlap.mode = Mode::window;
  overlap.window = span;
  overlap.cursor = span.end;
  each_event(*c.snapshot, [&](EventRef e) {
    if (!takes_part(c, e) || (category && c.snapshot->category(e) != *category)) return;
    if (c.view.timeline_style.in_map && !on_map(c, e)) return;
    const EventTimes t = c.snapshot->layers[e.layer]->times(e.row);
    const bool starts =
        t.begin_earliest != kOpenBegin && t.begin_earliest >= span.begin && t.begin_earliest < span.end;
    n += c.view.timeline_style.bars == BarsOf::active ? visible(t, overlap) > 0 : starts;
  });
  return n;
}

void bars_are_right(const Case& c) {
  const Axis axis{c.view.timeline_span, 0, 900};
  const CalendarStep step = bar_step(axis);
  const Bars bars = count_bars(c.rows, c.view.timeline_style, c.view.layer_on, axis, step, c.zone);
  for (std::size_t i = 0; i < bars.size(); i += 7) {
    const Span span{bars.edges[i], bars.edges[i + 1]};
    for (std::size_t k = 0; k < bars.categories; ++k)
      ASSERT_EQ(bars.count(i, k), counted(c, span, static_cast<CategoryId>(k))) << c.filter.text();
    if (!c.view.timeline_style.year_before) continue;
    Duration year;
    year.months = 12;
    ASSERT_EQ(bars.before[i],
              counted(c, {add(span.begin, year, c.zone, -1), add(span.end, year, c.zone, -1)}, {}));
  }
}

void lanes_are_right(const Case& c) {
  const Axis axis{c.view.timeline_span, 0, 900};
  for (const LaneRows& lane : c.rows.lanes->lanes) {
    const LaneMarks marks = lane_marks(lane.parts, c.view.layer_on, axis);
    ASSERT_FALSE(marks.folded);
    std::vector<EventRef> drawn;
    for (const LaneBar& bar : marks.bars) drawn.push_back(bar.event);
    for (const LaneTick& tick : marks.ticks) {
      ASSERT_EQ(tick.count, tick.events.size());
      drawn.insert(drawn.end(), tick.events.begin(), tick.events.end());
    }
    std::sort(drawn.begin(), drawn.end());
    ASSERT_TRUE(std::adjacent_find(drawn.begin(), drawn.end()) == drawn.end())
        << "an event stands once in a lane";
    std::size_t found = 0;
    for (const LanePart& part : lane.parts)
      for (Row p = 0; p < part.index->size(); ++p) {
        const EventRef e{part.layer, part.index->row_at(p)};
        ASSERT_TRUE(c.filter.passes(*c.snapshot, e));
        const EventTimes t = c.snapshot->layers[e.layer]->times(e.row);
        const bool is_drawn = std::binary_search(drawn.begin(), drawn.end(), e);
        found += is_drawn;
        const bool on = c.view.layer_on[e.layer];
        const bool meets = t.begin_earliest <= axis.span.end && t.end_latest >= axis.span.begin;
        ASSERT_TRUE((on && meets) || !is_drawn);
        // What is an instant, or lasts through the whole view, has no choice but to be seen.
        const bool instant = t.begin_earliest == t.end_latest && t.begin_earliest >= axis.span.begin &&
                             t.begin_earliest < axis.span.end;
        const bool through = t.begin_latest <= axis.span.begin && t.end_earliest >= axis.span.end &&
                             t.end_earliest > t.begin_latest;
        ASSERT_TRUE(is_drawn || !on || !(instant || through));
      }
    ASSERT_EQ(found, drawn.size()) << "nothing that is not of the lane";
  }
}

void map_is_right(Case& c) {
  const VisibleSet set = visible_set(*c.indexes, c.view.time, c.view.layer_on);
  std::uint64_t expected = 0, outside = 0;
  each_event(*c.snapshot, [&](EventRef e) {
    if (!takes_part(c, e) || visible(c.snapshot->layers[e.layer]->times(e.row), c.view.time) <= 0) return;
    ++expected;
    outside += !on_map(c, e);
  });
  ASSERT_EQ(set.count, expected);
  SceneIn in;
  in.snapshot = c.snapshot.get();
  in.indexes = c.indexes.get();
  in.visible = &set;
  in.view = &c.view;
  in.timeline = &c.rows;
  in.fonts = &test_fonts();
  Picture picture;
  draw_scene(in, *make_scene_memory(), picture);
  EXPECT_EQ(picture.counts.shown, expected);
  EXPECT_EQ(picture.counts.outside_map + picture.counts.no_place, outside);
  std::uint64_t hit = 0;
  for (const Hit& h : picture.hits) hit += h.events.size();
  EXPECT_LE(hit, expected);
}

void cycles_are_right(const Case& c) {
  const VisibleSet set = visible_set(*c.indexes, c.view.time, c.view.layer_on);
  const CycleCounts counts = count_cycles(*c.indexes, set, c.zone);
  ASSERT_EQ(counts.all, set.count);
  std::uint64_t sums[3] = {counts.no_hour, counts.no_weekday, counts.no_month};
  for (const auto& day : counts.hours)
    for (const std::uint32_t n : day) sums[0] += n;
  for (const std::uint32_t n : counts.weekdays) sums[1] += n;
  for (const std::uint32_t n : counts.months) sums[2] += n;
  for (const std::uint64_t sum : sums)
    ASSERT_EQ(sum, set.count) << "every event is counted once, known or not";
  // The filter and the counts are of one mind.
  const Filter saturdays = c.filter.both(Filter::parse("weekday=sat and hour=7", c.zone).value());
  std::uint64_t passing = 0;
  for (const EventRef e : listed(*c.indexes, set)) passing += saturdays.passes(*c.snapshot, e);
  EXPECT_EQ(counts.hours[5][7], passing);
}

TEST(TimelineProperty, AThousandRandomCasesEqualAskingEveryEvent) {
  Random random(2024);
  SnapshotRef snapshot;
  for (int i = 0; i < 1000 && !testing::Test::HasFatalFailure(); ++i) {
    if (i % 50 == 0)
      snapshot = make_snapshot({scattered_layer(random, "a", static_cast<int>(pick(random, 0, 160))),
                                scattered_layer(random, "b", static_cast<int>(pick(random, 1, 90)))});
    Case c = random_case(random, snapshot);
    SCOPED_TRACE("case " + std::to_string(i));
    bars_are_right(c);
    lanes_are_right(c);
    cycles_are_right(c);
    if (i % 4 == 0) map_is_right(c);
  }
}

TEST(TimelineProperty, BarsOfStartsSumToTheFilteredEvents) {
  Random random(5);
  for (int i = 0; i < 30; ++i) {
    Case c = random_case(
        random, make_snapshot({scattered_layer(random, "a", 200), scattered_layer(random, "b", 50)}));
    TimelineStyle style;
    c.rows = make_timeline_rows(c.indexes, style, c.map);
    const Axis axis{{at_day(1990, 1, 1), at_day(2060, 1, 1)}, 0, 900};
    const Bars bars = count_bars(c.rows, style, c.view.layer_on, axis, bar_step(axis), c.zone);
    std::uint64_t sum = 0, expected = 0;
    for (std::size_t k = 0; k < bars.size(); ++k) sum += bars.total(k);
    each_event(*c.snapshot, [&](EventRef e) {
      expected += takes_part(c, e) && c.snapshot->layers[e.layer]->times(e.row).begin_earliest != kOpenBegin;
    });
    EXPECT_EQ(sum, expected);
  }
}

}  // namespace
}  // namespace vidik
