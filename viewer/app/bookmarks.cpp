#include "app/bookmarks.h"

#include "app/json_text.h"
#include "base/atomic_file.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include <cmath>
#include <filesystem>

namespace vidik {

namespace {

using nlohmann::json;

constexpr std::size_t kLongestName = 200;  // bytes

double number_of(const json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_number() ? it->get<double>() : NAN;
}

}  // namespace

std::string bookmarks_path() {
  const std::string folder = config_dir();
  return folder.empty() ? folder : folder + "/bookmarks.json";
}

std::vector<Bookmark> bookmarks_of(const json& list, std::vector<std::string>& notes) {
  std::vector<Bookmark> out;
  for (const json& one : list) {
    const auto name = one.is_object() ? one.find("name") : one.end();
    const bool named = one.is_object() && name != one.end() && name->is_string();
    Bookmark mark;
    if (named) mark.name = std::string(trimmed(name->get_ref<const std::string&>()));
    if (one.is_object()) mark.camera = {number_of(one, "lon"), number_of(one, "lat"), number_of(one, "zoom")};
    const Camera& c = mark.camera;
    const bool seen = std::abs(c.lon) <= 180 && std::abs(c.lat) <= 85 && c.zoom >= 0 && c.zoom <= 22;
    if (mark.name.empty() || mark.name.size() > kLongestName || !one.is_object() || !seen) {
      notes.emplace_back("a bookmark needs a name, a longitude, a latitude and a zoom; one is left out");
      continue;
    }
    out.push_back(std::move(mark));
  }
  return out;
}

Result<std::vector<Bookmark>> read_bookmarks(const std::string& path) {
  std::error_code ignored;
  if (path.empty() || !std::filesystem::exists(path, ignored)) return std::vector<Bookmark>{};
  VIDIK_TRY(const json document, read_json_file(path));
  const auto list = document.is_object() ? document.find("bookmarks") : document.end();
  if (!document.is_object() || list == document.end() || !list->is_array())
    return fail(Code::bad_input, "holds no list of views; views are not kept while it is there", path);
  std::vector<std::string> notes;
  std::vector<Bookmark> out = bookmarks_of(*list, notes);
  if (!notes.empty()) return fail(Code::bad_input, "is damaged; views are not kept while it is there", path);
  return out;
}

Result<> save_bookmarks(const std::string& path, const std::vector<Bookmark>& all) {
  if (path.empty())
    return fail(Code::unavailable, "the view is kept until the window closes: there is no home folder");
  json list = json::array();
  for (const Bookmark& one : all)
    if (!one.from_project)
      list.push_back(
          {{"name", one.name}, {"lon", one.camera.lon}, {"lat", one.camera.lat}, {"zoom", one.camera.zoom}});
  if (const auto made = make_dirs(config_dir()); !made) return made;
  return write_file_atomically(path, json{{"vidik", 1}, {"bookmarks", list}}.dump(2) + "\n");
}

}  // namespace vidik
