#pragma once
// Numbers to text and back, the same in every locale.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vidik {

std::optional<double> parse_double(
    std::string_view text);  // the whole text, finite only, '.' as decimal point
std::optional<std::int64_t> parse_int(std::string_view text);
std::string shortest(double value);             // shortest text that reads back the same
std::string fixed(double value, int decimals);  // rounds half away from zero; never "-0"

}  // namespace vidik
