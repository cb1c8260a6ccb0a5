// An overlay at work on: one source, built in several ways by -D, as an author's next builds would be.
#include <vidik.hpp>

#include <cstdlib>
#include <string>
#include <vector>

#include <unistd.h>

#ifndef BUILD
#define BUILD "first"
#endif
#ifndef ID
#define ID "org.example.evolving"
#endif

namespace {

using namespace vidik::plugin;

struct Evolving {
  explicit Evolving(Host h) : host(h) {
#if defined(FALLS_IN_CREATE)
    throw Failure(VIDIK_E_DATA, "half of it is missing");
#endif
  }

  static std::span<const vidik_param> params() {
    static const vidik_param all[] = {number_param("speed", "Speed", 10, 120, 60, "km/h")};
    return all;
  }
  Changed set(std::span<const vidik_param_value> values) {
    speed = values[0].number;
    return Changed::marks;
  }

  void load(EventWriter& out) {
#if defined(FALLS_IN_LOAD)
    std::abort();
#elif defined(STOPS_IN_LOAD)
    for (;;) pause();
#endif
    const std::vector<vidik_text> ids{{VIDIK_LIT("one")}, {VIDIK_LIT("two")}}, titles(2, {VIDIK_LIT(BUILD)});
    const std::vector<double> lon{20, 21}, lat{43, 43};
    const std::vector<vidik_moment> begin(2, {1'700'000'000'000'000, 1'700'000'000'000'000});
    vidik_events events{};
    events.size = sizeof events;
    events.n = 2;
    events.id = ids.data();
    events.title = titles.data();
    events.lon = lon.data();
    events.lat = lat.data();
    events.begin = begin.data();
    out.batch(events);
  }

  void prepare(const vidik_view& view, Draw& draw) {
#if defined(FALLS_WHEN_IT_DRAWS_AN_EVENT)
    if (view.visible_n > 0) std::abort();
#elif defined(FAILS_IN_PREPARE)
    throw Failure(VIDIK_E_DATA, "no ground to draw on");
#endif
    const std::string words = std::string(BUILD) + " speed " + std::to_string(static_cast<int>(speed)) +
                              " pressed " + std::to_string(pressed) + " sees " +
                              std::to_string(view.visible_n);
    draw.label(style(0), {20, 43}, 0, 0, words.c_str());
  }

  Changed panel(Panel& panel) {
    if (panel.button(1, BUILD)) {
      ++pressed;
      host.state_changed();
    }
    return Changed::marks;
  }

  static constexpr std::uint32_t kStateVersion = 1;
  std::string save() const { return std::to_string(pressed); }
  void restore(std::uint32_t, std::string_view bytes) {
#if defined(FALLS_IN_RESTORE)
    std::abort();
#endif
    pressed = std::atoi(std::string(bytes).c_str());
  }

  Host host;
  double speed = 0;
  int pressed = 0;
};

}  // namespace

VIDIK_PLUGIN(Evolving, ID, "Evolving", "1.0.0")
