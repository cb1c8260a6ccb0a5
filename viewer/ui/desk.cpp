#include "ui/desk.h"

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

int Choices::count() const {
  const bool all = status[0] && status[1] && status[2] && status[3];
  return (all ? 0 : 1) + (countries.empty() ? 0 : 1) + (words.empty() ? 0 : 1);
}

std::string filter_text(const Choices& choices) {
  std::string out;
  const auto add = [&out](const std::string& part) {
    if (part.empty()) return;
    if (!out.empty()) out += " and ";
    out += part;
  };
  const bool alone = choices.count() == 0;
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

}  // namespace vidik
