#pragma once
// The file in the cache that holds a layer read before: where it is, and what it must have been made from.
//
// Errors: none; a source that cannot be looked at has no key, and nothing is cached.

#include "ingest/source.h"

#include <string>

namespace vidik {

struct CachePlace {
  std::string file;  // empty = do not cache
  std::string key;   // the source's size, time and number, and everything that was asked for
};

CachePlace cache_place(const ReadRequest& request, const std::string& cache_dir);

}  // namespace vidik
