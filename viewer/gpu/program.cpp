#include "gpu/program.h"

#include <string>

namespace vidik {

namespace {

constexpr std::array<const char*, static_cast<std::size_t>(Uniform::count)> kUniforms = {
    "u_page", "u_corner", "u_centre",  "u_origin",   "u_unit",    "u_color", "u_width",
    "u_dash", "u_size",   "u_sampler", "u_sampler2", "u_channel", "u_shape"};

struct Shader {
  explicit Shader(GLenum kind) : name(glCreateShader(kind)) {}
  ~Shader() { glDeleteShader(name); }
  Shader(const Shader&) = delete;
  Shader& operator=(const Shader&) = delete;
  GLuint name;
};

std::string log_of(GLuint name, decltype(glGetShaderiv) ask, decltype(glGetShaderInfoLog) read) {
  GLint length = 0;
  ask(name, GL_INFO_LOG_LENGTH, &length);
  std::string log(static_cast<std::size_t>(length > 0 ? length : 0), '\0');
  GLsizei written = 0;
  if (length > 0) read(name, length, &written, log.data());
  log.resize(static_cast<std::size_t>(written));
  while (!log.empty() && (log.back() == '\n' || log.back() == '\0')) log.pop_back();
  return log;
}

Result<> compile(const Shader& shader, std::string_view source, std::string_view page,
                 std::string_view defined, const std::string& file) {
  // What all share comes behind the first line, which is the version; lines are counted as in the file.
  const std::size_t first = source.find('\n') + 1;
  std::string define = defined.empty() ? "" : "#define " + std::string(defined) + "\n";
  define.append(page).append("#line 2\n");
  const std::array<const char*, 3> texts{source.data(), define.data(), source.data() + first};
  const std::array<GLint, 3> lengths{static_cast<GLint>(first), static_cast<GLint>(define.size()),
                                     static_cast<GLint>(source.size() - first)};
  glShaderSource(shader.name, 3, texts.data(), lengths.data());
  glCompileShader(shader.name);
  GLint good = GL_FALSE;
  glGetShaderiv(shader.name, GL_COMPILE_STATUS, &good);
  if (good == GL_TRUE) return Done{};
  return fail(Code::unavailable,
              "the graphics driver does not compile a shader: " +
                  log_of(shader.name, glGetShaderiv, glGetShaderInfoLog),
              "shaders/" + file);
}

}  // namespace

Result<Program> Program::create(const ShaderText& text) {
  const Shader vertex(GL_VERTEX_SHADER), fragment(GL_FRAGMENT_SHADER);
  VIDIK_TRY([[maybe_unused]] const Done first,
            compile(vertex, text.vertex, text.page_vertex, text.defined, std::string(text.name) + ".vert"));
  VIDIK_TRY([[maybe_unused]] const Done second, compile(fragment, text.fragment, text.page_fragment,
                                                        text.defined, std::string(text.name) + ".frag"));
  Program program;
  program.name_ = glCreateProgram();
  glAttachShader(program.name_, vertex.name);
  glAttachShader(program.name_, fragment.name);
  glLinkProgram(program.name_);
  glDetachShader(program.name_, vertex.name);
  glDetachShader(program.name_, fragment.name);
  GLint good = GL_FALSE;
  glGetProgramiv(program.name_, GL_LINK_STATUS, &good);
  if (good != GL_TRUE)
    return fail(Code::unavailable,
                "the graphics driver does not link a shader: " +
                    log_of(program.name_, glGetProgramiv, glGetProgramInfoLog),
                "shaders/" + std::string(text.name));
  for (std::size_t i = 0; i < kUniforms.size(); ++i)
    program.places_[i] = glGetUniformLocation(program.name_, kUniforms[i]);
  program.use();
  program.set(Uniform::sampler, 0);
  program.set(Uniform::sampler2, 1);
  return program;
}

Program::~Program() {
  if (name_ != 0) glDeleteProgram(name_);
}

}  // namespace vidik
