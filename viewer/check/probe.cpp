#include "check/probe.h"

#include "base/text.h"
#include "guest/event_check.h"

#include <algorithm>
#include <utility>

namespace vidik {
namespace {

// The first text of an event that nobody could show.
std::string text_fault_of(const vidik_events& e, std::uint64_t i) {
  const std::pair<const char*, const vidik_text*> texts[] = {
      {"id", e.id},           {"title", e.title},           {"category", e.category},
      {"summary", e.summary}, {"place", e.place},           {"unit", e.unit},
      {"country", e.country}, {"begin_text", e.begin_text}, {"end_text", e.end_text}};
  for (const auto& [name, column] : texts) {
    if (column != nullptr && !is_valid_utf8(view_of(column[i])))
      return std::string(name) + " of event " + std::to_string(i) + " is not UTF-8";
  }
  return {};
}

void widen(vidik_span& span, const vidik_moment& m) {
  for (const vidik_time t : {m.earliest, m.latest}) {
    if (t == VIDIK_TIME_OPEN_BEGIN || t == VIDIK_TIME_OPEN_END) continue;
    if (span.begin == VIDIK_TIME_OPEN_BEGIN || t < span.begin) span.begin = t;
    if (span.end == VIDIK_TIME_OPEN_END || t > span.end) span.end = t;
  }
}

void take_events(const std::string& payload, Loaded& into) {
  WireIn in(payload);
  DecodedEvents decoded;
  if (!decoded.read(in)) {
    into.fault = "its columns contradict each other";
    return;
  }
  const vidik_events& e = decoded.events();
  for (std::uint64_t i = 0; i < e.n; ++i) {
    if (const char* fault = event_fault(e, i); fault != nullptr && into.fault.empty())
      into.fault = "event " + std::to_string(into.events + i) + ": " + fault;
    if (into.text_fault.empty()) into.text_fault = text_fault_of(e, i);
    if (e.begin != nullptr) widen(into.span, e.begin[i]);
    if (e.end != nullptr) widen(into.span, e.end[i]);
  }
  into.events += e.n;
}

void take_marks(const std::string& payload, std::uint64_t events, Drawn& into) {
  WireIn in(payload);
  while (in.ok() && in.left() > 0) {
    const WireMark mark = decode_mark(in);
    if (!in.ok()) break;
    ++into.marks;
    if (const char* fault = mark_fault(mark); fault != nullptr && into.fault.empty())
      into.fault = "mark " + std::to_string(into.marks) + ": " + fault;
    if (mark.symbol.event != VIDIK_NO_EVENT && mark.symbol.event >= events) ++into.strangers;
  }
}

// The writer that the overlay gets: passes everything on, and sees what it goes on with after it was told to stop.
struct WatchedWriter {
  vidik_draw draw{};
  char later_fields[256];
  const vidik_draw* inner = nullptr;
  bool full = false;
  std::uint64_t after_full = 0;

