#include "ui/desk.h"

#include "base/time_text.h"

#include <cstdlib>

#include <string_view>

namespace vidik {

namespace {

constexpr std::array<std::string_view, kStatusCount> kStatusIds{"confirmed", "reported", "alleged",
                                                                "disputed"};

// A word of the filter language: always quoted, so that any text the user types is only text.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string cycle_text(const CycleChoice& cycle) {
  std::string out;
  const auto add = [&](const char* key, std::uint32_t bits, int size, int first) {
    std::string values;
    for (int i = 0; i < size; ++i)
      if ((bits >> i & 1u) != 0) values += (values.empty() ? "" : ",") + std::to_string(i + first);
    if (!values.empty()) out += (out.empty() ? "" : " and ") + std::string(key) + "=" + values;
  };
  add("hour", cycle.hours, 24, 0);
  add("weekday", cycle.weekdays, 7, 1);
  add("month", cycle.months, 12, 1);
  return out;
}

int Choices::count() const {
  const bool all = status[0] && status[1] && status[2] && status[3];
  return (all ? 0 : 1) + (countries.empty() ? 0 : 1) + (words.empty() ? 0 : 1) + (cycle.any() ? 1 : 0);
}

std::string filter_text(const Choices& choices) {
  std::string out;
  const auto add = [&out](const std::string& part) {
    if (part.empty()) return;
    if (!out.empty()) out += " and ";
    out += part;
  };
  const bool alone = choices.count() - (choices.cycle.any() ? 1 : 0) == 0;
  if (!choices.from_project.empty()) add(alone ? choices.from_project : "(" + choices.from_project + ")");
  std::string status;
  bool all = true;
  for (std::size_t i = 0; i < kStatusIds.size(); ++i) {
    if (!choices.status[i]) {
      all = false;
      continue;
    }
    status += (status.empty() ? "" : ",") + std::string(kStatusIds[i]);
  }
  if (!all) add(status.empty() ? "not status=confirmed,reported,alleged,disputed" : "status=" + status);
  std::string countries;
  for (const std::string& name : choices.countries)
    countries += (countries.empty() ? "" : ",") + quoted(name);
  if (!countries.empty()) add("country=" + countries);
  if (!choices.words.empty()) add("text~" + quoted(choices.words));
  return out;
}

Time stepped(Time from, std::int64_t step_us, int steps, const TimeZone& zone) {
  if (step_us % kMicrosPerDay != 0) return plus(from, step_us * steps);
  Duration days;
  days.days = static_cast<int>(step_us / kMicrosPerDay) * std::abs(steps);
  return add(from, days, zone, steps < 0 ? -1 : 1);
}

}  // namespace vidik
