#include "base/text.h"
#include "ingest/report_json.h"

#include <algorithm>

namespace vidik {
namespace {

constexpr std::size_t kDropsShown = 10;

std::string number(std::uint64_t n) { return thousands(static_cast<long long>(n)); }

void add_layer(const LayerReport& layer, std::string& out) {
  out += "  layer " + for_terminal(layer.name) + ": " + number(layer.rows) + " rows, " + number(layer.kept) +
         " kept, " + number(layer.dropped) + " dropped\n";
  for (const auto& [role, column] : layer.roles) out += "    " + role + " = " + for_terminal(column) + "\n";
  for (const Question& question : layer.questions) {
    out += "    to be answered: " + for_terminal(question.text) + "\n";
  }
  for (const std::string& note : layer.notes) out += "    note: " + for_terminal(note) + "\n";
  const std::size_t shown = std::min(kDropsShown, layer.drops.size());
  for (std::size_t i = 0; i < shown; ++i) {
    out += "    dropped, row " + std::to_string(layer.drops[i].row) + ": " +
           for_terminal(layer.drops[i].reason) + "\n";
  }
  if (layer.dropped > shown) out += "    … and " + number(layer.dropped - shown) + " more\n";
}

}  // namespace

std::string info_words(const ImportReport& report) {
  std::string out = for_terminal(report.path) + ": " + for_terminal(report.format) + "\n";
  for (const std::string& note : report.notes) out += "  note: " + for_terminal(note) + "\n";
  for (const LayerReport& layer : report.layers) add_layer(layer, out);
  return out;
}

}  // namespace vidik
