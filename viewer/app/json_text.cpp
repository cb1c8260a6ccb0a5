#include "app/json_text.h"

#include <sys/stat.h>
#include <cstdio>
#include <memory>

namespace vidik {

namespace {

constexpr std::size_t kMostBytes = 16u << 20;
constexpr int kMostDepth = 64;

}  // namespace

Result<nlohmann::json> parse_json(const std::string& text, const std::string& where) {
  bool too_deep = false;
  const auto guard = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    too_deep = too_deep || depth > kMostDepth;
    return !too_deep;
  };
  try {
    nlohmann::json value = nlohmann::json::parse(text, guard, true, false);
    if (too_deep) return fail(Code::bad_input, "is nested deeper than 64 levels", where);
    return value;
  } catch (const nlohmann::json::exception& e) {
    // The library's text is "[json.exception.parse_error.101] parse error at line 1, column 2: …".
    std::string reason = e.what();
    if (const auto bracket = reason.find("] "); bracket != std::string::npos) reason.erase(0, bracket + 2);
    return fail(Code::bad_input, "is not valid JSON (" + reason + ")", where);
  }
}

Result<nlohmann::json> read_json_file(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return fail(Code::not_found, "no such file", path);
  if (!S_ISREG(info.st_mode)) return fail(Code::refused, "is not a regular file", path);
  if (static_cast<std::size_t>(info.st_size) > kMostBytes) {
    return fail(Code::refused, "is larger than 16 MiB, too large for a project file", path);
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return fail(Code::refused, "cannot be read", path);
  std::string text(static_cast<std::size_t>(info.st_size), '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file.get()));
  return parse_json(text, path);
}

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string{};
}

}  // namespace vidik
