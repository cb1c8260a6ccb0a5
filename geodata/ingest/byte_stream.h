#pragma once
// The bytes of a text file as UTF-8, from front to back, however it is encoded.
//
// Ownership: a FileBytes owns its open file. Threads: one owner. Errors: a failed read ends the stream and
// shows in error().
// Cost: large blocks; a file of valid UTF-8 is copied once.

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>

namespace vidik {

class ByteStream {
 public:
  virtual ~ByteStream() = default;
  virtual std::size_t read(char* to, std::size_t size) = 0;  // 0 = end or error
  virtual void rewind() = 0;
  virtual std::uint64_t done() const = 0;  // bytes of the file taken so far
  virtual std::uint64_t total() const = 0;
  virtual std::string error() const = 0;  // empty = none
};

// A regular file only: a pipe, a device or a folder is refused without being waited for.
class FileBytes : public ByteStream {
 public:
  static Result<std::unique_ptr<FileBytes>> open(const std::string& path);
  ~FileBytes() override;
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  std::size_t read(char* to, std::size_t size) override;
  void rewind() override { at_ = start_; }
  std::uint64_t done() const override { return at_; }
  std::uint64_t total() const override { return total_; }
  std::string error() const override { return error_; }
  void start_at(std::uint64_t byte) { at_ = start_ = byte; }  // past a byte order mark
  std::string head(std::size_t size);                         // the first bytes, wherever it stands

 private:
  FileBytes(int file, std::uint64_t total) : file_(file), total_(total) {}
  int file_;
  std::uint64_t total_, start_ = 0, at_ = 0;
  std::string error_;
};

// `encoding` as iconv names it. Bytes that are none in it become U+FFFD.
Result<std::unique_ptr<ByteStream>> decoded(std::unique_ptr<FileBytes> bytes, const std::string& encoding);

// The same for a text at hand; empty when the encoding is unknown. `bad` counts bytes that are none in it.
std::string decoded_text(std::string_view text, const std::string& encoding, std::size_t* bad = nullptr);

}  // namespace vidik
