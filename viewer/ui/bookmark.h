#pragma once
// A view of the map that somebody wants to come back to.

#include "frame/view_state.h"

#include <string>

namespace vidik {

struct Bookmark {
  std::string name;
  Camera camera;
  bool from_project = false;  // stays as the project says
  bool operator==(const Bookmark&) const = default;
};

}  // namespace vidik
