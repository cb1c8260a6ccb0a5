#include "app/encode_process.h"

#include "base/paths_posix.h"
#include "base/text.h"
#include "export/yuv_planes.h"
#include "guest/process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <vector>

namespace vidik {

namespace {

constexpr std::size_t kMostSaid = 4096;
constexpr int kPollMs = 100;

// One running vidik-encode; killed if it still runs when this goes away.
class Encoder {
 public:
  static Result<Encoder> start(const std::vector<std::string>& words) {
    std::array<int, 2> in{-1, -1}, out{-1, -1};
    if (pipe2(in.data(), O_CLOEXEC) != 0) return no_pipe();
    Descriptor theirs(in[0]), ours(in[1]);
    if (pipe2(out.data(), O_CLOEXEC) != 0) return no_pipe();
    Descriptor said(out[0]), saying(out[1]);
    fcntl(ours.get(), F_SETFL, O_NONBLOCK);
    fcntl(said.get(), F_SETFL, O_NONBLOCK);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, theirs.get(), 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&files, saying.get(), 2);
    posix_spawn_file_actions_addclosefrom_np(&files, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setpgroup(&attributes, 0);  // the terminal's Ctrl-C is for vidik, which ends it
    posix_spawnattr_setflags(&attributes,
                             POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    const std::string program = program_dir() + "/vidik-encode";
    std::vector<const char*> arguments{program.c_str()};
    for (const std::string& word : words) arguments.push_back(word.c_str());
    arguments.push_back(nullptr);
    // Nothing of ours: libraries take settings, and code, from there.
    const std::vector<const char*> environment {
      "LC_ALL=C.UTF-8", "TZ=UTC", "PATH=/usr/bin:/bin",
#if defined(__SANITIZE_ADDRESS__)
          "ASAN_OPTIONS=detect_leaks=0",  // of libav's
#endif
          nullptr
    };
    pid_t id = 0;
    const int failed =
        posix_spawn(&id, program.c_str(), &files, &attributes, const_cast<char* const*>(arguments.data()),
                    const_cast<char* const*>(environment.data()));
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    if (failed != 0)
      return fail(Code::unavailable,
                  std::string("MP4 and WebM are made by vidik-encode, which cannot be started (") +
                      std::strerror(failed) + ")",
                  program);
    return Encoder(id, std::move(ours), std::move(said));
  }
  Encoder(Encoder&& other) noexcept
      : id_(std::exchange(other.id_, 0)),
        pictures_(std::move(other.pictures_)),
        said_pipe_(std::move(other.said_pipe_)),
        said_(std::move(other.said_)) {}
  Encoder& operator=(Encoder&&) = delete;
  ~Encoder() {
    if (id_ == 0) return;
    ::kill(id_, SIGKILL);
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }  // a killed process is gone in a moment
  }

  // False: it takes no more; end() says why.
  Result<bool> give(std::string_view bytes, const std::function<bool()>& may_go_on) {
    while (!bytes.empty()) {
      if (!may_go_on()) return film_cancelled();
      std::array<pollfd, 2> wires{{{pictures_.get(), POLLOUT, 0}, {said_pipe_.get(), POLLIN, 0}}};
      ::poll(wires.data(), wires.size(), kPollMs);
      listen();
      const ssize_t n = ::write(pictures_.get(), bytes.data(), bytes.size());
      if (n < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (n <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

  Result<> end(const std::function<bool()>& may_go_on) {
    pictures_ = Descriptor();
    for (;;) {
      int status = 0;
      const pid_t ended = waitpid(id_, &status, WNOHANG);
      if (ended == id_) {
        id_ = 0;
        listen();
        return verdict(status);
      }
      if (!may_go_on()) return film_cancelled();
      pollfd wire{said_pipe_.get(), POLLIN, 0};
      ::poll(&wire, 1, 5);
      listen();
    }
  }

 private:
  Encoder(pid_t id, Descriptor pictures, Descriptor said)
      : id_(id), pictures_(std::move(pictures)), said_pipe_(std::move(said)) {}
  static Error no_pipe() {
    return fail(Code::unavailable, std::string("no pipe for vidik-encode (") + std::strerror(errno) + ")");
  }
  void listen() {
    std::array<char, 1024> buffer;
    for (ssize_t n = 0; (n = ::read(said_pipe_.get(), buffer.data(), buffer.size())) > 0;) {
      said_.append(buffer.data(), static_cast<std::size_t>(n));
      if (said_.size() > kMostSaid) said_.erase(0, said_.size() - kMostSaid);
    }
  }
  Result<> verdict(int status) const {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Done{};
    std::string why = for_terminal(trimmed(said_));
    if (WIFSIGNALED(status))
      why += (why.empty() ? "" : "; ") + ("it was ended by signal " + std::to_string(WTERMSIG(status)));
    if (why.empty()) why = "it ended with code " + std::to_string(WEXITSTATUS(status));
    return fail(Code::unavailable, "vidik-encode could not make the film: " + why);
  }

  pid_t id_ = 0;
  Descriptor pictures_, said_pipe_;
  std::string said_;
};

std::vector<std::string> words_for(const Encoding& encoding, int width, int height, const FilmTiming& timing,
                                   std::size_t frames, const std::string& path, const PictureWords& words) {
  const EvenSize size = even_size(width, height);
  return {encoding.kind,
          std::to_string(size.width),
          std::to_string(size.height),
          std::to_string(timing.fps_milli),
          std::to_string(frames),
          path,
          words.title,
          words.software};
}

}  // namespace

Result<> try_encoder(const Encoding& encoding, int width, int height, const FilmTiming& timing) {
  VIDIK_TRY(Encoder encoder, Encoder::start(words_for(encoding, width, height, timing, 0, "", {})));
  return encoder.end([] { return true; });
}

Result<> encode_film(const std::string& path, const Encoding& encoding, const FilmFrames& frames,
                     const FilmTiming& timing, const PictureWords& words, const GoOn& go_on) {
  // The last frame is held by its being there again: programs do not agree on one long frame.
  const auto held = static_cast<std::size_t>(
      (static_cast<std::int64_t>(timing.hold_ms) * timing.fps_milli + 500'000) / 1'000'000);
  const std::size_t count = frames.count + held;
  VIDIK_TRY(Encoder encoder,
            Encoder::start(words_for(encoding, frames.width, frames.height, timing, count, path, words)));
  std::size_t done = 0;
  const auto may_go_on = [&] { return go_on(done, count); };
  std::vector<std::uint8_t> planes;
  for (; done < count; ++done) {
    if (done < frames.count) {
      VIDIK_TRY(const Rgba picture, frames.frame(done));
      planes = yuv_planes(picture, frames.width, frames.height, encoding.ground);
    }
    const std::string_view bytes(reinterpret_cast<const char*>(planes.data()), planes.size());
    VIDIK_TRY(const bool taken, encoder.give(bytes, may_go_on));
    if (!taken) break;
  }
  return encoder.end(may_go_on);
}

}  // namespace vidik
