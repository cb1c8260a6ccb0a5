// What it costs that an overlay is a process of its own: a million events from its load to the visible set, beside the same
// columns copied plainly through shared memory and sorted.
//
//   bench_guest
#include "guest/roster.h"
#include "guest/wait_posix.h"
#include "index/visible.h"

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <numeric>

namespace vidik {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kEvents = 1'000'000;
constexpr int kRuns = 5;

double ms_since(Clock::time_point from) {
  return std::chrono::duration<double, std::milli>(Clock::now() - from).count();
}

double median(std::array<double, kRuns> all) {
  std::nth_element(all.begin(), all.begin() + kRuns / 2, all.end());
  return all[kRuns / 2];
}

struct Times {
  double first = 0, complete = 0, visible = 0;  // ms since the load began
};

Times from_guest() {
  RosterOptions options;
  options.folders = {MILLION};
  options.user_folder = options.shipped_folder = "/nonexistent";
  options.guest_program = GUEST_PROGRAM;
  options.log_dir = "/tmp";
  const std::unique_ptr<Roster> roster = Roster::open(options);
  const OverlayEntry& entry = roster->entries().front();
  while (entry.state == GuestState::starting) {
    roster->poll(monotonic_ms());
    wait_readable(roster->wake_fds(), 1);
  }
  Times out;
  const Clock::time_point begin = Clock::now();
  while (!entry.events_complete && entry.state == GuestState::ready) {
    roster->poll(monotonic_ms());
    if (out.first == 0 && entry.layer && entry.layer->size() > 0) out.first = ms_since(begin);
    if (!entry.events_complete) wait_readable(roster->wake_fds(), 1);
  }
  if (!entry.layer || entry.layer->size() != kEvents) {
    std::fprintf(stderr, "bench_guest: %s\n", entry.reason.c_str());
    std::exit(1);
  }
  out.complete = ms_since(begin);
  const auto snapshot = make_snapshot({entry.layer});
  const auto indexes = make_indexes(snapshot, Filter{});
  TimeView view;
  view.mode = Mode::all;
  const VisibleSet shown = visible_set(*indexes, view, {true});
  out.visible = ms_since(begin);
  if (shown.count != kEvents) std::exit(1);
  return out;
}

// As the columns of vidik_events: ids and titles with their lengths, category, begin and end, place.
struct Plain {
  char id[7 * kEvents], title[23 * kEvents];
  std::uint64_t id_length[kEvents], title_length[kEvents];
  std::uint16_t category[kEvents];
  std::int64_t begin[2 * kEvents], end[2 * kEvents];
  double lon[kEvents], lat[kEvents];
};

double plain_copy_and_sort() {
  void* shared = mmap(nullptr, sizeof(Plain), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* made = static_cast<Plain*>(std::malloc(sizeof(Plain)));
  std::memset(made, 1, sizeof *made);
  std::uint64_t x = 88172645463325252;
  for (std::size_t i = 0; i < kEvents; ++i) {
    x ^= x << 13, x ^= x >> 7, x ^= x << 17;
    made->begin[2 * i] = static_cast<std::int64_t>(x % 252460800);
  }
  const Clock::time_point begin = Clock::now();
  const pid_t child = fork();
  if (child == 0) {
    std::memcpy(shared, made, sizeof *made);
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  auto* kept = static_cast<Plain*>(std::malloc(sizeof(Plain)));
  std::memcpy(kept, shared, sizeof *kept);
  std::vector<std::uint32_t> order(kEvents);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return kept->begin[2 * a] < kept->begin[2 * b]; });
  const double out = ms_since(begin);
  if (order.front() == order.back()) std::exit(1);
  std::free(kept);
  std::free(made);
  munmap(shared, sizeof(Plain));
  return out;
}

// What a frame spends on overlays: five seconds of frames, with one that never comes back from its load.
void frames_beside(const char* what, const std::vector<std::string>& folders) {
  RosterOptions options;
  options.folders = folders;
  options.user_folder = options.shipped_folder = "/nonexistent";
  options.guest_program = GUEST_PROGRAM;
  options.log_dir = "/tmp";
  const std::unique_ptr<Roster> roster = Roster::open(options);
  std::vector<double> spent;
  std::uint32_t restarts = 0;
  for (int frame = 0; frame < 300; ++frame) {
    const Clock::time_point begin = Clock::now();
    roster->poll(monotonic_ms());
    AskView view;
    view.width_px = 800 + frame;  // another view each time, as when the map moves
    view.height_px = 600;
    roster->ask(view);
    spent.push_back(ms_since(begin));
    if (!roster->entries().empty()) restarts = roster->entries().front().restarts;
    usleep(16'000);
  }
  std::sort(spent.begin(), spent.end());
  std::printf("%s: a frame spends %.3f ms (median), %.3f (p95), %.3f (longest); %u restarts\n", what,
              spent[150], spent[285], spent.back(), restarts);
}

int run() {
  frames_beside("no overlay", {});
  frames_beside("one that never answers", {NEVER});
  std::array<double, kRuns> first{}, complete{}, visible{}, plain{};
  for (std::size_t i = 0; i < kRuns; ++i) {
    const Times t = from_guest();
    first[i] = t.first;
    complete[i] = t.complete;
    visible[i] = t.visible;
    plain[i] = plain_copy_and_sort();
  }
  std::printf("first events %.0f ms, all %.0f ms, visible %.0f ms; plain copy and sort %.0f ms; ratio %.2f\n",
              median(first), median(complete), median(visible), median(plain),
              median(visible) / median(plain));
  return 0;
}

}  // namespace
}  // namespace vidik

int main() { return vidik::run(); }
