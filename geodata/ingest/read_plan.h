#pragma once
// How a layer is going to be read: roles, habits of its dates and places, and what only the user can tell.
//
// Errors: an answer or a role that does not fit is Code::bad_usage, naming what would. Cost: one look at the
// first rows; a second pass over all of them only where a few rows cannot tell (4/5/1999, bare numbers,
// midnights).

#include "ingest/event_rows.h"
#include "ingest/import_report.h"
#include "ingest/source.h"

#include <functional>

namespace vidik {

using PlaceTransform = std::function<bool(double&, double&)>;
// From a coordinate system's name ("EPSG:3857") to degrees; the child's GDAL makes it.
using TransformMaker = std::function<Result<PlaceTransform>(const std::string& crs)>;

struct ReadPlan {
  RowRules rules;
  std::vector<Question> questions;
  std::vector<std::string> notes;
};

struct PlanRequest {
  std::map<std::string, std::string> answers, roles;
  TimeZone zone = TimeZone::display_default();
  TransformMaker transform_maker;
  bool one_layer = true;  // false: a column that only another layer has is no error
};

// `still_alive` is called now and then during a long pass.
Result<ReadPlan> plan_reading(RecordSource& source, const PlanRequest& request,
                              const std::function<void()>& still_alive);

// The answer to a question, checked against what may be answered; nothing = not answered.
Result<std::string> answer_to(const std::map<std::string, std::string>& answers, const std::string& about,
                              const std::vector<std::string>& allowed);

}  // namespace vidik
