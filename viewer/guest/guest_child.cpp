// vidik-guest: one plugin, alone in a process, speaking guest/wire.h on fd 3. Started by the viewer, never by hand.
#include "guest/child_command.h"
#include "guest/child_host.h"
#include "guest/child_limits.h"
#include "guest/child_module.h"
#include "guest/child_services.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace {

using namespace vidik;

constexpr int kWireFd = 3;
constexpr const char* kBinary = "/proc/self/fd/4";  // the host's sealed copy

[[noreturn]] void refuse(ChildLink& link, const Error& why) {
  WireOut out(Message::refuse);
  out.number(static_cast<std::uint8_t>(why.code == Code::unavailable ? 1 : 0));
  out.text(why.text);
  link.send(std::move(out));
  std::_Exit(0);
}

void say_limits(ChildLink& link, const std::vector<std::string>& limits) {
  WireOut out(Message::limits);
  out.number(static_cast<std::uint32_t>(limits.size()));
  for (const std::string& one : limits) out.text(one);
  link.send(std::move(out));
}

void say_hello(ChildLink& link, const ChildModule& m) {
  WireOut out(Message::hello);
  out.number(m.module->epoch);
  out.number(m.module->level);
  out.text(view_of(m.module->id));
  out.text(view_of(m.module->name));
  out.text(view_of(m.module->version));
  const std::vector<std::string> services = m.services();
  out.number(static_cast<std::uint32_t>(services.size()));
  for (const std::string& service : services) out.text(service);
  link.send(std::move(out));
}

void say_done(ChildLink& link, vidik_status status, const std::string& text) {
  WireOut out(Message::done);
  out.number(status);
  out.text(text);
  link.send(std::move(out));
}

vidik_status load(ChildHost& host, const ChildModule& m, std::string& why) {
  const vidik_event_writer& writer = host.begin_load();
  if (m.events == nullptr) return VIDIK_E_UNSUPPORTED;
  return guarded([&] { return m.events->load(m.plugin, &writer); }, why);
}

vidik_status prepare(ChildHost& host, const ChildModule& m, WireIn in, std::string& why) {
  DecodedView view;
  if (!decode_view(in, view)) std::_Exit(3);
  const vidik_draw& draw = host.begin_prepare(view.budget);
  if (m.draw == nullptr) return VIDIK_E_UNSUPPORTED;
  const vidik_status status =
      guarded([&] { return m.draw->prepare(m.plugin, &view.view, &view.budget, &draw); }, why);
  host.end_prepare();
  return status;
}

int serve(ChildLink& link, ChildHost& host, const ChildModule& m) {
  for (;;) {
    std::string payload;
    const Message type = link.receive(payload);
    std::string why;
    if (type == Message::load) {
      const vidik_status status = load(host, m, why);
      say_done(link, status, why);
    } else if (type == Message::prepare) {
      const vidik_status status = prepare(host, m, WireIn(payload), why);
      say_done(link, status, why);
    } else if (type == Message::set_params) {
      const vidik_status status = set_params(m, WireIn(payload), why);
      say_done(link, status, why);
    } else if (type == Message::load_state) {
      const vidik_status status = load_state(m, WireIn(payload), why);
      say_done(link, status, why);
    } else if (type == Message::save_state) {
      const vidik_status status = save_state(link, m, why);
      say_done(link, status, why);
    } else if (type == Message::build_panel) {
      const vidik_status status = build_panel(link, m, WireIn(payload), why);
      say_done(link, status, why);
    } else if (type == Message::stop) {
      guarded(
          [&] {
            m.plugin->destroy(m.plugin);
            return VIDIK_OK;
          },
          why);
      return 0;
    } else if (type != Message::cancel && type != Message::table_batch && type != Message::table_end &&
               type != Message::query_batch && type != Message::query_end) {
      return 3;  // a cancel or rows may come late, when their call is over
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const ChildRights rights = rights_of(argc, argv);
  std::vector<std::string> limits = give_up_rights();
  // A folder that is gone is no reason not to run: the code is in the sealed copy.
  [[maybe_unused]] const bool at_home = !rights.folder.empty() && chdir(rights.folder.c_str()) == 0;
  for (const std::string& one : confine_files(rights)) limits.push_back(one);
  for (const std::string& one : forbid_calls(rights)) limits.push_back(one);
  ChildLink link(kWireFd);
  say_limits(link, limits);  // before any code of the plugin's runs
  if (char** command = command_in(argc, argv)) refuse(link, become_command(command));
  std::string payload;
  if (link.receive(payload) != Message::start) return 3;
  WireIn in(payload);
  const auto wire = in.number<std::uint32_t>();
  const auto epoch = in.number<std::uint32_t>();
  in.number<std::uint32_t>();
  const std::string name(in.text(200)), version(in.text(200));
  if (!in.finished() || wire != kWireVersion || epoch != VIDIK_EPOCH)
    refuse(link, fail(Code::refused, "it speaks another wire version"));

  ChildHost host(link, name, version);
  const Result<const vidik_module*> module = open_module(kBinary);
  if (!module.ok()) refuse(link, module.error());
  const Result<ChildModule> made = create_plugin(**module, host.host());
  if (!made.ok()) refuse(link, made.error());
  say_hello(link, *made);
  say_params(link, *made);
  const int code = serve(link, host, *made);
  std::fflush(nullptr);
  std::_Exit(code);  // no static destructors of a plugin after destroy
}
