#pragma once
// A project file (NAME.vidik, CONTRACT §8): one readable JSON document that names overlays, files, clock and view.
//
// Errors: a file over 16 MiB, deeper than 64, not JSON, or of a newer schema is refused with the reason; unknown
// keys are kept out with a note. A path in "files" is relative to the project; one that leaves its folder is refused
// (a project may refer only below its own folder). A project never enables a plugin, it only names overlays.

#include "base/result.h"
#include "base/time_text.h"
#include "frame/view_state.h"
#include "guest/roster.h"
#include "ui/bookmark.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

inline constexpr int kProjectSchema = 1;

struct Project {
  std::string path;  // as opened; empty = none
  std::string title;
  std::vector<std::string> overlays;  // short names, in drawing order
  std::vector<std::string> files;     // resolved
  std::string zone = "Europe/Belgrade";
  std::optional<Span> window;
  std::optional<Time> cursor;
  std::optional<Mode> mode;
  std::optional<Duration> step;
  std::optional<Camera> camera;  // none = fit the six countries
  std::string filter;
  std::optional<ThemeName> theme;
  std::optional<Projection> projection;       // as --projection
  std::optional<Density> density;             // as --density
  Redaction redaction;                        // "redaction": "grid=5km,hide=48h", as --redact
  TimelineStyle timeline;                     // "timeline": { "lanes": "category", …, "ranges": […] }
  bool inset = false;                         // a small map of where the view is
  std::vector<Bookmark> bookmarks;            // views by name
  std::optional<NameChoice> names;            // "lang" and "pair_order", as on the command line
  std::string borders;                        // id of a point of view; empty = the default
  MapPartSet hidden;                          // "hide": ["relief", …]
  std::vector<std::string> bases;             // "base": files of the user's own under the events; resolved
  std::map<std::string, ParamValues> params;  // by overlay, as "params": { "route": { "speed": 60 } }
  std::map<std::string, OverlayBlob>
      saved;                       // as "state": { "route": { "version": 1, "bytes": "…" } }, base64
  std::vector<std::string> notes;  // what was not understood
};

Result<Project> read_project(const std::string& path);
Result<std::string> shipped_project_path();  // share/vidik/examples/western_balkans/western_balkans.vidik

}  // namespace vidik
