#include "guest/table_serve.h"

#include "guest/event_check.h"
#include "guest/trust.h"

#include <algorithm>

namespace vidik {
namespace {

constexpr std::size_t kEnoughWaiting = std::size_t{4} << 20;

std::string event_rows(const EventColumns& columns, std::uint64_t first, std::uint64_t n) {
  WireOut out(Message::table_batch);
  out.number(static_cast<std::uint32_t>(n));
  out.number(std::uint32_t{0});  // the guest makes the columns from the extra ones
  out.number(std::uint8_t{1});
  encode_events(columns.events(), first, n, out);
  return out.take();
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
  return out.take();
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

void TableServe::send_rows(GuestProcess& to) {
  if (with_events_) {
    for (const EventBatch& batch : out_.events) {
      const EventColumns columns(batch);
      for (std::uint64_t first = 0; first < batch.size(); first += kBatchRows) {
        to.send(event_rows(columns, first, std::min<std::uint64_t>(kBatchRows, batch.size() - first)));
      }
    }
    out_.events.clear();
    return;
  }
  for (std::size_t first = 0; first < out_.table.rows(); first += kBatchRows) {
    to.send(text_rows(out_.table, first, std::min<std::size_t>(kBatchRows, out_.table.rows() - first)));
  }
  std::vector<std::string> columns = std::move(out_.table.columns);
  out_.table = TextTable{};
  out_.table.columns = std::move(columns);
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
  send_rows(to);
  if (state == ReadState::reading) return true;
  std::uint64_t dropped = 0;
  for (const LayerReport& layer : job_->report().layers) {
    dropped += layer.dropped;
    if (!layer.drops.empty() && why_.empty()) {
      why_ = std::to_string(layer.dropped) + " rows left out, the first on line " +
             std::to_string(layer.drops.front().row) + ": " + layer.drops.front().reason;
    }
  }
  end(to, dropped > 0 ? VIDIK_NOTE : VIDIK_OK);
  return false;
}

}  // namespace vidik
