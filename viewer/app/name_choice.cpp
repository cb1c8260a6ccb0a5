#include "app/name_choice.h"

#include "base/text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace vidik {

namespace {

constexpr std::pair<std::string_view, Lang> kLangs[] = {
    {"en", Lang::en},           {"local", Lang::local}, {"both", Lang::both}, {"sr-Latn", Lang::sr_latn},
    {"sr-Cyrl", Lang::sr_cyrl}, {"bs", Lang::bs},       {"hr", Lang::hr},     {"cnr", Lang::cnr},
    {"me", Lang::cnr},          {"sq", Lang::sq},       {"mk", Lang::mk}};
constexpr std::pair<std::string_view, PairOrder> kOrders[] = {{"usual", PairOrder::usual},
                                                              {"sq-first", PairOrder::albanian_first},
                                                              {"sr-first", PairOrder::serbian_first}};

std::optional<Lang> lang_of(std::string_view text) {
  const auto* it =
      std::find_if(std::begin(kLangs), std::end(kLangs), [&](const auto& l) { return l.first == text; });
  return it == std::end(kLangs) ? std::nullopt : std::optional(it->second);
}

std::string text_of(Lang lang) {
  const auto* it =
      std::find_if(std::begin(kLangs), std::end(kLangs), [&](const auto& l) { return l.second == lang; });
  return std::string(it->first);
}

}  // namespace

Result<NameChoice> parse_names(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '+');
  const std::optional<Lang> first = lang_of(parts[0]);
  const std::optional<Lang> second = parts.size() == 2 ? lang_of(parts[1]) : std::nullopt;
  if (!first || parts.size() > 2 || (parts.size() == 2 && !second))
    return fail(
        Code::bad_usage,
        "en, local, both, sr-Latn, sr-Cyrl, bs, hr, cnr, sq or mk, or two of them as in en+local, not \"" +
            for_terminal(text) + "\"");
  return NameChoice{*first, second, PairOrder::usual};
}

Result<PairOrder> parse_pair_order(std::string_view text) {
  const auto* it =
      std::find_if(std::begin(kOrders), std::end(kOrders), [&](const auto& o) { return o.first == text; });
  if (it == std::end(kOrders))
    return fail(Code::bad_usage, "usual, sq-first or sr-first, not \"" + for_terminal(text) + "\"");
  return it->second;
}

std::string names_text(const NameChoice& choice) {
  return text_of(choice.first) + (choice.second ? "+" + text_of(*choice.second) : "");
}

std::string_view pair_order_text(PairOrder order) {
  return std::find_if(std::begin(kOrders), std::end(kOrders),
                      [&](const auto& o) { return o.second == order; })
      ->first;
}

}  // namespace vidik
