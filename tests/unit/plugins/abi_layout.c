/* The layout of every struct that crosses the door, on a 64-bit machine, as it was when epoch 1 level 0 was laid down.
 * Compiled as C99, C11 and C++11: a size or an offset that differs does not compile. Fields may only be appended. */
#include <vidik_plugin.h>

#define JOIN2(a, b) a##b
#define JOIN(a, b) JOIN2(a, b)
#define HOLDS(condition) typedef char JOIN(holds_, __LINE__)[(condition) ? 1 : -1]
#define SIZE(type, bytes) HOLDS(sizeof(type) == (bytes))
#define AT(type, field, offset) HOLDS(offsetof(type, field) == (offset))

SIZE(vidik_text, 16);
AT(vidik_text, ptr, 0);
AT(vidik_text, len, 8);

SIZE(vidik_lonlat, 16);
AT(vidik_lonlat, lon, 0);
AT(vidik_lonlat, lat, 8);

SIZE(vidik_box, 32);
AT(vidik_box, west, 0);
AT(vidik_box, south, 8);
AT(vidik_box, east, 16);
AT(vidik_box, north, 24);

SIZE(vidik_span, 16);
AT(vidik_span, begin, 0);
AT(vidik_span, end, 8);

SIZE(vidik_moment, 16);
AT(vidik_moment, earliest, 0);
AT(vidik_moment, latest, 8);

SIZE(vidik_magnitude, 24);
AT(vidik_magnitude, low, 0);
AT(vidik_magnitude, best, 8);
AT(vidik_magnitude, high, 16);

SIZE(vidik_claim, 40);
AT(vidik_claim, kind, 0);
AT(vidik_claim, reserved, 4);
AT(vidik_claim, who, 8);
AT(vidik_claim, source, 24);

SIZE(vidik_source, 64);
AT(vidik_source, name, 0);
AT(vidik_source, url, 16);
AT(vidik_source, archive_url, 32);
AT(vidik_source, date, 48);

SIZE(vidik_events, 280);
AT(vidik_events, size, 0);
AT(vidik_events, reserved, 4);
AT(vidik_events, n, 8);
AT(vidik_events, id, 16);
AT(vidik_events, title, 24);
AT(vidik_events, category, 32);
AT(vidik_events, begin, 40);
AT(vidik_events, end, 48);
AT(vidik_events, begin_precision, 56);
AT(vidik_events, end_precision, 64);
AT(vidik_events, lon, 72);
AT(vidik_events, lat, 80);
AT(vidik_events, place_kind, 88);
AT(vidik_events, radius_m, 96);
AT(vidik_events, area, 104);
AT(vidik_events, magnitude, 112);
AT(vidik_events, unit, 120);
AT(vidik_events, severity, 128);
AT(vidik_events, status, 136);
AT(vidik_events, flags, 144);
AT(vidik_events, summary, 152);
AT(vidik_events, begin_text, 160);
AT(vidik_events, end_text, 168);
AT(vidik_events, zone, 176);
AT(vidik_events, place, 184);
AT(vidik_events, country, 192);
AT(vidik_events, actor_ends, 200);
AT(vidik_events, actors, 208);
AT(vidik_events, claim_ends, 216);
AT(vidik_events, claims, 224);
AT(vidik_events, source_ends, 232);
AT(vidik_events, sources, 240);
AT(vidik_events, source_row, 248);
AT(vidik_events, extra_n, 256);
AT(vidik_events, extra_names, 264);
AT(vidik_events, extra, 272);

SIZE(vidik_category, 56);
AT(vidik_category, size, 0);
AT(vidik_category, shape, 4);
AT(vidik_category, id, 8);
AT(vidik_category, name, 24);
AT(vidik_category, colour_role, 40);

SIZE(vidik_visible, 16);
AT(vidik_visible, event, 0);
AT(vidik_visible, strength, 8);
AT(vidik_visible, flags, 12);

SIZE(vidik_view, 112);
AT(vidik_view, size, 0);
AT(vidik_view, serial, 4);
AT(vidik_view, box, 8);
AT(vidik_view, window, 40);
AT(vidik_view, cursor, 56);
AT(vidik_view, mode, 64);
AT(vidik_view, theme, 68);
AT(vidik_view, width_pt, 72);
AT(vidik_view, height_pt, 76);
AT(vidik_view, px_per_pt, 80);
AT(vidik_view, zoom, 84);
AT(vidik_view, m_per_pt, 88);
AT(vidik_view, visible_n, 96);
AT(vidik_view, visible, 104);

