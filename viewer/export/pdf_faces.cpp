#include "export/pdf_faces.h"

#include "text/face_file.h"

#include <cairo-ft.h>

namespace vidik {

namespace {

// Each face has a library of its own: cairo may let go of one after all the others, and a face dies before its library.
struct Opened {
  FtLibrary library;
  FaceFile file;
};
const cairo_user_data_key_t kOpened{};

void let_go(void* opened) { delete static_cast<Opened*>(opened); }

}  // namespace

cairo_font_face_t* PdfFaces::of(FaceFileId id) {
  if (const auto known = faces_.find(id); known != faces_.end()) return known->second.get();
  auto& place = faces_[id];
  FT_Library made = nullptr;
  if (FT_Init_FreeType(&made) != 0) return nullptr;
  auto opened = std::make_unique<Opened>();
  opened->library.reset(made);
  Result<FaceFile> file = FaceFile::open(made, embedded_face(id));
  if (!file.ok()) return nullptr;
  opened->file = std::move(*file);
  place.reset(cairo_ft_font_face_create_for_ft_face(opened->file.outlines.get(),
                                                    FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP));
  if (cairo_font_face_set_user_data(place.get(), &kOpened, opened.get(), &let_go) != CAIRO_STATUS_SUCCESS) {
    place.reset();
    return nullptr;
  }
  opened.release();  // cairo's now
  return place.get();
}

}  // namespace vidik
