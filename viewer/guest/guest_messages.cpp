// What a guest says, taken in: hello, categories, events, marks, the end of a call.
#include "guest/guest.h"

#include "base/text.h"
#include "guest/event_check.h"

#include <algorithm>

namespace vidik {
namespace {

constexpr std::uint64_t kMaxGuestEvents = 20'000'000;
constexpr std::uint64_t kShowEarly = 50'000;  // below this the whole load is there in a moment
constexpr std::size_t kReportBytes = 512;

std::string listed(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + for_terminal(word);
  return out.empty() ? "none" : out;
}

std::string counted(std::uint64_t n, const std::string& what) {
  return std::to_string(n) + " " + what + (n == 1 ? "" : "s");
}

bool read_texts(WireIn& in, std::vector<std::string>& out) {
  const std::uint32_t n = in.count(32, 4);
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) out.emplace_back(in.text(200));
  return in.ok();
}

}  // namespace

bool Guest::take(Message type, WireIn in, std::int64_t now_ms) {
  switch (type) {
    case Message::hello:
      return call_ == Call::create && take_hello(in, now_ms);
    case Message::refuse: {
      const bool again = in.number<std::uint8_t>() != 0;
      std::string why = for_terminal(in.text(4096));
      if (!in.finished() || call_ != Call::create) return false;
      if (!said_.empty()) why += ": " + said_;
      if (again)
        give_up(why);
      else
        refuse(why);
      return true;
    }
    case Message::limits:
      return call_ == Call::create && take_limits(in);
    case Message::categories:
      return call_ == Call::load && take_categories(in);
    case Message::events:
      return call_ == Call::load && take_events(in, in.left());
    case Message::marks:
      return call_ == Call::prepare && take_marks(in);
    case Message::report:
      return take_report(in);
    case Message::redraw:
      ask_is_new_ = ask_is_new_ || asked_.has_value();
      panel_new_ = panel_open_;
      return in.finished();
    case Message::params:
      return call_ == Call::create && take_params(in);
    case Message::state_changed:
      state_changed_ms_ = now_ms;
      return in.finished();
    case Message::state:
      return call_ == Call::save_state && take_state(in);
    case Message::panel:
      return call_ == Call::panel && take_panel(in);
    case Message::query:
      return call_ == Call::prepare && take_query(in);
    case Message::table_read: {
      const std::string name(in.text(200));
      if (!in.finished() || table_ || (call_ != Call::load && call_ != Call::prepare)) return false;
      const auto table = setup_.manifest.tables.find(name);
      if (table != setup_.manifest.tables.end()) {
        table_.emplace(table->second, setup_.reading);
      } else {
        WireOut out(Message::table_end);
        out.number(vidik_status{VIDIK_E_DENIED});
        process_->send(out.take());
      }
      return true;
    }
    case Message::done:
      return take_done(in, now_ms);
    default:
      return false;  // the host's own words
  }
}

// Once, and before anything else: vidik-guest's own word. What a plugin says of that later is none of ours.
bool Guest::take_limits(WireIn& in) {
  if (!entry_->isolation.empty()) return false;
  return read_texts(in, entry_->isolation) && in.finished() && !entry_->isolation.empty();
}

