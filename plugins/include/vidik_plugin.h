/* The one door between Vidik and an overlay: everything a plugin may say and hear, in plain C.
 *
 * Language  C99, C11 and C++11 onward.  Nothing but <stddef.h> and <stdint.h> is needed.
 * Units     text is UTF-8 and not NUL-terminated; angles are degrees, WGS 84; lengths on the ground
 *           are metres; lengths in the picture are points (1 pt = 1 px at scale 1); times are vidik_time.
 * Memory    Whoever calls keeps what it passed: every pointer passed in is valid for that call only,
 *           and whatever a plugin hands to a writer is copied before the writer returns.  The module,
 *           the instance and the services a plugin answers with live as long as the plugin.  Nobody
 *           frees the other's memory, so there is no allocator here.
 * Threads   [main]   one thread for the whole life of the plugin, never at once with itself.
 *           [worker] any one thread at a time; it may run while [main] runs.
 *           [any]    any thread, from the beginning of create to the end of destroy.
 * Errors    a function answers with a vidik_status: 0 fine, below 0 failed, above 0 fine with a note.
 *           Say why with vidik_host.report.  Never exit, abort, throw or longjmp out of a call.
 * Growth    every struct that may grow begins with its size in bytes, set by whoever fills it; read a
 *           field that came after level 0 only where VIDIK_HAS(pointer, field).  Zero every struct
 *           before filling it.  The epoch is part of the entry's name and changes only when an old
 *           plugin must not run.
 * Where     a plugin runs in a process of its own.  It may not touch signals, locale, working folder,
 *           environment, stdin, stdout or fork; what it prints goes to its log.
 */
#ifndef VIDIK_PLUGIN_H
#define VIDIK_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define VIDIK_EPOCH 1u
#define VIDIK_LEVEL 0u

/* ---- [1] statuses, texts, places, times ---------------------------------------------------------- */

typedef int32_t vidik_status;
enum {
  VIDIK_OK = 0,
  VIDIK_NOTE = 1,          /* done, but something was refused or left out; the host counted it */
  VIDIK_RELOAD = 2,        /* done, and my events are others now: ask me to load again */
  VIDIK_E_ARG = -1,        /* a call that makes no sense: NULL where a value is needed, a wrong size */
  VIDIK_E_UNSUPPORTED = -2,
  VIDIK_E_FULL = -3,       /* the budget is used up: stop, what was handed over is kept */
  VIDIK_E_DATA = -4,       /* a value that cannot be: not finite, out of range, not UTF-8 */
  VIDIK_E_IO = -5,
  VIDIK_E_DENIED = -6,     /* not named in the manifest, or not allowed by the user */
  VIDIK_E_CANCELLED = -7,  /* the host no longer wants the answer */
  VIDIK_E_NOMEM = -8,
  VIDIK_E_INTERNAL = -99
};

/* Microseconds since 1970-01-01T00:00:00Z, proleptic Gregorian, no leap seconds; years 1 to 9999. */
typedef int64_t vidik_time;
#define VIDIK_TIME_OPEN_BEGIN INT64_MIN
#define VIDIK_TIME_OPEN_END INT64_MAX

/* How precisely a date was written.  A week, month or year means "some time inside", not "all of it". */
enum {
  VIDIK_PREC_SECOND = 0, VIDIK_PREC_MINUTE = 1, VIDIK_PREC_HOUR = 2, VIDIK_PREC_DAY = 3,
  VIDIK_PREC_WEEK = 4, VIDIK_PREC_MONTH = 5, VIDIK_PREC_YEAR = 6
};

typedef struct vidik_text { const char *ptr; uint64_t len; } vidik_text; /* len 0: none, ptr may be NULL */
typedef struct vidik_lonlat { double lon, lat; } vidik_lonlat;           /* |lon| <= 540, |lat| <= 90 */
typedef struct vidik_box { double west, south, east, north; } vidik_box; /* west > east crosses 180 degrees */
typedef struct vidik_span { vidik_time begin, end; } vidik_span;         /* half open: [begin, end) */

/* ---- [2] events, as columns ---------------------------------------------------------------------- */

