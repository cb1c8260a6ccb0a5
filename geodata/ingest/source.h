#pragma once
// Reads any supported file through the child program `vidik-ingest`, while the caller goes on with something
// else.
//
// Units: progress in bytes and rows. Ownership: a ReadJob owns its child and ends it when it goes away.
// Threads: one owner at a time; nothing blocks but wait() and the read_* calls.
// Errors: what the child says, or in words why it ended: crashed, silent too long, over a limit, broken
// protocol. Whatever the file holds, this process only ever sees checked columns. Cost: start about 30 ms;
// then as fast as the child reads.

#include "base/result.h"
#include "ingest/base_image.h"
#include "ingest/import_report.h"
#include "ingest/map_table.h"
#include "ingest/text_table.h"
#include "store/event_batch.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vidik {

enum class ReadFor : std::uint8_t {
  events,  // rows become events: roles, questions, drops
  report,  // the same reading, but only the report is wanted (`info`)
  table,   // every row as text cells
  map,     // shapes and text attributes of one table
  base,    // shapes of all tables without attributes, or a raster as a picture
};

struct ReadLimits {
  std::uint32_t memory_mb = 2048;  // address space of the child (not under sanitizers)
  std::uint32_t cpu_s = 600;       // processor time of the child
  std::uint32_t silent_s = 20;     // ended when neither a row nor a byte of progress came for so long
  std::uint64_t rows = 200'000'000;
};

struct ReadRequest {
  std::string path;
  ReadFor purpose = ReadFor::events;
  std::map<std::string, std::string>
      answers;  // `--answer about=value`; a role's name is an answer too: begin=none
  std::map<std::string, std::string> roles;  // `--role begin=COLUMN`; over every guess
  std::string zone = "Europe/Belgrade";      // the display zone: bare dates are its calendar days
  std::string layer;                         // only this layer or table; empty = all
  ReadLimits limits;
  std::string program;  // empty: vidik-ingest beside the running program
};

struct ReadProgress {
  std::uint64_t rows = 0, bytes = 0, bytes_total = 0;  // bytes_total 0 = not known
};

// What has come so far; poll() appends.
struct ReadOutput {
  std::vector<EventBatch> events;
  TextTable table;
  MapTable map;
  BaseImage image;
};

enum class ReadState : std::uint8_t { reading, finished, failed };

class ReadJob {
 public:
  ReadJob(ReadJob&&) noexcept;
  ReadJob& operator=(ReadJob&&) noexcept;
  ~ReadJob();  // ends the child, as cancel() does

  // Takes what is ready (at most about `budget_bytes`), never blocks. Call again while `reading`.
  ReadState poll(ReadOutput& out, std::size_t budget_bytes = std::size_t{16} << 20);
  ReadState wait(ReadOutput& out);       // until finished or failed
  ReadState wait_some(ReadOutput& out);  // until something came, at most about 200 ms
  void cancel();                         // failed with Code::cancelled

  int wake_fd() const;  // readable when poll() has something to do; -1 when over
  ReadProgress progress() const;
  const ImportReport& report() const;  // complete once finished
  const Error& error() const;          // once failed
  int child_id() const;                // process id, 0 when over (tests kill it)

 private:
  friend Result<ReadJob> start_read(const ReadRequest& request);
  struct Body;
  explicit ReadJob(std::unique_ptr<Body> body);
  std::unique_ptr<Body> body_;
};

// Fails only when the child cannot be started.
Result<ReadJob> start_read(const ReadRequest& request);

// Whole reads, blocking. Open questions are no error of read_report; of the others they are (Code::question).
Result<ImportReport> read_report(ReadRequest request);
Result<MapTable> read_map_table(const std::string& path, const std::string& table,
                                ImportReport* report = nullptr);

}  // namespace vidik
