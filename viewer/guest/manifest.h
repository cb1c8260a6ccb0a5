#pragma once
// What a plugin says about itself before any of its code runs: the plugin.json of a `<name>.vidik` folder.
//
// Ownership: plain values. Threads: pure. Errors: one sentence naming the key; the text is refused as a whole.
// Limits: 64 KiB, depth 16, as for any hostile JSON. Unknown keys are ignored, so that later manifests still open.

#include "base/result.h"
#include "store/category.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

inline constexpr std::size_t kManifestBytes = 64u << 10;
inline constexpr int kManifestDepth = 16;
inline constexpr std::size_t kCommandWords = 16;

// A data file of the plugin's own that it may ask for (vidik.table/1).
struct ManifestTable {
  std::string file;                            // below the plugin's folder, no "..", no link out of it
  std::map<std::string, std::string> roles;    // "begin" -> column; none: rows stay text
  std::map<std::string, std::string> answers;  // as --answer
};

struct Manifest {
  std::string id;     // reverse DNS, [a-z0-9.-]{3,100}
  std::string layer;  // short name in data, JSON and projects; default: the last part of id
  std::string name;   // shown
  std::string version;
  int epoch = 0, level = 0;
  std::string binary;  // file for this platform, or of `command`; empty: an overlay without code
  std::string binary_sha256;
  std::vector<std::string> command;  // speaks the wire itself (docs/plugins/wire.md); empty: a shared object
  std::vector<std::string> services;
  std::vector<std::string> asks;  // rights beyond the usual: "files" reads what the user may read, "network"
  std::string licence, description;
  std::vector<std::string> credits;  // lines that pictures must show
  std::map<std::string, ManifestTable> tables;
  std::vector<Category> categories;  // of an overlay without code; empty: the host's eight

  bool has_code() const { return !binary.empty(); }
};

Result<Manifest> parse_manifest(std::string_view json);

// "linux-x86_64": the key of "entry" for this build.
std::string_view platform_name();

// Whether brackets are nested deeper than a hostile JSON may be, counted before any parser sees them.
bool is_nested_too_deep(std::string_view json);

// Whether a file name stays below the plugin's folder: relative, no "..", no empty part, no control characters.
bool stays_inside(std::string_view path);

Result<CategoryShape> parse_shape(std::string_view word);
// Row of the shipped table whose colour a role names; -1 for "neutral", else not_found.
Result<int> parse_colour_role(std::string_view word);

}  // namespace vidik
