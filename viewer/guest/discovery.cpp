#include "guest/discovery.h"

#include "base/number.h"
#include "base/paths_posix.h"
#include "base/sha256.h"
#include "base/text.h"
#include "guest/trust_store.h"

#include <vidik_plugin.h>

#include <algorithm>
#include <filesystem>

namespace vidik {
namespace {

enum class Place { named, user, shipped };

struct SearchFolder {
  std::string path;
  Place place;
};

std::vector<SearchFolder> search_folders(const RosterOptions& options) {
  std::vector<SearchFolder> out;
  for (const std::string& folder : options.folders) out.push_back({folder, Place::named});
  const std::string user = options.user_folder.empty() ? user_plugins_folder() : options.user_folder;
  if (!user.empty()) out.push_back({user, Place::user});
  out.push_back(
      {options.shipped_folder.empty() ? lib_dir() + "/plugins" : options.shipped_folder, Place::shipped});
  return out;
}

// The `*.vidik` folders directly inside, in order of name. A folder given may be such a folder itself.
std::vector<std::string> overlay_folders(const std::string& folder) {
  std::vector<std::string> out;
  std::error_code error;
  const std::filesystem::path root(folder);
  if (root.extension() == ".vidik" && std::filesystem::is_directory(root, error)) return {folder};
  for (std::filesystem::directory_iterator at(root, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".vidik" && at->is_directory(error)) out.push_back(at->path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

void refuse(FoundOverlay& found, const std::string& reason) {
  found.entry.state = GuestState::refused;
  found.entry.reason = for_terminal(reason);
  found.allowed = false;
}

struct Judge {
  const RosterOptions& options;
  std::vector<std::string> shipped;  // hashes
  TrustStore store;
  std::string trouble;  // why nothing is known of what the user allowed
};

bool is_named(const std::vector<std::string>& names, const OverlayEntry& entry) {
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return name == entry.id || name == entry.short_name; });
}

// Whether it may run, and the reason when not. A folder or an overlay named for this run is beyond question.
void judge(FoundOverlay& found, Place place, const Judge& by) {
  OverlayEntry& entry = found.entry;
  const Trusted* said = by.store.find(entry.id);
  found.allowed = place == Place::named || is_named(by.options.allow_once, entry);
  if (found.allowed) return;
  const std::string fix = "`vidik plugin allow " + entry.id + "`";
  if (said != nullptr && !said->allowed) {
    found.denied = true;
    entry.reason = "you denied it on " + said->date + ": " + fix + " lets it start again";
  } else if (place == Place::shipped) {
    found.allowed = true;
  } else if (!by.trouble.empty()) {
    entry.reason = by.trouble;
  } else if (said == nullptr) {
    entry.reason = "not allowed yet: " + fix;
  } else if (said->sha256 != found.sha256) {
    entry.reason = "changed since you allowed it on " + said->date + ": " + fix + " allows what it is now";
  } else {
    found.allowed = true;
  }
  entry.reason = for_terminal(entry.reason);
}

FoundOverlay look_at(const std::string& folder, Place place, const Judge& by) {
  FoundOverlay out;
  OverlayEntry& entry = out.entry;
  entry.path = folder;
  entry.id = entry.short_name = entry.name = for_terminal(std::filesystem::path(folder).stem().string());
  out.named = place == Place::named;
  if (place != Place::shipped) {
    if (const Result<Done> safe = check_folder(folder); !safe.ok()) {
      refuse(out, "its folder is not safe: " + safe.error().message());
      return out;
    }
  }
  const Result<std::string> text = read_inside(folder, "plugin.json", kManifestBytes);
  if (!text.ok()) {
    refuse(out, "plugin.json: " + text.error().message());
    return out;
  }
  out.sha256 = sha256_hex(*text);
  if (place == Place::shipped &&
      std::find(by.shipped.begin(), by.shipped.end(), out.sha256) == by.shipped.end()) {
    refuse(
        out,
        "it is not one of the overlays that this program was built with; move it to your own plugins folder");
    return out;
  }
  Result<Manifest> manifest = parse_manifest(*text);
  if (!manifest.ok()) {
    refuse(out, manifest.error().message());
    return out;
  }
  out.manifest = std::move(manifest).value();
  const Manifest& m = out.manifest;
  entry.id = m.id;
  entry.short_name = m.layer;
  entry.name = m.name;
  entry.version = m.version;
  entry.queries = std::find(m.asks.begin(), m.asks.end(), "events") != m.asks.end();
  entry.services = m.has_code() ? m.services : std::vector<std::string>{VIDIK_EVENTS_1};
  entry.asks = m.asks;
  if (m.has_code()) {
    Result<SealedCopy> copy = sealed_copy(folder, m.binary);
    if (!copy.ok()) {
      refuse(out, "its binary cannot be read: " + copy.error().message());
      return out;
    }
    if (copy->sha256 != m.binary_sha256) {
      refuse(out, "its binary is not the one that its manifest names (SHA-256 differs); build it again");
      return out;
    }
    out.binary = std::move(copy->memory);
  }
  judge(out, place, by);
  return out;
}

void shadow_twins(std::vector<FoundOverlay>& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    OverlayEntry& entry = all[i].entry;
    if (entry.state == GuestState::refused) continue;
    for (std::size_t k = 0; k < i; ++k) {
      const OverlayEntry& other = all[k].entry;
      if (!all[k].allowed) continue;  // what cannot run hides nothing
      if (other.id != entry.id && other.short_name != entry.short_name) continue;
      entry.state = GuestState::shadowed;
      entry.reason = (other.id == entry.id ? "shadowed by " : "its layer name is taken by ") + other.path;
      all[i].allowed = false;
      break;
    }
  }
}

}  // namespace

bool is_newer_version(std::string_view a, std::string_view b) {
  const auto left = split(a, '.'), right = split(b, '.');
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string_view x = i < left.size() ? left[i] : std::string_view("0");
    const std::string_view y = i < right.size() ? right[i] : std::string_view("0");
    const auto nx = parse_int(x), ny = parse_int(y);
    if (nx && ny) {
      if (*nx != *ny) return *nx > *ny;
    } else if (x != y) {
      return x > y;
    }
  }
  return false;
}

std::string user_plugins_folder() {
  const std::string data = data_dir();
  return data.empty() ? data : data + "/plugins";
}

FoundOverlay look_at_folder(const std::string& folder) {
  const RosterOptions options;
  return look_at(folder, Place::named, Judge{options, {}, {}, {}});
}

std::vector<FoundOverlay> find_overlays(const RosterOptions& options) {
  Judge by{
      options, options.shipped_hashes.empty() ? shipped_manifest_hashes() : options.shipped_hashes, {}, {}};
  if (Result<TrustStore> store = read_trust(options.trust_file.empty() ? trust_file() : options.trust_file);
      store.ok())
    by.store = std::move(store).value();
  else
    by.trouble = store.error().message();
  std::vector<FoundOverlay> all;
  for (const SearchFolder& folder : search_folders(options)) {
    std::vector<FoundOverlay> here;
    for (const std::string& path : overlay_folders(folder.path)) {
      here.push_back(look_at(path, folder.place, by));
    }
    // Of twins in one folder the newer comes first; the names keep their order otherwise.
    std::stable_sort(here.begin(), here.end(), [](const FoundOverlay& a, const FoundOverlay& b) {
      if (a.entry.id != b.entry.id) return a.entry.id < b.entry.id;
      return is_newer_version(a.entry.version, b.entry.version);
    });
    for (FoundOverlay& one : here) all.push_back(std::move(one));
  }
  shadow_twins(all);
  return all;
}

}  // namespace vidik
