#include "app/export_routes.h"

#include "app/cli.h"
#include "app/film.h"
#include "app/picture_file.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace vidik {
namespace {

bool has_row(std::string_view command, std::string_view ending) {
  return std::any_of(std::begin(kExportRoutes), std::end(kExportRoutes), [&](const ExportRoute& route) {
    return route.command == command && route.output.ends_with(ending);
  });
}

TEST(ExportRoutes, EveryFormatThatIsWrittenHasARow) {
  for (const char* ending : {".png",  ".apng",    ".txt",  ".svg",  ".svgz", ".pdf",  ".gif", ".mp4",
                             ".webm", ".mkv",     ".mov",  ".jpg",  ".jpeg", ".webp", ".tif", ".eps",
                             ".csv",  ".geojson", ".json", ".gpkg", ".kml",  ".html", ".md"}) {
    const std::string name = std::string("out") + ending;
    EXPECT_EQ(picture_kind(name).ok(), has_row("render", ending)) << name;
    EXPECT_EQ(film_kind(name).ok(), has_row("film", ending)) << name;
  }
  EXPECT_TRUE(has_row("film", "/"));
}

TEST(ExportRoutes, EveryFormOfEventsHasARow) {
  const auto accepts = [](const char* option) {
    const char* words[] = {"vidik", "events", option};
    const auto parsed = parse_command_line(3, words);
    return std::holds_alternative<Options>(parsed);
  };
  for (const char* option : {"--json", "--csv", "--geojson", "--kml", "--gpkg", "--html", "--xlsx"}) {
    const bool row = std::any_of(
        std::begin(kExportRoutes), std::end(kExportRoutes),
        [&](const ExportRoute& route) { return route.command == "events" && route.option == option; });
    EXPECT_EQ(accepts(option), row) << option;
  }
}

}  // namespace
}  // namespace vidik
