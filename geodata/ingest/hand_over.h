#pragma once
// Hands a request on to the reading program that has GDAL in it, before anything else was done about it.
//
// Why two programs: GDAL and the hundred libraries it brings take longer to load than most delimited files to read,
// and a start of Vidik reads four of those. `vidik-ingest` reads delimited text by itself and becomes
// `vidik-ingest-gdal` (the same process, the same wires) for everything else.
// Errors: where handing over fails, the caller goes on and says that the format is not read.

#include "ingest/source.h"

#include <span>

namespace vidik {

inline constexpr int kHandedRequest = 4;  // where the other program finds the request

// In vidik-ingest: does not return when the file is for GDAL. In vidik-ingest-gdal: does nothing.
void hand_over_to_gdal(const ReadRequest& request, std::span<const char> head, std::span<const char> body);

}  // namespace vidik
