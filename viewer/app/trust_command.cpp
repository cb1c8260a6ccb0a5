// `vidik plugin allow` and `vidik plugin deny`: what the user says about overlays is kept with its date and hash.

#include "app/commands.h"
#include "base/text.h"
#include "guest/discovery.h"
#include "guest/trust_store.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>

namespace vidik {
namespace {

// A damaged list is set aside with a word about it; what is said now begins a new one.
Result<TrustStore> store_to_change(const std::string& path) {
  Result<TrustStore> store = read_trust(path);
  if (store.ok()) return store;
  VIDIK_TRY(const std::string aside, set_trust_aside(path));
  say(store.error().text + "; it is kept, and a new list begins: " + aside);
  return TrustStore{};
}

// The one that would run of those with this id or name, else the first of the search.
std::optional<FoundOverlay> found_by_name(const std::string& name) {
  std::vector<FoundOverlay> all = find_overlays({});
  const auto is_it = [&](const FoundOverlay& one) {
    return one.entry.id == name || one.entry.short_name == name;
  };
  // One in the user's own folder that waits for a word comes before one that already runs.
  auto at = std::find_if(all.begin(), all.end(), [&](const FoundOverlay& one) {
    return is_it(one) && !one.allowed && one.entry.state == GuestState::off;
  });
  if (at == all.end()) at = std::find_if(all.begin(), all.end(), is_it);
  if (at == all.end()) return std::nullopt;
  return std::move(*at);
}

bool is_of_the_search(const std::string& folder) {
  std::error_code error;
  const auto all = find_overlays({});
  return std::any_of(all.begin(), all.end(), [&](const FoundOverlay& one) {
    return std::filesystem::equivalent(one.entry.path, folder, error);
  });
}

void tell_what_it_may(const FoundOverlay& found) {
  std::printf("allowed: %s (%s %s)\n", for_terminal(found.entry.name).c_str(),
              for_terminal(found.entry.id).c_str(), for_terminal(found.entry.version).c_str());
  for (const std::string& right : found.entry.asks) {
    const char* words = right == "files"     ? "every file that you may read"
                        : right == "network" ? "the network"
                                             : "the events of the other layers";
    std::printf("  it asks for %s\n", words);
  }
  if (found.manifest.has_code())
    std::printf(
        "  A plugin is a program. A process of its own keeps it from crashing Vidik; it does not make it "
        "safe to "
        "run one you do not trust.\n");
}

}  // namespace

int run_plugin_allow(const Options& options) {
  const std::string& what = options.plugin;
  const bool is_folder = what.find('/') != std::string::npos || std::filesystem::is_directory(what);
  std::optional<FoundOverlay> found;
  if (is_folder)
    found = look_at_folder(std::filesystem::absolute(what).lexically_normal().string());
  else
    found = found_by_name(what);
  if (!found) return complain(fail(Code::not_found, "no overlay of this name was found", what));
  if (found->entry.state == GuestState::refused)
    return complain(fail(Code::refused, "this cannot be allowed: " + found->entry.reason, found->entry.path));
  Result<TrustStore> store = store_to_change(trust_file());
  if (!store.ok()) return complain(store.error());
  store->say({found->entry.id, true, found->sha256, today_text()});
  if (const Result<> kept = write_trust(trust_file(), *store); !kept.ok()) return complain(kept.error());
  tell_what_it_may(*found);
  if (is_folder && !is_of_the_search(found->entry.path))
    std::printf("  It starts once it lies in your plugins folder, or with --plugins: %s\n",
                for_terminal(user_plugins_folder()).c_str());
  return kExitDone;
}

int run_plugin_deny(const Options& options) {
  Result<TrustStore> store = store_to_change(trust_file());
  if (!store.ok()) return complain(store.error());
  const auto found = found_by_name(options.plugin);
  const std::string id = found ? found->entry.id : options.plugin;
  if (!found && store->find(id) == nullptr)
    return complain(fail(Code::not_found, "no overlay of this name was found", id));
  store->say({id, false, {}, today_text()});
  if (const Result<> kept = write_trust(trust_file(), *store); !kept.ok()) return complain(kept.error());
  std::printf("denied: %s\n", for_terminal(id).c_str());
  return kExitDone;
}

}  // namespace vidik
