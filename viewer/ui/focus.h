#pragma once
// The keyboard's way to every control: Tab goes from one to the next, Enter presses it, arrows move what can be moved.
//
// Every control offers itself while it is drawn; areas (PanelFrame) come in reading order, controls in the order they are
// drawn. While a menu is open only its rows take part. The ring is drawn when the last input was a key (LOOK §12).
// Units: px at 1x. Threads: between ImGui::NewFrame and Render. Cost: O(controls on screen).

#include "frame/view_state.h"

#include <cstdint>
#include <vector>

namespace vidik {

struct PanelIn;

// What is remembered between frames; part of UiMemory.
struct Focus {
  struct Offer {
    float y = 0, x = 0;  // of its area
    unsigned id = 0;
  };
  unsigned id = 0;       // of the control that has it; 0 = none
  bool shown = false;    // with its ring
  bool pressed = false;  // Enter, in this drawing
  bool moved = false;    // it came here in this drawing
  bool takes_arrows = false;
  Box2 box;  // of that control
  float area_y = 0, area_x = 0;
  std::vector<Offer> offers, order;  // being made; of the last drawing, in reading order
};

// At the begin of a drawing, before any control.
void begin_focus(const PanelIn& in);
void end_focus();                  // after the last
void focus_area(const Box2& box);  // what follows lies in it

struct FocusTouch {
  bool focused = false, pressed = false, moved = false;
};
// For the item just made, by the name it was made with, or one that is only drawn.
FocusTouch offer_focus(const char* id, const Box2& box);
FocusTouch offer_focus(unsigned id, const Box2& box, bool takes_arrows = false);
// A field is being typed in: it has the focus, unless that has gone on.
void field_has_keys(unsigned id, bool since_now);

}  // namespace vidik
