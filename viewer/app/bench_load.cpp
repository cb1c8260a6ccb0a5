// How long until a file's events are on the picture: first ones, all of them, and when it is opened again.

#include "app/bench.h"
#include "app/sample_times.h"
#include "base/paths_posix.h"
#include "ingest/layer_load.h"

#include <chrono>
#include <filesystem>
#include <thread>

namespace vidik {

namespace {

struct Opening {
  std::unique_ptr<Session> session;
  double first_s = 0, all_s = 0;
};

Result<> show(Session& session, Headless& headless) {
  lay_out_bench(session);
  VIDIK_TRY(const Picture picture, headless.compose(session));
  VIDIK_TRY(const Pixels pixels, headless.paint(picture));
  return pixels.rgba.empty() ? Result<>(fail(Code::unavailable, "nothing was painted")) : Result<>(Done{});
}

Result<Opening> open_and_show(const std::string& file, const std::shared_ptr<const MapSet>& map,
                              Headless& headless) {
  Opening opening;
  const double start = now_ms();
  SessionOptions options;
  options.files = {file};
  options.map = map;
  VIDIK_TRY(opening.session, Session::open(options));
  Session& session = *opening.session;
  while (!session.ready()) {
    if (!session.poll()) std::this_thread::sleep_for(std::chrono::microseconds(200));
    if (opening.first_s == 0 && !session.ready() && session.snapshot()->event_count() > 0 && session.map()) {
      if (const auto shown = show(session, headless); !shown) return shown.error();
      opening.first_s = (now_ms() - start) / 1000;
    }
  }
  session.poll();
  if (!session.files()[0].failure.empty()) return fail(Code::bad_input, session.files()[0].failure);
  if (const auto shown = show(session, headless); !shown) return shown.error();
  opening.all_s = (now_ms() - start) / 1000;
  if (opening.first_s == 0) opening.first_s = opening.all_s;
  return opening;
}

}  // namespace

void lay_out_bench(Session& session) {
  ViewState& view = session.view();
  view.size = {kBenchWidth, kBenchHeight};
  view.scale = 1;
  view.theme = ThemeName::dark;
  view.time.mode = Mode::window;
  lay_out_page(view);
  view.camera = fit_region(view);
}

Result<std::unique_ptr<Session>> bench_load(const std::string& file, Headless& headless,
                                            BenchDocument& document) {
  // "Context up": the map is there and painted; only the file is what is measured, and the page cache has it.
  std::shared_ptr<const MapSet> map;
  {
    SessionOptions warm;
    warm.files = {file};
    VIDIK_TRY(const auto session, Session::open(warm));
    session->wait_until_ready(600'000);
    if (const auto shown = show(*session, headless); !shown) return shown.error();
    map = session->map();
  }
  std::error_code ignored;
  std::filesystem::remove_all(default_cache_dir(), ignored);
  double first_s = 0;
  {
    VIDIK_TRY(const Opening cold, open_and_show(file, map, headless));
    document["events"] = cold.session->snapshot()->event_count();
    first_s = cold.first_s;
    document["first_s"] = first_s;
    document["load_s"] = cold.all_s;
  }  // the cache is written by now
  VIDIK_TRY(Opening again, open_and_show(file, map, headless));
  document["reopen_s"] = again.all_s;
  VIDIK_TRY(const double gdal_s, printed_number({program_dir() + "/vidik-gdal-walk", file}));
  document["gdal_s"] = gdal_s;
  return std::move(again.session);
}

}  // namespace vidik
