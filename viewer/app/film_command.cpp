// `vidik film`: the clock goes from one time to another, frame by frame, without a display.

#include "app/command_session.h"
#include "app/commands.h"
#include "app/ending_posix.h"
#include "app/film.h"
#include "app/still.h"
#include "app/view_options.h"
#include "base/text.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace vidik {

namespace {

constexpr double kLongestHold = 600;  // s; GIF's delays end at 655

Result<FilmTiming> timing_of(const FilmOptions& options, FilmKind kind) {
  if (!(options.fps >= 0.1 && options.fps <= 60))
    return fail(Code::bad_usage, "--fps wants a number from 0.1 to 60");
  if (kind == FilmKind::gif && options.fps > 50)
    return fail(Code::bad_usage, "--fps: GIF has no delay that short; at most 50 frames a second");
  if (!(options.hold >= 0 && options.hold <= kLongestHold))
    return fail(Code::bad_usage, "--hold wants seconds from 0 to 600");
  if (options.hold > 0 && kind == FilmKind::sequence)
    return fail(Code::bad_usage, "--hold: frames in a folder have no time that they stand");
  if (options.loop && kind != FilmKind::gif && kind != FilmKind::apng)
    return fail(Code::bad_usage, "--loop: only GIF and APNG can say how often they are played");
  if (options.loop && (*options.loop < 0 || *options.loop > 65'535))
    return fail(Code::bad_usage, "--loop wants a number from 0 (for ever) to 65535");
  FilmTiming timing;
  timing.fps_milli = static_cast<int>(std::lround(options.fps * 1000));
  timing.hold_ms = static_cast<int>(std::lround(options.hold * 1000));
  timing.loops = options.loop.value_or(0);
  return timing;
}

// How far it is: for people on a terminal one line that is written over, for programs a line of JSON each.
class Progress {
 public:
  explicit Progress(const FilmOptions& options)
      : json_(options.progress), line_(!json_ && !options.quiet && isatty(STDERR_FILENO) == 1) {}
  ~Progress() { clear(); }
  void painted(std::size_t done, std::size_t of) {
    json("paint", done, of);
    if (line_) std::fprintf(stderr, "\r\033[Kpainted %zu of %zu frames (%zu %%)", done, of, done * 100 / of);
    shown_ = line_;
  }
  // Some formats go through the frames twice, so these are no frames but parts of the work.
  void encoded(std::size_t done, std::size_t of) {
    json("encode", done, of);
    if (line_) std::fprintf(stderr, "\r\033[Kputting the film together (%zu %%)", done * 100 / of);
    shown_ = line_;
  }
  void clear() {
    if (shown_) std::fputs("\r\033[K", stderr);
    shown_ = false;
  }

 private:
  void json(const char* word, std::size_t done, std::size_t of) const {
    if (json_) std::fprintf(stderr, "{\"film\": \"%s\", \"done\": %zu, \"of\": %zu}\n", word, done, of);
  }
  bool json_, line_, shown_ = false;
};

int print_plan(const FilmPlan& plan) {
  for (std::uint64_t frame = 0; frame < frame_count(plan); ++frame)
    std::printf("%05llu\t%s\n", static_cast<unsigned long long>(frame), words_of_frame(plan, frame).c_str());
  return kExitDone;
}

int stopped(Film& film) {
  (void)film.settle();  // what cannot be kept is painted again
  if (film.done() == 0) {
    film.give_up();
    say("stopped before the first frame");
    return kExitFailed;
  }
  say("stopped; " + thousands(static_cast<long long>(film.done())) + " of " +
      thousands(static_cast<long long>(film.count())) +
      " frames are kept, and the same command with --resume goes on from there");
  return kExitFailed;
}

// What is painted is never lost, whatever happened afterwards.
int complain_and_keep(const Error& error, Film& film) {
  if (error.code == Code::cancelled) return stopped(film);
  (void)film.settle();  // it would say the same once more
  const int code = complain(error);
  if (film.done() == 0)
    film.give_up();
  else
    say(thousands(static_cast<long long>(film.done())) + " of " +
        thousands(static_cast<long long>(film.count())) + " frames are kept for --resume");
  return code;
}

int make(Film& film, const FilmOptions& options) {
  Progress progress(options);
  std::size_t told = 0;
  for (;;) {
    if (is_asked_to_end()) {
      progress.clear();
      return stopped(film);
    }
    const auto more = film.paint_next();
    if (!more) {
      progress.clear();
      return complain_and_keep(more.error(), film);
    }
    if (film.done() != told) progress.painted(film.done(), film.count());
    told = film.done();
    if (!*more) break;
  }
  told = 0;
  const auto finished = film.finish([&](std::size_t done, std::size_t of) {
    if (done != told) progress.encoded(done, of);
    told = done;
    return !is_asked_to_end();
  });
  progress.clear();
  return finished ? kExitDone : complain_and_keep(finished.error(), film);
}

}  // namespace

int run_film(const Options& options) {
  const auto kind = film_kind(options.output);
  if (!kind) return complain(kind.error());
  const auto timing = timing_of(options.film, *kind);
  if (!timing) return complain(timing.error());
  ViewState trial;  // usage errors before any work
  if (const auto checked = apply_picture_options(trial, options); !checked) return complain(checked.error());

  auto opened = Session::open(session_options(options, options.film.plan ? WithMap::no : WithMap::yes));
  if (!opened) return complain(opened.error());
  Session& session = **opened;
  auto headless = options.film.plan ? Result<std::unique_ptr<Headless>>(nullptr) : Headless::create();
  Options words = options;  // the clock is the plan's
  words.window.reset();
  words.from.reset();
  words.to.reset();
  if (const auto ready = make_ready(session, words); !ready) return complain(ready.error());
  if (const int code = report_failures(session); code != kExitDone) return code;
  auto plan = film_plan(session.view(), options, session.zone());
  if (!plan) return complain(plan.error());
  if (options.film.plan) return print_plan(*plan);
  // "The last 48 h" are those before the film's end in each of its frames.
  if (Redaction& redaction = session.view().redaction; redaction.hide_hours > 0 && !redaction.as_of) {
    redaction.as_of = plan->span.end;
    session.poll();
  }
  if (!headless) return complain(headless.error());

  heed_the_system();
  FilmJob job{options.output,
              *kind,
              *plan,
              *timing,
              options.film.skip_empty,
              options.film.resume ? Resume::yes : Resume::no,
              {},
              {}};
  job.lay_out = [&](Session& s) { return lay_out_still(s, options); };
  job.words_of = [&](Session& s) { return still_words(s, options); };
  auto film = Film::begin(std::move(job), session, **headless);
  if (!film) return complain(film.error());
  if (film->left_out() > 0 && !options.film.quiet)
    say(thousands(static_cast<long long>(film->left_out())) + " of " +
        thousands(static_cast<long long>(film->left_out() + film->count())) +
        " frames show no event and were left out");
  if (const int code = make(*film, options.film); code != kExitDone) return code;
  return note_problems(session, options);
}

}  // namespace vidik
