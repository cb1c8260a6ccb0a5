#pragma once
// One record after the other, as text fields, whatever the format: what readers of files offer to those who
// make events of it.
//
// Ownership: views in a Record live until the next call of next() or rewind(). Threads: one owner.
// Errors: a record that cannot be trusted carries its `trouble` and still counts as a row; next() false is
// the end, and error() says whether it is the file's.

#include "base/result.h"
#include "store/geometry.h"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

// More than a point, as the file gives it: its own axes and units unless the source turned them into degrees.
struct RecordShape {
  struct Place {
    double x, y;
  };
  std::vector<Place> points;
  std::vector<GeometryPart> parts;
};

struct Record {
  std::uint64_t row = 0;  // line on which it begins, or number of the feature
  std::span<const std::string_view> fields;
  std::string trouble;                                    // not empty: not to be used, and why
  double lon = std::numeric_limits<double>::quiet_NaN();  // of the shape, when the source has shapes
  double lat = std::numeric_limits<double>::quiet_NaN();
  const RecordShape* shape = nullptr;  // null when the place is a point, or all there is
  std::string shape_trouble;           // why there is no shape, though the file has one
};

struct SourceFacts {
  std::string layer;
  std::vector<std::string> columns;
  bool has_shapes = false;
  bool crs_unknown = false;      // shapes are in coordinates nobody named
  bool clock_is_utc = false;     // the format says that times without zone are UTC
  bool may_need_repair = false;  // fields may hold bytes that are not UTF-8
  std::vector<std::string> notes;
};

class RecordSource {
 public:
  virtual ~RecordSource() = default;
  virtual const SourceFacts& facts() const = 0;
  virtual bool next(Record& record) = 0;
  virtual Result<> rewind() = 0;  // to the first record
  virtual std::uint64_t bytes_done() const = 0;
  virtual std::uint64_t bytes_total() const = 0;
  virtual std::string error() const = 0;                                 // empty = none
  virtual std::vector<std::string> closing_notes() const { return {}; }  // what only the whole pass showed
};

}  // namespace vidik
