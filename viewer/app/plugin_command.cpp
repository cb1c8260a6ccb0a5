// `vidik plugin list`: which overlays are installed, and whether each would start.

#include "app/commands.h"
#include "base/text.h"
#include "guest/roster.h"
#include "guest/trust_store.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace vidik {

namespace {

constexpr std::int64_t kHelloLimitMs = 2500;  // CONTRACT §6: hello within 2 s, and a little to stop

const char* none_if_empty(const std::string& text, const char* none) {
  return text.empty() ? none : text.c_str();
}

}  // namespace

int run_plugin_list(const Options& options) {
  if (const auto store = read_trust(trust_file()); !store.ok()) say(store.error().message());
  RosterOptions wanted;
  wanted.folders = options.plugin_folders;
  wanted.allow_once = options.allow_plugins;
  wanted.all_allowed = !options.safe;
  wanted.with_events = false;
  const std::unique_ptr<Roster> roster = Roster::open(wanted);
  roster->wait_for_events(kHelloLimitMs);

  if (options.json) {
    nlohmann::ordered_json plugins = nlohmann::ordered_json::array();
    for (const OverlayEntry& entry : roster->entries()) {
      nlohmann::ordered_json row{{"id", entry.id},           {"name", entry.name},
                                 {"version", entry.version}, {"state", std::string(word_of(entry.state))},
                                 {"reason", entry.reason},   {"services", entry.services},
                                 {"asks", entry.asks},       {"path", entry.path}};
      if (options.verbose) row["isolation"] = entry.isolation;
      plugins.push_back(row);
    }
    const nlohmann::ordered_json document{{"plugins", plugins}};
    std::printf("%s\n",
                document.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace).c_str());
    return kExitDone;
  }
  for (const OverlayEntry& entry : roster->entries()) {
    std::string services;
    for (const std::string& service : entry.services) services += (services.empty() ? "" : ", ") + service;
    std::printf("%-12s %-8s %-30s %s\n", std::string(word_of(entry.state)).c_str(),
                for_terminal(entry.version).c_str(), for_terminal(entry.name).c_str(),
                for_terminal(entry.id).c_str());
    std::printf("             %s\n",
                none_if_empty(for_terminal(services), "no services: events from its file"));
    for (const std::string& right : entry.asks)
      std::printf("             asks for: %s\n", for_terminal(right).c_str());
    if (!entry.reason.empty()) std::printf("             %s\n", for_terminal(entry.reason).c_str());
    for (const std::string& line : options.verbose ? entry.isolation : std::vector<std::string>{}) {
      std::printf("             in force: %s\n", for_terminal(line).c_str());
    }
    std::printf("             %s\n", for_terminal(entry.path).c_str());
  }
  if (roster->entries().empty()) std::printf("no overlays found\n");
  return kExitDone;
}

}  // namespace vidik
