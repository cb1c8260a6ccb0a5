#pragma once
// A layer kept in one binary file in the cache, mapped when it is opened again.
//
// Errors: a file that is not ours, of another version, cut short or inconsistent is refused (Code::bad_input) and the
// caller reads the source again. Writing is atomic: temporary name in the same folder, fsync, rename.
// Cost: open is O(side columns + one check pass over offsets); columns are mapped, not copied.

#include "base/result.h"
#include "store/layer.h"

#include <string>
#include <vector>

namespace vidik {

class LayerFile {
 public:
  // `key` says what the layer was made from (source size, time, options, format version); a file with another
  // key is Code::not_found.
  static Result<LayerRef> open(const std::string& path, std::string_view key);
  static Result<> write(const std::string& path, std::string_view key, const Layer& layer);
  // Extra bytes a caller keeps with the layer (the import report); empty when none.
  static Result<std::string> note(const std::string& path, std::string_view key);
  static Result<> write(const std::string& path, std::string_view key, const Layer& layer,
                        std::string_view note);
};

}  // namespace vidik
