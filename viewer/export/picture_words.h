#pragma once
// What a picture says of itself besides its pixels; every format writes it in its own place.
//
// Units: UTF-8; dpi in pixels per inch, 0 = not said. Ownership: plain data. Nothing in it may name a folder or a person.

#include <string>

namespace vidik {

struct PictureWords {
  std::string title;        // one line
  std::string description;  // alternative text: what is to be seen, for readers who cannot see it
  std::string software;     // program and version
  std::string state;        // JSON of app/picture_state.h; empty: none
  double dpi = 0;
};

}  // namespace vidik
