#include "app/window_loop.h"

#include "app/command_session.h"
#include "app/commands.h"
#include "app/ending_posix.h"
#include "app/panel_rows.h"
#include "app/view_options.h"
#include "guest/wait_posix.h"
#include "index/visible.h"
#include "mapset/border_views.h"
#include "scene/pick.h"
#include "ui/count_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace vidik {

namespace {

constexpr double kFrame = 1.0 / 60,
                 kRest = 0.12,       // seconds after which the view rests (LOOK §5)
    kQuiet = 0.1,                    // seconds: between frames in motion; between looks at the session
    kWhileAtWork = 0.05;             // between looks at a picture that is being painted
constexpr double kProgress = 0.1;    // between frames while something more is read
constexpr double kHoverTail = 0.6;   // after input, tooltips may still open
constexpr double kTitle = 0.25;      // between titles: a screen reader reads no sixty a second
constexpr Size kLeast{900, 600};     // the least that LOOK lays out
constexpr double kFirstPaint = 0.3;  // LOOK §11: under 300 ms nothing of a progress is shown
constexpr double kWhileLoading =
    0.5;  // between frames then: what comes is worth more than how it looks meanwhile

}  // namespace

WindowLoop::WindowLoop(const Options& options, Session& session, Window& window, Canvas& canvas,
                       ImguiHost& host, double started_s)
    : options_(options),
      session_(session),
      window_(window),
      canvas_(canvas),
      host_(host),
      started_s_(started_s),
      export_(session, canvas, options) {
  desk_.choices.from_project = session_.view().filter;
  if (session_.picture() == nullptr)
    session_.view().furniture.inset = true;  // shown when it helps, until it is switched off
  load_kept();
  window_.set_least_size(kLeast);
  last_frame_s_ = window_.now_s();
}

StageFacts WindowLoop::facts() const {
  return {session_.zone(), session_.snapshot()->time_range(), session_.snapshot()->layers.size()};
}

void WindowLoop::learn() {
  known_.overlays = overlay_rows_of(session_);
  known_.readings = reading_rows_of(session_);
  const Snapshot& snapshot = *session_.snapshot();
  if (known_.countries_of != snapshot.serial) {
    known_.countries = countries_of(snapshot);
    known_.countries_of = snapshot.serial;
  }
  const std::vector<std::string>& problems = session_.problems();
  for (; problems_told_ < problems.size(); ++problems_told_) notice(desk_, problems[problems_told_]);
}

void WindowLoop::hear_author() {
  const bool busy = author_->is_busy(session_);
  const std::vector<std::string> said = author_->poll(monotonic_ms(), session_);
  for (const std::string& sentence : said) notice(desk_, sentence);
  if (!said.empty() || busy != author_->is_busy(session_)) dirty_ = true;
}

bool WindowLoop::first_words() {
  if (words_said_ || !session_.ready()) return true;
  words_said_ = true;
  ViewState& view = session_.view();
  const ViewState before = view;
  if (const auto applied = apply_words(session_, options_); !applied) {
    exit_code_ = complain(applied.error());
    return false;
  }
  session_.picture_inputs();
  if (options_.filter) desk_.choices.from_project = *options_.filter;
  view.size = before.size;  // the window's own
  view.scale = before.scale;
  return true;
}

void WindowLoop::lay_out() {
  const float content = window_.content_scale() * desk_.user_scale;
  if (std::abs(content - scale_) > 0.001f) {
    scale_ = content;
    host_.rescale(scale_);
    window_.set_least_size(
        {static_cast<int>(kLeast.width * scale_), static_cast<int>(kLeast.height * scale_)});
  }
  ViewState& view = session_.view();
  const Size fb = window_.framebuffer();
  view.scale = scale_;
  view.size = {static_cast<int>(std::ceil(static_cast<float>(fb.width) / scale_)),
               static_cast<int>(std::ceil(static_cast<float>(fb.height) / scale_))};
  LayoutIn in;
  in.size = view.size;
  in.left_open = desk_.left_open;
  in.timeline_open = desk_.timeline_open;
  const auto coming = std::count_if(known_.overlays.begin(), known_.overlays.end(), [](const OverlayRow& r) {
    return r.layer < 0 && r.state == OverlayState::loading;
  });
  in.lanes = static_cast<int>(session_.timeline().lanes->lanes.size());
  if (view.timeline_style.lanes == LaneBy::overlay) in.lanes += static_cast<int>(coming);
  in.range_rows = range_row_count(view.timeline_style);
  layout_ = lay_out_window(in);
  if (layout_.breadth != breadth_ && (layout_.breadth == Breadth::rail || breadth_ == Breadth::rail)) {
    // In a narrow window the panel lies over the map: it opens there when it is asked for.
    in.left_open = desk_.left_open = layout_.breadth != Breadth::rail;
    breadth_ = layout_.breadth;
    layout_ = lay_out_window(in);
  }
  // A map that shows the six countries fitted goes on doing so in its new size.
  const bool refit =
      !(view.map == layout_.map) && camera_set_ && !flight_.under_way() && view.camera == fit_region(view);
  view.map = layout_.map;
  view.timeline = layout_.timeline;
  view.plot_x = layout_.plot_x;
  view.furniture.caption = false;
  view.furniture.title.clear();
  view.furniture.timeline = desk_.timeline_open;
  view.furniture.legend = !(layout_.card_over_map && memory_.card.w > 0);
  if (!camera_set_ && view.map.w > 0) {
    camera_set_ = true;
    const auto asked = apply_camera_options(view, options_);
    if (!(asked.ok() && *asked))
      view.camera = session_.project_camera() ? *session_.project_camera() : fit_region(view);
  } else if (refit) {
    view.camera = fit_region(view);
  }
  // Data of another part of the world are shown where they are, unless somebody chose a view.
  if (words_said_ && !asked_elsewhere_ && view.map.w > 0) {
    asked_elsewhere_ = true;
    const bool chosen = options_.view || options_.bbox || session_.project_camera();
    const auto elsewhere = chosen ? std::nullopt : camera_of_data(*session_.snapshot(), view);
    if (elsewhere && view.camera == fit_region(view)) view.camera = *elsewhere;
  }
  // The timeline begins with the window and some room round it; a new window from the data or the command line too.
  const Span window = view.time.window;
  if (session_.picture() != nullptr && !options_.from && !options_.to && !options_.window)
    span_chosen_ = true;
  if (!span_chosen_ && window.begin < window.end) {
    const std::int64_t whole = window.end.us - window.begin.us;
    view.timeline_span = {plus(window.begin, -whole * 3 / 10), plus(window.end, whole * 3 / 20)};
    span_chosen_ = words_said_;
  }
}

