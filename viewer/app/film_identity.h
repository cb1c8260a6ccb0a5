#pragma once
// By what a half-made film is known again: everything that its frames are made from, as one number.
//
// In it: program and renderer, all events, the user's own base files, the overlays, and the draw lists of chosen pictures,
// which hold every choice of view and style. Not in it: how fast it plays, which may change before a film goes on.
// Threads: the session's. Errors: a base file that cannot be read. Cost: O(bytes of all events), about 200 MB/s.

#include "app/session.h"
#include "base/sha256.h"
#include "scene/scene.h"

#include <string>
#include <string_view>

namespace vidik {

class FilmIdentity {
 public:
  FilmIdentity(Session& session, std::string_view renderer);
  void add(std::string_view words);
  void add(const Picture& picture);
  Result<std::string> text();  // once

 private:
  Session* session_;
  Sha256 sum_;
};

}  // namespace vidik