bool Guest::take_hello(WireIn& in, std::int64_t) {
  const auto epoch = in.number<std::uint32_t>();
  in.number<std::uint32_t>();  // level: structs say their own size
  const std::string id(in.text(200)), name(in.text(200)), version(in.text(200));
  std::vector<std::string> services;
  if (!read_texts(in, services) || !in.finished() || epoch != VIDIK_EPOCH || entry_->isolation.empty())
    return false;
  const Manifest& m = setup_.manifest;
  const auto differs = [&](const char* what, const std::string& said, const std::string& is) {
    if (said == is) return false;
    refuse("its manifest says " + (what + (" \"" + for_terminal(said))) + "\", it says \"" +
           for_terminal(is) + "\"");
    return true;
  };
  if (differs("id", m.id, id) || differs("name", m.name, name) || differs("version", m.version, version))
    return true;
  if (differs("services", listed(m.services), listed(services))) return true;
  entry_->services = services;
  entry_->draws = std::find(services.begin(), services.end(), VIDIK_DRAW_1) != services.end();
  entry_->marks_current = !entry_->draws;
  const bool hands_events = std::find(services.begin(), services.end(), VIDIK_EVENTS_1) != services.end();
  entry_->events_complete = !hands_events;
  if (!hands_events && setup_.with_events &&
      !entry_->layer) {  // a layer to switch off, though without events
    LayerBuilder builder(entry_->short_name, entry_->name);
    for (const std::string& credit : m.credits) builder.attribute(credit);
    entry_->layer = builder.build();
    categories_ = CategoryTable().rows();
  }
  if (!offers(VIDIK_PARAMS_1)) become_ready();  // else its parameters come next
  return true;
}

void Guest::become_ready() {
  entry_->state = GuestState::ready;
  note(Call::none);
  changed_ = true;
}

void Guest::send_load(std::int64_t now_ms) {
  builder_ = std::make_unique<LayerBuilder>(entry_->short_name, entry_->name);
  for (const std::string& credit : setup_.manifest.credits) builder_->attribute(credit);
  problems_ = Problems();
  new_categories_ = CategoryTable().rows();
  kept_.clear();
  extras_ = ExtraNames();
  handed_ = handed_bytes_ = shown_ = 0;
  cut_.clear();
  entry_->lost.clear();
  begin(Call::load, now_ms);
  process_->send(WireOut(Message::load).take());
  process_->pump();
}

bool Guest::take_categories(WireIn& in) {
  const std::uint32_t n = in.count(64, 16);
  if (handed_ > 0) return false;
  std::vector<Category> rows;
  int letters = 0;
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) {
    Category row;
    row.id = for_terminal(in.text(40));
    row.name = for_terminal(in.text(200));
    const Result<int> role = parse_colour_role(in.text(40));
    const auto shape = in.number<std::uint32_t>();
    if (!in.ok() || row.id.empty() || shape > VIDIK_SHAPE_LETTER) return false;
    row.role = role.ok() ? *role : -1;
    row.shape = static_cast<CategoryShape>(shape);
    if (row.shape == CategoryShape::letter) row.letter = static_cast<char>('A' + letters++ % 26);
    rows.push_back(std::move(row));
  }
  if (!in.finished()) return false;
  for (const Category& row : rows) builder_->define(row);
  if (!rows.empty()) new_categories_ = std::move(rows);
  return true;
}

// What is beyond the limits is left out; who then goes on for as long again will not end by itself.
bool Guest::has_room(std::uint64_t rows, std::size_t bytes) {
  handed_bytes_ += bytes;
  if (handed_bytes_ > 2 * setup_.load_bytes || handed_ + rows > 2 * kMaxGuestEvents) {
    give_up("hands over events without end");
    return false;
  }
  if (handed_ + rows > kMaxGuestEvents)
    cut_ = "more than 20,000,000 events; the rest are left out";
  else if (handed_bytes_ > setup_.load_bytes)
    cut_ = "more than " + std::to_string(setup_.load_bytes >> 20) + " MiB of events; the rest are left out";
  return cut_.empty();
}

bool Guest::take_events(WireIn& in, std::size_t bytes) {
  DecodedEvents decoded;
  if (!decoded.read(in) || !in.finished()) return false;
  const std::uint64_t n = decoded.events().n;
  if (n == 0) return false;  // what has no rows would count for nothing
  if (!has_room(n, bytes)) {
    handed_ += n;
    return true;
  }
  const std::size_t kept_before = kept_.size();
  EventBatch batch = batch_of(decoded.events(), handed_, kept_, extras_, problems_);
  for (std::string& id : batch.category_ids) {
    if (id.empty()) id = new_categories_.front().id;
  }
  const std::uint64_t in_layer = builder_->kept();
  builder_->append(batch, problems_);
  // The check above is the builder's own and more; were it ever not, events could no longer be told apart by ordinal.
  if (builder_->kept() - in_layer != kept_.size() - kept_before)
    kept_.assign(builder_->kept(), VIDIK_NO_EVENT);
  handed_ += n;
  if (handed_ >= kShowEarly && handed_ >= 2 * shown_) {
    shown_ = handed_;
    entry_->layer = builder_->build_so_far();
    changed_ = true;
  }
  return true;
}

