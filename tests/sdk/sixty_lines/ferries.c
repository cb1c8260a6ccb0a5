/* Ferries: three made-up events with a category of their own. Nothing in here draws, filters, searches or counts. */
#include <vidik_plugin.h>

#include <string.h>

#define TEXT(literal) \
  { VIDIK_LIT(literal) }
#define DAY INT64_C(86400000000)
#define FIRST (INT64_C(20000) * DAY) /* 4 October 2024, 00:00 UTC */

static const vidik_text ids[] = {TEXT("a"), TEXT("b"), TEXT("c")};
static const vidik_text titles[] = {TEXT("Ferry to Hvar stopped"), TEXT("Ferry to Cres late"),
                                    TEXT("No ferry in a storm")};
static const vidik_text places[] = {TEXT("Split"), TEXT("Rijeka"), TEXT("Bar")};
static const vidik_text summaries[] = {TEXT("A made-up event."), TEXT("One more."), TEXT("High waves.")};
static const vidik_moment begins[] = {{FIRST + DAY / 2, FIRST + DAY / 2},
                                      {FIRST + 10 * DAY, FIRST + 10 * DAY},
                                      {FIRST + 40 * DAY, FIRST + 40 * DAY}};
static const vidik_moment ends[] = {
    {FIRST + DAY, FIRST + DAY}, {FIRST + 11 * DAY, FIRST + 11 * DAY}, {FIRST + 42 * DAY, FIRST + 42 * DAY}};
static const double lon[] = {16.44, 14.44, 19.09}, lat[] = {43.51, 45.33, 42.09};
static const uint64_t source_ends[] = {1, 1, 1};
static const vidik_source sources[] = {
    {TEXT("Sample harbour office"), TEXT("https://example.org/ferry"), {0, 0}, {0, 0}}};

static vidik_status load(vidik_plugin* plugin, const vidik_event_writer* writer) {
  const vidik_category ferry = {sizeof ferry, VIDIK_SHAPE_STAR, TEXT("ferry"), TEXT("Ferries"),
                                TEXT("troops")};
  vidik_events events = {.size = sizeof events, .n = 3, .id = ids, .title = titles, .lon = lon, .lat = lat};
  (void)plugin;
  events.begin = begins;
  events.end = ends;
  events.place = places;
  events.summary = summaries;
  events.source_ends = source_ends;
  events.sources = sources;
  const vidik_status status = writer->categories(writer, &ferry, 1);
  return status < 0 ? status : writer->batch(writer, &events);
}

static const void* find(vidik_plugin* plugin, const char* service) {
  static const vidik_events_service hands_events = {sizeof hands_events, 0, load};
  (void)plugin;
  return strcmp(service, VIDIK_EVENTS_1) == 0 ? &hands_events : NULL;
}

static void destroy(vidik_plugin* plugin) { (void)plugin; }
static vidik_plugin the_plugin = {sizeof the_plugin, 0, NULL, destroy, find};
static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  (void)host;
  *out = &the_plugin;
  return VIDIK_OK;
}

VIDIK_EXPORT const vidik_module* vidik_entry_1(void) {
  static const vidik_module module = {
      sizeof module,         VIDIK_EPOCH,   VIDIK_LEVEL, 0, TEXT("org.example.ferries"),
      TEXT("Ferry reports"), TEXT("1.0.0"), create};
  return &module;
}
