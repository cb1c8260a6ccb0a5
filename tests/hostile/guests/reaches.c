/* An overlay that tries, while it loads, everything that is none of its business, and prints how each went. */
#include <vidik_plugin.h>

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static vidik_plugin the_plugin;

static void tell(const char* what, int went) { printf("%s: %s\n", what, went ? "done" : "denied"); }

static int opens(const char* path, int flags) {
  const int file = open(path, flags, 0600);
  if (file >= 0) close(file);
  return file >= 0;
}

static int makes_process(void) {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  if (child > 0) waitpid(child, NULL, 0);
  return child > 0;
}

static int connects(void) {
  struct sockaddr_in nowhere;
  memset(&nowhere, 0, sizeof nowhere);
  nowhere.sin_family = AF_INET;
  nowhere.sin_port = htons(9);
  nowhere.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int out = socket(AF_INET, SOCK_STREAM, 0);
  if (out < 0) return 0;
  /* Nobody listens there: refused by the other side is still "done". */
  const int went =
      connect(out, (const struct sockaddr*)&nowhere, sizeof nowhere) == 0 || errno == ECONNREFUSED;
  close(out);
  return went;
}

static void* nothing(void* given) { return given; }

static int makes_thread(void) {
  pthread_t thread;
  return pthread_create(&thread, NULL, nothing, NULL) == 0 && pthread_join(thread, NULL) == 0;
}

static vidik_status load(vidik_plugin* plugin, const vidik_event_writer* writer) {
  (void)plugin;
  (void)writer;
  tell("read its own folder", opens("plugin.json", O_RDONLY));
  tell("list its own folder", opens(".", O_RDONLY | O_DIRECTORY));
  tell("read the folder above", opens("..", O_RDONLY | O_DIRECTORY));
  tell("read /etc/passwd", opens("/etc/passwd", O_RDONLY));
  tell("read another process", opens("/proc/1/status", O_RDONLY));
  tell("make a file", opens("made", O_WRONLY | O_CREAT));
  tell("open a file for writing", opens("plugin.json", O_WRONLY));
  tell("remove a file", unlink("plugin.json") == 0);
  tell("make a folder", mkdir("folder", 0700) == 0);
  tell("connect", connects());
  tell("make a process", makes_process());
  tell("make a thread", makes_thread());
  tell("signal the program", kill(getppid(), 0) == 0);
  tell("trace the program", ptrace(PTRACE_ATTACH, getppid(), NULL, NULL) == 0);
  fflush(stdout);
  execl("/bin/true", "true", (char*)NULL);
  tell("become another program", 0); /* else this is never said */
  fflush(stdout);
  return VIDIK_OK;
}

static const vidik_events_service service = {sizeof service, 0, load};

static const void* find(vidik_plugin* plugin, const char* name) {
  (void)plugin;
  return strcmp(name, VIDIK_EVENTS_1) == 0 ? &service : NULL;
}

static void destroy(vidik_plugin* plugin) { (void)plugin; }

static vidik_status create(const vidik_host* host, vidik_plugin** out) {
  (void)host;
  the_plugin.size = sizeof the_plugin;
  the_plugin.destroy = destroy;
  the_plugin.find = find;
  *out = &the_plugin;
  return VIDIK_OK;
}

static const vidik_module module = {sizeof module,
                                    VIDIK_EPOCH,
                                    VIDIK_LEVEL,
                                    0,
                                    {VIDIK_LIT("org.example." NAME)},
                                    {VIDIK_LIT("Test overlay " NAME)},
                                    {VIDIK_LIT("1.2.3")},
                                    create};

VIDIK_EXPORT const vidik_module* vidik_entry_1(void);
VIDIK_EXPORT const vidik_module* vidik_entry_1(void) { return &module; }
