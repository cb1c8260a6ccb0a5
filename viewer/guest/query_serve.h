#pragma once
// Answers a guest's vidik.query/1: the visible events of every layer, batch by batch.
//
// Ownership: keeps the layers it was given. Threads: one owner. Errors: none; what is beyond kMaxQueried is left out and the
// status says so. Cost: step() sends while the guest has less than 4 MiB to take.

#include "guest/process.h"
#include "guest/roster.h"
#include "guest/service_wire.h"

namespace vidik {

struct QueryWish {
  std::uint32_t flags = 0;
  double west = 0, south = 0, east = 0, north = 0;  // all 0: everywhere
  std::string layer;                                // empty: all
};
bool decode_query(WireIn& in, QueryWish& out);

class QueryServe {
 public:
  QueryServe(std::vector<AskLayer> layers, QueryWish wish)
      : layers_(std::move(layers)), wish_(std::move(wish)) {}
  // True while there is more to come.
  bool step(GuestProcess& to);

 private:
  bool is_wanted(const Layer& layer, Row row) const;
  std::vector<AskEvent> next_rows(const AskLayer& layer);

  std::vector<AskLayer> layers_;
  QueryWish wish_;
  std::size_t layer_ = 0, at_ = 0;
  std::uint64_t sent_ = 0;
  bool cut_ = false, over_ = false;
};

// The columns of vidik_events that a query gives, of some rows of a layer. Texts point into the layer.
class QueryColumns {
 public:
  QueryColumns(const Layer& layer, std::span<const AskEvent> rows, bool with_texts);
  const vidik_events& events() const { return events_; }

 private:
  vidik_events events_{};
  std::vector<vidik_text> id_, category_, title_, place_, country_, unit_;
  std::vector<vidik_moment> begin_, end_;
  std::vector<std::uint8_t> precision_, place_kind_, severity_, status_;
  std::vector<double> lon_, lat_;
  std::vector<float> radius_;
  std::vector<std::uint32_t> flags_;
  std::vector<vidik_magnitude> magnitude_;
};

}  // namespace vidik
