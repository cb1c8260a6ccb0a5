#include "app/params_json.h"

#include "app/json_text.h"
#include "base/base64.h"
#include "base/text.h"

#include <nlohmann/json.hpp>

namespace vidik {

using nlohmann::json;

std::map<std::string, ParamValues> params_of_json(const json& object, std::vector<std::string>& notes) {
  std::map<std::string, ParamValues> out;
  for (const auto& [overlay, values] : object.items()) {
    if (!values.is_object()) {
      notes.push_back("the parameters of \"" + for_terminal(overlay) + "\" are no object");
      continue;
    }
    for (const auto& [id, value] : values.items()) {
      ParamValue& to = out[overlay][id];
      if (value.is_number())
        to.number = value.get<double>();
      else if (value.is_boolean())
        to.number = value.get<bool>() ? 1 : 0;
      else if (value.is_string())
        to.text = value.get<std::string>();
      else
        notes.push_back("the parameter \"" + for_terminal(id) + "\" of \"" + for_terminal(overlay) +
                        "\" is neither a number, a text, true nor false");
    }
  }
  return out;
}

json params_json(const std::map<std::string, ParamValues>& params) {
  json out = json::object();
  for (const auto& [overlay, values] : params) {
    for (const auto& [id, value] : values) {
      const auto& [number, text] = value;
      if (text.empty())
        out[overlay][id] = number;
      else
        out[overlay][id] = text;
    }
  }
  return out;
}

std::map<std::string, OverlayBlob> saved_of_json(const json& object, std::vector<std::string>& notes) {
  std::map<std::string, OverlayBlob> out;
  for (const auto& [overlay, saved] : object.items()) {
    const auto version = saved.is_object() ? saved.find("version") : saved.end();
    const std::optional<std::string> bytes =
        saved.is_object() ? from_base64(text_of(saved, "bytes")) : std::nullopt;
    if (!bytes || version == saved.end() || !version->is_number_unsigned() || *version > UINT32_MAX) {
      notes.push_back("the saved settings of \"" + for_terminal(overlay) + "\" are damaged and left out");
      continue;
    }
    out[overlay] = {version->get<std::uint32_t>(), *bytes};
  }
  return out;
}

json saved_json(const std::map<std::string, OverlayBlob>& saved) {
  json out = json::object();
  for (const auto& [overlay, blob] : saved) {
    const auto& [version, bytes] = blob;
    out[overlay] = {{"version", version}, {"bytes", to_base64(bytes)}};
  }
  return out;
}

}  // namespace vidik
