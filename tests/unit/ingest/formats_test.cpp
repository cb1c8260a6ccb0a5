#include "ingest/source.h"
#include "reading.h"

#include <zip.h>
#include <cmath>
#include <fstream>
#include <sstream>

namespace vidik {
namespace {

struct Got {
  std::vector<EventBatch> batches;
  ImportReport report;
  std::string error;

  std::vector<std::string> texts(Field field) const {
    std::vector<std::string> out;
    for (const EventBatch& batch : batches) {
      for (std::uint32_t k = 0; k < batch.size(); ++k) out.emplace_back(batch.texts.text(k, field));
    }
    return out;
  }
  std::string counts() const {
    std::string out;
    for (const LayerReport& layer : report.layers) {
      out += layer.name + " " + std::to_string(layer.kept) + "/" + std::to_string(layer.rows) + " ";
    }
    return out;
  }
};

Got read_path(const std::string& path, const Words& answers = {}) {
  ReadRequest request;
  request.path = path;
  request.answers = answers;
  Got got;
  Result<ReadJob> job = start_read(request);
  ReadOutput out;
  if (!job.ok() || job->wait(out) == ReadState::failed) {
    got.error = job.ok() ? job->error().text : job.error().text;
    return got;
  }
  got.batches = std::move(out.events);
  got.report = job->report();
  return got;
}

Got read_bytes(const std::string& name, std::string_view bytes, const Words& answers = {}) {
  return read_path(TempFile(name, bytes).path(), answers);
}

using Texts = std::vector<std::string>;

constexpr std::string_view kKml = R"(<?xml version="1.0"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<NetworkLink><Link><href>http://127.0.0.1:9/x.kml</href></Link></NetworkLink>
<Folder><name>F1</name>
<Placemark id="own"><name>A &amp; B</name><TimeStamp><when>2023-09</when></TimeStamp><Point><coordinates>20.5,44.8</coordinates></Point></Placemark>
<Placemark><TimeSpan><begin>2023-09-24T10:00:00</begin></TimeSpan><Point><coordinates>20,44</coordinates></Point></Placemark>
</Folder><Folder><name>F2</name><TimeStamp><when>1998</when></TimeStamp>
<Placemark><name><![CDATA[<own>]]></name><LookAt><gx:TimeStamp><when>1900</when></gx:TimeStamp></LookAt><TimeStamp><when>1999</when></TimeStamp>
<Point><coordinates>20.5,44.8</coordinates></Point></Placemark>
<Placemark><name>track</name><gx:Track><when>2010-05-28T02:02:09Z</when><when>2010-05-28T02:03:09Z</when>
<gx:coord>20 44 0</gx:coord><gx:coord>20.1 44.1 0</gx:coord></gx:Track></Placemark>
<Placemark><name>inherits</name><Point><coordinates>20.5,44.8</coordinates></Point></Placemark>
</Folder></Document></kml>)";

TEST(Formats, KmlKeepsItsTimesAsWritten) {
  const Got got = read_bytes("a.kml", kKml);
  EXPECT_EQ(got.counts(), "F1 2/2 F2 3/3 ") << got.error;
  EXPECT_EQ(got.texts(Field::begin_written),
            (Texts{"2023-09", "2023-09-24T10:00:00Z", "1999", "2010-05-28T02:02:09Z", "1998"}));
  EXPECT_EQ(got.texts(Field::end_written), (Texts{"", "..", "", "2010-05-28T02:03:09Z", ""}));
  EXPECT_EQ(got.texts(Field::title), (Texts{"A & B", "2", "<own>", "track", "inherits"}));
  EXPECT_EQ(got.texts(Field::id).at(0), "own");
  EXPECT_EQ(got.batches.at(0).when[0].precision, Precision::month);
  EXPECT_EQ(got.batches.at(0).when[1].end_latest, kOpenEnd);
  EXPECT_EQ(got.report.notes, Texts{"1 link was not opened"});
}

std::string zip_of(const std::string& member, const std::string& bytes) {
  const TempFile file("z.zip");
  ::unlink(file.path().c_str());
  zip_t* archive = zip_open(file.path().c_str(), ZIP_CREATE, nullptr);
  zip_file_add(archive, member.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
  zip_close(archive);
  std::ifstream in(file.path(), std::ios::binary);
  std::stringstream out;
  out << in.rdbuf();
  return out.str();
}

TEST(Formats, AKmzIsItsKml) {
  const Got got = read_bytes("a.kmz", zip_of("doc.kml", std::string(kKml)));
  EXPECT_EQ(got.counts(), "F1 2/2 F2 3/3 ") << got.error;
  EXPECT_EQ(got.report.format, "KMZ");
}

TEST(Formats, AKmzThatUnpacksWithoutMeasureIsRefused) {
  const std::string bomb = zip_of("doc.kml", "<kml>" + std::string(std::size_t{300} << 20, ' ') + "</kml>");
  ASSERT_LT(bomb.size(), std::size_t{1} << 20);
  EXPECT_NE(read_bytes("a.kmz", bomb).error.find("200 times"), std::string::npos);
  EXPECT_NE(read_bytes("a.kmz", zip_of("a.txt", "x")).error.find("archive"), std::string::npos);
}

TEST(Formats, GeoJsonDatesStayTexts) {
  const Got got = read_bytes("a.geojson", R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"id": "a", "start": "2024-05", "n": 1.5, "ok": true}, "geometry": {"type": "Point", "coordinates": [20.5, 44.8]}},
    {"type": "Feature", "properties": {"id": "b", "start": "2024-05-01", "n": null}, "geometry": null},
    {"type": "Feature", "properties": {"id": "c", "start": "2024-05-01T10:00:00+02:00"},
     "geometry": {"type": "Polygon", "coordinates": [[[20, 44], [22, 44], [22, 46], [20, 46], [20, 44]]]}}]})");
  EXPECT_EQ(got.counts().substr(0, got.counts().size() - 1).substr(got.counts().size() - 4), "3/3")
      << got.error;
  EXPECT_EQ(got.texts(Field::begin_written), (Texts{"2024-05", "2024-05-01", "2024-05-01T10:00:00+02:00"}));
  EXPECT_TRUE(std::isnan(got.batches.at(0).lon[1]));
  EXPECT_NEAR(got.batches.at(0).lon[2], 21, 0.5);
}

