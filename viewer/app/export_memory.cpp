#include "app/export_memory.h"

#include "app/json_text.h"
#include "app/page_preset.h"
#include "base/atomic_file.h"
#include "base/paths_posix.h"
#include "base/time_text.h"

#include <filesystem>

namespace vidik {

namespace {

using nlohmann::json;

constexpr int kMostRatio = 8, kMostFps = 60, kMostHold = 600;

bool flag_of(const json& object, const char* key, bool usual) {
  const auto it = object.find(key);
  return it != object.end() && it->is_boolean() ? it->get<bool>() : usual;
}
int number_of(const json& object, const char* key, int usual, int least, int most) {
  const auto it = object.find(key);
  if (it == object.end() || !it->is_number_integer()) return usual;
  const auto value = it->get<std::int64_t>();
  return value >= least && value <= most ? static_cast<int>(value) : usual;
}

}  // namespace

std::string export_memory_path() {
  const std::string folder = config_dir();
  return folder.empty() ? folder : folder + "/export.json";
}

Result<ExportChoice> read_export_choice(const std::string& path) {
  ExportChoice out;
  std::error_code ignored;
  if (path.empty() || !std::filesystem::exists(path, ignored)) return out;
  VIDIK_TRY(const json document, read_json_file(path));
  if (!document.is_object()) return fail(Code::bad_input, "is no JSON object", path);
  // Other programs' versions may know more or fewer values: each stands for itself.
  if (const std::string page = text_of(document, "page"); page == "none" || parse_page_size(page, 0).ok())
    out.page = page;
  for (const FormatRow& row : kFormats)
    if (text_of(document, "format") == row.id) out.format = row.format;
  out.ratio = number_of(document, "pixels", out.ratio, 1, kMostRatio);
  out.light = flag_of(document, "light", out.light);
  out.transparent = flag_of(document, "transparent", out.transparent);
  out.callouts = flag_of(document, "callouts", out.callouts);
  out.text_beside = flag_of(document, "text_beside", out.text_beside);
  if (const std::string step = text_of(document, "step"); parse_duration(step).ok()) out.film.step = step;
  out.film.fps = number_of(document, "fps", out.film.fps, 1, kMostFps);
  out.film.hold_s = number_of(document, "hold", out.film.hold_s, 0, kMostHold);
  out.film.skip_empty = flag_of(document, "skip_empty", out.film.skip_empty);
  return out;
}

Result<> save_export_choice(const std::string& path, const ExportChoice& choice) {
  if (path.empty()) return Done{};
  const json document{{"vidik", 1},
                      {"page", choice.page},
                      {"format", row_of(choice.format).id},
                      {"pixels", choice.ratio},
                      {"light", choice.light},
                      {"transparent", choice.transparent},
                      {"callouts", choice.callouts},
                      {"text_beside", choice.text_beside},
                      {"step", choice.film.step},
                      {"fps", choice.film.fps},
                      {"hold", choice.film.hold_s},
                      {"skip_empty", choice.film.skip_empty}};
  if (const auto made = make_dirs(config_dir()); !made) return made;
  return write_file_atomically(path, document.dump(2) + "\n");
}

}  // namespace vidik
