// An overlay for the tests of parameters, panels, states and queries: it tells in a label what it was told.
#include <vidik.hpp>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace vidik::plugin;

const vidik_text kColours[] = {{VIDIK_LIT("red")}, {VIDIK_LIT("green")}, {VIDIK_LIT("blue")}};

struct Tuner {
  explicit Tuner(Host h) : host(h) {}

  static std::span<const vidik_param> params() {
    static const vidik_param all[] = {
        number_param("speed", "Speed", 10, 120, 60, "km/h"), whole_param("count", "Count", 1, 5, 2),
        switch_param("arrows", "Arrows", true), choice_param("colour", "Colour", kColours, 1),
        text_param("name", "Name", "A")};
    return all;
  }
  Changed set(std::span<const vidik_param_value> values) {
    const bool other_events = count != static_cast<unsigned>(values[1].number);
    speed = values[0].number;
    count = static_cast<unsigned>(values[1].number);
    arrows = values[2].number != 0;
    colour = static_cast<unsigned>(values[3].number);
    name = view_of(values[4].text);
    if (name == "crash") std::abort();
    return other_events ? Changed::events : Changed::marks;
  }

  void load(EventWriter& out) {
    std::vector<vidik_text> ids(count);
    std::vector<std::string> names(count);
    std::vector<double> lon(count), lat(count, 43);
    std::vector<vidik_moment> begin(count, {1'700'000'000'000'000, 1'700'000'000'000'000});
    for (unsigned i = 0; i < count; ++i) {
      names[i] = "e" + std::to_string(i);
      ids[i] = text_of(names[i]);
      lon[i] = 20 + i;
    }
    vidik_events events{};
    events.size = sizeof events;
    events.n = count;
    events.id = events.title = ids.data();
    events.lon = lon.data();
    events.lat = lat.data();
    events.begin = begin.data();
    out.batch(events);
  }

  void prepare(const vidik_view&, Draw& draw) {
    std::uint64_t seen = 0, in_box = 0;
    std::string first;
    vidik_query all{};
    all.size = sizeof all;
    all.flags = VIDIK_QUERY_TEXTS;
    host.visible_events(all, [&](const vidik_query_batch& batch) {
      if (seen == 0)
        first = std::string(view_of(batch.layer)) + "/" + std::string(view_of(batch.events->title[0]));
      seen += batch.events->n;
    });
    vidik_query west = all;
    west.box = {19, 42, 20.5, 44};
    host.visible_events(west, [&](const vidik_query_batch& batch) { in_box += batch.events->n; });
    char words[200];
    std::snprintf(words, sizeof words, "%g %u %d %u %s pressed %u seen %llu near %llu first %s", speed, count,
                  arrows, colour, name.c_str(), pressed, static_cast<unsigned long long>(seen),
                  static_cast<unsigned long long>(in_box), first.c_str());
    draw.label(style(0), {20, 43}, 0, 0, words);
    draw.legend(style(0), VIDIK_LEGEND_LINE, "A line");
  }

  Changed panel(Panel& panel) {
    panel.text("Pressed " + std::to_string(pressed));
    if (panel.button(1, "Press")) {
      ++pressed;
      host.state_changed();
    }
    arrows = panel.toggle(2, "Arrows", arrows);
    speed = panel.slider(3, "Speed", 10, 120, speed);
    const std::uint32_t before = colour;
    colour = panel.choice(4, "Colour", kColours, colour);
    return colour == before ? Changed::marks : Changed::events;
  }

  static constexpr std::uint32_t kStateVersion = 3;
  std::string save() const { return "pressed=" + std::to_string(pressed); }
  void restore(std::uint32_t version, std::string_view bytes) {
    if (bytes == "die") std::abort();
    if (version != kStateVersion || bytes.substr(0, 8) != "pressed=")
      throw Failure(VIDIK_E_DATA, "it is not a state of mine");
    pressed = static_cast<unsigned>(std::atoi(std::string(bytes.substr(8)).c_str()));
  }

  Host host;
  double speed = 0;
  unsigned count = 2, colour = 0, pressed = 0;
  bool arrows = false;
  std::string name;
};

}  // namespace

VIDIK_PLUGIN(Tuner, "org.example.tuner", "Tuner", "1.0.0")
