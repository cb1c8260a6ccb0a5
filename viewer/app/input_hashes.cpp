#include "app/input_hashes.h"

#include "base/sha256.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <vector>

namespace vidik {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 10'000;  // of a folder: an overlay has a handful
constexpr std::size_t kBlock = 1 << 18;

std::optional<InputHash> hash_of_file(const std::string& path) {
  std::error_code trouble;
  if (!fs::is_regular_file(path, trouble)) return std::nullopt;  // a pipe would wait for ever
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return std::nullopt;
  InputHash out;
  Sha256 sum;
  std::string block(kBlock, '\0');
  while (const std::size_t read = std::fread(block.data(), 1, block.size(), file.get())) {
    sum.add({block.data(), read});
    out.bytes += read;
  }
  if (std::ferror(file.get()) != 0) return std::nullopt;
  out.sha256 = sum.hex();
  return out;
}

std::optional<InputHash> hash_of_folder(const std::string& path) {
  std::error_code trouble;
  std::vector<std::string> names;
  for (fs::recursive_directory_iterator at(path, trouble), end; !trouble && at != end;
       at.increment(trouble)) {
    std::error_code ignored;
    if (!at->is_symlink(ignored) && at->is_regular_file(ignored))
      names.push_back(at->path().lexically_relative(path).generic_string());
    if (names.size() > kMostFiles) return std::nullopt;
  }
  if (trouble || names.empty()) return std::nullopt;
  std::sort(names.begin(), names.end());
  InputHash out;
  Sha256 sum;
  for (const std::string& name : names) {
    const auto one = hash_of_file((fs::path(path) / name).string());
    if (!one) return std::nullopt;
    sum.add(name + " " + one->sha256 + "\n");
    out.bytes += one->bytes;
  }
  out.sha256 = sum.hex();
  return out;
}

}  // namespace

std::optional<InputHash> InputHashes::file(const std::string& path) {
  const auto [at, fresh] = known_.try_emplace(path);
  if (fresh) at->second = hash_of_file(path);
  return at->second;
}

std::optional<InputHash> InputHashes::folder(const std::string& path) {
  const auto [at, fresh] = known_.try_emplace(path + "/");
  if (fresh) at->second = hash_of_folder(path);
  return at->second;
}

}  // namespace vidik