bool Guest::take_report(WireIn& in) {
  const auto severity = in.number<std::int32_t>();
  const auto status = in.number<std::int32_t>();
  const std::string text = for_terminal(in.text(kReportBytes));
  if (!in.finished()) return false;
  keep_log(text + (status == 0 ? std::string() : " (status " + std::to_string(status) + ")") + "\n");
  if (severity == VIDIK_SAY_ERROR) said_ = text;
  if (severity == VIDIK_SAY_WARNING || severity == VIDIK_SAY_ERROR) {
    entry_->reason = text;
    changed_ = true;
  }
  return true;
}

bool Guest::take_done(WireIn& in, std::int64_t) {
  const auto status = in.number<vidik_status>();
  const std::string text = for_terminal(in.text(4096));
  if (!in.finished() || table_ || query_) return false;
  const Call call = std::exchange(call_, Call::none);
  if (call == Call::load)
    finish_load(status, text);
  else if (call == Call::prepare)
    finish_prepare(status, text);
  else if (call == Call::set_params || call == Call::load_state || call == Call::save_state ||
           call == Call::panel)
    finish_service(call, status, text);
  else
    return false;
  return true;
}

void Guest::finish_load(vidik_status status, const std::string& text) {
  if (status < 0 && status != VIDIK_E_FULL) {
    std::string why = text.empty() ? entry_->reason : text;
    // The plugin knows that its table could not be read, the host knows why.
    if (!entry_->lost.empty() && why.find(entry_->lost) == std::string::npos)
      why += (why.empty() ? "" : "; ") + entry_->lost;
    entry_->lost.clear();
    return give_up("load failed with status " + std::to_string(status) + (why.empty() ? "" : ": ") + why);
  }
  loaded_ = true;
  categories_ = std::move(new_categories_);
  entry_->layer = builder_->build();
  builder_.reset();
  events_ = HandedEvents(entry_->layer, std::move(kept_));
  kept_.clear();
  entry_->events_complete = true;
  entry_->progress = 1;
  ask_is_new_ = asked_.has_value();
  entry_->marks_current = !entry_->draws;
  say_what_was_lost();
  changed_ = true;
}

void Guest::say_what_was_lost() {
  const auto add = [this](const std::string& sentence) {
    if (sentence.empty() || entry_->lost.find(sentence) != std::string::npos) return;
    entry_->lost += (entry_->lost.empty() ? "" : "; ") + sentence;
  };
  if (problems_.count() > 0)
    add(counted(problems_.count(), "event") + " refused, the first: " + problems_.list().front().reason);
  add(cut_);
  if (!extras_.first_left_out().empty()) {
    add("there is room for " + std::to_string(ExtraNames::kMost) + " extra columns; \"" +
        for_terminal(std::string_view(extras_.first_left_out()).substr(0, 60)) +
        "\" and what follows are left out");
  }
  if (entry_->lost.empty()) return;
  entry_->reason = entry_->lost;
  keep_log(entry_->lost + "\n");
}

