// Times programs of ours from outside: exec to a word on their standard output.

#include "app/bench.h"
#include "app/sample_times.h"
#include "base/number.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

extern char** environ;

namespace vidik {

namespace {

struct Run {
  std::string output;
  double word_ms = -1;  // when `word` stood in the output
  int status = -1;
};

Result<Run> run(const std::vector<std::string>& command, const std::string& word) {
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) return fail(Code::unavailable, "no pipe for " + command[0]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], 1);
  std::vector<char*> words;
  for (const std::string& part : command) words.push_back(const_cast<char*>(part.c_str()));
  words.push_back(nullptr);
  pid_t child = 0;
  const double start = now_ms();
  const int failed = posix_spawn(&child, command[0].c_str(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(pipe_ends[1]);
  if (failed != 0) {
    close(pipe_ends[0]);
    return fail(Code::unavailable, "could not be started", command[0]);
  }
  Run result;
  char buffer[4096];
  for (ssize_t n = 0; (n = read(pipe_ends[0], buffer, sizeof buffer)) > 0;) {
    result.output.append(buffer, static_cast<std::size_t>(n));
    if (result.word_ms < 0 && result.output.find(word) != std::string::npos)
      result.word_ms = now_ms() - start;
  }
  close(pipe_ends[0]);
  waitpid(child, &result.status, 0);
  if (!WIFEXITED(result.status) || WEXITSTATUS(result.status) != 0) {
    return fail(Code::unavailable, "did not end well", command[0]);
  }
  return result;
}

}  // namespace

Result<double> seconds_until_word(const std::vector<std::string>& command, const std::string& word) {
  VIDIK_TRY(const Run result, run(command, word));
  if (result.word_ms < 0) return fail(Code::unavailable, "never said \"" + word + "\"", command[0]);
  return result.word_ms / 1000;
}

Result<double> printed_number(const std::vector<std::string>& command) {
  VIDIK_TRY(const Run result, run(command, "\n"));
  const auto number = parse_double(trimmed(result.output));
  if (!number) return fail(Code::unavailable, "printed no number", command[0]);
  return *number;
}

Result<> bench_start(BenchDocument& document) {
  constexpr int kRuns = 5;
  const std::string size = std::to_string(kBenchWidth) + "x" + std::to_string(kBenchHeight);
  SampleTimes start, window;
  for (int i = 0; i <= kRuns; ++i) {  // the first warms caches and is not counted
    VIDIK_TRY(
        const double own,
        seconds_until_word({program_dir() + "/vidik", "--until-first-frame", "--size", size}, "first frame"));
    VIDIK_TRY(const double bare,
              seconds_until_word({program_dir() + "/vidik-bare-window", size}, "first frame"));
    if (i == 0) continue;
    start.add(own);
    window.add(bare);
  }
  document["start_s"] = start.median();
  document["window_s"] = window.median();
  return Done{};
}

}  // namespace vidik
