#pragma once
// SHA-256 (FIPS 180-4) of bytes: what a picture, a plugin or a cache file is known by.
//
// Why here: no library that the program links offers one as its interface; it is checked with the standard's own vectors.
// Cost: about 200 MB/s.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace vidik {

class Sha256 {
 public:
  void add(std::string_view bytes);
  std::string hex();  // 64 lower-case digits; nothing may be added afterwards

 private:
  void block(const unsigned char* bytes);
  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<unsigned char, 64> pending_{};
  std::uint64_t size_ = 0;
};

std::string sha256_hex(std::string_view bytes);

}  // namespace vidik
