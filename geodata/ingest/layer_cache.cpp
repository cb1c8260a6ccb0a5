#include "ingest/layer_cache.h"

#include "base/sha256.h"

#include <sys/stat.h>
#include <cstdlib>
#include <memory>

namespace vidik {
namespace {

// Raise it when the same file and answers would now make other events.
constexpr int kReadingVersion = 1;

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
  std::string key = asked + "\nversion " + std::to_string(kReadingVersion) + "\nsize " +
                    std::to_string(about.st_size) + "\ntime " + std::to_string(about.st_mtim.tv_sec) + "." +
                    std::to_string(about.st_mtim.tv_nsec) + "\ninode " + std::to_string(about.st_dev) + ":" +
                    std::to_string(about.st_ino) + "\ntzdata " + tzdata_version();
  // One file a question asked: reading the changed source again replaces it.
  return {cache_dir + "/" + sha256_hex(asked).substr(0, 32) + ".layer", std::move(key)};
}

}  // namespace vidik
