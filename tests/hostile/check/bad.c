/* An overlay with every service, and one fault that exactly one check must find: -DBAD_<check>.  Without any it is good. */
#include <vidik_plugin.h>

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define TEXT(literal) \
  { VIDIK_LIT(literal) }
#define EVENTS 6

typedef struct overlay {
  vidik_plugin plugin;
  const vidik_host* host;
  uint32_t on; /* the panel's toggle: all of the state */
  int loads, seen_street, is_twin;
} overlay;

static int alive, died, saves;
static volatile int is_busy;
static void* volatile kept; /* so that the compiler cannot leave out what is never used */

static overlay* of(vidik_plugin* plugin) { return plugin->self; }

/* ---- events ---------------------------------------------------------------------------------------- */

static vidik_status load(vidik_plugin* plugin, const vidik_event_writer* writer) {
  static const vidik_text ids[EVENTS] = {TEXT("a"), TEXT("b"), TEXT("c"), TEXT("d"), TEXT("e"), TEXT("f")};
  static const double lon[EVENTS] = {19, 20, 21, 19.5, 20.5, 21.5},
                      lat[EVENTS] = {43, 44, 45, 43.5, 44.5, 45.5};
  const vidik_host* host = of(plugin)->host;
  vidik_text titles[EVENTS];
  vidik_moment begin[EVENTS];
  vidik_events events;
  memset(&events, 0, sizeof events);
  for (int i = 0; i < EVENTS; ++i) {
    titles[i] = (vidik_text)TEXT("An event");
    begin[i].earliest = begin[i].latest = INT64_C(1735689600000000) + i * INT64_C(86400000000);
  }
  ++of(plugin)->loads;
#if defined(BAD_DETERMINISTIC)
  if (of(plugin)->loads > 1) titles[0] = (vidik_text)TEXT("Another event");
#elif defined(BAD_MINIMAL_HOST)
  const vidik_table_service* tables = host->find(host, VIDIK_TABLE_1);
  if (tables->size == 0) return VIDIK_E_ARG;
#elif defined(BAD_CANCEL_ANSWERED)
  if (host->cancelled(host)) return -777;
#elif defined(BAD_STARTS_AND_LOADS)
  if (host->version.len != 5 || memcmp(host->version.ptr, "check", 5) != 0) _exit(0);
#endif
  (void)host;
  events.size = sizeof events;
  events.n = EVENTS;
  events.id = ids;
  events.title = titles;
  events.begin = begin;
  events.lon = lon;
  events.lat = lat;
#if defined(BAD_LOAD_BASIC)
  return VIDIK_E_DATA;
#else
  return writer->batch(writer, &events);
#endif
}

/* ---- shapes ---------------------------------------------------------------------------------------- */

struct heard {
  uint64_t n;
  vidik_lonlat last;
};

static vidik_status take(void* user, const vidik_query_batch* batch) {
  struct heard* heard = user;
  heard->n += batch->events->n;
  for (uint64_t i = 0; i < batch->events->n; ++i) {
#if !defined(BAD_EDGE_EVENTS)
    if (!isfinite(batch->events->lon[i]) || !isfinite(batch->events->lat[i])) continue;
#endif
    heard->last.lon = batch->events->lon[i];
    heard->last.lat = batch->events->lat[i];
    if (isnan(heard->last.lon)) break;
  }
  return isnan(heard->last.lon) ? VIDIK_E_CANCELLED : VIDIK_OK; /* the worst of all is enough */
}

static void fault_of_view(overlay* self, const vidik_view* view, const struct heard* heard) {
  (void)self, (void)view, (void)heard;
#if defined(BAD_PREPARE_BASIC)
  *(volatile int*)8 = 1;
#elif defined(BAD_EMPTY_DATA)
  if (view->visible_n == 0) abort();
#elif defined(BAD_ONE_EVENT)
  if (view->visible_n == 1) abort();
#elif defined(BAD_MANY_EVENTS)
  if (heard->n > 50000) abort();
#elif defined(BAD_ANTIMERIDIAN)
  if (view->box.west > view->box.east) abort();
#elif defined(BAD_ZOOM_SWEEP)
  if (view->zoom > 20) abort();
#elif defined(BAD_TIME_SWEEP)
  if (view->window.begin == VIDIK_TIME_OPEN_BEGIN) abort();
#elif defined(BAD_STDOUT_CLEAN)
  printf("drawing %d\n", (int)view->visible_n);
#elif defined(BAD_PROCESS_UNTOUCHED)
  umask(077);
#elif defined(BAD_FIND_WHILE_PREPARING)
  is_busy = 1;
  for (volatile int i = 0; i < 100000; ++i) {
  }
  is_busy = 0;
#endif
}

