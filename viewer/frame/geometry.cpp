#include "frame/geometry.h"

namespace vidik {

int lod_for_zoom(double zoom) { return zoom < 7 ? 0 : zoom < 9 ? 1 : 2; }

}  // namespace vidik
