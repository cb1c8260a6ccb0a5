// `vidik batch JOBS`: one command of Vidik a line, each in a process of its own, one after the other.

#include "app/commands.h"
#include "base/atomic_file.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include "app/shell_line.h"

#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

extern char** environ;

namespace vidik {

namespace {

constexpr std::size_t kMostBytes = 16u << 20;

// Its exit code; what it says goes where ours goes.
Result<int> run(const std::vector<std::string>& words) {
  const std::string program = program_dir() + "/vidik";
  std::vector<char*> arguments{const_cast<char*>(program.c_str())};
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t pid = 0;
  if (const int failed = posix_spawn(&pid, program.c_str(), nullptr, nullptr, arguments.data(), environ);
      failed != 0)
    return fail(Code::unavailable, std::string("it cannot be started (") + std::strerror(failed) + ")",
                program);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0)
    if (errno != EINTR) return fail(Code::unavailable, "it cannot be waited for", program);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

int run_batch(const Options& options) {
  const auto text = read_file(options.batch, kMostBytes);
  if (!text) return complain(text.error());
  struct Job {
    int line = 0;
    std::vector<std::string> words;
  };
  std::vector<Job> jobs;  // all of them are read before the first is done
  int line = 0;
  for (const std::string_view one : split(*text, '\n')) {
    ++line;
    const auto words = shell_line(one);
    if (!words)
      return complain(
          {Code::bad_input, "line " + std::to_string(line) + ": " + words.error().text, options.batch});
    if (words->empty()) continue;
    Job job{line, *words};
    if (job.words.front() == "vidik") job.words.erase(job.words.begin());  // as it is typed
    if (job.words.empty() || job.words.front() == "batch")
      return complain(
          {Code::bad_input,
           "line " + std::to_string(line) + ": a command is wanted, such as render, film or events",
           options.batch});
    jobs.push_back(std::move(job));
  }
  if (jobs.empty()) return complain({Code::bad_input, "holds no command", options.batch});
  int worst = kExitDone, failed = 0;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const auto code = run(jobs[i].words);
    if (!code) return complain(code.error());
    if (*code == kExitDone) continue;
    ++failed;
    say("line " + std::to_string(jobs[i].line) + " of " + options.batch + " ended with " +
        std::to_string(*code));
    // Left out under --strict is less than failed, and failed less than an order that makes no sense.
    const auto weight = [](int c) {
      return c == kExitProblems ? 1 : c == kExitUsage ? 3 : c == kExitDone ? 0 : 2;
    };
    const int kind = *code == kExitUsage || *code == kExitProblems ? *code : kExitFailed;
    if (weight(kind) > weight(worst)) worst = kind;
  }
  say(std::to_string(jobs.size() - static_cast<std::size_t>(failed)) + " of " + std::to_string(jobs.size()) +
      " done");
  return worst;
}

}  // namespace vidik