static vidik_status prepare(vidik_plugin* plugin, const vidik_view* view, const vidik_budget* budget,
                            const vidik_draw* draw) {
  overlay* self = of(plugin);
  const vidik_query_service* queries = self->host->find(self->host, VIDIK_QUERY_1);
  struct heard heard = {0, {20, 44}};
  vidik_query all;
  vidik_style style;
  vidik_status status = VIDIK_OK;
  (void)budget;
  memset(&all, 0, sizeof all);
  all.size = sizeof all;
  if (queries != NULL) queries->visible(self->host, &all, take, &heard);
  if (view->zoom > 10) self->seen_street = 1;
  fault_of_view(self, view, &heard);
  memset(&style, 0, sizeof style);
  style.size = sizeof style;
  style.opacity = 1;
  style.width_pt = 1;
  for (uint64_t i = 0; i < view->visible_n && status != VIDIK_E_FULL; ++i) {
    vidik_lonlat at = {19 + 0.01 * (double)view->visible[i].event, 44};
    uint64_t event = view->visible[i].event;
#if defined(BAD_FINITE)
    at.lon = NAN;
#elif defined(BAD_IN_RANGE)
    at.lat = 91;
#elif defined(BAD_MARKS_OWN_EVENTS)
    event = 999;
#elif defined(BAD_VIEW_ORDER_FREE)
    if (self->seen_street) at.lat = 45;
#elif defined(BAD_TWINS_AGREE)
    if (self->is_twin) at.lat = 45;
#elif defined(BAD_CREATE_TWICE)
    if (died && self->is_twin) at.lat = 45;
#elif defined(BAD_POLES)
    if (view->box.south >= 80) at.lat = 1 / (90 - view->box.north);
#endif
    status = draw->circle(draw, &style, at, 1000, event);
#if defined(BAD_BUDGET_RESPECTED)
    if (status == VIDIK_E_FULL) status = VIDIK_OK;
#endif
  }
  if (status != VIDIK_E_FULL && queries != NULL)
    status = draw->circle(draw, &style, heard.last, 500, VIDIK_NO_EVENT);
#if defined(BAD_STATUSES_KNOWN)
  return -12345;
#else
  return status == VIDIK_E_DATA ? VIDIK_NOTE : status;
#endif
}

/* ---- parameters, panel, state ------------------------------------------------------------------------ */

static vidik_status set(vidik_plugin* plugin, const vidik_param_value* values, uint64_t n) {
  (void)plugin;
#if defined(BAD_PARAMS_ACCEPTED)
  if (n > 0 && values[0].number == 10) return VIDIK_E_DATA;
#endif
  return n == 1 && values != NULL ? VIDIK_OK : VIDIK_E_ARG;
}

static vidik_status build(vidik_plugin* plugin, const vidik_panel* panel) {
  static const vidik_text on = TEXT("On"), size = TEXT("Size"), again = TEXT("Again");
  uint32_t pressed = 0;
  double value = 1;
  vidik_status status = panel->toggle(panel, 1, on, &of(plugin)->on);
  if (status < 0) return status;
#if defined(BAD_PANEL_BASIC)
  status = panel->slider(panel, 2, size, 1, 1, &value);
  (void)status;
#else
  status = panel->slider(panel, 2, size, 0, 2, &value);
  if (status < 0) return status;
#endif
#if defined(BAD_PANEL_KEYS_UNIQUE)
  panel->button(panel, 2, again, &pressed);
#else
  status = panel->button(panel, 11, again, &pressed);
#endif
#if defined(BAD_PANEL_PRESSES)
  if (pressed) return VIDIK_E_INTERNAL;
#elif defined(BAD_FUZZ)
  if (pressed && of(plugin)->seen_street) abort();
#endif
#if defined(BAD_PANEL_BASIC)
  return VIDIK_OK;
#else
  return status;
#endif
}

static vidik_status save(vidik_plugin* plugin, vidik_write_fn write, void* user) {
  char bytes[8] = {'S', 't', 'a', 't', 'e', ' ', '0', '\n'};
  bytes[6] = (char)('0' + of(plugin)->on);
#if defined(BAD_STATE_ROUND_TRIP)
  bytes[6] = (char)('0' + ++saves % 10);
#endif
#if defined(BAD_STATE_WRITE_STOPS)
  write(user, bytes, sizeof bytes);
  return VIDIK_OK;
#else
  return write(user, bytes, sizeof bytes);
#endif
}

