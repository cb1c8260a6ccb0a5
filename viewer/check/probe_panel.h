#pragma once
// A panel that keeps every control as it was given, also what Vidik would refuse; and presses at random.
//
// Ownership, threads, errors: as check/probe.h.

#include "check/probe.h"

#include "frame/overlay_params.h"

namespace vidik {

class PanelListener {
 public:
  PanelListener();
  PanelListener(const PanelListener&) = delete;
  PanelListener& operator=(const PanelListener&) = delete;
  const vidik_panel& panel() const { return panel_; }
  std::vector<PanelControl> controls;
  std::string fault;  // of the first control that Vidik would refuse

 private:
  static vidik_status take(const vidik_panel* p, PanelControl control);
  vidik_panel panel_{};
};

struct Built {
  PanelListener heard;
  vidik_status status = VIDIK_OK;
  std::string thrown;
};

void build(Probe& probe, Subject& subject, Built& out);
// Some of these controls pressed or moved, as the bytes of a build_panel message.
std::string presses_of(std::mt19937_64& random, const std::vector<PanelControl>& controls);

}  // namespace vidik
