#pragma once
// Answers a guest's vidik.table/1: reads its own data file through vidik-ingest and passes the rows on.
//
// Ownership: owns the reading. Threads: one owner. Errors: a failed reading ends the table with a status; why() says it.
// Cost: step() hands on what has been read and stops while the guest has more than 4 MiB to take.

#include "guest/event_check.h"
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

// The first open question, for which no row was handed over; null = none.
const Question* first_question(const ImportReport& report);
// How many rows were left out and why the first, in one sentence; empty = none.
std::string what_was_dropped(const ImportReport& report);

class TableServe {
 public:
  TableServe(const ManifestTable& table, const TableReading& how);
  // True while there is more to come.
  bool step(GuestProcess& to);
  const std::string& why() const { return why_; }
  int wake_fd() const { return job_ ? job_->wake_fd() : -1; }

 private:
  bool send_rows(GuestProcess& to);  // false: it cannot be handed on at all, and why() says so
  void send_events(const EventBatch& batch, const EventColumns& columns, std::uint64_t first, std::uint64_t n,
                   GuestProcess& to);
  void send_texts(std::size_t first, std::size_t n, GuestProcess& to);
  void leave_out(std::uint64_t line, const std::string& why);
  void end(GuestProcess& to, std::int32_t status);

  std::optional<ReadJob> job_;
  ReadOutput out_;
  bool with_events_ = false, over_ = false;
  std::uint64_t left_out_ = 0;
  std::string why_, first_left_out_;
};

}  // namespace vidik
