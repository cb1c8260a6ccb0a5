// Level 3: is what it gives sane?
#include "check/probe_checks.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace vidik {
namespace {

constexpr vidik_time kYear = 31'556'952'000'000;

bool is_about_finite(const std::string& fault) { return fault.find("finite") != std::string::npos; }

std::string fault_of(const Drawn& drawn) {
  if (!drawn.thrown.empty()) return for_terminal(drawn.thrown);
  if (drawn.bad()) return "it answers " + status_word(drawn.status);
  return drawn.fault;
}

// An overlay with its events, or why there is nothing to check.
struct Ready {
  Subject subject;
  Finding none;
  bool go = false;
  Ready(Probe& probe, bool needs_draw) : subject(probe) {
    if (!subject.ok()) {
      none = failed(subject.why());
    } else if (needs_draw && subject.made().draw == nullptr) {
      none = skipped("it does not offer vidik.draw/1");
    } else {
      subject.load();
      go = true;
    }
  }
};

// Each view in turn; the first fault with what the view was.
template <typename Views>
Finding sweep(Probe& probe, const Views& views) {
  Ready ready(probe, true);
  if (!ready.go) return ready.none;
  Finding out = passed();
  views(ready.subject, [&](const vidik_view& view, const std::string& what) {
    const std::string fault = fault_of(ready.subject.prepare(view, kUsualBudget));
    if (!fault.empty() && out.outcome == Outcome::pass) out = failed(what + ": " + fault);
  });
  return out;
}

vidik_view at_zoom(vidik_view view, double lon, double lat, double zoom) {
  const double degrees = 360 * view.width_pt / (256 * std::exp2(zoom));
  view.zoom = static_cast<float>(zoom);
  view.m_per_pt = 40'075'016.7 * std::cos(lat * 0.017453292519943295) / (256 * std::exp2(zoom));
  view.box = {lon - degrees / 2, std::max(-85.06, lat - degrees / 4), lon + degrees / 2,
              std::min(85.06, lat + degrees / 4)};
  if (degrees >= 360) view.box = {-180, -85.06, 180, 85.06};
  return view;
}

Finding faults(Probe& probe, bool about_finite) {
  Ready ready(probe, false);
  if (!ready.go) return ready.none;
  const Loaded& loaded = ready.subject.loaded();
  if (!loaded.fault.empty() && is_about_finite(loaded.fault) == about_finite) return failed(loaded.fault);
  if (!about_finite && !loaded.text_fault.empty()) return failed(loaded.text_fault);
  const Drawn drawn = ready.subject.prepare(ready.subject.view(), kUsualBudget);
  if (!drawn.fault.empty() && is_about_finite(drawn.fault) == about_finite) return failed(drawn.fault);
  return passed();
}

}  // namespace

Finding check_finite(Probe& probe) { return faults(probe, true); }
Finding check_in_range(Probe& probe) { return faults(probe, false); }

Finding check_marks_own_events(Probe& probe) {
  Ready ready(probe, true);
  if (!ready.go) return ready.none;
  const Drawn drawn = ready.subject.prepare(ready.subject.view(), kUsualBudget);
  if (drawn.strangers == 0) return passed();
  return failed(std::to_string(drawn.strangers) + " of " + std::to_string(drawn.marks) +
                " marks name an event that it did not hand over");
}

Finding check_deterministic(Probe& probe) {
  Ready ready(probe, false);
  if (!ready.go) return ready.none;
  const std::string first = ready.subject.loaded().bytes;
  const Drawn a = ready.subject.prepare(ready.subject.view(), kUsualBudget);
  const Drawn b = ready.subject.prepare(ready.subject.view(), kUsualBudget);
  if (a.bytes != b.bytes) return failed("the same view gives other marks the second time");
  if (ready.subject.load().bytes != first) return failed("load hands over other events the second time");
  return passed();
}

Finding check_view_order_free(Probe& probe) {
  Ready ready(probe, true);
  if (!ready.go) return ready.none;
  const vidik_view whole = ready.subject.view();
  vidik_view other = at_zoom(whole, 20.9, 42.6, 11);
  other.window = {whole.window.begin, whole.window.begin + (whole.window.end - whole.window.begin) / 2};
  other.cursor = other.window.end;
  other.visible_n /= 2;
  const Drawn a = ready.subject.prepare(whole, kUsualBudget);
  ready.subject.prepare(other, kUsualBudget);
  const Drawn b = ready.subject.prepare(whole, kUsualBudget);
  return a.bytes == b.bytes ? passed() : failed("a view gives other marks when another one was shown before");
}

