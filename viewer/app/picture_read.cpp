#include "app/picture_read.h"

#include "base/base64.h"
#include "base/text.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <optional>

namespace vidik {

namespace {

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1a\n", 8);
constexpr std::string_view kKey("Vidik state\0", 12);
constexpr std::string_view kOpening = "<vidik:state", kClosing = "</vidik:state>";
constexpr std::size_t kMostAttributes = 1024;  // bytes between the element's name and its ">"
constexpr std::size_t kMostElement =
    kMostStateBytes / 3 * 4 + kMostStateBytes / 16;  // base64 with line breaks
constexpr std::size_t kMostHead = 1024;  // bytes before the text in an iTXt: flags, language, translated key
constexpr std::size_t kBlock = 1 << 18;

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

Error no_state(const std::string& path) {
  return fail(Code::bad_input,
              "carries no state of Vidik: it was not made by Vidik, or another program saved it anew", path);
}

Result<File> open_regular(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) return fail(Code::not_found, "there is no such file", path);
  if (!S_ISREG(info.st_mode)) return fail(Code::refused, "is not a regular file", path);
  File file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) return fail(Code::refused, "cannot be read", path);
  return file;
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t out = 0;
  for (std::size_t i = 0; i < 4; ++i) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

// PNG's checksum (its specification, annex D), bit by bit: what it is asked for is short.
std::uint32_t crc_of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (0xEDB88320U & (0U - (crc & 1U)));
  }
  return ~crc;
}

bool read_exactly(std::FILE* file, std::string& into, std::size_t count) {
  into.resize(count);
  return std::fread(into.data(), 1, count, file) == count;
}

// What stands behind keyword, flags, language and translated keyword; nothing when it is packed or cut.
std::optional<std::string> text_of_itxt(const std::string& body) {
  std::size_t at = kKey.size();
  if (body.size() < at + 2 || body[at] != '\0') return std::nullopt;  // packed
  at += 2;
  for (int skipped = 0; skipped < 2; ++skipped) {
    const std::size_t end = body.find('\0', at);
    if (end == std::string::npos || end - at > kMostHead) return std::nullopt;
    at = end + 1;
  }
  return body.substr(at);
}

Result<std::string> state_of_png(std::FILE* file, const std::string& path) {
  const Error cut = fail(Code::bad_input, "is cut short: it ends before its state does", path);
  std::string head, body;
  for (;;) {
    if (!read_exactly(file, head, 8)) return cut;
    const std::uint32_t length = number_at(head, 0);
    const std::string_view kind(head.data() + 4, 4);
    if (length > INT32_MAX) return fail(Code::bad_input, "is damaged: a part of it has no length", path);
    if (kind == "IEND") return no_state(path);
    std::size_t read = 0;
    if (kind == "iTXt" && length > kKey.size()) {
      if (!read_exactly(file, body, kKey.size())) return cut;
      read = kKey.size();
      if (body == kKey) {
        if (length > kMostStateBytes + kMostHead)
          return fail(Code::refused, "carries a state of more than 16 MiB", path);
        std::string rest, sum;
        if (!read_exactly(file, rest, length - read) || !read_exactly(file, sum, 4)) return cut;
        body += rest;
        if (crc_of("iTXt" + body) != number_at(sum, 0))
          return fail(Code::bad_input, "is damaged: the checksum of its state does not fit", path);
        const auto text = text_of_itxt(body);
        if (!text) return fail(Code::bad_input, "is damaged: its state is no plain text", path);
        return *text;
      }
    }
    if (fseeko(file, static_cast<off_t>(length - read) + 4, SEEK_CUR) != 0) return cut;
  }
}

// The element's bytes wherever in the file it is, looked for block by block.
Result<std::string> state_of_markup(std::FILE* file, const std::string& path) {
  std::string window, block(kBlock, '\0');
  bool inside = false;
  std::size_t looked = 0;  // so much of the window has no end of the element in it
  while (const std::size_t read = std::fread(block.data(), 1, block.size(), file)) {
    window.append(block, 0, read);
    if (!inside) {
      const std::size_t at = window.find(kOpening);
      if (at == std::string::npos) {
        if (window.size() > kOpening.size()) window.erase(0, window.size() - kOpening.size());
        continue;
      }
      window.erase(0, at);
      inside = true;
    }
    const std::size_t end = window.find(kClosing, looked);
    if (end == std::string::npos) {
      looked = window.size() - std::min(window.size(), kClosing.size());
      if (window.size() > kMostElement)
        return fail(Code::refused, "carries a state of more than 16 MiB", path);
      continue;
    }
    const std::size_t begin = window.find('>');
    if (begin > end || begin > kMostAttributes) break;
    std::string packed = window.substr(begin + 1, end - begin - 1);
    std::erase_if(packed, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    const auto text = from_base64(packed);
    if (!text || text->empty()) break;
    return *text;
  }
  if (!inside) return no_state(path);
  return fail(Code::bad_input, "is damaged: its state cannot be read", path);
}

}  // namespace

bool is_picture_name(std::string_view path) {
  const std::string name = lower_ascii(path);
  constexpr std::array<std::string_view, 4> kEndings{".png", ".apng", ".svg", ".pdf"};
  return std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

Result<std::string> read_state_text(const std::string& path) {
  VIDIK_TRY(const File file, open_regular(path));
  std::string head;
  const bool long_enough = read_exactly(file.get(), head, kPngSignature.size());
  if (long_enough && head == kPngSignature) return state_of_png(file.get(), path);
  std::rewind(file.get());
  return state_of_markup(file.get(), path);
}

Result<PictureState> read_picture_state(const std::string& path) {
  VIDIK_TRY(const std::string text, read_state_text(path));
  return parse_state(text, path);
}

}  // namespace vidik
