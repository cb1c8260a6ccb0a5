#pragma once
// A film in the making: painted one frame at a time, kept frame by frame, and put into its file at the end.
//
// Each frame is a still (headless.h, still.h) at its own time, at rest, from an empty memory: nothing of one frame shows in
// the next. Session, map and GL context are the caller's and stay open; a frame costs what `render` costs without start-up.
// Ownership: borrows session and headless until it ends; the session's view is the film's while it is painted, and then what
// it was. A film that is given up leaves its frames for Resume::yes.
// Threads: that of `headless`; finish() may be called from any other once every frame is there.
// Errors: bad_usage, refused (frame_folder.h), those of the formats; cancelled. Nothing half-written stands under its name.
// Same session, plan and format, same bytes, whether it was stopped in between or not.

#include "app/film_plan.h"
#include "app/frame_folder.h"
#include "app/headless.h"
#include "export/film_frames.h"
#include "export/picture_words.h"

#include <deque>
#include <functional>
#include <future>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

enum class FilmKind : std::uint8_t { sequence, gif, apng, mp4, webm };
// By the name's ending; a folder, or a name that ends with a stroke, is a sequence.
Result<FilmKind> film_kind(const std::string& output);

struct FilmJob {
  std::string output;
  FilmKind kind = FilmKind::gif;
  FilmPlan plan;
  FilmTiming timing;
  bool skip_empty = false;
  Resume resume = Resume::no;
  std::function<Result<>(Session&)> lay_out;       // page and camera, once the clock is set
  std::function<PictureWords(Session&)> words_of;  // once the picture is composed
};

class Film {
 public:
  static Result<Film> begin(FilmJob job, Session& session, Headless& headless);

  std::size_t count() const { return shown_.size(); }
  std::size_t left_out() const { return left_out_; }  // frames in which nothing is visible
  std::size_t done() const { return done_; }          // kept, now or before it was stopped
  // One more; false: every frame is kept. Frames are packed and written beside the painting of the next ones.
  Result<bool> paint_next();
  Result<> settle();  // waits until all that is painted is kept
  // Makes the file of the frames and takes them away.
  Result<> finish(const GoOn& go_on);
  void give_up() { folder_->give_up(); }  // where not one frame is there yet, nothing stays behind

 private:
  Film(FilmJob job, Session& session, Headless& headless)
      : job_(std::move(job)), session_(&session), headless_(&headless) {}
  void leave_out_empty();
  Result<Picture> compose(std::size_t frame);
  Result<std::string> identity(const Picture& first);
  std::string name_of(std::size_t frame) const;
  Result<Pixels> paint(const Picture& picture);
  Result<> settle_first();
  Result<> encode(const std::string& path, const GoOn& go_on) const;

  FilmJob job_;
  Session* session_;
  Headless* headless_;
  ViewState start_;                                 // what every frame begins from
  std::vector<std::uint64_t> shown_;                // frames of the plan
  std::size_t left_out_ = 0, done_ = 0, next_ = 0;  // next_: to be painted
  std::deque<std::future<Result<>>> writing_;
  std::optional<FrameFolder> folder_;
  PictureWords words_;  // the first frame's
  Size size_;           // device px
  Color ground_;
};

}  // namespace vidik
