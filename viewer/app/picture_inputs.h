#pragma once
// Where the files of a picture are now, and whether they are still what they were.
//
// Errors: none; what is missing or another is said in each finding. Cost: each file once (input_hashes.h).

#include "app/input_hashes.h"
#include "app/picture_state.h"

#include <string>
#include <vector>

namespace vidik {

enum class CarriedKind : std::uint8_t { file, base, project, overlay, map };
std::string_view word_of(CarriedKind kind);

struct InputFinding {
  CarriedKind kind{};
  std::string name, path;  // path empty: not there
  std::string trouble;     // one sentence; empty: it is what it was
};

// Its data files, base files and project, in this order: each looked for by name in `folders`, the first with the right
// hash before the first of that name. The shipped project is found where it is installed.
std::vector<InputFinding> find_inputs(const PictureState& state, const std::vector<std::string>& folders,
                                      InputHashes& hashes);

// Its overlays as they are now, and the map data.
std::vector<InputFinding> compare_overlays(const PictureState& then, const std::vector<PictureOverlay>& now);
InputFinding compare_map(const PictureState& then, const std::string& sha256_now);

}  // namespace vidik
