#include "app/project.h"

#include "app/bookmarks.h"
#include "app/json_text.h"
#include "app/name_choice.h"
#include "app/params_json.h"
#include "app/redaction_choice.h"
#include "app/timeline_choice.h"
#include "app/view_options.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace vidik {

namespace {

using nlohmann::json;
namespace fs = std::filesystem;

std::vector<std::string> texts_of(const json& object, const char* key) {
  std::vector<std::string> out;
  const auto it = object.find(key);
  if (it == object.end() || !it->is_array()) return out;
  for (const json& item : *it) {
    if (item.is_string()) out.push_back(item.get<std::string>());
  }
  return out;
}

// Below the project's own folder, or refused: a project that somebody sent must not open other files of the user.
Result<std::string> resolve_inside(const fs::path& folder, const std::string& name,
                                   const std::string& project) {
  std::error_code trouble;
  // "p.vidik" alone has an empty folder: it lies in the current one.
  const fs::path root = fs::canonical(folder.empty() ? "." : folder, trouble);
  if (trouble || root.empty())
    return fail(Code::unavailable, "lies in a folder that cannot be looked at", project);
  const fs::path full = fs::weakly_canonical(root / name, trouble);
  const auto mismatch = std::mismatch(root.begin(), root.end(), full.begin(), full.end());
  if (trouble || name.empty() || fs::path(name).is_absolute() || mismatch.first != root.end()) {
    return fail(Code::refused, "names a file outside its own folder (\"" + for_terminal(name) + "\")",
                project);
  }
  return full.string();
}

Result<> read_time(const json& time, const TimeZone& zone, Project& project) {
  const std::string from = text_of(time, "from"), to = text_of(time, "to"), at = text_of(time, "at");
  if (!from.empty() && !to.empty()) {
    VIDIK_TRY(const Moment first, parse_moment(from, zone));
    VIDIK_TRY(const Moment last, parse_moment(to, zone));
    if (last.span.end <= first.span.begin)
      return fail(Code::bad_input, "has a time window that ends before it begins");
    project.window = Span{first.span.begin, last.span.end};
  } else if (!from.empty() || !to.empty()) {
    project.notes.emplace_back(
        "the time needs both \"from\" and \"to\"; the whole time of the data is shown");
  }
  if (!at.empty()) {
    VIDIK_TRY(const Moment cursor, parse_moment(at, zone));
    project.cursor = cursor.span.end;
  }
  if (const std::string step = text_of(time, "step"); !step.empty()) {
    VIDIK_TRY(const Duration length, parse_duration(step));
    project.step = length;
  }
  if (const std::string word = text_of(time, "mode"); !word.empty()) {
    project.mode = mode_of(word);
    if (!project.mode) return fail(Code::bad_input, "names an unknown mode \"" + for_terminal(word) + "\"");
  }
  return Done{};
}

// The whole number behind "vidik"; 0 when it is none. Larger than any version stays larger than any version.
std::uint64_t version_of(const json& schema) {
  if (schema.is_number_unsigned()) return schema.get<std::uint64_t>();
  const bool positive = schema.is_number_integer() && schema.get<std::int64_t>() > 0;
  return positive ? static_cast<std::uint64_t>(schema.get<std::int64_t>()) : 0;
}

void read_view(const json& view, Project& project) {
  const auto number = [&](const char* key) {
    const auto it = view.find(key);
    return it != view.end() && it->is_number() ? std::optional<double>(it->get<double>()) : std::nullopt;
  };
  const auto lon = number("lon"), lat = number("lat"), zoom = number("zoom");
  if (!lon || !lat || !zoom) {
    project.notes.emplace_back("the view needs lon, lat and zoom; the six countries are shown instead");
  } else if (std::abs(*lon) <= 180 && std::abs(*lat) <= 85 && *zoom >= 0 && *zoom <= 22) {  // as --view
    project.camera = Camera{*lon, *lat, *zoom};
  } else {
    project.notes.emplace_back(
        "the view needs a longitude within ±180, a latitude within ±85 and a zoom from 0 to 22; the six "
        "countries are "
        "shown instead");
  }
}

void read_names(const json& document, Project& project) {
  NameChoice names;
  if (const std::string text = text_of(document, "lang"); !text.empty()) {
    if (const Result<NameChoice> read = parse_names(text); read.ok())
      project.names = names = *read;
    else
      project.notes.push_back("\"lang\" is " + read.error().text);
  }
  if (const std::string text = text_of(document, "pair_order"); !text.empty()) {
    if (const Result<PairOrder> read = parse_pair_order(text); read.ok()) {
      names.pairs = *read;
      project.names = names;
    } else {
      project.notes.push_back("\"pair_order\" is " + read.error().text);
    }
  }
}

}  // namespace

