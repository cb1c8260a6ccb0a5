// What an overlay's process may send: whole messages in pieces, events, marks.
#include "guest/draw_wire.h"
#include "guest/event_wire.h"
#include "guest/wire.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  vidik::WireIn in(body);
  switch (bytes[0] % 4) {
    case 0: {
      vidik::DecodedEvents events;
      (void)events.read(in);
      break;
    }
    case 1:
      while (in.ok() && !in.finished()) (void)vidik::mark_fault(vidik::decode_mark(in));
      break;
    case 2: {
      vidik::DecodedView view;
      (void)vidik::decode_view(in, view);
      break;
    }
    default: {
      vidik::WireAssembly assembly;
      vidik::Message type{};
      std::string_view payload;
      for (std::size_t at = 0; at < body.size(); at += 7) {
        const std::string_view piece = body.substr(at, 7);
        assembly.add(piece.data(), piece.size());
        while (assembly.next(type, payload) == vidik::WireAssembly::State::message) {
        }
      }
    }
  }
  return 0;
}
