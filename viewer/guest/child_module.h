#pragma once
// A plugin's shared object opened and its words about itself checked, inside the guest process.
//
// Ownership: the object stays open for the life of the process (unloading is leaving).
// Errors: one sentence each; what the loader said is cleaned and has no path of ours in it.

#include "base/result.h"

#include <vidik_plugin.h>

#include <string>
#include <vector>

namespace vidik {

struct ChildModule {
  const vidik_module* module = nullptr;
  vidik_plugin* plugin = nullptr;
  const vidik_events_service* events = nullptr;
  const vidik_draw_service* draw = nullptr;
  const vidik_params_service* params = nullptr;
  const vidik_panel_service* panel = nullptr;
  const vidik_state_service* state = nullptr;
  std::vector<std::string> services() const;  // by name
};

Result<const vidik_module*> open_module(const char* path);
// Calls create and asks for the services.
Result<ChildModule> create_plugin(const vidik_module& module, const vidik_host& host);

// Runs a call into the plugin; an exception that comes out of it becomes VIDIK_E_INTERNAL and `text`.
template <typename F>
vidik_status guarded(F&& call, std::string& text) {
  try {
    return call();
  } catch (const std::exception& e) {
    text = std::string("an exception came out of it: ") + e.what();
  } catch (...) {
    text = "an exception came out of it";
  }
  return VIDIK_E_INTERNAL;
}

}  // namespace vidik
