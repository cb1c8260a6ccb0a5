#include "ingest/read_events.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace vidik {
namespace {

constexpr std::size_t kFirstBatch = 2000, kBatch = 32'768;  // rows
constexpr std::size_t kBatchText = std::size_t{4} << 20;
constexpr std::size_t kDropsKept = 10'000;
constexpr std::uint64_t kProgressEvery = 8192;

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
  return thousands(static_cast<long long>(n)) + " " + std::string(n == 1 ? one : many);
}

// What has been read of the whole file.
struct Pass {
  const ReadRequest& request;
  ReadSink& sink;
  ImportReport& report;
  FileNames names;
  std::uint64_t rows = 0;
  bool first = true;

  void tell(const RecordSource& source) const {
    sink.progress({rows, source.bytes_done(), source.bytes_total()});
  }
  bool at_limit() {
    if (rows < request.limits.rows) return false;
    if (!report.incomplete) {
      report.notes.push_back("only the first " + thousands(static_cast<long long>(rows)) +
                             " rows were read (limit rows)");
    }
    report.incomplete = true;
    return true;
  }
};

void drop(LayerReport& layer, std::uint64_t row, std::string reason) {
  ++layer.dropped;
  if (layer.drops.size() < kDropsKept) layer.drops.push_back({row, std::move(reason)});
}

Result<> read_layer(RecordSource& source, ReadPlan plan, bool hand_over, Pass& pass, LayerReport& layer) {
  const std::string zone = plan.rules.zone.name();
  EventRows rows(source.facts(), std::move(plan.rules), pass.names);
  const auto send = [&] {
    pass.sink.events(rows.take());
    pass.first = false;
  };
  Record record;
  while (!pass.at_limit() && source.next(record)) {
    ++layer.rows;
    if (++pass.rows % kProgressEvery == 0) pass.tell(source);
    std::string reason = rows.add(record, hand_over);
    if (!reason.empty()) {
      drop(layer, record.row, std::move(reason));
      continue;
    }
    ++layer.kept;
    if (rows.size() >= (pass.first ? kFirstBatch : kBatch) || rows.bytes() >= kBatchText) send();
  }
  if (rows.size() > 0) send();
  if (!source.error().empty()) return fail(Code::bad_input, source.error());
  if (rows.zone_not_stated() > 0) {
    pass.report.zone_not_stated = true;
    layer.notes.push_back("zone not stated: clock times are read in " + zone);
  }
  for (const Problem& unknown : rows.unknown_zones()) {
    layer.notes.push_back("row " + std::to_string(unknown.row) + ": " + unknown.reason);
  }
  if (rows.at_zero() > 0)
    layer.notes.push_back(counted(rows.at_zero(), "place", "places") + " at 0, 0 taken as missing");
  if (rows.without_place() > 0)
    layer.notes.push_back(counted(rows.without_place(), "event has", "events have") + " no place");
  if (rows.shapes_left() > 0) {
    layer.notes.push_back(counted(rows.shapes_left(), "line or area is", "lines or areas are") +
                          " shown by a point alone; row " + std::to_string(rows.first_shape_left().row) +
                          ": " + rows.first_shape_left().reason);
  }
  return Done{};
}

bool asks_for_begin(const ReadPlan& plan) {
  return std::any_of(plan.questions.begin(), plan.questions.end(),
                     [](const Question& question) { return question.about == "begin"; });
}

