#include "guest/child_link.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

namespace vidik {

void ChildLink::send(WireOut&& message) {
  const std::string bytes = message.take();
  const std::lock_guard hold(sending_);
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t n = ::send(fd_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(0);
    sent += static_cast<std::size_t>(n);
  }
}

bool ChildLink::take_bytes(int flags) {
  char buffer[1 << 16];
  ssize_t n = -1;
  do {
    n = recv(fd_, buffer, sizeof buffer, flags);
  } while (n < 0 && errno == EINTR);
  if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return false;
  if (n <= 0) _exit(0);
  incoming_.add(buffer, static_cast<std::size_t>(n));
  return true;
}

Message ChildLink::receive(std::string& payload) {
  const std::lock_guard hold(receiving_);
  for (;;) {
    Message type{};
    std::string_view view;
    const WireAssembly::State state = incoming_.next(type, view);
    if (state == WireAssembly::State::message) {
      payload.assign(view);
      return type;
    }
    if (state == WireAssembly::State::nonsense) _exit(3);
    take_bytes(0);
  }
}

bool ChildLink::cancelled() {
  const std::unique_lock hold(receiving_, std::try_to_lock);
  if (!hold.owns_lock()) return false;
  if (incoming_.waiting_bytes() == 0) take_bytes(MSG_DONTWAIT);
  return incoming_.next_is(Message::cancel) || incoming_.next_is(Message::stop);
}

}  // namespace vidik
