#include "frame/geometry.h"

namespace vidik {

int lod_for_zoom(double zoom) { return zoom < 6.5 ? 0 : zoom < 8.5 ? 1 : 2; }

}  // namespace vidik
