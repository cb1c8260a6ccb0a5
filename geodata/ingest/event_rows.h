#pragma once
// A record becomes a row of an event batch, or a reason why it cannot.
//
// Ownership: owns the batch it fills; category and column names go on from batch to batch. Threads: one
// owner.
// Errors: add() answers the reason in words; nothing else. Cost: about half a microsecond a row of the bench
// file.

#include "base/problems.h"
#include "base/time_zone.h"
#include "ingest/date_column.h"
#include "ingest/field_roles.h"
#include "ingest/record.h"
#include "ingest/row_place.h"
#include "store/event_batch.h"

#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace vidik {

// Names that all layers of a file share, in the order met, so that batches of one file agree.
struct FileNames {
  std::vector<std::string> category_ids;
  std::unordered_map<std::string, std::uint16_t> category_at;
  std::vector<std::string> extra_names;

  std::uint16_t category(std::string_view id);
  std::size_t extra(const std::string& name);
};

struct RowRules {
  Roles roles;
  DateHabits begin, end;
  PlaceRules place;
  TimeZone zone = TimeZone::display_default();
  bool zone_chosen = false;  // by the user: then it is stated
};

class EventRows {
 public:
  EventRows(const SourceFacts& facts, RowRules rules, FileNames& names);

  // Empty = kept. Without `keep` the record is only judged.
  std::string add(const Record& record, bool keep = true);
  std::size_t size() const { return batch_.size(); }
  std::size_t bytes() const { return bytes_; }  // of texts and shapes
  EventBatch take();

  std::uint64_t zone_not_stated() const { return zone_not_stated_; }
  // The first row of each zone name that nobody knows, at most kMostZones.
  const std::vector<Problem>& unknown_zones() const { return unknown_zones_; }
  std::uint64_t without_place() const { return without_place_; }
  std::uint64_t at_zero() const { return place_.at_zero(); }
  // Lines and areas that a point stands for, and why the first of them.
  std::uint64_t shapes_left() const { return shapes_left_; }
  const Problem& first_shape_left() const { return first_shape_left_; }

 private:
  std::string_view field(const Record& record, Role role) const;
  std::string read_when(const Record& record, When& when);
  std::string read_columns_of_date(const Record& record, std::string& iso) const;
  void put(Field field, std::string_view text);
  void put_texts(const Record& record, std::string_view category);
  void put_sides(const Record& record);
  bool take_shape(const Record& record);
  std::uint16_t category_of(const Record& record, std::string_view& shown);
  std::string_view precision_word(std::string_view code) const;
  struct Zone {
    TimeZone zone;
    bool stated;  // by the row, or chosen by the user
  };
  const Zone& zone_of(const Record& record);

  const SourceFacts& facts_;
  RowRules rules_;
  FileNames& names_;
  RowPlace place_;
  std::vector<std::pair<int, Field>> extras_;
  Zone usual_zone_;
  std::map<std::string, Zone, std::less<>> zones_;
  std::vector<Problem> unknown_zones_;
  std::string begin_iso_, end_iso_;
  EventBatch batch_;
  std::size_t bytes_ = 0;
  std::uint64_t zone_not_stated_ = 0, without_place_ = 0, shapes_left_ = 0;
  Problem first_shape_left_;
  std::vector<PlaceE7> shape_points_;
};

}  // namespace vidik
