// The yardstick of reading: GDAL alone walks all features of a file, no open options, fields as text.

#include <ogrsf_frmts.h>

#include <chrono>
#include <cstdio>

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto start = std::chrono::steady_clock::now();
  GDALAllRegister();
  const GDALDatasetUniquePtr data(GDALDataset::Open(argv[1], GDAL_OF_VECTOR | GDAL_OF_READONLY));
  if (!data) return 1;
  unsigned long long bytes = 0;
  for (OGRLayer* layer : data->GetLayers()) {
    for (const auto& feature : *layer) {
      for (int i = 0; i < feature->GetFieldCount(); ++i) {
        for (const char* text = feature->GetFieldAsString(i); *text != '\0'; ++text) ++bytes;
      }
    }
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::printf("%.4f\n", bytes > 0 ? took.count() : 0.0);
  return 0;
}