static vidik_status load_state(vidik_plugin* plugin, uint32_t version, const void* bytes, uint64_t n) {
  const char* text = bytes;
#if defined(BAD_STATE_EMPTY)
  if (n == 0) abort();
#elif defined(BAD_STATE_RANDOM)
  if (n >= 4 && n < 100000 && text[0] != 'S') abort();
#elif defined(BAD_STATE_TRUNCATED)
  if (n > 0 && n < 8 && text[0] == 'S') abort();
#elif defined(BAD_STATE_HUGE)
  if (n > 500000) abort();
#elif defined(BAD_STATE_OTHER_VERSION)
  if (version != 1) abort();
#endif
  if (version != 1 || n != 8 || memcmp(text, "State ", 6) != 0) return VIDIK_E_DATA;
  of(plugin)->on = text[6] == '1';
  return VIDIK_OK;
}

/* ---- the plugin -------------------------------------------------------------------------------------- */

static const void* find(vidik_plugin* plugin, const char* service) {
#if defined(BAD_NAMES_SHOWN)
#define HELP "How \033[2Jlarge."
#else
#define HELP "How large."
#endif
  static const vidik_param size = {
      sizeof size, VIDIK_PARAM_NUMBER, TEXT("size"), TEXT("Size"), TEXT("km"), TEXT(HELP), 1, 10, 5, 0,
      NULL,        {NULL, 0}};
  static const vidik_events_service hands = {sizeof hands, 0, load};
  static const vidik_draw_service draws = {sizeof draws, 0, prepare};
  static const vidik_params_service params = {sizeof params, 0, 1, &size, set};
  static const vidik_panel_service panel = {sizeof panel, 0, build};
  static const vidik_state_service state = {sizeof state, 1, save, load_state};
  (void)plugin, (void)kept;
  if (is_busy) return NULL;
#if defined(BAD_FIND_THE_SAME)
  static vidik_panel_service copies[2];
  static int asked;
  if (strcmp(service, VIDIK_PANEL_1) == 0) return memcpy(&copies[asked++ % 2], &panel, sizeof panel);
#elif defined(BAD_UNKNOWN_SERVICE_NULL)
  if (strncmp(service, VIDIK_DRAW_1, strlen(VIDIK_DRAW_1)) == 0) return &draws;
#endif
  if (strcmp(service, VIDIK_EVENTS_1) == 0) return &hands;
  if (strcmp(service, VIDIK_DRAW_1) == 0) return &draws;
  if (strcmp(service, VIDIK_PARAMS_1) == 0) return &params;
  if (strcmp(service, VIDIK_PANEL_1) == 0) return &panel;
  if (strcmp(service, VIDIK_STATE_1) == 0) return &state;
  return NULL;
}

static void destroy(vidik_plugin* plugin) {
  --alive;
  ++died;
  free(plugin->self);
}

static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  overlay* self = calloc(1, sizeof *self);
  if (self == NULL) return VIDIK_E_NOMEM;
#if defined(BAD_CREATES)
  free(self);
  return VIDIK_E_IO;
#elif defined(BAD_CREATE_DESTROY_100)
  kept = malloc(100);
#elif defined(BAD_OLD_HOST)
  volatile char later = ((const volatile char*)host)[host->size + 7];
  (void)later;
#elif defined(BAD_NEWER_HOST)
  if (host->size != sizeof *host) return VIDIK_E_ARG;
#endif
  self->plugin.size = sizeof self->plugin;
#if defined(BAD_SIZES_SANE)
  self->plugin.size = 3;
#endif
  self->plugin.self = self;
  self->plugin.destroy = destroy;
  self->plugin.find = find;
  self->host = host;
  self->is_twin = alive++ > 0;
  *out = &self->plugin;
  return VIDIK_OK;
}

#if defined(BAD_ONE_SYMBOL)
VIDIK_EXPORT int one_more(void) { return saves; }
#endif
#if defined(BAD_LOADS_NOW_LOCAL)
int nowhere(void);
#endif

VIDIK_EXPORT const vidik_module* vidik_entry_1(void) {
  static const vidik_module module = {
    sizeof module,
    VIDIK_EPOCH,
    VIDIK_LEVEL,
    0,
    TEXT("org.example." NAME),
    TEXT("Checked"),
#if defined(BAD_MANIFEST_MATCHES_MODULE)
    TEXT("1.0.1"),
#else
    TEXT("1.0.0"),
#endif
    create
  };
#if defined(BAD_ENTRY_IS_PURE)
  kept = malloc(100);
#elif defined(BAD_ENTRY_FAST)
  static int asked;
  const clock_t end = clock() + CLOCKS_PER_SEC * 6 / 10;
  while (!asked && clock() < end) {
  }
  asked = 1;
#elif defined(BAD_LOADS_NOW_LOCAL)
  if (died > 1000) nowhere();
#elif defined(BAD_NO_BAD_IMPORTS)
  if (died > 1000) setlocale(LC_ALL, "C");
#endif
  return &module;
}
