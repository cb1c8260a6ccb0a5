#include "ingest/layout_codes.h"

#include "base/text.h"

#include <array>

namespace vidik {
namespace {

// The shipped ids in whatever case they are written.
constexpr std::string_view kShipped[] = {"protest",   "sabotage", "clash",          "troops",
                                         "political", "sanction", "disinformation", "disaster"};

// CAMEO root codes 1 to 20.
constexpr std::array<std::string_view, 20> kCameo = {"Statement",
                                                     "Appeal",
                                                     "Intent to cooperate",
                                                     "Consultation",
                                                     "Diplomatic cooperation",
                                                     "Material cooperation",
                                                     "Aid",
                                                     "Yielding",
                                                     "Investigation",
                                                     "Demand",
                                                     "Disapproval",
                                                     "Rejection",
                                                     "Threat",
                                                     "protest",
                                                     "Show of force",
                                                     "Reduced relations",
                                                     "Coercion",
                                                     "Assault",
                                                     "Fight",
                                                     "Mass violence"};

constexpr std::array<std::string_view, 3> kUcdp = {"State-based violence", "Non-state violence",
                                                   "One-sided violence"};

}  // namespace

std::string_view category_word(std::string_view code, Codes codes) {
  if (codes == Codes::ucdp && code.size() == 1 && code[0] >= '1' && code[0] <= '3') {
    return kUcdp[static_cast<std::size_t>(code[0] - '1')];
  }
  if (codes == Codes::gdelt && code.size() == 2 && code[0] >= '0' && code[0] <= '2' && code[1] >= '0' &&
      code[1] <= '9') {
    const auto number = static_cast<std::size_t>((code[0] - '0') * 10 + code[1] - '0');
    if (number >= 1 && number <= kCameo.size()) return kCameo[number - 1];
  }
  for (const std::string_view id : kShipped) {
    if (id.size() != code.size() || id == code) continue;
    if (lower_ascii(code) == id) return id;
  }
  return code;
}

std::string_view date_precision_word(std::string_view code, Codes codes) {
  if (code.size() != 1) return {};
  const int number = code[0] - '0';
  if (codes == Codes::ucdp) {
    // 2 is "within 2 to 6 days": somewhere between begin and end, as a week is.
    static constexpr std::array<std::string_view, 6> kWords = {"", "day", "week", "week", "month", "year"};
    return number >= 1 && number <= 5 ? kWords[static_cast<std::size_t>(number)] : std::string_view();
  }
  if (codes == Codes::acled) return number == 1 ? "day" : number == 2 ? "week" : number == 3 ? "month" : "";
  return {};
}

}  // namespace vidik
