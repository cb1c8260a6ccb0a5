#include "app/ending_posix.h"

#include <csignal>
#include <initializer_list>

namespace vidik {

namespace {
volatile std::sig_atomic_t asked = 0;
void note(int) { asked = 1; }
}  // namespace

void heed_the_system() {
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // the second time it ends at once
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaction(signal, &action, nullptr);
}

bool is_asked_to_end() { return asked != 0; }

}  // namespace vidik
