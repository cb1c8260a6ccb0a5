#pragma once
// The embedded faces as cairo takes them, so that it puts the letters used into a PDF.
//
// Ownership: cairo keeps what a face needs for as long as it likes, longer than this. Threads: one. Errors: nothing for a
// file that FreeType refuses. Cost: a face is opened when it is first asked for.

#include "text/embedded_faces.h"

#include <cairo.h>

#include <map>
#include <memory>

namespace vidik {

class PdfFaces {
 public:
  cairo_font_face_t* of(FaceFileId id);  // null: it cannot be opened

 private:
  struct Released {
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
  };
  std::map<FaceFileId, std::unique_ptr<cairo_font_face_t, Released>> faces_;
};

}  // namespace vidik
