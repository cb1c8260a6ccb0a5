// Feeds a fuzz target its seeds and changed copies of them, the same ones in every run: FUZZ_x SEED-FOLDER
// [ROUNDS]
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

void feed(const std::string& text) {
  // A copy of its own size, so that the address sanitizer sees a read past the end.
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

// One change: a byte, a bit, a cut, a repeat, or a piece of another seed.
std::string changed(std::string text, const std::vector<std::string>& seeds, std::mt19937& chance) {
  const std::size_t at = text.empty() ? 0 : chance() % text.size();
  switch (chance() % 6) {
    case 0:
      if (!text.empty()) text[at] = static_cast<char>(chance());
      break;
    case 1:
      if (!text.empty()) text[at] = static_cast<char>(text[at] ^ (1 << chance() % 8));
      break;
    case 2:
      text.erase(at, chance() % 8);
      break;
    case 3:
      text.insert(at, text.substr(at, chance() % 16));
      break;
    case 4:
      text.insert(at, 1, static_cast<char>(chance()));
      break;
    default: {
      const std::string& other = seeds[chance() % seeds.size()];
      const std::size_t from = other.empty() ? 0 : chance() % other.size();
      text.replace(at, chance() % 8, other.substr(from, chance() % 32));
    }
  }
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const long rounds = argc > 2 ? std::atol(argv[2]) : 100000;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(argv[1])) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> seeds = {""};
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  for (const std::string& seed : seeds) feed(seed);
  std::mt19937 chance(20250315);
  for (long round = 0; round < rounds; ++round) {
    std::string text = seeds[chance() % seeds.size()];
    for (std::uint32_t n = 1 + chance() % 4; n > 0; --n) text = changed(std::move(text), seeds, chance);
    feed(text);
  }
  std::printf("%zu seeds, %ld changed copies\n", seeds.size(), rounds);
  return paths.empty() ? 1 : 0;
}
