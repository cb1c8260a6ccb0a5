// `vidik bench [FILE]`: the numbers of this machine, each beside a yardstick of the same run.

#include "app/bench.h"
#include "app/commands.h"
#include "app/version.h"
#include "app/view_options.h"
#include "base/paths_posix.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace vidik {

namespace {

// A folder of this run's own, gone afterwards.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "vidik-bench-XXXXXX").string();
    if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
  }
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<std::string> made_events(const std::string& folder) {
  const std::string maker = program_dir() + "/make_events", file = folder + "/events.csv";
  if (!std::filesystem::exists(maker)) {
    return fail(Code::bad_usage, "bench wants a FILE here: the maker of events is not installed");
  }
  const std::string command = "'" + maker + "' 1000000 > '" + file + "'";
  if (std::system(command.c_str()) != 0) return fail(Code::unavailable, "the events could not be made", file);
  return file;
}

Result<Span> stepped_through(const Options& options, Session& session) {
  const Span data = session.snapshot()->time_range();
  if (!options.from && !options.to) return data;
  ViewState view = session.view();
  view.time.window = data;
  if (const auto clock = apply_clock_options(view, options, session.zone()); !clock) return clock.error();
  return view.time.window;
}

Result<BenchDocument> measured(const Options& options) {
  const Scratch scratch;
  if (scratch.path().empty()) return fail(Code::unavailable, "no folder for temporary files");
  BenchDocument document;
  if (const auto started = bench_start(document); !started) return started.error();
  // From here on caches are this run's own: what is measured as cold is cold, and the user's stays as it was.
  setenv("XDG_CACHE_HOME", scratch.path().c_str(), 1);
  std::string file = options.inputs.empty() ? "" : options.inputs[0];
  if (file.empty()) {
    VIDIK_TRY(file, made_events(scratch.path()));
  }
  VIDIK_TRY(const auto headless, Headless::create());
  VIDIK_TRY(const auto session, bench_load(file, *headless, document));
  VIDIK_TRY(const Span range, stepped_through(options, *session));
  if (const auto frames = bench_frames(*session, *headless, range, document); !frames) return frames.error();
  document["renderer"] = headless->renderer();
  document["size"] = std::to_string(kBenchWidth) + "x" + std::to_string(kBenchHeight);
  document["version"] = version_number();
  return document;
}

void print_words(const BenchDocument& document) {
  for (const auto& [key, value] : document.items()) {
    if (value.is_object()) {
      std::printf("%-16s median %8.3f   p95 %8.3f\n", key.c_str(), value["median"].get<double>(),
                  value["p95"].get<double>());
    } else if (value.is_number_float()) {
      std::printf("%-16s %15.3f\n", key.c_str(), value.get<double>());
    } else {
      std::printf("%-16s %s\n", key.c_str(),
                  value.is_string() ? value.get<std::string>().c_str() : value.dump().c_str());
    }
  }
}

}  // namespace

int run_bench(const Options& options) {
  const auto document = measured(options);
  if (!document) return complain(document.error());
  if (options.json)
    std::printf("%s\n", document->dump(2).c_str());
  else
    print_words(*document);
  return kExitDone;
}

}  // namespace vidik
