#include "app/plugin_template.h"

#include <algorithm>

// One pair of symbols for each file of plugins/template/ (CMakeLists.txt beside this embeds them).
#define VIDIK_TEMPLATE(name)                \
  extern "C" const char vidik_new_##name[]; \
  extern "C" const char vidik_new_##name##_end[]
VIDIK_TEMPLATE(readme);
VIDIK_TEMPLATE(events);
VIDIK_TEMPLATE(c_cmake);
VIDIK_TEMPLATE(c_manifest);
VIDIK_TEMPLATE(c_source);
VIDIK_TEMPLATE(cpp_cmake);
VIDIK_TEMPLATE(cpp_manifest);
VIDIK_TEMPLATE(cpp_source);
VIDIK_TEMPLATE(no_code_cmake);
VIDIK_TEMPLATE(no_code_manifest);
VIDIK_TEMPLATE(picture);
VIDIK_TEMPLATE(c_golden);
VIDIK_TEMPLATE(cpp_golden);
#undef VIDIK_TEMPLATE

namespace vidik {
namespace {

#define VIDIK_TEXT(name) std::string_view(vidik_new_##name, vidik_new_##name##_end)

bool made_of(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || others.find(c) != std::string_view::npos;
  });
}

std::string replaced(std::string_view text, std::string_view what, std::string_view by) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = text.find(what, at);
    out += text.substr(at, next - at);
    if (next == std::string_view::npos) break;
    out += by;
    at = next + what.size();
  }
  return out;
}

// "blocked-roads" is shown as "Blocked roads".
std::string title_of(const std::string& name) {
  std::string out = name;
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string id_of(const std::string& name) {
  std::string out = "org.example." + name;
  std::replace(out.begin(), out.end(), '_', '-');  // an id has none
  return out;
}

}  // namespace

Result<std::vector<TemplateFile>> filled_template(const NewPlugin& wanted) {
  const std::string& name = wanted.name;
  if (name.size() < 2 || name.size() > 40 || name.front() < 'a' || name.front() > 'z' || !made_of(name, "_-"))
    return fail(
        Code::bad_usage,
        "an overlay's name has 2 to 40 of a-z 0-9 _ - and begins with a letter, unlike \"" + name + "\"");
  const std::string id = wanted.id.empty() ? id_of(name) : wanted.id;
  if (id.size() < 3 || id.size() > 100 || !made_of(id, ".-"))
    return fail(Code::bad_usage, "an overlay's id has 3 to 100 of a-z 0-9 . -, unlike \"" + id + "\"");

  std::vector<TemplateFile> files;
  if (wanted.lang == "c") {
    files = {{"CMakeLists.txt", std::string(VIDIK_TEXT(c_cmake))},
             {"plugin.json.in", std::string(VIDIK_TEXT(c_manifest))},
             {name + ".c", std::string(VIDIK_TEXT(c_source))},
             {"pictures/all.txt", std::string(VIDIK_TEXT(c_golden))}};
  } else if (wanted.lang == "cpp") {
    files = {{"CMakeLists.txt", std::string(VIDIK_TEXT(cpp_cmake))},
             {"plugin.json.in", std::string(VIDIK_TEXT(cpp_manifest))},
             {name + ".cpp", std::string(VIDIK_TEXT(cpp_source))},
             {"pictures/all.txt", std::string(VIDIK_TEXT(cpp_golden))}};
  } else if (wanted.lang == "no-code") {
    files = {{"CMakeLists.txt", std::string(VIDIK_TEXT(no_code_cmake))},
             {"plugin.json.in", std::string(VIDIK_TEXT(no_code_manifest))},
             {"pictures/all.txt", std::string(VIDIK_TEXT(c_golden))}};  // the same rows
  } else {
    return fail(Code::bad_usage, "--lang is one of c, cpp and no-code, not \"" + wanted.lang + "\"");
  }
  files.push_back({"events.csv", std::string(VIDIK_TEXT(events))});
  files.push_back({"pictures/all.json", std::string(VIDIK_TEXT(picture))});
  files.push_back({"README.md", std::string(VIDIK_TEXT(readme))});
  for (TemplateFile& file : files) {
    file.text = replaced(file.text, "@NAME@", name);
    file.text = replaced(file.text, "@ID@", id);
    file.text = replaced(file.text, "@TITLE@", title_of(name));
  }
  return files;
}

}  // namespace vidik
