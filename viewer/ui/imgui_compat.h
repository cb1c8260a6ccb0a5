#pragma once
// What differs between the versions of Dear ImGui we build against (1.86 of Debian 12, 1.90, 1.92).
//
// Each difference is found by what the type offers, not by its number, so that a test can hand in stand-ins for all of them.

#include <cstdint>
#include <type_traits>
#include <utility>

namespace vidik::imgui_compat {

// --- input: set in fields before 1.87, queued as events since ---
template <typename Io, typename KeyCode>
void key(Io& io, KeyCode code, bool down) {
  if constexpr (requires { io.AddKeyEvent(code, down); }) {
    io.AddKeyEvent(code, down);
  } else {
    io.KeyMap[static_cast<int>(code)] = static_cast<int>(code);
    io.KeysDown[static_cast<int>(code)] = down;
  }
}
template <typename Io>
void pointer(Io& io, float x, float y) {
  if constexpr (requires { io.AddMousePosEvent(x, y); }) {
    io.AddMousePosEvent(x, y);
  } else {
    io.MousePos.x = x;
    io.MousePos.y = y;
  }
}
template <typename Io>
void button(Io& io, int index, bool down) {
  if constexpr (requires { io.AddMouseButtonEvent(index, down); }) {
    io.AddMouseButtonEvent(index, down);
  } else {
    io.MouseDown[index] = down;
  }
}
template <typename Io>
void wheel(Io& io, float x, float y) {
  if constexpr (requires { io.AddMouseWheelEvent(x, y); }) {
    io.AddMouseWheelEvent(x, y);
  } else {
    io.MouseWheelH += x;
    io.MouseWheel += y;
  }
}
// `Keys` names the modifier keys of the version at hand; before 1.87 there are flags instead.
template <typename Io>
void modifiers(Io& io, bool ctrl, bool shift, bool alt) {
  io.KeyCtrl = ctrl;
  io.KeyShift = shift;
  io.KeyAlt = alt;
}

// --- fonts: sized when loaded before 1.92, when used since ---
template <typename Gui, typename Font>
void push_font(Font* font, float size) {
  if constexpr (requires { Gui::push(font, size); }) {
    Gui::push(font, size);
  } else {
    Gui::push(font);
  }
}
template <typename Io, typename Style>
void scale_fonts(Io& io, Style& style, float factor) {
  if constexpr (requires { style.FontScaleMain; }) {
    style.FontScaleMain = factor;
  } else {
    io.FontGlobalScale = factor;
  }
}

// --- the picture of the fonts: made at once before 1.92, by the renderer letter by letter since, when asking for it is
// an error ---
template <typename Atlas>
void make_atlas(Atlas& atlas, int width) {
  if constexpr (requires { atlas.TexDesiredWidth; }) {
    atlas.TexDesiredWidth = width;
    atlas.Build();
  } else {
    atlas.TexMinWidth = width;
  }
}

// --- the clipboard moved from IO to PlatformIO in 1.91 ---
template <typename Io, typename Get, typename Set>
bool clipboard(Io& io, Get get, Set set, void* user) {
  if constexpr (requires {
                  io.SetClipboardTextFn = set;
                  io.GetClipboardTextFn = get;
                }) {
    io.SetClipboardTextFn = set;
    io.GetClipboardTextFn = get;
    io.ClipboardUserData = user;
    return true;
  } else {
    return false;
  }
}

// --- textures: a pointer before 1.91, a number since ---
template <typename Id>
Id texture(std::uint64_t name) {
  if constexpr (std::is_pointer_v<Id>)
    return reinterpret_cast<Id>(static_cast<std::uintptr_t>(name));
  else
    return static_cast<Id>(name);
}

}  // namespace vidik::imgui_compat
