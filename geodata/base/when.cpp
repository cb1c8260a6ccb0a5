#include "base/when.h"

#include "base/text.h"
#include "base/when_parts.h"

#include <algorithm>
#include <optional>

namespace vidik {

namespace {

constexpr std::string_view kWords[] = {"second", "minute", "hour", "day", "week", "month", "year"};

struct Range {
  Time earliest, latest;
};

Time last_of(Span s) { return s.begin == s.end ? s.begin : plus(s.end, -1); }

// Where a begin written like this may lie, and where an end.
Range begin_range(const WrittenDate& d) {
  if (d.precision == Precision::day) return {d.covers.begin, d.covers.begin};
  return {d.covers.begin, last_of(d.covers)};
}
Range end_range(const WrittenDate& d) {
  if (d.has_clock_time()) return {d.covers.begin, d.covers.begin};  // half open: exactly then
  if (d.precision == Precision::day) return {d.covers.end, d.covers.end};
  return {d.covers.begin, d.covers.end};
}
Range own_end_range(const WrittenDate& d) {
  if (d.precision == Precision::day) return {d.covers.end, d.covers.end};
  return {d.covers.begin, d.covers.end};
}

// A date's exclusive end is the next midnight: its last moment must not lie before the begin either.
bool ends_before(const WrittenDate& end, Time begin) {
  const Time last = end.has_clock_time() ? end.covers.begin : last_of(end.covers);
  return last < begin;
}

When with_flags(const WrittenDate& d) {
  When w{};
  w.precision = d.precision;
  w.approximate = d.approximate;
  w.uncertain = d.uncertain;
  w.zone_stated = d.zone_stated;
  return w;
}

void add_flags(When& w, const WrittenDate& d) {
  w.approximate |= d.approximate;
  w.uncertain |= d.uncertain;
  w.zone_stated &= d.zone_stated;
}

When ordered(When w) {
  w.begin_latest = std::min(w.begin_latest, w.end_latest);
  w.end_earliest = std::max(w.end_earliest, w.begin_earliest);
  return w;
}

When single(const WrittenDate& d) {
  When w = with_flags(d);
  const Range begin = begin_range(d);
  const Range end = own_end_range(d);
  w.begin_earliest = begin.earliest;
  w.begin_latest = begin.latest;
  w.end_earliest = end.earliest;
  w.end_latest = end.latest;
  return w;
}

// A side of an interval: a date, ".." (open) or nothing (unknown).
struct Side {
  std::optional<WrittenDate> date;
  bool open = false;
};

Result<Side> parse_side(std::string_view text, const TimeZone& zone, std::size_t column) {
  Side side;
  if (text == "..") {
    side.open = true;
  } else if (!text.empty()) {
    VIDIK_TRY(side.date, parse_written_date(text, zone, column));
  }
  return side;
}

// "2024-12-22T16:00+01:00 to 2024-12-22": the day is one of the clock beside it. In a display zone far away it may be over
// before that time; then, and only then, it is read by that clock, so that no zone turns an event round.
void by_the_clock_beside_it(WrittenDate& begin, WrittenDate& end) {
  if (!ends_before(end, begin.covers.begin)) return;
  const auto read = [](WrittenDate& bare, std::int64_t offset_us) {
    const Period period = period_of(bare.date, bare.precision);
    const auto midnight = [&](const CivilDate& date) {
      return plus(time_from_civil_utc({date, 0, 0, 0, 0}), -offset_us);
    };
    bare.covers = {midnight(period.first), midnight(period.next)};
  };
  if (begin.offset_us && !end.has_clock_time())
    read(end, *begin.offset_us);
  else if (end.offset_us && !begin.has_clock_time())
    read(begin, *end.offset_us);
}

Result<When> joined(Side begin, Side end) {
  if (begin.date && end.date) by_the_clock_beside_it(*begin.date, *end.date);
  if (!begin.date && !end.date) return fail(Code::bad_input, "an interval needs a date on at least one side");
  When w = begin.date ? single(*begin.date) : with_flags(*end.date);
  if (begin.date && end.date) {
    if (ends_before(*end.date, w.begin_earliest)) {
      return fail(Code::bad_input, "the end lies before the begin");
    }
    add_flags(w, *end.date);
  }
  if (end.date) {
    const Range range = end_range(*end.date);
    w.end_earliest = range.earliest;
    w.end_latest = range.latest;
  } else {
    // Open: it goes on. Unknown: it may have ended as early as the begin allows.
    if (end.open) w.end_earliest = kOpenEnd;
    w.end_latest = kOpenEnd;
  }
  if (!begin.date) {
    w.begin_earliest = kOpenBegin;
    w.begin_latest = begin.open ? kOpenBegin : last_of({kOpenBegin, w.end_latest});
  }
  return ordered(w);
}

Result<When> parse_interval(std::string_view text, std::size_t slash, const TimeZone& zone,
                            std::size_t column) {
  if (text.find('/', slash + 1) != std::string_view::npos) {
    return fail(Code::bad_input, "an interval has one \"/\" only");
  }
  VIDIK_TRY(const Side begin, parse_side(trimmed(text.substr(0, slash)), zone, column));
  VIDIK_TRY(const Side end, parse_side(trimmed(text.substr(slash + 1)), zone, column + slash + 1));
  return joined(begin, end);
}

bool is_coarse(Precision p) { return p >= Precision::week; }

// "Some time inside": the whole of [first, next) is possible for both begin and end.
void spread(When& w, Time first, Time next) {
  w.begin_earliest = w.end_earliest = first;
  w.begin_latest = last_of({first, next});
  w.end_latest = next;
}

// The precision column makes the written date coarser: the whole day, week, month or year around it.
WrittenDate coarsened(WrittenDate d, Precision precision, const TimeZone& zone) {
  if (precision >= Precision::day && precision > d.precision) {
    d.covers = span_of(period_of(d.date, precision), zone);
    d.precision = precision;
  } else if (precision < Precision::day && d.has_clock_time()) {
    d.precision = precision;  // a clock time is kept as it is written; the word says how well it is known
    d.covers.end = d.covers.begin;
  }
  return d;
}

Result<When> with_precision(WrittenDate begin, Side end, Precision precision, const TimeZone& zone) {
  if (end.date) by_the_clock_beside_it(begin, *end.date);
  const WrittenDate whole = coarsened(begin, precision, zone);
  if (is_coarse(whole.precision) && end.date) {
    // SCHEMA "Time": inside [begin, end], from the written begin, not from its period's first day.
    When w = with_flags(whole);
    add_flags(w, *end.date);
    const Time next = end_range(*end.date).latest;
    if (ends_before(*end.date, begin.covers.begin)) {
      return fail(Code::bad_input, "the end lies before the begin");
    }
    spread(w, begin.covers.begin, next);
    return w;
  }
  Side last = end;
  if (last.date && precision == Precision::day) last.date = coarsened(*last.date, precision, zone);
  if (!last.date && !last.open) return single(whole);
  return joined(Side{whole, false}, last);
}

}  // namespace

Result<When> parse_when(std::string_view text, const TimeZone& zone) {
  const std::string_view inner = trimmed(text);
  const std::size_t column = static_cast<std::size_t>(inner.data() - text.data()) + 1;
  const std::size_t slash = inner.find('/');
  if (slash != std::string_view::npos) return parse_interval(inner, slash, zone, column);
  VIDIK_TRY(const WrittenDate date, parse_written_date(inner, zone, column));
  return single(date);
}

Result<When> parse_when_columns(std::string_view begin, std::string_view end, std::string_view precision,
                                bool ongoing, const TimeZone& zone) {
  begin = trimmed(begin);
  end = trimmed(end);
  precision = trimmed(precision);
  std::optional<Precision> wanted;
  if (!precision.empty()) {
    VIDIK_TRY(wanted, parse_precision(precision));
  }
  if (begin.find('/') != std::string_view::npos) {
    if (!end.empty()) {
      return fail(Code::bad_input, "the begin is an interval already, and there is an end as well");
    }
    VIDIK_TRY(When w, parse_when(begin, zone));
    if (ongoing) w.end_earliest = w.end_latest = kOpenEnd;
    const bool open = w.begin_earliest == kOpenBegin || w.end_latest == kOpenEnd;
    if (wanted && *wanted > w.precision) w.precision = *wanted;
    if (wanted && is_coarse(*wanted) && !open) spread(w, w.begin_earliest, w.end_latest);
    return w;
  }
  VIDIK_TRY(const Side first, parse_side(begin, zone, 1));
  VIDIK_TRY(Side last, parse_side(end, zone, 1));
  if (!first.date && !first.open) return fail(Code::bad_input, "there is no date");
  if (end.empty() && ongoing) last.open = true;
  if (!first.date) return joined(first, last);
  if (wanted) return with_precision(*first.date, last, *wanted, zone);
  if (!last.date && !last.open) return single(*first.date);
  return joined(first, last);
}

Result<Precision> parse_precision(std::string_view word) {
  const std::string lower = lower_ascii(word);
  for (int i = 0; i < kPrecisionCount; ++i) {
    if (lower == kWords[i]) return static_cast<Precision>(i);
  }
  return fail(Code::bad_input, "a precision is one of second, minute, hour, day, week, month, year, not \"" +
                                   for_terminal(word.substr(0, 40)) + "\"");
}

std::string_view word_of(Precision precision) { return kWords[static_cast<int>(precision)]; }

}  // namespace vidik
