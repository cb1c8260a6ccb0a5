#include "ingest/report_json.h"

#include "ingest/batch_wire.h"

#include <nlohmann/json.hpp>

namespace vidik {
namespace {

using Json = nlohmann::ordered_json;

Json layer_json(const LayerReport& layer) {
  Json drops = Json::array();
  for (const Problem& drop : layer.drops) drops.push_back(Json{{"row", drop.row}, {"reason", drop.reason}});
  Json questions = Json::array();
  for (const Question& question : layer.questions) {
    questions.push_back(
        Json{{"about", question.about}, {"text", question.text}, {"answers", question.answers}});
  }
  Json roles = Json::object();
  for (const auto& [role, column] : layer.roles) roles[role] = column;
  return Json{{"name", layer.name},        {"rows", layer.rows},
              {"kept", layer.kept},        {"dropped", layer.dropped},
              {"drops", std::move(drops)}, {"columns", layer.columns},
              {"roles", std::move(roles)}, {"questions", std::move(questions)},
              {"notes", layer.notes}};
}

}  // namespace

std::string info_json(std::span<const FileReport> files) {
  Json list = Json::array();
  for (const FileReport& file : files) {
    Json layers = Json::array();
    for (const LayerReport& layer : file.report.layers) layers.push_back(layer_json(layer));
    Json one{{"path", file.report.path},
             {"format", file.report.format},
             {"layers", std::move(layers)},
             {"notes", file.report.notes},
             {"incomplete", file.report.incomplete}};
    if (!file.error.empty()) one["error"] = file.error;
    list.push_back(std::move(one));
  }
  // Text from files may hold bytes that are no UTF-8: replaced, never thrown at.
  return Json{{"files", std::move(list)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string note_of(const ImportReport& report) {
  WireOut out;
  encode(report, out);
  return {out.bytes().begin(), out.bytes().end()};
}

Result<ImportReport> parse_note(std::string_view note) {
  WireIn in(note);
  ImportReport report;
  if (!decode(in, report)) return fail(Code::bad_input, "the report kept with the layer is damaged");
  return report;
}

}  // namespace vidik
