#pragma once
// A file becomes a layer: from the cache when it was read before and has not changed, else through the child.
//
// Ownership: owns the job and the half-built layer. Threads: one owner; a finished read is written to the
// cache on a thread of its own, which the destructor waits for. Errors: as ReadJob's; open questions fail
// with Code::question and the report tells which. A cache that cannot be written or read is no error.
// Cost: a cached layer is mapped; else poll() appends what came and builds once at the end.

#include "ingest/source.h"
#include "store/layer.h"

#include <memory>
#include <string>

namespace vidik {

struct LayerRequest {
  ReadRequest read;
  std::string name;       // of the layer; empty = the file's name without extension
  std::string title;      // shown; empty = name
  std::string cache_dir;  // folder for layer files; empty = no cache (see default_cache_dir)
};

// $XDG_CACHE_HOME/vidik/layers, else ~/.cache/vidik/layers; empty when neither is known.
std::string default_cache_dir();

class LayerLoad {
 public:
  explicit LayerLoad(LayerRequest request);  // starts at once
  LayerLoad(LayerLoad&&) noexcept;
  LayerLoad& operator=(LayerLoad&&) noexcept;
  ~LayerLoad();

  ReadState poll();  // never blocks, but for the building of the layer at the end
  ReadState wait();
  void cancel();

  LayerRef layer() const;  // null until finished
  LayerRef layer_so_far()
      const;  // a copy of what has come, to show while reading; null when there is nothing yet
  std::uint64_t kept_so_far() const;
  bool from_cache() const;
  int wake_fd() const;
  ReadProgress progress() const;
  const ImportReport& report() const;
  const Error& error() const;

 private:
  struct Body;
  std::unique_ptr<Body> body_;
};

}  // namespace vidik
