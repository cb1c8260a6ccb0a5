#include "ingest/encoding.h"

#include "base/text.h"

#include <iconv.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace vidik {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kMaxWords = 4000;  // enough to tell; more only take time
constexpr std::uint64_t kScanBytes = std::uint64_t{1}
                                     << 30;  // beyond it a bad byte is repaired, not asked about

class Decoder {
 public:
  explicit Decoder(const std::string& from) : handle_(::iconv_open("UTF-8", from.c_str())) {}
  ~Decoder() {
    if (good()) ::iconv_close(handle_);
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  bool good() const { return handle_ != iconv_t(-1); }

  // Appends to `out`; what is left of `in` is the begin of a character. At the end it is a bad one.
  std::size_t feed(std::string_view in, std::string& out, bool at_end) {
    bad_ = 0;
    char* from = const_cast<char*>(in.data());  // iconv's signature; it does not write there
    std::size_t left = in.size();
    while (left > 0) {
      char* to = block_.data();
      std::size_t room = block_.size();
      const std::size_t result = ::iconv(handle_, &from, &left, &to, &room);
      out.append(block_.data(), block_.size() - room);
      if (result != std::size_t(-1) || errno == E2BIG) continue;
      if (errno == EINVAL && !at_end) break;
      out += kReplacement;
      ++bad_;
      ++from;
      --left;
    }
    return in.size() - left;
  }
  std::size_t bad() const { return bad_; }

 private:
  iconv_t handle_;
  std::size_t bad_ = 0;
  std::array<char, 1 << 16> block_{};
};

class DecodedBytes : public ByteStream {
 public:
  DecodedBytes(std::unique_ptr<FileBytes> bytes, const std::string& encoding)
      : bytes_(std::move(bytes)), encoding_(encoding), decoder_(std::make_unique<Decoder>(encoding)) {}
  bool good() const { return decoder_->good(); }

  std::size_t read(char* to, std::size_t size) override {
    while (at_ == out_.size()) {
      out_.clear();
      at_ = 0;
      const std::size_t kept = in_.size();
      in_.resize(kept + (std::size_t{1} << 20));
      const std::size_t got = bytes_->read(in_.data() + kept, in_.size() - kept);
      in_.resize(kept + got);
      if (in_.empty()) return 0;
      in_.erase(0, decoder_->feed(in_, out_, got == 0));
      if (got == 0) in_.clear();
      if (got == 0 && out_.empty()) return 0;
    }
    const std::size_t count = std::min(size, out_.size() - at_);
    std::memcpy(to, out_.data() + at_, count);
    at_ += count;
    return count;
  }
  void rewind() override {
    bytes_->rewind();
    decoder_ = std::make_unique<Decoder>(encoding_);
    in_.clear();
    out_.clear();
    at_ = 0;
  }
  std::uint64_t done() const override { return bytes_->done(); }
  std::uint64_t total() const override { return bytes_->total(); }
  std::string error() const override { return bytes_->error(); }

 private:
  std::unique_ptr<FileBytes> bytes_;
  std::string encoding_;
  std::unique_ptr<Decoder> decoder_;
  std::string in_, out_;
  std::size_t at_ = 0;
};

bool is_word_byte(unsigned char byte) {
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Looks at every byte: UTF-8 sequences good and bad, and the words that hold bytes above 127.
struct Census {
  std::uint64_t good = 0, bad = 0;
  std::vector<std::string> words;
  std::string carry;

  void feed(std::string_view block) {
    std::string joined;
    if (!carry.empty()) {
      joined = carry + std::string(block);
      block = joined;
    }
    std::size_t at = 0;
    while (at < block.size()) {
      std::uint64_t eight = 0;
      if (at + 8 <= block.size()) {
        std::memcpy(&eight, block.data() + at, 8);
        if ((eight & 0x8080808080808080u) == 0) {
          at += 8;
          continue;
        }
      }
      if (static_cast<unsigned char>(block[at]) < 0x80) {
        ++at;
        continue;
      }
      if (block.size() - at < 4 && !last) break;
      const std::size_t before = at;
      std::size_t after = at;
      const char32_t point = next_code_point(block, after);
      const bool fine = point != 0xFFFD || block.substr(before, 3) == kReplacement;
      fine ? ++good : ++bad;
      if (words.size() < kMaxWords) note_word(block, before);
      at = std::max(after, before + 1);
    }
    carry = block.substr(at);
  }

  void note_word(std::string_view block, std::size_t at) {
    std::size_t begin = at, end = at;
    while (begin > 0 && at - begin < 40 && is_word_byte(static_cast<unsigned char>(block[begin - 1])))
      --begin;
    while (end < block.size() && end - at < 40 && is_word_byte(static_cast<unsigned char>(block[end]))) ++end;
    std::string word(block.substr(begin, end - begin));
    if (words.empty() || words.back() != word) words.push_back(std::move(word));
  }
  bool last = false;
};

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= 0xC0 && c <= 0x17F && c != 0xD7 && c != 0xF7) || (c >= 0x400 && c <= 0x45F);
}
bool is_mark(char32_t c) {  // dashes, quotes, bullets, no-break space: found beside words
  return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0xB0 || c == 0xA7 || (c >= 0x2010 && c <= 0x203A) ||
         c == 0x20AC;
}

