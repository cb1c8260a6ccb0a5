#pragma once
// The guest's end of the wire: blocking, one message at a time, gone when the host is gone.
//
// Threads: any thread may send (report and redraw are [any]); one thread receives.
// Errors: when the host is gone there is nobody to tell: the process ends with _exit(0).

#include "guest/wire.h"

#include <mutex>
#include <string>

namespace vidik {

class ChildLink {
 public:
  explicit ChildLink(int fd) : fd_(fd) {}
  virtual ~ChildLink() = default;
  ChildLink(const ChildLink&) = delete;
  ChildLink& operator=(const ChildLink&) = delete;
  // The three may be answered by somebody else: viewer/check listens in on what a plugin says.
  virtual void send(WireOut&& message);
  // Waits for the next message. The payload is the caller's own: a plugin's thread in cancelled() may read on meanwhile.
  virtual Message receive(std::string& payload);
  // Whether the host has said cancel or stop meanwhile. Never waits; the message stays where it is.
  virtual bool cancelled();

 private:
  bool take_bytes(int flags);
  int fd_;
  std::mutex sending_;
  std::mutex receiving_;
  WireAssembly incoming_;
};

}  // namespace vidik
