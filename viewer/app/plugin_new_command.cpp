// `vidik plugin new`: a folder with a small whole overlay to begin from.

#include "app/commands.h"
#include "app/whereabouts.h"
#include "base/atomic_file.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace vidik {

namespace {

// For a shell: as it is where that is safe, else in quotes.
std::string quoted(const std::string& word) {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-+").find(c) != std::string_view::npos;
  };
  if (std::all_of(word.begin(), word.end(), plain)) return word;
  std::string out = "'";
  for (const char c : word) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// What a shell in this folder must be told to find the program and its SDK; nothing where they stand in a usual place.
struct Whereabouts {
  std::string program = "vidik", prefix;
};

Whereabouts whereabouts() {
  const std::string prefix = prefix_for_cmake();
  if (prefix.empty()) return {};
  return {quoted(program_dir() + "/vidik"), " -DCMAKE_PREFIX_PATH=" + quoted(prefix)};
}

}  // namespace

int run_plugin_new(const Options& options) {
  namespace fs = std::filesystem;
  const NewPlugin& wanted = options.new_plugin;
  const Result<std::vector<TemplateFile>> files = filled_template(wanted);
  if (!files.ok()) return complain(files.error());

  const std::string folder = (fs::path(wanted.folder) / wanted.name).string();
  std::error_code error;
  if (fs::exists(fs::symlink_status(folder, error)))
    return complain(fail(Code::bad_input, "there is something of this name already", folder));
  if (!fs::create_directory(folder, error))
    return complain(fail(Code::unavailable, "the folder cannot be made (" + error.message() + ")", folder));
  for (const TemplateFile& file : *files) {
    fs::create_directories(fs::path(folder + "/" + file.name).parent_path(), error);
    const Result<> written = write_file_atomically(folder + "/" + file.name, file.text);
    if (!written.ok()) return complain(written.error());
  }

  const Whereabouts here = whereabouts();
  const std::string in = quoted(folder), built = quoted(folder + "/build/" + wanted.name + ".vidik");
  std::printf("%s:", for_terminal(folder).c_str());
  for (const TemplateFile& file : *files) std::printf(" %s", file.name.c_str());
  std::printf("\nbuild  cmake -S %s -B %s%s && cmake --build %s\n", in.c_str(),
              quoted(folder + "/build").c_str(), here.prefix.c_str(), quoted(folder + "/build").c_str());
  std::printf("check  %s plugin check %s\n", here.program.c_str(), built.c_str());
  std::printf("test   %s plugin test %s\n", here.program.c_str(), built.c_str());
  std::printf("run    %s plugin run %s\n", here.program.c_str(), in.c_str());
  return kExitDone;
}

}  // namespace vidik
