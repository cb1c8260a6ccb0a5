#pragma once
// Any supported file opened for reading: the place in the child where formats are known.
//
// Errors: one sentence why a file is not read, without its path.

#include "ingest/map_table.h"
#include "ingest/read_events.h"

namespace vidik {

class MapSink {
 public:
  virtual ~MapSink() = default;
  virtual void map(const MapTable& piece) = 0;
};

class BaseSink : public MapSink {
 public:
  virtual void image(const BaseImage& image) = 0;
};

Result<OpenedFile> open_file(const ReadRequest& request);
Result<> read_map(const ReadRequest& request, MapSink& sink, ImportReport& report);
Result<> read_base(const ReadRequest& request, BaseSink& sink, ImportReport& report);
Result<PlaceTransform> transform_to_degrees(const std::string& crs);

}  // namespace vidik
