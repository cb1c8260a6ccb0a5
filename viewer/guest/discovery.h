#pragma once
// Which overlays lie where they may lie, what their manifests say, and whether they may run; no code of theirs runs here.
//
// Ownership: plain values and sealed copies. Errors: an overlay that may not run is found all the same, with the reason.
// Cost: reads each manifest and each binary once (hash).

#include "guest/manifest.h"
#include "guest/roster.h"
#include "guest/trust.h"

#include <string>
#include <vector>

namespace vidik {

struct FoundOverlay {
  Manifest manifest;
  OverlayEntry entry;    // state off: it may run; refused and shadowed say why not
  Descriptor binary;     // of an overlay with code
  std::string sha256;    // of plugin.json; empty: it could not be read
  bool allowed = false;  // by the folder it lies in, or by the user
  bool denied = false;   // by the user
  bool named = false;    // lies in a folder given with --plugins
};

// In order of the search: folders given, the user's, the shipped ones (PLUGINS §5.5).
std::vector<FoundOverlay> find_overlays(const RosterOptions& options);

// Where the user's own overlays lie; empty without a home folder.
std::string user_plugins_folder();

// The one overlay in this folder, which need not be one of the search; allowed for the caller to decide.
FoundOverlay look_at_folder(const std::string& folder);

// SHA-256 of the plugin.json of each overlay built with this program; each names its binary's hash in turn.
std::vector<std::string> shipped_manifest_hashes();

// Whether dotted version `a` is newer than `b`: numbers by value, the rest as text.
bool is_newer_version(std::string_view a, std::string_view b);

}  // namespace vidik
