/* A million events, made when the overlay is: what its load takes is handing them over. */
#include <vidik_plugin.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define EVENTS 1000000u
#define TEXT(literal) \
  { VIDIK_LIT(literal) }

static char id_bytes[EVENTS][8];
static vidik_text ids[EVENTS], titles[EVENTS], categories[EVENTS];
static vidik_moment begin[EVENTS], end[EVENTS];
static double lon[EVENTS], lat[EVENTS];

static void make(void) {
  static const vidik_text kinds[4] = {TEXT("protest"), TEXT("sabotage"), TEXT("clash"), TEXT("political")};
  uint64_t x = UINT64_C(88172645463325252); /* xorshift64, G. Marsaglia, J. Stat. Soft. 8 (14), 2003 */
  for (uint32_t i = 0; i < EVENTS; ++i) {
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    const vidik_time t = INT64_C(1514764800000000) + (vidik_time)(x % 252460800u) * 1000000;
    snprintf(id_bytes[i], sizeof id_bytes[i], "%07u", i % 10000000u);
    ids[i].ptr = id_bytes[i];
    ids[i].len = 7;
    titles[i] = (vidik_text)TEXT("protest Mostar town 017");
    categories[i] = kinds[x >> 32 & 3];
    begin[i].earliest = begin[i].latest = t;
    end[i].earliest = end[i].latest = t + (vidik_time)(x >> 40 & 3) * 3600000000;
    lon[i] = 13 + (double)(x % 1010000u) * 1e-5;
    lat[i] = 39.6 + (double)(x % 730000u) * 1e-5;
  }
}

static vidik_status load(vidik_plugin* plugin, const vidik_event_writer* writer) {
  vidik_events events;
  (void)plugin;
#if defined(NEVER)
  for (;;) pause();
#endif
  memset(&events, 0, sizeof events);
  events.size = sizeof events;
  events.n = EVENTS;
  events.id = ids;
  events.title = titles;
  events.category = categories;
  events.begin = begin;
  events.end = end;
  events.lon = lon;
  events.lat = lat;
  return writer->batch(writer, &events);
}

static const void* find(vidik_plugin* plugin, const char* service) {
  static const vidik_events_service hands = {sizeof hands, 0, load};
  (void)plugin;
  return strcmp(service, VIDIK_EVENTS_1) == 0 ? &hands : NULL;
}

static void destroy(vidik_plugin* plugin) { (void)plugin; }

static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  static vidik_plugin plugin = {sizeof plugin, 0, NULL, destroy, find};
  (void)host;
  make();
  *out = &plugin;
  return VIDIK_OK;
}

VIDIK_EXPORT const vidik_module* vidik_entry_1(void) {
  static const vidik_module module = {
      sizeof module,     VIDIK_EPOCH,   VIDIK_LEVEL, 0, TEXT("org.example.million"),
      TEXT("A million"), TEXT("1.0.0"), create};
  return &module;
}