  static WatchedWriter& of(const vidik_draw* d) { return *static_cast<WatchedWriter*>(d->ctx); }
  template <typename Call>
  vidik_status pass(Call call) {
    if (full) ++after_full;
    const vidik_status status = call(inner);
    full = full || status == VIDIK_E_FULL;
    return status;
  }
  explicit WatchedWriter(const vidik_draw* passed_to, bool larger) : inner(passed_to) {
    std::fill(std::begin(later_fields), std::end(later_fields), '\xA5');
    draw.size = sizeof draw + (larger ? sizeof later_fields : 0);
    draw.ctx = this;
    draw.symbol = [](const vidik_draw* d, const vidik_style* s, const vidik_symbol* all, std::uint64_t n) {
      return of(d).pass([&](const vidik_draw* to) { return to->symbol(to, s, all, n); });
    };
    draw.circle = [](const vidik_draw* d, const vidik_style* s, vidik_lonlat at, double r, std::uint64_t e) {
      return of(d).pass([&](const vidik_draw* to) { return to->circle(to, s, at, r, e); });
    };
    draw.ring = [](const vidik_draw* d, const vidik_style* s, vidik_lonlat at, float dx, float dy, float low,
                   float high, std::uint64_t e) {
      return of(d).pass([&](const vidik_draw* to) { return to->ring(to, s, at, dx, dy, low, high, e); });
    };
    draw.line = [](const vidik_draw* d, const vidik_style* s, const vidik_lonlat* points, std::uint64_t n,
                   std::uint64_t e) {
      return of(d).pass([&](const vidik_draw* to) { return to->line(to, s, points, n, e); });
    };
    draw.polygon = [](const vidik_draw* d, const vidik_style* s, const vidik_lonlat* points,
                      const std::uint64_t* ends, std::uint64_t rings, std::uint64_t e) {
      return of(d).pass([&](const vidik_draw* to) { return to->polygon(to, s, points, ends, rings, e); });
    };
    draw.label = [](const vidik_draw* d, const vidik_style* s, vidik_lonlat at, float dx, float dy,
                    vidik_text text, std::uint64_t e) {
      return of(d).pass([&](const vidik_draw* to) { return to->label(to, s, at, dx, dy, text, e); });
    };
    draw.legend = [](const vidik_draw* d, const vidik_style* s, std::uint32_t kind, vidik_text words) {
      return of(d).pass([&](const vidik_draw* to) { return to->legend(to, s, kind, words); });
    };
  }
};

}  // namespace

Probe::Probe(ChildLink& checker, ProbeWords words)
    : checker_(checker), words_(std::move(words)), random_(words_.seed) {}

void Probe::say_call(std::string_view call) {
  WireOut out(Message::report);
  out.number(std::int32_t{VIDIK_SAY_NOTE});
  out.number(vidik_status{VIDIK_OK});
  out.text(call);
  checker_.send(std::move(out));
}

Result<const vidik_module*> Probe::module() {
  if (module_ == nullptr) {
    say_call("when it was loaded");
    VIDIK_TRY(module_, open_module("/proc/self/fd/4"));
  }
  return module_;
}

Subject::Subject(Probe& probe, const HostDress& dress)
    : probe_(probe), link_(probe.checker()), host_(link_, "Vidik", "check") {
  const Result<const vidik_module*> module = probe.module();
  if (!module.ok()) {
    why_ = module.error().text;
    return;
  }
  probe.say_call("in create");
  Result<ChildModule> made = create_plugin(**module, dress ? *dress(host_.host()) : host_.host());
  if (made.ok())
    made_ = std::move(made).value();
  else
    why_ = made.error().text;
}

void Subject::destroy() {
  if (made_.plugin == nullptr) return;
  probe_.say_call("in destroy");
  std::string thrown;
  guarded([&] { return made_.plugin->destroy(made_.plugin), VIDIK_OK; }, thrown);
  made_ = {};
}

std::vector<vidik_param_value> Subject::default_values() const {
  std::vector<vidik_param_value> out;
  if (made_.params == nullptr) return out;
  for (std::uint64_t i = 0; i < made_.params->n; ++i) {
    const vidik_param& p = param_at(*made_.params, i);
    out.push_back(
        {p.id, p.kind == VIDIK_PARAM_TEXT ? 0 : p.value, p.kind == VIDIK_PARAM_TEXT ? p.text : vidik_text{}});
  }
  return out;
}

vidik_status Subject::set(const std::vector<vidik_param_value>& values, std::string& thrown) {
  if (made_.params == nullptr) return VIDIK_OK;
  probe_.say_call("in params");
  return guarded([&] { return made_.params->set(made_.plugin, values.data(), values.size()); }, thrown);
}

std::string Subject::answers(std::string_view who, vidik_status status) const {
  std::string out = std::string(who) + " answers " + status_word(status);
  if (!link_.last_words.empty()) out += "; its words: " + link_.last_words;
  return out;
}

Loaded Subject::load() {
  Loaded out;
  out.status = set(default_values(), out.thrown);
  if (out.status >= 0 && made_.events != nullptr) {
    probe_.say_call("in load");
    link_.said.clear();
    const vidik_event_writer& writer = host_.begin_load();
    out.status = guarded([&] { return made_.events->load(made_.plugin, &writer); }, out.thrown);
    for (const ListeningLink::Said& one : link_.said) {
      if (one.type != Message::events && one.type != Message::categories) continue;
      out.bytes += one.payload;
      if (one.type == Message::events) take_events(one.payload, out);
    }
    link_.said.clear();
  }
  loaded_ = out;
  return out;
}

vidik_view Subject::view(std::uint64_t most_visible) {
  visible_.clear();
  for (std::uint64_t i = 0; i < std::min({loaded_.events, most_visible, kMaxVisible}); ++i)
    visible_.push_back({i, 1, 0});
  vidik_view out{};
  out.size = sizeof out;
  out.serial = 1;
  out.box = {13, 38, 24, 48};
  constexpr vidik_time kSomeDay = 1'735'689'600'000'000;  // 2025-01-01
  const bool known = loaded_.span.begin != VIDIK_TIME_OPEN_BEGIN;
  out.window = known ? loaded_.span : vidik_span{kSomeDay - 86'400'000'000 * 365, kSomeDay};
  out.cursor = out.window.end;
  out.mode = VIDIK_MODE_WINDOW;
  out.theme = VIDIK_THEME_DARK;
  out.width_pt = 1280;
  out.height_pt = 720;
  out.px_per_pt = 1;
  out.zoom = 6.4F;
  out.m_per_pt = 1300;
  out.visible_n = visible_.size();
  out.visible = visible_.data();
  return out;
}

Drawn Subject::prepare(const vidik_view& view, const vidik_budget& budget, const As& as) {
  Drawn out;
  if (made_.draw == nullptr) return out;
  probe_.say_call("in prepare");
  link_.said.clear();
  WatchedWriter writer(&host_.begin_prepare(budget), as.larger_writer);
  const vidik_view* seen = as.view == nullptr ? &view : as.view;
  const vidik_budget* allowed = as.budget == nullptr ? &budget : as.budget;
  out.status =
      guarded([&] { return made_.draw->prepare(made_.plugin, seen, allowed, &writer.draw); }, out.thrown);
  host_.end_prepare();
  for (const ListeningLink::Said& one : link_.said) {
    if (one.type != Message::marks) continue;
    out.bytes += one.payload;
    take_marks(one.payload, loaded_.events, out);
  }
  link_.said.clear();
  out.after_full = writer.after_full;
  return out;
}

bool is_known_status(vidik_status status) {
  return (status >= VIDIK_E_NOMEM && status <= VIDIK_RELOAD) || status == VIDIK_E_INTERNAL;
}

std::string status_word(vidik_status status) {
  constexpr std::pair<vidik_status, const char*> kWords[] = {{VIDIK_OK, "VIDIK_OK"},
                                                             {VIDIK_NOTE, "VIDIK_NOTE"},
                                                             {VIDIK_RELOAD, "VIDIK_RELOAD"},
                                                             {VIDIK_E_ARG, "VIDIK_E_ARG"},
                                                             {VIDIK_E_FULL, "VIDIK_E_FULL"},
                                                             {VIDIK_E_UNSUPPORTED, "VIDIK_E_UNSUPPORTED"},
                                                             {VIDIK_E_DATA, "VIDIK_E_DATA"},
                                                             {VIDIK_E_IO, "VIDIK_E_IO"},
                                                             {VIDIK_E_DENIED, "VIDIK_E_DENIED"},
                                                             {VIDIK_E_CANCELLED, "VIDIK_E_CANCELLED"},
                                                             {VIDIK_E_NOMEM, "VIDIK_E_NOMEM"},
                                                             {VIDIK_E_INTERNAL, "VIDIK_E_INTERNAL"}};
  for (const auto& [value, word] : kWords)
    if (value == status) return std::string(word) + " (" + std::to_string(status) + ")";
  return std::to_string(status);
}

}  // namespace vidik
