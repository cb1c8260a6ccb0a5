#pragma once
// A thin C++20 dress for vidik_plugin.h: an overlay is a struct with load() and, when it draws, prepare(). Each of these
// members that it has is a service that it offers:
//
//   void load(EventWriter&)                                      vidik.events/1
//   void prepare(const vidik_view&, Draw&)                       vidik.draw/1
//   static std::span<const vidik_param> params()                 vidik.params/1, together with
//   Changed set(std::span<const vidik_param_value>)
//   Changed panel(Panel&)                                        vidik.panel/1
//   static constexpr uint32_t kStateVersion, std::string save()  vidik.state/1, together with
//   void restore(uint32_t version, std::string_view bytes)
//
//   struct Mine {
//     explicit Mine(vidik::plugin::Host host) : host(host) {}
//     void load(vidik::plugin::EventWriter& out) {
//       host.read_table("events", [&](const vidik_table_batch& rows) { out.batch(*rows.events); });
//     }
//     vidik::plugin::Host host;
//   };
//   VIDIK_PLUGIN(Mine, "org.example.mine", "Mine", "1.0.0")
//
// Units, ownership, threads: as in vidik_plugin.h. Errors: a Failure (or any std::exception) that is thrown becomes the
// status of the call, its text goes to the host's log. Needs only the standard library.

#include <vidik_plugin.h>
#include <vidik_controls.hpp>

#include <exception>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace vidik::plugin {

class Host {
 public:
  explicit Host(const vidik_host* host) : host_(host) {}
  void report(std::string_view text, std::int32_t severity = VIDIK_SAY_NOTE,
              vidik_status status = VIDIK_OK) const {
    host_->report(host_, severity, status, text_of(text));
  }
  bool cancelled() const { return host_->cancelled(host_) != 0; }
  void redraw() const { host_->redraw(host_); }
  void state_changed() const {
    if (VIDIK_HAS(host_, state_changed)) host_->state_changed(host_);
  }

  // Calls `take(const vidik_query_batch&)` for each batch of the events that the picture shows. Only inside prepare(), and
  // only when the manifest asks for "events".
  template <typename F>
  void visible_events(const vidik_query& what, F&& take) const {
    const auto* service = static_cast<const vidik_query_service*>(host_->find(host_, VIDIK_QUERY_1));
    if (service == nullptr) throw Failure(VIDIK_E_UNSUPPORTED, "this host has no " VIDIK_QUERY_1);
    Call<std::remove_reference_t<F>> call{&take, nullptr};
    const vidik_status status =
        service->visible(host_, &what, call.template function<vidik_query_batch>(), &call);
    if (call.thrown) std::rethrow_exception(call.thrown);
    if (status < 0) throw Failure(status, "the visible events cannot be had");
  }

  // Calls `take(const vidik_table_batch&)` for each batch of one of the manifest's tables.
  template <typename F>
  void read_table(std::string_view table, F&& take) const {
    const auto* service = static_cast<const vidik_table_service*>(host_->find(host_, VIDIK_TABLE_1));
    if (service == nullptr) throw Failure(VIDIK_E_UNSUPPORTED, "this host has no " VIDIK_TABLE_1);
    Call<std::remove_reference_t<F>> call{&take, nullptr};
    const vidik_status status =
        service->read(host_, text_of(table), call.template function<vidik_table_batch>(), &call);
    if (call.thrown) std::rethrow_exception(call.thrown);
    if (status < 0) throw Failure(status, "table \"" + std::string(table) + "\" cannot be read");
  }

 private:
  // A callable as the function and the pointer that the C door takes.
  template <typename F>
  struct Call {
    F* take;
    std::exception_ptr thrown;
    template <typename Batch>
    static auto function() {
      return [](void* user, const Batch* batch) -> vidik_status {
        auto& mine = *static_cast<Call*>(user);
        try {
          (*mine.take)(*batch);
          return VIDIK_OK;
        } catch (...) {  // not through the host's C frames
          mine.thrown = std::current_exception();
          return VIDIK_E_INTERNAL;
        }
      };
    }
  };
  const vidik_host* host_;
};

// A column of a batch by name, or null.
inline const vidik_column* column(const vidik_table_batch& batch, std::string_view name) {
  for (const vidik_column& one : std::span(batch.columns, batch.column_n)) {
    if (view_of(one.name) == name) return &one;
  }
  return nullptr;
}

