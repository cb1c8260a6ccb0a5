#include "guest/child_module.h"

#include "base/text.h"
#include "guest/event_wire.h"
#include "guest/service_wire.h"

#include <dlfcn.h>

#include <cstddef>
#include <cstdint>

namespace vidik {
namespace {

std::string loader_text(std::string_view path) {
  const char* said = dlerror();
  std::string text = said == nullptr ? "no reason given" : said;
  for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path)) {
    text.erase(at, path.size());
    if (text.compare(at, 2, ": ") == 0) text.erase(at, 2);
  }
  return for_terminal(text);
}

Error misdescribed(const std::string& field, std::uint64_t value) {
  return fail(Code::refused, "it describes itself wrongly (" + field + " = " + std::to_string(value) + ")");
}

bool good_size(std::uint32_t size, std::size_t least) { return size >= least && size <= 4096; }

// A pointer that cannot be to a struct of ours is not followed; one to no memory at all ends the guest, not the program.
bool is_aligned(const void* pointer) {
  return reinterpret_cast<std::uintptr_t>(pointer) % alignof(vidik_plugin) == 0;
}

bool good_text(const vidik_text& text) {
  return text.ptr != nullptr && text.len > 0 && text.len <= 200 && is_valid_utf8(view_of(text));
}

// The entry of a later epoch, looked for only to say so.
int later_epoch(void* object) {
  for (int epoch = static_cast<int>(VIDIK_EPOCH) + 1; epoch <= 9; ++epoch) {
    if (dlsym(object, ("vidik_entry_" + std::to_string(epoch)).c_str()) != nullptr) return epoch;
  }
  return 0;
}

std::string wrong_epoch(std::uint64_t epoch) {
  return "it is built for plugin interface " + std::to_string(epoch) + "; this Vidik has " +
         std::to_string(VIDIK_EPOCH);
}

// Size and the one function that each service must have.
template <typename S, typename F>
Result<> check_service(const S* service, const char* name, F S::*function, const char* function_name) {
  if (service == nullptr) return Done{};
  if (!is_aligned(service)) return fail(Code::refused, "find gave a pointer that is not aligned");
  if (!good_size(service->size, sizeof(S))) return misdescribed(std::string(name) + ".size", service->size);
  if (service->*function == nullptr) return misdescribed(std::string(name) + "." + function_name, 0);
  return Done{};
}

Result<> check_params(const vidik_params_service* params) {
  if (params == nullptr) return Done{};
  if (params->n == 0 || params->n > kMaxParams) return misdescribed("params.n", params->n);
  if (params->params == nullptr || !is_aligned(params->params)) return misdescribed("params.params", 0);
  const std::uint32_t size = params->params->size;
  if (!good_size(size, sizeof(vidik_param)) || size % alignof(vidik_param) != 0)
    return misdescribed("param.size", size);
  if (const std::string fault = params_fault(params_of(*params)); !fault.empty())
    return fail(Code::refused, "it describes itself wrongly: " + fault);
  return Done{};
}

Result<> check_services(const ChildModule& m) {
  VIDIK_TRY(Done events, check_service(m.events, "events", &vidik_events_service::load, "load"));
  VIDIK_TRY(Done draw, check_service(m.draw, "draw", &vidik_draw_service::prepare, "prepare"));
  VIDIK_TRY(Done set, check_service(m.params, "params", &vidik_params_service::set, "set"));
  VIDIK_TRY(Done panel, check_service(m.panel, "panel", &vidik_panel_service::build, "build"));
  VIDIK_TRY(Done save, check_service(m.state, "state", &vidik_state_service::save, "save"));
  VIDIK_TRY(Done load, check_service(m.state, "state", &vidik_state_service::load, "load"));
  (void)events, (void)draw, (void)set, (void)panel, (void)save, (void)load;
  return check_params(m.params);
}

}  // namespace

std::vector<std::string> ChildModule::services() const {
  std::vector<std::string> out;
  if (events != nullptr) out.emplace_back(VIDIK_EVENTS_1);
  if (draw != nullptr) out.emplace_back(VIDIK_DRAW_1);
  if (params != nullptr) out.emplace_back(VIDIK_PARAMS_1);
  if (panel != nullptr) out.emplace_back(VIDIK_PANEL_1);
  if (state != nullptr) out.emplace_back(VIDIK_STATE_1);
  return out;
}

Result<const vidik_module*> open_module(const char* path) {
  void* object = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (object == nullptr) return fail(Code::refused, "it cannot be loaded: " + loader_text(path));
  void* symbol = dlsym(object, VIDIK_ENTRY_NAME);
  if (symbol == nullptr) {
    if (const int epoch = later_epoch(object))
      return fail(Code::refused, wrong_epoch(static_cast<std::uint64_t>(epoch)));
    return fail(Code::refused, "it cannot be loaded: it has no symbol " VIDIK_ENTRY_NAME);
  }
  const auto entry = reinterpret_cast<vidik_entry_fn>(symbol);
  const vidik_module* module = nullptr;
  std::string thrown;
  if (guarded(
          [&] {
            module = entry();
            return VIDIK_OK;
          },
          thrown) < 0)
    return fail(Code::refused, VIDIK_ENTRY_NAME ": " + thrown);
  if (module == nullptr) return fail(Code::refused, VIDIK_ENTRY_NAME " answers nothing");
  if (!good_size(module->size, sizeof(vidik_module))) return misdescribed("module.size", module->size);
  if (module->epoch != VIDIK_EPOCH) return fail(Code::refused, wrong_epoch(module->epoch));
  if (!good_text(module->id)) return misdescribed("module.id.len", module->id.len);
  if (!good_text(module->name)) return misdescribed("module.name.len", module->name.len);
  if (!good_text(module->version)) return misdescribed("module.version.len", module->version.len);
  if (module->create == nullptr) return misdescribed("module.create", 0);
  return module;
}

Result<ChildModule> create_plugin(const vidik_module& module, const vidik_host& host) {
  ChildModule out;
  out.module = &module;
  std::string why;
  const vidik_status status = guarded([&] { return module.create(&host, &out.plugin); }, why);
  if (status < 0) {
    return fail(Code::unavailable,
                "create failed with status " + std::to_string(status) + (why.empty() ? "" : ": " + why));
  }
  if (!is_aligned(out.plugin)) return fail(Code::refused, "create gave a pointer that is not aligned");
  if (out.plugin == nullptr) return fail(Code::refused, "create gave no plugin");
  if (!good_size(out.plugin->size, sizeof(vidik_plugin)))
    return misdescribed("plugin.size", out.plugin->size);
  if (out.plugin->find == nullptr) return misdescribed("plugin.find", 0);
  if (out.plugin->destroy == nullptr) return misdescribed("plugin.destroy", 0);
  const auto find = [&]<typename S>(const char* name, const S*& to) {
    to = static_cast<const S*>(out.plugin->find(out.plugin, name));
  };
  const vidik_status found = guarded(
      [&] {
        find(VIDIK_EVENTS_1, out.events);
        find(VIDIK_DRAW_1, out.draw);
        find(VIDIK_PARAMS_1, out.params);
        find(VIDIK_PANEL_1, out.panel);
        find(VIDIK_STATE_1, out.state);
        return VIDIK_OK;
      },
      why);
  if (found < 0) return fail(Code::refused, "find: " + why);
  VIDIK_TRY(Done good, check_services(out));
  (void)good;
  return out;
}

}  // namespace vidik
