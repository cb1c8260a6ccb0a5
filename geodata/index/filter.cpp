#include "index/filter.h"

#include "base/text.h"
#include "index/filter_node.h"

#include <algorithm>

namespace vidik {

namespace {

using Node = Filter::Node;

bool passes_node(const Node& node, const Snapshot& snapshot, EventRef event) {
  const auto passes = [&](const Node& child) { return passes_node(child, snapshot, event); };
  switch (node.kind) {
    case Node::Kind::all_of:
      return std::all_of(node.children.begin(), node.children.end(), passes);
    case Node::Kind::any_of:
      return std::any_of(node.children.begin(), node.children.end(), passes);
    case Node::Kind::none_of:
      return std::none_of(node.children.begin(), node.children.end(), passes);
    case Node::Kind::test:
      return passes_test(node, snapshot, event);
  }
  return false;
}

enum class Verdict { all, none, some };

Verdict opposite(Verdict v) {
  return v == Verdict::all ? Verdict::none : v == Verdict::none ? Verdict::all : v;
}

// What is true of a whole layer without looking at its rows.
Verdict verdict(const Node& node, const Layer& layer) {
  if (node.kind == Node::Kind::test) {
    const bool equal = node.op == Node::Op::equal;
    if (!equal) return Verdict::some;
    const auto has = [&](std::string_view value) {
      return std::find(node.values.begin(), node.values.end(), value) != node.values.end();
    };
    if (node.key == Node::Key::layer) return has(layer.name) ? Verdict::all : Verdict::none;
    if (node.key == Node::Key::unverified) {
      if (has("any") || (has("no") && layer.unverified_count() == 0)) return Verdict::all;
    }
    return Verdict::some;
  }
  if (node.kind == Node::Kind::none_of) return opposite(verdict(node.children[0], layer));
  const bool all = node.kind == Node::Kind::all_of;
  const Verdict decides = all ? Verdict::none : Verdict::all;
  Verdict out = opposite(decides);
  for (const Node& child : node.children) {
    const Verdict v = verdict(child, layer);
    if (v == decides) return decides;
    if (v == Verdict::some) out = Verdict::some;
  }
  return out;
}

void collect_unknown(const Node& node, const Snapshot& snapshot, std::vector<std::string>& out) {
  for (const Node& child : node.children) collect_unknown(child, snapshot, out);
  if (node.kind != Node::Kind::test || node.key != Node::Key::extra) return;
  for (const LayerRef& layer : snapshot.layers) {
    for (const std::string& name : layer->extra_names) {
      if (name == node.extra || folded(name) == node.extra_folded) return;
    }
  }
  if (std::find(out.begin(), out.end(), node.extra) == out.end()) out.push_back(node.extra);
}

}  // namespace

Filter::Filter() = default;

bool Filter::passes(const Snapshot& snapshot, EventRef event) const {
  const Facts facts = snapshot.layers[event.layer]->columns.facts[event.row];
  if (!unverified_said_ && facts.has(Facts::kUnverified)) return false;
  return !root_ || passes_node(*root_, snapshot, event);
}

bool Filter::passes_whole(const Layer& layer) const {
  if (!unverified_said_ && layer.unverified_count() != 0) return false;
  return !root_ || verdict(*root_, layer) == Verdict::all;
}

Filter Filter::both(const Filter& other) const {
  if (!root_) return other;
  if (!other.root_) return *this;
  Filter out;
  out.text_ = "(" + text_ + ") and (" + other.text_ + ")";
  out.unverified_said_ = unverified_said_ || other.unverified_said_;
  Node root;
  root.kind = Node::Kind::all_of;
  root.children = {*root_, *other.root_};
  out.root_ = std::make_shared<const Node>(std::move(root));
  return out;
}

std::vector<std::string> Filter::unknown_keys(const Snapshot& snapshot) const {
  std::vector<std::string> out;
  if (root_) collect_unknown(*root_, snapshot, out);
  return out;
}

}  // namespace vidik