// Beside layers of events a file may hold others, of borders or names: those are no question.
void leave_out_undated(OpenedFile& file, std::vector<ReadPlan>& plans, ImportReport& report) {
  if (std::all_of(plans.begin(), plans.end(), asks_for_begin)) return;
  for (std::size_t i = plans.size(); i-- > 0;) {
    if (!asks_for_begin(plans[i])) continue;
    report.notes.push_back("layer " + file.sources[i]->facts().layer + " has no dates and is left out");
    plans.erase(plans.begin() + static_cast<std::ptrdiff_t>(i));
    file.sources.erase(file.sources.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace

Result<> read_events(OpenedFile& file, const ReadRequest& request, const TransformMaker& transform_maker,
                     ReadSink& sink, ImportReport& report) {
  report.format = file.format;
  report.notes = file.notes;
  PlanRequest wanted;
  wanted.answers = request.answers;
  wanted.roles = request.roles;
  wanted.transform_maker = transform_maker;
  wanted.one_layer = file.sources.size() == 1;
  const auto chosen_zone = request.answers.find("zone");
  VIDIK_TRY(wanted.zone,
            TimeZone::find(chosen_zone == request.answers.end() ? request.zone : chosen_zone->second));
  // An answer about the zone is no answer about a column called zone.
  wanted.answers.erase("zone");

  Pass pass{request, sink, report, {}};
  std::vector<ReadPlan> plans;
  for (const auto& source : file.sources) {
    VIDIK_TRY(ReadPlan plan, plan_reading(*source, wanted, [&] { pass.tell(*source); }));
    plans.push_back(std::move(plan));
  }
  leave_out_undated(file, plans, report);
  std::vector<Question>& first = plans.front().questions;
  first.insert(first.begin(), file.questions.begin(), file.questions.end());
  const bool asked =
      std::any_of(plans.begin(), plans.end(), [](const ReadPlan& p) { return !p.questions.empty(); });
  const bool hand_over = request.purpose == ReadFor::events && !asked;
  for (std::size_t i = 0; i < plans.size(); ++i) {
    RecordSource& source = *file.sources[i];
    LayerReport& layer = report.layers.emplace_back();
    layer.name = source.facts().layer;
    layer.columns = source.facts().columns;
    layer.roles = named(plans[i].rules.roles, layer.columns);
    layer.questions = plans[i].questions;
    layer.notes = source.facts().notes;
    layer.notes.insert(layer.notes.end(), plans[i].notes.begin(), plans[i].notes.end());
    plans[i].rules.zone_chosen = chosen_zone != request.answers.end();
    VIDIK_TRY(Done done, read_layer(source, std::move(plans[i]), hand_over, pass, layer));
    (void)done;
    for (std::string& note : source.closing_notes()) layer.notes.push_back(std::move(note));
  }
  return Done{};
}

Result<> read_table(OpenedFile& file, const ReadRequest& request, ReadSink& sink, ImportReport& report) {
  report.format = file.format;
  report.notes = file.notes;
  if (file.sources.size() != 1) {
    return fail(Code::bad_usage,
                "it has " + std::to_string(file.sources.size()) + " tables: one must be named");
  }
  RecordSource& source = *file.sources.front();
  const SourceFacts& facts = source.facts();
  LayerReport& layer = report.layers.emplace_back();
  layer.name = facts.layer;
  layer.columns = facts.columns;
  layer.questions = file.questions;
  Pass pass{request, sink, report, {}};
  TextTable piece;
  piece.columns = facts.columns;
  Record record;
  bool sent = false;
  while (!pass.at_limit() && source.next(record)) {
    ++layer.rows;
    if (++pass.rows % kProgressEvery == 0) pass.tell(source);
    if (!record.trouble.empty()) {
      drop(layer, record.row, record.trouble);
      continue;
    }
    ++layer.kept;
    piece.source_row.push_back(record.row);
    for (const std::string_view value : record.fields) {
      if (facts.may_need_repair)
        piece.add_cell(repaired_utf8(value));
      else
        piece.add_cell(value);
    }
    if (piece.rows() < kBatch && piece.text.size() < kBatchText) continue;
    sink.table(piece);
    sent = true;
    piece.source_row.clear();
    piece.ends.clear();
    piece.text.clear();
  }
  if (!sent || piece.rows() > 0) sink.table(piece);
  if (!source.error().empty()) return fail(Code::bad_input, source.error());
  return Done{};
}

}  // namespace vidik
