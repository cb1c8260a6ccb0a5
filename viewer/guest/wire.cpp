#include "guest/wire.h"

#include <bit>

namespace vidik {

static_assert(std::endian::native == std::endian::little,
              "the wire is little-endian and copies numbers as they are");

WireOut::WireOut(Message type) {
  number(static_cast<std::uint32_t>(type));
  number(std::uint32_t{0});
}

void WireOut::raw(const void* from, std::size_t bytes) {
  if (bytes > 0) bytes_.append(static_cast<const char*>(from), bytes);
}

void WireOut::text(std::string_view value) {
  number(static_cast<std::uint32_t>(value.size()));
  raw(value.data(), value.size());
}

std::string WireOut::take() {
  const auto length = static_cast<std::uint32_t>(bytes_.size() - kWireHead);
  std::memcpy(bytes_.data() + 4, &length, sizeof length);
  return std::move(bytes_);
}

std::string_view WireIn::raw(std::size_t bytes) {
  if (!ok_ || bytes > bytes_.size() - at_) {
    ok_ = false;
    return {};
  }
  const std::string_view out = bytes_.substr(at_, bytes);
  at_ += bytes;
  return out;
}

std::string_view WireIn::text(std::size_t longest) {
  const auto length = number<std::uint32_t>();
  if (length > longest) ok_ = false;
  return raw(length);
}

std::uint32_t WireIn::count(std::uint32_t most, std::size_t each) {
  const auto n = number<std::uint32_t>();
  if (n > most || (each > 0 && n > (bytes_.size() - at_) / each)) ok_ = false;
  return ok_ ? n : 0;
}

bool is_known(std::uint32_t type) { return (type >= 1 && type <= 13) || (type >= 64 && type <= 78); }

WireAssembly::State WireAssembly::next(Message& type, std::string_view& payload) {
  if (at_ > 0 &&
      (at_ == pending_.size() || at_ > (1u << 20))) {  // move the rest down now and then, not each time
    pending_.erase(0, at_);
    at_ = 0;
  }
  if (waiting_bytes() < kWireHead) return State::incomplete;
  std::uint32_t head[2];
  std::memcpy(head, pending_.data() + at_, sizeof head);
  if (!is_known(head[0]) || head[1] > kWireMaxMessage) return State::nonsense;
  if (waiting_bytes() - kWireHead < head[1]) return State::incomplete;
  type = static_cast<Message>(head[0]);
  payload = std::string_view(pending_).substr(at_ + kWireHead, head[1]);
  at_ += kWireHead + head[1];
  return State::message;
}

bool WireAssembly::next_is(Message type) const {
  std::uint32_t head = 0;
  if (waiting_bytes() < kWireHead) return false;
  std::memcpy(&head, pending_.data() + at_, sizeof head);
  return head == static_cast<std::uint32_t>(type);
}

}  // namespace vidik
