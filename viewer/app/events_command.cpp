// `vidik events`: the events as read, or the visible set of a clock and a filter.

#include "app/command_session.h"
#include "app/commands.h"
#include "app/event_json.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace vidik {

namespace {

// Everything as read: no clock, no filter, unverified ones too.
EventListing everything(Session& session) {
  EventListing listing;
  listing.snapshot = session.snapshot().get();
  for (std::uint32_t layer = 0; layer < listing.snapshot->layers.size(); ++layer) {
    for (Row row = 0; row < listing.snapshot->layers[layer]->size(); ++row)
      listing.events.push_back({layer, row});
  }
  const Snapshot& snapshot = *listing.snapshot;
  std::stable_sort(listing.events.begin(), listing.events.end(),
                   [&](EventRef a, EventRef b) { return comes_before(snapshot, a, b); });
  listing.count_surely = listing.events.size();
  return listing;
}

}  // namespace

int run_events(const Options& options) {
  auto opened = open_session(options, WithMap::no);
  if (!opened) return complain(opened.error());
  Session& session = **opened;
  if (const int code = report_failures(session); code != kExitDone) return code;

  EventListing listing;
  // A picture is a clock and a filter: what it shows is meant.
  if (options.has_clock_or_filter() || session.picture() != nullptr) {
    listing.snapshot = session.snapshot().get();
    const VisibleSet& set = session.visible();
    listing.events = listed(*session.indexes(), set);
    listing.clock = &session.view().time;
    listing.count_surely = set.count_surely;
  } else {
    listing = everything(session);
  }
  listing.zone = &session.zone();
  listing.redacted = session.redaction_words();
  if (options.csv) {
    write_event_csv(listing, stdout);
  } else if (options.geojson) {
    write_event_geojson(listing, stdout);
  } else if (options.json) {
    write_event_json(listing, stdout);
  } else {
    write_event_words(listing, stdout);
  }
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    if (errno == EPIPE) return kExitFailed;  // who reads has had enough (`… | head`): nobody is left to tell
    return complain(fail(Code::unavailable, "the output could not be written"));
  }
  return note_problems(session, options);
}

}  // namespace vidik
