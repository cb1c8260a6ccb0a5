#include "frame/geometry.h"

namespace vidik {

int lod_for_zoom(double zoom) { return zoom < 3 ? 0 : zoom >= 9 ? kMapLods - 1 : static_cast<int>(zoom) - 2; }

}  // namespace vidik
