#pragma once
// The bytes of a file as memory, read when they are touched.
//
// Ownership: the bytes live as long as the last copy of the pointer. Threads: read only, any thread.
// Errors: not_found, unavailable. The file must only ever be replaced by rename (atomic_file.h): one that is cut short
// while it is mapped kills the reader.

#include "base/result.h"

#include <memory>
#include <string>
#include <string_view>

namespace vidik {

struct MappedFile {
  std::string_view bytes;
  std::shared_ptr<const void> keep;
};

Result<MappedFile> map_file(const std::string& path);

}  // namespace vidik