SIZE(vidik_budget, 32);
AT(vidik_budget, size, 0);
AT(vidik_budget, max_labels, 4);
AT(vidik_budget, max_marks, 8);
AT(vidik_budget, max_points, 16);
AT(vidik_budget, deadline_us, 24);

SIZE(vidik_style, 48);
AT(vidik_style, size, 0);
AT(vidik_style, colour, 4);
AT(vidik_style, category, 8);
AT(vidik_style, rgba, 12);
AT(vidik_style, opacity, 16);
AT(vidik_style, fill_opacity, 20);
AT(vidik_style, width_pt, 24);
AT(vidik_style, dash_pt, 28);
AT(vidik_style, gap_pt, 32);
AT(vidik_style, layer, 36);
AT(vidik_style, flags, 40);
AT(vidik_style, reserved, 44);

SIZE(vidik_symbol, 48);
AT(vidik_symbol, at, 0);
AT(vidik_symbol, dx_pt, 16);
AT(vidik_symbol, dy_pt, 20);
AT(vidik_symbol, radius_pt, 24);
AT(vidik_symbol, shape, 28);
AT(vidik_symbol, status, 32);
AT(vidik_symbol, reserved, 36);
AT(vidik_symbol, event, 40);

SIZE(vidik_draw, 72);
AT(vidik_draw, size, 0);
AT(vidik_draw, reserved, 4);
AT(vidik_draw, ctx, 8);
AT(vidik_draw, symbol, 16);
AT(vidik_draw, circle, 24);
AT(vidik_draw, ring, 32);
AT(vidik_draw, line, 40);
AT(vidik_draw, polygon, 48);
AT(vidik_draw, label, 56);
AT(vidik_draw, legend, 64);

SIZE(vidik_host, 88);
AT(vidik_host, size, 0);
AT(vidik_host, level, 4);
AT(vidik_host, ctx, 8);
AT(vidik_host, name, 16);
AT(vidik_host, version, 32);
AT(vidik_host, find, 48);
AT(vidik_host, report, 56);
AT(vidik_host, cancelled, 64);
AT(vidik_host, redraw, 72);
AT(vidik_host, state_changed, 80);

SIZE(vidik_column, 32);
AT(vidik_column, name, 0);
AT(vidik_column, text, 16);
AT(vidik_column, number, 24);

SIZE(vidik_table_batch, 40);
AT(vidik_table_batch, size, 0);
AT(vidik_table_batch, reserved, 4);
AT(vidik_table_batch, n, 8);
AT(vidik_table_batch, column_n, 16);
AT(vidik_table_batch, columns, 24);
AT(vidik_table_batch, events, 32);

SIZE(vidik_table_service, 16);
AT(vidik_table_service, size, 0);
AT(vidik_table_service, reserved, 4);
AT(vidik_table_service, read, 8);

SIZE(vidik_plugin, 32);
AT(vidik_plugin, size, 0);
AT(vidik_plugin, reserved, 4);
AT(vidik_plugin, self, 8);
AT(vidik_plugin, destroy, 16);
AT(vidik_plugin, find, 24);

SIZE(vidik_event_writer, 32);
AT(vidik_event_writer, size, 0);
AT(vidik_event_writer, reserved, 4);
AT(vidik_event_writer, ctx, 8);
AT(vidik_event_writer, categories, 16);
AT(vidik_event_writer, batch, 24);

SIZE(vidik_events_service, 16);
AT(vidik_events_service, size, 0);
AT(vidik_events_service, reserved, 4);
AT(vidik_events_service, load, 8);

SIZE(vidik_draw_service, 16);
AT(vidik_draw_service, size, 0);
AT(vidik_draw_service, reserved, 4);
AT(vidik_draw_service, prepare, 8);

SIZE(vidik_module, 72);
AT(vidik_module, size, 0);
AT(vidik_module, epoch, 4);
AT(vidik_module, level, 8);
AT(vidik_module, flags, 12);
AT(vidik_module, id, 16);
AT(vidik_module, name, 32);
AT(vidik_module, version, 48);
AT(vidik_module, create, 64);

