#include "store/category.h"

#include "base/limits.h"
#include "base/text.h"

#include <algorithm>

namespace vidik {

namespace {

struct Shipped {
  const char* id;
  const char* name;
  CategoryShape shape;
};

// CONTRACT §2: the order everywhere. "troops" is shown as "Forces".
constexpr Shipped kShipped[kShippedCategories] = {
    {"protest", "Protest", CategoryShape::circle},
    {"sabotage", "Sabotage", CategoryShape::diamond},
    {"clash", "Clash", CategoryShape::pentagon},
    {"troops", "Forces", CategoryShape::square},
    {"political", "Political", CategoryShape::hexagon},
    {"sanction", "Sanction", CategoryShape::plus},
    {"disinformation", "Disinformation", CategoryShape::triangle_down},
    {"disaster", "Disaster", CategoryShape::triangle_up},
};

// "cyber_attack" -> "Cyber attack".
std::string shown_name(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '_', ' ');
  if (name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

bool looks_like(const Category& a, const Category& b) {
  return a.shape == b.shape && a.role == b.role && (a.shape != CategoryShape::letter || a.letter == b.letter);
}

}  // namespace

CategoryTable::CategoryTable() {
  for (int i = 0; i < kShippedCategories; ++i) {
    const Shipped& s = kShipped[i];
    add({s.id, s.name, s.shape, 'A', i});
  }
}

std::size_t CategoryTable::lower_bound(std::string_view id) const {
  const auto at = std::lower_bound(
      by_id_.begin(), by_id_.end(), id,
      [this](CategoryId row, std::string_view wanted) { return std::string_view(rows_[row].id) < wanted; });
  return static_cast<std::size_t>(at - by_id_.begin());
}

CategoryId CategoryTable::add(Category row) {
  const auto id = static_cast<CategoryId>(rows_.size());
  const auto at = static_cast<std::ptrdiff_t>(lower_bound(row.id));
  by_id_.insert(by_id_.begin() + at, id);
  rows_.push_back(std::move(row));
  return id;
}

// Star, bar, then A to Z: the first that nobody has; after Z the letters come again.
void CategoryTable::give_free_look(Category& row) const {
  const auto is_free = [&] {
    return std::none_of(rows_.begin(), rows_.end(),
                        [&](const Category& other) { return looks_like(other, row); });
  };
  row.role = -1;
  for (const CategoryShape shape : {CategoryShape::star, CategoryShape::bar}) {
    row.shape = shape;
    if (is_free()) return;
  }
  row.shape = CategoryShape::letter;
  for (row.letter = 'A'; row.letter <= 'Z'; ++row.letter) {
    if (is_free()) return;
  }
  row.letter = static_cast<char>('A' + rows_.size() % 26);
}

int CategoryTable::find(std::string_view id) const {
  const std::size_t at = lower_bound(id);
  return at < by_id_.size() && rows_[by_id_[at]].id == id ? by_id_[at] : -1;
}

bool CategoryTable::is_full() const { return rows_.size() >= limits::kCategoriesOfLayer; }

CategoryId CategoryTable::intern(std::string_view given) {
  const std::string_view id = given.empty() ? std::string_view("other") : given;
  if (const int row = find(id); row >= 0) return static_cast<CategoryId>(row);
  if (is_full() && id != "other") return intern("other");
  Category added;
  added.id = std::string(id);
  added.name = shown_name(id);
  give_free_look(added);
  return add(std::move(added));
}

CategoryId CategoryTable::intern(const Category& wanted) {
  if (wanted.id.empty()) return intern(std::string_view());
  const int known = find(wanted.id);
  if (known >= 0 && known < kShippedCategories) return static_cast<CategoryId>(known);
  Category row = wanted;
  if (row.name.empty()) row.name = shown_name(row.id);
  if (row.role < -1 || row.role >= kShippedCategories) row.role = -1;
  if (row.letter < 'A' || row.letter > 'Z') row.letter = 'A';
  if (known >= 0) {
    rows_[static_cast<std::size_t>(known)] = std::move(row);
    return static_cast<CategoryId>(known);
  }
  if (is_full()) return intern("other");
  const bool taken =
      std::any_of(rows_.begin(), rows_.end(), [&](const Category& other) { return looks_like(other, row); });
  if (taken && row.role < 0) give_free_look(row);
  return add(std::move(row));
}

}  // namespace vidik
