#pragma once
// Every panel of the window: each looks at PanelIn, draws itself, and says in Intents what the user asked for.
//
// Threads: the main thread, between ImGui::NewFrame and Render. Errors: none. Cost: O(what is on screen).

#include "ui/intents.h"
#include "ui/panel_in.h"

namespace vidik {

// All of them, in an order that lets later ones stand over earlier ones.
void draw_panels(const PanelIn& in, Intents& out);

void draw_top_bar(const PanelIn& in, Intents& out);
void draw_left_panel(const PanelIn& in, Intents& out);    // overlays, confidence, place, reading problems
void draw_rail(const PanelIn& in, Intents& out);          // the same as symbols, in a narrow window
void draw_map_controls(const PanelIn& in, Intents& out);  // zoom buttons
void draw_map_input(const PanelIn& in, Intents& out);     // pan, zoom, hover, click
void draw_inset_input(const PanelIn& in, Intents& out);   // a click on the small map goes there
void draw_readout(const PanelIn& in, Intents& out);       // where the pointer is
void draw_measuring(const PanelIn& in, Intents& out);
void draw_bookmarks(const PanelIn& in, Intents& out);
void copy_pointed(const PanelIn& in,
                  Intents& out);                  // coordinates under the pointer, else of the map's middle
void draw_pill(const PanelIn& in, Intents& out);  // count, dates, filters, what is outside
void draw_pile_list(const PanelIn& in, Intents& out);  // of a pile that is opened as a spiral
void draw_card(const PanelIn& in, Intents& out);       // of the selected event
void draw_event_tip(const PanelIn& in, Intents& out);  // of the hovered event
void draw_transport(const PanelIn& in, Intents& out);
void draw_timeline_menu(const PanelIn& in, Intents& out,
                        const Box2& box);  // lanes, bars, scale, test of time
float zone_menu_width(const PanelIn& in);
void draw_zone_menu(const PanelIn& in, Intents& out, const Box2& box);
void draw_ranges_panel(const PanelIn& in, Intents& out);  // ranges of time by name
void draw_cycle_panel(const PanelIn& in, Intents& out);   // hour × weekday, months; a filter to brush
void draw_timeline_input(const PanelIn& in, Intents& out);
void draw_event_list(const PanelIn& in, Intents& out);
void draw_shortcut_sheet(const PanelIn& in, Intents& out);
void draw_go_to(const PanelIn& in, Intents& out);
void draw_safe_start(const PanelIn& in, Intents& out);
void draw_settings(const PanelIn& in, Intents& out);
void draw_map_panel(const PanelIn& in, Intents& out);
void draw_plugins(const PanelIn& in, Intents& out);  // all overlays: state, switch, parameters, own panels
void draw_export(const PanelIn& in, Intents& out);
void draw_notice(const PanelIn& in, Intents& out);  // "Picture saved: …", overlay stopped …
void read_shortcuts(const PanelIn& in, Intents& out);

// What of the map the floating parts cover now, for labels and "Fit".
std::vector<Box2> covered_boxes(const PanelIn& in);

}  // namespace vidik
