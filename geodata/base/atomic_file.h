#pragma once
// Writes a file so that a reader sees the old one or the whole new one, never a part.
//
// Errors: unavailable with the system's reason; the old file is then untouched and no temporary is left.
// Rights: those of the file it replaces; a new one has what the umask leaves.
// How: temporary name in the same folder, fsync, rename, fsync of the folder.

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>

namespace vidik {

Result<> write_file_atomically(const std::string& path, std::string_view bytes);
// The parts one after the other, without putting them together in memory first.
Result<> write_file_atomically(const std::string& path, std::span<const std::string_view> parts);
// The whole file; one longer than `most` bytes is refused.
Result<std::string> read_file(const std::string& path, std::size_t most);

}  // namespace vidik
