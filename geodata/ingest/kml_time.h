#pragma once
// When the placemarks of a KML happened, exactly as written: LIBKML drops a bare year and turns a month into
// its first day.
//
// A placemark's own time goes before its folder's. A time span without begin or end is open there; a track
// lasts from its first to its last moment. Times of views are none of the feature's.
// Errors: what is no well-formed XML, or nests or repeats entities without measure, is refused. Cost: one
// pass of expat.

#include "base/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vidik {

struct KmlTime {
  std::string id;          // as in the file
  std::string begin, end;  // EDTF: ".." for an open side; end is empty for a moment
};

class KmlTimes {
 public:
  std::size_t add() {  // its number
    times_.emplace_back();
    return times_.size() - 1;
  }
  void set(std::size_t number, KmlTime time) { times_[number] = std::move(time); }
  // Of the placemark whose name the returned text begins with a number of ours, which is taken off.
  KmlTime of(std::string& name) const;
  std::size_t size() const { return times_.size(); }

 private:
  std::vector<KmlTime> times_;
};

struct KmlDocument {
  std::string
      text;  // the document, each placemark's name behind a number of ours, which joins it to its time
  KmlTimes times;
  std::size_t links = 0;  // NetworkLinks and overlays' images: not opened
};
Result<KmlDocument> read_kml_times(const std::string& document);

Result<std::string> whole_text(const std::string& path);  // up to 256 MiB

}  // namespace vidik
