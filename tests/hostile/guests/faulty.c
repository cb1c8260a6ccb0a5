/* An overlay that does one thing wrong, chosen by -DFAULT_…; without any it is a good one: three events, one ring each. */
#include <vidik_plugin.h>

#include <fcntl.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TEXT(literal) \
  { VIDIK_LIT(literal) }
#ifndef NAME
#define NAME "good"
#endif

static vidik_plugin the_plugin;
static const vidik_host* the_host;
static int prepared;

#if defined(FAULT_STACK) || defined(FAULT_PREPARE_STACK)
static int deeper(volatile int* from) {
  volatile int here[1024];
  here[0] = *from + 1;
  return deeper(here) + here[0];
}
#endif

#if defined(FAULT_THREADS) || defined(FAULT_LEAVESTHREADS)
static void* sleeps(void* given) {
  for (;;) pause();
  return given;
}
#endif

static void fault_in_load(void) {
#if defined(FAULT_SEGV)
  *(volatile int*)8 = 1;
#elif defined(FAULT_ABORT)
  abort();
#elif defined(FAULT_STACK)
  volatile int zero = 0;
  deeper(&zero);
#elif defined(FAULT_EXIT)
  exit(0);
#elif defined(FAULT_LOOP)
  for (volatile int i = 0;; ++i) {
  }
#elif defined(FAULT_CLOSEFD)
  close(3);
  for (;;) pause();
#elif defined(FAULT_JUNK)
  const char junk[] = "this is not a message of any known type, is it";
  if (write(3, junk, sizeof junk) < 0) abort();
  for (;;) pause();
#elif defined(FAULT_TOOLONG)
  const uint32_t head[2] = {66, 0x7fffffff};
  if (write(3, head, sizeof head) < 0) abort();
  for (;;) pause();
#elif defined(FAULT_HALF)
  const uint32_t head[2] = {66, 4096};
  if (write(3, head, sizeof head) < 0) abort();
  _exit(0);
#elif defined(FAULT_OOM)
  for (size_t n = 0; n < 4096; ++n) {
    char* volatile p = malloc((size_t)1 << 20);
    if (p == NULL) abort();
    p[0] = 1;
  }
#elif defined(FAULT_THREADS)
  pthread_t thread;
  for (int n = 0; n < 100000; ++n) {
    if (pthread_create(&thread, NULL, sleeps, NULL) != 0) abort();
  }
#elif defined(FAULT_LEAVESTHREADS)
  pthread_t thread;
  for (int n = 0; n < 4; ++n) {
    if (pthread_create(&thread, NULL, sleeps, NULL) != 0) abort();
  }
#elif defined(FAULT_FDLEAK)
  int n = 0;
  while (n < 100000 && open("/dev/null", O_RDONLY) >= 0) ++n;
  printf("opened %d\n", n);
  fflush(stdout);
#elif defined(FAULT_KILLPARENT)
  kill(getppid(), SIGKILL);
  raise(SIGKILL);
#elif defined(FAULT_CHATTY)
  for (int i = 0; i < 20000; ++i) printf("\033]0;owned\007 line %d\n", i);
  fflush(stdout);
#elif defined(FAULT_ZEROROWS)
  const uint32_t empty[5] = {67, 12, 0, 0, 0};
  if (write(3, empty, sizeof empty) < 0) abort();
  for (;;) pause();
#elif defined(FAULT_FORKS)
  const pid_t child = fork();
  if (child == 0) {
    close(3);
    for (;;) pause();
  }
  printf("child %d\n", (int)child);
  fflush(stdout);
  exit(0);
#endif
}

