#include "check/cases.h"

#include <array>

namespace vidik {
namespace {

constexpr bool kGate = true, kProbe = true;

constexpr std::array kCases = {
    // 1: can it be loaded?
    CheckCase{"folder-safe", 1, kGate, !kProbe,
              "nobody else can change its folder, and no link leads out of it"},
    CheckCase{"manifest-valid", 1, kGate, !kProbe, "plugin.json says what Vidik needs to know"},
    CheckCase{"hash-matches", 1, kGate, !kProbe, "the binary is the one whose SHA-256 the manifest names"},
    CheckCase{"tables-there", 1, !kGate, !kProbe, "every data file that the manifest names is in the folder"},
    CheckCase{"one-symbol", 1, !kGate, kProbe, "it exports vidik_entry_1 and nothing else"},
    CheckCase{"no-bad-imports", 1, !kGate, kProbe, "it calls nothing that a plugin may not"},
    CheckCase{"loads-now-local", 1, kGate, kProbe,
              "every symbol is found when it is loaded, and its entry answers"},
    CheckCase{"entry-is-pure", 1, !kGate, kProbe, "the entry does nothing but answer, the same each time"},
    CheckCase{"entry-fast", 1, !kGate, kProbe, "loading it and asking its entry take next to no time"},
    CheckCase{"sizes-sane", 1, kGate, kProbe, "its structs describe themselves rightly"},
    CheckCase{"manifest-matches-module", 1, kGate, kProbe, "it says of itself what its manifest says"},
    CheckCase{"names-shown", 1, !kGate, kProbe, "its names are UTF-8 without control characters"},
    // 2: does it behave?
    CheckCase{"creates", 2, kGate, kProbe, "create makes an overlay, destroy ends it"},
    CheckCase{"load-basic", 2, kGate, kProbe, "load hands over its events"},
    CheckCase{"prepare-basic", 2, kGate, kProbe, "prepare answers for a view of the whole region"},
    CheckCase{"no-exceptions-escape", 2, kGate, kProbe, "no exception comes out of a call"},
    CheckCase{"statuses-known", 2, kGate, kProbe, "every answer is a status of vidik_plugin.h"},
    CheckCase{"create-destroy-100", 2, !kGate, kProbe,
              "life after life leaves no memory, descriptor or thread behind"},
    CheckCase{"create-twice", 2, !kGate, kProbe,
              "two overlays live side by side, and one outlives the other"},
    CheckCase{"unknown-service-null", 2, !kGate, kProbe, "find answers NULL for a service it does not have"},
    CheckCase{"find-the-same", 2, !kGate, kProbe, "find answers the same pointer each time"},
    CheckCase{"old-host", 2, !kGate, kProbe, "it reads no further than the host's structs say"},
    CheckCase{"newer-host", 2, !kGate, kProbe, "larger structs of a later Vidik change nothing"},
    CheckCase{"minimal-host", 2, !kGate, kProbe, "it lives without the host's services"},
    CheckCase{"stdout-clean", 2, !kGate, kProbe, "it prints nothing"},
    CheckCase{"process-untouched", 2, !kGate, kProbe,
              "locale, folder, umask, environment and signals stay as they were"},
    CheckCase{"starts-and-loads", 2, !kGate, !kProbe, "Vidik itself starts it, and takes every event"},
    // 3: is what it gives sane?
    CheckCase{"finite", 3, kGate, kProbe, "every number it gives is one"},
    CheckCase{"in-range", 3, kGate, kProbe, "places, times, sizes and texts are such as can be drawn"},
    CheckCase{"marks-own-events", 3, !kGate, kProbe, "a mark belongs to an event it handed over, or to none"},
    CheckCase{"deterministic", 3, !kGate, kProbe,
              "the same view gives the same marks, the same file the same events"},
    CheckCase{"view-order-free", 3, !kGate, kProbe, "what was shown before changes nothing"},
    CheckCase{"twins-agree", 3, !kGate, kProbe, "two of it side by side give the same marks"},
    CheckCase{"budget-respected", 3, !kGate, kProbe, "it stops when the budget is used up"},
    CheckCase{"empty-data", 3, !kGate, kProbe, "it draws when no event is visible"},
    CheckCase{"one-event", 3, !kGate, kProbe, "it draws when one event is visible"},
    CheckCase{"many-events", 3, !kGate, kProbe, "it draws when a hundred thousand are"},
    CheckCase{"antimeridian", 3, !kGate, kProbe, "it draws across 180 degrees"},
    CheckCase{"poles", 3, !kGate, kProbe, "it draws at the poles"},
    CheckCase{"zoom-sweep", 3, !kGate, kProbe, "it draws from the whole world to a street"},
    CheckCase{"time-sweep", 3, !kGate, kProbe, "it draws at any time, open ends too"},
    CheckCase{"edge-events", 3, !kGate, kProbe, "it bears events at the edges of every range"},
    // 4: state, panel, parameters, threads
    CheckCase{"params-accepted", 4, !kGate, kProbe, "it takes every value that it says it takes"},
    CheckCase{"panel-basic", 4, kGate, kProbe, "its panel can be built and drawn"},
    CheckCase{"panel-keys-unique", 4, kGate, kProbe, "every control has a key of its own"},
    CheckCase{"panel-presses", 4, !kGate, kProbe, "it bears whatever a user does in its panel"},
    CheckCase{"state-round-trip", 4, !kGate, kProbe, "what it saves, it loads, and saves the same"},
    CheckCase{"state-empty", 4, !kGate, kProbe, "it bears an empty state"},
    CheckCase{"state-random", 4, !kGate, kProbe, "it bears random bytes as a state"},
    CheckCase{"state-truncated", 4, !kGate, kProbe, "it bears a state that was cut"},
    CheckCase{"state-huge", 4, !kGate, kProbe, "it bears a state of one MiB"},
    CheckCase{"state-other-version", 4, !kGate, kProbe, "it bears a state of another version"},
    CheckCase{"state-write-stops", 4, !kGate, kProbe, "it stops saving when no more can be written"},
    CheckCase{"cancel-answered", 4, !kGate, kProbe, "it answers when the host no longer wants the answer"},
    CheckCase{"find-while-preparing", 4, !kGate, kProbe, "find may be called from another thread meanwhile"},
    // 5
    CheckCase{"fuzz", 5, !kGate, kProbe, "random views, values, presses and lives, one after another"},
};

}  // namespace

std::span<const CheckCase> check_cases() { return kCases; }

}  // namespace vidik
