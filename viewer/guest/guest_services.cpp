// Parameters, panel, state and queries of a guest: what is asked of it, and what it answers.
#include "guest/guest.h"

#include "base/text.h"

#include <algorithm>

namespace vidik {
namespace {

constexpr std::int64_t kQuietMs = 1'000;  // after the last change, before the state is asked for
constexpr int kMostBadLoads = 2;

}  // namespace

bool Guest::offers(std::string_view service) const {
  return std::find(entry_->services.begin(), entry_->services.end(), service) != entry_->services.end();
}

void Guest::set_params(const ParamValues& values) {
  if (values == params_set_) return;
  params_set_ = values;
  params_new_ = true;
}

void Guest::open_panel(bool open) {
  panel_new_ = open && !panel_open_;
  panel_open_ = open;
  if (!open) presses_.clear();
}

void Guest::press(const PanelPress& press) {
  if (presses_.size() < kMaxControls) presses_.push_back(press);
  panel_new_ = panel_open_;
}

void Guest::give_state(OverlayBlob blob) {
  entry_->saved = std::move(blob);
  bad_loads_ = 0;
  state_given_ = false;
}

bool Guest::is_saving() {
  if (!process_ || !offers(VIDIK_STATE_1)) return false;
  save_at_once_ = state_changed_ms_ >= 0;
  return save_at_once_ || call_ == Call::save_state;
}

// The next thing to ask for besides events and marks; false = none. State comes before anything else, then the values.
bool Guest::ask_first(std::int64_t now_ms) {
  if (!state_given_) {
    state_given_ = true;
    if (offers(VIDIK_STATE_1) && !entry_->saved.bytes.empty() && bad_loads_ < kMostBadLoads) {
      WireOut out(Message::load_state);
      out.number(entry_->saved.version);
      out.text(entry_->saved.bytes);
      send(Call::load_state, out, now_ms);
      return true;
    }
  }
  if (params_new_) {
    params_new_ = false;
    if (!entry_->params.empty()) {
      WireOut out(Message::set_params);
      encode_values(entry_->params, params_set_, out);
      send(Call::set_params, out, now_ms);
      return true;
    }
  }
  return false;
}

bool Guest::ask_last(std::int64_t now_ms) {
  if (panel_new_ && offers(VIDIK_PANEL_1)) {
    panel_new_ = false;
    WireOut out(Message::build_panel);
    encode_presses(presses_, out);
    pressed_ = !presses_.empty();
    presses_.clear();
    send(Call::panel, out, now_ms);
    return true;
  }
  const bool quiet = state_changed_ms_ >= 0 && (save_at_once_ || now_ms - state_changed_ms_ >= kQuietMs);
  if (quiet && offers(VIDIK_STATE_1)) {
    state_changed_ms_ = -1;
    save_at_once_ = false;
    WireOut out(Message::save_state);
    send(Call::save_state, out, now_ms);
    return true;
  }
  return false;
}

void Guest::send(Call call, WireOut& message, std::int64_t now_ms) {
  begin(call, now_ms);
  process_->send(message.take());
  process_->pump();
}

bool Guest::take_params(WireIn& in) {
  entry_->params.clear();
  if (!decode_params(in, entry_->params)) return false;
  params_new_ = true;
  become_ready();
  return true;
}

bool Guest::take_state(WireIn& in) {
  OverlayBlob blob;
  blob.version = in.number<std::uint32_t>();
  blob.bytes = in.text(kMaxState);
  if (!in.finished()) return false;
  bad_loads_ = 0;
  changed_ = changed_ || !(blob == entry_->saved);
  entry_->saved = std::move(blob);
  return true;
}

bool Guest::take_panel(WireIn& in) {
  std::vector<PanelControl> controls;
  if (!decode_controls(in, controls)) return false;
  changed_ = changed_ || controls != entry_->panel;
  entry_->panel = std::move(controls);
  return true;
}

bool Guest::take_query(WireIn& in) {
  QueryWish wish;
  if (!decode_query(in, wish) || query_) return false;
  const auto& asks = setup_.manifest.asks;
  if (std::find(asks.begin(), asks.end(), "events") == asks.end() || !asked_ || !asked_->all.give) {
    WireOut out(Message::query_end);
    out.number(vidik_status{VIDIK_E_DENIED});
    process_->send(out.take());
    return true;
  }
  query_.emplace(asked_->all.give(), std::move(wish));
  return true;
}

// What its own call that just ended means for what it is asked next.
void Guest::finish_service(Call call, vidik_status status, const std::string& thrown) {
  if (status < 0) {
    const std::string& text = thrown.empty() ? said_ : thrown;
    const std::string said =
        std::string(word_of(call)).substr(3) + " failed with status " + std::to_string(status);
    keep_log(said + (text.empty() ? "" : ": " + text) + "\n");
    if (call == Call::load_state) {
      entry_->saved = {};
      entry_->reason = "its saved settings were refused; started fresh" + (text.empty() ? "" : ": " + text);
    } else if (call != Call::panel) {
      entry_->reason = said + (text.empty() ? "" : ": " + text);
    }
    changed_ = true;
    return;
  }
  if (status == VIDIK_RELOAD && offers(VIDIK_EVENTS_1)) {
    loaded_ = false;
    entry_->events_complete = false;
    changed_ = true;
  }
  const bool other_marks =
      call == Call::set_params || call == Call::load_state || (call == Call::panel && pressed_);
  if (other_marks && asked_) {
    ask_is_new_ = true;
    entry_->marks_current = !entry_->draws;
  }
  // What was done in it may have changed what the other controls say.
  if (call == Call::panel && std::exchange(pressed_, false)) panel_new_ = panel_open_;
}

// A state that its own process cannot bear is set aside the second time.
void Guest::note_bad_state(Call call) {
  if (call != Call::load_state || ++bad_loads_ < kMostBadLoads) return;
  entry_->saved = {};
  entry_->reason = "its saved settings were damaged; started fresh";
  keep_log(entry_->reason + "\n");
}

}  // namespace vidik
