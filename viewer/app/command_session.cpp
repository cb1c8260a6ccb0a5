#include "app/command_session.h"

#include "app/commands.h"
#include "app/params_json.h"
#include "app/picture_read.h"
#include "app/view_options.h"
#include "base/number.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace vidik {

namespace {

// Reading is watched by its own watchdogs; this only bounds a command whose overlays never answer.
constexpr std::int64_t kLongestWaitMs = 20 * 60 * 1000;

bool is_project(const std::string& path) { return path.size() > 6 && path.ends_with(".vidik"); }

std::vector<std::string> layer_names(const Snapshot& snapshot) {
  std::vector<std::string> names;
  for (const LayerRef& layer : snapshot.layers) names.push_back(layer->name);
  return names;
}

// A misspelt key passes nothing: an empty answer without a word would be taken for the truth.
std::vector<std::string> unknown_keys_of(const std::string& text, const Session& session) {
  for (const FileState& file : session.files()) {
    // That is the news then, and the column may be one of that file.
    const auto asks = [](const LayerReport& layer) { return !layer.questions.empty(); };
    const auto& layers = file.report.layers;
    if (!file.failure.empty() || std::any_of(layers.begin(), layers.end(), asks)) return {};
  }
  const SnapshotRef snapshot = session.snapshot();
  const auto filter = Filter::parse(text, session.zone());
  const bool known = filter && snapshot && !snapshot->layers.empty();
  return known ? filter->unknown_keys(*snapshot) : std::vector<std::string>();
}

}  // namespace

SessionOptions session_options(const Options& options, WithMap map) {
  SessionOptions out;
  for (const std::string& input : options.inputs) {
    const bool picture = options.command == Command::verify || is_picture_name(input);
    if (picture && out.picture.empty())
      out.picture = input;
    else if (is_project(input) && out.project.empty())
      out.project = input;
    else
      out.files.push_back(input);
  }
  out.data_folders = options.data_folders;
  out.redact = options.redact;
  out.zone = options.zone;
  out.plugin_folders = options.plugin_folders;
  out.allow_plugins = options.allow_plugins;
  out.safe = options.safe;
  out.reload = options.reload;
  out.watchdog = options.watchdog;
  out.with_map = map == WithMap::yes;
  out.answers = options.answers;
  out.roles = options.roles;
  return out;
}

// "--param route.speed=60", read as projects are.
Result<> apply_params(Session& session, const Options& options) {
  nlohmann::json all = nlohmann::json::object();
  for (const auto& [key, value] : options.params) {
    const std::size_t dot = key.find('.');
    const std::string overlay = key.substr(0, dot), id = dot == std::string::npos ? "" : key.substr(dot + 1);
    bool known = false;
    if (Roster* roster = session.roster())
      for (const OverlayEntry& entry : roster->entries())
        known = known || (entry.short_name == overlay &&
                          std::any_of(entry.params.begin(), entry.params.end(),
                                      [&](const OverlayParam& one) { return one.id == id; }));
    if (!known)
      return fail(Code::bad_usage,
                  "--param: \"" + for_terminal(key) + "\" is no OVERLAY.PARAMETER of an overlay that runs");
    const std::optional<double> number = parse_double(value);
    if (value == "true" || value == "false")
      all[overlay][id] = value == "true";
    else if (number)
      all[overlay][id] = *number;
    else
      all[overlay][id] = value;
  }
  std::vector<std::string> notes;
  for (const auto& [overlay, values] : params_of_json(all, notes))
    for (const auto& [id, value] : values) session.view().params[overlay][id] = value;
  return Done{};
}

Result<> apply_selection(Session& session, const Options& options) {
  if (options.select.empty()) return Done{};
  if (options.select == "none") {
    session.view().selected = {};
    return Done{};
  }
  const std::size_t slash = options.select.find('/');
  if (slash == std::string::npos)
    return fail(Code::bad_usage, "--select wants LAYER/ID, not \"" + for_terminal(options.select) + "\"");
  const EventKey key{options.select.substr(0, slash), options.select.substr(slash + 1)};
  if (!session.find(key))
    return fail(Code::bad_usage, "--select: there is no event \"" + for_terminal(options.select) + "\"");
  session.view().selected = key;
  return Done{};
}

Result<> apply_words(Session& session, const Options& options) {
  ViewState& view = session.view();
  if (const auto clock = apply_clock_options(view, options, session.zone()); !clock) return clock;
  if (const auto picture = apply_picture_options(view, options); !picture) return picture;
  if (const auto layers = apply_layer_options(view, options, layer_names(*session.snapshot())); !layers)
    return layers;
  if (options.filter) {
    if (const auto filter = session.set_filter(*options.filter); !filter) {
      return fail(Code::bad_usage, "--filter: " + filter.error().message());
    }
    if (const auto unknown = unknown_keys_of(*options.filter, session); !unknown.empty()) {
      return fail(Code::bad_usage,
                  "--filter: there is no column or field \"" + for_terminal(unknown.front()) + "\"");
    }
  }
  if (const auto params = apply_params(session, options); !params) return params;
  return apply_selection(session, options);
}

Result<std::unique_ptr<Session>> open_session(const Options& options, WithMap map) {
  VIDIK_TRY(std::unique_ptr<Session> session, Session::open(session_options(options, map)));
  if (const auto ready = make_ready(*session, options); !ready) return ready.error();
  return session;
}

Result<> make_ready(Session& session, const Options& options) {
  session.wait_until_ready(kLongestWaitMs);
  VIDIK_TRY([[maybe_unused]] const Done said, apply_words(session, options));
  session.wait_until_ready(kLongestWaitMs);  // the words may name more to read, or a filter
  if (const auto unknown = session.unknown_to_redaction(); !unknown.empty())
    return fail(Code::bad_usage,
                "--redact: there is no field or column \"" + for_terminal(unknown.front()) + "\" to drop");
  session.picture_inputs();  // says which are not what they were
  return Done{};
}

int report_failures(const Session& session) {
  int code = kExitDone;
  for (const FileState& file : session.files()) {
    if (file.failure.empty()) continue;
    say(file.failure);
    code = kExitFailed;
  }
  for (const BaseFile& file : session.base_files()) {
    if (file.trouble.empty()) continue;
    say(file.path + ": " + file.trouble);
    code = kExitFailed;
  }
  return code;
}

int note_problems(Session& session, const Options& options) {
  bool any = false;
  for (const std::string& sentence : session.problems()) {
    say(sentence);
    any = true;
  }
  for (const std::string& note : session.redaction_notes()) say(note);
  return any && options.strict ? kExitProblems : kExitDone;
}

}  // namespace vidik
