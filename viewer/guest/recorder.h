#pragma once
// A guest's marks become frame types: each one checked again on this side, counted against the budget, in the theme's colours.
//
// Units: points of vidik_plugin.h are px at 1x of frame/overlay_marks.h. Ownership: take() gives everything away.
// Errors: a mark that fails mark_fault() or names an event that is not there is refused and counted; the others stay.
// Cost: O(points).

#include "frame/overlay_marks.h"
#include "frame/theme.h"
#include "guest/draw_wire.h"
#include "store/layer.h"

#include <span>
#include <string>

namespace vidik {

// What one prepare may use. A hundred thousand marks are far more than a picture can show.
struct DrawBudget {
  std::uint32_t labels = 2'000;
  std::uint64_t marks = 100'000, points = 2'000'000;
};

// The events a guest handed over, as it counts them: the n-th is found in the layer.
class HandedEvents {
 public:
  HandedEvents() = default;
  // `kept[k]` is the ordinal of the layer's text record k, ascending.
  HandedEvents(LayerRef layer, std::vector<std::uint64_t> kept);
  const LayerRef& layer() const { return layer_; }
  // The row of the n-th event; false when it was refused or never handed over.
  bool row_of(std::uint64_t ordinal, Row& row) const;
  std::uint64_t ordinal_of(Row row) const;

 private:
  LayerRef layer_;
  std::vector<std::uint64_t> kept_;
  std::vector<Row> row_of_record_;
};

class Recorder {
 public:
  Recorder(const HandedEvents& events, std::span<const Category> categories, const Theme& theme,
           DrawBudget budget)
      : events_(events), categories_(categories), theme_(theme), budget_(budget) {}
  // False when the guest goes on beyond every measure (four times the budget): stop listening to it.
  bool add(const WireMark& mark);
  bool was_full() const { return full_; }
  const std::string& first_fault() const { return first_fault_; }
  OverlayMarks take() { return std::move(out_); }

 private:
  void refuse(const char* why);
  bool set_event(std::uint64_t event, OverlayMark& out);
  void add_legend(const WireMark& mark);
  void set_style(const vidik_style& style, OverlayMark& out) const;

  const HandedEvents& events_;
  std::span<const Category> categories_;
  const Theme& theme_;
  DrawBudget budget_;
  OverlayMarks out_;
  std::uint64_t seen_ = 0, labels_ = 0;
  bool full_ = false;
  std::string first_fault_;
};

}  // namespace vidik