/* The earliest and the latest a begin or an end can have been; ends are exclusive.  A known instant has
 * all four equal, a whole day begins at its midnight and ends at the next, "some time in May" begins in
 * [1 May, 31 May] and ends in [1 May, 1 June].  Open: VIDIK_TIME_OPEN_BEGIN / _END in both. */
typedef struct vidik_moment { vidik_time earliest, latest; } vidik_moment;

/* Low, best, high; NaN = not known.  "At least 500" is low 500 with high NaN. */
typedef struct vidik_magnitude { double low, best, high; } vidik_magnitude;

enum { /* flags of one event, added together */
  VIDIK_EVENT_BEGIN_APPROXIMATE = 1, VIDIK_EVENT_BEGIN_UNCERTAIN = 2, VIDIK_EVENT_END_APPROXIMATE = 4,
  VIDIK_EVENT_END_UNCERTAIN = 8,
  VIDIK_EVENT_UNVERIFIED = 16,     /* hidden unless the user asks for it */
  VIDIK_EVENT_ZONE_NOT_STATED = 32 /* a clock time without zone was read in the display zone */
};
enum {
  VIDIK_STATUS_CONFIRMED = 0, VIDIK_STATUS_REPORTED = 1, VIDIK_STATUS_ALLEGED = 2, VIDIK_STATUS_DISPUTED = 3
};
enum { VIDIK_PLACE_EXACT = 0, VIDIK_PLACE_RADIUS = 1, VIDIK_PLACE_MUNICIPALITY = 2, VIDIK_PLACE_COUNTRY = 3 };
enum { VIDIK_CLAIM_SAYS = 0, VIDIK_CLAIM_DENIES = 1 };

typedef struct vidik_claim {  /* who says or denies it */
  uint32_t kind;              /* VIDIK_CLAIM_* */
  uint32_t reserved;
  vidik_text who;
  vidik_text source;          /* where that was read; may be empty */
} vidik_claim;

typedef struct vidik_source { vidik_text name, url, archive_url, date; } vidik_source; /* any may be empty */

/* n events.  A column is an array of n values, or NULL where every event has the default named beside
 * it.  A list column is two arrays: event i has the elements [ends[i-1], ends[i]) of the second one,
 * with 0 for ends[-1].  The host refuses an event, and counts it, when its id is empty, a number is not
 * finite or out of range, or its begin lies after its end; the others are kept.  An id that was used
 * before in the same load gets a number appended.  The host knows the extra columns "subtype",
 * "magnitude_note" and "verify_note" and gives them their own lines in the card. */
typedef struct vidik_events {
  uint32_t size;
  uint32_t reserved;
  uint64_t n;
  const vidik_text *id;               /* needed; unique in the layer, 1 to 200 bytes */
  const vidik_text *title;            /* needed */
  const vidik_text *category;         /* id of a row of the category table; NULL: its first row */
  const vidik_moment *begin;          /* NULL: open */
  const vidik_moment *end;            /* NULL: the end is the begin, an instant; open: "still going on" */
  const uint8_t *begin_precision;     /* VIDIK_PREC_*; NULL: second */
  const uint8_t *end_precision;       /* VIDIK_PREC_*; NULL: as the begin */
  const double *lon, *lat;            /* both needed; the place, or one that stands for it; both NaN: none */
  const uint8_t *place_kind;          /* VIDIK_PLACE_*; NULL: radius where radius_m > 0, else exact */
  const float *radius_m;              /* how well the place is known, 0 to 5,000,000; NULL: all 0 */
  const vidik_text *area;             /* id of the municipality or country it stands for; NULL: none */
  const vidik_magnitude *magnitude;   /* NULL: none */
  const vidik_text *unit;             /* of the magnitude: "people", "deaths", "troops"; NULL: none */
  const uint8_t *severity;            /* 1 to 5, 0: from the host's table; NULL: all 0 */
  const uint8_t *status;              /* VIDIK_STATUS_*; NULL: confirmed */
  const uint32_t *flags;              /* VIDIK_EVENT_*; NULL: 0 */
  const vidik_text *summary;          /* NULL: none */
  const vidik_text *begin_text;       /* the date as written (EDTF or ISO 8601); NULL: the host writes one */
  const vidik_text *end_text;         /* the same of an end in a field of its own; NULL: none */
  const vidik_text *zone;             /* as the source stated it; NULL or empty: not stated */
  const vidik_text *place;            /* name of the place; NULL: none */
  const vidik_text *country;          /* NULL: none */
  const uint64_t *actor_ends;         /* list; NULL: none */
  const vidik_text *actors;
  const uint64_t *claim_ends;         /* list; NULL: none */
  const vidik_claim *claims;
  const uint64_t *source_ends;        /* list; NULL: none */
  const vidik_source *sources;
  const uint64_t *source_row;         /* line of the file it stands on, for messages; NULL or 0: none */
  uint64_t extra_n;                   /* more columns, shown in the card and the table; at most 256 */
  const vidik_text *extra_names;      /* extra_n names */
  const vidik_text *const *extra;     /* extra[c][i] is the text of event i in column c */
} vidik_events;

