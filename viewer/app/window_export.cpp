#include "app/window_export.h"

#include "app/clipboard_picture.h"
#include "app/export_view.h"
#include "app/page_preset.h"
#include "app/picture_command.h"
#include "base/paths_posix.h"
#include "base/text.h"
#include "base/time_text.h"

#include <cstdlib>
#include <filesystem>

namespace vidik {

namespace {

namespace fs = std::filesystem;

constexpr Size kPreview{1000, 640};  // px at most
constexpr double kPause = 0.15;  // s between two previews: the window stays quick while a slider is dragged

}  // namespace

WindowExport::WindowExport(Session& session, Canvas& canvas, const Options& options)
    : session_(session), canvas_(canvas), options_(options) {
  for (const PagePreset& preset : page_presets())
    sight_.pages.push_back({std::string(preset.id), std::string(preset.words)});
}

WindowExport::~WindowExport() = default;

void WindowExport::preview(const ExportChoice& choice, bool data_changed, double now_s) {
  sight_.at_work = at_work();
  sight_.file = free_path(choice);
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
  const std::string ending(kFormatEndings[static_cast<std::size_t>(choice.format)]);
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
  return picture_command(view, inputs, session_.zone(), output);
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
  VIDIK_TRY(std::vector<std::string> all, words(wanted, path_));
  all[0] = program_dir() + "/vidik";
  for (const std::string& folder : options_.plugin_folders) all.insert(all.end(), {"--plugins", folder});
  for (const std::string& id : options_.allow_plugins) all.insert(all.end(), {"--allow-plugin", id});
  if (options_.safe) all.emplace_back("--safe");
  if (wanted.text_beside && to == ExportTo::file) all.emplace_back("--text-beside");
  VIDIK_TRY(BuildProcess process, BuildProcess::start(all));
  process_.emplace(std::move(process));
  to_ = to;
  said_.clear();
  sight_.at_work = true;
  sight_.since_s = now_s;
  return Done{};
}

void WindowExport::stop() {
  process_.reset();
  sight_.at_work = false;
}

std::optional<std::string> WindowExport::poll() {
  if (!process_) return std::nullopt;
  const std::optional<int> ended = process_->ended();
  said_ += process_->read();
  if (!ended) return std::nullopt;
  stop();
  if (*ended != 0) {
    const std::string line(trimmed(said_));
    return "No picture: " + (line.empty() ? "it ended with " + std::to_string(*ended) : for_ui(line));
  }
  if (to_ == ExportTo::file) return "Picture saved: " + for_ui(path_);
  const auto taken = picture_to_clipboard(path_);
  return taken ? "Picture copied" : taken.error().message();
}

}  // namespace vidik