class EventWriter {
 public:
  explicit EventWriter(const vidik_event_writer* writer) : writer_(writer) {}
  void categories(std::span<const vidik_category> rows) {
    check(writer_->categories(writer_, rows.data(), rows.size()), "writing categories");
  }
  // False when some events were refused; the host says which.
  bool batch(const vidik_events& events) {
    const vidik_status status = writer_->batch(writer_, &events);
    check(status, "writing events");
    return status == VIDIK_OK;
  }

 private:
  const vidik_event_writer* writer_;
};

// A style with everything off but the stroke: set what differs.
inline vidik_style style(std::uint32_t category) {
  vidik_style out{};
  out.size = sizeof out;
  out.colour = VIDIK_COLOUR_CATEGORY;
  out.category = category;
  out.opacity = 1;
  out.width_pt = 1;
  return out;
}

// Writes marks; throws only when the budget is used up, which ends prepare() as it should.
class Draw {
 public:
  explicit Draw(const vidik_draw* draw) : draw_(draw) {}
  void symbols(const vidik_style& s, std::span<const vidik_symbol> all) {
    go(draw_->symbol(draw_, &s, all.data(), all.size()));
  }
  void symbol(const vidik_style& s, const vidik_symbol& one) { go(draw_->symbol(draw_, &s, &one, 1)); }
  void circle(const vidik_style& s, vidik_lonlat at, double radius_m, std::uint64_t event = VIDIK_NO_EVENT) {
    go(draw_->circle(draw_, &s, at, radius_m, event));
  }
  void ring(const vidik_style& s, vidik_lonlat at, float dx_pt, float dy_pt, float low_pt, float high_pt,
            std::uint64_t event = VIDIK_NO_EVENT) {
    go(draw_->ring(draw_, &s, at, dx_pt, dy_pt, low_pt, high_pt, event));
  }
  void line(const vidik_style& s, std::span<const vidik_lonlat> points,
            std::uint64_t event = VIDIK_NO_EVENT) {
    go(draw_->line(draw_, &s, points.data(), points.size(), event));
  }
  void polygon(const vidik_style& s, std::span<const vidik_lonlat> points,
               std::span<const std::uint64_t> ring_ends, std::uint64_t event = VIDIK_NO_EVENT) {
    go(draw_->polygon(draw_, &s, points.data(), ring_ends.data(), ring_ends.size(), event));
  }
  void label(const vidik_style& s, vidik_lonlat at, float dx_pt, float dy_pt, std::string_view text,
             std::uint64_t event = VIDIK_NO_EVENT) {
    go(draw_->label(draw_, &s, at, dx_pt, dy_pt, text_of(text), event));
  }
  void legend(const vidik_style& s, std::uint32_t kind, std::string_view words) {
    if (VIDIK_HAS(draw_, legend)) go(draw_->legend(draw_, &s, kind, text_of(words)));
  }

 private:
  static void go(vidik_status status) {
    if (status == VIDIK_E_FULL) throw Failure(status, "more marks than the budget allows");
  }
  const vidik_draw* draw_;
};

inline std::span<const vidik_visible> visible(const vidik_view& view) {
  return {view.visible, view.visible_n};
}

// ---- the glue: one Instance per overlay type --------------------------------------------------------

template <typename T>
concept HandsEvents = requires(T& overlay, EventWriter& out) {
  overlay.load(out);
};
template <typename T>
concept Draws = requires(T& overlay, const vidik_view& view, Draw& draw) {
  overlay.prepare(view, draw);
};

template <typename T>
concept HasParams = requires(T& overlay, std::span<const vidik_param_value> values) {
  std::span<const vidik_param>(T::params());
  Changed(overlay.set(values));
};
template <typename T>
concept HasPanel = requires(T& overlay, Panel& panel) {
  Changed(overlay.panel(panel));
};
template <typename T>
concept KeepsState = requires(T& overlay, std::string_view bytes) {
  std::string(overlay.save());
  overlay.restore(T::kStateVersion, bytes);
};

template <typename T>
struct Instance {
  vidik_plugin plugin{};
  const vidik_host* host;
  T overlay;

  explicit Instance(const vidik_host* h) : host(h), overlay(Host(h)) {
    plugin.size = sizeof plugin;
    plugin.self = this;
    plugin.destroy = [](vidik_plugin* p) { delete static_cast<Instance*>(p->self); };
    plugin.find = [](vidik_plugin*, const char* service) -> const void* {
      const std::string_view name(service == nullptr ? "" : service);
      if constexpr (HandsEvents<T>) {
        if (name == VIDIK_EVENTS_1) return &events_service();
      }
      if constexpr (Draws<T>) {
        if (name == VIDIK_DRAW_1) return &draw_service();
      }
      if constexpr (HasParams<T>) {
        if (name == VIDIK_PARAMS_1) return &params_service();
      }
      if constexpr (HasPanel<T>) {
        if (name == VIDIK_PANEL_1) return &panel_service();
      }
      if constexpr (KeepsState<T>) {
        if (name == VIDIK_STATE_1) return &state_service();
      }
      return nullptr;
    };
  }