/* Numbers that stand in data and in binaries. */
HOLDS(VIDIK_OK == 0);
HOLDS(VIDIK_NOTE == 1);
HOLDS(VIDIK_E_ARG == -1);
HOLDS(VIDIK_E_UNSUPPORTED == -2);
HOLDS(VIDIK_E_FULL == -3);
HOLDS(VIDIK_E_DATA == -4);
HOLDS(VIDIK_E_IO == -5);
HOLDS(VIDIK_E_DENIED == -6);
HOLDS(VIDIK_E_CANCELLED == -7);
HOLDS(VIDIK_E_NOMEM == -8);
HOLDS(VIDIK_E_INTERNAL == -99);
HOLDS(VIDIK_PREC_SECOND == 0);
HOLDS(VIDIK_PREC_MINUTE == 1);
HOLDS(VIDIK_PREC_HOUR == 2);
HOLDS(VIDIK_PREC_DAY == 3);
HOLDS(VIDIK_PREC_WEEK == 4);
HOLDS(VIDIK_PREC_MONTH == 5);
HOLDS(VIDIK_PREC_YEAR == 6);
HOLDS(VIDIK_EVENT_BEGIN_APPROXIMATE == 1);
HOLDS(VIDIK_EVENT_BEGIN_UNCERTAIN == 2);
HOLDS(VIDIK_EVENT_END_APPROXIMATE == 4);
HOLDS(VIDIK_EVENT_END_UNCERTAIN == 8);
HOLDS(VIDIK_EVENT_UNVERIFIED == 16);
HOLDS(VIDIK_EVENT_ZONE_NOT_STATED == 32);
HOLDS(VIDIK_STATUS_CONFIRMED == 0);
HOLDS(VIDIK_STATUS_REPORTED == 1);
HOLDS(VIDIK_STATUS_ALLEGED == 2);
HOLDS(VIDIK_STATUS_DISPUTED == 3);
HOLDS(VIDIK_PLACE_EXACT == 0);
HOLDS(VIDIK_PLACE_RADIUS == 1);
HOLDS(VIDIK_PLACE_MUNICIPALITY == 2);
HOLDS(VIDIK_PLACE_COUNTRY == 3);
HOLDS(VIDIK_CLAIM_SAYS == 0);
HOLDS(VIDIK_CLAIM_DENIES == 1);
HOLDS(VIDIK_SHAPE_CIRCLE == 0);
HOLDS(VIDIK_SHAPE_DIAMOND == 1);
HOLDS(VIDIK_SHAPE_SQUARE == 2);
HOLDS(VIDIK_SHAPE_HEXAGON == 3);
HOLDS(VIDIK_SHAPE_TRIANGLE_DOWN == 4);
HOLDS(VIDIK_SHAPE_TRIANGLE_UP == 5);
HOLDS(VIDIK_SHAPE_PENTAGON == 6);
HOLDS(VIDIK_SHAPE_PLUS == 7);
HOLDS(VIDIK_SHAPE_STAR == 8);
HOLDS(VIDIK_SHAPE_BAR == 9);
HOLDS(VIDIK_SHAPE_LETTER == 10);
HOLDS(VIDIK_MODE_INSTANT == 0);
HOLDS(VIDIK_MODE_WINDOW == 1);
HOLDS(VIDIK_MODE_TRAIL == 2);
HOLDS(VIDIK_MODE_CUMULATIVE == 3);
HOLDS(VIDIK_MODE_ALL == 4);
HOLDS(VIDIK_THEME_DARK == 0);
HOLDS(VIDIK_THEME_LIGHT == 1);
HOLDS(VIDIK_VISIBLE_SELECTED == 1);
HOLDS(VIDIK_VISIBLE_HOVERED == 2);
HOLDS(VIDIK_COLOUR_CATEGORY == 0);
HOLDS(VIDIK_COLOUR_RGBA == 1);
HOLDS(VIDIK_COLOUR_TEXT == 2);
HOLDS(VIDIK_COLOUR_TEXT_QUIET == 3);
HOLDS(VIDIK_COLOUR_LINE == 4);
HOLDS(VIDIK_COLOUR_WATER == 5);
HOLDS(VIDIK_LAYER_UNDER == 0);
HOLDS(VIDIK_LAYER_OVER == 1);
HOLDS(VIDIK_STYLE_CASING == 1);
HOLDS(VIDIK_STYLE_TETHER == 2);
HOLDS(VIDIK_SAY_NOTE == 0);
HOLDS(VIDIK_SAY_WARNING == 1);
HOLDS(VIDIK_SAY_ERROR == 2);
HOLDS(VIDIK_SAY_HOST_MISBEHAVES == 3);
HOLDS(VIDIK_SAY_PLUGIN_MISBEHAVES == 4);
SIZE(vidik_query, 56);
AT(vidik_query, size, 0);
AT(vidik_query, flags, 4);
AT(vidik_query, box, 8);
AT(vidik_query, layer, 40);

