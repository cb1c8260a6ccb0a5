#pragma once
// Code points of the icon font (LOOK §3).

namespace vidik::icon {

inline constexpr unsigned search = 0xe8b6, history = 0xe889, expand_more = 0xe5cf, light_mode = 0xe518,
                          dark_mode = 0xe51c, help = 0xe8fd, settings = 0xe8b8, photo_camera = 0xe412,
                          layers = 0xe53b, check = 0xe5ca, close = 0xe5cd, add = 0xe145, remove = 0xe15b,
                          fit = 0xe3c2, locate = 0xe55c, schedule = 0xe8b5, place = 0xe55f, article = 0xef42,
                          open_in_new = 0xe89e, chevron_left = 0xe5cb, chevron_right = 0xe5cc, quote = 0xe244,
                          skip_previous = 0xe045, skip_next = 0xe044, play = 0xe037, pause = 0xe034,
                          repeat = 0xe040, drop_down = 0xe5c5, globe = 0xe80b, warning = 0xe002,
                          error = 0xe001, undo = 0xe166, redo = 0xe15a, list = 0xe8ef, content_copy = 0xe14d,
                          straighten = 0xe41c, bookmark = 0xe866, edit = 0xe3c9, tune = 0xe429, sync = 0xe863;

// For the atlas: only these are drawn into it.
inline constexpr unsigned all[] = {
    history, search,  expand_more,  light_mode,   dark_mode,     help,    settings,      photo_camera,
    layers,  check,   close,        add,          remove,        fit,     locate,        schedule,
    place,   article, open_in_new,  chevron_left, chevron_right, quote,   skip_previous, skip_next,
    play,    pause,   repeat,       drop_down,    globe,         warning, error,         undo,
    redo,    list,    content_copy, straighten,   bookmark,      edit,    tune,          sync};

}  // namespace vidik::icon
