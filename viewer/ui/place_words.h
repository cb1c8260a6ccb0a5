#pragma once
// A place as people write it: in decimal degrees and in degrees, minutes and seconds.
//
// Units: degrees. No finer than what a pixel of the map can tell: `px_deg` = degrees of a pixel.

#include "ui/camera_moves.h"

#include <string>

namespace vidik {

std::string decimal_words(MapPlace place, double px_deg);  // "42.8902, 20.8701": latitude first
std::string dms_words(MapPlace place, double px_deg);      // "42°53′25″ N  20°52′12″ E"

}  // namespace vidik
