// Level 1: can it be loaded, and is it what it says?
#include "check/elf_symbols.h"
#include "check/probe_checks.h"
#include "check/trace_posix.h"

#include "base/text.h"

#include <dlfcn.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <set>

namespace vidik {
namespace {

constexpr const char* kBinary = "/proc/self/fd/4";
constexpr int kBinaryFd = 4, kEntries = 100;
// Long enough for a busy machine: PLUGINS asks for 20 ms, and whatever works in the entry takes far longer than this.
constexpr double kSlow = 0.02, kTooSlow = 0.5;

// What a plugin may not touch (vidik_plugin.h, "Where"), by the functions that do it.
constexpr std::array<std::string_view, 33> kBadImports = {
    "fork",   "vfork",   "system",     "popen",      "execl",      "execlp",    "execle",
    "execv",  "execvp",  "execve",     "dlopen",     "signal",     "sigaction", "setlocale",
    "chdir",  "fchdir",  "umask",      "setenv",     "unsetenv",   "putenv",    "clearenv",
    "atexit", "longjmp", "_longjmp",   "siglongjmp", "kill",       "ptrace",    "exit",
    "_exit",  "_Exit",   "quick_exit", "abort",      "posix_spawn"};
constexpr std::array<std::string_view, 6> kNetworkImports = {"socket", "connect",     "bind",
                                                             "listen", "getaddrinfo", "accept"};

std::string whole_binary() {
  struct stat about {};
  if (fstat(kBinaryFd, &about) != 0) return {};
  std::string out(static_cast<std::size_t>(about.st_size), '\0');
  std::size_t got = 0;
  while (got < out.size()) {
    const ssize_t n = pread(kBinaryFd, out.data() + got, out.size() - got, static_cast<off_t>(got));
    if (n <= 0) break;
    got += static_cast<std::size_t>(n);
  }
  out.resize(got);
  return out;
}

double seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

vidik_entry_fn entry_of(void* object) {
  return reinterpret_cast<vidik_entry_fn>(object == nullptr ? nullptr : dlsym(object, VIDIK_ENTRY_NAME));
}

}  // namespace

Finding check_one_symbol(Probe&) {
  const Result<DynamicSymbols> symbols = read_dynamic_symbols(whole_binary());
  if (!symbols.ok()) return failed(symbols.error().text);
  std::string others;
  for (const std::string& name : symbols->exported)
    if (name != VIDIK_ENTRY_NAME && others.size() < 200)
      others += (others.empty() ? "" : ", ") + for_terminal(name);
  return others.empty() ? passed() : failed("it also exports " + others);
}

Finding check_no_bad_imports(Probe& probe) {
  const Result<DynamicSymbols> symbols = read_dynamic_symbols(whole_binary());
  if (!symbols.ok()) return failed(symbols.error().text);
  std::string bad;
  for (const std::string& name : symbols->imported) {
    const bool is_bad = std::find(kBadImports.begin(), kBadImports.end(), name) != kBadImports.end();
    const bool is_network =
        !probe.words().may_use_network &&
        std::find(kNetworkImports.begin(), kNetworkImports.end(), name) != kNetworkImports.end();
    if (is_bad || is_network) bad += (bad.empty() ? "" : ", ") + name;
  }
  // Its libraries may have their reasons, so this is no failure.
  return bad.empty() ? passed() : warned("it calls " + bad);
}

Finding check_loads_now_local(Probe& probe) {
  probe.say_call("when it was loaded");
  void* object = dlopen(kBinary, RTLD_NOW | RTLD_LOCAL);
  if (object != nullptr && entry_of(object) != nullptr) {
    probe.say_call("in its entry");
    const vidik_module* module = entry_of(object)();
    if (module == nullptr) return failed(VIDIK_ENTRY_NAME " answers nothing");
    if (module->epoch == VIDIK_EPOCH) return passed();
  }
  const Result<const vidik_module*> why = probe.module();
  return why.ok() ? passed() : failed(why.error().text);
}

Finding check_entry_is_pure(Probe& probe) {
  const vidik_entry_fn entry = entry_of(dlopen(kBinary, RTLD_NOW | RTLD_LOCAL));
  if (entry == nullptr) return skipped("it cannot be loaded");
  const Holdings before = holdings();
  const Settings were = settings();
  OutputTrap trap;
  const Holdings armed = holdings();
  probe.say_call("in its entry");
  const Holdings then = holdings();
  const vidik_module* first = entry();
  bool is_same = true;
  for (int i = 1; i < kEntries; ++i)
    is_same = is_same && entry() == first;  // the library has a few pieces left over
  const Holdings after = holdings();
  if (!is_same) return failed("it answers another pointer the second time");
  if (after.heap_bytes > then.heap_bytes) return failed("it takes memory");
  if (after.threads != before.threads) return failed("it starts a thread");
  if (after.descriptors != armed.descriptors) return failed("it opens or closes a file");
  if (!trap.caught().empty()) return failed("it prints");
  Settings are = settings();
  are.standard_descriptors = were.standard_descriptors;  // the trap's
  const std::string changed = what_changed(were, are);
  return changed.empty() ? passed() : failed("it changes " + changed);
}

Finding check_entry_fast(Probe& probe) {
  probe.say_call("when it was loaded");
  const double cpu = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
  const vidik_entry_fn entry = entry_of(dlopen(kBinary, RTLD_NOW | RTLD_LOCAL));
  if (entry != nullptr) entry();
  const double used = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu, took = seconds(CLOCK_MONOTONIC) - wall;
  const auto words = [](double s) { return std::to_string(static_cast<int>(s * 1000)) + " ms"; };
  if (used > kTooSlow || took > 2 * kTooSlow) return failed("that took " + words(std::max(used, took)));
  if (used > kSlow) return warned("that took " + words(used) + " of processor time; 20 ms is much");
  return passed();
}

Finding check_sizes_sane(Probe& probe) {
  const Subject subject(probe);
  // Of what it says when it is asked to make an overlay, only this is about structs; `creates` has the rest.
  const bool about_itself = subject.why().find("describes itself wrongly") != std::string::npos ||
                            subject.why().find("not aligned") != std::string::npos;
  return about_itself ? failed(subject.why()) : passed();
}

Finding check_manifest_matches_module(Probe& probe) {
  const Result<const vidik_module*> module = probe.module();
  if (!module.ok()) return failed(module.error().text);
  const ProbeWords& m = probe.words();
  const auto differs = [](const char* what, const std::string& manifest, std::string_view said) {
    return failed("its manifest says " + std::string(what) + " \"" + for_terminal(manifest) +
                  "\", it says \"" + for_terminal(said) + "\"");
  };
  if (view_of((*module)->id) != m.id) return differs("id", m.id, view_of((*module)->id));
  if (view_of((*module)->name) != m.name) return differs("name", m.name, view_of((*module)->name));
  if (view_of((*module)->version) != m.version)
    return differs("version", m.version, view_of((*module)->version));
  const Subject subject(probe);
  if (!subject.ok()) return skipped(subject.why());
  const auto set_of = [](const std::vector<std::string>& from) {
    return std::set<std::string>(from.begin(), from.end());
  };
  std::vector<std::string> named;
  for (const std::string_view one : split(m.services, ' '))
    if (!one.empty()) named.emplace_back(one);
  std::string offered;
  for (const std::string& one : subject.made().services()) offered += (offered.empty() ? "" : " ") + one;
  if (set_of(named) != set_of(subject.made().services())) return differs("services", m.services, offered);
  return passed();
}

Finding check_names_shown(Probe& probe) {
  const Result<const vidik_module*> module = probe.module();
  if (!module.ok()) return failed(module.error().text);
  const Subject subject(probe);
  std::vector<std::pair<std::string, std::string_view>> names = {{"id", view_of((*module)->id)},
                                                                 {"name", view_of((*module)->name)},
                                                                 {"version", view_of((*module)->version)}};
  if (const vidik_params_service* params = subject.made().params; params != nullptr) {
    for (std::uint64_t i = 0; i < params->n; ++i) {
      const vidik_param& p = param_at(*params, i);
      names.emplace_back("a parameter's name", view_of(p.name));
      names.emplace_back("a parameter's unit", view_of(p.unit));
      names.emplace_back("a parameter's help", view_of(p.help));
    }
  }
  for (const auto& [what, text] : names)
    if (for_terminal(text) != text) return failed(what + " is \"" + for_terminal(text) + "\"");
  return passed();
}

}  // namespace vidik
