#pragma once
// What a picture says of how it was made: the JSON document that every exported picture carries, and that opens it again.
//
// No folder and no person is in it: files stand by name, size and SHA-256. Errors: a document that is none, of a newer
// program, too long or not to be believed is refused with the reason. Threads: plain data, pure functions. Same state, same
// bytes; at most 16 MiB: what would be longer keeps numbers and digest of the events and says so.

#include "base/result.h"
#include "frame/overlay_params.h"
#include "frame/view_state.h"
#include "guest/roster.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vidik {

inline constexpr int kPictureSchema = 1;
inline constexpr std::size_t kMostStateBytes = 16u << 20;
inline constexpr std::size_t kMostListedEvents = 20'000;  // more are counted, with a digest

// A file that events or the base map were read from.
struct PictureFile {
  std::string name;  // below the project's folder; else without any folder
  std::uint64_t bytes = 0;
  std::string sha256;  // empty: it could not be read again
  std::map<std::string, std::string> answers;
  bool operator==(const PictureFile&) const = default;
};

struct PictureOverlay {
  std::string id, name, version;  // name: the short one
  std::string sha256;             // of its folder; empty: it was not there
  bool operator==(const PictureOverlay&) const = default;
};

struct PictureSource {
  std::string name, url, archive, date;
  std::uint64_t events = 0;
  auto operator<=>(const PictureSource&) const = default;
};

// The visible events.
struct PictureEvents {
  std::uint64_t count = 0, count_surely = 0;
  std::map<std::string, std::uint64_t> by_category;
  // SHA-256 of "LAYER ID CATEGORY BEGIN END LON LAT" lines, as they stood in the picture, in order of begin, layer and id.
  std::string digest;
  bool listed = true;  // false: too many; the two below are empty
  // By layer, by id: places in `sources`.
  std::map<std::string, std::map<std::string, std::vector<std::uint32_t>>> ids;
  std::vector<PictureSource> sources;
  bool operator==(const PictureEvents&) const = default;
};

struct PictureState {
  std::string program, tzdata;
  std::string title;                         // of the project, or of what was opened
  std::string project_name, project_sha256;  // empty: none
  std::vector<PictureFile> files, bases;
  std::vector<PictureOverlay> overlays;  // wanted ones, in drawing order
  std::string map_sha256;
  std::map<std::string, std::string> answers, roles;  // for all files
  std::map<std::string, OverlayBlob> saved;           // what overlays were given back
  ViewState view;
  std::vector<std::string> layers;  // that view.layer_on speaks of; read back: those that are off
  double dpi = 0;
  PictureEvents events;
  std::string left_out;  // by redaction: one sentence; empty: nothing
};

std::string state_text(const PictureState& state);
Result<PictureState> parse_state(const std::string& text, const std::string& where);

}  // namespace vidik
