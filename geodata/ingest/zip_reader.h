#pragma once
// Archives, opened by us and within bounds: at most 200 times their size after the first MiB, 2 GiB in all,
// no archive in an archive.
//
// Errors: what breaks a bound is Code::refused and says which. Nothing is written anywhere; names of members
// are only names.

#include "base/result.h"

#include <cstdint>
#include <string>

namespace vidik {

enum class ZipKind : std::uint8_t { kmz, xlsx, ods };

Result<ZipKind> zip_kind(const std::string& path);
Result<std::string> kml_of_kmz(const std::string& path);  // the first .kml at the root, else the first at all
Result<> check_members(const std::string& path);          // unpacks every member to nowhere

}  // namespace vidik
