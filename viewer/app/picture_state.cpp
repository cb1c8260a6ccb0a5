#include "app/picture_state.h"

#include "app/json_text.h"
#include "app/params_json.h"
#include "app/view_json.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vidik {

namespace {

using nlohmann::json;

json files_json(const std::vector<PictureFile>& files) {
  json out = json::array();
  for (const auto& [name, bytes, sha256, answers] : files) {
    json one{{"name", name}, {"bytes", bytes}, {"sha256", sha256}};
    if (!answers.empty()) one["answers"] = answers;
    out.push_back(std::move(one));
  }
  return out;
}

json events_json(const PictureEvents& events) {
  json out{{"count", events.count},
           {"count_surely", events.count_surely},
           {"by_category", events.by_category},
           {"sha256", events.digest},
           {"listed", events.listed}};
  if (!events.listed) {
    out["note"] = "more events are visible than a picture names; their number and a digest of them are kept";
    return out;
  }
  out["ids"] = events.ids;
  out["sources"] = json::array();
  for (const auto& [name, url, archive, date, count] : events.sources) {
    json one{{"name", name}, {"events", count}};
    if (!url.empty()) one["url"] = url;
    if (!archive.empty()) one["archive"] = archive;
    if (!date.empty()) one["date"] = date;
    out["sources"].push_back(std::move(one));
  }
  return out;
}

json document_of(const PictureState& state, const PictureEvents& events) {
  json overlays = json::array();
  for (const auto& [id, name, version, sha256] : state.overlays)
    overlays.push_back({{"id", id}, {"name", name}, {"version", version}, {"sha256", sha256}});
  json out{{"vidik_picture", kPictureSchema},
           {"program", state.program},
           {"tzdata", state.tzdata},
           {"title", state.title},
           {"project", nullptr},
           {"files", files_json(state.files)},
           {"bases", files_json(state.bases)},
           {"overlays", overlays},
           {"map_sha256", state.map_sha256},
           {"answers", state.answers},
           {"roles", state.roles},
           {"state", saved_json(state.saved)},
           {"view", view_json(state.view, state.layers)},
           {"dpi", state.dpi},
           {"events", events_json(events)}};
  if (!state.project_name.empty())
    out["project"] = {{"name", state.project_name}, {"sha256", state.project_sha256}};
  if (!state.left_out.empty()) out["redacted"] = state.left_out;
  return out;
}

std::string dumped(const json& document) {
  return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

// A name that stays below the folder it is looked for in.
bool is_inside_name(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find_first_of(std::string("\\\0", 2)) != std::string::npos)
    return false;
  const auto parts = split(name, '/');
  return std::none_of(parts.begin(), parts.end(),
                      [](std::string_view part) { return part.empty() || part == "." || part == ".."; });
}

bool is_hash(const std::string& text) {
  const auto digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.empty() || (text.size() == 64 && std::all_of(text.begin(), text.end(), digit));
}

std::map<std::string, std::string> texts_of(const json& object, const char* key) {
  std::map<std::string, std::string> out;
  const auto at = object.find(key);
  if (at == object.end() || !at->is_object()) return out;
  for (const auto& [name, value] : at->items())
    if (value.is_string()) out[name] = value.get<std::string>();
  return out;
}

const json* list_of(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_array() ? &*at : nullptr;
}

std::uint64_t count_of(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_number_unsigned() ? at->get<std::uint64_t>() : 0;
}

Result<std::vector<PictureFile>> files_of(const json& document, const char* key) {
  std::vector<PictureFile> out;
  if (const json* list = list_of(document, key)) {
    for (const json& one : *list) {
      if (!one.is_object() || !is_inside_name(text_of(one, "name")) || !is_hash(text_of(one, "sha256")))
        return fail(Code::bad_input, "names a file that cannot be");
      out.push_back(
          {text_of(one, "name"), count_of(one, "bytes"), text_of(one, "sha256"), texts_of(one, "answers")});
    }
  }
  return out;
}

Result<PictureEvents> events_of(const json& document) {
  PictureEvents out;
  const auto at = document.find("events");
  if (at == document.end() || !at->is_object()) return fail(Code::bad_input, "says nothing of its events");
  const json& events = *at;
  out.count = count_of(events, "count");
  out.count_surely = count_of(events, "count_surely");
  out.digest = text_of(events, "sha256");
  if (const auto listed = events.find("listed"); listed != events.end() && listed->is_boolean())
    out.listed = listed->get<bool>();
  if (const auto counts = events.find("by_category"); counts != events.end() && counts->is_object())
    for (const auto& [id, count] : counts->items())
      if (count.is_number_unsigned()) out.by_category[id] = count.get<std::uint64_t>();
  if (const json* sources = list_of(events, "sources"))
    for (const json& one : *sources)
      if (one.is_object())
        out.sources.push_back({text_of(one, "name"), text_of(one, "url"), text_of(one, "archive"),
                               text_of(one, "date"), count_of(one, "events")});
  if (const auto ids = events.find("ids"); ids != events.end() && ids->is_object()) {
    for (const auto& [layer, of_layer] : ids->items()) {
      if (!of_layer.is_object()) return fail(Code::bad_input, "has a list of events that is none");
      for (const auto& [id, places] : of_layer.items()) {
        std::vector<std::uint32_t>& to = out.ids[layer][id];
        if (!places.is_array()) continue;
        for (const json& place : places)
          if (place.is_number_unsigned() && place.get<std::uint64_t>() < out.sources.size())
            to.push_back(place.get<std::uint32_t>());
      }
    }
  }
  return out;
}

Result<PictureState> state_of(const json& document) {
  if (!document.is_object() || !document.contains("vidik_picture"))
    return fail(Code::bad_input, "carries a text that is no state of Vidik");
  const std::uint64_t schema = count_of(document, "vidik_picture");
  if (schema < 1) return fail(Code::bad_input, "has no whole number as the version of its state");
  if (schema > kPictureSchema)
    return fail(Code::refused, "was made by a newer Vidik (picture version " + std::to_string(schema) +
                                   ", this program reads " + std::to_string(kPictureSchema) + ")");
  PictureState out;
  out.program = text_of(document, "program");
  out.tzdata = text_of(document, "tzdata");
  out.title = text_of(document, "title");
  out.map_sha256 = text_of(document, "map_sha256");
  out.left_out = text_of(document, "redacted");
  if (const auto project = document.find("project"); project != document.end() && project->is_object()) {
    out.project_name = text_of(*project, "name");
    out.project_sha256 = text_of(*project, "sha256");
    if (!is_inside_name(out.project_name) || !is_hash(out.project_sha256))
      return fail(Code::bad_input, "names a project that cannot be");
  }
  VIDIK_TRY(out.files, files_of(document, "files"));
  VIDIK_TRY(out.bases, files_of(document, "bases"));
  if (const json* overlays = list_of(document, "overlays"))
    for (const json& one : *overlays)
      if (one.is_object())
        out.overlays.push_back(
            {text_of(one, "id"), text_of(one, "name"), text_of(one, "version"), text_of(one, "sha256")});
  out.answers = texts_of(document, "answers");
  out.roles = texts_of(document, "roles");
  std::vector<std::string> notes;
  if (const auto saved = document.find("state"); saved != document.end() && saved->is_object())
    out.saved = saved_of_json(*saved, notes);
  if (!notes.empty()) return fail(Code::bad_input, "has settings of overlays that cannot be read");
  const auto view = document.find("view");
  if (view == document.end()) return fail(Code::bad_input, "has no view in its state");
  VIDIK_TRY(NamedView named, view_of_json(*view));
  out.view = std::move(named.view);
  out.layers = std::move(named.layers_off);
  if (const auto dpi = document.find("dpi"); dpi != document.end() && dpi->is_number())
    out.dpi = std::clamp(dpi->get<double>(), 0.0, 100'000.0);
  VIDIK_TRY(out.events, events_of(document));
  const auto own_name = [](const OwnBaseView& own) { return is_inside_name(own.path); };
  if (!std::all_of(out.view.bases.begin(), out.view.bases.end(), own_name))
    return fail(Code::bad_input, "names a base file that cannot be");
  return out;
}

}  // namespace

std::string state_text(const PictureState& state) {
  std::string text = dumped(document_of(state, state.events));
  if (text.size() <= kMostStateBytes) return text;
  PictureEvents counted = state.events;
  counted.listed = false;
  return dumped(document_of(state, counted));
}

Result<PictureState> parse_state(const std::string& text, const std::string& where) {
  if (text.size() > kMostStateBytes) return fail(Code::refused, "carries a state of more than 16 MiB", where);
  VIDIK_TRY(const json document, parse_json(text, where));
  Result<PictureState> state = state_of(document);
  if (!state) return fail(state.error().code, state.error().text, where);
  return state;
}

}  // namespace vidik
