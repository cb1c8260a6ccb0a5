#pragma once
// The state that a picture file carries: PNG's iTXt "Vidik state", and the element vidik:state in SVG and in PDF's XMP.
//
// Errors: no picture, no state in it, cut short, damaged, longer than 16 MiB: refused with the reason, the path last.
// The bytes may come from anybody: of a PNG only lengths, names and that one text are read, of the others only the element;
// nothing is unpacked, no library looks at them. Cost: O(chunks) for a PNG, O(bytes) else; memory: the state's.

#include "app/picture_state.h"

#include <string>
#include <string_view>

namespace vidik {

bool is_picture_name(std::string_view path);  // .png, .apng, .svg, .pdf in any case

Result<std::string> read_state_text(const std::string& path);
Result<PictureState> read_picture_state(const std::string& path);

}  // namespace vidik
