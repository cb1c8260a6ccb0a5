// An overlay that lets an exception out of load(): the guest process turns it into a status, where it can be passed on.
#include <vidik_plugin.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace {

vidik_plugin plugin{};

#if defined(FAULT_THROW_IN_DESTRUCTOR)
[[noreturn]] void boom() { throw std::runtime_error("boom"); }
struct Thrower {
  ~Thrower() { boom(); }  // a destructor is noexcept: this ends the process
};
#endif

vidik_status load(vidik_plugin*, const vidik_event_writer*) {
#if defined(FAULT_THROW_INT)
  throw 7;
#elif defined(FAULT_NO_EXCEPTIONS) || defined(FAULT_NO_UNWINDING)
  // Built with -fno-exceptions: the library throws, and nothing in here can catch it.
  return std::string().at(7);
#elif defined(FAULT_THROW_IN_DESTRUCTOR)
  const Thrower thrower;
  return VIDIK_OK;
#else
  throw std::runtime_error("boom");
#endif
}
const vidik_events_service service = {sizeof service, 0, load};

vidik_status create(const vidik_host*, vidik_plugin** out) {
  plugin.size = sizeof plugin;
  plugin.destroy = [](vidik_plugin*) {};
  plugin.find = [](vidik_plugin*, const char* name) -> const void* {
    return std::string_view(name) == VIDIK_EVENTS_1 ? &service : nullptr;
  };
  *out = &plugin;
  return VIDIK_OK;
}

const vidik_module module = {sizeof module,
                             VIDIK_EPOCH,
                             VIDIK_LEVEL,
                             0,
                             {VIDIK_LIT("org.example." NAME)},
                             {VIDIK_LIT("Test overlay " NAME)},
                             {VIDIK_LIT("1.2.3")},
                             create};

}  // namespace

extern "C" VIDIK_EXPORT const vidik_module* vidik_entry_1(void) { return &module; }