bool is_plausible(std::string_view word) {
  std::size_t latin = 0, marked_latin = 0, cyrillic = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    if (c < 0x80) {
      ++latin;
    } else if (c >= 0x400 && is_letter(c)) {
      ++cyrillic;
    } else if (is_letter(c)) {
      ++marked_latin;
    } else if (!is_mark(c)) {
      return false;
    }
  }
  if (cyrillic > 0) return latin + marked_latin == 0;
  // Words of the Latin script hardly ever have accents on most of their letters.
  return marked_latin <= 2 || marked_latin * 2 <= latin + marked_latin;
}

}  // namespace

std::string decoded_text(std::string_view text, const std::string& encoding, std::size_t* bad) {
  Decoder decoder(encoding);
  std::string out;
  if (!decoder.good()) return out;
  decoder.feed(text, out, true);
  if (bad != nullptr) *bad = decoder.bad();
  return out;
}

Result<std::unique_ptr<ByteStream>> decoded(std::unique_ptr<FileBytes> bytes, const std::string& encoding) {
  auto stream = std::make_unique<DecodedBytes>(std::move(bytes), encoding);
  if (!stream->good()) return fail(Code::bad_usage, "there is no encoding \"" + encoding + "\"");
  return std::unique_ptr<ByteStream>(std::move(stream));
}

std::vector<std::string> fitting_encodings(const std::vector<std::string>& words) {
  std::vector<std::string> fits, readings;
  for (const char* encoding : {"windows-1250", "iso-8859-2", "windows-1252", "windows-1251"}) {
    std::size_t plausible = 0;
    std::string reading;
    bool undefined = false;
    for (const std::string& word : words) {
      std::size_t bad = 0;
      const std::string text = decoded_text(word, encoding, &bad);
      undefined = undefined || bad > 0;
      if (bad == 0 && is_plausible(text)) ++plausible;
      reading += text + ' ';
    }
    if (undefined || plausible * 20 < words.size() * 19) continue;
    if (std::find(readings.begin(), readings.end(), reading) != readings.end()) continue;
    fits.emplace_back(encoding);
    readings.push_back(std::move(reading));
  }
  return fits;
}

EncodingGuess guess_encoding(FileBytes& file) {
  EncodingGuess guess;
  const std::string head = file.head(4);
  const auto starts = [&](std::string_view mark) {
    return std::string_view(head).substr(0, mark.size()) == mark;
  };
  if (starts("\xEF\xBB\xBF")) {
    guess.mark_bytes = 3;
  } else if (starts("\xFF\xFE")) {
    return {"UTF-16LE", 2, false, {}};
  } else if (starts("\xFE\xFF")) {
    return {"UTF-16BE", 2, false, {}};
  }
  Census census;
  std::vector<char> block(std::size_t{1} << 20);
  file.rewind();
  while (file.done() < kScanBytes) {
    const std::size_t got = file.read(block.data(), block.size());
    if (got == 0) break;
    census.feed({block.data(), got});
  }
  census.last = true;
  census.feed({});
  file.rewind();
  guess.valid_utf8 = census.bad == 0 && file.total() <= kScanBytes;
  // A few bad bytes among much good UTF-8 are damage, not another encoding.
  if (census.bad == 0 || census.good >= census.bad * 10 || guess.mark_bytes == 3) return guess;
  guess.valid_utf8 = false;
  guess.fits = fitting_encodings(census.words);
  if (guess.fits.empty()) guess.fits = {"windows-1250", "iso-8859-2", "windows-1252", "windows-1251"};
  guess.encoding = guess.fits.front();
  return guess;
}

}  // namespace vidik