Finding check_twins_agree(Probe& probe) {
  Ready one(probe, true), other(probe, true);
  if (!one.go) return one.none;
  const Drawn a = one.subject.prepare(one.subject.view(), kUsualBudget);
  const Drawn b = other.subject.prepare(other.subject.view(), kUsualBudget);
  return a.bytes == b.bytes ? passed() : failed("they draw the same view differently");
}

Finding check_budget_respected(Probe& probe) {
  for (const std::uint64_t marks : {0U, 1U, 7U}) {
    Ready ready(probe, true);
    if (!ready.go) return ready.none;
    vidik_budget budget = kUsualBudget;
    budget.max_marks = marks;
    budget.max_points = marks * 4;
    budget.max_labels = static_cast<std::uint32_t>(marks);
    const Drawn drawn = ready.subject.prepare(ready.subject.view(), budget);
    const std::string with = "with " + std::to_string(marks) + " marks allowed ";
    if (drawn.after_full > 1)
      return failed(with + "it goes on for " + std::to_string(drawn.after_full) +
                    " calls after VIDIK_E_FULL");
    if (!drawn.thrown.empty()) return failed(with + for_terminal(drawn.thrown));
    if (drawn.bad()) return failed(with + "it answers " + status_word(drawn.status));
  }
  return passed();
}

Finding check_empty_data(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    subject.link().others.n = 0;
    each(subject.view(0), "no event visible");
  });
}

Finding check_one_event(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    subject.link().others.n = 1;
    each(subject.view(1), "one event visible");
    vidik_view faint = subject.view(1);
    vidik_visible last{subject.loaded().events - 1, 1e-6F, VIDIK_VISIBLE_SELECTED | VIDIK_VISIBLE_HOVERED};
    if (subject.loaded().events == 0) return;
    faint.visible = &last;
    each(faint, "the last event visible, selected and almost faded");
  });
}

Finding check_many_events(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    subject.link().others.n = 100'000;
    each(subject.view(), "a hundred thousand events visible");
  });
}

Finding check_antimeridian(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    vidik_view view = subject.view();
    for (const vidik_box box : {vidik_box{170, -20, -170, 20}, vidik_box{179.9, 60, -179.9, 70},
                                vidik_box{-540, -60, -180, 60}, vidik_box{180, -60, 540, 60}}) {
      view.box = box;
      each(view, "a view from " + std::to_string(box.west) + " to " + std::to_string(box.east));
    }
  });
}

Finding check_poles(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    vidik_view view = subject.view();
    for (const vidik_box box :
         {vidik_box{-30, 80, 30, 90}, vidik_box{-30, -90, 30, -80}, vidik_box{0, 90, 0, 90}}) {
      view.box = box;
      view.m_per_pt = 1e-3;
      each(view, "a view from " + std::to_string(box.south) + " to " + std::to_string(box.north) + " north");
    }
  });
}

Finding check_zoom_sweep(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    const vidik_view view = subject.view();
    for (int zoom = 0; zoom <= 22; ++zoom)
      each(at_zoom(view, 20.5, 44, zoom), "zoom " + std::to_string(zoom));
    vidik_view tiny = view;
    tiny.width_pt = tiny.height_pt = 1;
    each(tiny, "a picture of 1 x 1");
    vidik_view dense = view;
    dense.px_per_pt = 8;
    each(dense, "8 pixels a point");
  });
}

Finding check_time_sweep(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    vidik_view view = subject.view();
    constexpr vidik_time kFirst = -62'135'596'800'000'000, kLast = 253'402'300'800'000'000;
    const std::array<std::pair<vidik_span, const char*>, 6> spans = {{
        {{VIDIK_TIME_OPEN_BEGIN, VIDIK_TIME_OPEN_END}, "a window that is open at both ends"},
        {{kFirst, kFirst + kYear}, "the year 1"},
        {{kLast - kYear, kLast}, "the year 9999"},
        {{kFirst, kLast}, "all years"},
        {{0, 0}, "a window without length"},
        {{VIDIK_TIME_OPEN_BEGIN, 0}, "a window open at its begin"},
    }};
    for (const auto& [span, what] : spans) {
      for (std::uint32_t mode = VIDIK_MODE_INSTANT; mode <= VIDIK_MODE_ALL; ++mode) {
        view.window = span;
        view.mode = mode;
        view.cursor = span.end == VIDIK_TIME_OPEN_END ? 0 : span.end;
        each(view, what);
      }
    }
  });
}

Finding check_edge_events(Probe& probe) {
  return sweep(probe, [](Subject& subject, const auto& each) {
    subject.link().others = {64, true};
    each(subject.view(), "events at the edges of every range");
  });
}

}  // namespace vidik
