#include "check/check.h"

#include "base/paths_posix.h"
#include "base/text.h"
#include "check/probe_run.h"
#include "guest/discovery.h"
#include "guest/trust.h"

#include <filesystem>

namespace vidik {
namespace {

constexpr std::int64_t kStartLimitMs = 20'000;

class OverlayCheck {
 public:
  OverlayCheck(std::string folder, const CheckWishes& wishes) : folder_(std::move(folder)), wishes_(wishes) {}

  Finding run(const CheckCase& what) {
    if (what.in_probe) return in_probe(what);
    if (what.id == "folder-safe") return folder_safe();
    if (what.id == "manifest-valid") return manifest_valid();
    if (what.id == "hash-matches") return hash_matches();
    if (what.id == "tables-there") return tables_there();
    return starts_and_loads();
  }

 private:
  static Finding found(Outcome outcome, std::string why = {}) { return {outcome, std::move(why)}; }

  Finding folder_safe() const {
    const Result<Done> safe = check_folder(folder_);
    return safe.ok() ? found(Outcome::pass) : found(Outcome::fail, safe.error().message());
  }

  Finding manifest_valid() {
    const Result<std::string> text = read_inside(folder_, "plugin.json", kManifestBytes);
    if (!text.ok()) return found(Outcome::fail, text.error().message());
    Result<Manifest> manifest = parse_manifest(*text);
    if (!manifest.ok()) return found(Outcome::fail, manifest.error().message());
    manifest_ = std::move(manifest).value();
    known_ = true;
    if (manifest_.id.find('.') == std::string::npos)
      return found(Outcome::warn, "its id is no reverse domain name (org.example.name)");
    if (manifest_.description.empty()) return found(Outcome::warn, "it has no \"description\"");
    if (manifest_.licence.empty())
      return found(Outcome::warn, "it has no \"licence\": nobody knows what may be done with it");
    return found(Outcome::pass);
  }

  // Of a manifest that was not looked at because one check was asked for alone.
  bool know_manifest() { return known_ || (manifest_valid(), known_); }

  Finding hash_matches() {
    if (!know_manifest()) return found(Outcome::skipped, "it has no valid manifest");
    if (!manifest_.has_code()) return found(Outcome::skipped, "it has no code");
    const Result<SealedCopy> copy = sealed_copy(folder_, manifest_.binary);
    if (!copy.ok()) return found(Outcome::fail, copy.error().message());
    return copy->sha256 == manifest_.binary_sha256
               ? found(Outcome::pass)
               : found(Outcome::fail, "SHA-256 of " + for_terminal(manifest_.binary) +
                                          " differs; build both again: `cmake --build` does");
  }

  Finding tables_there() {
    if (!know_manifest()) return found(Outcome::skipped, "it has no valid manifest");
    for (const auto& [name, table] : manifest_.tables) {
      const Result<std::string> path = resolved_inside(folder_, table.file);
      if (!path.ok())
        return found(Outcome::fail, "table \"" + for_terminal(name) + "\": " + path.error().text);
    }
    return manifest_.tables.empty() ? found(Outcome::skipped, "it names none") : found(Outcome::pass);
  }

  Finding in_probe(const CheckCase& what) {
    if (!know_manifest()) return found(Outcome::skipped, "it has no valid manifest");
    if (!manifest_.has_code()) return found(Outcome::skipped, "it has no code");
    if (!manifest_.command.empty())
      return found(Outcome::skipped, "it is a command: `starts-and-loads` speaks to it");
    const Result<SealedCopy> copy = sealed_copy(folder_, manifest_.binary);
    if (!copy.ok()) return found(Outcome::fail, copy.error().message());
    return run_probe(
        {wishes_.probe, folder_, &manifest_, copy->memory.get(), what.id, wishes_.seed, wishes_.seconds});
  }

  Finding starts_and_loads() const {
    RosterOptions options;
    options.folders = {folder_};
    options.all_allowed = true;
    options.user_folder = options.shipped_folder = "/dev/null";  // none but this one
    const std::unique_ptr<Roster> roster = Roster::open(options);
    roster->wait_for_events(kStartLimitMs);
    if (roster->entries().empty()) return found(Outcome::fail, "there is no overlay here");
    const OverlayEntry& entry = roster->entries().front();
    if (entry.state != GuestState::ready)
      return found(Outcome::fail, std::string(word_of(entry.state)) + ": " + entry.reason);
    if (!entry.events_complete) return found(Outcome::timed_out, "it did not hand over its events");
    if (entry.restarts > 0) return found(Outcome::fail, "it had to be started again: " + entry.reason);
    if (!entry.lost.empty()) return found(Outcome::warn, for_terminal(entry.lost));
    if (!entry.reason.empty()) return found(Outcome::warn, for_terminal(entry.reason));
    return found(Outcome::pass);
  }

  std::string folder_;
  const CheckWishes& wishes_;
  Manifest manifest_;
  bool known_ = false;
};

}  // namespace

std::string_view word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::pass:
      return "pass";
    case Outcome::warn:
      return "warn";
    case Outcome::fail:
      return "fail";
    case Outcome::skipped:
      return "skipped";
    case Outcome::crashed:
      return "crashed";
    case Outcome::timed_out:
      return "timed out";
  }
  return "";
}

Result<std::vector<Checked>> check_overlay(const std::string& folder, const CheckWishes& wishes,
                                           const std::function<void(const Checked&)>& each) {
  std::error_code error;
  const std::string path = std::filesystem::canonical(folder, error).string();
  if (error) return fail(Code::not_found, "no such overlay (" + error.message() + ")", folder);
  if (!std::filesystem::is_directory(path, error))
    return fail(Code::bad_input, "this is no folder NAME.vidik of an overlay", folder);
  CheckWishes filled = wishes;
  if (filled.probe.empty()) filled.probe = program_dir() + "/vidik-plugin-probe";
  if (!std::filesystem::exists(filled.probe, error))
    return fail(Code::unavailable, "vidik-plugin-probe is not beside the program", filled.probe);
  OverlayCheck check(path, filled);
  std::vector<Checked> out;
  std::string closed;  // the gate that failed
  for (const CheckCase& one : check_cases()) {
    if (filled.only.empty() ? one.level > filled.level : one.id.find(filled.only) == std::string_view::npos)
      continue;
    Checked checked{&one, {}};
    if (closed.empty() || !filled.only.empty())
      checked.finding = check.run(one);
    else
      checked.finding = {Outcome::skipped, "not before " + closed + " passes"};
    if (one.is_gate && is_failure(checked.finding.outcome) && closed.empty()) closed = std::string(one.id);
    if (each) each(checked);
    out.push_back(std::move(checked));
  }
  if (out.empty())
    return fail(Code::bad_input, "no check has this in its name: " + for_terminal(filled.only));
  return out;
}

}  // namespace vidik
