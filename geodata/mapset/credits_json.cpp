#include "base/atomic_file.h"
#include "mapset/map_input.h"

#include <nlohmann/json.hpp>

namespace vidik {
namespace {

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Result<std::vector<Credit>> read_credits(const std::string& path) {
  constexpr std::size_t kMost = std::size_t{1} << 20;
  VIDIK_TRY(const std::string bytes, read_file(path, kMost));
  const nlohmann::json list = nlohmann::json::parse(bytes, nullptr, false);
  if (!list.is_array()) return fail(Code::bad_input, "the list of credits is not a JSON list", path);
  std::vector<Credit> credits;
  for (const nlohmann::json& entry : list) {
    if (!entry.is_object()) continue;
    Credit credit{{}, text_of(entry, "text"), text_of(entry, "licence"), text_of(entry, "long")};
    const auto layers = entry.find("layers");
    if (layers != entry.end() && layers->is_array()) {
      for (const nlohmann::json& layer : *layers) {
        if (layer.is_string()) credit.layers.push_back(layer.get<std::string>());
      }
    }
    if (credit.text.empty()) return fail(Code::bad_input, "a credit has no text", path);
    credits.push_back(std::move(credit));
  }
  return credits;
}

}  // namespace vidik