/* ---- [3] the category table ---------------------------------------------------------------------- */

enum { /* what tells categories apart; hue alone never does */
  VIDIK_SHAPE_CIRCLE = 0, VIDIK_SHAPE_DIAMOND = 1, VIDIK_SHAPE_SQUARE = 2, VIDIK_SHAPE_HEXAGON = 3,
  VIDIK_SHAPE_TRIANGLE_DOWN = 4, VIDIK_SHAPE_TRIANGLE_UP = 5, VIDIK_SHAPE_PENTAGON = 6, VIDIK_SHAPE_PLUS = 7,
  VIDIK_SHAPE_STAR = 8, VIDIK_SHAPE_BAR = 9, VIDIK_SHAPE_LETTER = 10 /* A in the first such row, then B */
};

/* Without a table of its own an overlay uses the host's eight: protest, sabotage, clash, troops,
 * political, sanction, disinformation, disaster. */
typedef struct vidik_category {
  uint32_t size;
  uint32_t shape;          /* VIDIK_SHAPE_* */
  vidik_text id;           /* [a-z0-9_]{1,40} */
  vidik_text name;         /* shown */
  vidik_text colour_role;  /* one of the host's eight ids, or "neutral": the theme gives the colour */
} vidik_category;

/* ---- [4] the view and the writer of shapes ------------------------------------------------------- */

enum {
  VIDIK_MODE_INSTANT = 0, VIDIK_MODE_WINDOW = 1, VIDIK_MODE_TRAIL = 2, VIDIK_MODE_CUMULATIVE = 3,
  VIDIK_MODE_ALL = 4
};
enum { VIDIK_THEME_DARK = 0, VIDIK_THEME_LIGHT = 1 };
enum { VIDIK_VISIBLE_SELECTED = 1, VIDIK_VISIBLE_HOVERED = 2 };

/* One of the overlay's own events that the host shows now: after window, mode and filters. */
typedef struct vidik_visible {
  uint64_t event;     /* the how-manieth event handed to the writer of this load, from 0 */
  float strength;     /* (0, 1]: below 1 when it fades in trail mode; its marks fade with it by themselves */
  uint32_t flags;     /* VIDIK_VISIBLE_* */
} vidik_visible;

typedef struct vidik_view {
  uint32_t size;
  uint32_t serial;         /* grows when anything below changed */
  vidik_box box;           /* what the picture shows, with a margin */
  vidik_span window;       /* the span between the two handles */
  vidik_time cursor;       /* the playhead, inside the window or at its end */
  uint32_t mode;           /* VIDIK_MODE_* */
  uint32_t theme;          /* VIDIK_THEME_* */
  uint32_t width_pt, height_pt;
  float px_per_pt;
  float zoom;              /* the world is 256 * 2^zoom pt wide */
  double m_per_pt;         /* metres on the ground under one point at the centre */
  uint64_t visible_n;
  const vidik_visible *visible; /* ascending by event */
} vidik_view;

typedef struct vidik_budget { /* what one prepare may use; more is VIDIK_E_FULL, never undefined */
  uint32_t size;
  uint32_t max_labels;
  uint64_t max_marks;
  uint64_t max_points;
  int64_t deadline_us;     /* advice: from the start of the call */
} vidik_budget;

