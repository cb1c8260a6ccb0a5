#pragma once
// The probe's checks by name; cases.cpp says what each is about.
//
// Threads, ownership: as check/probe.h. Each runs in a process of its own.

#include "check/probe.h"

namespace vidik {

Finding check_one_symbol(Probe& probe);
Finding check_no_bad_imports(Probe& probe);
Finding check_loads_now_local(Probe& probe);
Finding check_entry_is_pure(Probe& probe);
Finding check_entry_fast(Probe& probe);
Finding check_sizes_sane(Probe& probe);
Finding check_manifest_matches_module(Probe& probe);
Finding check_names_shown(Probe& probe);

Finding check_creates(Probe& probe);
Finding check_load_basic(Probe& probe);
Finding check_prepare_basic(Probe& probe);
Finding check_no_exceptions_escape(Probe& probe);
Finding check_statuses_known(Probe& probe);
Finding check_create_destroy_100(Probe& probe);
Finding check_create_twice(Probe& probe);
Finding check_unknown_service_null(Probe& probe);
Finding check_find_the_same(Probe& probe);
Finding check_old_host(Probe& probe);
Finding check_newer_host(Probe& probe);
Finding check_minimal_host(Probe& probe);
Finding check_stdout_clean(Probe& probe);
Finding check_process_untouched(Probe& probe);

Finding check_finite(Probe& probe);
Finding check_in_range(Probe& probe);
Finding check_marks_own_events(Probe& probe);
Finding check_deterministic(Probe& probe);
Finding check_view_order_free(Probe& probe);
Finding check_twins_agree(Probe& probe);
Finding check_budget_respected(Probe& probe);
Finding check_empty_data(Probe& probe);
Finding check_one_event(Probe& probe);
Finding check_many_events(Probe& probe);
Finding check_antimeridian(Probe& probe);
Finding check_poles(Probe& probe);
Finding check_zoom_sweep(Probe& probe);
Finding check_time_sweep(Probe& probe);
Finding check_edge_events(Probe& probe);

Finding check_params_accepted(Probe& probe);
Finding check_panel_basic(Probe& probe);
Finding check_panel_keys_unique(Probe& probe);
Finding check_panel_presses(Probe& probe);
Finding check_state_round_trip(Probe& probe);
Finding check_state_empty(Probe& probe);
Finding check_state_random(Probe& probe);
Finding check_state_truncated(Probe& probe);
Finding check_state_huge(Probe& probe);
Finding check_state_other_version(Probe& probe);
Finding check_state_write_stops(Probe& probe);
Finding check_cancel_answered(Probe& probe);
Finding check_find_while_preparing(Probe& probe);

Finding check_fuzz(Probe& probe);

}  // namespace vidik
