#pragma once
// Caps for input from outside that more than one module holds to, with the reason for their size. A cap of one format
// or wire stands beside its code.

#include <cstddef>
#include <cstdint>

namespace vidik::limits {

// Rows are 32-bit numbers, and the last one stands for "none".
inline constexpr std::uint64_t kRowsOfLayer = UINT32_MAX - 1;
// Categories are 16-bit numbers; a legend with more is a mistaken column anyway.
inline constexpr std::size_t kCategoriesOfLayer = 4096;
// One text of one event: the longest field of a report is far shorter, and a card could not show more.
inline constexpr std::size_t kTextBytes = std::size_t{1} << 20;
// Columns kept as text beside the known ones; spreadsheets end at 16,384.
inline constexpr std::size_t kExtraColumns = 16'384;
// Names of layers, categories, columns.
inline constexpr std::size_t kNameBytes = 4096;
// A filter expression deeper than this is an attack on the stack, not a question.
inline constexpr int kFilterDepth = 64;
inline constexpr std::size_t kFilterBytes = 64 * 1024;

}  // namespace vidik::limits
