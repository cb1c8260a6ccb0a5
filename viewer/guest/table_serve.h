#pragma once
// Answers a guest's vidik.table/1: reads its own data file through vidik-ingest and passes the rows on.
//
// Ownership: owns the reading. Threads: one owner. Errors: a failed reading ends the table with a status; why() says it.
// Cost: step() hands on what has been read and stops while the guest has more than 4 MiB to take.

#include "guest/manifest.h"
#include "guest/process.h"
#include "ingest/source.h"

#include <optional>

namespace vidik {

struct TableReading {
  std::string folder;          // of the plugin
  std::string zone;            // the display zone
  std::string ingest_program;  // empty: beside the running program
};

// How a table of a manifest is asked for.
Result<ReadRequest> table_request(const ManifestTable& table, const TableReading& how);

class TableServe {
 public:
  TableServe(const ManifestTable& table, const TableReading& how);
  // True while there is more to come.
  bool step(GuestProcess& to);
  const std::string& why() const { return why_; }
  int wake_fd() const { return job_ ? job_->wake_fd() : -1; }

 private:
  void send_rows(GuestProcess& to);
  void end(GuestProcess& to, std::int32_t status);

  std::optional<ReadJob> job_;
  ReadOutput out_;
  bool with_events_ = false, over_ = false;
  std::string why_;
};

}  // namespace vidik
