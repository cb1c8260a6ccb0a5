#pragma once
// All layers of an opened file: planned, then read row by row into batches and a report; or as a table of
// texts.
//
// Ownership: the caller keeps sources, report and sink. Errors: what makes the whole file unreadable; single
// rows are reported.
// Cost: a second pass over a layer only where its plan needs it. The first batch is small, so that something
// is soon seen.

#include "ingest/batch_wire.h"
#include "ingest/read_plan.h"

#include <memory>

namespace vidik {

// Where pieces go: the pipe to the program, or a test.
class ReadSink {
 public:
  virtual ~ReadSink() = default;
  virtual void events(const EventBatch& batch) = 0;
  virtual void table(const TextTable& piece) = 0;
  virtual void progress(const ReadProgress& progress) = 0;
};

struct OpenedFile {
  std::string format;
  std::vector<std::unique_ptr<RecordSource>> sources;  // one a layer
  std::vector<Question> questions;  // about the file as a whole: they stand with the first layer
  std::vector<std::string> notes;
};

Result<> read_events(OpenedFile& file, const ReadRequest& request, const TransformMaker& transform_maker,
                     ReadSink& sink, ImportReport& report);
Result<> read_table(OpenedFile& file, const ReadRequest& request, ReadSink& sink, ImportReport& report);

// CSV, TSV and the like, whatever their encoding.
Result<OpenedFile> open_delimited(const std::string& path, const std::map<std::string, std::string>& answers);

}  // namespace vidik
