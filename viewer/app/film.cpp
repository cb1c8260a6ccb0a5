#include "app/film.h"

#include "app/encode_process.h"
#include "app/film_identity.h"
#include "app/picture_file.h"
#include "base/atomic_file.h"
#include "export/apng_file.h"
#include "export/gif_file.h"
#include "export/kept_frame.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <thread>

namespace vidik {

namespace {

constexpr std::size_t kLargeFrame = std::size_t{100} << 20;  // bytes; of such ones not many are held at once
constexpr std::size_t kMostFrameBytes = std::size_t{2} << 30;

bool is_video(FilmKind kind) { return kind == FilmKind::mp4 || kind == FilmKind::webm; }

Encoding encoding_of(FilmKind kind, Color ground) {
  ground.a = 255;
  return {kind == FilmKind::mp4 ? "mp4" : "webm", ground};
}

std::size_t most_at_once() { return std::clamp(std::thread::hardware_concurrency(), 1u, 8u); }

bool is_ready(const std::future<Result<>>& one) {
  return one.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

Result<> keep(const std::string& path, FilmKind kind, const Pixels& pixels, Color ground,
              const PictureWords& words) {
  if (kind == FilmKind::sequence) return write_painted(path, pixels, ground, words);
  return write_file_atomically(path, pack_frame(pixels.width, pixels.height, pixels.rgba));
}

}  // namespace

Result<FilmKind> film_kind(const std::string& output) {
  std::error_code ignored;
  if (output.ends_with("/") || std::filesystem::is_directory(output, ignored)) return FilmKind::sequence;
  constexpr std::array<std::pair<const char*, FilmKind>, 5> kEndings{{{".gif", FilmKind::gif},
                                                                      {".png", FilmKind::apng},
                                                                      {".apng", FilmKind::apng},
                                                                      {".mp4", FilmKind::mp4},
                                                                      {".webm", FilmKind::webm}}};
  for (const auto& [ending, kind] : kEndings)
    if (output.ends_with(ending)) return kind;
  return fail(Code::bad_usage,
              "-o wants a name that ends with .gif, .png or .apng (animated PNG), .mp4 or .webm, or a folder "
              "that ends with / (frames one by one)",
              output);
}

Result<Film> Film::begin(FilmJob job, Session& session, Headless& headless) {
  Film film(std::move(job), session, headless);
  film.start_ = session.view();
  const std::uint64_t count = frame_count(film.job_.plan);
  for (std::uint64_t frame = 0; frame < count; ++frame) film.shown_.push_back(frame);
  if (film.job_.skip_empty) film.leave_out_empty();
  if (film.shown_.empty())
    return fail(Code::bad_input, "no event is visible in any frame, and --skip-empty leaves out all of them");

  // Whatever can go wrong at the end is tried before hours of painting.
  VIDIK_TRY(const Picture first, film.compose(0));
  film.size_ = first.list.device_size();
  film.ground_ = first.list.ground;
  film.words_ = film.job_.words_of(session);
  if (is_video(film.job_.kind)) {
    const Encoding encoding = encoding_of(film.job_.kind, film.ground_);
    VIDIK_TRY([[maybe_unused]] const Done done,
              try_encoder(encoding, film.size_.width, film.size_.height, film.job_.timing));
  }
  VIDIK_TRY(const std::string identity, film.identity(first));
  const bool sequence = film.job_.kind == FilmKind::sequence;
  std::string path = sequence ? film.job_.output : hidden_folder_of(film.job_.output);
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  auto folder =
      FrameFolder::open(path, sequence ? FolderOf::sequence : FolderOf::hidden, film.job_.resume, identity);
  if (!folder) {
    Error reason = folder.error();  // the user knows nothing of a hidden folder
    if (!sequence) reason.where = film.job_.output;
    return reason;
  }
  film.folder_.emplace(std::move(*folder));
  return film;
}

void Film::leave_out_empty() {
  const auto is_empty = [&](std::uint64_t frame) {
    set_frame(session_->view(), job_.plan, frame);
    return session_->visible().count == 0;
  };
  left_out_ = std::erase_if(shown_, is_empty);
}

Result<Picture> Film::compose(std::size_t frame) {
  session_->view() = start_;
  set_frame(session_->view(), job_.plan, shown_[frame]);
  VIDIK_TRY([[maybe_unused]] const Done done, job_.lay_out(*session_));
  return headless_->compose(*session_);
}

// First and last frame, the data and the times in between.
Result<std::string> Film::identity(const Picture& first) {
  FilmIdentity identity(*session_, headless_->renderer());
  identity.add(first);
  for (const std::uint64_t frame : shown_) identity.add(words_of_frame(job_.plan, frame));
  VIDIK_TRY(const Picture last, compose(shown_.size() - 1));
  identity.add(last);
  return identity.text();
}

std::string Film::name_of(std::size_t frame) const {
  std::array<char, 40> name{};
  std::snprintf(name.data(), name.size(), "frame_%05zu.%s", frame,
                job_.kind == FilmKind::sequence ? "png" : "frame");
  return name.data();
}

Result<bool> Film::paint_next() {
  while (next_ < shown_.size() && folder_->has(name_of(next_))) {
    ++next_;
    ++done_;
  }
  if (next_ == shown_.size()) {
    session_->view() = start_;
    if (writing_.empty()) return false;
    VIDIK_TRY([[maybe_unused]] const Done done, settle_first());
    return true;
  }
  VIDIK_TRY(const Picture picture, compose(next_));
  VIDIK_TRY(Pixels pixels, paint(picture));
  PictureWords words;  // of a film in one file, the first frame's are enough
  if (job_.kind == FilmKind::sequence) words = job_.words_of(*session_);
  const std::size_t most = pixels.rgba.size() > kLargeFrame ? 1 : most_at_once();
  while (writing_.size() >= most || (!writing_.empty() && is_ready(writing_.front()))) {
    VIDIK_TRY([[maybe_unused]] const Done done, settle_first());
  }
  writing_.push_back(std::async(
      std::launch::async, [path = folder_->file(name_of(next_)), kind = job_.kind,
                           ground = picture.list.ground, pixels = std::move(pixels),
                           words = std::move(words)] { return keep(path, kind, pixels, ground, words); }));
  ++next_;
  return true;
}

// In bands: a frame may be larger than a framebuffer.
Result<Pixels> Film::paint(const Picture& picture) {
  const Size size = picture.list.device_size();
  if (!(size == size_)) return fail(Code::unavailable, "the frames of the film are not of one size");
  Pixels out{size.width, size.height, {}};
  out.rgba.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
  VIDIK_TRY([[maybe_unused]] const Done done,
            headless_->paint_bands(picture, [&](std::span<const std::uint8_t> band) -> Result<> {
              out.rgba.insert(out.rgba.end(), band.begin(), band.end());
              return Done{};
            }));
  return out;
}

Result<> Film::settle_first() {
  auto first = std::move(writing_.front());
  writing_.pop_front();
  VIDIK_TRY([[maybe_unused]] const Done done, first.get());
  ++done_;
  return Done{};
}

Result<> Film::settle() {
  Result<> out = Done{};
  while (!writing_.empty())
    if (const auto kept = settle_first(); !kept && out) out = kept;
  return out;
}

Result<> Film::encode(const std::string& path, const GoOn& go_on) const {
  FilmFrames frames{size_.width, size_.height, shown_.size(), {}};
  frames.frame = [&](std::size_t frame) -> Result<Rgba> {
    const std::string file = folder_->file(name_of(frame));
    VIDIK_TRY(const std::string bytes, read_file(file, kMostFrameBytes));
    auto unpacked = unpack_frame(bytes);
    if (!unpacked || unpacked->width != size_.width || unpacked->height != size_.height)
      return fail(Code::bad_input, "a kept frame is damaged; without --resume the film is begun anew", file);
    return std::move(unpacked->rgba);
  };
  if (job_.kind == FilmKind::gif) return write_gif(path, frames, job_.timing, words_, go_on);
  if (job_.kind == FilmKind::apng) return write_apng(path, frames, job_.timing, words_, go_on);
  return encode_film(path, encoding_of(job_.kind, ground_), frames, job_.timing, words_, go_on);
}

Result<> Film::finish(const GoOn& go_on) {
  VIDIK_EXPECT(done_ == shown_.size());
  if (job_.kind != FilmKind::sequence) {
    const std::string made = folder_->file("film.new");
    std::error_code trouble;
    if (const auto encoded = encode(made, go_on); !encoded) {
      std::filesystem::remove(made, trouble);
      return encoded;
    }
    std::filesystem::rename(made, job_.output, trouble);
    if (trouble)
      return fail(Code::unavailable, "the file cannot be written (" + trouble.message() + ")", job_.output);
  }
  return folder_->finish();
}

}  // namespace vidik