std::vector<vidik_visible> Guest::visible_events() const {
  std::vector<vidik_visible> out;
  if (!events_.layer()) return out;
  for (const AskLayer& layer : asked_->layers) {
    if (layer.serial != events_.layer()->serial) continue;
    for (const AskEvent& event : layer.events) {
      const std::uint64_t ordinal = events_.ordinal_of(event.row);
      if (ordinal == VIDIK_NO_EVENT || !(event.strength > 0)) continue;
      const std::uint32_t flags = (event.selected ? std::uint32_t{VIDIK_VISIBLE_SELECTED} : 0U) |
                                  (event.hovered ? std::uint32_t{VIDIK_VISIBLE_HOVERED} : 0U);
      out.push_back({ordinal, event.strength, flags});
    }
  }
  std::sort(out.begin(), out.end(),
            [](const vidik_visible& a, const vidik_visible& b) { return a.event < b.event; });
  return out;
}

void Guest::send_prepare(std::int64_t now_ms) {
  ask_is_new_ = false;
  if (!entry_->draws) return;
  const std::vector<vidik_visible> visible = visible_events();
  const AskView& ask = *asked_;
  vidik_view view{};
  view.size = sizeof view;
  view.serial = ++view_serial_;
  view.box = {ask.west, ask.south, ask.east, ask.north};
  view.window = {ask.time.window.begin.us, ask.time.window.end.us};
  view.cursor = ask.time.cursor.us;
  view.mode = static_cast<std::uint32_t>(ask.time.mode);  // the same order
  view.theme = ask.theme == ThemeName::dark ? VIDIK_THEME_DARK : VIDIK_THEME_LIGHT;
  view.width_pt = static_cast<std::uint32_t>(std::max(0, ask.width_px));
  view.height_pt = static_cast<std::uint32_t>(std::max(0, ask.height_px));
  view.px_per_pt = ask.px_ratio;
  view.zoom = static_cast<float>(ask.zoom);
  view.m_per_pt = ask.metres_per_px;
  view.visible_n = visible.size();
  view.visible = visible.data();
  const DrawBudget limits;
  vidik_budget budget{};
  budget.size = sizeof budget;
  budget.max_labels = limits.labels;
  budget.max_marks = limits.marks;
  budget.max_points = limits.points;
  budget.deadline_us = 8'000;
  recorder_ = std::make_unique<Recorder>(events_, categories_, theme(ask.theme), limits);
  asked_for_export_ = ask.for_export;
  begin(Call::prepare, now_ms);
  WireOut out(Message::prepare);
  encode_view(view, budget, out);
  process_->send(out.take());
  process_->pump();
}

bool Guest::take_marks(WireIn& in) {
  while (in.ok() && !in.finished()) {
    const WireMark mark = decode_mark(in);
    if (!in.ok() || !recorder_->add(mark)) return false;
  }
  return in.ok();
}

void Guest::finish_prepare(vidik_status status, const std::string& thrown) {
  const std::string& text = thrown.empty() ? said_ : thrown;
  const std::unique_ptr<Recorder> recorder = std::move(recorder_);
  changed_ = true;
  if (status < 0 && status != VIDIK_E_FULL) {  // the last good picture stays
    entry_->reason =
        "prepare failed with status " + std::to_string(status) + (text.empty() ? "" : ": " + text);
    entry_->marks_current = !ask_is_new_;
    keep_log(entry_->reason + "\n");
    return;
  }
  const std::uint64_t serial = entry_->marks.serial + 1;
  const std::string fault = recorder->first_fault();
  const bool full = recorder->was_full() || status == VIDIK_E_FULL;
  entry_->marks = recorder->take();
  entry_->marks.layer = entry_->short_name;
  entry_->marks.serial = serial;
  entry_->marks_current = !ask_is_new_;
  std::string said;
  if (entry_->marks.refused > 0) said = counted(entry_->marks.refused, "mark") + " refused: " + fault;
  if (full) said = "showing " + std::to_string(entry_->marks.marks.size()) + " marks of more";
  if (!said.empty() && said != entry_->reason) {
    entry_->reason = said;
    keep_log(said + "\n");
  }
}

static_assert(static_cast<int>(Mode::all) == VIDIK_MODE_ALL &&
              static_cast<int>(Mode::trail) == VIDIK_MODE_TRAIL);

}  // namespace vidik
