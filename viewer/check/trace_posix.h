#pragma once
// What a process holds and is set to, to be compared before and after a plugin's call.
//
// Units: bytes of heap. Threads: open_trace() once, before rights are given up: it opens what is read later.

#include <cstdint>
#include <string>

namespace vidik {

void open_trace();

struct Holdings {
  std::uint64_t heap_bytes = 0;
  int descriptors = 0, threads = 0;
};
Holdings holdings();

// Locale, working folder, umask, environment, signal handlers, standard descriptors: one line each, so that what differs
// can be named.
struct Settings {
  std::string locale, folder, umask, environment, signals, standard_descriptors;
};
Settings settings();
std::string what_changed(const Settings& before, const Settings& after);  // empty: nothing

// Standard output and error go nowhere until the end of its life; what came is kept.
class OutputTrap {
 public:
  OutputTrap();
  OutputTrap(const OutputTrap&) = delete;
  OutputTrap& operator=(const OutputTrap&) = delete;
  ~OutputTrap();
  std::string caught();  // up to 4 KiB

 private:
  int read_ = -1, kept_out_ = -1, kept_error_ = -1;
};

}  // namespace vidik
