// vidik-plugin-probe: one check of one plugin, in a process with the limits of vidik-guest. Started by `vidik plugin check`.
#include "check/probe_checks.h"
#include "check/trace_posix.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace {

using namespace vidik;

constexpr int kWireFd = 3;

constexpr std::pair<std::string_view, CheckFunction> kFunctions[] = {
    {"one-symbol", check_one_symbol},
    {"no-bad-imports", check_no_bad_imports},
    {"loads-now-local", check_loads_now_local},
    {"entry-is-pure", check_entry_is_pure},
    {"entry-fast", check_entry_fast},
    {"sizes-sane", check_sizes_sane},
    {"manifest-matches-module", check_manifest_matches_module},
    {"names-shown", check_names_shown},
    {"creates", check_creates},
    {"load-basic", check_load_basic},
    {"prepare-basic", check_prepare_basic},
    {"no-exceptions-escape", check_no_exceptions_escape},
    {"statuses-known", check_statuses_known},
    {"create-destroy-100", check_create_destroy_100},
    {"create-twice", check_create_twice},
    {"unknown-service-null", check_unknown_service_null},
    {"find-the-same", check_find_the_same},
    {"old-host", check_old_host},
    {"newer-host", check_newer_host},
    {"minimal-host", check_minimal_host},
    {"stdout-clean", check_stdout_clean},
    {"process-untouched", check_process_untouched},
    {"finite", check_finite},
    {"in-range", check_in_range},
    {"marks-own-events", check_marks_own_events},
    {"deterministic", check_deterministic},
    {"view-order-free", check_view_order_free},
    {"twins-agree", check_twins_agree},
    {"budget-respected", check_budget_respected},
    {"empty-data", check_empty_data},
    {"one-event", check_one_event},
    {"many-events", check_many_events},
    {"antimeridian", check_antimeridian},
    {"poles", check_poles},
    {"zoom-sweep", check_zoom_sweep},
    {"time-sweep", check_time_sweep},
    {"edge-events", check_edge_events},
    {"params-accepted", check_params_accepted},
    {"panel-basic", check_panel_basic},
    {"panel-keys-unique", check_panel_keys_unique},
    {"panel-presses", check_panel_presses},
    {"state-round-trip", check_state_round_trip},
    {"state-empty", check_state_empty},
    {"state-random", check_state_random},
    {"state-truncated", check_state_truncated},
    {"state-huge", check_state_huge},
    {"state-other-version", check_state_other_version},
    {"state-write-stops", check_state_write_stops},
    {"cancel-answered", check_cancel_answered},
    {"find-while-preparing", check_find_while_preparing},
    {"fuzz", check_fuzz},
};

ProbeWords words_of(int argc, char** argv) {
  ProbeWords out;
  for (int i = 1; i + 1 < argc; ++i) {
    const std::string_view word(argv[i]);
    if (word == "--check") out.check = argv[++i];
    if (word == "--seed") out.seed = std::strtoull(argv[++i], nullptr, 10);
    if (word == "--seconds") out.seconds = std::atoi(argv[++i]);
    if (word == "--id") out.id = argv[++i];
    if (word == "--name") out.name = argv[++i];
    if (word == "--version") out.version = argv[++i];
    if (word == "--services") out.services = argv[++i];
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const ChildRights rights = rights_of(argc, argv);
  open_trace();
  give_up_rights();
  [[maybe_unused]] const bool at_home = !rights.folder.empty() && chdir(rights.folder.c_str()) == 0;
  confine_files(rights);
  forbid_calls(rights);
  ChildLink checker(kWireFd);
  ProbeWords words = words_of(argc, argv);
  words.may_use_network = rights.network;
  Probe probe(checker, words);
  const auto* found = std::find_if(std::begin(kFunctions), std::end(kFunctions),
                                   [&](const auto& one) { return one.first == words.check; });
  if (found == std::end(kFunctions)) return 3;
  const Finding finding = found->second(probe);
  WireOut out(Message::done);
  out.number(static_cast<vidik_status>(finding.outcome));
  out.text(finding.why);
  checker.send(std::move(out));
  std::fflush(nullptr);
  std::_Exit(0);  // no static destructors of a plugin
}
