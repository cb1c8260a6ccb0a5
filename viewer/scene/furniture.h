#pragma once
// Caption, scale bar, credits and the border sentence: what makes a picture readable on its own.

#include "scene/legend.h"

#include <string>
#include <vector>

namespace vidik {

struct PageFurniture {
  Legend legend;
  Box2 caption;                            // w = 0: none
  std::vector<std::string> caption_words;  // strong first, then quieter ones
  std::vector<std::string> credit_lines;   // top to bottom, right aligned
  Box2 credits, scale;                     // w = 0: none
  MapView inset;                           // box.w = 0: none
};

PageFurniture lay_out_furniture(Sheet& sheet, const MapEvents& events, const MapLayout& layout);
void draw_furniture(Sheet& sheet, const PageFurniture& furniture);

std::string count_words(const SceneCounts& counts);                        // "58-66 events"
std::string shown_time_words(const TimeView& time, const TimeZone& zone);  // "1 Nov 2024 to 15 Mar 2025"
std::string border_sentence(const SceneIn& in);                            // empty without a map
std::string projection_sentence(Projection projection);                    // empty for Web Mercator

}  // namespace vidik
