#pragma once
// What travels between the program and its reading child, as bytes: requests, event batches, tables, shapes,
// reports.
//
// Ownership: a decoded batch keeps its own copies, but for its text, which keeps the payload. Errors: a
// decoder answers false on anything that is short, too long, out of range or does not fit together; nothing
// in it is trusted.

#include "ingest/source.h"
#include "ingest/wire.h"

#include <memory>

namespace vidik {

// A payload as read from the pipe; new char[] is aligned for every column type.
struct Payload {
  std::shared_ptr<char[]> bytes;
  std::size_t size = 0;
  std::span<const char> span() const { return {bytes.get(), size}; }
};

void encode(const ReadRequest& request, WireOut& out);
bool decode(WireIn& in, ReadRequest& request);

void encode(const ReadProgress& progress, WireOut& out);
bool decode(WireIn& in, ReadProgress& progress);

void encode(const ImportReport& report, WireOut& out);
bool decode(WireIn& in, ImportReport& report);

void encode(const Error& error, WireOut& out);
bool decode(WireIn& in, Error& error);

void encode(const EventBatch& batch, WireOut& out);
bool decode(const Payload& payload, EventBatch& batch);

// A piece of a table: appended to what came before, which must have the same columns (or none yet).
void encode(const TextTable& piece, WireOut& out);
bool append_decoded(WireIn& in, TextTable& table);

void encode(const MapTable& piece, WireOut& out);
bool append_decoded(WireIn& in, MapTable& table);
void encode(const BaseImage& image, WireOut& out);
bool decode(WireIn& in, BaseImage& image);

}  // namespace vidik
