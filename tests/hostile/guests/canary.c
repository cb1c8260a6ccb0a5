/* A binary that leaves a file the moment it is loaded, before anybody calls it: whether it ran can be seen. */
#include <vidik_plugin.h>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

__attribute__((constructor)) static void sing(void) {
  const int file = open(CANARY_FILE, O_CREAT | O_WRONLY, 0600);
  if (file >= 0) close(file);
  printf("the canary sings\n"); /* a guest writes no file, but what it prints is in its log */
  fflush(stdout);
}

VIDIK_EXPORT const vidik_module* vidik_entry_1(void);
VIDIK_EXPORT const vidik_module* vidik_entry_1(void) { return NULL; }