  template <typename F>
  static vidik_status guarded(const vidik_host* host, F&& call) {
    try {
      call();
      return VIDIK_OK;
    } catch (const Failure& e) {
      if (e.status != VIDIK_E_FULL) Host(host).report(e.what(), VIDIK_SAY_ERROR, e.status);
      return e.status;
    } catch (const std::exception& e) {
      Host(host).report(e.what(), VIDIK_SAY_ERROR, VIDIK_E_INTERNAL);
    } catch (...) {
      Host(host).report("an unknown exception", VIDIK_SAY_ERROR, VIDIK_E_INTERNAL);
    }
    return VIDIK_E_INTERNAL;
  }

  static const vidik_events_service& events_service() {
    static const vidik_events_service service = {sizeof service, 0,
                                                 [](vidik_plugin* p, const vidik_event_writer* writer) {
                                                   auto& self = *static_cast<Instance*>(p->self);
                                                   EventWriter out(writer);
                                                   return guarded(self.host, [&] { self.overlay.load(out); });
                                                 }};
    return service;
  }

  static const vidik_draw_service& draw_service() {
    static const vidik_draw_service service = {
        sizeof service, 0,
        [](vidik_plugin* p, const vidik_view* view, const vidik_budget*, const vidik_draw* draw) {
          auto& self = *static_cast<Instance*>(p->self);
          Draw out(draw);
          return guarded(self.host, [&] { self.overlay.prepare(*view, out); });
        }};
    return service;
  }

  static const vidik_params_service& params_service() {
    static const std::span<const vidik_param> declared = T::params();
    static const vidik_params_service service = {
        sizeof service, 0, declared.size(), declared.data(),
        [](vidik_plugin* p, const vidik_param_value* values, std::uint64_t n) {
          auto& self = *static_cast<Instance*>(p->self);
          Changed changed{};
          const vidik_status status =
              guarded(self.host, [&] { changed = self.overlay.set(std::span(values, n)); });
          return status == VIDIK_OK && changed == Changed::events ? vidik_status{VIDIK_RELOAD} : status;
        }};
    return service;
  }

  static const vidik_panel_service& panel_service() {
    static const vidik_panel_service service = {
        sizeof service, 0, [](vidik_plugin* p, const vidik_panel* panel) {
          auto& self = *static_cast<Instance*>(p->self);
          Changed changed{};
          Panel out(panel);
          const vidik_status status = guarded(self.host, [&] { changed = self.overlay.panel(out); });
          return status == VIDIK_OK && changed == Changed::events ? vidik_status{VIDIK_RELOAD} : status;
        }};
    return service;
  }

  static const vidik_state_service& state_service() {
    static const vidik_state_service service = {
        sizeof service, T::kStateVersion,
        [](vidik_plugin* p, vidik_write_fn write, void* user) {
          auto& self = *static_cast<Instance*>(p->self);
          return guarded(self.host, [&] {
            const std::string bytes = self.overlay.save();
            check(write(user, bytes.data(), bytes.size()), "saving");
          });
        },
        [](vidik_plugin* p, std::uint32_t version, const void* bytes, std::uint64_t n) {
          auto& self = *static_cast<Instance*>(p->self);
          return guarded(self.host, [&] {
            self.overlay.restore(version, std::string_view(static_cast<const char*>(bytes), n));
          });
        }};
    return service;
  }

  static vidik_status create(const vidik_host* host, vidik_plugin** out) {
    return guarded(host, [&] { *out = &(new Instance(host))->plugin; });
  }
};

}  // namespace vidik::plugin

// Defines the one symbol of the shared object. Id, name and version as in plugin.json.
#define VIDIK_PLUGIN(Type, id_text, name_text, version_text)                    \
  extern "C" VIDIK_EXPORT const vidik_module* vidik_entry_1(void) {             \
    static const vidik_module module = {sizeof module,                          \
                                        VIDIK_EPOCH,                            \
                                        VIDIK_LEVEL,                            \
                                        0,                                      \
                                        {VIDIK_LIT(id_text)},                   \
                                        {VIDIK_LIT(name_text)},                 \
                                        {VIDIK_LIT(version_text)},              \
                                        vidik::plugin::Instance<Type>::create}; \
    return &module;                                                             \
  }
