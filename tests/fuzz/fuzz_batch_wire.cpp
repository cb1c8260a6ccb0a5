// What a reading child may send: everything is checked, nothing is believed. The first byte says which
// decoder is meant.
#include "ingest/batch_wire.h"
#include "ingest/wire.h"

#include <cstring>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  vidik::Payload payload;
  payload.size = size - 1;
  payload.bytes = std::shared_ptr<char[]>(new char[payload.size]);
  if (payload.size > 0) std::memcpy(payload.bytes.get(), bytes + 1, payload.size);
  vidik::WireIn in(payload.span());
  switch (bytes[0] % 6) {
    case 0: {
      vidik::EventBatch batch;
      (void)vidik::decode(payload, batch);
      break;
    }
    case 1: {
      vidik::ReadRequest request;
      (void)vidik::decode(in, request);
      break;
    }
    case 2: {
      vidik::ImportReport report;
      (void)vidik::decode(in, report);
      break;
    }
    case 3: {
      vidik::TextTable table;
      (void)vidik::append_decoded(in, table);
      break;
    }
    case 4: {
      vidik::MapTable table;
      (void)vidik::append_decoded(in, table);
      break;
    }
    default: {
      vidik::Error error;
      (void)vidik::decode(in, error);
    }
  }
  return 0;
}
