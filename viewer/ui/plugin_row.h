#pragma once
// An overlay as the plugins panel shows it, whether it runs or not.
//
// Ownership: owns its text. Threads: plain data.

#include "frame/overlay_params.h"

#include <string>
#include <vector>

namespace vidik {

struct PluginRow {
  std::string name, id, title, version;  // name: short, as in projects
  std::string state;                     // "ready", "off", "refused" …
  std::string reason;                    // why, and what to do about it; empty = nothing to say
  std::string not_taken;                 // why what its author built last does not run; empty = it does
  std::string asks;                      // "network, files"; empty = nothing beyond the usual
  bool on = false, can_switch = false, trouble = false;
  std::uint32_t restarts = 0;
  double memory_mb = 0, cpu_s = 0;  // of its process; 0 = none runs
  std::vector<OverlayParam> params;
  ParamValues set;
  std::vector<PanelControl> panel;
  bool has_panel = false;
};

}  // namespace vidik
