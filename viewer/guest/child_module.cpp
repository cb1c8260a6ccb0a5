#include "guest/child_module.h"

#include "base/text.h"
#include "guest/event_wire.h"

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

}  // namespace

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
  const vidik_status found = guarded(
      [&] {
        out.events = static_cast<const vidik_events_service*>(out.plugin->find(out.plugin, VIDIK_EVENTS_1));
        out.draw = static_cast<const vidik_draw_service*>(out.plugin->find(out.plugin, VIDIK_DRAW_1));
        return VIDIK_OK;
      },
      why);
  if (found < 0) return fail(Code::refused, "find: " + why);
  for (const void* service : {static_cast<const void*>(out.events), static_cast<const void*>(out.draw)}) {
    if (!is_aligned(service)) return fail(Code::refused, "find gave a pointer that is not aligned");
  }
  if (out.events != nullptr) {
    if (!good_size(out.events->size, sizeof(vidik_events_service)))
      return misdescribed("events.size", out.events->size);
    if (out.events->load == nullptr) return misdescribed("events.load", 0);
  }
  if (out.draw != nullptr) {
    if (!good_size(out.draw->size, sizeof(vidik_draw_service)))
      return misdescribed("draw.size", out.draw->size);
    if (out.draw->prepare == nullptr) return misdescribed("draw.prepare", 0);
  }
  return out;
}

}  // namespace vidik
