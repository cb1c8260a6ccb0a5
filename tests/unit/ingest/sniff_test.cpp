#include "ingest/sniff.h"

#include "ingest/delimited_form.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

using namespace std::string_view_literals;

TEST(Sniff, FormatsAreToldByTheirBytes) {
  const std::string gpkg =
      std::string("SQLite format 3\0", 16) + std::string(52, ' ') + "GPKG" + std::string(100, ' ');
  const std::pair<std::string_view, FileKind> cases[] = {
      {"{\"type\": \"FeatureCollection\", \"features\": []}", FileKind::geojson},
      {"  \xEF\xBB\xBF{\"type\":\"Feature\"", FileKind::delimited},
      {"\xEF\xBB\xBF {\"type\":\"Feature\"", FileKind::geojson},
      {"{\"type\":\"Feature\"}\n{\"type\":\"Feature\"}\n", FileKind::geojson_lines},
      {"\x1E{\"type\":\"Feature\"}\n", FileKind::geojson_lines},
      {gpkg, FileKind::gpkg},
      {"<?xml version=\"1.0\"?><!-- <gpx> --><kml xmlns=\"x\">", FileKind::kml},
      {"<k:kml xmlns:k='x'>", FileKind::kml},
      {"<gpx version=\"1.1\">", FileKind::gpx},
      {"<ogr:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\">", FileKind::gml},
      {"PK\3\4abc", FileKind::zip},
      {"\0\0\x27\x0A\0\0\0\0"sv, FileKind::shapefile},
      {"fgb\3fgb\0"sv, FileKind::flatgeobuf},
      {"a,b\n1,2\n", FileKind::delimited},
      {"\xFF\xFE"
       "a\0,\0"sv,
       FileKind::delimited},
  };
  for (const auto& [head, kind] : cases) EXPECT_EQ(sniff(head).kind, kind) << head;
}

TEST(Sniff, WhatIsNotReadIsNamed) {
  const std::pair<std::string_view, const char*> cases[] = {
      {"<OGRVRTDataSource>", "VRT"},
      {"<html><body>", "web page"},
      {"<rss version='2.0'>", "rss"},
      {"{\"a\": 1}", "no GeoJSON"},
      {"\x1F\x8B\x08", "gzip"},
      {"SQLite format 3\0 and so on"sv, "no GeoPackage"},
      {"%PDF-1.4", "document"},
      {"a\0b\0c"sv, "no kind of file"},
      {"", "empty"},
      {"\x01\x02\x03\x04\x05", "no kind"},
      {"<", "XML"},
  };
  for (const auto& [head, words] : cases) {
    const Sniffed sniffed = sniff(head);
    EXPECT_EQ(sniffed.kind, FileKind::refused) << head;
    EXPECT_NE(sniffed.why.find(words), std::string::npos) << sniffed.why;
  }
}

TEST(DelimitedForm, ARegularSeparatorGoesBeforeAFrequentOne) {
  EXPECT_EQ(guess_form("title\tn\na, b, c\t1\nd\t2\n", true).separator, '\t');
  EXPECT_EQ(guess_form("a;b\n1,2;3,4\n5,6;7,8\n", true).separator, ';');
  EXPECT_FALSE(guess_form("a;b\n1,2;3,4\n5,6;7,8\n", true).other_fits);
  EXPECT_EQ(guess_form("just one column\nx\n", true).separator, ',');
}

TEST(DelimitedForm, ALineCutByTheEndOfTheHeadDoesNotCount) {
  EXPECT_EQ(guess_form("a;b;c\n1;2;3\n1;2", false).separator, ';');
}

}  // namespace
}  // namespace vidik