Result<Project> read_project(const std::string& path) {
  VIDIK_TRY(const json document, read_json_file(path));
  if (!document.is_object() || !document.contains("vidik")) {
    return fail(Code::bad_input, "is not a Vidik project (no \"vidik\" version in it)", path);
  }
  const std::uint64_t version = version_of(document["vidik"]);
  if (version < 1) {
    return fail(Code::bad_input, "has no whole number as its \"vidik\" version", path);
  }
  if (version > kProjectSchema) {
    return fail(Code::refused,
                "was saved by a newer Vidik (project version " + std::to_string(version) +
                    ", this program reads " + std::to_string(kProjectSchema) + ")",
                path);
  }
  Project project;
  project.path = path;
  project.title = text_of(document, "title");
  project.overlays = texts_of(document, "overlays");
  project.filter = text_of(document, "filter");
  if (const std::string zone = text_of(document, "zone"); !zone.empty()) project.zone = zone;
  const Result<TimeZone> zone = TimeZone::find(project.zone);
  if (!zone)
    return fail(Code::bad_input, "names an unknown time zone \"" + for_terminal(project.zone) + "\"", path);
  for (const std::string& name : texts_of(document, "files")) {
    VIDIK_TRY(std::string file, resolve_inside(fs::path(path).parent_path(), name, path));
    project.files.push_back(std::move(file));
  }
  for (const std::string& name : texts_of(document, "base")) {
    VIDIK_TRY(std::string file, resolve_inside(fs::path(path).parent_path(), name, path));
    project.bases.push_back(std::move(file));
  }
  for (const std::string& name : texts_of(document, "hide")) {
    if (const auto part = part_named(name))
      project.hidden.set(*part, true);
    else
      project.notes.push_back("\"hide\" names an unknown part of the map, \"" + for_terminal(name) +
                              "\"; there are " + part_ids());
  }
  if (const auto time = document.find("time"); time != document.end() && time->is_object()) {
    if (const auto read = read_time(*time, *zone, project); !read) {
      return fail(read.error().code, read.error().text, path);
    }
  }
  if (const auto view = document.find("view"); view != document.end() && view->is_object()) {
    read_view(*view, project);
  }
  if (const auto params = document.find("params"); params != document.end() && params->is_object())
    project.params = params_of_json(*params, project.notes);
  if (const auto states = document.find("state"); states != document.end() && states->is_object())
    project.saved = saved_of_json(*states, project.notes);
  if (const std::string word = text_of(document, "theme"); !word.empty()) {
    if (word == "light" || word == "dark") {
      project.theme = word == "light" ? ThemeName::light : ThemeName::dark;
    } else {
      project.notes.push_back("the theme is \"dark\" or \"light\", not \"" + for_terminal(word) + "\"");
    }
  }
  project.borders = text_of(document, "borders");
  if (const std::string id = text_of(document, "projection"); !id.empty()) {
    project.projection = projection_named(id);
    if (!project.projection) project.notes.push_back("\"projection\" is web-mercator or equal-area");
  }
  if (const std::string id = text_of(document, "density"); !id.empty()) {
    project.density = density_named(id);
    if (!project.density) project.notes.push_back("\"density\" is auto, hexagons or heat");
  }
  if (const auto inset = document.find("inset"); inset != document.end() && inset->is_boolean())
    project.inset = inset->get<bool>();
  if (const auto list = document.find("bookmarks"); list != document.end() && list->is_array()) {
    project.bookmarks = bookmarks_of(*list, project.notes);
    for (Bookmark& one : project.bookmarks) one.from_project = true;
  }
  if (const auto style = document.find("timeline"); style != document.end())
    project.timeline = timeline_style_of(*style, *zone, project.notes);
  if (const std::string words = text_of(document, "redaction"); !words.empty()) {
    // Left out with a note it would publish what was to be kept back.
    const auto redaction = parse_redaction(words, *zone);
    if (!redaction)
      return fail(Code::bad_input, "has a \"redaction\" that cannot be: " + redaction.error().message(),
                  path);
    project.redaction = *redaction;
  }
  read_names(document, project);
  static constexpr std::string_view kKnown[] = {
      "vidik", "title",      "overlays",   "files",   "zone",     "time",     "view",  "filter",
      "theme", "params",     "state",      "borders", "base",     "hide",     "inset", "bookmarks",
      "lang",  "pair_order", "projection", "density", "timeline", "redaction"};
  for (const auto& [key, value] : document.items()) {
    if (std::find(std::begin(kKnown), std::end(kKnown), key) == std::end(kKnown)) {
      project.notes.push_back("\"" + for_terminal(key) + "\" is not understood by this version");
    }
  }
  return project;
}

Result<std::string> shipped_project_path() {
  const fs::path path = fs::path(share_dir()) / "examples/western_balkans/western_balkans.vidik";
  if (!fs::exists(path)) {
    return fail(Code::not_found, "the shipped project is missing; reinstall Vidik", path.string());
  }
  return path.string();
}

}  // namespace vidik
