#pragma once
// The host as the plugin sees it, inside the guest process: the writers and services of vidik_plugin.h over the wire.
//
// Ownership: lives as long as the process; what it hands to the plugin points into it. Threads: as the tags in
// vidik_plugin.h. Errors: wrong arguments answer VIDIK_E_ARG; nothing a plugin passes makes it throw.

#include "guest/child_link.h"
#include "guest/draw_wire.h"
#include "guest/event_wire.h"

#include <atomic>
#include <string>

namespace vidik {

class ChildHost {
 public:
  ChildHost(ChildLink& link, std::string name, std::string version);
  ChildHost(const ChildHost&) = delete;
  ChildHost& operator=(const ChildHost&) = delete;

  const vidik_host& host() const { return host_; }
  const vidik_event_writer& begin_load();
  const vidik_draw& begin_prepare(const vidik_budget& budget);
  void end_prepare();  // sends what is left

 private:
  vidik_status categories(const vidik_category* rows, std::uint64_t n);
  vidik_status batch(const vidik_events* events);
  vidik_status add(const WireMark& mark);
  vidik_status table(vidik_text name, vidik_table_fn call, void* user);
  vidik_status query(const vidik_query* what, vidik_query_fn call, void* user);
  // Reads messages until `end`, giving each `batch` to `take`; the answer is the end's status or the first below 0.
  template <typename Take>
  vidik_status receive_batches(Message batch, Message end, Take take);
  void send_marks();
  static ChildHost& of(const vidik_draw* draw) { return *static_cast<ChildHost*>(draw->ctx); }
  static ChildHost& of(const vidik_host* host) { return *static_cast<ChildHost*>(host->ctx); }
  friend struct ChildDraw;

  ChildLink& link_;
  std::string name_, version_;
  vidik_host host_{};
  vidik_table_service table_service_{};
  vidik_query_service query_service_{};
  vidik_event_writer writer_{};
  vidik_draw draw_{};
  vidik_budget budget_{};
  WireOut marks_{Message::marks};
  bool batch_begun_ = false, reading_ = false, preparing_ = false;
  std::uint64_t mark_count_ = 0, point_count_ = 0, label_count_ = 0, legend_count_ = 0, refused_ = 0;
};

}  // namespace vidik
