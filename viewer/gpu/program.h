#pragma once
// A pair of shaders from shaders/, compiled and linked, with its uniforms by name.
//
// Errors: create() gives the compiler's own words. Cost: create() milliseconds; setters one look-up by place.

#include "base/result.h"
#include "gpu/gl.h"

#include <array>
#include <span>
#include <string_view>

namespace vidik {

// One a mark or a way of painting it; the names of the files in shaders/.
enum class ShaderId : unsigned char {
  fill,
  line,
  line_fat,  // of the text of `line`, see there
  line_dashed,
  cover,
  image,
  image_cubic,
  points,
  flat,
  box,
  arc,
  stroke,
  symbol,
  glyph,
  count
};

struct ShaderText {
  std::string_view name, vertex, fragment;
  std::string_view page_vertex = {}, page_fragment = {};  // page.vert and page.frag, before each
  std::string_view defined = {};                          // the word that both are compiled with; empty: none
};
ShaderText shader_text(ShaderId id);

// Places that every program may have; -1 where it has none, which GL ignores.
enum class Uniform : unsigned char {
  page,
  corner,
  centre,
  origin,
  unit,
  color,
  width,
  dash,
  size,
  sampler,
  sampler2,
  channel,
  shape,
  count
};

class Program {
 public:
  static Result<Program> create(const ShaderText& text);
  Program() = default;
  Program(Program&& other) noexcept { swap(other); }
  Program& operator=(Program&& other) noexcept {
    swap(other);
    return *this;
  }
  ~Program();

  void use() const { glUseProgram(name_); }
  GLint at(Uniform uniform) const { return places_[static_cast<std::size_t>(uniform)]; }
  void set(Uniform uniform, float value) const { glUniform1f(at(uniform), value); }
  void set(Uniform uniform, float x, float y) const { glUniform2f(at(uniform), x, y); }
  void set(Uniform uniform, float x, float y, float z) const { glUniform3f(at(uniform), x, y, z); }
  void set(Uniform uniform, int value) const { glUniform1i(at(uniform), value); }
  void set(Uniform uniform, int x, int y) const { glUniform2i(at(uniform), x, y); }

 private:
  void swap(Program& other) noexcept {
    std::swap(name_, other.name_);
    std::swap(places_, other.places_);
  }
  GLuint name_ = 0;
  std::array<GLint, static_cast<std::size_t>(Uniform::count)> places_{};
};

}  // namespace vidik
