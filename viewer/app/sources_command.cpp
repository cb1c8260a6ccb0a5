// `vidik sources`: where the events of a picture come from, by what it says itself.

#include "app/commands.h"
#include "app/picture_read.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

#include <cstdio>

namespace vidik {

namespace {

using Json = nlohmann::ordered_json;

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string words_of(const PictureSource& source) {
  std::string out = source.name;
  for (const std::string& part : {source.date, source.url})
    out += (out.empty() || part.empty() ? "" : ", ") + part;
  if (!source.archive.empty()) out += ", archived at " + source.archive;
  return out + " (" + thousands(static_cast<long long>(source.events)) +
         (source.events == 1 ? " event)" : " events)");
}

}  // namespace

int run_sources(const Options& options) {
  const auto state = read_picture_state(options.inputs.front());
  if (!state) return complain(state.error());
  const PictureEvents& events = state->events;
  if (!events.listed)
    return complain(fail(Code::not_found,
                         "keeps no list of sources: more events are visible than a picture names",
                         options.inputs.front()));
  if (options.json) {
    Json list = Json::array();
    for (const PictureSource& one : events.sources)
      list.push_back({{"name", one.name},
                      {"url", one.url},
                      {"archive", one.archive},
                      {"date", one.date},
                      {"events", one.events}});
    const Json out{{"count", events.sources.size()}, {"sources", list}};
    std::puts(out.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
  } else if (options.csv) {
    std::puts("name,url,archive,date,events");
    for (const PictureSource& one : events.sources)
      std::printf("%s,%s,%s,%s,%llu\n", cell(one.name).c_str(), cell(one.url).c_str(),
                  cell(one.archive).c_str(), cell(one.date).c_str(),
                  static_cast<unsigned long long>(one.events));
  } else {
    for (const PictureSource& one : events.sources) std::puts(for_terminal(words_of(one)).c_str());
  }
  return kExitDone;
}

}  // namespace vidik
