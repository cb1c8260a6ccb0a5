#include "guest/event_wire.h"

#include <algorithm>
#include <span>

namespace vidik {
namespace {

// One bit a column, in this order on the wire; a column that is not there costs nothing.
enum Present : std::uint32_t {
  has_category = 1u << 0,
  has_begin = 1u << 1,
  has_end = 1u << 2,
  has_begin_precision = 1u << 3,
  has_end_precision = 1u << 4,
  has_place_kind = 1u << 5,
  has_radius = 1u << 6,
  has_area = 1u << 7,
  has_magnitude = 1u << 8,
  has_unit = 1u << 9,
  has_severity = 1u << 10,
  has_status = 1u << 11,
  has_flags = 1u << 12,
  has_summary = 1u << 13,
  has_begin_text = 1u << 14,
  has_end_text = 1u << 15,
  has_zone = 1u << 16,
  has_place = 1u << 17,
  has_country = 1u << 18,
  has_actors = 1u << 19,
  has_claims = 1u << 20,
  has_sources = 1u << 21,
  has_source_row = 1u << 22,
  all_present = (1u << 23) - 1u,
};

struct Slice {
  std::uint64_t first, n;
};

bool put_text(const vidik_text& text, WireOut& out) {
  if (text.len > kMaxTextBytes || (text.ptr == nullptr && text.len > 0)) return false;
  out.text(view_of(text));
  return true;
}

bool put_texts(const vidik_text* column, Slice s, WireOut& out) {
  if (column == nullptr) return true;
  return std::all_of(column + s.first, column + s.first + s.n,
                     [&](const vidik_text& t) { return put_text(t, out); });
}

template <typename T>
void put_column(const T* column, Slice s, WireOut& out) {
  if (column != nullptr) out.raw(column + s.first, sizeof(T) * s.n);
}

// The counts of a list column's slice; `from` and `to` bound its elements.
bool put_ends(const std::uint64_t* ends, Slice s, std::uint64_t& from, std::uint64_t& to, WireOut& out) {
  from = s.first == 0 ? 0 : ends[s.first - 1];
  std::uint64_t before = from;
  for (std::uint64_t i = s.first; i < s.first + s.n; ++i) {
    if (ends[i] < before || ends[i] - before > kMaxListPerEvent) return false;
    out.number(static_cast<std::uint32_t>(ends[i] - before));
    before = ends[i];
  }
  to = before;
  return true;
}

std::uint32_t present_in(const vidik_events& e) {
  std::uint32_t bits = 0;
  const auto note = [&](const void* column, std::uint32_t bit) { bits |= column == nullptr ? 0u : bit; };
  note(e.category, has_category);
  note(e.begin, has_begin);
  note(e.end, has_end);
  note(e.begin_precision, has_begin_precision);
  note(e.end_precision, has_end_precision);
  note(e.place_kind, has_place_kind);
  note(e.radius_m, has_radius);
  note(e.area, has_area);
  note(e.magnitude, has_magnitude);
  note(e.unit, has_unit);
  note(e.severity, has_severity);
  note(e.status, has_status);
  note(e.flags, has_flags);
  note(e.summary, has_summary);
  note(e.begin_text, has_begin_text);
  note(e.end_text, has_end_text);
  note(e.zone, has_zone);
  note(e.place, has_place);
  note(e.country, has_country);
  note(e.actor_ends, has_actors);
  note(e.claim_ends, has_claims);
  note(e.source_ends, has_sources);
  note(e.source_row, has_source_row);
  return bits;
}

bool put_lists(const vidik_events& e, Slice s, WireOut& out) {
  std::uint64_t from = 0, to = 0;
  if (e.actor_ends != nullptr) {
    if (!put_ends(e.actor_ends, s, from, to, out) || (to > from && e.actors == nullptr)) return false;
    if (!put_texts(e.actors, {from, to - from}, out)) return false;
  }
  if (e.claim_ends != nullptr) {
    if (!put_ends(e.claim_ends, s, from, to, out) || (to > from && e.claims == nullptr)) return false;
    for (std::uint64_t i = from; i < to; ++i) {
      out.number(e.claims[i].kind);
      if (!put_text(e.claims[i].who, out) || !put_text(e.claims[i].source, out)) return false;
    }
  }
  if (e.source_ends != nullptr) {
    if (!put_ends(e.source_ends, s, from, to, out) || (to > from && e.sources == nullptr)) return false;
    for (std::uint64_t i = from; i < to; ++i) {
      const vidik_source& source = e.sources[i];
      if (!put_text(source.name, out) || !put_text(source.url, out) || !put_text(source.archive_url, out) ||
          !put_text(source.date, out)) {
        return false;
      }
    }
  }
  return true;
}

}  // namespace

vidik_status encode_events(const vidik_events& e, std::uint64_t first, std::uint64_t n, WireOut& out) {
  const Slice s{first, n};
  if (e.id == nullptr || e.title == nullptr || e.lon == nullptr || e.lat == nullptr || n > kBatchRows) {
    return VIDIK_E_ARG;
  }
  if (e.extra_n > kMaxExtraColumns || (e.extra_n > 0 && (e.extra == nullptr || e.extra_names == nullptr))) {
    return VIDIK_E_ARG;
  }
  out.number(static_cast<std::uint32_t>(n));
  out.number(present_in(e));
  bool sane = put_texts(e.id, s, out) && put_texts(e.title, s, out);
  put_column(e.lon, s, out);
  put_column(e.lat, s, out);
  sane = sane && put_texts(e.category, s, out);
  put_column(e.begin, s, out);
  put_column(e.end, s, out);
  put_column(e.begin_precision, s, out);
  put_column(e.end_precision, s, out);
  put_column(e.place_kind, s, out);
  put_column(e.radius_m, s, out);
  sane = sane && put_texts(e.area, s, out);
  put_column(e.magnitude, s, out);
  sane = sane && put_texts(e.unit, s, out);
  put_column(e.severity, s, out);
  put_column(e.status, s, out);
  put_column(e.flags, s, out);
  for (const vidik_text* column : {e.summary, e.begin_text, e.end_text, e.zone, e.place, e.country}) {
    sane = sane && put_texts(column, s, out);
  }
  sane = sane && put_lists(e, s, out);
  put_column(e.source_row, s, out);
  out.number(static_cast<std::uint32_t>(e.extra_n));
  for (std::uint64_t c = 0; sane && c < e.extra_n; ++c) {
    sane = e.extra[c] != nullptr && e.extra_names[c].len <= limits::kNameBytes &&
           put_text(e.extra_names[c], out) && put_texts(e.extra[c], s, out);
  }
  return sane ? VIDIK_OK : VIDIK_E_DATA;
}

const vidik_text* DecodedEvents::texts(WireIn& in, std::uint32_t n) {
  std::vector<vidik_text>& column = texts_.emplace_back();
  column.reserve(n);
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) column.push_back(text_of(in.text(kMaxTextBytes)));
  return in.ok() ? column.data() : nullptr;
}