SIZE(vidik_query_batch, 40);
AT(vidik_query_batch, size, 0);
AT(vidik_query_batch, reserved, 4);
AT(vidik_query_batch, layer, 8);
AT(vidik_query_batch, events, 24);
AT(vidik_query_batch, strength, 32);

SIZE(vidik_query_service, 16);
AT(vidik_query_service, size, 0);
AT(vidik_query_service, reserved, 4);
AT(vidik_query_service, visible, 8);

SIZE(vidik_param, 128);
AT(vidik_param, size, 0);
AT(vidik_param, kind, 4);
AT(vidik_param, id, 8);
AT(vidik_param, name, 24);
AT(vidik_param, unit, 40);
AT(vidik_param, help, 56);
AT(vidik_param, low, 72);
AT(vidik_param, high, 80);
AT(vidik_param, value, 88);
AT(vidik_param, choice_n, 96);
AT(vidik_param, choices, 104);
AT(vidik_param, text, 112);

SIZE(vidik_param_value, 40);
AT(vidik_param_value, id, 0);
AT(vidik_param_value, number, 16);
AT(vidik_param_value, text, 24);

SIZE(vidik_params_service, 32);
AT(vidik_params_service, size, 0);
AT(vidik_params_service, reserved, 4);
AT(vidik_params_service, n, 8);
AT(vidik_params_service, params, 16);
AT(vidik_params_service, set, 24);

SIZE(vidik_panel, 56);
AT(vidik_panel, size, 0);
AT(vidik_panel, reserved, 4);
AT(vidik_panel, ctx, 8);
AT(vidik_panel, text, 16);
AT(vidik_panel, button, 24);
AT(vidik_panel, toggle, 32);
AT(vidik_panel, slider, 40);
AT(vidik_panel, choice, 48);

SIZE(vidik_panel_service, 16);
AT(vidik_panel_service, size, 0);
AT(vidik_panel_service, reserved, 4);
AT(vidik_panel_service, build, 8);

SIZE(vidik_state_service, 24);
AT(vidik_state_service, size, 0);
AT(vidik_state_service, version, 4);
AT(vidik_state_service, save, 8);
AT(vidik_state_service, load, 16);

HOLDS(VIDIK_NOTE == 1);
HOLDS(VIDIK_RELOAD == 2);
HOLDS(VIDIK_LEGEND_SWATCH == 0);
HOLDS(VIDIK_LEGEND_LINE == 1);
HOLDS(VIDIK_LEGEND_SYMBOL == 2);
HOLDS(VIDIK_LEGEND_WORDS == 3);
HOLDS(VIDIK_QUERY_TEXTS == 1);
HOLDS(VIDIK_PARAM_NUMBER == 0);
HOLDS(VIDIK_PARAM_WHOLE == 1);
HOLDS(VIDIK_PARAM_SWITCH == 2);
HOLDS(VIDIK_PARAM_CHOICE == 3);
HOLDS(VIDIK_PARAM_TEXT == 4);

HOLDS(VIDIK_EPOCH == 1u);
HOLDS(VIDIK_LEVEL == 0u);
HOLDS(sizeof(VIDIK_ENTRY_NAME) == sizeof("vidik_entry_1"));

/* The names that the two sides find each other by: letter for letter, for ever. */
#include <string.h>
int vidik_abi_layout_holds(void);
int vidik_abi_layout_holds(void) {
  return strcmp(VIDIK_ENTRY_NAME, "vidik_entry_1") == 0 && strcmp(VIDIK_EVENTS_1, "vidik.events/1") == 0 &&
         strcmp(VIDIK_TABLE_1, "vidik.table/1") == 0 && strcmp(VIDIK_DRAW_1, "vidik.draw/1") == 0 &&
         strcmp(VIDIK_PARAMS_1, "vidik.params/1") == 0 && strcmp(VIDIK_PANEL_1, "vidik.panel/1") == 0 &&
         strcmp(VIDIK_STATE_1, "vidik.state/1") == 0 && strcmp(VIDIK_QUERY_1, "vidik.query/1") == 0;
}