enum { /* where a colour comes from */
  VIDIK_COLOUR_CATEGORY = 0, /* of row `category` of the overlay's table, in the theme's shade */
  VIDIK_COLOUR_RGBA = 1,     /* `rgba`, 0xRRGGBBAA, the same in both themes */
  VIDIK_COLOUR_TEXT = 2, VIDIK_COLOUR_TEXT_QUIET = 3, VIDIK_COLOUR_LINE = 4, VIDIK_COLOUR_WATER = 5
};
enum { VIDIK_LAYER_UNDER = 0, VIDIK_LAYER_OVER = 1 }; /* under or over the host's own symbols */
enum {
  VIDIK_STYLE_CASING = 1,  /* a seam round lines in the ground's shade, so that they read anywhere */
  VIDIK_STYLE_TETHER = 2   /* symbol: a thin line from the true place to the moved symbol */
};

typedef struct vidik_style {
  uint32_t size;
  uint32_t colour;         /* VIDIK_COLOUR_* */
  uint32_t category;       /* row of the category table */
  uint32_t rgba;
  float opacity;           /* of strokes, symbols and labels, 0 to 1 */
  float fill_opacity;      /* of circles, rings and polygons, 0 to 1 */
  float width_pt;          /* of strokes, 0 (none) to 64 */
  float dash_pt, gap_pt;   /* 0 = solid */
  uint32_t layer;          /* VIDIK_LAYER_* */
  uint32_t flags;          /* VIDIK_STYLE_* */
  uint32_t reserved;
} vidik_style;

#define VIDIK_NO_EVENT UINT64_MAX /* a mark that belongs to no event and cannot be clicked */

/* A symbol of the style's category shape.  When it belongs to an event it stands in place of the
 * host's own symbol of that event: so an overlay can move, fan out or resize what the host would draw. */
typedef struct vidik_symbol {
  vidik_lonlat at;         /* the true place */
  float dx_pt, dy_pt;      /* moved right and down by so much, at most 400 each way */
  float radius_pt;         /* 1 to 64; 0: as the host would draw it */
  uint32_t shape;          /* VIDIK_SHAPE_* */
  uint32_t status;         /* VIDIK_STATUS_*: solid, outlined, hollow, half */
  uint32_t reserved;
  uint64_t event;          /* or VIDIK_NO_EVENT */
} vidik_symbol;

enum { /* what stands before the words of a legend row */
  VIDIK_LEGEND_SWATCH = 0, VIDIK_LEGEND_LINE = 1, VIDIK_LEGEND_SYMBOL = 2, VIDIK_LEGEND_WORDS = 3
};

/* Writes the shapes of one prepare.  Each call copies, checks every number and counts against the
 * budget.  VIDIK_E_DATA: this mark was refused, go on.  VIDIK_E_FULL: stop.  [worker] inside prepare. */
typedef struct vidik_draw {
  uint32_t size;
  uint32_t reserved;
  void *ctx;
  vidik_status (*symbol)(const struct vidik_draw *, const vidik_style *, const vidik_symbol *, uint64_t n);
  /* A circle on the ground, radius in metres, up to 2,000 km. */
  vidik_status (*circle)(const struct vidik_draw *, const vidik_style *, vidik_lonlat at, double radius_m,
                         uint64_t event);
  /* A low-high ring in the picture round the place moved by dx, dy: filled between the two radii, both
   * edges stroked; 0 <= low <= high <= 400. */
  vidik_status (*ring)(const struct vidik_draw *, const vidik_style *, vidik_lonlat at, float dx_pt,
                       float dy_pt, float low_pt, float high_pt, uint64_t event);
  vidik_status (*line)(const struct vidik_draw *, const vidik_style *, const vidik_lonlat *, uint64_t n,
                       uint64_t event);
  /* Rings end to end, each closed by the host; filled by the even-odd rule. */
  vidik_status (*polygon)(const struct vidik_draw *, const vidik_style *, const vidik_lonlat *,
                          const uint64_t *ring_ends, uint64_t rings, uint64_t event);
  /* A short text, at most 200 bytes, its middle at the place moved by dx, dy. */
  vidik_status (*label)(const struct vidik_draw *, const vidik_style *, vidik_lonlat at, float dx_pt,
                        float dy_pt, vidik_text, uint64_t event);
  /* A row of the picture's legend, below the host's own: at most 16 rows of at most 60 bytes. */
  vidik_status (*legend)(const struct vidik_draw *, const vidik_style *, uint32_t kind, vidik_text words);
} vidik_draw;