std::string feature(std::string_view geometry) {
  return R"({"type": "Feature", "properties": {"date": "2024-11-29"}, "geometry": )" + std::string(geometry) +
         "}";
}

TEST(Formats, LinesAndAreasKeepTheirPoints) {
  const Got got = read_bytes(
      "a.geojsonl",
      feature(R"({"type": "LineString", "coordinates": [[20.5, 42.9], [20.1234567, 43]]})") + "\n" +
          feature(
              R"({"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 0]], [[4, 1], [5, 1], [5, 2], [4, 1]]]})") +
          "\n" + feature(R"({"type": "Point", "coordinates": [20, 44]})") + "\n" +
          feature(
              R"({"type": "GeometryCollection", "geometries": [{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}, {"type": "LineString", "coordinates": [[179, 40], [-179, 41]]}]})") +
          "\n" + feature(R"({"type": "LineString", "coordinates": [[19, 40], [19, 95]]})") + "\n");
  ASSERT_EQ(got.batches.size(), 1u) << got.error;
  const EventBatch& b = got.batches[0];
  ASSERT_EQ(b.size(), 5u);
  ASSERT_EQ(b.geometries.size(), 3u);
  EXPECT_EQ(b.geometries[0].row, 0u);
  EXPECT_EQ(b.geometry_points[1], (PlaceE7{201'234'567, 430'000'000}));
  EXPECT_EQ(b.geometries[1].row, 1u);
  EXPECT_EQ(b.geometries[1].parts, 2u);   // rim and hole,
  EXPECT_EQ(b.geometries[1].points, 6u);  // neither closed by its first point again
  EXPECT_EQ(b.geometry_parts[1].kind, GeometryKind::ring);
  EXPECT_EQ(b.geometries[2].row, 3u);
  EXPECT_EQ(b.geometry_parts[3].kind, GeometryKind::places);
  EXPECT_EQ(b.geometry_parts[4].kind, GeometryKind::line);
  // Over the date line the short way.
  EXPECT_EQ(b.geometry_points.back(), (PlaceE7{1'810'000'000, 410'000'000}));
  EXPECT_EQ(got.report.layers.at(0).notes.at(0),
            "1 line or area is shown by a point alone; row 5: a latitude in it is beyond 90 degrees");
}

TEST(Formats, GeoJsonLinesAreOneFeatureALine) {
  const std::string line =
      R"({"type":"Feature","properties":{"date":"2024-05-01"},"geometry":{"type":"Point","coordinates":[20,44]}})";
  const Got got = read_bytes("a.geojsonl", line + "\n" + line + "\n");
  EXPECT_EQ(got.report.format, "GeoJSON lines") << got.error;
  EXPECT_EQ(got.texts(Field::begin_written), (Texts{"2024-05-01", "2024-05-01"}));
}

TEST(Formats, GpxTimesAreUtc) {
  const Got got = read_bytes(
      "a.gpx",
      R"(<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1">
    <wpt lat="44.8" lon="20.5"><time>2024-05-01T10:00:00Z</time><name>W</name></wpt>
    <wpt lat="44.8" lon="20.5"><name>no time</name></wpt>
    <trk><trkseg><trkpt lat="44" lon="20"><time>2024-05-01T11:00:00</time></trkpt></trkseg></trk></gpx>)");
  EXPECT_EQ(got.counts(), "waypoints 1/2 track_points 1/1 ") << got.error;
  EXPECT_EQ(got.texts(Field::begin_written), (Texts{"2024-05-01T10:00:00Z", "2024-05-01T11:00:00Z"}));
}

TEST(Formats, ADisguisedVrtIsRefused) {
  const Got got = read_bytes("a.geojson",
                             "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>http://127.0.0.1:9/a"
                             "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
  EXPECT_NE(got.error.find("VRT"), std::string::npos);
}

TEST(Formats, ALayerWithoutDatesBesideOneWithDatesIsLeftOut) {
  const Got got = read_bytes("a.kml", R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Document>
    <Folder><name>borders</name><Placemark><name>b</name><Point><coordinates>20,44</coordinates></Point></Placemark></Folder>
    <Folder><name>events</name><Placemark><name>e</name><TimeStamp><when>2024</when></TimeStamp>
    <Point><coordinates>20,44</coordinates></Point></Placemark></Folder></Document></kml>)");
  EXPECT_EQ(got.texts(Field::title), Texts{"e"}) << got.error << got.counts();
}

TEST(Formats, EntitiesThatExplodeAreRefused) {
  std::string xml = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "&a" + std::to_string(i - 1) + ";";
    xml += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
  }
  EXPECT_FALSE(
      read_bytes("a.kml", xml + "]><kml><Document><name>&a39;</name></Document></kml>").error.empty());
}

TEST(Formats, TheShippedMapIsReadTableByTable) {
  const std::string set = std::string(VIDIK_SETS) + "/western_balkans.gpkg";
  ImportReport report;
  const Result<MapTable> lakes = read_map_table(set, "lakes", &report);
  ASSERT_TRUE(lakes.ok()) << lakes.error().message();
  EXPECT_EQ(report.format, "GPKG");
  EXPECT_GT(lakes->features.size(), 100u);
  EXPECT_EQ(lakes->features.size(), lakes->attributes.rows());
  for (std::size_t i = 0; i < lakes->features.size(); ++i) {
    ASSERT_EQ(lakes->features[i].kind, ShapeKind::polygons);
    for (const MapTable::Part& part : lakes->parts_of(i)) {
      const auto xy = lakes->points_of(part);
      ASSERT_GE(part.point_count, 4u);
      EXPECT_EQ(xy[0], xy[xy.size() - 2]) << "rings are closed";
    }
    EXPECT_FALSE(lakes->parts_of(i)[0].hole);
  }
  const Result<MapTable> none = read_map_table(set, "nothing");
  ASSERT_FALSE(none.ok());
  EXPECT_NE(none.error().text.find("lakes"), std::string::npos) << "it says what there is";
}

TEST(Formats, ACutGeoPackageIsRefusedInWords) {
  std::ifstream in(std::string(VIDIK_SETS) + "/western_balkans.gpkg", std::ios::binary);
  std::string head(100'000, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  EXPECT_NE(read_bytes("a.gpkg", head).error.find("GPKG"), std::string::npos);
}

}  // namespace
}  // namespace vidik
