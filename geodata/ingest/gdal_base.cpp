// A file as a base layer: all its shapes without their attributes, or its raster in Web Mercator.

#include "ingest/gdal_session.h"
#include "ingest/gdal_source.h"
#include "ingest/open_file.h"

#include <gdal_alg.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace vidik {
namespace {

constexpr double kHalfWorld = 20037508.342789244;  // m, EPSG:3857

struct Words {  // argv for GDAL's own programs
  explicit Words(std::vector<std::string> all) : words(std::move(all)) {
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
  }
  std::vector<std::string> words;
  std::vector<char*> pointers;
};

Error not_read(const char* what) {
  const std::string words = last_words();
  return fail(Code::bad_input, std::string(what) + (words.empty() ? std::string() : " (" + words + ")"));
}

// Anything but 8-bit colours becomes them: palettes their colours, numbers grey from the least to the greatest.
Result<OpenDataset> in_colours(const OpenDataset& from, std::vector<std::string>& notes) {
  GDALDataset& raster = *GDALDataset::FromHandle(from.get());
  GDALRasterBand& first = *raster.GetRasterBand(1);
  std::vector<std::string> words{"-of", "VRT", "-q"};
  if (first.GetColorTable() != nullptr) {
    words.insert(words.end(), {"-expand", "rgba"});
  } else if (first.GetRasterDataType() != GDT_Byte) {
    double low = 0, high = 0, mean = 0, spread = 0;
    if (first.GetStatistics(TRUE, TRUE, &low, &high, &mean, &spread) != CE_None || !(low < high))
      return not_read("its values cannot be shown: they have no range");
    words.insert(words.end(),
                 {"-ot", "Byte", "-scale", std::to_string(low), std::to_string(high), "1", "255"});
    if (first.GetNoDataValue() != 0 || raster.GetRasterCount() == 1)
      words.insert(words.end(), {"-a_nodata", "0"});
    notes.push_back("shown in grey from " + std::to_string(low) + " to " + std::to_string(high));
  } else {
    return from;
  }
  Words argv(std::move(words));
  const std::unique_ptr<GDALTranslateOptions, decltype(&GDALTranslateOptionsFree)> options(
      GDALTranslateOptionsNew(argv.pointers.data(), nullptr), &GDALTranslateOptionsFree);
  int trouble = 0;
  GDALDatasetH out = GDALTranslate("", from.get(), options.get(), &trouble);
  if (out == nullptr || trouble != 0) return not_read("its colours cannot be read");
  return OpenDataset(out, CloseDataset());
}

// In Web Mercator, at most kMostBasePx a side.
Result<OpenDataset> in_mercator(const OpenDataset& from) {
  OGRSpatialReference mercator;
  mercator.importFromEPSG(3857);
  char* text = nullptr;
  mercator.exportToWkt(&text);
  const std::string wkt = text == nullptr ? "" : text;
  CPLFree(text);
  const std::unique_ptr<void, decltype(&GDALDestroyGenImgProjTransformer)> transformer(
      GDALCreateGenImgProjTransformer(from.get(), nullptr, nullptr, wkt.c_str(), TRUE, 0, 1),
      &GDALDestroyGenImgProjTransformer);
  double place[6] = {}, box[4] = {};
  int width = 0, height = 0;
  if (!transformer || GDALSuggestedWarpOutput2(from.get(), GDALGenImgProjTransform, transformer.get(), place,
                                               &width, &height, box, 0) != CE_None)
    return not_read("it does not say where on the earth it lies");
  const double west = std::max(box[0], -kHalfWorld), south = std::max(box[1], -kHalfWorld);
  const double east = std::min(box[2], kHalfWorld), north = std::min(box[3], kHalfWorld);
  if (!(west < east) || !(south < north) || width < 1 || height < 1)
    return not_read("it lies outside the map");
  const double px = std::max({place[1], (east - west) / kMostBasePx, (north - south) / kMostBasePx});
  const auto side = [&](double length) {
    return std::to_string(std::clamp(static_cast<int>(std::lround(length / px)), 1, kMostBasePx));
  };
  const auto number = [](double v) { return std::to_string(v); };
  Words argv({"-of", "MEM", "-q", "-t_srs", "EPSG:3857", "-r", px > place[1] * 1.5 ? "average" : "bilinear",
              "-te", number(west), number(south), number(east), number(north), "-ts", side(east - west),
              side(north - south), "-dstalpha", "-wm", "128"});
  const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
      GDALWarpAppOptionsNew(argv.pointers.data(), nullptr), &GDALWarpAppOptionsFree);
  GDALDatasetH source = from.get();
  int trouble = 0;
  GDALDatasetH out = GDALWarp("", nullptr, 1, &source, options.get(), &trouble);
  if (out == nullptr || trouble != 0) return not_read("it cannot be brought into the map's projection");
  return OpenDataset(out, CloseDataset());
}

Result<BaseImage> px_of(const OpenDataset& warped) {
  GDALDataset& raster = *GDALDataset::FromHandle(warped.get());
  BaseImage image;
  image.width = raster.GetRasterXSize(), image.height = raster.GetRasterYSize();
  double place[6] = {};
  raster.GetGeoTransform(place);
  const auto unit = [](double metres) { return metres / (2 * kHalfWorld) + 0.5; };
  image.west = unit(place[0]), image.east = unit(place[0] + place[1] * image.width);
  image.north = unit(-place[3]), image.south = unit(-(place[3] + place[5] * image.height));
  // Grey or colours, and alpha last.
  const int bands = raster.GetRasterCount();
  const bool grey = bands < 4;
  image.rgba.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
  const int from[4] = {1, grey ? 1 : 2, grey ? 1 : 3, bands};
  for (int channel = 0; channel < 4; ++channel) {
    const CPLErr read =
        raster.GetRasterBand(from[channel])
            ->RasterIO(GF_Read, 0, 0, image.width, image.height, image.rgba.data() + channel, image.width,
                       image.height, GDT_Byte, 4, GSpacing{4} * image.width, nullptr);
    if (read != CE_None) return not_read("it is damaged");
  }
  for (std::size_t i = 0; i < image.rgba.size(); i += 4)
    for (std::size_t c = 0; c < 3; ++c)
      image.rgba[i + c] = static_cast<std::uint8_t>((image.rgba[i + c] * image.rgba[i + 3] + 127) / 255);
  return image;
}

}  // namespace

Result<> read_raster_with_gdal(const std::string& path, BaseSink& sink, ImportReport& report) {
  VIDIK_TRY(const OpenDataset dataset, open_raster(path));
  GDALDataset& raster = *GDALDataset::FromHandle(dataset.get());
  report.format = raster.GetDriver()->GetDescription();
  if (raster.GetRasterCount() < 1) return fail(Code::bad_input, "there is nothing in it to draw");
  LayerReport& about = report.layers.emplace_back();
  about.rows = about.kept = 1;
  VIDIK_TRY(const OpenDataset coloured, in_colours(dataset, about.notes));
  VIDIK_TRY(const OpenDataset warped, in_mercator(coloured));
  VIDIK_TRY(const BaseImage image, px_of(warped));
  sink.image(image);
  return Done{};
}

}  // namespace vidik
