#pragma once
// Turns batches into a Layer: checks each row, sorts by (earliest begin, id), fills the side columns.
//
// Threads: one owner; build() may run on a worker. Errors: a refused row is reported to `problems` with its source
// row and reason (non-finite or out-of-range place, end before begin); never thrown. Longitudes are wrapped. An id that
// occurs again is kept with a number ("x#2") and told to build()'s `notes`; a row without one is called by its line.
// Cost: append O(rows), build O(n log n).

#include "base/problems.h"
#include "store/event_batch.h"
#include "store/layer.h"

namespace vidik {

class LayerBuilder {
 public:
  LayerBuilder(std::string name, std::string title);
  ~LayerBuilder();
  LayerBuilder(LayerBuilder&&) noexcept;
  LayerBuilder& operator=(LayerBuilder&&) noexcept;

  void define(const Category& category);  // the layer's own table; order kept
  void attribute(std::string credit);
  void append(const EventBatch& batch, Problems& problems);
  std::uint64_t kept() const;
  // Everything so far; the builder is empty afterwards. `notes`: what was changed in rows that were kept.
  LayerRef build(Problems* notes = nullptr);
  LayerRef build_so_far() const;  // a copy, to show while more is read

 private:
  struct Rows;
  static LayerRef finish(Rows rows, Problems* notes);
  std::unique_ptr<Rows> rows_;
};

}  // namespace vidik
