#include "text/fonts.h"

#include "text/embedded_faces.h"
#include "text/glyph_picture.h"
#include "text/shaping.h"

#include <array>
#include <cstring>
#include <string>
#include <unordered_map>
#include <utility>

namespace vidik {

FaceFileId font_file(Face face, std::uint32_t glyph) {
  if ((glyph & kFallbackGlyph) == 0) return static_cast<FaceFileId>(face);
  return face == Face::semibold || face == Face::bold ? FaceFileId::fallback_bold : FaceFileId::fallback;
}

namespace {

constexpr std::size_t kFiles = static_cast<std::size_t>(FaceFileId::count);

// Texts in use stay, texts of long ago go: when the young half is full, the old half is dropped. Nodes do not
// move, so an answer stays valid for at least this many further texts.
constexpr std::size_t kCachedTexts = 4096;

class EmbeddedFonts final : public Fonts {
 public:
  EmbeddedFonts(FtLibrary library, std::array<FaceFile, kFiles> files)
      : library_(std::move(library)), files_(std::move(files)) {}

  const Shaped& shape(std::string_view utf8, Face face, float size, Digits digits) override {
    key_.assign(utf8);
    char rest[sizeof size + 2];
    std::memcpy(rest, &size, sizeof size);
    rest[sizeof size] = static_cast<char>(face);
    rest[sizeof size + 1] = static_cast<char>(digits);
    key_.append(rest, sizeof rest);
    if (const auto hit = young_.find(key_); hit != young_.end()) return hit->second;
    if (young_.size() >= kCachedTexts) {
      old_ = std::move(young_);
      young_.clear();
    }
    if (auto node = old_.extract(key_)) return young_.insert(std::move(node)).position->second;
    return young_.emplace(key_, shape_text(utf8, {file_of(face), fallback_of(face)}, size, digits, missing_))
        .first->second;
  }

  GlyphPicture picture(Face face, std::uint32_t glyph, float device_px, int quarter, float angle_deg,
                       float halo_px) override {
    const bool fallback = (glyph & kFallbackGlyph) != 0;
    return glyph_picture(library_.get(), fallback ? fallback_of(face) : file_of(face),
                         glyph & ~kFallbackGlyph, device_px, quarter, angle_deg, halo_px);
  }

  GlyphOutline outline(Face face, std::uint32_t glyph) override {
    const bool fallback = (glyph & kFallbackGlyph) != 0;
    return glyph_outline(fallback ? fallback_of(face) : file_of(face), glyph & ~kFallbackGlyph);
  }

  std::uint64_t missing() const override { return missing_; }

 private:
  const FaceFile& file(FaceFileId id) const { return files_[static_cast<std::size_t>(id)]; }
  const FaceFile& file_of(Face face) const { return files_[static_cast<std::size_t>(face)]; }
  const FaceFile& fallback_of(Face face) const { return file(font_file(face, kFallbackGlyph)); }

  FtLibrary library_;  // outlives the files
  std::array<FaceFile, kFiles> files_;
  std::unordered_map<std::string, Shaped> young_, old_;
  std::string key_;
  std::uint64_t missing_ = 0;
};

}  // namespace

Result<std::unique_ptr<Fonts>> Fonts::create() {
  FT_Library made = nullptr;
  if (const FT_Error error = FT_Init_FreeType(&made))
    return fail(Code::unavailable, "FreeType does not start (error " + std::to_string(error) + ")");
  FtLibrary library(made);
  std::array<FaceFile, kFiles> files;
  for (std::size_t i = 0; i < kFiles; ++i) {
    VIDIK_TRY(files[i], FaceFile::open(made, embedded_face(static_cast<FaceFileId>(i))));
  }
  return std::unique_ptr<Fonts>(std::make_unique<EmbeddedFonts>(std::move(library), std::move(files)));
}

}  // namespace vidik
