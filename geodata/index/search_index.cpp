#include "index/search_index.h"

#include "base/text.h"

#include <algorithm>

namespace vidik {

SearchIndex::SearchIndex(SnapshotRef snapshot) : snapshot_(std::move(snapshot)) {
  for (const LayerRef& layer : snapshot_->layers) {
    LayerText text;
    text.starts.reserve(layer->size() + std::size_t{1});
    for (Row row = 0; row < layer->size(); ++row) {
      text.starts.push_back(text.folded.size());
      std::string line =
          folded(layer->text(row, Field::title)) + ' ' + folded(layer->text(row, Field::place));
      std::replace(line.begin(), line.end(), '\n', ' ');
      text.folded += line;
      text.folded += '\n';
    }
    text.starts.push_back(text.folded.size());
    layers_.push_back(std::move(text));
  }
}

std::vector<EventRef> SearchIndex::find(std::string_view query, std::size_t most) const {
  std::vector<std::string> words;
  const std::string wanted = folded(query);
  for (const std::string_view word : split(wanted, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  std::vector<EventRef> found;
  if (words.empty() || most == 0) return found;
  // The longest word is the rarest guess; the others are looked for only in its lines.
  std::sort(words.begin(), words.end(),
            [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  for (std::uint32_t layer = 0; layer < layers_.size(); ++layer) {
    const LayerText& text = layers_[layer];
    const std::string_view all = text.folded;
    std::size_t in_layer = 0;
    for (std::size_t at = all.find(words[0]); at != std::string_view::npos && in_layer < most;
         at = all.find(words[0], at)) {
      const auto next = std::upper_bound(text.starts.begin(), text.starts.end(), at);
      const auto row = static_cast<Row>(next - text.starts.begin() - 1);
      const std::string_view line = all.substr(text.starts[row], *next - text.starts[row]);
      if (std::all_of(words.begin() + 1, words.end(),
                      [&](const std::string& word) { return line.find(word) != std::string_view::npos; })) {
        found.push_back({layer, row});
        ++in_layer;
      }
      at = *next;
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [this](EventRef a, EventRef b) { return comes_before(*snapshot_, a, b); });
  if (found.size() > most) found.resize(most);
  return found;
}

}  // namespace vidik
