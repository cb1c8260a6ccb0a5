#pragma once
// What host and guest say to each other on fd 3: bounded messages of plain little-endian numbers and texts.
//
// A message is u32 type, u32 length, then so many bytes; nothing follows the last field. A text is u32 length
// and its bytes; a list is u32 count and its elements. docs/plugins/wire.md has every message field by field.
// Threads: one owner each. Errors: a WireIn that was asked for more than there is, or for a count above its
// limit, turns bad and gives zeros from then on; its owner asks ok() once at the end and kills the other side.

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

inline constexpr std::uint32_t kWireVersion = 1;
inline constexpr std::uint32_t kWireMaxMessage = 32u << 20;  // an event batch of 8,192 rows is about 4 MiB
inline constexpr std::size_t kWireHead = 8;

enum class Message : std::uint32_t {
  // host to guest
  start = 1,  // u32 wire version, u32 epoch, u32 level, text host name, text host version; fd 4 = the binary
  load = 2,   // hand over the events
  table_batch = 3,   // answer to table_read: list of columns (name, texts), u8 with events, events
  table_end = 4,     // i32 status
  prepare = 5,       // view, budget
  cancel = 6,        // the answer to the call under way is no longer wanted
  stop = 7,          // destroy, then leave
  set_params = 8,    // list of (text id, f64 number, text): all of them
  load_state = 9,    // u32 version, text bytes
  save_state = 10,   // none
  build_panel = 11,  // list of (u32 key, f64 value): what the user did since the last build
  query_batch = 12,  // answer to query: text layer, f32 strengths, events
  query_end = 13,    // i32 status
  // guest to host
  hello = 64,       // u32 epoch, u32 level, text id, text name, text version, list of services
  refuse = 65,      // u8 may it be tried again, text: why it cannot run; the guest leaves after it
  categories = 66,  // list of categories
  events = 67,      // a batch
  marks = 68,       // some marks of the prepare under way
  done = 69,        // i32 status of the call under way, text
  table_read = 70,  // text: which table
  report = 71,      // i32 severity, i32 status, text
  redraw = 72,
  limits =
      73,  // list of limits in force: vidik-guest's own word, before the plugin is opened or its command begun
  params = 74,  // what may be set, right after hello
  state_changed = 75,
  state = 76,  // u32 version, text bytes: answer to save_state
  panel = 77,  // list of controls: answer to build_panel
  query = 78,  // u32 flags, four f64 box, text layer; only during prepare
};

// The wire to a reading child has its own WireOut and WireIn: the linker must not take one for the other.
inline namespace guest_wire {

// Builds one message.
class WireOut {
 public:
  explicit WireOut(Message type);
  template <typename T>
  void number(T value) {
    static_assert(std::is_arithmetic_v<T>);
    raw(&value, sizeof value);
  }
  void text(std::string_view value);
  void raw(const void* from, std::size_t bytes);
  std::size_t size() const { return bytes_.size(); }
  // The whole message with its length filled in; the builder is empty afterwards.
  std::string take();

 private:
  std::string bytes_;
};

// Reads one message's bytes, which must outlive it and the texts it gives.
class WireIn {
 public:
  explicit WireIn(std::string_view bytes) : bytes_(bytes) {}
  template <typename T>
  T number() {
    static_assert(std::is_arithmetic_v<T>);
    T value{};
    const std::string_view from = raw(sizeof value);
    if (ok_) std::memcpy(&value, from.data(), sizeof value);
    return value;
  }
  std::string_view text(std::size_t longest = kWireMaxMessage);
  // A count of elements of at least `each` bytes, so that no count can ask for more memory than the message has.
  std::uint32_t count(std::uint32_t most, std::size_t each);
  std::string_view raw(std::size_t bytes);
  template <typename T>
  void column(std::uint32_t n, std::vector<T>& out) {
    const std::string_view from = raw(sizeof(T) * n);
    out.resize(ok_ ? n : 0);
    if (ok_ && n > 0) std::memcpy(out.data(), from.data(), from.size());
  }
  std::size_t left() const { return bytes_.size() - at_; }
  void fail() { ok_ = false; }
  bool ok() const { return ok_; }
  bool finished() const { return ok_ && at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

}  // namespace guest_wire

// Collects bytes as they arrive and gives whole messages.
class WireAssembly {
 public:
  enum class State { message, incomplete, nonsense };  // nonsense: longer than allowed or of no known type
  void add(const char* bytes, std::size_t n) { pending_.append(bytes, n); }
  // The payload stays valid until the next call of add() or next().
  State next(Message& type, std::string_view& payload);
  // Whether a message of this type is the next one, without taking it.
  bool next_is(Message type) const;
  std::size_t waiting_bytes() const { return pending_.size() - at_; }

 private:
  std::string pending_;
  std::size_t at_ = 0;
};

bool is_known(std::uint32_t type);

}  // namespace vidik
