#pragma once
// The child `vidik-ingest` as a process: started with two wires, asked how it ended, killed.
//
// Ownership: closes its wires and kills and collects the child when it goes away. Threads: one owner.
// Errors: start() says why the program could not be run. Cost: no call blocks longer than a fifth of a second.

#include "base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace vidik {

class ReaderProcess {
 public:
  static Result<ReaderProcess> start(const std::string& program);
  static std::string program_beside_this_one();  // <folder of the running program>/vidik-ingest

  ReaderProcess(ReaderProcess&& other) noexcept;
  ReaderProcess& operator=(ReaderProcess&& other) noexcept;
  ~ReaderProcess();

  Result<> say(std::span<const char> bytes);  // small: a request
  // What the child wrote: bytes read, 0 = nothing now, -1 = it closed its end.
  long read(char* to, std::size_t size);
  int wake_fd() const { return data_; }
  int id() const { return id_; }
  // by_itself: it closed its wire, so how it ends is worth a moment; it is killed then if it still lives.
  enum class Ending : std::uint8_t { now, by_itself };
  static constexpr std::string_view kOutOfTime = "used all the processor time it may (limit cpu_s)";
  // Says in words how it ended: "crashed (signal 11)", "ended with code 3", or kOutOfTime.
  std::string end(Ending ending = Ending::now);

 private:
  ReaderProcess(int id, int request, int data) : id_(id), request_(request), data_(data) {}
  void close_wires();
  int id_ = 0, request_ = -1, data_ = -1;
};

}  // namespace vidik
