/* @TITLE@: the rows of events.csv, handed over as events.  Everything else is Vidik's work: the timeline,
 * the window, filters, symbols, cards, search, exports. */
#include <vidik_plugin.h>

#include <stdlib.h>
#include <string.h>

typedef struct overlay {
  vidik_plugin plugin;
  const vidik_host* host; /* lives as long as the overlay */
} overlay;

/* Called for each batch of rows; dates and places are parsed already. */
static vidik_status take_rows(void* user, const vidik_table_batch* rows) {
  const vidik_event_writer* writer = *(const vidik_event_writer* const*)user;
  /* To change something: copy *rows->events and put your own columns in place of some.  rows->columns
   * has those that plugin.json gives no role, here "note". */
  return writer->batch(writer, rows->events);
}

static vidik_status load(vidik_plugin* plugin, const vidik_event_writer* writer) {
  const vidik_host* host = ((overlay*)plugin->self)->host;
  const vidik_table_service* tables = host->find(host, VIDIK_TABLE_1);
  const vidik_text events = {VIDIK_LIT("events")}; /* under "tables" in plugin.json */
  if (tables == NULL) return VIDIK_E_UNSUPPORTED;
  return tables->read(host, events, take_rows, &writer);
}

static const void* find(vidik_plugin* plugin, const char* service) {
  static const vidik_events_service hands_events = {sizeof hands_events, 0, load};
  (void)plugin;
  return strcmp(service, VIDIK_EVENTS_1) == 0 ? &hands_events : NULL;
}

static void destroy(vidik_plugin* plugin) { free(plugin->self); }

static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  overlay* self = calloc(1, sizeof *self);
  if (self == NULL) return VIDIK_E_NOMEM;
  self->plugin = (vidik_plugin){sizeof self->plugin, 0, self, destroy, find};
  self->host = host;
  *out = &self->plugin;
  return VIDIK_OK;
}

/* Id, name and version as in plugin.json. */
VIDIK_EXPORT const vidik_module* vidik_entry_1(void) {
  static const vidik_module module = {
      sizeof module,          VIDIK_EPOCH,          VIDIK_LEVEL, 0, {VIDIK_LIT("@ID@")},
      {VIDIK_LIT("@TITLE@")}, {VIDIK_LIT("0.1.0")}, create};
  return &module;
}
