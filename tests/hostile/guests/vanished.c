/* An overlay that keeps what it was lent: it hands over the columns of a batch when the call that lent them is over. Columns
 * of some size lie in pages of their own here, which are gone by then. */
#include <vidik_plugin.h>

#include <malloc.h>
#include <string.h>

#define TEXT(literal) \
  { VIDIK_LIT(literal) }

static const vidik_host* the_host;
static vidik_events kept;

static vidik_status keep(void* user, const vidik_table_batch* rows) {
  (void)user;
  kept = *rows->events;
  return VIDIK_OK;
}

static vidik_status load(vidik_plugin* plugin, const vidik_event_writer* writer) {
  static const vidik_text table = TEXT("rows");
  const vidik_table_service* tables = the_host->find(the_host, VIDIK_TABLE_1);
  (void)plugin;
  const vidik_status status = tables->read(the_host, table, keep, NULL);
  return status < 0 ? status : writer->batch(writer, &kept);
}

static const vidik_events_service events_service = {sizeof events_service, 0, load};

static const void* find(vidik_plugin* plugin, const char* service) {
  (void)plugin;
  return strcmp(service, VIDIK_EVENTS_1) == 0 ? &events_service : NULL;
}

static void destroy(vidik_plugin* plugin) { (void)plugin; }

static vidik_plugin the_plugin = {sizeof the_plugin, 0, NULL, destroy, find};

static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  mallopt(M_MMAP_THRESHOLD, 4096);
  the_host = host;
  *out = &the_plugin;
  return VIDIK_OK;
}

VIDIK_EXPORT const vidik_module* vidik_entry_1(void);
VIDIK_EXPORT const vidik_module* vidik_entry_1(void) {
  static const vidik_module module = {
      sizeof module, VIDIK_EPOCH, VIDIK_LEVEL, 0, TEXT("org.example." NAME), TEXT("Test overlay " NAME),
      TEXT("1.2.3"), create};
  return &module;
}
