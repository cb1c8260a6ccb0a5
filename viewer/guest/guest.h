#pragma once
// One overlay with code: its process started, asked, watched and restarted; what it says checked and kept.
//
// Units: milliseconds of the caller's monotonic clock. Ownership: writes the OverlayEntry it was given last, which outlives it;
// owns its process. Threads: one owner, the thread that polls. Errors: in entry.state and entry.reason.
// Cost: poll() never waits and takes at most 8 MiB of what arrived.

#include "guest/event_check.h"
#include "guest/overlay.h"
#include "guest/query_serve.h"
#include "guest/recorder.h"
#include "guest/roster.h"
#include "guest/sentinel.h"
#include "guest/service_wire.h"
#include "guest/table_serve.h"
#include "store/layer_builder.h"

#include <memory>
#include <optional>

namespace vidik {

struct GuestSetup {
  Manifest manifest;
  std::string folder;   // absolute; the guest may read it
  std::string program;  // vidik-guest
  Descriptor binary;    // sealed copy
  TableReading reading;
  std::string log_path;      // empty: no log is kept
  std::string sentinel_dir;  // empty: no note is left of what it is doing
  bool with_events = true;
  bool watchdog = true;   // false: whoever debugs it may stop it as long as they like
  bool on_trial = false;  // a fall is the end, until move_to() makes it the overlay that runs
  std::uint64_t load_bytes = RosterOptions().load_bytes;
};

class Guest final : public Overlay {
 public:
  Guest(GuestSetup setup, OverlayEntry& entry);
  ~Guest() override;

  void start(std::int64_t now_ms) override;
  void stop(std::int64_t now_ms) override;
  bool poll(std::int64_t now_ms) override;
  void ask(const AskView& view) override;
  void set_params(const ParamValues& values) override;
  void open_panel(bool open) override;
  void press(const PanelPress& press) override;
  void give_state(OverlayBlob blob) override;
  bool is_saving() override;
  void move_to(OverlayEntry& entry) override;
  void add_wake_fds(std::vector<int>& out) const override;
  bool gone() const override { return !process_ && !dying_; }

 private:
  enum class Call : std::uint8_t {
    none,
    create,
    load,
    prepare,
    set_params,
    load_state,
    save_state,
    panel,
    destroy
  };
  static const char* word_of(Call call);

  void launch(std::int64_t now_ms);
  std::vector<std::string> program_words() const;
  void begin(Call call, std::int64_t now_ms);
  void note(Call call);
  void take_messages(std::int64_t now_ms);
  bool take(Message type, WireIn in, std::int64_t now_ms);  // false: nonsense
  bool take_hello(WireIn& in, std::int64_t now_ms);
  bool take_limits(WireIn& in);
  bool take_categories(WireIn& in);
  bool take_events(WireIn& in, std::size_t bytes);
  bool has_room(std::uint64_t rows, std::size_t bytes);
  void say_what_was_lost();
  bool take_marks(WireIn& in);
  bool take_report(WireIn& in);
  bool take_done(WireIn& in, std::int64_t now_ms);
  bool offers(std::string_view service) const;
  void become_ready();
  bool ask_first(std::int64_t now_ms);
  bool ask_last(std::int64_t now_ms);
  void send(Call call, WireOut& message, std::int64_t now_ms);
  bool take_params(WireIn& in);
  bool take_state(WireIn& in);
  bool take_panel(WireIn& in);
  bool take_query(WireIn& in);
  void finish_service(Call call, vidik_status status, const std::string& text);
  void note_bad_state(Call call);
  void finish_load(vidik_status status, const std::string& text);
  void finish_prepare(vidik_status status, const std::string& thrown);
  void send_load(std::int64_t now_ms);
  void send_prepare(std::int64_t now_ms);
  std::vector<vidik_visible> visible_events() const;
  void watch(std::int64_t now_ms);
  std::int64_t limit_ms() const;
  void refuse(std::string reason);
  void give_up(std::string reason);  // failed by its own word: no restart
  void fall(std::string reason, std::int64_t now_ms);
  void end_process();
  void bury();
  void keep_log(const std::string& line);
  void write_log() const;

  GuestSetup setup_;
  OverlayEntry* entry_;
  std::optional<GuestProcess> process_;
  std::optional<Sentinel> sentinel_;
  std::optional<GuestProcess> dying_;  // told to stop; a second to leave
  std::int64_t dying_until_ = 0;
  Call call_ = Call::none;
  std::int64_t call_began_ = 0, last_progress_ = 0, cpu_at_start_ = 0, closed_since_ = 0, restart_at_ = -1;
  std::vector<std::int64_t> falls_;
  std::optional<TableServe> table_;
  std::optional<QueryServe> query_;

  // the load under way
  std::unique_ptr<LayerBuilder> builder_;
  Problems problems_;
  std::vector<Category> categories_, new_categories_;
  std::vector<std::uint64_t> kept_;
  ExtraNames extras_;
  std::uint64_t handed_ = 0, handed_bytes_ = 0, shown_ = 0;
  std::string cut_;  // why the rest of a load was left out
  bool loaded_ = false;
  HandedEvents events_;

  // drawing
  std::optional<AskView> asked_;
  bool ask_is_new_ = false;
  bool asked_for_export_ = false;
  std::uint32_t view_serial_ = 0;
  std::unique_ptr<Recorder> recorder_;

  // what the user and the project set
  ParamValues params_set_;
  bool params_new_ = false;
  bool panel_open_ = false, panel_new_ = false, pressed_ = false;
  std::vector<PanelPress> presses_;
  bool state_given_ = false;
  int bad_loads_ = 0;
  std::int64_t state_changed_ms_ = -1;
  bool save_at_once_ = false;
  std::string said_;  // its last error in the call under way, in its own words

  std::string log_;
  bool changed_ = false;
};

}  // namespace vidik