/* ---- [5] the host ---------------------------------------------------------------------------------- */

enum {
  VIDIK_SAY_NOTE = 0, VIDIK_SAY_WARNING = 1, VIDIK_SAY_ERROR = 2,
  VIDIK_SAY_HOST_MISBEHAVES = 3, VIDIK_SAY_PLUGIN_MISBEHAVES = 4 /* these two for authors only */
};

typedef struct vidik_host {
  uint32_t size;
  uint32_t level;
  void *ctx;
  vidik_text name, version;
  /* [any] A service of the host by its NUL-terminated name, or NULL: live without it. */
  const void *(*find)(const struct vidik_host *, const char *service);
  /* [any] One sentence for the log, no newline; longer than 512 bytes is cut. */
  void (*report)(const struct vidik_host *, int32_t severity, vidik_status, vidik_text);
  /* [any] 1 when the host no longer wants the answer of the call under way: poll it in long loops. */
  int32_t (*cancelled)(const struct vidik_host *);
  /* [any] Something changed: ask me to prepare again, and to build my panel when it is open.  Many calls make one. */
  void (*redraw)(const struct vidik_host *);
  /* [any] What vidik.state/1 would save changed: the host asks for it once the plugin has been quiet for a second. */
  void (*state_changed)(const struct vidik_host *);
} vidik_host;

/* "vidik.table/1", a service of the host: it reads one of the plugin's own data files, named in its
 * manifest under "tables", in a locked-down process, and hands over batches of rows in file order. */
#define VIDIK_TABLE_1 "vidik.table/1"

typedef struct vidik_column {
  vidik_text name;
  const vidik_text *text;   /* n texts */
  const double *number;     /* n numbers, NaN where the text is none; NULL when no text is a number */
} vidik_column;

typedef struct vidik_table_batch {
  uint32_t size;
  uint32_t reserved;
  uint64_t n;               /* rows in this batch */
  uint64_t column_n;
  const vidik_column *columns; /* the columns that no role took (all, when the manifest names no roles) */
  const vidik_events *events;  /* the same n rows, dates and places parsed by the host: hand them on as
                                  they are, or copy the struct and swap columns; NULL without roles */
} vidik_table_batch;

typedef vidik_status (*vidik_table_fn)(void *user, const vidik_table_batch *);

typedef struct vidik_table_service {
  uint32_t size;
  uint32_t reserved;
  /* [worker] Calls `batch` for each batch, then returns.  Stops when batch answers below 0, and
   * returns that.  VIDIK_NOTE: rows were dropped (the host lists them).  VIDIK_E_DENIED: no such table. */
  vidik_status (*read)(const vidik_host *, vidik_text table, vidik_table_fn batch, void *user);
} vidik_table_service;

/* "vidik.query/1", a service of the host: the events that the picture shows now, of every overlay and file, after
 * window, mode and filters.  The manifest names "events" under "asks". */
#define VIDIK_QUERY_1 "vidik.query/1"

enum { VIDIK_QUERY_TEXTS = 1 }; /* titles, places and countries too: they cost most of the time */

typedef struct vidik_query {
  uint32_t size;
  uint32_t flags;           /* VIDIK_QUERY_* */
  vidik_box box;            /* only events with a place in it; all zero: everywhere, those without a place too */
  vidik_text layer;         /* only of this layer, by its short name; empty: of all */
} vidik_query;

/* Columns that are never NULL: id, category, begin, end, begin_precision, lon, lat, place_kind, radius_m, severity,
 * status, flags; with VIDIK_QUERY_TEXTS also title, place, country, magnitude and unit.  Categories are ids. */
typedef struct vidik_query_batch {
  uint32_t size;
  uint32_t reserved;
  vidik_text layer;         /* all events of a batch are of one layer */
  const vidik_events *events;
  const float *strength;    /* (0, 1], one an event */
} vidik_query_batch;

typedef vidik_status (*vidik_query_fn)(void *user, const vidik_query_batch *);

