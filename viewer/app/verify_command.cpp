// `vidik verify`: is everything that a picture was made of still what it was?

#include "app/command_session.h"
#include "app/commands.h"
#include "app/picture_events.h"
#include "app/picture_read.h"
#include "app/version.h"
#include "base/text.h"
#include "base/time_zone.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>

namespace vidik {

namespace {

using Json = nlohmann::ordered_json;

std::string event_trouble(const PictureEvents& then, const PictureEvents& now) {
  if (then.digest == now.digest && then.ids == now.ids) return {};
  const auto words = [](std::uint64_t count) {
    return thousands(static_cast<long long>(count)) + (count == 1 ? " event" : " events");
  };
  if (then.count != now.count)
    return words(then.count) + " stood in the picture; opened now it shows " + words(now.count);
  if (then.ids != now.ids) return "the picture shows other events than it did when it was made";
  return "the same events stand in the picture, but not all where, when or of what kind they were";
}

std::string all_holds(const PictureState& state, std::size_t inputs) {
  return "everything is as it was when the picture was made: " + thousands(static_cast<long long>(inputs)) +
         (inputs == 1 ? " input, " : " inputs, ") + thousands(static_cast<long long>(state.events.count)) +
         (state.events.count == 1 ? " event" : " events");
}

}  // namespace

int run_verify(const Options& options) {
  auto opened = open_session(options, WithMap::yes);
  if (!opened) return complain(opened.error());
  Session& session = **opened;
  const PictureState& then = *session.picture();
  // Its own view once more, whatever the window or a missing file has made of it.
  const PictureEvents now = picture_events(*session.snapshot(), *session.indexes(), session.visible());
  const std::vector<InputFinding>& findings = session.picture_inputs();
  const std::string events = event_trouble(then.events, now);
  bool holds = events.empty();
  for (const InputFinding& one : findings) holds = holds && one.trouble.empty();

  if (options.json) {
    Json inputs = Json::array();
    for (const InputFinding& one : findings)
      inputs.push_back({{"kind", word_of(one.kind)},
                        {"name", one.name},
                        {"holds", one.trouble.empty()},
                        {"reason", one.trouble}});
    const Json out{{"picture", std::filesystem::path(options.inputs.front()).filename().string()},
                   {"holds", holds},
                   {"inputs", inputs},
                   {"events",
                    {{"holds", events.empty()},
                     {"count", then.events.count},
                     {"count_now", now.count},
                     {"reason", events}}},
                   {"program", {{"then", then.program}, {"now", version_line()}}},
                   {"tzdata", {{"then", then.tzdata}, {"now", tzdata_version()}}}};
    std::puts(out.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
    return holds ? kExitDone : kExitFailed;
  }
  for (const InputFinding& one : findings)
    if (!one.trouble.empty()) say(one.trouble);
  if (!events.empty()) say(events);
  if (then.program != version_line())
    say("note: it was made by " + for_terminal(then.program) + "; this is " + version_line());
  if (then.tzdata != tzdata_version())
    say("note: it was made with the time zones of " + for_terminal(then.tzdata) + "; here they are of " +
        tzdata_version());
  if (holds) std::puts(all_holds(then, findings.size()).c_str());
  return holds ? kExitDone : kExitFailed;
}

}  // namespace vidik
