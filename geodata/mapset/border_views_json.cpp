#include "mapset/border_views.h"

#include "base/atomic_file.h"
#include "base/text.h"
#include "base/time_text.h"
#include "base/time_zone.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace vidik {
namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 64U << 10;
constexpr std::array<const char*, static_cast<std::size_t>(NameIn::count)> kNameKeys = {
    "en", "local", "sr_latn", "sr_cyrl", "sq", "mk", "bs", "hr", "cnr"};

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<std::optional<Time>> date_of(const json& rule, const char* key) {
  const std::string text = text_of(rule, key);
  if (text.empty()) return std::optional<Time>();
  VIDIK_TRY(const TimeZone zone, TimeZone::find("UTC"));
  VIDIK_TRY(const Moment moment, parse_moment(text, zone));
  return std::optional<Time>(moment.span.begin);
}

Result<BorderStyle> style_named(const std::string& word) {
  if (word == "solid") return BorderStyle::solid;
  if (word == "dashed") return BorderStyle::dashed;
  if (word == "thin") return BorderStyle::thin;
  if (word == "absent") return BorderStyle::absent;
  return fail(Code::bad_input,
              "a line's style is solid, dashed, thin or absent, not \"" + for_terminal(word) + "\"");
}

Result<BorderRule> read_rule(const json& from) {
  BorderRule rule;
  const auto between = from.is_object() ? from.find("between") : from.end();
  if (!from.is_object() || between == from.end() || !between->is_array() || between->size() != 2 ||
      !(*between)[0].is_string() || !(*between)[1].is_string())
    return fail(Code::bad_input, "a line has no \"between\" with two countries");
  rule.a = (*between)[0];
  rule.b = (*between)[1];
  if (rule.b < rule.a) std::swap(rule.a, rule.b);
  VIDIK_TRY(rule.style, style_named(text_of(from, "style")));
  VIDIK_TRY(rule.from, date_of(from, "from"));
  VIDIK_TRY(rule.until, date_of(from, "until"));
  rule.sentence = text_of(from, "sentence");
  return rule;
}

Result<BorderView> read_view(const std::string& path) {
  VIDIK_TRY(const std::string bytes, read_file(path, kMostBytes));
  const json document = json::parse(bytes, nullptr, false);
  BorderView view;
  if (document.is_object() && document.value("view", 0) == 1) {
    view.id = text_of(document, "id");
    view.label = text_of(document, "label");
    view.name = text_of(document, "name");
    view.sentence = text_of(document, "sentence");
  }
  if (view.id.empty() || view.label.empty() || view.name.empty() || view.sentence.empty())
    return fail(Code::bad_input,
                "is no view of borders: it needs \"view\": 1, \"id\", \"label\", \"name\" and \"sentence\"",
                path);
  for (const json& one : document.value("lines", json::array())) {
    Result<BorderRule> rule = read_rule(one);
    if (!rule.ok()) return fail(rule.error().code, rule.error().text, path);
    view.lines.push_back(std::move(rule).value());
  }
  for (const json& one : document.value("names", json::array())) {
    if (!one.is_object() || text_of(one, "country").empty())
      return fail(Code::bad_input, "a name has no \"country\"", path);
    NameRule name{text_of(one, "country"), text_of(one, "as") == "region", {}};
    for (std::size_t i = 0; i < kNameKeys.size(); ++i) name.by[i] = text_of(one, kNameKeys[i]);
    view.names.push_back(std::move(name));
  }
  return view;
}

bool holds(const BorderRule& rule, Time at) {
  return (!rule.from || !(at < *rule.from)) && (!rule.until || at < *rule.until);
}

}  // namespace

Result<std::vector<BorderView>> read_border_views(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->path().extension() == ".json") paths.push_back(at->path().string());
  std::vector<BorderView> out;
  for (const std::string& path : paths) {
    VIDIK_TRY(BorderView view, read_view(path));
    out.push_back(std::move(view));
  }
  std::sort(out.begin(), out.end(), [](const BorderView& a, const BorderView& b) {
    return std::pair(a.id != "de-facto", a.id) < std::pair(b.id != "de-facto", b.id);
  });
  if (out.empty() || out.front().id != "de-facto")
    return fail(Code::not_found, "there is no view of borders \"de-facto\"", folder);
  if (contested_lines(out).size() > kMostContested)
    return fail(Code::bad_input, "its views have rules for more than four lines", folder);
  return out;
}

std::vector<ContestedLine> contested_lines(const std::vector<BorderView>& views) {
  std::set<std::pair<std::string, std::string>> pairs;
  for (const BorderView& view : views)
    for (const BorderRule& rule : view.lines) pairs.emplace(rule.a, rule.b);
  std::vector<ContestedLine> out;
  for (const auto& [a, b] : pairs) {
    const auto content =
        static_cast<MapContent>(static_cast<std::size_t>(MapContent::border_contested_1) + out.size());
    out.push_back({a, b, content, MapContent::border_inner});
  }
  return out;
}

BorderStyle style_of(const ContestedLine& line, const BorderView& view, Time at) {
  for (const BorderRule& rule : view.lines)
    if (rule.a == line.a && rule.b == line.b && holds(rule, at)) return rule.style;
  return BorderStyle::solid;
}

const std::string& sentence_of(const BorderView& view, Time at) {
  for (const BorderRule& rule : view.lines)
    if (!rule.sentence.empty() && holds(rule, at)) return rule.sentence;
  return view.sentence;
}

const NameRule* name_rule(const BorderView& view, std::string_view iso_a3) {
  const auto found = std::find_if(view.names.begin(), view.names.end(),
                                  [&](const NameRule& n) { return n.country == iso_a3; });
  return found == view.names.end() ? nullptr : &*found;
}

}  // namespace vidik
