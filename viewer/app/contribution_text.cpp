#include "app/contribution_text.h"

#include "app/event_json.h"
#include "base/number.h"
#include "base/text.h"
#include "base/time_text.h"

#include <algorithm>
#include <array>

namespace vidik {
namespace {

constexpr std::array<std::string_view, 6> kKinds = {"symbol", "circle", "ring", "line", "polygon", "label"};
constexpr std::array<std::string_view, 11> kShapes = {"circle",        "diamond",     "square",   "hexagon",
                                                      "triangle_down", "triangle_up", "pentagon", "plus",
                                                      "star",          "bar",         "letter"};
constexpr std::array<std::string_view, 4> kStatuses = {"confirmed", "reported", "alleged", "disputed"};
constexpr std::array<std::string_view, 4> kLegendKinds = {"swatch", "line", "symbol", "words"};

template <typename E, std::size_t N>
std::string_view word(const std::array<std::string_view, N>& words, E value) {
  const auto at = static_cast<std::size_t>(value);
  return at < N ? words[at] : std::string_view("?");
}

// One line: words and numbers with a blank between.
class Line {
 public:
  explicit Line(std::string& out) : out_(out) {}
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;
  ~Line() { out_ += '\n'; }
  Line& add(std::string_view text) {
    if (!first_) out_ += ' ';
    first_ = false;
    out_ += text;
    return *this;
  }
  Line& quoted(std::string_view text) { return add("\"" + for_terminal(text) + "\""); }
  Line& number(std::string_view name, double value, double unless) {
    if (value != unless) add(name).add(fixed(value, 2));
    return *this;
  }
  Line& place(double lon, double lat) { return add(fixed(lon, 6) + "," + fixed(lat, 6)); }

 private:
  std::string& out_;
  bool first_ = true;
};

void add_look(Line& line, const OverlayMark& mark) {
  if (mark.color.a == 0) {
    line.add("category").add(std::to_string(mark.category_role));
  } else {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string color = "#";
    for (const std::uint8_t v : {mark.color.r, mark.color.g, mark.color.b, mark.color.a})
      color += {kDigits[v >> 4], kDigits[v & 15]};
    line.add(color);
  }
  line.number("opacity", mark.opacity, 1)
      .number("fill", mark.fill_opacity, 0)
      .number("width", mark.width_px, 1);
  line.number("dash", mark.dash_px, 0).number("gap", mark.gap_px, 0);
}

void add_mark(std::string& out, const OverlayMarks& all, const OverlayMark& mark) {
  Line line(out);
  line.add(word(kKinds, mark.kind));
  if (mark.event < all.event_ids.size()) line.add("of").quoted(all.event_ids[mark.event]);
  for (std::uint32_t i = mark.points.first; i < mark.points.first + mark.points.count; ++i)
    line.place(all.points[i].lon, all.points[i].lat);
  for (std::uint32_t i = mark.ring_ends.first; i < mark.ring_ends.first + mark.ring_ends.count; ++i)
    line.add("to").add(std::to_string(all.ring_ends[i]));
  if (mark.kind == OverlayKind::symbol) line.add(word(kShapes, mark.shape)).add(word(kStatuses, mark.style));
  line.number("size", mark.size_px, 0).number("metres", mark.radius_m, 0);
  line.number("low", mark.inner_px, 0).number("high", mark.outer_px, 0);
  line.number("right", mark.offset_x_px, 0).number("down", mark.offset_y_px, 0);
  add_look(line, mark);
  if (mark.over) line.add("over");
  if (mark.casing) line.add("casing");
  if (mark.tether) line.add("tether");
  if (!mark.text.empty()) line.quoted(mark.text);
}

void add_events(std::string& out, Session& session, const Layer& layer, std::size_t at) {
  const ViewState& view = session.view();
  const std::vector<EventRef> shown = listed(*session.indexes(), session.visible());
  const auto n = std::count_if(shown.begin(), shown.end(), [&](const EventRef& e) { return e.layer == at; });
  Line(out).add("events").add(std::to_string(n)).add("of").add(std::to_string(layer.size()));
  for (const EventRef& event : shown) {
    if (event.layer != at) continue;
    const Row row = event.row;
    Line line(out);
    line.add("event").quoted(layer.text(row, Field::id));
    line.add(layer.categories.rows()[layer.columns.category[row]].id);
    if (!layer.columns.facts[row].has(Facts::kNoPlace))
      line.place(layer.lon(row), layer.lat(row));
    else
      line.add("nowhere");
    line.add(written_date(layer, row)).number("strength", visible(layer.times(row), view.time), 1);
    line.quoted(layer.text(row, Field::title));
  }
}

}  // namespace

std::string contribution_text(Session& session, const OverlayEntry& entry) {
  std::string out;
  const Snapshot& snapshot = *session.snapshot();
  for (std::size_t i = 0; i < snapshot.layers.size(); ++i)
    if (snapshot.layers[i]->name == entry.short_name) add_events(out, session, *snapshot.layers[i], i);
  for (const OverlayMark& mark : entry.marks.marks) add_mark(out, entry.marks, mark);
  for (const OverlayMarks::LegendRow& row : entry.marks.legend) {
    Line line(out);
    line.add("legend").add(word(kLegendKinds, row.kind));
    add_look(line, row.look);
    line.quoted(row.words);
  }
  return out;
}

}  // namespace vidik
