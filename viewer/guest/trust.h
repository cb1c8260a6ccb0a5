#pragma once
// Which files may be believed: who owns the folder, does a name stay inside it, and what exactly was opened.
//
// Threads: pure but for the file system. Errors: one sentence with the path last.

#include "base/result.h"
#include "guest/process.h"

#include <string>
#include <string_view>

namespace vidik {

// Why a folder cannot be trusted, or nothing: it and every parent must belong to root or the user and be writable by
// nobody else (a sticky parent such as /tmp is fine when the next folder belongs to root or the user).
Result<Done> check_folder(const std::string& folder);

// The real path of a regular file below `folder`, refused when a link leads out of it.
Result<std::string> resolved_inside(const std::string& folder, std::string_view name);

// A whole file of at most `most` bytes, checked on the open descriptor (regular, no FIFO, not grown meanwhile).
Result<std::string> read_inside(const std::string& folder, std::string_view name, std::size_t most);

// A file's bytes in sealed memory that nobody can change any more, and their hash: what is checked is what is loaded.
struct SealedCopy {
  Descriptor memory;
  std::string sha256;
};
Result<SealedCopy> sealed_copy(const std::string& folder, std::string_view name);

}  // namespace vidik
