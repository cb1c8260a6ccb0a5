#include "ingest/layer_cache.h"

#include "base/sha256.h"
#include "base/text.h"

#include <sys/stat.h>
#include <cstdlib>
#include <memory>
#include <vector>

namespace vidik {
namespace {

// Raise it when the same file and answers would now make other events.
constexpr int kReadingVersion = 2;

std::string stamp_of(const struct stat& about) {
  return "\nsize " + std::to_string(about.st_size) + "\ntime " + std::to_string(about.st_mtim.tv_sec) + "." +
         std::to_string(about.st_mtim.tv_nsec);
}

// What is read together with the file that was named: the other parts of a shapefile, a database's journal.
std::string stamps_of_siblings(const std::string& path) {
  std::vector<std::string> siblings = {path + "-wal"};
  if (path.size() > 4 && lower_ascii(path.substr(path.size() - 4)) == ".shp") {
    const std::string stem = path.substr(0, path.size() - 3);
    for (const char* part : {"dbf", "shx", "prj", "cpg", "DBF", "SHX", "PRJ", "CPG"})
      siblings.push_back(stem + part);
  }
  std::string out;
  for (const std::string& sibling : siblings) {
    struct stat about {};
    if (::stat(sibling.c_str(), &about) == 0) out += "\nbeside it " + sibling + stamp_of(about);
  }
  return out;
}

}  // namespace

CachePlace cache_place(const ReadRequest& request, const std::string& cache_dir) {
  if (cache_dir.empty()) return {};
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(request.path.c_str(), nullptr),
                                                         &std::free);
  struct stat about {};
  if (real == nullptr || ::stat(real.get(), &about) != 0 || !S_ISREG(about.st_mode)) return {};
  std::string asked = std::string("path ") + real.get();
  for (const auto& [about_what, answer] : request.answers) asked += "\nanswer " + about_what + "=" + answer;
  for (const auto& [role, column] : request.roles) asked += "\nrole " + role + "=" + column;
  asked +=
      "\nzone " + request.zone + "\nlayer " + request.layer + "\nrows " + std::to_string(request.limits.rows);
  std::string key = asked + "\nversion " + std::to_string(kReadingVersion) + stamp_of(about) +
                    stamps_of_siblings(real.get()) + "\ninode " + std::to_string(about.st_dev) + ":" +
                    std::to_string(about.st_ino) + "\ntzdata " + tzdata_version();
  // One file a question asked: reading the changed source again replaces it.
  return {cache_dir + "/" + sha256_hex(asked).substr(0, 32) + ".layer", std::move(key)};
}

}  // namespace vidik
