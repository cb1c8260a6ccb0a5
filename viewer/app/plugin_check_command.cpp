// `vidik plugin check`: is this overlay one that others may be given?

#include "app/commands.h"
#include "base/text.h"
#include "check/check.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <random>

namespace vidik {

namespace {

using Json = nlohmann::ordered_json;

struct Tally {
  int passed = 0, warned = 0, failed = 0, skipped = 0;
  void add(Outcome outcome) {
    if (is_failure(outcome))
      ++failed;
    else if (outcome == Outcome::warn)
      ++warned;
    else if (outcome == Outcome::skipped)
      ++skipped;
    else
      ++passed;
  }
};

// Only what says something stands on a line of its own; -v shows all.
void print(const Checked& one, const std::string& folder, const Options& options) {
  const Outcome outcome = one.finding.outcome;
  const bool is_quiet = outcome == Outcome::pass || outcome == Outcome::skipped;
  if (is_quiet && !options.verbose) return;
  std::printf("%-9s  %-24s %s\n", std::string(word_of(outcome)).c_str(), std::string(one.what->id).c_str(),
              std::string(one.what->about).c_str());
  if (!one.finding.why.empty()) std::printf("           %s\n", for_terminal(one.finding.why).c_str());
  if (is_failure(outcome)) {
    std::printf("           again: vidik plugin check --only %s --seed %llu %s\n",
                std::string(one.what->id).c_str(), static_cast<unsigned long long>(options.check.seed),
                for_terminal(folder).c_str());
  }
  std::fflush(stdout);
}

Json json_of(const std::string& folder, const std::vector<Checked>& all, const Options& options,
             const Tally& tally) {
  Json checks = Json::array();
  for (const Checked& one : all) {
    checks.push_back({{"id", std::string(one.what->id)},
                      {"level", one.what->level},
                      {"about", std::string(one.what->about)},
                      {"result", std::string(word_of(one.finding.outcome))},
                      {"why", one.finding.why}});
  }
  return {{"path", folder},         {"seed", options.check.seed}, {"passed", tally.passed},
          {"warned", tally.warned}, {"failed", tally.failed},     {"skipped", tally.skipped},
          {"checks", checks}};
}

}  // namespace

int run_plugin_check(const Options& given) {
  Options options = given;
  if (!options.check.seed_given && options.check.level >= 5) options.check.seed = std::random_device{}();
  CheckWishes wishes;
  wishes.level = options.check.level;
  wishes.seed = options.check.seed;
  wishes.seconds = options.check.seconds;
  wishes.only = options.check.only;
  bool any_failed = false;
  Json plugins = Json::array();
  for (const std::string& folder : options.check.folders) {
    const auto each = [&](const Checked& one) {
      if (!options.json) print(one, folder, options);
    };
    const Result<std::vector<Checked>> all = check_overlay(folder, wishes, each);
    if (!all.ok()) {
      complain(all.error());
      return kExitUsage;
    }
    Tally tally;
    for (const Checked& one : *all) tally.add(one.finding.outcome);
    any_failed = any_failed || tally.failed > 0;
    if (options.json) {
      plugins.push_back(json_of(folder, *all, options, tally));
    } else {
      std::printf("%s: %d passed, %d failed, %d warned, %d skipped (level %d, seed %llu)\n",
                  for_terminal(folder).c_str(), tally.passed, tally.failed, tally.warned, tally.skipped,
                  wishes.level, static_cast<unsigned long long>(wishes.seed));
    }
  }
  if (options.json) {
    const Json document{{"plugins", plugins}};
    std::printf("%s\n", document.dump(2, ' ', false, Json::error_handler_t::replace).c_str());
  }
  return any_failed ? kExitFailed : kExitDone;
}

}  // namespace vidik
