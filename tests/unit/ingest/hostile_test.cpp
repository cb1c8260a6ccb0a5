#include "ingest/source.h"
#include "reading.h"

#include <random>

namespace vidik {
namespace {

// Whatever the bytes are, there is an answer in words and the counts add up.
void expect_an_answer(const std::string& path, const std::string& what) {
  ReadRequest request;
  request.path = path;
  const Result<ImportReport> report = read_report(request);
  if (!report.ok()) {
    EXPECT_FALSE(report.error().text.empty()) << what;
    EXPECT_EQ(report.error().text.find("crashed"), std::string::npos) << what << ": " << report.error().text;
    return;
  }
  for (const LayerReport& layer : report.value().layers)
    EXPECT_EQ(layer.kept + layer.dropped, layer.rows) << what;
}

constexpr const char* kExtensions[] = {"csv", "tsv", "geojson", "geojsonl", "gpkg", "kml", "kmz", "gpx",
                                       "gml", "shp", "fgb",     "xlsx",     "ods",  "vrt", "zip", "txt"};

// Begins that lead the sniff to each reader, so that junk reaches them.
const std::vector<std::string> kBegins = {
    "",
    "id,date,lat,lon\n1,2024-01-01,",
    "date\ttitle\n",
    "{\"type\":\"FeatureCollection\",\"features\":[",
    "{\"type\":\"Feature\",\"properties\":{\"date\":\"2024\"},\"geometry\":null}\n{\"type\":\"Feature\"",
    std::string("SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20", 24) + std::string(44, '\0') + "GPKG",
    "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>a</name>",
    "<gpx version=\"1.1\"><wpt lat=\"44\" lon=\"20\">",
    "<FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"><gml:featureMember>",
    std::string("\0\0\x27\x0A", 4),
    std::string("fgb\3fgb\0", 8),
    "PK\3\4",
    "\xFF\xFE",
    "\"",
};

TEST(Hostile, RandomBytesOfEveryExtensionGetAnAnswer) {
  std::mt19937 random(20241101);
  for (int round = 0; round < 112; ++round) {
    const char* extension = kExtensions[static_cast<std::size_t>(round) % std::size(kExtensions)];
    std::string bytes = kBegins[static_cast<std::size_t>(round) % kBegins.size()];
    const std::size_t size = random() % 3000;
    const bool text = random() % 2 == 0;
    static constexpr std::string_view kLetters = "0123456789-:,;\"\n\t{}[]<>/= abcdefT.\r";
    for (std::size_t i = 0; i < size; ++i) {
      bytes += text ? kLetters[random() % kLetters.size()] : static_cast<char>(random());
    }
    const TempFile file(std::string("x.") + extension, bytes);
    expect_an_answer(file.path(), "round " + std::to_string(round) + " ." + extension);
  }
}

TEST(Hostile, NestingWithoutEndIsAnswered) {
  const TempFile json("deep.geojson",
                      "{\"type\":\"FeatureCollection\",\"features\":" + std::string(100'000, '['));
  expect_an_answer(json.path(), "json");
  std::string xml = "<kml>";
  for (int i = 0; i < 100'000; ++i) xml += "<Folder>";
  const TempFile kml("deep.kml", xml);
  ReadRequest request;
  request.path = kml.path();
  EXPECT_NE(read_report(request).error().text.find("nested deeper"), std::string::npos);
}

TEST(Hostile, AHeaderOfAHundredThousandColumnsIsRefused) {
  const TempFile file("wide.csv", std::string(100'000, ','));
  ReadRequest request;
  request.path = file.path();
  EXPECT_NE(read_report(request).error().text.find("10,000 is the limit"), std::string::npos);
}

TEST(Hostile, PlacesThatAreNoneDropTheirRowsOnly) {
  const TempFile file("a.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"date": "2024"}, "geometry": {"type": "Point", "coordinates": [20, 44]}},
    {"type": "Feature", "properties": {"date": "2024"}, "geometry": {"type": "Point", "coordinates": [1e400, 44]}},
    {"type": "Feature", "properties": {"date": "2024"}, "geometry": {"type": "Point", "coordinates": [20, 1e308]}}]})");
  ReadRequest request;
  request.path = file.path();
  const Result<ImportReport> report = read_report(request);
  ASSERT_TRUE(report.ok()) << report.error().message();
  EXPECT_EQ(report.value().layers.at(0).kept, 1u);
  EXPECT_EQ(report.value().layers.at(0).dropped, 2u);
}

}  // namespace
}  // namespace vidik
