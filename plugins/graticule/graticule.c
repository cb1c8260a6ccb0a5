/* Lines of latitude and longitude: the smallest whole overlay, vidik.draw/1 and nothing else. */
#include <vidik_plugin.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double kSteps[] = {30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};

/* One line and its name, a little inside the picture where the line enters it. */
static vidik_status put(const vidik_draw* draw, vidik_lonlat from, vidik_lonlat to, double angle,
                        const char* sides, float dx, float dy) {
  vidik_style style = {.size = sizeof style, .colour = VIDIK_COLOUR_LINE, .opacity = 0.9F, .width_pt = 0.5F};
  const vidik_lonlat ends[2] = {from, to};
  const vidik_status status = draw->line(draw, &style, ends, 2, VIDIK_NO_EVENT);
  if (status == VIDIK_E_FULL) return status;
  char text[32];
  const double east = remainder(angle, 360);
  const int length = snprintf(text, sizeof text, "%g°%c", fabs(east), sides[east < 0]);
  const vidik_text name = {text, (uint64_t)length};
  style.colour = VIDIK_COLOUR_TEXT_QUIET;
  style.opacity = 1;
  return draw->label(draw, &style, from, dx, dy, name, VIDIK_NO_EVENT);
}

static vidik_status prepare(vidik_plugin* plugin, const vidik_view* view, const vidik_budget* budget,
                            const vidik_draw* draw) {
  (void)plugin, (void)budget;
  vidik_box box = view->box;
  if (box.east < box.west) box.east += 360; /* the picture crosses 180 degrees */
  const double pt_per_degree = 256 * exp2(view->zoom) / 360;
  size_t i = 0;
  while (i + 1 < sizeof kSteps / sizeof *kSteps && kSteps[i + 1] * pt_per_degree >= 110) ++i;
  vidik_status status = VIDIK_OK;
  for (double n = ceil(box.west / kSteps[i]); n * kSteps[i] <= box.east && status != VIDIK_E_FULL; ++n) {
    const vidik_lonlat from = {n * kSteps[i], box.north}, to = {n * kSteps[i], box.south};
    status = put(draw, from, to, from.lon, "EW", 0, 10);
  }
  for (double n = ceil(box.south / kSteps[i]); n * kSteps[i] <= box.north && status != VIDIK_E_FULL; ++n) {
    const vidik_lonlat from = {box.west, n * kSteps[i]}, to = {box.east, n * kSteps[i]};
    status = put(draw, from, to, from.lat, "NS", 20, -8);
  }
  return status;
}

static const vidik_draw_service kDraw = {sizeof kDraw, 0, prepare};

static const void* find(vidik_plugin* plugin, const char* service) {
  (void)plugin;
  return strcmp(service, VIDIK_DRAW_1) == 0 ? &kDraw : NULL;
}

static void destroy(vidik_plugin* plugin) { (void)plugin; }

static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  static vidik_plugin plugin = {sizeof plugin, 0, NULL, destroy, find};
  (void)host;
  *out = &plugin; /* it keeps nothing, so one serves every instance */
  return VIDIK_OK;
}

VIDIK_EXPORT const vidik_module* vidik_entry_1(void) {
  static const vidik_module module = {sizeof module,
                                      VIDIK_EPOCH,
                                      VIDIK_LEVEL,
                                      0,
                                      {VIDIK_LIT("org.vidik.graticule")},
                                      {VIDIK_LIT("Graticule")},
                                      {VIDIK_LIT("1.0.0")},
                                      create};
  return &module;
}
