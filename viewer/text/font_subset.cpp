#include "text/font_subset.h"

#include "text/face_file.h"

#include <hb-subset.h>

#include <algorithm>
#include <vector>

namespace vidik {

namespace {

using Blob = std::unique_ptr<hb_blob_t, Freed<&hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Freed<&hb_face_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Freed<&hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Freed<&hb_subset_plan_destroy>>;

void add16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>(value >> 8 & 0xff));
  out.push_back(static_cast<char>(value & 0xff));
}
void add32(std::string& out, std::uint32_t value) {
  add16(out, value >> 16);
  add16(out, value & 0xffff);
}

// OpenType "cmap" with one table of format 4 (code points of 16 bits), a segment a letter, sorted as it must be.
std::string character_map(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& letters) {
  const auto segments = static_cast<std::uint32_t>(letters.size()) + 1;  // the last one ends the table
  std::uint32_t power = 1, log = 0;
  while (power * 2 <= segments) power *= 2, ++log;
  std::string out;
  add16(out, 0), add16(out, 1);                  // version, one table
  add16(out, 3), add16(out, 1), add32(out, 12);  // Windows, Unicode BMP, where it begins
  add16(out, 4), add16(out, 16 + 8 * segments), add16(out, 0);
  add16(out, 2 * segments), add16(out, 2 * power), add16(out, log), add16(out, 2 * (segments - power));
  for (const auto& [letter, glyph] : letters) add16(out, letter);
  add16(out, 0xffff), add16(out, 0);
  for (const auto& [letter, glyph] : letters) add16(out, letter);
  add16(out, 0xffff);
  for (const auto& [letter, glyph] : letters) add16(out, glyph - letter);  // modulo 65,536
  add16(out, 1);
  for (std::uint32_t i = 0; i < segments; ++i) add16(out, 0);
  return out;
}

Error refused() { return fail(Code::unavailable, "HarfBuzz does not make a smaller font"); }

}  // namespace

Result<std::string> font_subset(FaceFileId file, const FontLetters& letters) {
  const auto bytes = embedded_face(file);
  const Blob blob(hb_blob_create(reinterpret_cast<const char*>(bytes.data()),
                                 static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                                 nullptr));
  const HbFace whole(hb_face_create(blob.get(), 0));
  const SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) return refused();
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  for (const auto& [letter, glyph] : letters) hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
  for (const char* tag : {"GSUB", "GPOS", "GDEF", "kern", "cmap", "DSIG"})
    hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), hb_tag_from_string(tag, 4));
  const SubsetPlan plan(hb_subset_plan_create_or_fail(whole.get(), input.get()));
  if (!plan) return refused();
  const HbFace made(hb_subset_plan_execute_or_fail(plan.get()));
  if (!made) return refused();
  // Read back from its bytes: a face that is being built does not tell its tables.
  const Blob made_bytes(hb_face_reference_blob(made.get()));
  const HbFace small(hb_face_create(made_bytes.get(), 0));

  const hb_map_t* ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  std::vector<std::pair<std::uint32_t, std::uint32_t>> mapped;
  for (const auto& [letter, glyph] : letters) {
    const hb_codepoint_t id = hb_map_get(ids, glyph);
    if (id == HB_MAP_VALUE_INVALID || letter >= 0xffff) return refused();
    mapped.emplace_back(letter, id);
  }

  const HbFace built(hb_face_builder_create());
  hb_tag_t tags[64];
  unsigned count = std::size(tags);
  hb_face_get_table_tags(small.get(), 0, &count, tags);
  if (count == 0) return refused();
  std::sort(tags, tags + count);
  for (unsigned i = 0; i < count; ++i) {
    const Blob table(hb_face_reference_table(small.get(), tags[i]));
    if (hb_blob_get_length(table.get()) > 0 && tags[i] != HB_TAG('c', 'm', 'a', 'p'))
      hb_face_builder_add_table(built.get(), tags[i], table.get());
  }
  const std::string map = character_map(mapped);
  const Blob table(hb_blob_create(map.data(), static_cast<unsigned>(map.size()), HB_MEMORY_MODE_DUPLICATE,
                                  nullptr, nullptr));
  hb_face_builder_add_table(built.get(), HB_TAG('c', 'm', 'a', 'p'), table.get());
  const Blob all(hb_face_reference_blob(built.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(all.get(), &length);
  if (length == 0) return refused();
  return std::string(data, length);
}

}  // namespace vidik
