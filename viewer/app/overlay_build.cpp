#include "app/overlay_build.h"

#include "base/text.h"

#include <algorithm>
#include <filesystem>

namespace vidik {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kLookMs = 100;
constexpr std::size_t kMostSaid = 1u << 20, kShownLines = 12, kShownBytes = 1'500;

// From the first line that speaks of an error, or else the end: progress and command lines tell an author nothing.
std::string told_by(const std::string& said, const std::string& sources) {
  std::vector<std::string_view> lines = split(trimmed(said), '\n');
  std::erase_if(lines, [](std::string_view line) {  // make's own account of it
    return line.starts_with("gmake") || line.starts_with("make") || line.starts_with("ninja:");
  });
  const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) {
    const std::string low = lower_ascii(line);
    return low.find("error:") != std::string::npos || low.find("cmake error") != std::string::npos ||
           low.find("undefined reference") != std::string::npos;
  });
  if (first != lines.end())
    lines.erase(lines.begin(), first);
  else if (lines.size() > kShownLines)
    lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kShownLines));
  std::string out;
  for (std::size_t i = 0; i < std::min(lines.size(), kShownLines); ++i)
    out += (out.empty() ? "" : "\n") + std::string(lines[i]);
  for (std::size_t at = 0; (at = out.find(sources + "/", at)) != std::string::npos;)
    out.erase(at, sources.size() + 1);
  if (out.size() > kShownBytes) out = repaired_utf8(std::string_view(out).substr(0, kShownBytes)) + " …";
  return out;
}

}  // namespace

BuildPlan cmake_plan(const std::string& sources, const std::string& prefix) {
  const std::string into = sources + "/build";
  BuildPlan out{sources, {"cmake", "-S", sources, "-B", into}, {"cmake", "--build", into}};
  if (!prefix.empty()) out.configure.push_back("-DCMAKE_PREFIX_PATH=" + prefix);
  std::error_code error;
  const auto has = [&](const char* name) { return fs::exists(into + "/" + name, error); };
  if (has("CMakeCache.txt") && (has("Makefile") || has("build.ninja"))) out.configure.clear();
  return out;
}

std::vector<std::string> built_overlays(const std::string& sources) {
  std::vector<std::string> out;
  std::error_code error;
  for (fs::directory_iterator at(sources + "/build", error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".vidik" && fs::exists(at->path() / "plugin.json", error))
      out.push_back(at->path().string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

OverlayBuild::OverlayBuild(BuildPlan plan)
    : plan_(std::move(plan)),
      sources_settle_(stamp_of_sources(plan_.sources)),
      configured_(plan_.configure.empty()) {}

std::string OverlayBuild::take_output() { return std::exchange(unread_, {}); }

void OverlayBuild::hear(const std::string& bytes) {
  for (const char c : bytes) {
    if (c != '\n') {
      line_ += c;
      continue;
    }
    const std::string clean = for_terminal(std::exchange(line_, {})) + "\n";
    if (said_.size() < kMostSaid) said_ += clean;  // the first of many errors is the one to read
    unread_ += clean;
  }
}

void OverlayBuild::start() {
  configuring_ = !configured_;
  wanted_ = false;
  said_.clear();
  Result<BuildProcess> process = BuildProcess::start(configuring_ ? plan_.configure : plan_.build);
  if (process.ok()) {
    process_.emplace(std::move(process).value());
    return;
  }
  hear(process.error().message() + "\n");
  failure_ = told_by(said_, plan_.sources);
}

void OverlayBuild::finish(int code) {
  for (std::string rest = process_->read(); !rest.empty(); rest = process_->read()) hear(rest);
  if (!line_.empty()) hear("\n");
  process_.reset();
  if (code == 0 && configuring_) {
    configured_ = wanted_ = true;  // what was configured is to be built
    return;
  }
  failure_ = code == 0 ? std::string() : told_by(said_, plan_.sources);
  if (code != 0 && failure_.empty()) failure_ = "it ended with code " + std::to_string(code);
  if (code == 0) ++builds_;
}

bool OverlayBuild::poll(std::int64_t now_ms) {
  if (now_ms >= next_look_ms_) {
    next_look_ms_ = now_ms + kLookMs;
    if (sources_settle_.settled(stamp_of_sources(plan_.sources), now_ms)) wanted_ = true;
  }
  if (process_) {
    hear(process_->read());
    const std::optional<int> code = process_->ended();
    if (!code) return false;
    const bool goes_on = *code == 0 && configuring_;
    finish(*code);
    if (!goes_on) return true;
  }
  if (!wanted_) return false;
  start();
  return !process_;
}

}  // namespace vidik