bool WindowLoop::advance(double dt_s) {
  ViewState& view = session_.view();
  bool moved = false;
  if (flight_.under_way()) {
    flight_.advance(view.camera, view.map, dt_s);
    moved = true;
  }
  if (!desk_.playing) play_clock_ = {};
  if (desk_.playing) {
    const TimeView before = view.time;
    const PlayFacts facts{session_.zone(), session_.snapshot()->time_range(), [&](Time t, bool forward) {
                            return next_change(*session_.indexes(), view.layer_on, t, forward);
                          }};
    const Played played =
        advance_playback(view.time, desk_.playback, facts, dt_s, desk_.reduced_motion, play_clock_);
    desk_.playing = played.goes_on;
    if (played.skipped > 0)
      notice(desk_, "Skipped " + length_words({Time{0}, Time{played.skipped}}) + " without a change");
    // The playhead stays in sight: the timeline turns its page.
    const Span shown = view.timeline_span;
    if (view.time.cursor < shown.begin || view.time.cursor > shown.end) {
      const std::int64_t whole = shown.end.us - shown.begin.us;
      view.timeline_span = {plus(view.time.cursor, -whole / 10), plus(view.time.cursor, whole - whole / 10)};
    }
    moved = moved || !(view.time == before) || !desk_.playing;
  }
  return moved;
}

void WindowLoop::panels(const std::vector<KeyPress>& keys, Intents& out) {
  ViewState& view = session_.view();
  known_.plugins.clear();
  if (desk_.plugins_open) known_.plugins = plugin_rows_of(session_);
  if (author_ != nullptr) author_->add_words(session_, known_.plugins);
  if (known_.borders.empty() && session_.map())
    for (const BorderView& one : session_.map()->views()) known_.borders.push_back({one.id, one.label});
  if (known_.map_credits.empty() && session_.map())
    for (const Credit& credit : session_.map()->credits())
      for (const std::string& table : credit.layers) known_.map_credits.push_back({table, credit.text});
  known_.bases.clear();
  if (desk_.map_open)
    for (const OwnBaseView& own : view.bases) known_.bases.push_back(base_row_of(session_, own));
  PanelIn in{view,
             desk_,
             layout_,
             picture_,
             *session_.snapshot(),
             *session_.indexes(),
             session_.timeline(),
             desk_.cycle_open ? session_.cycles() : no_cycles_,
             theme(view.theme),
             host_.fonts(),
             session_.zone(),
             session_.project_title().empty() ? "Events" : session_.project_title(),
             known_.overlays,
             known_.plugins,
             known_.readings,
             session_.problems(),
             known_.countries,
             known_.borders,
             known_.map_credits,
             known_.bases,
             desk_.export_open ? &export_.sight() : nullptr,
             session_.selected(),
             session_.hovered(),
             session_.picked(),
             [this]() -> const std::vector<EventRef>& {
               if (const std::uint64_t version = session_.visible_version(); listed_.version != version) {
                 listed_.events = listed(*session_.indexes(), session_.visible());
                 listed_.version = version;
               }
               return listed_.events;
             },
             [this](Px at, float slack) {
               return pick_event(session_.scene_in(canvas_.fonts()), picture_, at, slack);
             },
             [this](EventRef event) { return session_.key_of(event); },
             keys,
             history_.undo_words(),
             history_.redo_words(),
             flight_.under_way(),
             session_.filtering() || !session_.timeline_current(),
             window_.now_s(),
             memory_};
  draw_panels(in, out);
  desk_.focus_search = false;
  const std::vector<Box2> covered = covered_boxes(in);
  if (covered != view.covered || !(view.card == memory_.card)) {
    view.covered = covered;
    view.card = memory_.card;
    dirty_ = true;
  }
}

