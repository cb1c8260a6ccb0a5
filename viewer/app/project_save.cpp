#include "app/project_save.h"

#include "app/json_text.h"
#include "app/timeline_choice.h"
#include "base/atomic_file.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace vidik {

Result<> save_project_timeline(const std::string& path, const TimelineStyle& style, const TimeZone& zone) {
  using json = nlohmann::ordered_json;  // keys stay in the order their author gave them
  if (path.empty()) return fail(Code::unavailable, "there is no project to save it in");
  VIDIK_TRY([[maybe_unused]] const auto checked, read_json_file(path));  // within the limits, or refused
  std::ifstream in(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  const std::string before = bytes.str();
  json document = json::parse(before, nullptr, false);
  if (!in || !document.is_object()) return fail(Code::bad_input, "is no project any more", path);
  document["timeline"] = timeline_json(style, zone);
  if (const auto kept = write_file_atomically(path + "~", before); !kept) return kept;
  return write_file_atomically(path, document.dump(2) + "\n");
}

}  // namespace vidik