static vidik_status load(vidik_plugin* plugin, const vidik_event_writer* writer) {
  static const vidik_text ids[3] = {TEXT("a"), TEXT("b"), TEXT("c")};
  static const vidik_text titles[3] = {TEXT("First"), TEXT("Second"), TEXT("Third")};
  static const double lat[3] = {43, 44, 45};
  double lon[3] = {19, 20, 21};
  vidik_moment begin[3];
  vidik_events events;
  (void)plugin;
  fault_in_load();
#if defined(FAULT_BADSTATUS)
  the_host->report(the_host, VIDIK_SAY_ERROR, VIDIK_E_DATA, (vidik_text)TEXT("its file is not what it was"));
  return VIDIK_E_DATA;
#endif
#if defined(FAULT_NANEVENT)
  lon[1] = INFINITY;
#endif
  for (int i = 0; i < 3; ++i) begin[i].earliest = begin[i].latest = (vidik_time)1700000000 * 1000000 + i;
  memset(&events, 0, sizeof events);
  events.size = sizeof events;
  events.n = 3;
  events.id = ids;
  events.title = titles;
  events.begin = begin;
  events.lon = lon;
  events.lat = lat;
#if defined(FAULT_SIZE3)
  events.size = 3;
#elif defined(FAULT_NULLTEXT)
  events.title = NULL;
#elif defined(FAULT_LONGTEXT)
  static const vidik_text endless[3] = {{"x", (uint64_t)1 << 63}, TEXT("Second"), TEXT("Third")};
  events.title = endless;
#elif defined(FAULT_ENDLESS)
  while (writer->batch(writer, &events) >= 0) {
  }
#elif defined(FAULT_CONTRADICT)
  vidik_moment end[3] = {begin[0], begin[1], begin[2]};
  begin[1].latest += 10;
  end[1].latest += 5;
  events.end = end;
#elif defined(FAULT_LETTERS)
  vidik_category rows[3];
  memset(rows, 0, sizeof rows);
  for (int i = 0; i < 3; ++i) {
    rows[i].size = sizeof rows[i];
    rows[i].id = rows[i].name = ids[i];
    rows[i].colour_role = (vidik_text)TEXT("neutral");
    rows[i].shape = i == 0 ? VIDIK_SHAPE_DIAMOND : VIDIK_SHAPE_LETTER;
  }
  writer->categories(writer, rows, 3);
#elif defined(FAULT_MANYEXTRAS)
  static char names[400][16];
  static vidik_text extra_names[400];
  static const vidik_text* extra[400];
  for (int i = 0; i < 400; ++i) {
    extra_names[i].ptr = names[i];
    extra_names[i].len = (uint64_t)snprintf(names[i], sizeof names[i], "column %d", i);
    extra[i] = titles;
  }
  events.extra_n = 200;
  events.extra_names = extra_names;
  events.extra = extra;
  const vidik_status first = writer->batch(writer, &events);
  if (first < 0) return first;
  events.id = titles;
  events.extra_names = extra_names + 200;
#endif
  return writer->batch(writer, &events);
}

static vidik_status prepare(vidik_plugin* plugin, const vidik_view* view, const vidik_budget* budget,
                            const vidik_draw* draw) {
  vidik_style style;
  vidik_lonlat at = {20, 44};
  (void)plugin;
  (void)view;
  (void)budget;
  memset(&style, 0, sizeof style);
  style.size = sizeof style;
  style.opacity = 1;
  style.width_pt = 1;
  ++prepared;
#if defined(FAULT_NAN)
  at.lon = NAN;
  draw->ring(draw, &style, at, 0, 0, 5, 10, 0);
  at.lon = INFINITY;
  draw->ring(draw, &style, at, 0, 0, 5, 10, 0);
  at.lon = 20;
  draw->circle(draw, &style, at, 1e308, 0);
#elif defined(FAULT_HUGE)
  at.lat = 91;
  draw->ring(draw, &style, at, 0, 0, 5, 10, 0);
  at.lat = 44;
  at.lon = 1e9;
  draw->ring(draw, &style, at, 0, 0, 5, 10, 0);
  at.lon = 20;
  draw->ring(draw, &style, at, 0, 0, 5, 1e30f, 0);
#elif defined(FAULT_LABELS)
  static const vidik_text word = TEXT("word");
  for (int i = 0; i < 10000000; ++i) {
    if (draw->label(draw, &style, at, 0, 0, word, 0) == VIDIK_E_FULL) break;
  }
  return VIDIK_E_FULL;
#elif defined(FAULT_BIGPOLY)
  const uint64_t corners = 10000000;
  vidik_lonlat* ring = calloc(corners, sizeof *ring);
  if (ring == NULL) abort();
  for (uint64_t i = 0; i < corners; ++i) ring[i].lon = (double)(i % 360) - 180;
  const vidik_status status = draw->polygon(draw, &style, ring, &corners, 1, 0);
  free(ring);
  if (status >= 0) abort();
#elif defined(FAULT_PREPARE_ABORT)
  if (prepared > 1) abort();
#elif defined(FAULT_PREPARE_BADPTR)
  if (prepared > 1) draw->line(draw, &style, (const vidik_lonlat*)(uintptr_t)0x10000, 1000, 0);
#elif defined(FAULT_PREPARE_STACK)
  volatile int zero = 0;
  if (prepared > 1) deeper(&zero);
#elif defined(FAULT_PREPARE_LOOP)
  while (prepared > 1) prepared = 2;
#elif defined(FAULT_PREPARE_DEADLOCK)
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  if (prepared > 1) pthread_mutex_lock(&lock), pthread_mutex_lock(&lock);
#elif defined(FAULT_FLOOD)
  for (int i = 0; i < 10000000; ++i) {
    if (draw->ring(draw, &style, at, 0, 0, 5, 10, 0) == VIDIK_E_FULL) break;
  }
  return VIDIK_E_FULL;
#elif defined(FAULT_PREPARE_SEGV)
  if (prepared > 1) *(volatile int*)8 = 1;
#elif defined(FAULT_PREPARE_SLEEP)
  if (prepared > 1) {
    for (;;) pause();
  }
#elif defined(FAULT_NOEVENT)
  draw->ring(draw, &style, at, 0, 0, 5, 10, 77);
#endif
  for (uint64_t i = 0; i < view->visible_n; ++i)
    draw->ring(draw, &style, at, 0, 0, 5, 10, view->visible[i].event);
  return draw->ring(draw, &style, at, 0, 0, 5, 10, 0);
}

