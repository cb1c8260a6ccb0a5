#pragma once
// Parameters, panel and state of the plugin in this guest process: what the host asked becomes a call, what the plugin
// answers a message.
//
// Threads: the thread that serves. Errors: an exception out of the plugin becomes VIDIK_E_INTERNAL and `why`; nonsense from
// the host ends the process.

#include "guest/child_link.h"
#include "guest/child_module.h"

namespace vidik {

void say_params(ChildLink& link, const ChildModule& m);  // nothing when it has none
vidik_status set_params(const ChildModule& m, WireIn in, std::string& why);
vidik_status load_state(const ChildModule& m, WireIn in, std::string& why);
// Sends the state when the plugin wrote one.
vidik_status save_state(ChildLink& link, const ChildModule& m, std::string& why);
vidik_status build_panel(ChildLink& link, const ChildModule& m, WireIn in, std::string& why);

}  // namespace vidik
