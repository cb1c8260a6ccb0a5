#include "app/imgui_host.h"

#include "text/fonts.h"
#include "ui/icons.h"
#include "ui/imgui_compat.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace vidik {

namespace {

// All letters of the languages we show (LOOK §3), without the digits, which come tabular.
constexpr ImWchar kLetters[] = {0x20,   0x2F,   0x3A,   0x2FF,  0x370,  0x3FF,  0x400,  0x52F,
                                0x1E2E, 0x1E2F, 0x2010, 0x2044, 0x20AC, 0x20AC, 0x2190, 0x2199,
                                0x2212, 0x2212, 0x2248, 0x2248, 0x25A0, 0x25FF, 0};
constexpr ImWchar kDigits[] = {0x30, 0x39, 0};
constexpr ImWchar kPlain[] = {0x20, 0x17F, 0x2010, 0x2026, 0};

// The icons that panels use, not the font's two thousand.
const ImVector<ImWchar>& icon_ranges(ImVector<ImWchar>& out, std::span<const unsigned> codes) {
  ImFontGlyphRangesBuilder builder;
  for (const unsigned code : codes) builder.AddChar(static_cast<ImWchar>(code));
  builder.BuildRanges(&out);
  return out;
}

ImFont* add(ImFontAtlas& atlas, Face face, float px, const ImWchar* ranges, bool merge, float advance) {
  const std::span<const unsigned char> bytes = font_bytes(face);
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.MergeMode = merge;
  config.OversampleH = 2;
  config.OversampleV = 1;
  config.PixelSnapH = false;
  if (advance > 0) config.GlyphMinAdvanceX = config.GlyphMaxAdvanceX = advance;
  // ImGui takes a mutable pointer but, not owning the bytes, only reads them.
  void* data = const_cast<void*>(static_cast<const void*>(bytes.data()));
  return atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), px, &config, ranges);
}

UiFont text_font(ImFontAtlas& atlas, Face face, float size, float scale) {
  UiFont font{add(atlas, face, size * kInterPerEm * scale, kLetters, false, 0), size};
  add(atlas, face, size * kInterPerEm * scale, kDigits, true, std::round(0.625f * size * scale));
  return font;
}

void fill_atlas(ImFontAtlas& atlas, UiFonts& fonts, float scale) {
  // ImGui's own rasteriser: its FreeType one rounds every advance up to a whole pixel, which spreads the letters.
  fonts.body = text_font(atlas, Face::medium, 13, scale);  // first = the default
  fonts.strong = text_font(atlas, Face::semibold, 13, scale);
  fonts.small = text_font(atlas, Face::medium, 12, scale);
  fonts.micro = text_font(atlas, Face::medium, 11, scale);
  fonts.caps = {add(atlas, Face::semibold, 11 * kInterPerEm * scale, kPlain, false, 0), 11};
  fonts.title = {add(atlas, Face::semibold, 18 * kInterPerEm * scale, kLetters, false, 0), 18};
  add(atlas, Face::semibold, 18 * kInterPerEm * scale, kDigits, true, 0);
  fonts.product = {add(atlas, Face::bold, 15 * kInterPerEm * scale, kPlain, false, 0), 15};
  ImVector<ImWchar> icons;
  icon_ranges(icons, icon::all);
  fonts.icons = {add(atlas, Face::icons, 18 * scale, icons.Data, false, 0), 18};
  fonts.icons_small = {add(atlas, Face::icons, 16 * scale, icons.Data, false, 0), 16};
  imgui_compat::make_atlas(atlas, 2048);
}

std::optional<ImGuiKey> editing_key(const KeyPress& k) {
  switch (k.key) {
    case Key::left:
      return ImGuiKey_LeftArrow;
    case Key::right:
      return ImGuiKey_RightArrow;
    case Key::up:
      return ImGuiKey_UpArrow;
    case Key::down:
      return ImGuiKey_DownArrow;
    case Key::page_up:
      return ImGuiKey_PageUp;
    case Key::page_down:
      return ImGuiKey_PageDown;
    case Key::home:
      return ImGuiKey_Home;
    case Key::end:
      return ImGuiKey_End;
    case Key::backspace:
      return ImGuiKey_Backspace;
    case Key::del:
      return ImGuiKey_Delete;
    case Key::space:
      return ImGuiKey_Space;
    case Key::enter:
      return ImGuiKey_Enter;
    case Key::escape:
      return ImGuiKey_Escape;
    case Key::letter:
      break;
    default:
      return std::nullopt;
  }
  switch (k.character) {
    case 'a':
      return ImGuiKey_A;
    case 'c':
      return ImGuiKey_C;
    case 'v':
      return ImGuiKey_V;
    case 'x':
      return ImGuiKey_X;
    case 'y':
      return ImGuiKey_Y;
    case 'z':
      return ImGuiKey_Z;
    default:
      return std::nullopt;
  }
}

