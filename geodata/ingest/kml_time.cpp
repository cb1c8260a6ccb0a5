#include "ingest/kml_time.h"

#include "base/number.h"
#include "base/text.h"
#include "ingest/byte_stream.h"

#include <expat.h>
#include <cstring>
#include <memory>
#include <utility>

namespace vidik {
namespace {

constexpr char kMark = '\x7F';  // not in any name; XML allows it
constexpr std::size_t kMostDepth = 200;
constexpr std::size_t kMostDocument = std::size_t{256} << 20;

std::string_view local_name(const char* name) {
  const std::string_view text(name);
  const std::size_t colon = text.rfind(':');
  return colon == std::string_view::npos ? text : text.substr(colon + 1);
}

class Reader {
 public:
  explicit Reader(const std::string& document) : document_(document), parser_(XML_ParserCreate(nullptr)) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), &Reader::begin, &Reader::end);
    XML_SetCharacterDataHandler(parser_.get(), &Reader::characters);
  }

  Result<KmlDocument> read() {
    out_.text.reserve(document_.size() + document_.size() / 16);
    // In pieces: a length in expat is an int.
    for (std::size_t at = 0; at < document_.size();) {
      const std::size_t size = std::min(document_.size() - at, std::size_t{1} << 24);
      const bool last = at + size == document_.size();
      if (XML_Parse(parser_.get(), document_.data() + at, static_cast<int>(size), last ? 1 : 0) !=
          XML_STATUS_OK) {
        if (too_deep_) return fail(Code::refused, "its elements are nested deeper than 200");
        return fail(Code::bad_input, "it is no well-formed KML (" +
                                         std::string(XML_ErrorString(XML_GetErrorCode(parser_.get()))) +
                                         " in line " +
                                         std::to_string(XML_GetCurrentLineNumber(parser_.get())) + ")");
      }
      at += size;
    }
    out_.text.append(document_, copied_, std::string::npos);
    return std::move(out_);
  }

 private:
  struct Feature {  // a Placemark, Folder or Document that is open
    bool placemark;
    KmlTime time;
    std::size_t number = 0, depth = 0;  // of a placemark
    bool named = false;
    bool heard_when = false;
  };

  static void begin(void* self, const char* name, const char** attributes) {
    static_cast<Reader*>(self)->begin_element(local_name(name), attributes);
  }
  static void end(void* self, const char* name) { static_cast<Reader*>(self)->end_element(local_name(name)); }
  static void characters(void* self, const char* text, int size) {
    Reader& reader = *static_cast<Reader*>(self);
    if (reader.listening_ && reader.heard_.size() < 200)
      reader.heard_.append(text, static_cast<std::size_t>(size));
  }

  void begin_element(std::string_view name, const char** attributes) {
    if (++depth_ > kMostDepth) {
      too_deep_ = true;
      XML_StopParser(parser_.get(), XML_FALSE);
      return;
    }
    if (name == "LookAt" || name == "Camera") ++in_view_;
    if (name == "NetworkLink" || name == "GroundOverlay" || name == "ScreenOverlay" || name == "PhotoOverlay")
      ++out_.links;
    const bool placemark = name == "Placemark";
    if (placemark || name == "Folder" || name == "Document") {
      Feature feature{placemark, {}, 0, depth_, false, false};
      if (!features_.empty()) feature.time = features_.back().time;
      feature.time.id.clear();
      for (; placemark && *attributes != nullptr; attributes += 2) {
        if (std::strcmp(attributes[0], "id") == 0) feature.time.id = attributes[1];
      }
      if (placemark) {
        feature.number = out_.times.add();
      }
      features_.push_back(std::move(feature));
    }
    if (name == "name" && !features_.empty() && features_.back().placemark &&
        depth_ == features_.back().depth + 1) {
      number_name(features_.back());
    }
    if (name == "TimeSpan" && in_view_ == 0 && !features_.empty()) {
      features_.back().time.begin = features_.back().time.end = "..";
    }
    listening_ = in_view_ == 0 && !features_.empty() && (name == "when" || name == "begin" || name == "end");
    heard_.clear();
  }

  void end_element(std::string_view name) {
    --depth_;
    if (name == "LookAt" || name == "Camera") --in_view_;
    if (listening_) hear(name);
    listening_ = false;
    if (name != "Placemark" && name != "Folder" && name != "Document") return;
    if (features_.empty()) return;
    Feature& feature = features_.back();
    if (feature.placemark && !feature.named)
      insert(position(), "<name>" + mark_of(feature.number) + "</name>");
    if (feature.placemark) out_.times.set(feature.number, std::move(feature.time));
    features_.pop_back();
  }

  void hear(std::string_view name) {
    const std::string text(trimmed(heard_));
    if (text.empty()) return;
    Feature& feature = features_.back();
    if (name == "begin") feature.time.begin = text;
    if (name == "end") feature.time.end = text;
    if (name != "when") return;
    // One in a time stamp, many in a track.
    const bool first = !std::exchange(feature.heard_when, true);
    if (first) feature.time.begin = text;
    feature.time.end = first || feature.time.begin == text ? std::string() : text;
  }

  static std::string mark_of(std::size_t number) { return kMark + std::to_string(number) + kMark; }
  std::size_t position() const { return static_cast<std::size_t>(XML_GetCurrentByteIndex(parser_.get())); }

  // Copies up to `at` and puts `text` there.
  void insert(std::size_t at, const std::string& text) {
    if (at < copied_ || at > document_.size()) return;  // from an entity
    out_.text.append(document_, copied_, at - copied_);
    out_.text += text;
    copied_ = at;
  }
  void number_name(Feature& feature) {
    if (feature.named) return;
    const std::size_t at = position(),
                      size = static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get()));
    if (size < 3 || at + size > document_.size() || document_[at + size - 2] == '/')
      return;  // <name/>: one is put at the end
    feature.named = true;
    insert(at + size, mark_of(feature.number));
  }

  struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
  };
  const std::string& document_;
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser_;
  KmlDocument out_;
  std::vector<Feature> features_;
  std::size_t copied_ = 0, depth_ = 0;
  int in_view_ = 0;
  bool listening_ = false, too_deep_ = false;
  std::string heard_;
};

}  // namespace

KmlTime KmlTimes::of(std::string& name) const {
  if (name.empty() || name.front() != kMark) return {};
  const std::size_t end = name.find(kMark, 1);
  if (end == std::string::npos) return {};
  const std::optional<std::int64_t> number = parse_int(std::string_view(name).substr(1, end - 1));
  name = std::string(trimmed(std::string_view(name).substr(end + 1)));
  if (!number || *number < 0 || static_cast<std::size_t>(*number) >= times_.size()) return {};
  return times_[static_cast<std::size_t>(*number)];
}

Result<KmlDocument> read_kml_times(const std::string& document) { return Reader(document).read(); }

Result<std::string> whole_text(const std::string& path) {
  VIDIK_TRY(const auto file, FileBytes::open(path));
  if (file->total() > kMostDocument) return fail(Code::refused, "the document is larger than 256 MiB");
  return file->head(static_cast<std::size_t>(file->total()));
}

}  // namespace vidik