bool WindowLoop::apply_all(Intents& intents) {
  Effects effects;
  for (const Intent& intent : intents.take()) apply(intent, stage(), facts(), effects);
  outside(effects);
  return effects.changed;
}

// The map that cannot be read is waited for no longer than one that can.
bool WindowLoop::all_there() const { return words_said_ && session_.ready() && !session_.map_is_coming(); }

// Panels first, over the picture that stands; when they ask for a change the picture is made again and the panels are drawn
// once more over it. So a frame never shows panels and map of two different states.
void WindowLoop::note_movement(double now_s) {
  ViewState& view = session_.view();
  if (!(view.camera == moved_camera_) || !(view.time == moved_time_)) {
    moved_camera_ = view.camera, moved_time_ = view.time;
    moved_s_ = now_s;
  }
  view.moving = now_s - moved_s_ < kRest;
}

void WindowLoop::frame(double dt_s) {
  dirty_ = false;
  ViewState& view = session_.view();
  lay_out();
  note_movement(window_.now_s());
  host_.set_theme(theme(view.theme));
  if (desk_.export_open) {
    const std::uint64_t data = session_.snapshot()->serial ^ session_.visible_version();
    export_.preview(desk_.export_choice, data != previewed_, window_.now_s());
    previewed_ = data;
  }
  canvas_.draw(session_, picture_);
  Intents intents;
  host_.begin(view.size, scale_, dt_s);
  panels(host_.take_keys(), intents);
  for (int again = 0; again < 2 && (!intents.empty() || dirty_); ++again) {
    const bool changed = apply_all(intents) || dirty_;
    if (!changed) break;
    dirty_ = false;
    host_.drop();
    lay_out();
    note_movement(window_.now_s());
    host_.set_theme(theme(view.theme));
    canvas_.draw(session_, picture_);
    host_.begin(view.size, scale_, 1e-4);
    panels({}, intents);
  }
  canvas_.paint(picture_, 0);
  host_.paint();
  window_.set_pointer(host_.pointer());
  if (apply_all(intents)) dirty_ = true;
}

double WindowLoop::patience() const {
  if (!session_.ready() || (author_ != nullptr && author_->is_busy(session_))) return 0.004;
  if (desk_.playing || flight_.under_way()) return std::max(0.0, kFrame - (window_.now_s() - last_frame_s_));
  if (dirty_ || host_.more_input()) return 0;
  if (export_.at_work()) return kWhileAtWork;
  if (session_.view().moving) return std::max(0.001, kRest - (window_.now_s() - moved_s_));
  return kQuiet;
}

int WindowLoop::run() {
  bool told = false;
  learn();
  while (!window_.close_wanted() && !is_asked_to_end()) {
    window_.wait(patience());
    const double now = window_.now_s();
    if (session_.poll()) {
      learn();
      dirty_ = true;
    }
    if (author_ != nullptr) hear_author();
    if (const auto said = export_.poll()) {
      notice(desk_, *said);
      dirty_ = true;
    }
    if (!first_words()) return exit_code_;
    // Nothing is shown half-made while it comes at once; a slow start shows what is there.
    const bool complete = all_there();
    if (!told && !complete && (now - started_s_ < kFirstPaint || now - last_frame_s_ < kWhileLoading))
      continue;
    if (complete && now - titled_s_ > kTitle) {
      titled_s_ = now;
      if (std::string title = state_words(); title != told_title_) {
        window_.set_title(title);
        told_title_ = std::move(title);
      }
    }
    for (std::string& path : window_.take_dropped()) {
      session_.add_file(path);
      dirty_ = true;
    }
    std::vector<InputEvent> input = window_.take_input();
    if (!input.empty() || host_.more_input()) {
      last_input_s_ = now;
      dirty_ = true;
      host_.feed(std::move(input), scale_, memory_.field_coming > 0 && !host_.typing());
    }
    if (window_.take_damage()) dirty_ = true;
    if (session_.view().moving && now - moved_s_ >= kRest) dirty_ = true;  // names find their places
    const double dt = now - last_frame_s_;
    const bool moved = advance(dt);
    const bool tail =
        now - last_input_s_ < kHoverTail || now < memory_.notice_until + 2 * kQuiet || host_.typing();
    if (!dirty_ && !moved && !(tail && dt > 0.06)) {
      if (desk_.playing || flight_.under_way()) last_frame_s_ = now;
      continue;
    }
    // What only tells how far a reading has come leaves the processor to the reading.
    if (!complete && !moved && !tail && dt < kProgress) continue;
    last_frame_s_ = now;
    frame(std::min(dt, 0.25));
    if (complete && !told && options_.until_first_frame) {
      window_.finish();
      std::puts("first frame");
      std::fflush(stdout);
      return 0;
    }
    told = told || complete;
    window_.swap();
  }
  return exit_code_;
}

}  // namespace vidik
