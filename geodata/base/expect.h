#pragma once
// A broken precondition is a bug in our code: say where and stop, in every build.

#include <cstdio>
#include <cstdlib>

#define VIDIK_EXPECT(condition)                                                                    \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      std::fprintf(stderr, "vidik: broken promise: %s (%s:%d)\n", #condition, __FILE__, __LINE__); \
      std::abort();                                                                                \
    }                                                                                              \
  } while (false)