typedef struct vidik_query_service {
  uint32_t size;
  uint32_t reserved;
  /* [worker] Only inside prepare.  Calls `batch` layer by layer, in each by begin and id, then returns; stops when
   * batch answers below 0, and returns that.  VIDIK_NOTE: there are more than 1,000,000, the rest are left out.
   * VIDIK_E_DENIED: the manifest does not ask. */
  vidik_status (*visible)(const vidik_host *, const vidik_query *, vidik_query_fn batch, void *user);
} vidik_query_service;

/* ---- [6] the plugin -------------------------------------------------------------------------------- */

typedef struct vidik_plugin { /* one instance; self belongs to the plugin */
  uint32_t size;
  uint32_t reserved;
  void *self;
  /* [main] The last call.  Must have joined every thread of the plugin when it returns; 1 s. */
  void (*destroy)(struct vidik_plugin *);
  /* [any] The plugin's service by name, or NULL.  The same pointer each time. */
  const void *(*find)(struct vidik_plugin *, const char *service);
} vidik_plugin;

/* "vidik.events/1": what happened where and when.  The host does the rest: timeline, window, filters,
 * symbols, card, search, legend, exports. */
#define VIDIK_EVENTS_1 "vidik.events/1"

typedef struct vidik_event_writer {
  uint32_t size;
  uint32_t reserved;
  void *ctx;
  /* [worker] Before the first batch, or never.  At most 64 rows.  VIDIK_E_ARG after a batch. */
  vidik_status (*categories)(const struct vidik_event_writer *, const vidik_category *, uint64_t n);
  /* [worker] Copies and checks.  VIDIK_NOTE: some events were refused.  VIDIK_E_FULL: no more fit. */
  vidik_status (*batch)(const struct vidik_event_writer *, const vidik_events *);
} vidik_event_writer;

typedef struct vidik_events_service {
  uint32_t size;
  uint32_t reserved;
  /* [worker] Hands over all events, in batches.  What was handed over before is replaced when it
   * returns 0 or more.  Watchdog: 10 s without a batch. */
  vidik_status (*load)(vidik_plugin *, const vidik_event_writer *);
} vidik_events_service;

/* "vidik.draw/1": what points cannot say. */
#define VIDIK_DRAW_1 "vidik.draw/1"

typedef struct vidik_draw_service {
  uint32_t size;
  uint32_t reserved;
  /* [worker] Depends on the view and the loaded events only: the same in, the same out.  Advice 8 ms;
   * watchdog 250 ms in the window, 10 s in an export. */
  vidik_status (*prepare)(vidik_plugin *, const vidik_view *, const vidik_budget *, const vidik_draw *);
} vidik_draw_service;

/* "vidik.params/1": named values that the user may set.  The host draws the controls, keeps the values in undo and in
 * the project file, and hands them over again after a restart. */
#define VIDIK_PARAMS_1 "vidik.params/1"

enum {
  VIDIK_PARAM_NUMBER = 0, /* from low to high */
  VIDIK_PARAM_WHOLE = 1,  /* the same without fractions */
  VIDIK_PARAM_SWITCH = 2, /* 0 or 1 */
  VIDIK_PARAM_CHOICE = 3, /* the how-manieth of the choices, from 0 */
  VIDIK_PARAM_TEXT = 4    /* at most 200 bytes */
};

typedef struct vidik_param {
  uint32_t size;
  uint32_t kind;            /* VIDIK_PARAM_* */
  vidik_text id;            /* [a-z0-9_]{1,40}, unique in the plugin, kept for ever: projects name it */
  vidik_text name;          /* shown, at most 60 bytes */
  vidik_text unit;          /* shown behind the value: "km/h"; may be empty */
  vidik_text help;          /* one sentence; may be empty */
  double low, high;         /* number, whole: finite, low < high */
  double value;             /* what it is until somebody sets it */
  uint64_t choice_n;        /* choice: 2 to 32 */
  const vidik_text *choices;
  vidik_text text;          /* text: what it is until somebody sets it */
} vidik_param;

typedef struct vidik_param_value {
  vidik_text id;
  double number;            /* inside the range; 0 for a text */
  vidik_text text;          /* empty but for a text */
} vidik_param_value;

