#pragma once
// What the user said about overlays: which may start, as they were on that day, and which may not.
//
// Ownership: plain values. Threads: pure but for the file. Errors: one sentence with the path last; a damaged file allows
// nothing and is never written over: allow and deny move it aside first.
// The file: $XDG_CONFIG_HOME/vidik/plugins.json, for people to read.

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct Trusted {
  std::string id;
  bool allowed = true;  // false: denied
  std::string sha256;   // of plugin.json, which names the binary's in turn; empty when denied
  std::string date;     // YYYY-MM-DD, when it was said
  bool operator==(const Trusted&) const = default;
};

struct TrustStore {
  std::vector<Trusted> said;  // one an id, in order of id

  const Trusted* find(std::string_view id) const;
  void say(Trusted one);  // in place of what was said of this id
  void forget(std::string_view id);
};

Result<TrustStore> parse_trust(std::string_view json);
std::string trust_json(const TrustStore& store);

// $XDG_CONFIG_HOME/vidik/plugins.json; empty without a home folder.
std::string trust_file();
// A file that is not there says nothing about any overlay.
Result<TrustStore> read_trust(const std::string& path);
// Makes the folder when it is missing.
Result<> write_trust(const std::string& path, const TrustStore& store);
// Renames a damaged file to a name that is free and returns that name.
Result<std::string> set_trust_aside(const std::string& path);

// Today in UTC, for the date in the store.
std::string today_text();

}  // namespace vidik