static const vidik_events_service events_service = {sizeof events_service, 0, load};
static const vidik_draw_service draw_service = {
#if defined(FAULT_DRAWSIZE)
    3,
#else
    sizeof draw_service,
#endif
    0, prepare};

static const void* find(vidik_plugin* plugin, const char* service) {
  (void)plugin;
  if (strcmp(service, VIDIK_EVENTS_1) == 0) return &events_service;
#if defined(FAULT_BADFIND)
  if (strcmp(service, VIDIK_DRAW_1) == 0) return (const void*)(uintptr_t)0x123456780;
#elif defined(FAULT_UNALIGNED)
  if (strcmp(service, VIDIK_DRAW_1) == 0) return (const char*)&draw_service + 1;
#elif !defined(FAULT_LIAR_SERVICES)
  if (strcmp(service, VIDIK_DRAW_1) == 0) return &draw_service;
#endif
  return NULL;
}

static void destroy(vidik_plugin* plugin) {
  (void)plugin;
#if defined(FAULT_HANGDESTROY)
  for (;;) pause();
#endif
}

static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  the_host = host;
#if defined(FAULT_HANGCREATE)
  for (;;) pause();
#elif defined(FAULT_NOCREATE)
  return VIDIK_E_NOMEM;
#endif
  the_plugin.size = sizeof the_plugin;
  the_plugin.destroy = destroy;
  the_plugin.find = find;
  *out = &the_plugin;
  return VIDIK_OK;
}

static const vidik_module module = {
#if defined(FAULT_SIZE0)
    0,
#elif defined(FAULT_SIZEHUGE)
    0xffffffffu,
#elif defined(FAULT_LEVEL9)
    sizeof module + 64,
#else
    sizeof module,
#endif
#if defined(FAULT_EPOCH)
    2,
#else
    VIDIK_EPOCH,
#endif
#if defined(FAULT_LEVEL9)
    9,
#else
    VIDIK_LEVEL,
#endif
    0,
#if defined(FAULT_LIAR)
    TEXT("org.example.somebody-else"),
#else
    TEXT("org.example." NAME),
#endif
    TEXT("Test overlay " NAME),
    TEXT("1.2.3"),
#if defined(FAULT_NULLFN)
    NULL
#else
    create
#endif
};

#if defined(FAULT_NOSYM)
VIDIK_EXPORT const vidik_module* another_entry(void);
VIDIK_EXPORT const vidik_module* another_entry(void) { return &module; }
#elif defined(FAULT_ENTRY2)
VIDIK_EXPORT const vidik_module* vidik_entry_2(void);
VIDIK_EXPORT const vidik_module* vidik_entry_2(void) { return &module; }
#else
VIDIK_EXPORT const vidik_module* vidik_entry_1(void);
VIDIK_EXPORT const vidik_module* vidik_entry_1(void) { return &module; }
#endif
