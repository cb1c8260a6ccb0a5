// Uses what the two C++ standard libraries lay out differently: strings, maps, streams, exceptions, threads.
#include <vidik.hpp>

#include <map>
#include <sstream>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

using namespace vidik::plugin;

#if defined(_LIBCPP_VERSION)
constexpr char kLibrary[] = "libc++";
#else
constexpr char kLibrary[] = "libstdc++";
#endif

struct Librarian {
  explicit Librarian(Host h) : host(h) {}

  void load(EventWriter& out) {
    std::map<std::string, std::string> shelf;
    std::thread([&] {
      std::ostringstream words;
      words << "Written with " << kLibrary << " at shelf " << 7;
      shelf["written-with-a-library-of-its-own"] = words.str();
    }).join();
    try {
      throw std::out_of_range("caught in " + std::string(kLibrary));
    } catch (const std::exception& e) {
      shelf["thrown-and-caught-in-the-same-overlay"] = e.what();
    }
    std::vector<vidik_text> ids, titles;
    for (const auto& [id, title] : shelf) {
      ids.push_back(text_of(id));
      titles.push_back(text_of(title));
    }
    const std::vector<vidik_moment> begin(ids.size(), {1'730'000'000'000'000, 1'730'000'000'000'000});
    const std::vector<double> lon(ids.size(), 20.5), lat(ids.size(), 44.8);
    vidik_events events{};
    events.size = sizeof events;
    events.n = ids.size();
    events.id = ids.data();
    events.title = titles.data();
    events.begin = begin.data();
    events.lon = lon.data();
    events.lat = lat.data();
    out.batch(events);
  }

  Host host;
};

}  // namespace

VIDIK_PLUGIN(Librarian, "org.example." NAME, NAME, "1.0.0")