const std::uint64_t* DecodedEvents::ends(WireIn& in, std::uint32_t n, std::uint32_t& total) {
  std::vector<std::uint64_t>& column = wide_.emplace_back();
  column.reserve(n);
  std::uint64_t sum = 0;
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) {
    const auto count = in.number<std::uint32_t>();
    if (count > kMaxListPerEvent) in.fail();
    sum += count;
    column.push_back(sum);
  }
  total = in.ok() ? static_cast<std::uint32_t>(sum) : 0;  // at most 8,192 * 256
  return column.data();
}

bool DecodedEvents::read(WireIn& in) {
  vidik_events& e = events_;
  const std::uint32_t n = in.count(kBatchRows, 24);  // two empty texts and two numbers each
  const auto bits = in.number<std::uint32_t>();
  if ((bits & ~static_cast<std::uint32_t>(all_present)) != 0) in.fail();
  if (!in.ok()) return false;
  e = vidik_events{};
  e.size = sizeof e;
  e.n = n;
  const auto has = [&](Present bit) { return (bits & bit) != 0; };
  const auto bytes = [&](Present bit) -> const std::uint8_t* {
    if (!has(bit)) return nullptr;
    in.column(n, narrow_.emplace_back());
    return narrow_.back().data();
  };
  const auto words = [&](Present bit) { return has(bit) ? texts(in, n) : nullptr; };
  e.id = texts(in, n);
  e.title = texts(in, n);
  in.column(n, lonlat_[0]);
  in.column(n, lonlat_[1]);
  e.lon = lonlat_[0].data();
  e.lat = lonlat_[1].data();
  e.category = words(has_category);
  if (has(has_begin)) in.column(n, moments_[0]), e.begin = moments_[0].data();
  if (has(has_end)) in.column(n, moments_[1]), e.end = moments_[1].data();
  e.begin_precision = bytes(has_begin_precision);
  e.end_precision = bytes(has_end_precision);
  e.place_kind = bytes(has_place_kind);
  if (has(has_radius)) in.column(n, radius_), e.radius_m = radius_.data();
  e.area = words(has_area);
  if (has(has_magnitude)) in.column(n, magnitude_), e.magnitude = magnitude_.data();
  e.unit = words(has_unit);
  e.severity = bytes(has_severity);
  e.status = bytes(has_status);
  if (has(has_flags)) in.column(n, flags_), e.flags = flags_.data();
  e.summary = words(has_summary);
  e.begin_text = words(has_begin_text);
  e.end_text = words(has_end_text);
  e.zone = words(has_zone);
  e.place = words(has_place);
  e.country = words(has_country);
  std::uint32_t total = 0;
  if (has(has_actors)) {
    e.actor_ends = ends(in, n, total);
    e.actors = texts(in, total);
  }
  if (has(has_claims)) {
    e.claim_ends = ends(in, n, total);
    for (std::uint32_t i = 0; i < total && in.ok(); ++i) {
      vidik_claim& claim = claims_.emplace_back();
      claim.kind = in.number<std::uint32_t>();
      claim.who = text_of(in.text(kMaxTextBytes));
      claim.source = text_of(in.text(kMaxTextBytes));
    }
    e.claims = claims_.data();
  }
  if (has(has_sources)) {
    e.source_ends = ends(in, n, total);
    for (std::uint32_t i = 0; i < total && in.ok(); ++i) {
      vidik_source& source = sources_.emplace_back();
      for (vidik_text* part : {&source.name, &source.url, &source.archive_url, &source.date}) {
        *part = text_of(in.text(kMaxTextBytes));
      }
    }
    e.sources = sources_.data();
  }
  if (has(has_source_row)) in.column(n, wide_.emplace_back()), e.source_row = wide_.back().data();
  e.extra_n = in.count(kMaxExtraColumns, 4);
  std::vector<vidik_text>& names = texts_.emplace_back();
  for (std::uint64_t c = 0; c < e.extra_n && in.ok(); ++c) {
    names.push_back(text_of(in.text(limits::kNameBytes)));
    extra_.push_back(texts(in, n));
  }
  e.extra_names = names.data();
  e.extra = extra_.data();
  return in.ok();
}

}  // namespace vidik
