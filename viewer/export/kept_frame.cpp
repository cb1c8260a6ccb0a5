#include "export/kept_frame.h"

#include <zlib.h>

#include <cstring>

namespace vidik {

namespace {

constexpr std::string_view kMark = "vidik frame 1\n";
constexpr int kLongestSide = 16'384;  // px, that of --size

}  // namespace

std::string pack_frame(int width, int height, const Rgba& rgba) {
  const std::int32_t size[2] = {width, height};
  uLongf room = compressBound(static_cast<uLong>(rgba.size()));
  std::string out(kMark);
  out.append(reinterpret_cast<const char*>(size), sizeof size);
  const std::size_t head = out.size();
  out.resize(head + room);
  compress2(reinterpret_cast<Bytef*>(out.data() + head), &room, rgba.data(), static_cast<uLong>(rgba.size()),
            1);  // cannot fail: there is room
  out.resize(head + room);
  return out;
}

Result<UnpackedFrame> unpack_frame(std::string_view bytes) {
  const Error damaged = fail(Code::bad_input, "a kept frame is damaged");
  std::int32_t size[2] = {};
  if (!bytes.starts_with(kMark) || bytes.size() < kMark.size() + sizeof size) return damaged;
  bytes.remove_prefix(kMark.size());
  std::memcpy(size, bytes.data(), sizeof size);
  bytes.remove_prefix(sizeof size);
  if (size[0] < 1 || size[1] < 1 || size[0] > kLongestSide || size[1] > kLongestSide) return damaged;
  UnpackedFrame out{size[0], size[1], {}};
  uLongf length = static_cast<uLongf>(size[0]) * static_cast<uLongf>(size[1]) * 4;
  const uLongf wanted = length;
  out.rgba.resize(wanted);
  const int code = uncompress(out.rgba.data(), &length, reinterpret_cast<const Bytef*>(bytes.data()),
                              static_cast<uLong>(bytes.size()));
  if (code != Z_OK || length != wanted) return damaged;
  return out;
}

}  // namespace vidik
