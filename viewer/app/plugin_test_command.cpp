// `vidik plugin test`: does the overlay still put into its pictures what it put there when its author looked?

#include "app/command_session.h"
#include "app/commands.h"
#include "app/contribution_text.h"
#include "app/headless.h"
#include "app/view_options.h"
#include "base/atomic_file.h"
#include "base/text.h"
#include "export/png_file.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace vidik {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostText = std::size_t{16} << 20;
constexpr Size kPictureSize{960, 600};

// The pictures of an overlay: each a small project, `pictures/NAME.json`, beside what the overlay put into it, NAME.txt.
Result<std::vector<fs::path>> pictures_in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".json") out.push_back(at->path());
  std::sort(out.begin(), out.end());
  if (out.empty())
    return fail(Code::not_found,
                "it has no pictures to compare with (pictures/NAME.json; docs/plugins/ten-minutes.md)",
                folder.string());
  return out;
}

// The first line that differs, as both have it.
std::string first_difference(const std::string& wanted, const std::string& now) {
  const std::vector<std::string_view> a = split(wanted, '\n'), b = split(now, '\n');
  for (std::size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
    const std::string_view was = i < a.size() ? a[i] : "(the end)", is = i < b.size() ? b[i] : "(the end)";
    if (was != is)
      return "           line " + std::to_string(i + 1) +
             "\n           was: " + for_terminal(was.substr(0, 200)) +
             "\n           is:  " + for_terminal(is.substr(0, 200)) + "\n";
  }
  return {};
}

struct Taken {
  std::string text;
  Pixels pixels;
};

class PictureTest {
 public:
  explicit PictureTest(std::string folder) : folder_(std::move(folder)) {}

  // The overlay's part of the picture, and the whole of it for the eye.
  Result<Taken> take(const fs::path& request) {
    Options words;
    words.inputs = {};
    words.plugin_folders = {folder_};
    SessionOptions wanted = session_options(words, WithMap::yes);
    wanted.project = request.string();
    VIDIK_TRY(const std::unique_ptr<Session> session, Session::open(wanted));
    VIDIK_TRY([[maybe_unused]] const Done ready, make_ready(*session, words));
    ViewState& view = session->view();
    view.size = kPictureSize;
    lay_out_page(view);
    view.camera = session->project_camera() ? *session->project_camera() : fit_region(view);
    if (!headless_) {
      VIDIK_TRY(headless_, Headless::create());
    }
    VIDIK_TRY(const Picture picture, headless_->compose(*session));
    const OverlayEntry* entry = tested(*session);
    if (entry == nullptr) return fail(Code::not_found, "there is no overlay here", folder_);
    if (entry->state != GuestState::ready)
      return fail(Code::refused, std::string(word_of(entry->state)) + ": " + entry->reason, folder_);
    if (!entry->lost.empty()) return fail(Code::bad_input, entry->lost, folder_);
    if (entry->draws && !entry->marks_current)
      return fail(Code::unavailable, "it did not draw in time", folder_);
    Taken out;
    out.text = contribution_text(*session, *entry);
    VIDIK_TRY(out.pixels, headless_->paint(picture));
    return out;
  }

 private:
  const OverlayEntry* tested(Session& session) const {
    if (session.roster() == nullptr) return nullptr;
    for (const OverlayEntry& entry : session.roster()->entries()) {
      std::error_code error;
      if (fs::equivalent(entry.path, folder_, error)) return &entry;
    }
    return nullptr;
  }

  std::string folder_;
  std::unique_ptr<Headless> headless_;
};

Result<> keep(const fs::path& name, const Taken& taken) {
  VIDIK_TRY([[maybe_unused]] const Done text, write_file_atomically(name.string() + ".txt", taken.text));
  return write_png(name.string() + ".png", taken.pixels.width, taken.pixels.height, taken.pixels.rgba, 0, {});
}

// 0 it is the same, 1 it is not, 2 it cannot be said.
int test_picture(PictureTest& test, const fs::path& request, bool accept) {
  const std::string name = for_terminal(request.stem().string());
  const Result<Taken> taken = test.take(request);
  if (!taken.ok()) {
    std::printf("fail       %s\n           %s\n", name.c_str(),
                for_terminal(taken.error().message()).c_str());
    return kExitFailed;
  }
  fs::path golden = request;
  golden.replace_extension(".txt");
  if (accept) {
    fs::path stem = request;
    const Result<> kept = keep(stem.replace_extension(""), *taken);
    if (!kept.ok()) return complain(kept.error());
    std::printf("accepted   %s\n           look at %s\n", name.c_str(),
                for_terminal(stem.string() + ".png").c_str());
    return kExitDone;
  }
  const Result<std::string> wanted = read_file(golden.string(), kMostText);
  if (wanted.ok() && *wanted == taken->text) {
    std::printf("pass       %s\n", name.c_str());
    return kExitDone;
  }
  fs::path now = request;
  now.replace_extension(".now");
  const Result<> kept = keep(now, *taken);
  std::printf("fail       %s\n", name.c_str());
  if (wanted.ok())
    std::printf("%s", first_difference(*wanted, taken->text).c_str());
  else
    std::printf("           there is nothing to compare it with yet: %s\n",
                for_terminal(golden.string()).c_str());
  if (kept.ok())
    std::printf("           look at %s; --accept takes it as it is now\n",
                for_terminal(now.string() + ".png").c_str());
  else
    complain(kept.error());
  return kExitFailed;
}

}  // namespace

int run_plugin_test(const Options& options) {
  int worst = kExitDone;
  for (const std::string& folder : options.test_pictures.folders) {
    const fs::path place = options.test_pictures.pictures.empty() ? fs::path(folder) / "pictures"
                                                                  : fs::path(options.test_pictures.pictures);
    const Result<std::vector<fs::path>> pictures = pictures_in(place);
    if (!pictures.ok()) {
      complain(pictures.error());
      return kExitUsage;
    }
    PictureTest test(folder);
    for (const fs::path& request : *pictures)
      worst = std::max(worst, test_picture(test, request, options.test_pictures.accept));
  }
  return worst;
}

}  // namespace vidik
