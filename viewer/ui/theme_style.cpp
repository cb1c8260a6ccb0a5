#include "ui/theme_style.h"

namespace vidik {

void apply_style(const Theme& t) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowRounding = 0;
  style.ChildRounding = 0;
  style.FrameRounding = 6;
  style.PopupRounding = 6;
  style.GrabRounding = 3;
  style.ScrollbarRounding = 4;
  style.ScrollbarSize = 10;
  style.FrameBorderSize = 0;
  style.WindowBorderSize = 1;
  style.PopupBorderSize = 1;
  style.ItemSpacing = {8, 4};
  style.FramePadding = {10, 5};
  style.WindowPadding = {14, 12};
  style.WindowMinSize = {1, 1};
  style.CurveTessellationTol = 0.75f;
  style.AntiAliasedLines = true;
  style.AntiAliasedFill = true;
  style.DisplaySafeAreaPadding = {0, 0};

  const auto set = [&style](ImGuiCol slot, Color c) {
    style.Colors[slot] = ImGui::ColorConvertU32ToFloat4(im(c));
  };
  set(ImGuiCol_Text, t.text);
  set(ImGuiCol_TextDisabled, t.text3);
  set(ImGuiCol_WindowBg, t.panel);
  set(ImGuiCol_ChildBg, with_alpha(t.panel, 0));
  set(ImGuiCol_PopupBg, t.raised);
  set(ImGuiCol_Border, t.line);
  set(ImGuiCol_BorderShadow, with_alpha(t.line, 0));
  set(ImGuiCol_Separator, t.line);
  set(ImGuiCol_TitleBg, t.panel);
  set(ImGuiCol_TitleBgActive, t.panel);
  set(ImGuiCol_CheckMark, t.text);
  set(ImGuiCol_SliderGrab, t.handle);
  set(ImGuiCol_SliderGrabActive, t.handle);
  set(ImGuiCol_Button, t.control);
  set(ImGuiCol_ButtonHovered, t.control_hover);
  set(ImGuiCol_ButtonActive, mix(t.control_hover, t.text, 0.1));
  set(ImGuiCol_Header, t.control);
  set(ImGuiCol_HeaderHovered, t.control_hover);
  set(ImGuiCol_HeaderActive, t.control_hover);
  set(ImGuiCol_FrameBg, t.control);
  set(ImGuiCol_FrameBgHovered, t.control_hover);
  set(ImGuiCol_FrameBgActive, t.control_hover);
  set(ImGuiCol_ScrollbarBg, with_alpha(t.panel, 0));
  set(ImGuiCol_ScrollbarGrab, t.line_strong);
  set(ImGuiCol_ScrollbarGrabHovered, t.text3);
  set(ImGuiCol_ScrollbarGrabActive, t.text2);
  set(ImGuiCol_TableHeaderBg, t.panel);
  set(ImGuiCol_TableBorderStrong, t.line);
  set(ImGuiCol_TableBorderLight, t.line);
  set(ImGuiCol_TableRowBg, with_alpha(t.panel, 0));
  set(ImGuiCol_TableRowBgAlt, with_alpha(t.panel, 0));
  set(ImGuiCol_ResizeGrip, with_alpha(t.line_strong, 0));
  set(ImGuiCol_ResizeGripHovered, t.line_strong);
  set(ImGuiCol_ResizeGripActive, t.text3);
  set(ImGuiCol_NavHighlight, t.select);
  set(ImGuiCol_TextSelectedBg, with_alpha(t.accent, 0.25));
  set(ImGuiCol_PlotHistogram, t.text2);
  set(ImGuiCol_ModalWindowDimBg, with_alpha(t.app, 0.6));
}

}  // namespace vidik