typedef struct vidik_params_service {
  uint32_t size;
  uint32_t reserved;
  uint64_t n;               /* 1 to 64; what is declared holds as long as the plugin */
  const vidik_param *params;
  /* [worker] All values in the order declared: once before the first load, then whenever one changed.  The host asks
   * for prepare again; VIDIK_RELOAD asks for load too.  2 s. */
  vidik_status (*set)(vidik_plugin *, const vidik_param_value *, uint64_t n);
} vidik_params_service;

/* "vidik.panel/1": what parameters cannot say, as a short list of controls that the host draws. */
#define VIDIK_PANEL_1 "vidik.panel/1"

/* Each call adds one control, at most 64 in all.  Keys tell controls apart from one build to the next: unique, not 0.
 * What the user did since the last build comes back through the pointers. */
typedef struct vidik_panel {
  uint32_t size;
  uint32_t reserved;
  void *ctx;
  vidik_status (*text)(const struct vidik_panel *, vidik_text); /* at most 400 bytes */
  vidik_status (*button)(const struct vidik_panel *, uint32_t key, vidik_text name, uint32_t *pressed);
  vidik_status (*toggle)(const struct vidik_panel *, uint32_t key, vidik_text name, uint32_t *on);
  vidik_status (*slider)(const struct vidik_panel *, uint32_t key, vidik_text name, double low, double high,
                         double *value);
  vidik_status (*choice)(const struct vidik_panel *, uint32_t key, vidik_text name, const vidik_text *items,
                         uint32_t n, uint32_t *index);
} vidik_panel;

typedef struct vidik_panel_service {
  uint32_t size;
  uint32_t reserved;
  /* [worker] Builds the whole list: when the panel opens, after the user did something in it, after redraw.  The host asks
   * for prepare again when the user did something; VIDIK_RELOAD asks for load too.  Advice 1 ms; watchdog 100 ms. */
  vidik_status (*build)(vidik_plugin *, const vidik_panel *);
} vidik_panel_service;

/* "vidik.state/1": bytes that outlive the process: a restart, and a project that was saved. */
#define VIDIK_STATE_1 "vidik.state/1"

typedef vidik_status (*vidik_write_fn)(void *user, const void *bytes, uint64_t n);

typedef struct vidik_state_service {
  uint32_t size;
  uint32_t version;         /* of what save writes; may grow with the plugin */
  /* [worker] Writes the state, in as many portions as it likes, 1 MiB at most.  Stops when write answers below 0. */
  vidik_status (*save)(vidik_plugin *, vidik_write_fn write, void *user);
  /* [worker] After create, before anything else.  Hostile bytes: a project may come from anybody.  Below 0: refused,
   * the plugin goes on as new. */
  vidik_status (*load)(vidik_plugin *, uint32_t version, const void *bytes, uint64_t n);
} vidik_state_service;

typedef struct vidik_module {
  uint32_t size;
  uint32_t epoch;          /* VIDIK_EPOCH */
  uint32_t level;          /* VIDIK_LEVEL */
  uint32_t flags;          /* 0 */
  vidik_text id, name, version; /* as in the manifest, else the plugin is refused */
  /* [main] Makes one instance; 2 s. */
  vidik_status (*create)(const vidik_host *, vidik_plugin **out);
} vidik_module;

#if defined(_WIN32)
#define VIDIK_EXPORT __declspec(dllexport)
#else
#define VIDIK_EXPORT __attribute__((visibility("default")))
#endif

/* The only symbol a plugin exports.  Must not allocate, start threads, read files or fail. */
typedef const vidik_module *(*vidik_entry_fn)(void);
#define VIDIK_ENTRY_NAME "vidik_entry_1"

/* Whether a struct from the other side is new enough to have this field. */
#ifdef __cplusplus
#define VIDIK_HAS(p, field)                                                             \
  ((p) && (p)->size >= static_cast<size_t>(reinterpret_cast<const char*>(&(p)->field + 1) - \
                                           reinterpret_cast<const char*>(p)))
#else
#define VIDIK_HAS(p, field) \
  ((p) && (p)->size >= (size_t)((const char *)(&(p)->field + 1) - (const char *)(p)))
#endif

/* A vidik_text initialiser from a string literal: { VIDIK_LIT("protests") } */
#define VIDIK_LIT(literal) (literal), sizeof(literal) - 1u

#ifdef __cplusplus
}
#endif
#endif