const char* get_clipboard(void* window) { return static_cast<Window*>(window)->clipboard(); }
void set_clipboard(void* window, const char* text) { static_cast<Window*>(window)->set_clipboard(text); }

}  // namespace

std::future<FontAtlas> start_fonts(float scale) {
  return std::async(std::launch::async, [scale] {
    FontAtlas out{{new ImFontAtlas, [](ImFontAtlas* atlas) { delete atlas; }}, {}};
    fill_atlas(*out.atlas, out.fonts, scale);
    return out;
  });
}

ImguiHost::ImguiHost(Window& window, std::future<FontAtlas> fonts) : window_(window), fonts_(fonts.get()) {
  IMGUI_CHECKVERSION();
  ImGui::CreateContext(fonts_.atlas.get());
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // no file of its own: what is kept is the project's
  io.LogFilename = nullptr;
  io.ConfigWindowsMoveFromTitleBarOnly = true;
  imgui_compat::clipboard(io, get_clipboard, set_clipboard, &window);
  ImGui_ImplOpenGL3_Init("#version 330 core");
}

ImguiHost::~ImguiHost() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext();
}

void ImguiHost::set_theme(const Theme& theme) { apply_style(theme); }

void ImguiHost::rescale(float scale) {
  fonts_.atlas->Clear();
  fill_atlas(*fonts_.atlas, fonts_.fonts, scale);
#ifndef IMGUI_HAS_TEXTURES  // since 1.92 the renderer sees to it
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
}

bool ImguiHost::take(const InputEvent& e, float scale) {
  ImGuiIO& io = ImGui::GetIO();
  switch (e.kind) {
    case InputKind::pointer:
      imgui_compat::pointer(io, e.x / scale, e.y / scale);
      break;
    case InputKind::leave:
      imgui_compat::pointer(io, -1e6f, -1e6f);
      break;
    case InputKind::button:
      imgui_compat::modifiers(io, e.key.ctrl, e.key.shift, e.key.alt);
      imgui_compat::button(io, e.button, e.down);
      return false;  // the next press or release is another frame's
    case InputKind::wheel:
      imgui_compat::wheel(io, e.x, e.y);
      break;
    case InputKind::text:
      io.AddInputCharacter(e.text);
      if (e.key.key != Key::none) keys_.push_back(e.key);
      return io.WantTextInput;  // a shortcut may open a field that takes the next
    case InputKind::key: {
      imgui_compat::modifiers(io, e.key.ctrl, e.key.shift, e.key.alt);
      if (e.down && e.key.key != Key::none) keys_.push_back(e.key);
      const std::optional<ImGuiKey> key = editing_key(e.key);
      if (!key) break;
      imgui_compat::key(io, *key, e.down);
      return e.repeat;
    }
  }
  return true;
}

void ImguiHost::feed(std::vector<InputEvent> input, float scale, bool hold_text) {
  waiting_.insert(waiting_.end(), input.begin(), input.end());
  std::size_t taken = 0;
  const auto is_typed = [](const InputEvent& e) {
    return e.kind == InputKind::text || (e.kind == InputKind::key && e.down);
  };
  while (taken < waiting_.size() && !(hold_text && is_typed(waiting_[taken]))) {
    if (!take(waiting_[taken++], scale)) break;
  }
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(taken));
}

std::vector<KeyPress> ImguiHost::take_keys() { return std::exchange(keys_, {}); }

void ImguiHost::begin(Size size, float scale, double dt_s) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
  io.DisplayFramebufferScale = {scale, scale};
  imgui_compat::scale_fonts(io, ImGui::GetStyle(), 1 / scale);
  io.DeltaTime = static_cast<float>(std::clamp(dt_s, 1e-4, 1.0));
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
}

void ImguiHost::drop() { ImGui::EndFrame(); }

void ImguiHost::paint() {
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

bool ImguiHost::typing() const { return ImGui::GetIO().WantTextInput; }

PointerShape ImguiHost::pointer() const {
  switch (ImGui::GetMouseCursor()) {
    case ImGuiMouseCursor_Hand:
      return PointerShape::hand;
    case ImGuiMouseCursor_TextInput:
      return PointerShape::text;
    case ImGuiMouseCursor_ResizeEW:
      return PointerShape::resize_x;
    case ImGuiMouseCursor_ResizeNS:
      return PointerShape::resize_y;
    case ImGuiMouseCursor_ResizeAll:
      return PointerShape::move;
    default:
      return PointerShape::arrow;
  }
}

}  // namespace vidik
