// What an overlay under check is answered: tables by the checking program, queries with made-up events.
#include "check/probe.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace vidik {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr vidik_time kDay = 86'400'000'000, kFirst = 1'704'067'200'000'000;  // 2024-01-01

// Rows of every column that a query gives, texts too. Plain: a grid over the region, a day each. At the edges: every corner
// of every range in turn, and what is not known.
struct MadeRows {
  std::vector<std::string> names;
  std::vector<vidik_text> id, category, title, empty;
  std::vector<vidik_moment> begin, end;
  std::vector<std::uint8_t> precision, place_kind, severity, status;
  std::vector<double> lon, lat;
  std::vector<float> radius;
  std::vector<std::uint32_t> flags;
  std::vector<vidik_magnitude> magnitude;
  vidik_events events{};

  static double inside(double value, double low, double high) {
    return std::isnan(value) ? low : std::clamp(value, low, std::max(low, high));
  }
  // `box`: where all of them must be; all zero: anywhere.
  MadeRows(std::uint64_t first, std::uint64_t n, bool edges, const vidik_box& box) {
    constexpr std::array<double, 8> kLon = {-180, 180, 0, 540, -540, kNaN, 179.999999, 20};
    constexpr std::array<double, 8> kLat = {-90, 90, 0, 89.999999, -89.999999, kNaN, 45, 44};
    constexpr vidik_time kLong = 253'402'300'800'000'000;  // the end of year 9999
    names.reserve(n);
    for (std::uint64_t i = first; i < first + n; ++i) {
      names.push_back("event-" + std::to_string(i));
      id.push_back(text_of(names.back()));
      category.push_back(edges && i % 5 == 4 ? vidik_text{VIDIK_LIT("no_such_category")}
                                             : vidik_text{VIDIK_LIT("protest")});
      title.push_back(edges && i % 3 == 1 ? vidik_text{} : vidik_text{VIDIK_LIT("A title")});
      empty.push_back({});
      const vidik_time t = kFirst + static_cast<vidik_time>(i % 700) * kDay;
      const bool open = edges && i % 4 == 1;
      begin.push_back(open ? vidik_moment{VIDIK_TIME_OPEN_BEGIN, VIDIK_TIME_OPEN_BEGIN} : vidik_moment{t, t});
      end.push_back(open                  ? vidik_moment{VIDIK_TIME_OPEN_END, VIDIK_TIME_OPEN_END}
                    : edges && i % 4 == 3 ? vidik_moment{kLong, kLong}
                                          : vidik_moment{t + kDay, t + kDay});
      lon.push_back(edges ? kLon[i % 8] : 14 + static_cast<double>(i % 100) * 0.09);
      lat.push_back(edges ? kLat[i % 8] : 39 + static_cast<double>(i / 100 % 80) * 0.09);
      if (box.west != 0 || box.south != 0 || box.east != 0 || box.north != 0) {
        lon.back() = box.west <= box.east ? inside(lon.back(), box.west, box.east) : box.west;
        lat.back() = inside(lat.back(), box.south, box.north);
      }
      precision.push_back(edges ? static_cast<std::uint8_t>(i % 7) : std::uint8_t{VIDIK_PREC_DAY});
      place_kind.push_back(edges ? static_cast<std::uint8_t>(i % 4) : std::uint8_t{VIDIK_PLACE_EXACT});
      radius.push_back(edges && i % 2 == 0 ? 5'000'000.0F : 0.0F);
      severity.push_back(edges ? static_cast<std::uint8_t>(i % 6) : 3);
      status.push_back(edges ? static_cast<std::uint8_t>(i % 4) : std::uint8_t{VIDIK_STATUS_CONFIRMED});
      flags.push_back(edges ? static_cast<std::uint32_t>(i % 64) : 0);
      magnitude.push_back(edges ? vidik_magnitude{kNaN, i % 2 == 0 ? 1e15 : 0, kNaN}
                                : vidik_magnitude{100, 150, 200});
    }
    events.size = sizeof events;
    events.n = n;
    events.id = id.data();
    events.category = category.data();
    events.title = title.data();
    events.place = events.country = events.unit = empty.data();
    events.begin = begin.data();
    events.end = end.data();
    events.begin_precision = precision.data();
    events.lon = lon.data();
    events.lat = lat.data();
    events.place_kind = place_kind.data();
    events.radius_m = radius.data();
    events.severity = severity.data();
    events.status = status.data();
    events.flags = flags.data();
    events.magnitude = magnitude.data();
  }
};

ListeningLink::Said taken(WireOut&& message) {
  const std::string bytes = message.take();
  std::uint32_t type = 0;
  std::memcpy(&type, bytes.data(), sizeof type);
  return {static_cast<Message>(type), bytes.substr(kWireHead)};
}

}  // namespace

void ListeningLink::send(WireOut&& message) {
  Said one = taken(std::move(message));
  if (one.type == Message::table_read) {
    WireOut again(Message::table_read);
    again.raw(one.payload.data(), one.payload.size());
    checker_.send(std::move(again));
  } else if (one.type == Message::query) {
    constexpr std::array<std::string_view, 2> kLayers = {"one", "two"};
    WireIn in(one.payload);
    in.number<std::uint32_t>();  // which columns: all are given
    vidik_box box{};
    for (double* side : {&box.west, &box.south, &box.east, &box.north}) *side = in.number<double>();
    for (std::size_t layer = 0; layer < kLayers.size() && others.n > 0; ++layer) {
      const std::uint64_t end = layer == 0 ? (others.n + 1) / 2 : others.n;
      for (std::uint64_t at = layer == 0 ? 0 : (others.n + 1) / 2, n = 0; at < end; at += n) {
        n = std::min(kBatchRows, end - at);
        const MadeRows rows(at, n, others.at_the_edges, box);
        WireOut out(Message::query_batch);
        out.text(kLayers[layer]);
        out.number(static_cast<std::uint32_t>(n));
        const std::vector<float> strength(n, others.at_the_edges ? 1e-6F : 1.0F);
        out.raw(strength.data(), n * sizeof(float));
        encode_events(rows.events, 0, n, out);
        answers_.push_back(taken(std::move(out)));
      }
    }
    WireOut end(Message::query_end);
    end.number(vidik_status{VIDIK_OK});
    answers_.push_back(taken(std::move(end)));
  } else {
    if (one.type == Message::report) {
      WireIn in(one.payload);
      in.number<std::int32_t>();
      in.number<std::int32_t>();
      last_words = for_terminal(in.text(512));
    }
    said.push_back(std::move(one));
  }
}

Message ListeningLink::receive(std::string& payload) {
  if (answers_.empty()) return checker_.receive(payload);
  const Message type = answers_.front().type;
  payload = std::move(answers_.front().payload);
  answers_.pop_front();
  return type;
}

}  // namespace vidik
