// `vidik info FILE…`: what would be read from files, without showing anything.

#include "app/commands.h"
#include "ingest/report_json.h"
#include "ingest/source.h"

#include <cstdio>

namespace vidik {

int run_info(const Options& options) {
  std::vector<FileReport> files;
  int code = kExitDone;
  for (const std::string& path : options.inputs) {
    ReadRequest request;
    request.path = path;
    request.answers = options.answers;
    request.roles = options.roles;
    FileReport file;
    if (auto report = read_report(request)) {
      file.report = std::move(report).value();
    } else {
      file.report.path = path;
      file.error = report.error().text;
      code = complain(report.error());
    }
    files.push_back(std::move(file));
  }
  if (options.json) {
    std::fputs(info_json(files).c_str(), stdout);
    std::fputs("\n", stdout);
  } else {
    for (const FileReport& file : files) {
      if (file.error.empty()) std::fputs(info_words(file.report).c_str(), stdout);
    }
  }
  std::fflush(stdout);
  if (code == kExitDone && options.strict) {
    for (const FileReport& file : files) {
      for (const LayerReport& layer : file.report.layers) {
        if (layer.dropped > 0 || !layer.questions.empty()) code = kExitProblems;
      }
    }
  }
  return code;
}

}  // namespace vidik
