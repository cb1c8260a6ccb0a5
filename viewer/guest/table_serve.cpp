#include "guest/table_serve.h"

#include "guest/trust.h"

#include <algorithm>

namespace vidik {
namespace {

constexpr std::size_t kEnoughWaiting = std::size_t{4} << 20;

// What DecodedEvents and TableRows take at most.
constexpr std::size_t kMostColumns = 4096;

// Empty when the rows do not fit into one message or one of their texts is too long.
std::string event_rows(const EventColumns& columns, std::uint64_t first, std::uint64_t n) {
  WireOut out(Message::table_batch);
  out.number(static_cast<std::uint32_t>(n));
  out.number(std::uint32_t{0});  // the guest makes the columns from the extra ones
  out.number(std::uint8_t{1});
  const vidik_status status = encode_events(columns.events(), first, n, out);
  return status < 0 || out.size() - kWireHead > kWireMaxMessage ? std::string() : out.take();
}

std::string text_rows(const TextTable& table, std::size_t first, std::size_t n) {
  WireOut out(Message::table_batch);
  out.number(static_cast<std::uint32_t>(n));
  out.number(static_cast<std::uint32_t>(table.columns.size()));
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    out.text(table.columns[c]);
    for (std::size_t i = first; i < first + n; ++i) out.text(table.cell(i, static_cast<int>(c)));
  }
  out.number(std::uint8_t{0});
  return out.size() - kWireHead > kWireMaxMessage ? std::string() : out.take();
}

}  // namespace

Result<ReadRequest> table_request(const ManifestTable& table, const TableReading& how) {
  ReadRequest request;
  VIDIK_TRY(request.path, resolved_inside(how.folder, table.file));
  request.purpose = table.roles.empty() ? ReadFor::table : ReadFor::events;
  request.roles = table.roles;
  request.answers = table.answers;
  request.zone = how.zone;
  request.program = how.ingest_program;
  return request;
}

TableServe::TableServe(const ManifestTable& table, const TableReading& how)
    : with_events_(!table.roles.empty()) {
  const Result<ReadRequest> request = table_request(table, how);
  if (!request.ok()) {
    why_ = request.error().message();
    return;
  }
  Result<ReadJob> job = start_read(*request);
  if (job.ok())
    job_.emplace(std::move(job).value());
  else
    why_ = job.error().message();
}

const Question* first_question(const ImportReport& report) {
  for (const LayerReport& layer : report.layers) {
    if (!layer.questions.empty()) return &layer.questions.front();
  }
  return nullptr;
}

std::string what_was_dropped(const ImportReport& report) {
  std::uint64_t dropped = 0, rows = 0;
  std::string first;
  for (const LayerReport& layer : report.layers) {
    dropped += layer.dropped;
    rows += layer.rows;
    if (!layer.drops.empty() && first.empty()) {
      first =
          "; the first: line " + std::to_string(layer.drops.front().row) + ", " + layer.drops.front().reason;
    }
  }
  if (dropped == 0 && !report.incomplete) return {};
  if (dropped == 0)
    return "its data was not read to the end: " +
           (report.notes.empty() ? std::string("a limit was reached") : report.notes.back());
  return std::to_string(dropped) + " of " + std::to_string(rows) + " rows left out" + first;
}

void TableServe::leave_out(std::uint64_t line, const std::string& why) {
  ++left_out_;
  if (first_left_out_.empty()) first_left_out_ = "line " + std::to_string(line) + ": " + why;
}

// Halves until the halves fit; a row that fits into no message is left out.
void TableServe::send_events(const EventBatch& batch, const EventColumns& columns, std::uint64_t first,
                             std::uint64_t n, GuestProcess& to) {
  std::string message = event_rows(columns, first, n);
  if (!message.empty()) return to.send(std::move(message));
  if (n == 1) {
    return leave_out(batch.source_row[first],
                     "it has a text of more than 1 MiB, or more than 256 actors, claims or sources");
  }
  send_events(batch, columns, first, n / 2, to);
  send_events(batch, columns, first + n / 2, n - n / 2, to);
}

void TableServe::send_texts(std::size_t first, std::size_t n, GuestProcess& to) {
  std::string message = text_rows(out_.table, first, n);
  if (!message.empty()) return to.send(std::move(message));
  if (n == 1) return leave_out(out_.table.source_row[first], "it is longer than 32 MiB");
  send_texts(first, n / 2, to);
  send_texts(first + n / 2, n - n / 2, to);
}

bool TableServe::send_rows(GuestProcess& to) {
  if (with_events_) {
    for (const EventBatch& batch : out_.events) {
      const EventColumns columns(batch);
      if (columns.events().extra_n > kMaxExtraColumns) {
        const std::uint64_t own = columns.events().extra_n - batch.extra_names.size();
        why_ = "its data has " + std::to_string(batch.extra_names.size()) +
               " columns beside the known ones; a plugin takes at most " +
               std::to_string(kMaxExtraColumns - own);
        return false;
      }
      for (std::uint64_t first = 0; first < batch.size(); first += kBatchRows) {
        send_events(batch, columns, first, std::min<std::uint64_t>(kBatchRows, batch.size() - first), to);
      }
    }
    out_.events.clear();
    return true;
  }
  if (out_.table.columns.size() > kMostColumns) {
    why_ = "its data has " + std::to_string(out_.table.columns.size()) + " columns; a plugin takes at most " +
           std::to_string(kMostColumns);
    return false;
  }
  for (std::size_t first = 0; first < out_.table.rows(); first += kBatchRows) {
    send_texts(first, std::min<std::size_t>(kBatchRows, out_.table.rows() - first), to);
  }
  std::vector<std::string> columns = std::move(out_.table.columns);
  out_.table = TextTable{};
  out_.table.columns = std::move(columns);
  return true;
}

void TableServe::end(GuestProcess& to, std::int32_t status) {
  WireOut out(Message::table_end);
  out.number(status);
  to.send(out.take());
  over_ = true;
  job_.reset();
}

bool TableServe::step(GuestProcess& to) {
  if (over_) return false;
  if (!job_) {
    end(to, VIDIK_E_IO);
    return false;
  }
  if (to.unsent_bytes() > kEnoughWaiting) return true;
  const ReadState state = job_->poll(out_);
  if (state == ReadState::failed) {
    why_ = job_->error().message();
    end(to, VIDIK_E_IO);
    return false;
  }
  if (!send_rows(to)) {
    end(to, VIDIK_E_DATA);
    return false;
  }
  if (state == ReadState::reading) return true;
  if (const Question* open = first_question(job_->report())) {
    why_ = open->text;
    end(to, VIDIK_E_DATA);
    return false;
  }
  why_ = what_was_dropped(job_->report());
  if (left_out_ > 0) {
    why_ += (why_.empty() ? "" : "; ") + std::to_string(left_out_) +
            (left_out_ == 1 ? " row is" : " rows are") +
            " too long for a plugin; the first: " + first_left_out_;
  }
  end(to, why_.empty() ? VIDIK_OK : VIDIK_NOTE);
  return false;
}

}  // namespace vidik
