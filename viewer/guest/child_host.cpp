#include "guest/child_host.h"

#include "base/number.h"
#include "base/text.h"
#include "guest/event_check.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <exception>
#include <limits>
#include <optional>

namespace vidik {

ChildHost::ChildHost(ChildLink& link, std::string name, std::string version)
    : link_(link), name_(std::move(name)), version_(std::move(version)) {
  host_.size = sizeof host_;
  host_.level = VIDIK_LEVEL;
  host_.ctx = this;
  host_.name = text_of(name_);
  host_.version = text_of(version_);
  host_.find = [](const vidik_host* host, const char* service) -> const void* {
    if (host == nullptr || service == nullptr) return nullptr;
    if (std::string_view(service) == VIDIK_TABLE_1) return &of(host).table_service_;
    if (std::string_view(service) == VIDIK_QUERY_1) return &of(host).query_service_;
    return nullptr;
  };
  host_.report = [](const vidik_host* host, std::int32_t severity, vidik_status status, vidik_text text) {
    if (host == nullptr) return;
    WireOut out(Message::report);
    out.number(severity);
    out.number(status);
    out.text(view_of(text).substr(0, 512));
    of(host).link_.send(std::move(out));
  };
  host_.cancelled = [](const vidik_host* host) -> std::int32_t {
    return host != nullptr && of(host).link_.cancelled() ? 1 : 0;
  };
  host_.redraw = [](const vidik_host* host) {
    if (host != nullptr) of(host).link_.send(WireOut(Message::redraw));
  };
  host_.state_changed = [](const vidik_host* host) {
    if (host != nullptr) of(host).link_.send(WireOut(Message::state_changed));
  };
  query_service_.size = sizeof query_service_;
  query_service_.visible = [](const vidik_host* host, const vidik_query* what, vidik_query_fn call,
                              void* user) {
    return host == nullptr || call == nullptr ? VIDIK_E_ARG : of(host).query(what, call, user);
  };
  table_service_.size = sizeof table_service_;
  table_service_.read = [](const vidik_host* host, vidik_text which, vidik_table_fn call, void* user) {
    return host == nullptr || call == nullptr ? VIDIK_E_ARG : of(host).table(which, call, user);
  };
  writer_.size = sizeof writer_;
  writer_.ctx = this;
  writer_.categories = [](const vidik_event_writer* w, const vidik_category* rows, std::uint64_t n) {
    return w == nullptr ? VIDIK_E_ARG : static_cast<ChildHost*>(w->ctx)->categories(rows, n);
  };
  writer_.batch = [](const vidik_event_writer* w, const vidik_events* events) {
    return w == nullptr ? VIDIK_E_ARG : static_cast<ChildHost*>(w->ctx)->batch(events);
  };
}

const vidik_event_writer& ChildHost::begin_load() {
  batch_begun_ = false;
  return writer_;
}

vidik_status ChildHost::categories(const vidik_category* rows, std::uint64_t n) {
  if (batch_begun_ || n > 64 || (n > 0 && rows == nullptr)) return VIDIK_E_ARG;
  WireOut out(Message::categories);
  out.number(static_cast<std::uint32_t>(n));
  for (std::uint64_t i = 0; i < n; ++i) {
    if (rows[i].size != rows[0].size || rows[i].size < sizeof(vidik_category)) return VIDIK_E_ARG;
    // A later, larger struct has a larger stride.
    const auto* row =
        reinterpret_cast<const vidik_category*>(reinterpret_cast<const char*>(rows) + i * rows[0].size);
    for (const vidik_text& text : {row->id, row->name, row->colour_role}) {
      if (text.len > 200) return VIDIK_E_DATA;
      out.text(view_of(text));
    }
    out.number(row->shape);
  }
  link_.send(std::move(out));
  return VIDIK_OK;
}

vidik_status ChildHost::batch(const vidik_events* events) {
  if (events == nullptr || events->size < sizeof(vidik_events) || events->size > 4096) return VIDIK_E_ARG;
  if (events->n == 0) return VIDIK_OK;
  batch_begun_ = true;
  std::uint64_t refused = 0;
  std::uint64_t n = 0;
  for (std::uint64_t first = 0; first < events->n; first += n) {
    n = std::min(kBatchRows, events->n - first);
    WireOut out(Message::events);
    vidik_status status = encode_events(*events, first, n, out);
    while (status >= 0 && out.size() - kWireHead > kWireMaxMessage && n > 1) {  // long texts: fewer rows
      n /= 2;
      out = WireOut(Message::events);
      status = encode_events(*events, first, n, out);
    }
    if (status < 0) return status;
    if (out.size() - kWireHead > kWireMaxMessage) return VIDIK_E_FULL;
    for (std::uint64_t i = first; i < first + n; ++i) refused += event_fault(*events, i) == nullptr ? 0U : 1U;
    link_.send(std::move(out));
  }
  return refused > 0 ? VIDIK_NOTE : VIDIK_OK;
}

namespace {

// The rows of one table_batch as the plugin sees them; its texts point into the message.
struct TableRows {
  DecodedEvents events;
  std::vector<vidik_column> columns;
  std::deque<std::vector<vidik_text>> texts;
  std::deque<std::vector<double>> numbers;
  vidik_table_batch batch{};

