#pragma once
// Categories: the eight that ship, in CONTRACT §2's order, and those a layer brings.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

enum class CategoryShape : std::uint8_t {
  circle,
  diamond,
  square,
  hexagon,
  triangle_down,
  triangle_up,
  pentagon,
  plus,
  star,
  bar,
  letter
};

struct Category {
  std::string id;    // "protest": data, JSON, filters, projects
  std::string name;  // shown: "Protest"
  CategoryShape shape = CategoryShape::letter;
  char letter = 'A';  // for CategoryShape::letter
  int role = -1;      // 0…7 = colour of the n-th shipped category; -1 = neutral (text2)
  bool operator==(const Category&) const = default;
};

using CategoryId = std::uint16_t;  // row of a CategoryTable

// The one table a snapshot uses; order is stacking, legend and lane order.
class CategoryTable {
 public:
  CategoryTable();  // the eight shipped ones
  // Finds or adds; an added one takes star, bar, then letters A-Z in the neutral colour. Empty id = "other"; so is
  // everything that would make the table longer than limits::kCategoriesOfLayer.
  CategoryId intern(std::string_view id);
  // A layer's own row; the shipped eight cannot be redefined. A neutral one that looks like another gets a free look.
  CategoryId intern(const Category& wanted);
  int find(std::string_view id) const;  // -1 = none
  const Category& operator[](CategoryId id) const { return rows_[id]; }
  std::size_t size() const { return rows_.size(); }
  const std::vector<Category>& rows() const { return rows_; }
  bool operator==(const CategoryTable& other) const { return rows_ == other.rows_; }

 private:
  std::size_t lower_bound(std::string_view id) const;
  CategoryId add(Category row);
  void give_free_look(Category& row) const;
  bool is_full() const;

  std::vector<Category> rows_;
  std::vector<CategoryId> by_id_;  // rows in order of id
};

inline constexpr int kShippedCategories = 8;

}  // namespace vidik
