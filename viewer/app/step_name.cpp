#include "app/step_name.h"

namespace vidik {

StepName step_name(const Intent& intent) {
  constexpr auto yes = History::Merge::yes;
  constexpr auto no = History::Merge::no;
  return std::visit(
      Overloaded{[](const PanMap&) {
                   return StepName{"move the map", yes};
                 },
                 [](const ZoomMap&) {
                   return StepName{"zoom the map", yes};
                 },
                 [](const FitMap&) {
                   return StepName{"fit the map", no};
                 },
                 [](const FitBox&) {
                   return StepName{"zoom to a box", no};
                 },
                 [](const FlyTo&) {
                   return StepName{"move the map", no};
                 },
                 [](const FlyToView&) {
                   return StepName{"move the map", no};
                 },
                 [](const SetDensity&) {
                   return StepName{"change the density", no};
                 },
                 [](const SetProjection&) {
                   return StepName{"change the projection", no};
                 },
                 [](const MeasureMap& m) {
                   return StepName{m.on ? "" : "end measuring", no};
                 },
                 [](const AddMeasured&) {
                   return StepName{"measure", no};
                 },
                 [](const CloseMeasured&) {
                   return StepName{"close the shape", no};
                 },
                 [](const DropMeasured&) {
                   return StepName{"take a place back", no};
                 },
                 [](const AddBookmark&) {
                   return StepName{"keep a view", no};
                 },
                 [](const RenameBookmark&) {
                   return StepName{"rename a view", no};
                 },
                 [](const RemoveBookmark&) {
                   return StepName{"delete a view", no};
                 },
                 [](const Select& s) {
                   return StepName{s.event.empty() ? "close the event" : "choose an event", no};
                 },
                 [](const OpenPile&) {
                   return StepName{"open a pile", no};
                 },
                 [](const SetRedaction& r) {
                   return StepName{r.redaction.on() ? "redact" : "show all that is known", no};
                 },
                 [](const SetParam&) {
                   return StepName{"change a parameter", yes};
                 },
                 [](const SetCursor&) {
                   return StepName{"move the playhead", yes};
                 },
                 [](const SetWindow&) {
                   return StepName{"change the window", yes};
                 },
                 [](const SetMode&) {
                   return StepName{"change the mode", no};
                 },
                 [](const SetTest&) {
                   return StepName{"change the test of time", no};
                 },
                 [](const SetZone&) {
                   return StepName{"change the time zone", no};
                 },
                 [](const SetTimelineStyle& t) {
                   return StepName{t.words, no};
                 },
                 [](const PickEvents& p) {
                   return StepName{p.events.empty() ? "let go of the events" : "choose events", no};
                 },
                 [](const SetCycle&) {
                   return StepName{"filter by hour, weekday, month", yes};
                 },
                 [](const SetStep&) {
                   return StepName{"change the step", no};
                 },
                 [](const StepCursor&) {
                   return StepName{"step", yes};
                 },
                 [](const CursorToEnd&) {
                   return StepName{"move the playhead", no};
                 },
                 [](const SetTimelineSpan&) {
                   return StepName{"move the timeline", yes};
                 },
                 [](const ShowDays&) {
                   return StepName{"zoom the timeline", no};
                 },
                 [](const Play& p) {
                   return StepName{p.on ? "play" : "", no};
                 },
                 [](const SetLayer& s) {
                   return StepName{s.on ? "show an overlay" : "hide an overlay", no};
                 },
                 [](const OnlyLayer&) {
                   return StepName{"show one overlay", no};
                 },
                 [](const SetStatus&) {
                   return StepName{"filter by status", no};
                 },
                 [](const OnlyStatus&) {
                   return StepName{"filter by status", no};
                 },
                 [](const SetCountry&) {
                   return StepName{"filter by place", no};
                 },
                 [](const SetWords&) {
                   return StepName{"search", yes};
                 },
                 [](const ShowMapPart& p) {
                   return StepName{p.on ? "show a part of the map" : "hide a part of the map", no};
                 },
                 [](const AddBase&) {
                   return StepName{"add a base file", no};
                 },
                 [](const SetBase&) {
                   return StepName{"change a base file", no};
                 },
                 [](const RemoveBase&) {
                   return StepName{"remove a base file", no};
                 },
                 [](const SetNames&) {
                   return StepName{"change the names", no};
                 },
                 [](const ClearFilters&) {
                   return StepName{"clear the filters", no};
                 },
                 [](const auto&) {
                   return StepName{"", no};
                 }},
      intent);
}

}  // namespace vidik
