#pragma once
// Every way in which something of the events leaves the program: one row each, and a test walks them all.
//
// Redaction is done before anything below sees an event (session_redaction.cpp), so no row has a part in it; the list is
// there to prove it. The window's pictures, its clipboard and files of commands go by `render`. A new way is a new row:
// tests/unit/app/export_routes_test.cpp fails without it, tests/cli/redaction_test.py reads the rows from here.

#include <string_view>

namespace vidik {

struct ExportRoute {
  std::string_view command, output, option;  // output: a name for -o; empty: stdout
};
inline constexpr ExportRoute kExportRoutes[] = {
    {"render", "out.png", ""},
    {"render", "out.txt", ""},
    {"render", "out.svg", ""},
    {"render", "out.pdf", ""},
    {"render", "page.png", "--page=square"},
    {"render", "page.svg", "--page=square"},
    {"render", "page.pdf", "--page=square"},
    {"render", "shapes.svg", "--outlines"},
    {"render", "beside.png", "--text-beside"},
    {"film", "out.gif", ""},
    {"film", "film.png", ""},
    {"film", "out.apng", ""},
    {"film", "out.mp4", ""},
    {"film", "out.webm", ""},
    {"film", "frames/", ""},
    {"events", "", ""},
    {"events", "", "--json"},
    {"events", "", "--csv"},
    {"events", "", "--geojson"},
};

}  // namespace vidik
