#pragma once
// Names in the dynamic symbol table of a shared object, read without loading it.
//
// Source: the ELF-64 object file format (System V ABI, gABI chapters 4 and 5); little-endian only.
// Errors: bytes that make no sense; every offset is checked against the size. Cost: O(symbols).

#include "base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

struct DynamicSymbols {
  std::vector<std::string> exported,
      imported;  // functions and variables; imported ones without their version
};

Result<DynamicSymbols> read_dynamic_symbols(std::string_view file);

}  // namespace vidik
