#include "app/window_export.h"

#include "app/cli.h"
#include "app/clipboard_picture.h"
#include "app/export_view.h"
#include "app/film_plan.h"
#include "app/page_preset.h"
#include "app/picture_command.h"
#include "base/number.h"
#include "base/paths_posix.h"
#include "base/text.h"
#include "base/time_text.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace vidik {

namespace {

namespace fs = std::filesystem;

std::string seconds_words(double s) {
  const auto whole = static_cast<long long>(std::lround(s));
  if (whole < 60) return fixed(s, s < 10 && s != std::floor(s) ? 1 : 0) + " s";
  return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

constexpr Size kPreview{1000, 640};  // px at most
constexpr double kPause = 0.15;  // s between two previews: the window stays quick while a slider is dragged

}  // namespace

WindowExport::WindowExport(Session& session, Canvas& canvas, const Options& options)
    : session_(session), canvas_(canvas), options_(options) {
  for (const PagePreset& preset : page_presets())
    sight_.pages.push_back({std::string(preset.id), std::string(preset.words)});
}

WindowExport::~WindowExport() {
  stop();
  forget_stopped();
}

// The frames of a film that nobody goes on with; it is the folder that `vidik film` makes beside its file.
void WindowExport::forget_stopped() {
  if (!stopped_ || stopped_->path.ends_with('/')) return;  // a folder of frames is what was asked for
  const fs::path file(stopped_->path);
  std::error_code ignored;
  fs::remove_all(file.parent_path() / ("." + file.filename().string() + ".frames"), ignored);
  stopped_.reset();
}

void WindowExport::preview(const ExportChoice& choice, bool data_changed, double now_s) {
  sight_.at_work = at_work();
  sight_.file = free_path(choice);
  if (!(told_choice_ == choice) || data_changed || !(told_time_ == session_.view().time)) tell_film(choice);
  auto view =
      export_view(session_.view(), choice, session_.project_title(), session_.timeline().lanes->lanes.size());
  sight_.trouble = view ? "" : view.error().text;
  if (!view) return;
  sight_.px = view->page.on ? view->page.device
                            : Size{view->size.width * choice.ratio, view->size.height * choice.ratio};
  const ViewState small = as_preview(*view, kPreview);
  const Size px{view->page.on ? small.page.device.width
                              : static_cast<int>(static_cast<float>(small.size.width) * small.scale),
                view->page.on ? small.page.device.height
                              : static_cast<int>(static_cast<float>(small.size.height) * small.scale)};
  const bool same = shown_ && *shown_ == small && !data_changed;
  if (same || now_s - shown_s_ < kPause) return;
  shown_ = small, shown_s_ = now_s;
  canvas_.sync(session_);
  SceneIn in = session_.scene_in(canvas_.fonts());
  in.view = &*shown_;
  draw_scene(in, *memory_, picture_);
  if (!target_ || sight_.width != px.width || sight_.height != px.height) {
    auto made = OffscreenTarget::create(px.width, px.height);
    if (!made) {
      sight_.trouble = made.error().text;
      return;
    }
    target_ = std::move(*made);
  }
  picture_.list.device = px;
  canvas_.paint(picture_, target_->framebuffer());
  sight_.texture = target_->texture();
  sight_.width = px.width, sight_.height = px.height;
}

// The pictures folder when there is one, else the current folder; never over a file that is there.
std::string WindowExport::free_path(const ExportChoice& choice) const {
  std::error_code ignored;
  const std::string ending(row_of(choice.format).ending);
  if (!choice.file.empty()) return choice.file.ends_with(ending) ? choice.file : choice.file + ending;
  fs::path folder;
  if (const char* home = std::getenv("HOME");
      home != nullptr && fs::is_directory(fs::path(home) / "Pictures", ignored))
    folder = fs::path(home) / "Pictures";
  const std::string day =
      iso_with_offset(plus(session_.view().time.cursor, -1), session_.zone()).substr(0, 10);
  const std::string stem = "vidik-" + day;
  for (int n = 1; n < 10'000; ++n) {
    const fs::path path = folder / (stem + (n == 1 ? "" : "-" + std::to_string(n)) + ending);
    if (!fs::exists(path, ignored)) return path.string();
  }
  return (folder / (stem + ending)).string();
}

Result<std::vector<std::string>> WindowExport::words(const ExportChoice& choice, const std::string& output) {
  VIDIK_TRY(const ViewState view, export_view(session_.view(), choice, session_.project_title(),
                                              session_.timeline().lanes->lanes.size()));
  CommandInputs inputs;
  inputs.project = session_.opened_from();
  inputs.files = session_.files_beside();
  for (const LayerRef& layer : session_.snapshot()->layers) inputs.layers.push_back(layer->name);
  inputs.page = choice.page;
  inputs.ratio = choice.ratio;
  inputs.zone = session_.opened_zone();
  if (!is_film(choice.format)) return picture_command(view, inputs, session_.zone(), output);
  return film_command(view, inputs, choice.film, session_.snapshot()->time_range(), session_.zone(), output);
}

// How many frames the film would have, and from when to when.
void WindowExport::tell_film(const ExportChoice& choice) {
  told_choice_ = choice, told_time_ = session_.view().time;
  sight_.film.clear();
  sight_.goes_on = false;
  if (!is_film(choice.format)) return;
  const auto all = words(choice, "film");
  if (!all) return;
  sight_.goes_on = stopped_ && stopped_->words == *all;
  std::vector<const char*> arguments;
  for (const std::string& word : *all) arguments.push_back(word.c_str());
  const auto options = parse_command_line(static_cast<int>(arguments.size()), arguments.data());
  if (!std::holds_alternative<Options>(options)) return;
  const auto plan = film_plan(session_.view(), std::get<Options>(options), session_.zone());
  if (!plan) {
    sight_.film = plan.error().text;
    return;
  }
  const std::uint64_t count = frame_count(*plan);
  const bool folder = choice.format == ExportFormat::frames;
  const double s = static_cast<double>(count) / choice.film.fps + (folder ? 0 : choice.film.hold_s);
  sight_.film = thousands(static_cast<long long>(count)) + (count == 1 ? " frame" : " frames") +
                (folder ? "" : ", " + seconds_words(s)) + ": " + span_words(plan->span, session_.zone());
}

Result<std::string> WindowExport::command(const ExportChoice& choice) {
  VIDIK_TRY(const std::vector<std::string> all, words(choice, free_path(choice)));
  return shell_words(all);
}

Result<> WindowExport::start(const ExportChoice& choice, ExportTo to, double now_s) {
  if (at_work()) return fail(Code::unavailable, "the picture before it is still being painted");
  ExportChoice wanted = choice;
  if (to == ExportTo::clipboard) {
    wanted.format = ExportFormat::png;
    std::error_code ignored;
    fs::create_directories(cache_dir(), ignored);
    path_ = cache_dir() + "/clipboard.png";
  } else {
    path_ = free_path(wanted);
  }
  at_work_.clear();
  bool resume = false;
  if (is_film(wanted.format)) {
    VIDIK_TRY(at_work_, words(wanted, "film"));
    resume = stopped_ && stopped_->words == at_work_;
    if (resume) path_ = stopped_->path;
    if (!resume) forget_stopped();
  }
  VIDIK_TRY(std::vector<std::string> all, words(wanted, path_));
  all[0] = program_dir() + "/vidik";
  if (is_film(wanted.format)) all.emplace_back("--progress");
  if (resume) all.emplace_back("--resume");
  for (const std::string& folder : options_.plugin_folders) all.insert(all.end(), {"--plugins", folder});
  for (const std::string& id : options_.allow_plugins) all.insert(all.end(), {"--allow-plugin", id});
  if (options_.safe) all.emplace_back("--safe");
  if (wanted.text_beside && to == ExportTo::file && !is_film(wanted.format))
    all.emplace_back("--text-beside");
  VIDIK_TRY(BuildProcess process, BuildProcess::start(all));
  process_.emplace(std::move(process));
  to_ = to;
  said_.clear(), half_line_.clear();
  sight_.phase.clear();
  sight_.done = sight_.of = 0;
  sight_.at_work = true;
  sight_.since_s = now_s;
  return Done{};
}

void WindowExport::stop() {
  if (process_ && !at_work_.empty()) {
    stopped_ = Stopped{at_work_, path_};
    told_time_.reset();  // what saving does is another
  }
  process_.reset();
  sight_.at_work = false;
}

// Lines of JSON say how far a film is; all else is for people.
void WindowExport::hear() {
  half_line_ += process_->read();
  for (std::size_t end = half_line_.find('\n'); end != std::string::npos; end = half_line_.find('\n')) {
    const std::string line = half_line_.substr(0, end);
    half_line_.erase(0, end + 1);
    unsigned long long done = 0, of = 0;
    std::array<char, 16> phase{};
    if (std::sscanf(line.c_str(), R"({"film": "%15[a-z]", "done": %llu, "of": %llu})", phase.data(), &done,
                    &of) == 3) {
      sight_.phase = std::string(phase.data()) == "paint" ? "Painting" : "Putting the film together";
      sight_.done = done, sight_.of = of;
    } else {
      said_ += line + "\n";
    }
  }
}

std::optional<std::string> WindowExport::poll() {
  if (!process_) return std::nullopt;
  const std::optional<int> ended = process_->ended();
  hear();
  if (!ended) return std::nullopt;
  hear();
  said_ += half_line_;
  const bool film = !at_work_.empty();
  if (film && *ended == 0) stopped_.reset();
  if (film && *ended != 0) stopped_ = Stopped{at_work_, path_};  // what is painted is kept
  at_work_.clear();
  told_time_.reset();
  stop();
  const std::string what = film ? "film" : "picture";
  if (*ended != 0) {
    const std::string line(trimmed(said_));
    return "No " + what + ": " + (line.empty() ? "it ended with " + std::to_string(*ended) : for_ui(line));
  }
  if (to_ == ExportTo::file) return (film ? "Film saved: " : "Picture saved: ") + for_ui(path_);
  const auto taken = picture_to_clipboard(path_);
  return taken ? "Picture copied" : taken.error().message();
}

}  // namespace vidik