  void add_column(vidik_text name, const vidik_text* text) {
    std::vector<double>& values = numbers.emplace_back();
    values.reserve(batch.n);
    bool any = false;
    for (std::uint64_t i = 0; i < batch.n; ++i) {
      const std::optional<double> value = parse_double(trimmed(view_of(text[i])));
      any = any || value.has_value();
      values.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    columns.push_back({name, text, any ? values.data() : nullptr});
  }

  bool read(WireIn& in) {
    batch.size = sizeof batch;
    batch.n = in.count(kBatchRows, 0);
    const std::uint32_t count = in.count(4096, 4);
    for (std::uint32_t c = 0; c < count && in.ok(); ++c) {
      const vidik_text name = text_of(in.text());
      std::vector<vidik_text>& text = texts.emplace_back();
      for (std::uint64_t i = 0; i < batch.n && in.ok(); ++i) text.push_back(text_of(in.text()));
      if (in.ok()) add_column(name, text.data());
    }
    if (in.number<std::uint8_t>() != 0) {
      if (!events.read(in) || events.events().n != batch.n) return false;
      batch.events = &events.events();
      for (std::uint64_t c = 0; c < batch.events->extra_n; ++c) {
        add_column(batch.events->extra_names[c], batch.events->extra[c]);
      }
    }
    batch.column_n = columns.size();
    batch.columns = columns.data();
    return in.finished();
  }
};

}  // namespace

template <typename Take>
vidik_status ChildHost::receive_batches(Message batch, Message end, Take take) {
  reading_ = true;
  vidik_status result = VIDIK_OK;
  std::exception_ptr thrown;
  for (;;) {  // to the end whatever happens, so that no batch of this answer is taken for one of the next
    std::string payload;
    const Message type = link_.receive(payload);
    if (type == Message::stop) std::_Exit(0);
    if (type == Message::cancel) result = VIDIK_E_CANCELLED;
    if (type == end) {
      WireIn in(payload);
      const auto status = in.number<vidik_status>();
      if (result == VIDIK_OK) result = status;
      break;
    }
    if (type != batch || result < 0) continue;
    try {
      result = std::min<vidik_status>(take(WireIn(payload)), VIDIK_OK);
    } catch (...) {
      thrown = std::current_exception();
      result = VIDIK_E_INTERNAL;
    }
  }
  reading_ = false;
  if (thrown) std::rethrow_exception(thrown);  // to the guard around the call under way
  return result;
}

vidik_status ChildHost::table(vidik_text name, vidik_table_fn call, void* user) {
  if (reading_ || name.len > 200) return VIDIK_E_ARG;  // the callback may not read another one
  WireOut ask(Message::table_read);
  ask.text(view_of(name));
  link_.send(std::move(ask));
  return receive_batches(Message::table_batch, Message::table_end, [&](WireIn in) {
    TableRows rows;
    if (!rows.read(in)) std::_Exit(3);
    return call(user, &rows.batch);
  });
}

vidik_status ChildHost::query(const vidik_query* what, vidik_query_fn call, void* user) {
  if (reading_ || !preparing_ || what == nullptr || what->size < sizeof(vidik_query) || what->size > 4096 ||
      what->layer.len > 200)
    return VIDIK_E_ARG;
  WireOut ask(Message::query);
  ask.number(what->flags);
  for (const double v : {what->box.west, what->box.south, what->box.east, what->box.north}) ask.number(v);
  ask.text(view_of(what->layer));
  link_.send(std::move(ask));
  return receive_batches(Message::query_batch, Message::query_end, [&](WireIn in) {
    vidik_query_batch batch{};
    batch.size = sizeof batch;
    batch.layer = text_of(in.text(200));
    std::vector<float> strength;
    in.column(in.count(kBatchRows, sizeof(float)), strength);
    DecodedEvents events;
    if (!events.read(in) || !in.finished() || events.events().n != strength.size()) std::_Exit(3);
    batch.events = &events.events();
    batch.strength = strength.data();
    return call(user, &batch);
  });
}

}  // namespace vidik
