#pragma once
// Everything about events that is text, one record a row of the source, found by field.
//
// Ownership: views live as long as the pool. Threads: immutable once sealed. Cost: text() is O(fields of the record).
// Errors: an unknown record or field gives an empty view. A pool over foreign memory is never read outside its records:
// adopt() checks the offsets, and a length that does not fit ends its record.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

// Known fields. Repeated ones (sources, claims) stand in the record once each time, in order;
// a source begins with source_name, and its url/archive/date follow.
enum class Field : std::uint16_t {
  id,
  title,
  summary,
  begin_written,
  end_written,
  zone,
  place,
  country,
  actors,
  subtype,
  magnitude_unit,
  magnitude_note,
  says,
  denies,
  source_name,
  source_url,
  source_archive,
  source_date,
  area,  // area id when the place is an area
  verify_note,
  first_extra = 64  // first_extra + k: the layer's k-th extra column (Layer::extra_names)
};

class TextPool {
 public:
  TextPool() = default;
  std::uint32_t record_count() const {
    const std::size_t n = offsets().size();
    return n == 0 ? 0 : static_cast<std::uint32_t>(n - 1);
  }
  std::string_view text(std::uint32_t record, Field field) const;
  // Calls f(Field, string_view) for each text of the record, in the order written.
  template <typename F>
  void each(std::uint32_t record, F&& f) const;

  // Building. Texts go into the record begun last; `id` first makes looking it up cheapest.
  void begin_record();
  void put(Field field, std::string_view text);  // empty text is not stored
  void append(const TextPool& other);            // its records after ours; O(bytes)

  std::span<const std::uint64_t> offsets() const { return keep_ ? offsets_view_ : offsets_; }
  std::span<const char> bytes() const { return keep_ ? bytes_view_ : bytes_; }
  // A pool over memory that `keep` holds (a cache file, a message); false when the offsets make no sense.
  static bool adopt(std::span<const std::uint64_t> offsets, std::span<const char> bytes,
                    std::shared_ptr<const void> keep, TextPool& out);
  std::size_t heap_bytes() const;

 private:
  static bool next(std::span<const char> bytes, std::uint64_t& at, std::uint64_t end, Field& field,
                   std::string_view& text);
  std::vector<std::uint64_t> offsets_{0};  // records + 1
  std::vector<char> bytes_;
  std::span<const std::uint64_t> offsets_view_;  // both only while keep_ is set
  std::span<const char> bytes_view_;
  std::shared_ptr<const void> keep_;
};

template <typename F>
void TextPool::each(std::uint32_t record, F&& f) const {
  if (record >= record_count()) return;
  std::uint64_t at = offsets()[record];
  const std::uint64_t end = offsets()[record + 1];
  Field field{};
  std::string_view text;
  while (next(bytes(), at, end, field, text)) f(field, text);
}

}  // namespace vidik
